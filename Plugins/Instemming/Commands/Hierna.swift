import Console
import Governance
import Ledger

extension InstemmingPlugin {
  /// From the request to the decision that it is about.
  public func next(after event: RecordedEvent, in reading: Reading) throws -> String? {
    guard let procedure = try reading.views.subject(Procedure.self, SubjectKey(event.stream)) else { return nil }
    let handle = try reading.handle(of: procedure.onderwerp, versie: procedure.versie, reading.catalog)
    if let (waarop, _) = procedure.wacht(na: procedure.geldend(op: event.recordedOn)) {
      return "waarborg instemming \(waarop.opdracht) \(handle)"
    }
    guard event.is(InstemmingVerleend.self),
      handle.contains("@")
    else { return nil }
    return "waarborg beleid stel-vast \(handle)"
  }
}
