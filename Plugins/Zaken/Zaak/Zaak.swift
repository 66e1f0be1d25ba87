import Governance
import Ledger
import LedgerCrypto

/// A case as one of its members knows it.
struct Zaak: Sendable {
  let stream: StreamID
  /// The member who knows it so.
  let lezer: Thumbprint
  let opening: Opening
  /// What counts of it, and who belongs to it now.
  var stand: Zaakstand
  /// What should not be there.
  let bevindingen: [Zaakbevinding]
  /// The number of its last entry in the log, whether this member can open it or not.
  let nummer: Int64
  /// The organisation's mark on the key that signs for it in the log.
  let merk: StreamMark
  /// Of the whole circle; nil when the next entry needs another one.
  let hoofdgeheim: Kringgeheim?
  /// Of the circles within it that this member belongs to, by the functions they are for.
  let kringen: [[String]: Kringgeheim]
  /// Every secret of the whole circle that this member knows.
  let hoofdgeheimen: [CircleSecret]
  /// Every secret of a circle within it that this member knows.
  let kringgeheimen: [[String]: [CircleSecret]]
  /// The numbers of the entries that were destroyed.
  var vernietigd: Set<Int64> = []
  /// The numbers of the entries beside which there is a line of the register.
  var registerregels: Set<Int64> = []
  /// Whether the line of the register was destroyed, and the dossier was not.
  var isRegelVernietigd = false

  /// Signs for it in the log; grown from its seed by who signs, because lists have no need of it.
  var sleutel: ClosedKey {
    get throws { ClosedKey(stream: stream, signing: try SigningKey(seed: opening.sleutel), mark: merk) }
  }

  var kenmerk: String { stream.kenmerk }
  var procedure: Procedure { stand.procedure }
  /// Every entry that counts for who it was signed by, in the order of the log, also those that were corrected.
  var feiten: [Zaakfeit] { stand.feiten }
  /// Who belongs to it now.
  var leden: [Lid] { stand.leden }
  /// The steps that were taken and count, in the order of the log.
  var stappen: [Zaakfeit] { stand.stappen }
  /// Where each track stands; a track that was not opened is left out.
  var toestanden: [String: Toestand] { stand.toestanden }
  /// Whether nothing is left to be done: every track that was opened has ended.
  var isTenEinde: Bool { stand.isTenEinde }
  /// Whether it was closed, and not opened again since.
  var isGesloten: Bool { stand.isGesloten }

  /// The number of the entry beside which the line of the register stands; nil when there is none.
  var registerregel: Int64? { registerregels.max() }
  /// Whether the dossier was destroyed: only the line of the register is left.
  var isDossierVernietigd: Bool { vernietigd.contains(1) }

  /// Whether papers of this kind are still there.
  func heeft(_ bewaring: Bewaring) -> Bool {
    bewaring.voorwerp == .registerregel ? !isRegelVernietigd : !isDossierVernietigd
  }

  /// Who has a function in it now.
  func leden(met functies: some Collection<String>) -> [Lid] { leden.filter { functies.contains($0.functie) } }

  /// The functions of a key.
  func functies(_ key: Thumbprint) -> [Deelnemer] {
    leden.filter { $0.sleutel == key }.compactMap { procedure.deelnemer($0.functie) }
  }

  /// The route that it follows.
  var route: Route? { opening.over.flatMap { procedure.route(over: $0) } }

  /// The case as it stood on a day; nil when it had not begun.
  func zoals(op dag: CalendarDate) -> Zaak? {
    var zaak = self
    zaak.stand = stand.zoals(op: dag)
    return zaak.feiten.isEmpty ? nil : zaak
  }

  /// When a step was last taken.
  func laatste(_ stap: String) -> Zaakfeit? { stappen.last { $0.gebeurtenis.stap == stap } }
}
