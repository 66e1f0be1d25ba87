import Governance
import Ledger
import LedgerCrypto
import Organisatie

/// What changing a case over to another version does to its clocks, before it is done.
///
/// What was met stays met and what was missed stays missed; only what still runs is counted anew, from the same start.
struct Overstapverschil: Sendable {
  /// What becomes of one clock.
  enum Gevolg: Sendable, Hashable {
    /// It was decided, and stays as it was.
    case blijft
    /// It runs on to the same day.
    case gelijk
    /// It runs on to another day, or is counted otherwise.
    case wordt
    /// The new version does not know it.
    case vervalt
    /// Only the new version knows it; it runs from what started it, or waits for that.
    case nieuw

    var text: Text {
      switch self {
      case .blijft: Text(nl: "blijft", en: "stays")
      case .gelijk: Text(nl: "verandert niet", en: "does not change")
      case .wordt: Text(nl: "wordt opnieuw berekend", en: "is counted anew")
      case .vervalt: Text(nl: "vervalt", en: "is dropped")
      case .nieuw: Text(nl: "nieuw", en: "new")
      }
    }
  }

  struct Regel: Sendable {
    let was: Klok?
    let wordt: Klok?
    let gevolg: Gevolg

    /// The clock that is spoken of.
    var klok: Klok? { was ?? wordt }
  }

  let regels: [Regel]

  /// - Parameters:
  ///   - zaak: The case as it is.
  ///   - na: The same case, changed over.
  init(_ zaak: Zaak, na: Zaak, op dag: CalendarDate, _ kalenders: Kalenders?) {
    let voor = zaak.klokken(op: dag, kalenders).alle
    let later = na.klokken(op: dag, kalenders).alle
    // Readings of one length are told apart; a term that has not started has one clock.
    regels =
      voor.map { klok in
        let wordt = later.first { $0.kenmerk == klok.kenmerk }
        return Regel(was: klok, wordt: wordt, gevolg: Self.gevolg(klok, wordt))
      }
      + later.filter { klok in !voor.contains { $0.kenmerk == klok.kenmerk } }.map {
        Regel(was: nil, wordt: $0, gevolg: .nieuw)
      }
  }

  private static func gevolg(_ was: Klok, _ wordt: Klok?) -> Gevolg {
    guard let wordt else { return .vervalt }
    if wordt.volgens != nil { return .blijft }
    return was.einde == wordt.einde && was.status == wordt.status ? .gelijk : .wordt
  }
}

extension Zaak {
  /// The case as it would be after changing over.
  func overgestapt(
    _ overstap: Overstap, naar versie: Procedure, op dag: ImpreciseDate, nu: Instant, door key: Thumbprint
  ) -> Zaak {
    var zaak = na(.overgestapt(overstap), op: dag, nu: nu, door: key, versie)
    zaak.stand.procedure = versie
    return zaak
  }

  /// The case as it would be after an entry that counts.
  func na(
    _ gebeurtenis: Zaakgebeurtenis, op dag: ImpreciseDate, nu: Instant, door key: Thumbprint, _ versie: Procedure? = nil
  ) -> Zaak {
    var zaak = self
    zaak.stand.feiten.append(
      Zaakfeit(
        position: feiten.last?.position ?? 0, nummer: nummer + 1, vastgelegd: nu, op: dag, gebeurtenis: gebeurtenis,
        procedure: versie ?? procedure, velden: [:], verborgen: [], door: key))
    return zaak
  }
}
