import Governance

/// The clocks of vertrouwenspersonen.
enum VertrouwenspersonenTerms {
  /// The end of a term: renew before it, or let it end (004:5604-5608).
  static let termijn = TermDeclaration(
    id: "VP-TERMIJN",
    Text(
      nl: "termijn verlengen vóór deze dag, of laten eindigen", en: "renewing the term before this day, or its end"),
    nil,
    starts: Text(nl: "de benoeming of de vorige verlenging", en: "the appointment or the renewal before"),
    meets: Text(nl: "de verlenging of het einde is vastgelegd", en: "the renewal or the end is recorded"),
    consequence: Text(
      nl: "de benoeming eindigt van rechtswege", en: "the appointment ends by law"), source: "004:5604-5608")

  /// The end of a contract.
  static let contract = TermDeclaration(
    id: "VP-CONTRACT",
    Text(
      nl: "laatste dag van het contract: verlengen of laten eindigen",
      en: "last day of the contract: renewing it, or its end"), nil,
    starts: Text(nl: "het contract", en: "the contract"),
    meets: Text(nl: "de verlenging of het einde is vastgelegd", en: "the renewal or the end is recorded"),
    consequence: Text(nl: "er is geen externe meer", en: "there is no external one any more"), source: "004:5626-5627")

  /// The last day of a certification.
  static let certificering = TermDeclaration(
    id: "VP-CERTIFICERING",
    Text(
      nl: "laatste dag van de certificering LVV: vernieuwen", en: "last day of the LVV certification: renewing it"),
    nil,
    starts: Text(nl: "de vorige certificering", en: "the certification before"),
    meets: Text(nl: "een nieuwe certificering is vastgelegd", en: "a new certification is recorded"),
    consequence: Text(
      nl: "zie punt V-2 van de regels", en: "see point V-2 of the rules"), source: "004:5610-5611; 004:5626-5627")

  /// What ends by itself: a term, a contract, a certification.
  static let eindes: Set = [termijn.id, contract.id, certificering.id]

  /// Yearly intervisie.
  static let intervisie = TermDeclaration(
    id: "VP-INTERVISIE", Text(nl: "jaarlijkse intervisie", en: "yearly intervisie"),
    TermRule(.of(1, .jaren), .eigenRegel),
    starts: Text(nl: "de eerste dag of de vorige intervisie", en: "the first day or the intervisie before"),
    meets: Text(nl: "intervisie is vastgelegd", en: "intervisie is recorded"),
    consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: "004:5740-5741")

  /// Refresher training as often as the municipality settled.
  static func bijscholing(_ interval: Tijdsduur) -> TermDeclaration {
    TermDeclaration(
      id: "VP-BIJSCHOLING", Text(nl: "bij- of nascholing", en: "refresher training"),
      TermRule(TermLength(interval), .eigenRegel),
      starts: Text(nl: "de eerste dag of de vorige scholing", en: "the first day or the training before"),
      meets: Text(nl: "scholing is vastgelegd", en: "training is recorded"),
      consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: "004:5740-5741")
  }

  /// Refresher training of which nobody settled how often.
  static let bijscholingOngeregeld = TermDeclaration(
    id: "VP-BIJSCHOLING",
    Text(nl: "bij- of nascholing (hoe vaak is niet geregeld)", en: "refresher training (how often is not settled)"),
    nil, starts: Text(nl: "de eerste dag", en: "the first day"),
    meets: Text(nl: "scholing is vastgelegd", en: "training is recorded"),
    consequence: Text(nl: "niet te bepalen of de plicht is nagekomen", en: "whether the duty is met cannot be told"),
    source: "004:5740-5741")

  /// The overview of one year.
  static func jaaroverzicht(_ year: Int64) -> TermDeclaration {
    TermDeclaration(
      id: "VP-JAAROVERZICHT-\(year)",
      Text(nl: "jaaroverzicht \(year) aan de werkgever", en: "overview of \(year) to the employer"), nil,
      starts: Text(nl: "het einde van het jaar", en: "the end of the year"),
      meets: Text(nl: "het jaaroverzicht is vastgelegd", en: "the overview is recorded"),
      consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: "004:5685-5686")
  }
}
