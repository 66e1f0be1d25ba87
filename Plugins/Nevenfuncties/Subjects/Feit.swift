import Governance
import Ledger

typealias Feit = Fact

extension Fact {
  var soort: String { type }
  var op: ImpreciseDate { effective }
  var vastgelegd: Instant { recordedAt }
  var gecorrigeerd: UInt64? { correctedBy }
  var telt: Bool { counts }
  var dag: CalendarDate { day }
  func isGebeurd(op day: CalendarDate) -> Bool { happened(by: day) }

  static func all(_ kind: String, _ views: ViewReader) throws -> [Fact] {
    var facts: [Fact] = []
    try views.forEachFact(of: NevenfunctiesPlugin.types(of: kind)) { facts.append($0) }
    return facts
  }

  static func at(_ position: UInt64, _ views: ViewReader) throws -> Fact? { try views.fact(at: position) }

  static func byStream(_ kind: String, _ views: ViewReader) throws -> [[Fact]] {
    var index: [StreamID: Int] = [:]
    var streams: [[Fact]] = []
    for fact in try all(kind, views) {
      if let known = index[fact.stream] {
        streams[known].append(fact)
      } else {
        index[fact.stream] = streams.count
        streams.append([fact])
      }
    }
    return streams
  }
}
