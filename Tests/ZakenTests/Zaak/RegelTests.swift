import Console
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Zaken

/// What stands beside the steps of a case: the line of its register, and what must be told.
@Suite struct RegelTests {
  let wereld: Zakenwereld

  init() throws { wereld = try Zakenwereld() }

  // MARK: The line of the register

  private func gesloten() throws -> StreamID {
    let zaak = try wereld.open(als: wereld.directeur)
    try wereld.stap(
      "NietOpenVerklaard", in: zaak, als: wereld.directeur, op: "2026-10-05", ["reden": ["burger"]])
    try wereld.leg(.gesloten, in: zaak, als: wereld.directeur)
    return zaak
  }

  @Test func `the line says the steps with their days and who belongs to the case, and nothing that was told`() throws {
    let zaak = try #require(try wereld.zaak(try gesloten(), als: wereld.directeur))
    let regel = Registerregel(zaak.opening, zaak.stand)
    #expect(
      regel.feiten.map { $0.gebeurtenis.stap ?? $0.gebeurtenis.naam } == [
        "KlachtIngediend", "NietOpenVerklaard", "ZaakGesloten",
      ])
    #expect(regel.feiten.map(\.op.description) == ["2026-10-01", "2026-10-05", "2026-11-21"])
    #expect(regel.opening.leden == zaak.leden && !regel.json.text.contains("Fictief"))
    #expect(Registerregel(regel.json) == regel)
    // It stands beside the entry that closes: from outside closing is one entry like any other.
    #expect(zaak.registerregel == 3 && zaak.nummer == 3)
  }

  @Test func `a line that says something else than the case, or stands alone, counts for nothing`() throws {
    let stream = try gesloten()
    let zaak = try #require(try wereld.zaak(stream, als: wereld.directeur))
    let regel = Registerregel(zaak.opening, zaak.stand)
    #expect(regel.klopt(zaak.opening, zaak.stand, [:]))
    let korter = Registerregel(opening: regel.opening, feiten: Array(regel.feiten.dropFirst()))
    #expect(!korter.klopt(zaak.opening, zaak.stand, [:]))
    #expect(!regel.klopt(zaak.opening, zaak.stand, ["2.reden": ["tijd"]]))
    let inhoud = Vakinhoud(kring: .zaak, gebeurtenis: .ingeschreven(regel), op: try ImpreciseDate("2026-11-21"))
    try wereld.smokkel(.init(inhoud: inhoud, door: wereld.directeur, aan: [wereld.directeur]), met: try zaak.sleutel)
    let gelezen = try #require(try wereld.zaak(stream, als: wereld.directeur))
    #expect(gelezen.registerregel == 3 && gelezen.gebreken == ["4: a line of the register does not stand alone"])
  }

  // MARK: What must be told

  @Test func `what must be told stays open until it is recorded that it was, or on what ground not`() throws {
    let stream = try wereld.open(
      "P-03", als: wereld.directeur, over: "organisatie", ["indiener": ["werkzaam"], "kanaal": ["email"]])
    try wereld.stap("MeldingGeregistreerd", in: stream, als: wereld.directeur)
    let stap = try #require(
      try Zakenwereld.procedure("P-03").procedure.stappen.first { stap in
        stap.informeer.contains { $0.wie == ["betrokkene"] && $0.tenzij == ["onderzoeksbelang", "handhavingsbelang"] }
      })
    try wereld.stap(stap.id, in: stream, als: wereld.directeur)
    func open() throws -> [String] {
      try #require(try wereld.zaak(stream, als: wereld.directeur)).stand.openMededelingen.map {
        "\($0.nummer) \($0.aan)"
      }
    }
    #expect(try open() == ["3 betrokkene"])
    for (aan, grond, rule) in [("melder", nil, nil), ("betrokkene", "gemak", "ZAAK-MEDEDELING")]
      as [(String, String?, String?)]
    {
      let failure = #expect(throws: Failure.self) {
        try wereld.leg(.medegedeeld(nummer: 3, aan: aan, onthouden: grond), in: stream, als: wereld.directeur)
      }
      #expect(failure?.rule?.id == rule)
    }
    try wereld.leg(
      .medegedeeld(nummer: 3, aan: "betrokkene", onthouden: "onderzoeksbelang"), in: stream, als: wereld.directeur)
    #expect(try open() == [])
  }

  @Test func `of a suspension the one who waits is told: an item of its own, for each`() throws {
    // Awb 4:15 lid 3 and 4.
    let procedure = try Proefprocedure("beschikking").procedure
    let key = try #require(Scenariozaak.sleutel)
    func feit(_ nummer: Int64, _ stap: String, _ dag: String, _ velden: Veldwaarden = [:]) throws -> Zaakfeit {
      Zaakfeit(
        position: UInt64(nummer), nummer: nummer, vastgelegd: try Instant("2026-11-21T10:00:00Z"),
        op: try ImpreciseDate(dag), gebeurtenis: .gezet(stap: stap), procedure: procedure, velden: velden,
        verborgen: [], door: Thumbprint(key.verifyingKey))
    }
    var stand = Zaakstand(procedure: procedure)
    stand.feiten = [
      try feit(1, "AanvraagOntvangen", "2026-10-01"),
      try feit(2, "AanvullingGevraagd", "2026-10-05", ["uiterlijk": ["2026-10-19"]]),
      try feit(3, "UitstelOvereengekomen", "2026-10-20", ["tot": ["2026-10-30"]]),
    ]
    #expect(stand.openMededelingen.map(\.wat) == ["de opschorting (Awb 4:15 lid 1)"])
    #expect(stand.openMededelingen.map(\.aan) == ["aanvrager"])
  }
}
