import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

@testable import Zaken

/// Five cases, recorded at one moment in turn: each under another procedure, with other steps, other members and texts of
/// other lengths, one of them about the municipal secretary.
struct Vijf {
  /// How many entries each has.
  static let vastleggingen = 4

  /// A case as it is going to be.
  private struct Geval {
    let procedure: String
    let rol: Rol
    /// The roles of who else belongs to it, with their function.
    let leden: [(rol: Rol, functie: String)]
    let lengte: Int
  }

  /// Where the municipal secretary belongs to the case there would be nothing to hide.
  private static let over = Geval(
    procedure: "P-01", rol: .burgemeester, leden: [(.onderzoeker, "onderzoeker"), (.teamleiderPO, "adviseur")],
    lengte: 40)
  private static let anderen = [
    Geval(procedure: "P-10", rol: .aangewezenVerantwoordelijke, leden: [], lengte: 150),
    Geval(procedure: "P-13", rol: .geschillencommissie, leden: [(.college, "werkgever")], lengte: 1),
    Geval(
      procedure: "P-18", rol: .adviespunt,
      leden: [(.irm, "irm"), (.leidinggevende, "leidinggevende"), (.leidinggevende, "leidinggevende")], lengte: 90),
    Geval(
      procedure: "P-01", rol: .griffier, leden: Array(repeating: (.onderzoeker, "onderzoeker"), count: 4), lengte: 7),
  ]

  let wereld: Zakenwereld
  let zaken: [StreamID]
  /// Who treats each.
  let behandelaars: [UnlockedKey]

  /// - Parameter over: Which of them is about the director.
  init(over: Int) throws {
    let wereld = try Zakenwereld()
    self.wereld = wereld
    var gevallen = Self.anderen
    gevallen.insert(Self.over, at: over)
    var zaken: [(stream: StreamID, door: UnlockedKey, geval: Geval)] = []
    for (index, geval) in gevallen.enumerated() {
      let door = try wereld.sleutel(geval.rol)
      let leden = try geval.leden.map { (try wereld.sleutel($0.rol), $0.functie) }
      let stream = try Self.open(geval, door, leden, index == over ? "algemeenDirecteur" : nil, wereld)
      zaken.append((stream, door, geval))
    }
    for ronde in 2...Self.vastleggingen {
      for (index, zaak) in zaken.enumerated() {
        try Self.iets(index + ronde, in: zaak.stream, als: zaak.door, zaak.geval, wereld)
      }
    }
    self.zaken = zaken.map(\.stream)
    behandelaars = zaken.map(\.door)
    // What came last stands last in every store: here that is something else.
    _ = try wereld.sleutel(.beheerder)
    // Read once more, so that the views are there as well.
    _ = try wereld.zaak(zaken[0].stream, als: wereld.directeur)
  }

  /// Opens a case about whomever its procedure knows and this key may treat.
  private static func open(
    _ geval: Geval, _ door: UnlockedKey, _ leden: [(UnlockedKey, String)], _ over: String?, _ wereld: Zakenwereld
  ) throws -> StreamID {
    let procedure = try Zakenwereld.procedure(geval.procedure).procedure
    let routes = over.map { [$0] } ?? procedure.routes.map(\.over)
    var last: any Error = Failure(.notFound, Text("no route in \(geval.procedure)"))
    for over in routes.isEmpty ? [nil] : routes.map({ $0 as String? }) {
      do {
        return try wereld.open(
          geval.procedure, als: door, over: over, leden: leden, velden(procedure.openingen[0], geval.lengte))
      } catch { last = error }
    }
    throw last
  }

  /// What a step needs, its texts of some length.
  private static func velden(_ stap: Stap, _ lengte: Int) -> Veldwaarden {
    var velden: Veldwaarden = [:]
    for veld in stap.velden where veld.verplicht == .ja || veld.soort == .tekst {
      velden[veld.id] =
        switch veld.soort {
        case .tekst, .persoon: [String(repeating: "x", count: lengte)]
        case .keuze: [veld.waarden[0]]
        case .jaNee: ["ja"]
        case .getal: ["3"]
        case .datum, .moment: ["2026-10-01"]
        case .duur: ["2 weken"]
        case .document: [Stukwaarde(Document(bytes: [1, 2, 3], mediaType: "text/plain")).text]
        }
    }
    return velden
  }

  private static func iets(
    _ wat: Int, in zaak: StreamID, als key: UnlockedKey, _ geval: Geval, _ wereld: Zakenwereld
  ) throws {
    guard let nu = try wereld.zaak(zaak, als: key) else { throw Failure(.notFound, Text("\(geval)")) }
    let ander = nu.leden.last { $0.sleutel != key.id }
    switch wat % 5 {
    case 0: try wereld.leg(.gehouden(grond: String(repeating: "y", count: geval.lengte)), in: zaak, als: key)
    case 1:
      guard let ander else { fallthrough }
      try wereld.leg(.toegangIngetrokken(ander.sleutel), in: zaak, als: key)
    case 2:
      let partij = nu.procedure.deelnemers.first { $0.soort == .partij }
      try wereld.leg(.verstrekt(aan: partij?.id ?? "-", persoon: nil), in: zaak, als: key)
    case 3:
      let functie = geval.leden.first ?? (geval.rol, nu.leden[0].functie)
      try wereld.laatToe(try wereld.sleutel(functie.rol), functie.functie, in: zaak, als: key)
    default:
      let stappen = Stapkeuring(nu.stand).mogelijk(nu.stand.functies(key.id))
      guard let stap = stappen.first else { return try wereld.leg(.losgelaten, in: zaak, als: key) }
      try wereld.stap(stap.id, in: zaak, als: key, velden(stap, geval.lengte))
    }
  }

  /// The secret half of the organisation's key, which every registered member has.
  func organisatie() throws -> [BoxSecretKey] {
    try wereld.boek.directory.read { stores in
      let registry = try wereld.boek.book(stores).read(as: .member(wereld.directeur.ring)) { $0.registry }
      return try registry.organisationKeys.compactMap { try wereld.directeur.ring.circleKey($0, in: stores.vault) }
    }
  }
}
