import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek

@testable import Zaken

/// Five cases, recorded at one moment in turn: each under another procedure, with other steps, other members and other
/// texts, one of them about the municipal secretary.
struct Vijf {
  /// How many entries each has.
  static let vastleggingen = 4

  let wereld: Zakenwereld
  let zaken: [StreamID]

  /// - Parameter over: Which of them is about the director.
  init(over: Int) throws {
    let file = String(decoding: Meegeleverd.bytes("P-01") ?? [], as: UTF8.self)
    let ander = Gelezen(Array(file.replacing("\"P-01\"", with: "\"P-98\"").utf8))
    let own = try Procedures.meegeleverd.procedure(id: "P-01")
    guard let procedure = ander.procedure else { throw Failure(.badInput, Text("\(ander.fouten)")) }
    let wereld = try Zakenwereld(Procedures([own, (ander.digest, procedure)]))
    self.wereld = wereld
    let anderen = try (0..<6).map { _ in try wereld.sleutel(.onderzoeker) }
    // Where the municipal secretary belongs to the case there would be nothing to hide.
    let gevallen: [(id: String, over: String, door: UnlockedKey, leden: Int, lengte: Int)] = (0..<5).map { index in
      let route =
        index == over
        ? ("algemeenDirecteur", wereld.burgemeester)
        : index.isMultiple(of: 2) ? ("medewerkerGriffie", wereld.griffier) : ("griffier", wereld.commissie)
      return (index < 2 ? "P-98" : "P-01", route.0, route.1, [0, 1, 2, 4, 3][index], [1, 40, 150, 0, 90][index])
    }
    var zaken: [StreamID] = []
    for geval in gevallen {
      var velden = Zakenwereld.klacht
      velden["gedraging"] = geval.lengte == 0 ? nil : [String(repeating: "x", count: geval.lengte)]
      zaken.append(
        try wereld.open(
          geval.id, als: geval.door, over: geval.over, leden: anderen.prefix(geval.leden).map { ($0, "onderzoeker") },
          velden))
    }
    for ronde in 2...Self.vastleggingen {
      for (index, geval) in gevallen.enumerated() {
        try Self.iets((index + ronde) % 5, in: zaken[index], als: geval.door, anderen[5], wereld)
      }
    }
    self.zaken = zaken
    // What came last stands last in every store: here that is something else.
    _ = try wereld.sleutel(.beheerder)
    // Read once more, so that the views are there as well.
    _ = try wereld.zaak(zaken[0], als: wereld.directeur)
  }

  private static func iets(
    _ wat: Int, in zaak: StreamID, als key: UnlockedKey, _ ander: UnlockedKey, _ wereld: Zakenwereld
  ) throws {
    let leden = try wereld.zaak(zaak, als: key)?.leden ?? []
    switch wat {
    case 0: try wereld.stap("MaatregelGetroffen", in: zaak, als: key, ["maatregel": ["Iemand werkt thuis"]])
    case 1:
      if leden.contains(where: { $0.sleutel == ander.id }) { return try wereld.ontsla(ander, in: zaak, als: key) }
      try wereld.laatToe(ander, "onderzoeker", in: zaak, als: key)
    case 2: try wereld.leg(.verstrekt(aan: "klager"), in: zaak, als: key)
    case 3:
      try wereld.stap("PartijOningelichtGelaten", in: zaak, als: key, ["wie": ["klager", "beklaagde"]])
    default: try wereld.leg(.gehouden(grond: "beroep"), in: zaak, als: key)
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
