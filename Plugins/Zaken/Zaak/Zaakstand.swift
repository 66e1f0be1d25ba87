import Governance
import Ledger

/// How a case stands after some of its entries: what counts of it, and who belongs to it.
struct Zaakstand: Sendable {
  let procedure: Procedure
  /// In the order of the log, also those that were corrected.
  var feiten: [Zaakfeit] = []
  var leden: [Lid] = []

  /// The steps that were taken and count, in the order of the log.
  var stappen: [Zaakfeit] { feiten.filter { $0.telt && $0.gebeurtenis.stap != nil } }

  /// The functions of a key.
  func functies(_ key: Thumbprint) -> Set<String> { Set(leden.filter { $0.sleutel == key }.map(\.functie)) }

  /// Where each track stands; a track that was not opened is left out.
  var toestanden: [String: Toestand] {
    var toestanden: [String: Toestand] = [:]
    for feit in stappen {
      guard let stap = feit.gebeurtenis.stap.flatMap({ procedure.stap($0) }),
        let naar = Self.naar(stap, feit.velden).flatMap({ procedure.toestand($0) })
      else { continue }
      toestanden[naar.spoor] = naar
    }
    return toestanden
  }

  /// Where a step leads, with what is recorded of it; nil when the state stays.
  static func naar(_ stap: Stap, _ velden: Veldwaarden) -> String? {
    switch stap.naar {
    case .blijft: nil
    case .toestand(let id): id
    case .per(let veld, let ids): velden[veld]?.first.flatMap { ids[$0] }
    }
  }

  /// Whether nothing is left to be done: every track that was opened has ended.
  var isTenEinde: Bool {
    let toestanden = toestanden
    return toestanden[Toestand.hoofdspoor] != nil && toestanden.values.allSatisfy(\.isEind)
  }

  /// Whether it was closed, and not opened again since.
  var isGesloten: Bool {
    feiten.last { feit in
      guard feit.telt else { return false }
      switch feit.gebeurtenis {
      case .gesloten, .heropend: return true
      default: return false
      }
    }.map { $0.gebeurtenis == .gesloten } ?? false
  }
}
