import Governance
import Ledger

/// A public statement with its versions.
struct Opgave {
  let stream: StreamID
  let feiten: [Fact]
  let melding: StreamID
  /// During which days its own stream says that it is on the list; nil when the publication itself was a mistake.
  let levensduur: (vanaf: CalendarDate, tot: CalendarDate?)?
  /// The days on which, as its last version by then says, the activity is still done.
  let looptijd: Stretches<Bool>

  init?(_ feiten: [Fact]) {
    guard let first = feiten.first, let melding = first[OpgaveGepubliceerd.melding] else { return nil }
    stream = first.stream
    self.feiten = feiten
    self.melding = melding
    let counting = first.counts ? feiten.filter(\.counts) : []
    let published = counting.lazy.filter { $0.is(OpgaveGepubliceerd.self, OpgaveBijgewerkt.self) }.map(\.day).min()
    let withdrawn = counting.lazy.filter { $0.is(OpgaveIngetrokken.self) }.map(\.day).min()
    looptijd = Self.looptijd(counting.filter { $0.is(OpgaveGepubliceerd.self, OpgaveBijgewerkt.self) })
    levensduur = published.flatMap { published in
      withdrawn.map { published < $0 } ?? true ? (published, withdrawn) : nil
    }
  }

  private static func looptijd(_ versions: [Fact]) -> Stretches<Bool> {
    guard versions.contains(where: { $0[Opgaveveld.laatsteDag] != nil }) else {
      return Stretches(changingOn: []) { _ in true }
    }
    let version = Stretches(last: versions) { $0.day }
    let ends = versions.compactMap { $0[Opgaveveld.laatsteDag]?.volgende }
    return Stretches(changingOn: version.changes + ends) { day in
      version.on(day)?[Opgaveveld.laatsteDag].map { day <= $0 } ?? true
    }
  }

  /// The versions that count, oldest first; empty when the publication itself was a mistake.
  func versies(op day: CalendarDate? = nil) -> [Fact] {
    guard feiten.first?.counts == true else { return [] }
    return feiten.filter { feit in
      feit.counts && (feit.is(OpgaveGepubliceerd.self) || feit.is(OpgaveBijgewerkt.self))
        && day.map { feit.happened(by: $0) } ?? true
    }
  }

  /// Whether it is on the list, as far as its own stream says.
  func leeft(op day: CalendarDate? = nil) -> Bool {
    guard let (from, until) = levensduur else { return false }
    return day.map { from <= $0 } ?? true && until.map { until in day.map { $0 < until } ?? false } ?? true
  }

  /// The statement of a stream.
  static func of(_ stream: StreamID, _ views: ViewReader) throws -> Opgave? { Opgave(try views.facts(in: stream)) }

  /// The statements made of an activity, in the order in which they were published.
  static func of(melding: StreamID, _ views: ViewReader) throws -> [Opgave] {
    try views.facts(where: OpgaveGepubliceerd.melding, is: melding, of: OpgaveGepubliceerd.self)
      .compactMap { try of($0.stream, views) }
  }

  /// Every statement.
  static func all(_ views: ViewReader) throws -> [Opgave] {
    try views.streams(of: NevenfunctiesPlugin.types(of: OpgaveGepubliceerd.type.streamKind)).compactMap { Opgave($0) }
  }
}
