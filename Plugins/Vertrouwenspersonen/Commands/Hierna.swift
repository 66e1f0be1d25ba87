import Governance
import Ledger

extension VertrouwenspersonenPlugin {
  /// A candidate is asked consent for; who was certified can be appointed.
  public func next(after event: RecordedEvent, in reading: Reading) throws -> String? {
    guard event.is(KandidaatVoorgedragen.self),
      let handle = try handle(of: event.stream, versie: nil, in: reading.views)
    else { return nil }
    return "waarborg instemming vraag \(handle) --besluit benoemen"
  }
}
