import Governance
import Ledger

extension InspectiePlugin {
  /// Which measures are not in order.
  public func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting] {
    try reading.views.subjects(Maatregel.self, Maatregel.State.bevindingen, on: day, ListPage(limit: limit))
      .compactMap { try Bevinding($0, on: day, reading) }.map { found in
        Waiting(
          about: found.handle, what: found.wat, who: found.wachtOp, since: found.sinds.map { ImpreciseDate($0) },
          command: "waarborg inspectie openstaand")
      }
  }
}
