import Governance
import Ledger
import Organisatie

/// What is known of one person as a holder: the functions, and what was reported, published and confirmed beside them.
///
/// It is read by person, so who asks about one holder reads one holder; what a day's answer needs is kept for the pass.
struct Dossier: Subject {
  /// A dossier stands in no list.
  enum State: String, CaseIterable {
    case bekend
  }

  static let kind = "nevenfunctiedossier"
  static let events = Aanraking.events

  private let feiten: Registerfeiten

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let persoon = key.streams.first else { return nil }
    feiten = try Registerfeiten(op: .last, van: persoon, views)
  }

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    guard let personen = try Aanraking.personen(fact, views) else { return .all }
    return .these(personen.map { SubjectKey($0) })
  }

  /// What of it had happened by a day.
  func op(_ day: CalendarDate) -> Registerfeiten { feiten.op(day) }

  /// The dossier of a person.
  static func van(_ persoon: StreamID, _ views: ViewReader) throws -> Dossier? {
    try views.subject(Dossier.self, SubjectKey(persoon))
  }
}

/// Which holders an event is about.
enum Aanraking {
  /// Everything that can change how a report, a statement or a holder stands.
  static let events: [any EventDefinition.Type] =
    NevenfunctiesPlugin.feiten + [
      FunctieBekleed.self, FunctieNeergelegd.self, FunctieOpgeheven.self, FunctieGecorrigeerd.self,
    ]

  /// The holders; nil for all of them, when the rules change.
  static func personen(_ fact: Fact, _ views: ViewReader) throws -> [StreamID]? {
    if fact.is(NevenfunctieregelsVastgesteld.self) { return nil }
    if let persoon = fact[Houderschap.persoon] { return [persoon] }
    switch fact.stream.kind {
    case FunctieOpgeheven.type.streamKind: return try houders(fact.stream, views)
    case FunctieAangewezen.type.streamKind:
      let functie = try views.last(of: FunctieAangewezen.self, in: fact.stream)?[Houderschap.functie]
      return try (functie ?? fact[Houderschap.functie]).map { try houders($0, views) } ?? []
    case OpgaveGepubliceerd.type.streamKind:
      let melding = try views.facts(in: fact.stream).first?[OpgaveGepubliceerd.melding]
      return try melding.flatMap { try views.facts(in: $0).first?[Houderschap.persoon] }.map { [$0] } ?? []
    default: return try views.facts(in: fact.stream).first?[Houderschap.persoon].map { [$0] } ?? []
    }
  }

  /// The holders with the functions of theirs that it is about; nil for all of them, when the rules change.
  static func houders(_ fact: Fact, _ views: ViewReader) throws -> [SubjectKey]? {
    guard let personen = try personen(fact, views) else { return nil }
    let functies = try functies(fact, views)
    return personen.flatMap { persoon in functies.map { Houder.key($0, persoon) } }
  }

  /// The functions that an event is about, or the report of which it tells: beside those it was ever done.
  private static func functies(_ fact: Fact, _ views: ViewReader) throws -> [StreamID] {
    func beside(_ melding: StreamID) throws -> [StreamID] {
      try Werkzaamheid.functies(views.facts(in: melding)).sorted { $0.description < $1.description }
    }
    switch fact.stream.kind {
    case FunctieOpgeheven.type.streamKind: return [fact.stream]
    case NevenwerkzaamheidGemeld.type.streamKind: return try beside(fact.stream)
    case OpgaveGepubliceerd.type.streamKind:
      return try views.facts(in: fact.stream).first?[OpgaveGepubliceerd.melding].map { try beside($0) } ?? []
    case FunctieAangewezen.type.streamKind:
      let functie = try views.last(of: FunctieAangewezen.self, in: fact.stream)?[Houderschap.functie]
      return try [functie ?? views.facts(in: fact.stream).first?[Houderschap.functie]].compactMap(\.self)
    default: return try [views.facts(in: fact.stream).first?[Houderschap.functie]].compactMap(\.self)
    }
  }

  /// Everyone who ever held a function.
  private static func houders(_ functie: StreamID, _ views: ViewReader) throws -> [StreamID] {
    var seen: Set<StreamID> = []
    return try views.facts(in: functie).filter { $0.is(FunctieBekleed.self) }
      .compactMap { $0[Houderschap.persoon] }.filter { seen.insert($0).inserted }
  }
}
