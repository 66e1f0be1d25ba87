import Governance
import Testing

extension Proefboek {
  /// Expects that `body` ends in this way and that log, vault and documents keep every byte.
  ///
  /// A rule that refuses has to say what would be accepted as well.
  @discardableResult
  public func expectRefusal(
    _ expected: Uitkomst, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) throws -> Failure? {
    let before = try Inhoud(of: directory)
    var failure: Failure?
    let found = Uitkomst {
      do { return try body() } catch let error as Failure {
        failure = error
        throw error
      }
    }
    #expect(found == expected, "\(failure?.message.nl ?? "-")", sourceLocation: sourceLocation)
    #expect(found != .aanvaard, sourceLocation: sourceLocation)
    if case .geweigerd = found { #expect(failure?.remedy != nil, "no remedy", sourceLocation: sourceLocation) }
    #expect(try Inhoud(of: directory) == before, "something was written", sourceLocation: sourceLocation)
    return failure
  }
}
