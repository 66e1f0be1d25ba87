import Console
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import RuleFiles
import Testing

@testable import Zaken

/// A running case keeps its version, and goes on under another one only by an event that says why (`cases.md` 13, 14).
@Suite struct OverstapTests {
  let wereld: Zakenwereld
  let zaak: StreamID

  /// Of 1 October 2026, with the receipt confirmed in time and the copy for the accused missed.
  init() throws {
    wereld = try Zakenwereld()
    zaak = try wereld.open(als: wereld.directeur)
    try wereld.stap(
      "OntvangstbevestigingVerzonden", in: zaak, als: wereld.directeur, op: "2026-10-05",
      ["ontvangen": ["2026-10-06"], "omschrijving": ["Kort"]])
  }

  /// Another version of P-01, in force from a day.
  @discardableResult
  private func versie(
    _ naam: String, vanaf dag: String = "2026-01-01", _ change: (String) -> String
  ) throws -> (digest: Digest, procedure: Procedure) {
    let text = String(decoding: try #require(Meegeleverd.bytes("P-01")), as: UTF8.self)
    let bytes = Array(change(text.replacing("versie: \"2024-05-23\"", with: "versie: \"\(naam)\"")).utf8)
    let gelezen = Gelezen(bytes)
    #expect(gelezen.fouten.map { "\($0.plaats) \($0.text.nl)" } == [])
    let procedure = try #require(gelezen.procedure)
    try wereld.neemAan(procedure, bytes, op: dag)
    return (gelezen.digest, procedure)
  }

  private func overstap(_ digest: Digest) -> Zaakgebeurtenis {
    .overgestapt(
      Overstap(digest: digest, grond: "de nieuwe regeling geldt ook nu", grondslag: "Klachtenregeling art. 9"))
  }

  private func stap(over naar: (digest: Digest, procedure: Procedure), als key: UnlockedKey) throws {
    try wereld.leg(als: key) { context in
      let found = try #require(try wereld.zaken(context.reading, key).zaak(zaak))
      let vastlegging = Zaakschrijver.Vastlegging(gebeurtenis: overstap(naar.digest), op: context.effective)
      return (try context.voorstel(vastlegging, found, versie: naar.procedure), ())
    }
  }

  private func klokken(_ als: UnlockedKey, op dag: String = "2026-11-21") throws -> [String: String] {
    let klokken = try #require(try wereld.zaak(zaak, als: als)).klokken(op: try CalendarDate(dag)).alle
    return Dictionary(
      klokken.filter { $0.begin != nil }.map {
        ($0.termijn.id, "\($0.laatste?.description ?? "-") \($0.status?.rawValue ?? "-")")
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Other lengths for a term that was met, one that was missed and one that runs.
  private func nieuw(_ text: String) -> String {
    text.replacing("lengte: 7 werkdagen", with: "lengte: 3 werkdagen")
      .replacing("lengte: 10 werkdagen", with: "lengte: 60 werkdagen")
      .replacing("lengte: 8 weken", with: "lengte: 12 weken")
  }

  @Test func `a later version changes nothing in a running case`() throws {
    let voor = try klokken(wereld.directeur)
    try versie("2026-10", nieuw)
    #expect(try klokken(wereld.directeur) == voor)
    #expect(try wereld.zaak(zaak, als: wereld.directeur)?.procedure.versie == "2024-05-23")
  }

  @Test func `what was met stays met, what was missed stays missed, and what runs is counted anew`() throws {
    let voor = try klokken(wereld.directeur)
    #expect(voor["T-01.3"] == "2026-10-12 gehaald" && voor["T-01.5"] == "2026-10-15 verstreken")
    #expect(voor["T-01.8"] == "2026-11-26 nadert")
    try stap(over: try versie("2026-10", nieuw), als: wereld.directeur)
    let na = try klokken(wereld.directeur)
    #expect(na["T-01.3"] == voor["T-01.3"] && na["T-01.5"] == voor["T-01.5"])
    #expect(na["T-01.8"] == "2026-12-24 loopt")
    // What comes too late stays too late: the longer term of the new version is not for what was missed.
    try wereld.stap("AfschriftAanBeklaagdeVerstrekt", in: zaak, als: wereld.directeur, op: "2026-11-21")
    #expect(try klokken(wereld.directeur)["T-01.5"] == "2026-10-15 teLaat")
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    #expect(gelezen.gebreken == [] && gelezen.procedure.versie == "2026-10")
    #expect(gelezen.hoofdtoestand == "ontvangstBevestigd")
    // Before that day it ran under the version it was opened with.
    #expect(try klokken(wereld.directeur, op: "2026-11-01")["T-01.8"] == "2026-11-26 loopt")
  }

  @Test func `the difference is told before it is made: what stays, what is counted anew, what is dropped or new`()
    throws
  {
    let found = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    let ander = try versie("2026-10") { text in
      nieuw(text).replacing("T-01.8", with: "T-01.80")
    }
    let na = found.overgestapt(
      Overstap(digest: ander.digest, grond: "", grondslag: ""), naar: ander.procedure,
      op: try ImpreciseDate("2026-11-21"), nu: wereld.boek.clock.now, door: wereld.directeur.id)
    let verschil = Overstapverschil(found, na: na, op: try CalendarDate("2026-11-21"), nil)
    let gevolgen = Dictionary(
      verschil.regels.compactMap { regel in regel.klok.map { ($0.termijn.id, regel.gevolg) } },
      uniquingKeysWith: { first, _ in first })
    #expect(gevolgen["T-01.3"] == .blijft && gevolgen["T-01.5"] == .blijft)
    #expect(gevolgen["T-01.8"] == .vervalt && gevolgen["T-01.80"] == .nieuw)
    #expect(gevolgen["T-01.9"] == .gelijk)
  }

  @Test func `a case returns to the version under which it was opened`() throws {
    let voor = try klokken(wereld.directeur)
    try stap(over: try versie("2026-10", nieuw), als: wereld.directeur)
    try stap(over: try Zakenwereld.procedure("P-01"), als: wereld.directeur)
    #expect(try klokken(wereld.directeur) == voor)
  }

  // MARK: Bad input

  private func expectWeigering(_ rule: String?, _ body: () throws -> Void) {
    let failure = #expect(throws: Failure.self) { try body() }
    #expect(failure?.rule?.id == rule)
  }

  @Test func `not by who does not open such cases`() throws {
    let ander = try versie("2026-10", nieuw)
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    expectWeigering("ZAAK-LEIDING") { try stap(over: ander, als: wereld.onderzoeker) }
  }

  @Test func `not to a version that does not know where the case stands`() throws {
    let ander = try versie("2026-10") { $0.replacing("ontvangstBevestigd", with: "bevestigd") }
    expectWeigering("ZAAK-OVERSTAP") { try stap(over: ander, als: wereld.directeur) }
  }

  @Test func `not to a version in which a member has no function`() throws {
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    let ander = try versie("2026-10") { $0.replacing("rollen: [onderzoeker]", with: "rollen: [irm]") }
    expectWeigering("ZAAK-TOEGANG") { try stap(over: ander, als: wereld.directeur) }
  }

  @Test func `not to the version it runs under, nor to one of another procedure`() throws {
    expectWeigering(nil) { try stap(over: try Zakenwereld.procedure("P-01"), als: wereld.directeur) }
    expectWeigering("ZAAK-PROCEDURE") { try stap(over: try Zakenwereld.procedure("P-03"), als: wereld.directeur) }
  }

  @Test func `a program that heeds no rule changes nothing: a version that is not in force, or by whom`() throws {
    let komt = try versie("2027", vanaf: "2026-09-30", nieuw)
    _ = try versie("2026-11", vanaf: "2026-10-15", nieuw)
    let sleutel = try #require(try wereld.zaak(zaak, als: wereld.directeur)).sleutel
    let leden = [wereld.directeur]
    let inhoud = Vakinhoud(kring: .zaak, gebeurtenis: overstap(komt.digest), op: try ImpreciseDate("2026-11-21"))
    try wereld.smokkel(.init(inhoud: inhoud, door: wereld.directeur, aan: leden), met: sleutel)
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    #expect(gelezen.procedure.versie == "2024-05-23")
    #expect(gelezen.gebreken == ["3: that version of P-01 was not in force then"])
    // Verification says so to who belongs to the case; from outside all is well, and counted as seen from there.
    func regels(_ key: UnlockedKey) throws -> CheckReport {
      try wereld.boek.directory.read { stores in
        try wereld.boek.book(stores).verify(VerificationOptions(ring: key.ring))[.rules]
      }
    }
    let (binnen, buiten) = (try regels(wereld.directeur), try regels(wereld.griffier))
    #expect(binnen.findings.map(\.check) == ["closed-stream"] && binnen.closed == 0)
    #expect(buiten.findings.isEmpty && buiten.closed == 3)
  }

  @Test func `a case opened under a version that was not in force counts for nothing`() throws {
    // Adopted on a day after that of the complaint.
    let later = try versie("2026-10", vanaf: "2026-10-02", nieuw)
    let stream = try wereld.leg(als: wereld.directeur, op: "2026-10-01") { context in
      try context.opening(
        later, later.procedure.openingen[0], over: "medewerker", betrokken: [], leden: [], Zakenwereld.klacht)
    }
    let gelezen = try #require(try wereld.zaak(stream, als: wereld.directeur))
    #expect(gelezen.feiten.isEmpty && gelezen.gebreken == ["1: that version of P-01 was not in force then"])
  }
}
