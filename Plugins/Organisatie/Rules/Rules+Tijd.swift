import Governance
import Ledger

extension OrganisatieRules {
  static let notTooLate = Rule(
    id: "ORG-INZENDTERMIJN", source: "README, Time",
    demand: Text(
      nl: "wat elders is ondertekend, wordt binnen de vastgestelde termijn opgenomen",
      en: "what was signed elsewhere is taken up within the period that was laid down")
  ) { context in
    let event = context.event
    // Who says that the ledger's time is ahead signs long before it.
    guard !event.is(KlokHersteld.self) else { return nil }
    let late = Int64(event.recordedOn.daysSinceEpoch - event.signedOn.daysSinceEpoch)
    // Nearly everything was signed here and now.
    guard late > 1 else { return nil }
    let most = try Inzendtermijn.geldend(op: event.recordedOn, context.views)?.dagen ?? Inzendtermijn.standaard
    guard late > most else { return nil }
    return Refusal(
      Text(
        nl: "ondertekend op \(event.signedOn.text.nl), \(late) dagen voor het werd ingezonden; hoogstens \(most) mag",
        en: "signed on \(event.signedOn.text.en), \(late) days before it was submitted; at most \(most) may be"),
      remedy: Text(nl: "laat het opnieuw ondertekenen", en: "have it signed again"))
  }
}
