import Governance
import Ledger

extension NevenfunctieRules {
  /// What the correction of a financial interest may do; its content is judged by no rule.
  static let interests = [mistakenInterest, withinCircle]

  private static let mistakenInterest = Rule(
    id: "NEV-BELANG-CORRECTIE", source: "README, The event",
    demand: Text(
      nl: "een correctie betreft een melding van een belang in dezelfde stroom, die nog telt",
      en: "a correction concerns a report of an interest in the same stream that still counts"),
    on: [VertrouwelijkeMeldingGecorrigeerd.self]
  ) { context in
    let report = try context.event[Correction.event].flatMap { try Belangmelding.with($0, context.views) }
    guard let report, report.stream == context.event.stream else {
      return Refusal(
        Text(
          nl: "deze gebeurtenis is niet de melding van dit belang", en: "this event is not the report of this interest"),
        remedy: Text(
          nl: "geef het nummer van de melding: waarborg nevenfunctie belang corrigeer NUMMER --reden @BESTAND",
          en: "give the number of the report: waarborg nevenfunctie belang corrigeer NUMBER --reden @FILE"))
    }
    guard let earlier = report.gecorrigeerd else { return nil }
    return Refusal(
      Text(
        nl: "nummer \(report.position) telt al niet meer, door nummer \(earlier)",
        en: "number \(report.position) counts no more already, by number \(earlier)"),
      remedy: Text(
        nl:
          "meld het belang opnieuw zoals het is: waarborg nevenfunctie belang meld --functie FUNCTIE --soort SOORT --omschrijving @BESTAND",
        en:
          "report the interest again as it is: waarborg nevenfunctie belang meld --functie FUNCTION --soort KIND --omschrijving @FILE"
      ))
  }

  private static let withinCircle = Rule(
    id: "NEV-BELANG-KRING", source: "README, The event",
    demand: Text(
      nl: "een belang wordt gecorrigeerd door wie het kan lezen", en: "an interest is corrected by who can read it"),
    on: [VertrouwelijkeMeldingGecorrigeerd.self]
  ) { context in
    let key = context.event.signed.key
    guard try !context.circle(of: context.event.stream).contains(where: { $0.id == key }) else { return nil }
    return Refusal(
      Text(
        nl: "deze sleutel hoort niet bij de kring van dit belang",
        en: "this key is not in the circle of this interest"),
      remedy: Text(
        nl: "laat corrigeren wie het belang vastlegde of er met --ook-voor bij werd genoemd",
        en: "let it be corrected by who recorded the interest or was named with --ook-voor"))
  }
}
