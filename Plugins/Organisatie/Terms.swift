import Governance
import Ledger

/// What runs out by itself: mandates with a last day, and functions held until a fixed day.
///
/// Nothing is late when they do: the day is listed so that whoever wants to renew does so before it.
enum OrganisatieTerms {
  /// The last day of a mandate.
  static let mandaat = TermDeclaration(
    id: "ORG-MANDAAT", Text(nl: "mandaat loopt af", en: "mandate runs out"), nil,
    starts: Text(nl: "het mandaat is verleend tot een dag", en: "the mandate was given until a day"),
    meets: Text(
      nl: "verleng het met een nieuw mandaat, of laat het aflopen", en: "renew it with a new mandate, or let it run out"
    ),
    consequence: Text(
      nl: "de gemandateerde ondertekent niet meer in haar plaats",
      en: "who was mandated no longer signs in the giver's place"),
    source: "Awb 10:5; Awb 10:8")

  /// The last day for which someone holds a function.
  static let bekleding = TermDeclaration(
    id: "ORG-BEKLEDING", Text(nl: "functie is bekleed tot een vaste dag", en: "function is held until a fixed day"),
    nil, starts: Text(nl: "de functie is bekleed tot een dag", en: "the function was taken up until a day"),
    meets: Text(
      nl: "leg vast wie haar daarna bekleedt, of laat het aflopen",
      en: "record who holds it after that, or let it run out"
    ),
    consequence: Text(nl: "de functie wordt door deze persoon niet meer bekleed", en: "this person no longer holds it"),
    source: "004:4403-4404")

  /// When something that runs out was seen to: renewed before its last day, and else on that day, when it ran out.
  private static func met(_ last: CalendarDate, renewed: CalendarDate?, on day: CalendarDate) -> ImpreciseDate? {
    if let renewed, renewed <= min(last, day) { return ImpreciseDate(renewed) }
    return last < day ? ImpreciseDate(last) : nil
  }

  /// The clock of a mandate; nil when it has no last day or has not begun.
  static func term(of mandate: Mandaatrij, among all: [Mandaatrij], on day: CalendarDate) -> RunningTerm? {
    guard let last = mandate.tot, mandate.van <= day else { return nil }
    let renewal = all.first { $0.renews(mandate, endingOn: last) }
    let withdrawn = mandate.ingetrokken.flatMap { $0 <= last ? ImpreciseDate($0) : nil }
    return RunningTerm(
      mandaat, on: Onderwerp(stream: mandate.stream, versie: nil, handle: mandate.handle), .on(ImpreciseDate(last)),
      startedBy: mandate.position, met: met(last, renewed: renewal?.vastgelegd, on: day), withdrawn: withdrawn,
      positions: [renewal?.position].compactMap(\.self))
  }

  /// The clock of one time that someone holds a function; nil without a last day or before it begins.
  static func term(
    of holding: Bekleding, in function: Functie, among all: [Bekleding], on day: CalendarDate
  ) -> RunningTerm? {
    guard let last = holding.tot, holding.van.isAfter(day) != .yes else { return nil }
    // Whoever comes next, this person again or another, the function is seen to.
    let dayAfter = try? last.adding(days: 1)
    let next = dayAfter.flatMap { day in
      all.first { $0.position > holding.position && $0.isBekleed(op: day) != .no }
    }
    let withdrawn = [holding.neergelegd, holding.opgeheven].compactMap(\.self).first { $0.isOnOrBefore(last) == .yes }
    return RunningTerm(
      bekleding, on: Onderwerp(stream: function.stream, versie: nil, handle: function.naam), .on(ImpreciseDate(last)),
      startedBy: holding.position, met: met(last, renewed: next?.vastgelegd, on: day), withdrawn: withdrawn,
      positions: [next?.position].compactMap(\.self))
  }
}

/// A mandate as the view has it, with the day on which it was recorded.
struct Mandaatrij: Sendable, Hashable {
  let stream: StreamID
  let position: UInt64
  let mandaatgever: Rol
  let gemandateerde: Rol
  let gebeurtenissen: Set<String>
  let van: CalendarDate
  let tot: CalendarDate?
  let vastgelegd: CalendarDate
  /// The first day on which it no longer holds.
  let ingetrokken: CalendarDate?

  init?(_ row: TableRow) {
    func day(_ column: String) -> CalendarDate? { row.text(column).flatMap { try? CalendarDate($0) } }
    guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let position = row.int("position"),
      let giver = row.text("mandaatgever").flatMap({ Rol(rawValue: $0) }),
      let receiver = row.text("gemandateerde").flatMap({ Rol(rawValue: $0) }), let names = row.text("gebeurtenissen"),
      let van = day("van"), let vastgelegd = day("vastgelegd")
    else { return nil }
    self.stream = stream
    self.position = UInt64(position)
    mandaatgever = giver
    gemandateerde = receiver
    gebeurtenissen = Set(names.split(separator: ", ").map { String($0) })
    self.van = van
    tot = day("tot")
    self.vastgelegd = vastgelegd
    ingetrokken = day("ingetrokken")
  }

  /// Every mandate, in the order in which they were recorded.
  static func all(_ views: ViewReader) throws -> [Mandaatrij] {
    try views.rows(OrganisatieView(), "SELECT * FROM {mandaat} ORDER BY position").compactMap { Mandaatrij($0) }
  }

  /// Who gave it to whom, for a list.
  var handle: String { "\(mandaatgever.rawValue) → \(gemandateerde.rawValue)" }

  /// Whether it takes the place of an earlier one when that ends: the same roles, at least the same events, no day between.
  func renews(_ earlier: Mandaatrij, endingOn last: CalendarDate) -> Bool {
    position > earlier.position && mandaatgever == earlier.mandaatgever && gemandateerde == earlier.gemandateerde
      && gebeurtenissen.isSuperset(of: earlier.gebeurtenissen) && van.daysSinceEpoch - last.daysSinceEpoch <= 1
      && (tot.map { $0 > last } ?? true) && ingetrokken == nil
  }
}

extension OrganisatiePlugin {
  /// Mandates and functions that end on a day that was fixed beforehand.
  public func terms(in views: ViewReader, on day: CalendarDate) throws -> [RunningTerm] {
    let mandates = try Mandaatrij.all(views)
    let ofMandates = mandates.compactMap { OrganisatieTerms.term(of: $0, among: mandates, on: day) }
    let ofFunctions = try Functies.metVasteDag(views).flatMap { function in
      let all = try Functies.bekledingen(of: function.stream, views)
      return all.compactMap { OrganisatieTerms.term(of: $0, in: function, among: all, on: day) }
    }
    return ofMandates + ofFunctions
  }
}

extension Functies {
  /// The functions that someone holds or held until a day that was fixed beforehand.
  static func metVasteDag(_ views: ViewReader) throws -> [Functie] {
    try views.rows(
      OrganisatieView(),
      """
      SELECT * FROM {eenheid} WHERE stroom IN (SELECT functie FROM {bekleding} WHERE tot IS NOT NULL) ORDER BY position
      """
    ).compactMap { Unit($0).map { Functie($0) } }
  }
}
