import Governance
import Ledger

/// What runs out by itself: mandates with a last day, and functions held until a fixed day.
///
/// Nothing is late when they do: the day is listed so that whoever wants to renew does so before it.
enum OrganisatieTerms {
  /// The last day of a mandate.
  static let mandaat = TermDeclaration(
    id: "ORG-MANDAAT", Text(nl: "mandaat loopt af", en: "mandate runs out"), nil,
    starts: Text(
      nl: "het mandaat is verleend tot en met een dag", en: "the mandate was given up to and including a day"),
    meets: Text(
      nl: "verleng het met een nieuw mandaat, of laat het aflopen", en: "renew it with a new mandate, or let it run out"
    ),
    consequence: Text(
      nl: "de gemandateerde ondertekent niet meer in haar plaats",
      en: "who was mandated no longer signs in the giver's place"),
    source: "Awb 10:5; Awb 10:8")

  /// The last day for which someone holds a function.
  static let bekleding = TermDeclaration(
    id: "ORG-BEKLEDING",
    Text(nl: "laatste dag in een functie, vooraf bepaald", en: "last day in a function, set beforehand"),
    nil,
    starts: Text(
      nl: "de functie is bekleed tot en met een dag", en: "the function was taken up up to and including a day"),
    meets: Text(
      nl: "leg vast wie haar daarna bekleedt, of laat het aflopen",
      en: "record who holds it after that, or let it run out"
    ),
    consequence: Text(nl: "de functie wordt door deze persoon niet meer bekleed", en: "this person no longer holds it"),
    source: "004:3569-3570; 004:5607-5608")

  /// When something that runs out was seen to: renewed before its last day, and else on that day, when it ran out.
  static func met(_ last: CalendarDate, renewed: CalendarDate?, on day: CalendarDate) -> ImpreciseDate? {
    if let renewed, renewed <= min(last, day) { return ImpreciseDate(renewed) }
    return last < day ? ImpreciseDate(last) : nil
  }
}
