import Governance
import Ledger
import LedgerCrypto
import RuleFiles

/// A tree of demands that holds on a day: adopted here, or with the program.
struct GeldendeBoom: Sendable {
  let boom: Eisenboom
  let bytes: [UInt8]
  let digest: Digest
  /// Where it was adopted; nil for one that comes with the program.
  let vastgesteld: Fact?
}

/// The trees of demands on a day.
struct Eisenbomen {
  let bomen: [GeldendeBoom]

  /// Those of the program alone.
  static let meegeleverd = Eisenbomen(
    bomen: MeegeleverdeBomen.alle.compactMap { boom in
      MeegeleverdeBomen.bytes(boom.id).map {
        GeldendeBoom(boom: boom, bytes: $0, digest: SHA256.hash($0), vastgesteld: nil)
      }
    })

  /// Those adopted by a day, and those of the program for which there is no own version.
  /// - Throws: `Failure` when the file of an adopted tree is not there or cannot be read any more.
  init(op day: CalendarDate, _ views: ViewReader, _ filter: VisibilityFilter) throws {
    var latest: [String: Fact] = [:]
    for fact in try views.facts(of: EisenboomVastgesteld.self) where fact.happened(by: day) {
      if let id = fact[EisenboomVastgesteld.boom] { latest[id] = fact }
    }
    let adopted = try latest.sorted { $0.key < $1.key }.map { try Self.read($0.value, filter) }
    bomen = adopted + Self.meegeleverd.bomen.filter { latest[$0.boom.id] == nil }
  }

  private init(bomen: [GeldendeBoom]) { self.bomen = bomen }

  private static func read(_ fact: Fact, _ filter: VisibilityFilter) throws -> GeldendeBoom {
    let name = fact[EisenboomVastgesteld.boom] ?? "?"
    guard let event = try filter.event(at: fact.position),
      let document = try filter.document(EisenboomVastgesteld.bestand, of: event)
    else {
      throw Failure(
        .foundWanting, Text(nl: "het bestand van boom \(name) ontbreekt", en: "the file of tree \(name) is missing"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    let digest = SHA256.hash(document.bytes)
    guard digest == fact[EisenboomVastgesteld.digest], let boom = GelezenBoom.zonderKeuring(document.bytes) else {
      throw Failure(
        .foundWanting,
        Text(
          nl: "het bestand van boom \(name) is niet dat wat is vastgesteld (nummer \(fact.position))",
          en: "the file of tree \(name) is not what was adopted (number \(fact.position))"),
        remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
    }
    return GeldendeBoom(boom: boom, bytes: document.bytes, digest: digest, vastgesteld: fact)
  }

  /// The tree with a name.
  func boom(_ id: String) -> GeldendeBoom? { bomen.first { $0.boom.id == id } }

  /// The demand with an id, and its tree.
  func eis(_ id: String) -> (eis: Eis, boom: GeldendeBoom)? {
    bomen.lazy.compactMap { found in found.boom.eis(id).map { ($0, found) } }.first
  }

  /// The demands that ask something alike, whichever of the two trees says so.
  func verwant(_ eis: Eis) -> [String] {
    let others = bomen.flatMap(\.boom.eisen).filter { $0.verwant.contains(eis.id) }.map(\.id)
    var seen: Set<String> = []
    return (eis.verwant + others).filter { seen.insert($0).inserted }
  }

  /// Every element that a text must contain, with its tree.
  var elementen: [(element: Inhoudselement, boom: Eisenboom)] {
    bomen.flatMap { found in found.boom.elementen.map { ($0, found.boom) } }
  }
}
