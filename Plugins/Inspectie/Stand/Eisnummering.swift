import Foundation
import Governance
import Ledger

/// What a letter asks of a tree of demands, in its own numbers and in its own order.
struct Eisnummering {
  private let regels: [Eisregel]
  private let nummers: [String: String]

  /// - Parameter brief: The letter; without one, all of a tree is asked, as the tree has it.
  init(_ brief: Eisbrief?, _ views: ViewReader) throws {
    let lines = try brief.flatMap { try views.fact(at: $0.position) }?[EisOpgelegd.nummering] ?? []
    regels = lines.sorted { $0.nummer.compare($1.nummer, options: .numeric) == .orderedAscending }
    nummers = Dictionary(lines.map { ($0.eis, $0.nummer) }) { first, _ in first }
  }

  /// The number that the letter itself gives a demand; nil when it gives none.
  subscript(_ eis: String) -> String? { nummers[eis] }

  /// Whether a demand is asked: a letter that numbers its demands asks no others.
  func vraagt(_ eis: Eis) -> Bool { nummers.isEmpty || nummers[eis.id] != nil }

  /// The demands of a tree that are asked, in the order of the letter where it numbers them, as who wrote it looks for
  /// them; else in that of the tree.
  func gevraagd(in boom: Eisenboom) -> [Eis] {
    let places = Dictionary((regels.map(\.eis) + boom.eisen.map(\.id)).enumerated().map { ($1, $0) }) { first, _ in
      first
    }
    return boom.eisen.filter(vraagt).sorted { places[$0.id] ?? 0 < places[$1.id] ?? 0 }
  }
}
