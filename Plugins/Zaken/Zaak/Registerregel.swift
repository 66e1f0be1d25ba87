import Governance
import Ledger
import LedgerCrypto

/// The line of a case in its register: what remains to be known of it when the dossier is destroyed, and which can be
/// destroyed itself while the dossier is kept.
///
/// It says which steps were taken and when, who belongs to the case and the key that signs for it, so that it can be read
/// without anything else; of what was recorded only what decides where a step led and when retention counts.
struct Registerregel: Sendable, Hashable {
  /// Something that counts: a step, a change of version, a close or a hold.
  struct Feit: Sendable, Hashable {
    let nummer: Int64
    let op: ImpreciseDate
    let gebeurtenis: Zaakgebeurtenis
    /// The version of the procedure under which it was recorded.
    let versie: Digest
    let door: Thumbprint
  }

  /// What the case was opened with, and who belongs to it now.
  let opening: Opening
  let feiten: [Feit]

  init(opening: Opening, feiten: [Feit]) {
    self.opening = opening
    self.feiten = feiten
  }

  /// The line of a case as it stands.
  init(_ opening: Opening, _ stand: Zaakstand) {
    self.opening = Opening(
      procedure: opening.procedure, digest: opening.digest, over: opening.over, betrokken: opening.betrokken,
      leden: stand.leden, sleutel: opening.sleutel)
    var versie = opening.digest
    var feiten: [Feit] = []
    for feit in stand.feiten where feit.telt {
      if case .overgestapt(let overstap) = feit.gebeurtenis { versie = overstap.digest }
      guard let blijft = feit.gebeurtenis.inRegel else { continue }
      feiten.append(Feit(nummer: feit.nummer, op: feit.op, gebeurtenis: blijft, versie: versie, door: feit.door))
    }
    self.feiten = feiten
  }

  /// The values that the line keeps, by `number.field`, with the field that each is of.
  static func waarden(_ stand: Zaakstand) -> [(naam: String, veld: Veld, procedure: Procedure, waarden: [String])] {
    stand.stappen.flatMap { feit in
      (feit.stap?.velden ?? []).compactMap { veld in
        guard let waarden = feit.velden[veld.id], isNodig(veld, feit, stand.procedure) else { return nil }
        return (naam(feit.nummer, veld.id), veld, feit.procedure, waarden)
      }
    }
  }

  /// Whether the line says what a case says that was just closed: nothing that counts is left out, and nothing is added.
  /// - Parameter velden: The values that the reader could open.
  func klopt(_ opening: Opening, _ stand: Zaakstand, _ velden: Veldwaarden) -> Bool {
    let waarden = Dictionary(
      Self.waarden(stand).map { ($0.naam, $0.waarden) }, uniquingKeysWith: { first, _ in first })
    return self == Registerregel(opening, stand) && velden.allSatisfy { waarden[$0.key] == $0.value }
  }

  static func naam(_ nummer: Int64, _ veld: String) -> String { "\(nummer).\(veld)" }

  /// Whether a value decides where its step led, or from when something is kept.
  private static func isNodig(_ veld: Veld, _ feit: Zaakfeit, _ procedure: Procedure) -> Bool {
    if case .per(veld.id, _)? = feit.stap?.naar { return true }
    return procedure.bewaring.flatMap(\.brondatum).contains { $0.stap == feit.gebeurtenis.stap && $0.veld == veld.id }
  }
}

extension Procedure {
  /// Whether the line of the register and the dossier are kept each for a time of its own.
  var heeftEigenRegel: Bool { Set(bewaring.map { $0.voorwerp == .registerregel }).count == 2 }
}

extension Zaakgebeurtenis {
  /// What of it stays in the line of the register; nil for what does not.
  fileprivate var inRegel: Zaakgebeurtenis? {
    switch self {
    case .geopend(_, let stap): .gezet(stap: stap)
    case .gezet, .overgestapt, .gesloten, .heropend, .gehouden, .losgelaten: self
    case .toegangVerleend, .toegangIngetrokken, .gecorrigeerd, .aangevuld, .identiteitGeopend, .uitgenomen, .verstrekt,
      .medegedeeld,
      .ingeschreven:
      nil
    }
  }
}

extension Registerregel {
  var json: JSON {
    [
      "opening": opening.json, "feiten": .array(feiten.map(\.json)),
    ]
  }

  init?(_ json: JSON) {
    guard let opening = json["opening"].flatMap({ Opening($0) }) else { return nil }
    let feiten = (json["feiten"]?.array ?? []).map { Feit($0) }
    guard feiten.allSatisfy({ $0 != nil }) else { return nil }
    self.init(opening: opening, feiten: feiten.compactMap(\.self))
  }
}

extension Registerregel.Feit {
  fileprivate var json: JSON {
    [
      "nummer": .int(nummer), "op": op.json, "soort": .string(gebeurtenis.naam), "gegevens": gebeurtenis.gegevens,
      "versie": .string(versie.hex), "door": door.json,
    ]
  }

  fileprivate init?(_ json: JSON) {
    guard let nummer = json["nummer"]?.int, let op = json["op"].flatMap({ ImpreciseDate(json: $0) }),
      let gebeurtenis = json["soort"]?.string.flatMap({ Zaakgebeurtenis($0, json["gegevens"] ?? .null) }),
      let versie = json["versie"]?.string.flatMap({ try? Digest(hex: $0) }),
      let door = json["door"].flatMap({ Thumbprint(json: $0) })
    else { return nil }
    self.init(nummer: nummer, op: op, gebeurtenis: gebeurtenis, versie: versie, door: door)
  }
}
