import Governance
import Ledger

extension VertrouwenspersonenPlugin {
  /// What the rules here ask and is not recorded.
  public func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting] {
    // That there are no rules keeps nobody waiting.
    try Plicht.open(on: day, reading.views, ListPage(limit: limit)).filter { $0.id != Plicht.geenRegels }.map { duty in
      Waiting(
        about: duty.kenmerk, what: duty.wat, who: Text(nl: "wie verantwoordelijk is", en: "who is responsible"),
        since: duty.uiterlijk.map { ImpreciseDate($0) }, command: "waarborg vertrouwenspersoon plichten")
    }
  }
}
