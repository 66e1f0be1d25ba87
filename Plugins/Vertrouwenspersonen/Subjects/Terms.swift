import Governance

/// The clocks of vertrouwenspersonen.
enum VertrouwenspersonenTerms {
  /// The end of a term: renew before it, or let it end.
  static let termijn = TermDeclaration(
    id: "VP-TERMIJN",
    Text(
      nl: "termijn verlengen vóór deze dag, of laten eindigen", en: "renewing the term before this day, or its end"),
    nil,
    starts: Text(nl: "de benoeming of de vorige verlenging", en: "the appointment or the renewal before"),
    meets: Text(nl: "de verlenging of het einde is vastgelegd", en: "the renewal or the end is recorded"),
    consequence: Text(
      nl: "de benoeming eindigt van rechtswege", en: "the appointment ends by law"),
    source: "de benoeming of verlenging zelf")

  /// The end of a contract.
  static let contract = TermDeclaration(
    id: "VP-CONTRACT",
    Text(
      nl: "laatste dag van het contract: verlengen of laten eindigen",
      en: "last day of the contract: renewing it, or its end"), nil,
    starts: Text(nl: "het contract", en: "the contract"),
    meets: Text(nl: "de verlenging of het einde is vastgelegd", en: "the renewal or the end is recorded"),
    consequence: Text(nl: "er is geen externe meer", en: "there is no external one any more"),
    source: "het contract zelf")

  /// The last day of a certification, where the rules ask or prefer one.
  static let certificering = TermDeclaration(
    id: "VP-CERTIFICERING",
    Text(
      nl: "laatste dag van de certificering LVV: vernieuwen", en: "last day of the LVV certification: renewing it"),
    nil,
    starts: Text(nl: "de vorige certificering", en: "the certification before"),
    meets: Text(nl: "een nieuwe certificering is vastgelegd", en: "a new certification is recorded"),
    consequence: Text(
      nl: "zie punt V-2 van de regels", en: "see point V-2 of the rules"), source: "het certificaat zelf")

  /// What ends by itself: a term, a contract, a certification.
  static let eindes: Set = [termijn.id, contract.id, certificering.id]

  /// Intervisie as often as the rules say.
  static func intervisie(_ interval: Tijdsduur?, _ source: String) -> TermDeclaration {
    TermDeclaration(
      id: "VP-INTERVISIE", Text(nl: "intervisie", en: "intervisie"),
      interval.map { TermRule(TermLength($0), .eigenRegel) },
      starts: Text(nl: "de eerste dag of de vorige intervisie", en: "the first day or the intervisie before"),
      meets: Text(nl: "intervisie is vastgelegd", en: "intervisie is recorded"),
      consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: source)
  }

  /// Refresher training as often as the rules say.
  static func bijscholing(_ interval: Tijdsduur?, _ source: String) -> TermDeclaration {
    TermDeclaration(
      id: "VP-BIJSCHOLING", Text(nl: "bij- of nascholing", en: "refresher training"),
      interval.map { TermRule(TermLength($0), .eigenRegel) },
      starts: Text(nl: "de eerste dag of de vorige scholing", en: "the first day or the training before"),
      meets: Text(nl: "scholing is vastgelegd", en: "training is recorded"),
      consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: source)
  }

  /// The same of which nobody settled how often.
  static func zonderTermijn(_ declaration: TermDeclaration) -> TermDeclaration {
    declaration.aangevuld(
      id: declaration.id, Text(nl: " (hoe vaak is niet geregeld)", en: " (how often is not settled)"),
      Text(nl: "niet te bepalen of de plicht is nagekomen", en: "whether the duty is met cannot be told"))
  }

  /// The same where it was due before this ledger was founded.
  static func voorheen(_ declaration: TermDeclaration) -> TermDeclaration {
    declaration.aangevuld(
      id: "\(declaration.id)-VOORHEEN", Text(nl: " (van vóór dit grootboek)", en: " (from before this ledger)"),
      Text(nl: "geen: het is niet vastgelegd", en: "none: it is not recorded"))
  }

  /// What is said of what was due before this ledger was founded.
  static let nietVastgelegd = Text(
    nl: "of het is gedaan: van vóór de opening van dit grootboek is dat niet vastgelegd",
    en: "whether it was done: of before this ledger was founded that is not recorded")

  /// The overview of one year.
  static func jaaroverzicht(_ year: Int64, _ source: String) -> TermDeclaration {
    TermDeclaration(
      id: "VP-JAAROVERZICHT-\(year)",
      Text(nl: "jaaroverzicht \(year) aan de werkgever", en: "overview of \(year) to the employer"), nil,
      starts: Text(nl: "het einde van het jaar", en: "the end of the year"),
      meets: Text(nl: "het jaaroverzicht is vastgelegd", en: "the overview is recorded"),
      consequence: Text(nl: "de plicht is niet nagekomen", en: "the duty is not met"), source: source)
  }

  /// The overview of a year that was due before this ledger was founded.
  static func jaaroverzichtVoorheen(_ year: Int64, _ source: String) -> TermDeclaration {
    voorheen(jaaroverzicht(year, source))
  }
}

extension TermDeclaration {
  /// A declaration like this one that cannot be counted.
  fileprivate func aangevuld(id: String, _ addition: Text, _ consequence: Text) -> TermDeclaration {
    TermDeclaration(
      id: id, name + addition, nil, starts: starts, meets: meets, consequence: consequence, source: source)
  }
}
