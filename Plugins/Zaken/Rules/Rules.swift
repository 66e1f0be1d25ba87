import Governance
import Ledger

/// What can be refused of a case by who knows nothing of it. What the procedure demands is judged inside.
enum Zaakregels {
  static let all = [eenSleutel, dagVanVastlegging] + vernietiging + jaarcijfers

  private static let eenSleutel = Rule(
    id: "ZAAK-SLEUTEL", source: "README, Cases",
    demand: Text(
      nl: "een zaak wordt steeds ondertekend met de sleutel waarmee zij is geopend",
      en: "a case is always signed with the key with which it was opened"),
    on: [ZaakBijgewerkt.self]
  ) { context in
    guard context.event.signed.envelope.seq > 1,
      try Zaakstromen.sleutel(of: context.event.stream, context.views) != context.event.signed.key
    else { return nil }
    return Refusal(
      Text(nl: "dit is niet de sleutel van deze zaak", en: "this is not the key of this case"),
      remedy: Text(nl: "laat iemand uit de kring dit vastleggen", en: "let someone in the circle record it"))
  }

  private static let dagVanVastlegging = Rule(
    id: "ZAAK-DAG", source: "README, Cases",
    demand: Text(
      nl: "van buiten heeft alles in een zaak de dag van vastlegging",
      en: "from outside everything in a case has the day of recording"),
    on: [ZaakBijgewerkt.self]
  ) { context in
    guard context.event.effective != ImpreciseDate(context.event.signedOn) else { return nil }
    return Refusal(
      Text(nl: "de ingangsdatum is niet de dag van vastlegging", en: "the date is not the day of recording"),
      remedy: Text(nl: "de eigen datum staat in de verzegelde inhoud", en: "the own date is in the sealed content"))
  }
}
