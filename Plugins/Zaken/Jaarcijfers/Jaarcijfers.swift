import Governance
import Ledger

/// The figures of one procedure over one closed year, with what would show a single case left out.
struct Jaarcijfers: Sendable, Hashable {
  /// From how many cases on numbers are broken down, and shown to the public.
  static let least = 5

  let procedure: String
  let jaar: Int
  let aantal: Int
  /// How the cases ended, with how many; empty where that would show a single case.
  let uitkomsten: [String]

  /// Counts the cases that were opened in a year, as one who belongs to all of them sees them.
  init(_ zaken: [Zaak], procedure: String, jaar: Int) {
    let counted = zaken.filter { $0.procedure.id == procedure && $0.feiten.first?.op.earliest?.year == jaar }
    self.procedure = procedure
    self.jaar = jaar
    aantal = counted.count
    let ends = Dictionary(grouping: counted) { zaak in
      zaak.toestanden[Toestand.hoofdspoor].flatMap { $0.isEind ? $0.id : nil } ?? "loopt nog"
    }.mapValues(\.count)
    uitkomsten =
      Self.isTeTonen(ends.map(\.value), of: counted.count)
      ? ends.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } : []
  }

  init(procedure: String, jaar: Int, aantal: Int, uitkomsten: [String]) {
    self.procedure = procedure
    self.jaar = jaar
    self.aantal = aantal
    self.uitkomsten = uitkomsten
  }

  /// Whether a breakdown tells nothing of a single case: no cell is small, so none can be found by subtracting the others
  /// from the sum, and no cell holds all, which would say it of every one.
  static func isTeTonen(_ cells: [Int], of sum: Int) -> Bool {
    sum >= least && cells.count > 1 && cells.allSatisfy { $0 >= least }
  }

  /// The number as the public reads it.
  var publiek: String { aantal < Self.least ? "minder dan \(Self.least)" : "\(aantal)" }
}
