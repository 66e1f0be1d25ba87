import Governance
import Testing

/// How an attempt that should fail went.
public struct Weigering: Sendable {
  /// What it failed with.
  public let failure: Failure?
  /// What is not as it should be; empty for a refusal as expected.
  public let bezwaren: [String]
}

extension Proefboek {
  /// Expects that `body` ends in this way and that log, vault and documents keep every byte.
  ///
  /// A rule that refuses has to say what would be accepted as well.
  @discardableResult
  public func expectRefusal(
    _ expected: Uitkomst, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
  ) throws -> Failure? {
    let weigering = try weigering(expected, body)
    #expect(weigering.bezwaren.isEmpty, "\(weigering.bezwaren)", sourceLocation: sourceLocation)
    return weigering.failure
  }

  /// How `body` fails, and what is wrong with that.
  public func weigering(_ expected: Uitkomst, _ body: () throws -> some Any) throws -> Weigering {
    let before = try Inhoud(of: directory)
    var failure: Failure?
    let found = Uitkomst {
      do { return try body() } catch let error as Failure {
        failure = error
        throw error
      }
    }
    var bezwaren: [String] = []
    if found != expected { bezwaren.append("\(found) instead of \(expected): \(failure?.message.nl ?? "-")") }
    if found == .aanvaard { bezwaren.append("accepted") }
    if case .geweigerd = found, failure?.remedy == nil { bezwaren.append("no remedy") }
    if try Inhoud(of: directory) != before { bezwaren.append("something was written") }
    return Weigering(failure: failure, bezwaren: bezwaren)
  }
}
