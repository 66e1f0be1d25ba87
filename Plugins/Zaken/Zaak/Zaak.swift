import Governance
import Ledger
import LedgerCrypto

/// A case as one of its members knows it.
struct Zaak: Sendable {
  let stream: StreamID
  let opening: Opening
  let procedure: Procedure
  /// Every entry that counts for who it was signed by, in the order of the log, also those that were corrected.
  let feiten: [Zaakfeit]
  /// Who belongs to it now.
  let leden: [Lid]
  /// What should not be there.
  let bevindingen: [Zaakbevinding]
  /// The number of its last entry.
  let nummer: Int64
  /// Signs for it in the log.
  let sleutel: ClosedKey
  /// Of the whole circle.
  let hoofdgeheim: CircleSecret
  /// Of the circles within it that this member belongs to.
  let kringen: [[String]: CircleSecret]
  /// Every secret of it that this member knows.
  let geheimen: [CircleSecret]

  var kenmerk: String { stream.kenmerk }

  /// The steps that were taken and count, in the order of the log.
  var stappen: [Zaakfeit] { feiten.filter { $0.telt && $0.gebeurtenis.stap != nil } }

  /// Who has a function in it now.
  func leden(met functies: some Collection<String>) -> [Lid] { leden.filter { functies.contains($0.functie) } }

  /// The functions of a key.
  func functies(_ key: Thumbprint) -> [Deelnemer] {
    leden.filter { $0.sleutel == key }.compactMap { procedure.deelnemer($0.functie) }
  }

  /// The route that it follows.
  var route: Route? { opening.over.flatMap { procedure.route(over: $0) } }

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

  /// When a step was last taken.
  func laatste(_ stap: String) -> Zaakfeit? { stappen.last { $0.gebeurtenis.stap == stap } }
}
