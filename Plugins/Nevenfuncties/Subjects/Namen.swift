import Governance
import Ledger
import Organisatie

/// How designated functions and reports are called: `gemeentesecretaris`, `gemeentesecretaris/1`; each given once.
struct Namen {
  /// Every designated function, in the order of their first designation.
  let functies: [OpenbareFunctie]
  private let perStroom: [StreamID: OpenbareFunctie]

  init(_ views: ViewReader) throws { self.init(try Self.functies(views)) }

  init(_ functies: [OpenbareFunctie]) {
    self.functies = functies
    perStroom = Dictionary(functies.map { ($0.stroom, $0) }) { first, _ in first }
  }

  /// A designated function.
  func functie(_ stream: StreamID) -> OpenbareFunctie? { perStroom[stream] }

  /// The handle of every report, in one pass over all of them in the order of the log.
  func handles(_ werkzaamheden: [Werkzaamheid]) -> [StreamID: String] {
    var numbers: [StreamID: Int] = [:]
    var handles: [StreamID: String] = [:]
    for activity in werkzaamheden {
      let number = numbers[activity.gemeldeFunctie, default: 0] + 1
      numbers[activity.gemeldeFunctie] = number
      handles[activity.stream] = functie(activity.gemeldeFunctie).map { "\($0.slug)/\(number)" }
    }
    return handles
  }

  /// Every designated function, in the order of their first designation.
  static func functies(_ views: ViewReader) throws -> [OpenbareFunctie] {
    try views.keys(AangewezenFunctie.self).compactMap { key in
      guard let stream = key.streams.first, try views.subject(AangewezenFunctie.self, key) != nil else { return nil }
      return try functie(stream, views)
    }
  }

  /// A function that is or was designated; nil for another.
  static func functie(_ stream: StreamID, _ views: ViewReader) throws -> OpenbareFunctie? {
    guard let (slug, _) = try views.number(AangewezenFunctie.self, SubjectKey(stream)) else { return nil }
    let designation = try Aanwijzing.of(stream, views).last
    return OpenbareFunctie(
      stroom: stream, naam: try Functies.functie(stream, views)?.naam ?? "functie", slug: slug,
      grondslag: designation?.grondslag, verantwoordelijke: designation?.verantwoordelijke)
  }

  /// The designated function that a word names; nil when it names none.
  static func functie(_ slug: String, _ views: ViewReader) throws -> OpenbareFunctie? {
    try views.key(AangewezenFunctie.self, series: slug, number: 1)?.streams.first.flatMap { try functie($0, views) }
  }

  /// `gemeentesecretaris/1`; nil for a report beside a function that was never designated.
  static func handle(_ melding: StreamID, _ views: ViewReader) throws -> String? {
    guard let (functie, number) = try views.number(Werkzaamheid.self, SubjectKey(melding)),
      let stream = StreamID(functie), let (slug, _) = try views.number(AangewezenFunctie.self, SubjectKey(stream))
    else { return nil }
    return "\(slug)/\(number)"
  }

  /// The report that a handle names; nil when the word before the slash is none of a designated function.
  /// - Throws: `Failure` when the function is designated but has no such report.
  static func melding(_ handle: String, _ views: ViewReader) throws -> StreamID? {
    if let stream = StreamID(handle), stream.kind == NevenwerkzaamheidGemeld.type.streamKind { return stream }
    let parts = handle.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let functie = try functie(parts[0].lowercased(), views) else { return nil }
    guard let number = Int64(parts[1]), number > 0,
      let key = try views.key(Werkzaamheid.self, series: functie.stroom.description, number: number)
    else {
      throw Failure(
        .notFound, Text(nl: "er is geen melding «\(handle)»", en: "there is no report “\(handle)”"),
        remedy: Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
    }
    return key.streams.first
  }

  /// The word for a name.
  static func slug(_ naam: String) -> String {
    let slug = naam.slug
    return slug.isEmpty ? "functie" : slug
  }
}

/// A function that is or was designated, with the word by which it is called.
struct AangewezenFunctie: Subject {
  /// Whether it is designated.
  enum State: String, CaseIterable {
    case aangewezen
  }

  static let kind = "aangewezenfunctie"
  static let version = 2
  /// A report gives its function a word too, designated or not: reports are called by it.
  static let events: [any EventDefinition.Type] = [
    FunctieAangewezen.self, FunctieaanwijzingIngetrokken.self, FunctieaanwijzingGecorrigeerd.self,
    NevenwerkzaamheidGemeld.self,
  ]

  /// Its designations that count, in the order of the log; never empty.
  let aanwijzingen: [Aanwijzing]

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let functie = key.streams.first else { return nil }
    aanwijzingen = try views.facts(where: Houderschap.functie, is: functie, of: FunctieAangewezen.self)
      .compactMap { Aanwijzing(try views.facts(in: $0.stream)) }
    if aanwijzingen.isEmpty { return nil }
  }

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    let functie = try fact[Houderschap.functie] ?? views.facts(in: fact.stream).first?[Houderschap.functie]
    guard let key = functie.map({ SubjectKey($0) }) else { return .these([]) }
    if fact.is(NevenwerkzaamheidGemeld.self), try views.number(Self.self, key) != nil { return .these([]) }
    return .these([key])
  }

  /// A word that no other function has: the name, or the name with the first number that is free.
  static func series(openedBy fact: Fact, in views: ViewReader) throws -> String? {
    guard let functie = fact[Houderschap.functie] else { return nil }
    let base = Namen.slug(try Functies.functie(functie, views)?.naam ?? "functie")
    var (slug, number) = (base, 1)
    while try views.key(Self.self, series: slug, number: 1) != nil {
      number += 1
      slug = "\(base)-\(number)"
    }
    return slug
  }

  func days(in views: ViewReader) -> [CalendarDate] {
    aanwijzingen.flatMap { [$0.vanaf, $0.totEnMet?.volgende].compactMap(\.self) }
  }

  func standing(on day: CalendarDate, in views: ViewReader) -> [Standing<State>] {
    aanwijzingen.contains { $0.geldt(op: day) } ? [Standing(.aangewezen)] : []
  }
}
