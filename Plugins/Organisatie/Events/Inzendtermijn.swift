import Governance
import Ledger

/// How late what was signed elsewhere may still be taken up, from the date of effect on.
public enum InzendtermijnVastgesteld: EventDefinition {
  static let dagen = Field<Int64>(
    "dagen", .clear, "Hoeveel dagen na de ondertekening iets hoogstens mag worden opgenomen.", shape: .number(1...3650))
  static let regeling = Field<String>("regeling", .clear, "De regeling of het besluit waarin dit staat.")

  /// The event type.
  public static let type = EventType(
    "InzendtermijnVastgesteld", stream: "Inzendtermijn", opens: true,
    meaning: "Vastgesteld is hoe laat wat elders is ondertekend nog mag worden opgenomen.",
    source: "README, Time", signers: Ondertekenaars.beslissers, needsExactDate: true
  ) {
    dagen
    regeling
  }
}

/// One such decision.
struct Inzendtermijn: Vaststelling {
  static let kind = "inzendtermijn"
  static let definition: any EventDefinition.Type = InzendtermijnVastgesteld.self
  /// In days; holds where nothing was laid down.
  static let standaard: Int64 = 30

  let feit: Fact
  let dagen: Int64

  init?(_ feit: Fact) {
    guard let dagen = feit[InzendtermijnVastgesteld.dagen] else { return nil }
    (self.feit, self.dagen) = (feit, dagen)
  }
}
