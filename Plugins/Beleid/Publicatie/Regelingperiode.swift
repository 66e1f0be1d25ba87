import Governance
import Instemming
import Ledger
import LedgerCrypto

/// How a rule stood from a day on, for who lays two days side by side.
struct Regelingperiode: Sendable {
  /// What is compared.
  struct Stand: Sendable, Hashable {
    let status: Regelingstatus
    let titel: String
    /// The version that held, or those that may have; else the one adopted last.
    let nummers: [Int]
    /// The text of that version; nil when there are several, or it is not in the ledger.
    let digest: Digest?
  }

  let stand: Stand
  /// Why it held, did not or is not known to have.
  let reden: String
  let vanaf: CalendarDate
  /// The last day; nil while it is so.
  var totEnMet: CalendarDate?
  /// The position of the event that made it so; nil when it follows from several, as that a term ran out.
  let vastgelegd: UInt64?
  /// The same of what came after it.
  var vervangen: UInt64?
}

extension Regelinglezer {
  /// How a rule stood on each day from the first on which a version was adopted, as far as is known now.
  func perioden(_ regeling: Regeling, _ nu: Overzicht) throws -> [Regelingperiode] {
    let facts =
      regeling.feiten.filter { $0.counts || $0.isCorrection }
      + (try Instemmingsfeiten.verloop(over: regeling.stream, in: views).map(\.feit))
    let looptijden = nu.geldend.versies.flatMap { [$0.vanaf, $0.tot].compactMap(\.self) }
    let days = Set(facts.flatMap(\.boundaries) + looptijden.flatMap(Self.grenzen)).filter { $0 <= dag }.sorted()
    var perioden: [Regelingperiode] = []
    for day in days {
      guard let (stand, reden) = try stand(regeling, on: day), perioden.last?.stand != stand else { continue }
      let position = facts.filter { $0.counts && $0.boundaries.contains(day) }.map(\.position).max()
      if !perioden.isEmpty {
        perioden[perioden.count - 1].totEnMet = try day.adding(days: -1)
        perioden[perioden.count - 1].vervangen = position
      }
      perioden.append(Regelingperiode(stand: stand, reden: reden, vanaf: day, vastgelegd: position))
    }
    return perioden
  }

  /// How it stood on one day; nil while no version had been adopted.
  private func stand(_ regeling: Regeling, on day: CalendarDate) throws -> (Regelingperiode.Stand, reden: String)? {
    let overzicht = try Overzicht(regeling, op: day, views, opening: opening)
    guard let main = overzicht.versie, overzicht.vastgesteld.contains(where: { $0.nummer == main.nummer }) else {
      return nil
    }
    let kandidaten = overzicht.geldend.kandidaten
    let reden = overzicht.geldend.versies.first { $0.versie.nummer == main.nummer }?.reden ?? Text("–")
    let isNietig = try Nietigheidsbeeld(main, of: regeling, views)?.gevolg == .nietig
    return (
      Regelingperiode.Stand(
        status: Regelingstatus(overzicht.toestand, isNietig: isNietig), titel: main.titel,
        nummers: kandidaten.isEmpty ? [main.nummer] : kandidaten.map(\.versie.nummer),
        digest: kandidaten.count > 1 ? nil : main.digest),
      reden(.dutch)
    )
  }

  /// The days on which what a date says can begin to be so, or to be certain.
  private static func grenzen(_ date: ImpreciseDate) -> [CalendarDate] {
    [date.earliest, date.latest, date.latest.flatMap { try? $0.adding(days: 1) }].compactMap(\.self)
  }
}
