import Governance
import Ledger
import LedgerCrypto
import Organisatie

/// One holder of one designated function, over all the times that person held it.
struct Plek {
  let functie: OpenbareFunctie
  let persoon: StreamID
  let perioden: [Bekleding]
  let aanwijzingen: [Aanwijzing]

  /// The pseudonym of the holder within this function: it cannot be found beside another one.
  let kaart: String

  init(functie: OpenbareFunctie, persoon: StreamID, perioden: [Bekleding], aanwijzingen: [Aanwijzing]) {
    self.functie = functie
    self.persoon = persoon
    self.perioden = perioden
    self.aanwijzingen = aanwijzingen
    kaart = String(SHA256.hash(Array("\(functie.stroom) \(persoon)".utf8)).hex.prefix(16))
  }

  /// The time in which the function is held on a day, when that is on the list by the rules of that day.
  func bekleding(op day: CalendarDate, _ regels: [Regels]) -> Bekleding? {
    guard let rules = regels.geldend(op: day), aanwijzingen.contains(where: { $0.geldt(op: day) }) else { return nil }
    return perioden.last { period in
      period.isBekleed(op: day) != .no && (rules.instellingen.inhuur || !period.inhuur)
    }
  }

  /// Since when the holder is on the list in this period: the later of the designation and the holding.
  func sinds(_ bekleding: Bekleding, op day: CalendarDate) -> ImpreciseDate {
    guard let designation = aanwijzingen.last(where: { $0.geldt(op: day) }),
      bekleding.van.isAfter(designation.vanaf) != .yes
    else { return bekleding.van }
    return ImpreciseDate(designation.vanaf)
  }

  /// The days on which it can begin or end to be on the list.
  var grenzen: [CalendarDate] {
    let held = perioden.flatMap { period in
      [period.van, period.neergelegd, period.opgeheven].compactMap(\.self).flatMap { [$0.earliest, $0.latest] }
        + [period.tot.flatMap(\.volgende)]
    }
    let designated = aanwijzingen.flatMap { [$0.vanaf, $0.totEnMet?.volgende] }
    return (held + designated).compactMap(\.self)
  }

  /// Every holder of a designated function, by function and then by who came first.
  static func all(_ namen: Namen, _ aanwijzingen: [Aanwijzing], _ views: ViewReader) throws -> [Plek] {
    let designations = Dictionary(grouping: aanwijzingen, by: \.functie)
    return try namen.functies.flatMap { functie in
      let held = try Functies.bekledingen(of: functie.stroom, views).sorted { left, right in
        let (leftDay, rightDay) = (left.van.earliest ?? .first, right.van.earliest ?? .first)
        return (leftDay, left.position) < (rightDay, right.position)
      }
      var seen: Set<StreamID> = []
      let periods = Dictionary(grouping: held, by: \.persoon)
      return held.filter { seen.insert($0.persoon).inserted }.map { first in
        Plek(
          functie: functie, persoon: first.persoon, perioden: periods[first.persoon] ?? [],
          aanwijzingen: designations[functie.stroom] ?? [])
      }
    }
  }
}

extension CalendarDate {
  /// The day after; nil at the end of the calendar.
  var volgende: CalendarDate? { try? adding(days: 1) }
  /// The day before; nil at the start of the calendar.
  var vorige: CalendarDate? { try? adding(days: -1) }
}
