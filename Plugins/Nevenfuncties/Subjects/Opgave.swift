import Governance
import Ledger

/// A public statement with its versions.
struct Opgave {
  let stream: StreamID
  let feiten: [Fact]
  let melding: StreamID

  init?(_ feiten: [Fact]) {
    guard let first = feiten.first, let melding = first[OpgaveGepubliceerd.melding] else { return nil }
    stream = first.stream
    self.feiten = feiten
    self.melding = melding
  }

  /// The versions that count, oldest first; empty when the publication itself was a mistake.
  func versies(op day: CalendarDate? = nil) -> [Fact] {
    guard feiten.first?.counts == true else { return [] }
    return feiten.filter { feit in
      feit.counts && (feit.is(OpgaveGepubliceerd.self) || feit.is(OpgaveBijgewerkt.self))
        && day.map { feit.happened(by: $0) } ?? true
    }
  }

  /// The fact that it is off the list.
  func ingetrokken(op day: CalendarDate? = nil) -> Fact? {
    feiten.first { $0.counts && $0.is(OpgaveIngetrokken.self) && (day.map($0.happened(by:)) ?? true) }
  }

  /// Whether it is on the list, as far as its own stream says.
  func leeft(op day: CalendarDate? = nil) -> Bool { !versies(op: day).isEmpty && ingetrokken(op: day) == nil }

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
