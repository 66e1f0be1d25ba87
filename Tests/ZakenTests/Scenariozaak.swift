import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Governance
@testable import Zaken

/// A case made of the steps of a row, without a ledger: the same value that a member of a case gets.
struct Scenariozaak {
  let procedure: Procedure
  private(set) var feiten: [Zaakfeit] = []
  private let over: String?

  init(_ procedure: Procedure, over: String?) {
    self.procedure = procedure
    self.over = over
  }

  static let sleutel: SigningKey? = try? SigningKey(seed: SecretBytes([UInt8](repeating: 7, count: 32)))

  var zaak: Zaak {
    get throws {
      let key = try #require(Self.sleutel)
      let stream = try #require(StreamID("Zaak/01900000-0000-7000-8000-000000000001"))
      let box = try BoxSecretKey(seed: SecretBytes([UInt8](repeating: 8, count: 32)))
      let mark = try StreamMark(key.verifyingKey, of: stream, in: "voorbeeldstad.example/zaken", by: box)
      return Zaak(
        stream: stream, lezer: Thumbprint(key.verifyingKey), opening: opening(key),
        stand: Zaakstand(procedure: procedure, feiten: feiten), bevindingen: [], nummer: Int64(feiten.count),
        merk: mark,
        hoofdgeheim: nil, kringen: [:], hoofdgeheimen: [], kringgeheimen: [:])
    }
  }

  private func opening(_ key: SigningKey) -> Opening {
    Opening(
      procedure: procedure.id, digest: SHA256.hash([]), over: over, betrokken: [], leden: [], sleutel: key.seed)
  }

  /// Why a step is refused; nil when it is taken.
  func weigering(_ zet: Scenario.Zet) throws -> Failure? {
    guard let stap = procedure.stap(zet.stap) else {
      Issue.record("\(procedure.id) has no step \(zet.stap)")
      return nil
    }
    let functies = zet.door.map { [$0] } ?? Set(procedure.tekenaars(stap).map(\.id))
    let keuring = feiten.isEmpty ? Stapkeuring(nieuw: procedure) : Stapkeuring(try zaak.stand)
    return keuring.weigering(
      stap, functies,
      Zaakkeuring.Voorstel(
        gebeurtenis: .gezet(stap: stap.id), door: Thumbprint(try #require(Self.sleutel).verifyingKey),
        op: try ImpreciseDate(zet.op), velden: gevuld(stap, zet.velden, zet.op), isVolledig: true))
  }

  /// Records a step.
  mutating func zet(_ zet: Scenario.Zet) throws {
    let key = try #require(Self.sleutel)
    let gebeurtenis: Zaakgebeurtenis
    var velden: Veldwaarden = [:]
    switch zet.stap {
    case "ZaakGesloten": gebeurtenis = .gesloten
    case "ZaakHeropend": gebeurtenis = .heropend(grond: "een nieuw feit")
    case "VernietigingTegengehouden": gebeurtenis = .gehouden(grond: "een geding")
    case "VernietigingVrijgegeven": gebeurtenis = .losgelaten
    default:
      gebeurtenis = feiten.isEmpty ? .geopend(opening(key), stap: zet.stap) : .gezet(stap: zet.stap)
      velden = procedure.stap(zet.stap).map { gevuld($0, zet.velden, zet.op) } ?? zet.velden
    }
    var feit = Zaakfeit(
      position: UInt64(feiten.count + 10), nummer: Int64(feiten.count + 1),
      vastgelegd: try Instant("2027-12-31T12:00:00Z"), op: try ImpreciseDate(zet.op), gebeurtenis: gebeurtenis,
      procedure: procedure, velden: velden, verborgen: [], door: Thumbprint(key.verifyingKey))
    if zet.isGecorrigeerd { feit.gecorrigeerdDoor = feit.nummer + 1 }
    feiten.append(feit)
  }

  /// What a row leaves out because it makes no difference: what should be recorded was, with the first code that can be
  /// chosen and the day of the step itself. An empty word in a row leaves a field blank.
  private func gevuld(_ stap: Stap, _ velden: Veldwaarden, _ dag: String) -> Veldwaarden {
    var gevuld = velden
    for veld in stap.velden where veld.verplicht != .nee && velden[veld.id] == nil {
      if case .veld(let moment, let codes)? = veld.als,
        !(velden[moment.veld ?? moment.stap] ?? []).contains(where: codes.contains)
      {
        continue
      }
      if case .later? = veld.als { continue }
      switch veld.soort {
      case .tekst, .persoon, .document: gevuld[veld.id] = ["‹\(stap.id).\(veld.id)›"]
      case .jaNee: gevuld[veld.id] = ["ja"]
      case .keuze: gevuld[veld.id] = Array(veld.waarden.prefix(1))
      case .datum: gevuld[veld.id] = [dag]
      case .moment, .getal, .duur: break
      }
    }
    for veld in stap.velden where veld.soort == .document { gevuld[veld.id] = gevuld[veld.id]?.map { Self.stuk($0) } }
    return gevuld.filter { $0.value != [""] }
  }

  /// A paper that says what the row says; an empty word stays empty.
  private static func stuk(_ text: String) -> String {
    text.isEmpty || Stukwaarde(text) != nil
      ? text : Stukwaarde(Document(bytes: Array(text.utf8), mediaType: "text/plain")).text
  }

  // MARK: Who

  /// The roles of which a key can have a function in this case.
  func rollen(_ functie: String) throws -> [String] {
    let toelating = try Toelating(procedure, over: over, betrokken: [], KeyRegistry())
    let sleutels = try Rol.allCases.map { try Self.sleutel($0) }
    return sleutels.filter { (try? toelating.lid($0, functie)) != nil }.map(\.rol.rawValue)
  }

  private static func sleutel(_ rol: Rol) throws -> KeyRegistry.RegisteredKey {
    let index = UInt8(Rol.allCases.firstIndex(of: rol) ?? 0)
    let seed = SecretBytes([UInt8](repeating: index + 1, count: 32))
    let signing = try SigningKey(seed: seed).verifyingKey
    return KeyRegistry.RegisteredKey(
      id: Thumbprint(signing), signing: signing, box: try BoxSecretKey(seed: seed).publicKey, rol: rol,
      stream: try #require(StreamID("Sleutel/01900000-0000-7000-8000-000000000002")), registeredAt: 1)
  }

  /// Who sees a field: the functions it is sealed for, and the parties in whose own file it stands.
  func zienden(_ stap: Stap, _ veld: Veld) throws -> Set<String> {
    let zaak = try zaak
    let feit = try #require(zaak.laatste(stap.id))
    let waarde = try #require(feit.waarde(veld.id), "\(stap.id) says nothing of \(veld.id)")
    let everyone = Set(procedure.deelnemers.map(\.id))
    let partijen = procedure.deelnemers.filter { partij in
      partij.soort == .partij
        && Partijdossier(zaak.stand, voor: partij, persoon: feit.nummer, door: everyone).tekst.contains(
          "  \(veld.id): \(Stukwaarde(waarde)?.omschrijving ?? waarde)")
    }
    return procedure.functies(voor: veld).union(partijen.map(\.id))
  }
}

extension Klok {
  /// As the tables write it: the raw end, the last day where it is another one, and how it stands.
  var beeld: String {
    var text: String
    switch einde {
    case .nietBegonnen: return status == .vervallen ? "niet begonnen, vervallen" : "niet begonnen"
    case .zonderGetal: text = "zonder dag"
    case .opDag(let dag): text = dag == .unknown ? "geen dag" : "\(dag)"
    case .berekend(let outcome):
      if let eindmoment {
        let seconds = (eindmoment.secondsSince1970 + eindmoment.amsterdamOffset) % 86_400
        let clock = [seconds / 3600, seconds / 60 % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }
        text = "\(eindmoment.date) \(clock.joined(separator: ":"))"
      } else if case .between(let first, let last, _) = outcome {
        text = "tussen \(first.map { "\($0.latest)" } ?? "?") en \(last.map { "\($0.latest)" } ?? "?")"
      } else {
        text = ruw.map { "\($0)" } ?? "niet te berekenen"
        if let laatste, laatste != ruw { text += " dus \(laatste)" }
      }
    }
    text += " " + (status?.text.nl ?? (isOpen && laatste == nil ? "open" : "onbekend"))
    if let nietVoor { text += ", niet voor \(nietVoor)" }
    if staatStil { text += ", staat stil" }
    return text
  }
}
