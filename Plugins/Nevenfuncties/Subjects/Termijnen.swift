import Governance
import Ledger
import Organisatie

/// The terms of activities beside the function; each with the length of the rules in force when its clock started.
enum NevenfunctieTerms {
  static func bevestiging(_ interval: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "NEV-T-BEVESTIGING", Text(nl: "nevenwerkzaamheden bevestigen", en: "confirming the activities"),
      TermRule(TermLength(interval), .eigenRegel),
      starts: Text(
        nl: "de vorige bevestiging, of de eerste melding", en: "the confirmation before, or the first report"),
      meets: Text(nl: "de houder bevestigt", en: "the holder confirms"),
      consequence: Text(nl: "de lijst toont dat de bevestiging te laat is", en: "the list shows that it is overdue"),
      source: "de vastgelegde regels; 004:5425-5426")
  }

  static func beslissing(_ length: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "NEV-T-BESLISSING", Text(nl: "beslissen op een melding", en: "deciding on a report"),
      TermRule(TermLength(length), .eigenRegel),
      starts: Text(nl: "de melding of wijziging", en: "the report or change"),
      meets: Text(nl: "er is besloten", en: "it is decided"),
      consequence: Text(nl: "de melding blijft onbeslist", en: "the report stays undecided"),
      source: "de vastgelegde regels; 004:3919; 001:187-189; 003:265")
  }

  static func bijwerking(_ length: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "NEV-T-BIJWERKING", Text(nl: "de openbare opgave bijwerken", en: "updating the public statement"),
      TermRule(TermLength(length), .eigenRegel),
      starts: Text(nl: "het besluit of het einde", en: "the decision or the end"),
      meets: Text(
        nl: "de opgave is gepubliceerd, bijgewerkt, ingetrokken of achterwege gelaten",
        en: "the statement is published, updated, withdrawn or left out"),
      consequence: Text(nl: "de lijst is niet actueel", en: "the list is not up to date"),
      source: "de vastgelegde regels; 004:5425-5426")
  }

  static func bewaring(_ length: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "NEV-T-BEWARING", Text(nl: "einde zichtbaarheid beëindigde opgave", en: "end of showing an ended statement"),
      TermRule(TermLength(length), .eigenRegel),
      starts: Text(nl: "het einde van de opgave", en: "the end of the statement"),
      meets: Text(nl: "de inhoud vervalt van de lijst", en: "its content lapses from the list"),
      consequence: Text(nl: "vernietig daarna de openbare velden", en: "erase the public fields afterwards"),
      source: "de vastgelegde regels; AVG art. 5 lid 1 e")
  }

  static func draaideur(_ length: Tijdsduur, _ source: String) -> TermDeclaration {
    TermDeclaration(
      id: "NEV-T-DRAAIDEUR", Text(nl: "wie vertrok niet inhuren", en: "not hiring who left"),
      TermRule(TermLength(length), .eigenRegel),
      starts: Text(
        nl: "de laatste functie in dienst eindigt, voor zover dit grootboek weet",
        en: "the last function in service ends, as far as this ledger knows"),
      meets: Text(nl: "de tijd gaat voorbij", en: "the time passes"),
      consequence: Text(
        nl: "inhuur in die tijd is niet zonder meer toegestaan",
        en: "hiring in that time is not allowed without more ado"),
      source: source)
  }

  /// Neither has a length in the sources, so neither is counted (004:3944-3945; 004:5425-5426).
  static let hertoetsing = TermDeclaration(
    id: "NEV-T-HERTOETSING", Text(nl: "melding opnieuw toetsen", en: "judging a report again"), nil,
    starts: Text(nl: "de functie wijzigt", en: "the function changes"),
    meets: Text(nl: "er is besloten", en: "it is decided"),
    consequence: Text(nl: "belangen kunnen zijn veranderd", en: "interests can have changed"), source: "004:3944-3945")
  static let ontvangst = TermDeclaration(
    id: "NEV-T-ONTVANGST", Text(nl: "opgave of bevestiging ontvangen", en: "receiving a statement or confirmation"),
    nil,
    starts: Text(nl: "de houder bekleedt een aangewezen functie", en: "the holder holds a designated function"),
    meets: Text(nl: "de houder meldt of bevestigt", en: "the holder reports or confirms"),
    consequence: Text(nl: "de lijst toont «nog niet ontvangen»", en: "the list shows “not received yet”"),
    source: "004:5425-5426; 003:268; 001:190-191")
}
