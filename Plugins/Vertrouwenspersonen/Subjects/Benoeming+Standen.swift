import Governance
import Instemming
import Ledger

/// How an appointment stands, as lists ask for it.
enum Benoemingsstand: String, CaseIterable {
  /// An internal one, or an external one, holds the function.
  case intern, extern
  /// Something that the rule asks of it is not met.
  case plicht
  /// The function was held in the year of the day, whether or not losing certification ends it.
  case jaar
  /// Likewise, where losing certification ends it.
  case jaarMetCertificaat
  /// It began, or will begin; listed by the year in which it does.
  case begonnen

  /// Whoever holds the function.
  static let dienend = [intern, extern]
}

extension Benoeming: Subject {
  typealias State = Benoemingsstand

  static let kind = "vertrouwenspersoon"
  /// What handles begin with.
  static let reeks = "vertrouwenspersoon"
  static let events: [any EventDefinition.Type] =
    VertrouwenspersonenRules.personal + [
      VertrouwenspersoonGecorrigeerd.self, VertrouwenspersonenregelsVastgesteld.self,
      VertrouwenspersonenGecorrigeerd.self,
    ] + Instemmingsfeiten.events

  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? { reeks }

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    // A correction tells of whom or of what it is by the fact that it names.
    let meant = try fact[Correction.event].flatMap { try views.fact($0) } ?? fact
    if meant.is(VertrouwenspersonenregelsVastgesteld.self) { return .all }
    if let subject = try Instemmingsfeiten.onderwerp(of: fact, in: views) {
      return .these(try nummer(subject, views) == nil ? [] : [SubjectKey(subject)])
    }
    guard let person = meant[KandidaatVoorgedragen.persoon] else { return .these([]) }
    var streams = [fact.stream]
    // What belongs to the person, and which appointment is the newest, is of every appointment of that person.
    if meant.isBegin || meant.is(CertificeringVastgelegd.self, ScholingVastgelegd.self) {
      streams += try Self.streams(of: person, views).filter { $0 != fact.stream }
    }
    return .these(streams.map { SubjectKey($0) })
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    guard let begin else { return [] }
    let starts = [begin] + verlengingen
    let facts =
      starts + [einde].compactMap(\.self) + alle(IntervisieVastgelegd.self) + alle(RegisterOvergedragen.self)
      + certificeringen + scholingen
    let lastDays = (starts + certificeringen).compactMap { $0[CertificeringVastgelegd.laatsteDag] }
    let ends = [einde?.effective.latest, certificaatEinde].compactMap(\.self) + starts.compactMap(\.tot)
    let years = (ends + [begin.effective.earliest].compactMap(\.self)).flatMap { [$0.year, $0.year + 1] }
    return keuzes.flatMap(\.feit.boundaries) + facts.flatMap(\.boundaries) + ends + lastDays
      + lastDays.compactMap { try? $0.adding(days: 1) }
      + years.compactMap { try? CalendarDate(year: $0, month: 1, day: 1) }
  }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<Benoemingsstand>] {
    guard begin != nil else { return [] }
    let regels = keuzes.regels(on: day)
    var standing = [Standing(Benoemingsstand.begonnen, order: ListOrder(Int64(beginjaar), nummer))]
    let serves = dient(on: day, regels)
    if serves != .no { standing.append(Standing(vorm == .intern ? .intern : .extern, serves)) }
    if !plichten(on: day).isEmpty { standing.append(Standing(.plicht)) }
    if try diende(in: day.year) { standing.append(Standing(.jaar)) }
    if try diende(in: day.year, until: [functieEinde, certificaatEinde].compactMap(\.self).min()) {
      standing.append(Standing(.jaarMetCertificaat))
    }
    return standing
  }

  /// The year in which it began; of a beginning of which no first day is known, that in which it was recorded.
  var beginjaar: Int { begin.map { $0.effective.earliest?.year ?? $0.recordedOn.year } ?? .max }

  private var functieEinde: CalendarDate? { [einde?.effective.latest, tot].compactMap(\.self).min() }

  /// Whether the function was held in a year, whatever losing certification does.
  func diende(in year: Int) throws -> Bool { try diende(in: year, until: functieEinde) }

  /// Who began before the year's end and had not gone before it began.
  private func diende(in year: Int, until end: CalendarDate?) throws -> Bool {
    let (first, last) = (
      try CalendarDate(year: year, month: 1, day: 1), try CalendarDate(year: year, month: 12, day: 31)
    )
    return begin.map { $0.effective.isAfter(last) != .yes } == true && end.map { $0 > first } ?? true
  }
}
