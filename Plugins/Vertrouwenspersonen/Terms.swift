import Governance
import Ledger
import Organisatie

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

extension VertrouwenspersonenPlugin {
  /// The clocks of terms, certification, intervisie, training and the yearly overview.
  public func terms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm] {
    let regels = try Vertrouwenspersonenregels(on: day, views)
    let all = try VertrouwenspersonenView().all(views)
    let calendars = try Kalenders(views)
    let clocks = all.filter { $0.begin != nil }.flatMap { benoeming in
      benoeming.termijnen + benoeming.intervisies(on: day, regels, by: calendars)
        + benoeming.bijscholingen(on: day, regels, by: calendars)
    }
    return try clocks + certifications(all, on: day, regels) + overviews(all, on: day, regels, views)
  }

  /// A certification belongs to a person, so its clock runs on the newest appointment.
  private func certifications(
    _ all: [Benoeming], on day: CalendarDate, _ regels: Vertrouwenspersonenregels
  ) -> [RunningTerm] {
    let begun = all.filter { $0.begin != nil }
    return begun.filter { benoeming in
      !begun.contains { $0.persoon == benoeming.persoon && $0.nummer > benoeming.nummer }
    }.flatMap { benoeming in benoeming.certificeringsklokken(on: day, regels) }
  }

  /// One clock for each year in which someone served, from the year in which recording began.
  private func overviews(
    _ all: [Benoeming], on day: CalendarDate, _ regels: Vertrouwenspersonenregels, _ views: ViewReader
  ) throws -> [RunningTerm] {
    guard let first = all.first(where: { $0.begin != nil }), let begin = first.begin else { return [] }
    let given = try Jaaroverzicht.all(views)
    let recorded = all.compactMap { $0.begin?.vastgelegd.date.year }.min() ?? begin.vastgelegd.date.year
    guard recorded <= day.year else { return [] }
    return try (recorded...day.year).compactMap { year in
      let last = try CalendarDate(year: year, month: 12, day: 31)
      let newYear = try CalendarDate(year: year, month: 1, day: 1)
      // Who began before the year's end and had not gone before it began.
      let served = all.contains { benoeming in
        benoeming.begin.map { $0.op.isAfter(last) != .yes } == true
          && benoeming.einddag(regels).map { $0 > newYear } ?? true
      }
      guard served else { return nil }
      let due = regels.jaaroverzichtUiterlijk.dag
      let end = try CalendarDate(year: year + 1, month: due.month, day: due.day)
      let overview = given.first { $0.jaar == Int64(year) }
      return RunningTerm(
        VertrouwenspersonenTerms.jaaroverzicht(Int64(year)),
        on: Onderwerp(stream: first.stream, versie: nil, handle: "jaaroverzicht-\(year)"), .on(ImpreciseDate(end)),
        startedBy: begin.position, met: overview?.feit.op,
        positions: [overview?.feit.position].compactMap(\.self))
    }
  }
}
