import Governance

/// The clocks of inspections, risk inventories and measures.
enum InspectieTerms {
  /// T-15.1.
  static let eis = TermDeclaration(
    id: "INSP-EIS", Text(nl: "voldoen aan de eis tot naleving", en: "fulfilling the order to comply"),
    TermRule(.of(6, .maanden), .eigenRegel),
    starts: Text(
      nl: "de dagtekening van de eis; bezwaar schort niet op",
      en: "the date on the letter; objecting does not suspend it"),
    meets: Text(nl: "verklaard is dat aan alle eisen is voldaan", en: "every demand is declared fulfilled"),
    consequence: Text(
      nl: "boeterapport of proces-verbaal; bestuursdwang kan",
      en: "report of fine or official record; enforcement is possible"),
    source: "000:129-135; 000:293-303; 000:467-471")

  /// T-15.2.
  static let bezwaar = TermDeclaration(
    id: "INSP-BEZWAAR", Text(nl: "bezwaar maken tegen de eis", en: "objecting to the order"),
    TermRule(.of(6, .weken), .wet),
    starts: Text(nl: "de eis is verzonden", en: "the order was sent"),
    meets: Text(nl: "het bezwaarschrift is verzonden", en: "the objection was sent"),
    consequence: Text(nl: "het bezwaar kan niet meer worden behandeld", en: "the objection can no longer be treated"),
    source: "000:408-410; Awb 6:7; Awb 6:8; Awb 6:9; Atw 1")

  /// T-15.3.
  static let zienswijze = TermDeclaration(
    id: "INSP-ZIENSWIJZE", Text(nl: "zienswijze geven", en: "giving a view"), nil,
    starts: Text(nl: "het voornemen", en: "the intention"),
    meets: Text(nl: "de zienswijze is gegeven, of blijft achterwege", en: "the view is given, or left out"),
    consequence: Text(nl: "de inspectie gaat verder zonder", en: "the inspectorate goes on without it"),
    source: "000:97-99; Awb 4:8")

  /// AI-0.4.
  static let herbewijs = TermDeclaration(
    id: "INSP-HERBEWIJS", Text(nl: "opnieuw bewijs verzamelen", en: "gathering proof anew"),
    TermRule(.of(1, .jaren), .eigenRegel),
    starts: Text(nl: "de termijn van de eis, of het vorige bewijs", en: "the term of the demand, or the proof before"),
    meets: Text(
      nl: "opnieuw is nagegaan of aan de eis wordt voldaan", en: "it was looked at anew whether the demand is met"),
    consequence: Text(
      nl: "dezelfde overtreding, later gevonden, telt als herhaling",
      en: "the same violation found later counts as a repeat"),
    source: "000:146-149; 000:299-300")

  /// AC-3.1.p.
  static let bekendmaken = TermDeclaration(
    id: "RIE-BEKENDMAKEN", Text(nl: "uitkomsten van de RI&E bekendmaken", en: "making the results known"), nil,
    starts: Text(nl: "de RI&E is vastgesteld", en: "the inventory is adopted"),
    meets: Text(nl: "de uitkomsten zijn aan alle werknemers bekend", en: "the results are known to all employees"),
    consequence: Text(nl: "werknemers kennen de oorzaken niet", en: "employees do not know the causes"),
    source: "002:188-190")

  /// AC-3.1.s.
  static let evaluatieMetOr = TermDeclaration(
    id: "RIE-EVALUATIE-OR",
    Text(nl: "maatregelen evalueren met de ondernemingsraad", en: "evaluating the measures with the works council"),
    TermRule(.of(1, .jaren), .eigenRegel),
    starts: Text(nl: "het plan van aanpak, of de vorige evaluatie", en: "the plan, or the evaluation before"),
    meets: Text(nl: "werkgever en ondernemingsraad hebben geëvalueerd", en: "employer and works council evaluated"),
    consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: "002:199-200")

  /// How often an inventory is revised, as it says itself.
  static func herzien(_ interval: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "RIE-HERZIEN", Text(nl: "de RI&E herzien", en: "revising the inventory"),
      TermRule(TermLength(interval), .eigenRegel),
      starts: Text(nl: "de vorige vaststelling", en: "the adoption before"),
      meets: Text(nl: "de RI&E is opnieuw vastgesteld", en: "the inventory is adopted anew"),
      consequence: Text(nl: "de RI&E is niet actueel", en: "the inventory is not current"),
      source: "000:210-211; Arbeidsomstandighedenwet art. 5 lid 4")
  }

  /// AI-1.13.
  static let uitvoeren = TermDeclaration(
    id: "MTR-UITVOEREN", Text(nl: "maatregel uitvoeren", en: "carrying out a measure"), nil,
    starts: Text(nl: "het plan van aanpak", en: "the plan"),
    meets: Text(nl: "de maatregel is uitgevoerd", en: "the measure is carried out"),
    consequence: Text(nl: "het plan wordt niet uitgevoerd", en: "the plan is not carried out"), source: "000:265-266")

  /// AI-1.14.
  static let evalueren = TermDeclaration(
    id: "MTR-EVALUEREN", Text(nl: "maatregel evalueren", en: "evaluating a measure"), nil,
    starts: Text(nl: "het plan van aanpak", en: "the plan"),
    meets: Text(nl: "vastgelegd is of de maatregel werkt", en: "it is recorded whether the measure works"),
    consequence: Text(nl: "niet bekend is of zij werkt", en: "it is not known whether it works"), source: "000:266-268")

  /// AC-5.1.a.
  static func signalen(_ year: Int) -> TermDeclaration {
    TermDeclaration(
      id: "RIE-SIGNALEN-\(year)",
      Text(nl: "de signalen van \(year) verzamelen", en: "collecting the signals of \(year)"), nil,
      starts: Text(nl: "het jaar", en: "the year"),
      meets: Text(nl: "de signalen van dat jaar zijn verzameld", en: "the signals of that year are collected"),
      consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: "002:348")
  }
}
