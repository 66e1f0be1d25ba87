import Governance
import Ledger

/// The figures of one procedure over one closed year, with what would show a single case left out.
struct Jaarcijfers: Sendable, Hashable {
  /// From how many cases on numbers are broken down, and shown to the public.
  static let least = 5
  /// From how many people on a team has figures of its own.
  static let leastStaff = 10

  let procedure: String
  let jaar: Int
  let aantal: Int
  /// How the cases ended, and by what the procedure's report breaks them down, each with how many; without the breakdowns
  /// that would show a single case.
  let uitkomsten: [String]

  /// Counts the cases that were opened in a year, as one who belongs to all of them sees them.
  /// - Parameter teams: How many people each team has.
  init(_ zaken: [Zaak], _ procedure: Procedure, jaar: Int, teams: [String: Int] = [:]) {
    let counted = zaken.filter { $0.procedure.id == procedure.id && $0.feiten.first?.op.earliest?.year == jaar }
    var regels = Self.verdeling(
      counted.map { zaak in
        zaak.toestanden[Toestand.hoofdspoor].flatMap { $0.isEind ? $0.id : nil } ?? "loopt nog"
      }, onder: nil)
    for rapportage in procedure.rapportages {
      for moment in rapportage.verdeling {
        regels += Self.verdeling(counted.map { $0.code(moment) }, onder: moment.veld)
      }
      if let moment = rapportage.team {
        regels += Self.perTeam(counted.map { $0.code(moment) }, onder: moment.veld, teams)
      }
    }
    self.init(procedure: procedure.id, jaar: jaar, aantal: counted.count, uitkomsten: regels)
  }

  init(procedure: String, jaar: Int, aantal: Int, uitkomsten: [String]) {
    self.procedure = procedure
    self.jaar = jaar
    self.aantal = aantal
    self.uitkomsten = uitkomsten
  }

  /// One breakdown, as lines of text; none when it would show a single case.
  static func verdeling(_ codes: [String], onder naam: String?) -> [String] {
    let cellen = Dictionary(grouping: codes) { $0 }.mapValues(\.count)
    guard isTeTonen(cellen.map(\.value), of: codes.count) else { return [] }
    return cellen.sorted { $0.key < $1.key }.map { "\(naam.map { "\($0) " } ?? "")\($0.key): \($0.value)" }
  }

  /// The same by team; none when one of them is small, because the others and the sum would tell its number.
  static func perTeam(_ codes: [String], onder naam: String?, _ teams: [String: Int]) -> [String] {
    guard codes.allSatisfy({ (teams[$0] ?? 0) >= leastStaff }) else { return [] }
    return verdeling(codes, onder: naam)
  }

  /// Whether a breakdown tells nothing of a single case: no cell is small, so none can be found by subtracting the others
  /// from the sum, and no cell holds all, which would say it of every one.
  static func isTeTonen(_ cells: [Int], of sum: Int) -> Bool {
    sum >= least && cells.count > 1 && cells.allSatisfy { $0 >= least }
  }

  /// The number as the public reads it.
  var publiek: String { aantal < Self.least ? "minder dan \(Self.least)" : "\(aantal)" }
}

extension Zaak {
  /// The code that was last recorded in a field.
  fileprivate func code(_ moment: Moment) -> String {
    laatste(moment.stap)?.waarde(moment.veld ?? "") ?? "niet vastgelegd"
  }
}
