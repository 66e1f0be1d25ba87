import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Zaken

/// Who leads a case, what a revoked key may still do in it, and what closing and opening again mean.
@Suite struct LeidingTests {
  let wereld: Zakenwereld
  let zaak: StreamID

  init() throws {
    wereld = try Zakenwereld()
    var klacht = Zakenwereld.klacht
    klacht["indiener"] = ["burger"]
    zaak = try wereld.open(
      als: wereld.directeur, leden: [(wereld.onderzoeker, "onderzoeker"), (wereld.adviseur, "adviseur")], klacht)
  }

  private func gelezen(als key: UnlockedKey? = nil) throws -> Zaak {
    try #require(try wereld.zaak(zaak, als: key ?? wereld.directeur))
  }

  private func expectWeigering(_ id: String?, _ kind: Failure.Kind, _ body: () throws -> Void) throws {
    let before = try gelezen().nummer
    let failure = #expect(throws: Failure.self) { try body() }
    #expect(failure?.rule?.id == id && failure?.kind == kind, "\(String(describing: failure))")
    #expect(try gelezen().nummer == before)
  }

  private func naarHetEinde() throws {
    try wereld.stap("NietOpenVerklaard", in: zaak, als: wereld.directeur, ["reden": ["burger"]])
  }

  @Test func `a revoked key records nothing in the cases it belonged to`() throws {
    try wereld.trekIn(wereld.onderzoeker)
    try expectWeigering(nil, .notPermitted) {
      try wereld.ontsla(wereld.onderzoeker, in: zaak, als: wereld.onderzoeker)
    }
    #expect(try gelezen().gebreken.isEmpty)
  }

  @Test func `when nobody is left who leads a case, who belongs to it admits a successor, and nobody else`() throws {
    let opvolger = try wereld.sleutel(.algemeenDirecteur)
    try expectWeigering("ZAAK-LEIDING", .notPermitted) {
      try wereld.laatToe(opvolger, "bevoegd", in: zaak, als: wereld.onderzoeker)
    }
    try wereld.trekIn(wereld.directeur)
    let adviseur = try wereld.sleutel(.onderzoeker)
    #expect(throws: Failure.self) { try wereld.laatToe(adviseur, "onderzoeker", in: zaak, als: wereld.onderzoeker) }
    try wereld.laatToe(opvolger, "bevoegd", in: zaak, als: wereld.onderzoeker)
    try wereld.stap("NietOpenVerklaard", in: zaak, als: opvolger, ["reden": ["burger"]])
    let gelezen = try gelezen(als: opvolger)
    #expect(gelezen.gebreken.isEmpty && gelezen.isTenEinde)
    // Judged where it stands: that the first one could still sign before, changes nothing.
    #expect(throws: Failure.self) {
      try wereld.laatToe(wereld.griffier, "bevoegd", in: zaak, als: wereld.onderzoeker)
    }
  }

  static let beslissingen: [Zaakgebeurtenis] = [.gesloten, .gehouden(grond: "rechtszaak")]

  @Test(arguments: beslissingen) func `only who leads a case closes it or holds it`(_ wat: Zaakgebeurtenis) throws {
    try naarHetEinde()
    try expectWeigering("ZAAK-LEIDING", .notPermitted) { try wereld.leg(wat, in: zaak, als: wereld.onderzoeker) }
    try wereld.leg(wat, in: zaak, als: wereld.directeur)
  }

  @Test func `what is not held is not released, and only who leads releases`() throws {
    try expectWeigering(nil, .badInput) { try wereld.leg(.losgelaten, in: zaak, als: wereld.directeur) }
    try wereld.leg(.gehouden(grond: "rechtszaak"), in: zaak, als: wereld.directeur)
    try expectWeigering("ZAAK-LEIDING", .notPermitted) {
      try wereld.leg(.losgelaten, in: zaak, als: wereld.onderzoeker)
    }
    try wereld.leg(.losgelaten, in: zaak, als: wereld.directeur)
    try expectWeigering(nil, .badInput) { try wereld.leg(.losgelaten, in: zaak, als: wereld.directeur) }
  }

  @Test func `a case that is opened again goes on from where it stood, and nothing of it may go`() throws {
    let before = try gelezen().toestanden
    try naarHetEinde()
    try wereld.leg(.gesloten, in: zaak, als: wereld.directeur)
    #expect(try gelezen().isTenEinde)
    try expectWeigering("ZAAK-LEIDING", .notPermitted) {
      try wereld.leg(.heropend(grond: "nieuw feit"), in: zaak, als: wereld.adviseur)
    }
    try wereld.leg(.heropend(grond: "nieuw feit"), in: zaak, als: wereld.directeur)
    let open = try gelezen()
    #expect(open.toestanden == before && !open.isTenEinde && !open.isGesloten)
    let later = try CalendarDate("2099-01-01")
    let standen = open.procedure.bewaring.map { open.bewaarstand($0, nil, op: later) }
    #expect(!standen.contains { $0.isRijp(op: later) })
    try naarHetEinde()
    try wereld.leg(.gesloten, in: zaak, als: wereld.directeur)
    #expect(try gelezen().isGesloten && gelezen().gebreken.isEmpty)
  }

  static let leeg: [Zaakgebeurtenis] = [
    .identiteitGeopend(grond: ""), .identiteitGeopend(grond: "  "), .gecorrigeerd(nummer: 2, reden: "\n"),
    .heropend(grond: " "), .gehouden(grond: ""),
  ]

  @Test(arguments: leeg) func `a reason that says nothing is refused`(_ wat: Zaakgebeurtenis) throws {
    try expectWeigering(nil, .badInput) { try wereld.leg(wat, in: zaak, als: wereld.directeur) }
  }

  @Test func `who corrects an adoption undoes no case that was opened under it`() throws {
    let vastgesteld = try #require(
      try wereld.boek.read { try Procedureversie.facts(of: "P-01", $0.views).first })
    var draft = EventDraft(ProcedureGecorrigeerd.self, stream: vastgesteld.stream, effective: vastgesteld.effective)
    draft[Correction.event] = vastgesteld.id
    draft[Correction.reason] = "verkeerd bestand"
    try wereld.boek.append(draft, als: .secretariaat)
    let gelezen = try gelezen()
    #expect(gelezen.gebreken.isEmpty && gelezen.bevindingen.isEmpty && !gelezen.toestanden.isEmpty)
    try naarHetEinde()
    #expect(try self.gelezen().isTenEinde)
  }

  @Test func `who has left a case does not see how it was known before either`() throws {
    let size = try wereld.boek.read { $0.size }
    try wereld.ontsla(wereld.onderzoeker, in: zaak, als: wereld.directeur)
    for (key, isKnown) in [(wereld.onderzoeker, false), (wereld.directeur, true)] {
      let gevonden = try wereld.boek.directory.read { stores in
        let book = wereld.boek.book(stores)
        return try book.read(known: .size(size), as: .member(key.ring)) { reading in
          var zaken = wereld.zaken(reading, key)
          zaken.heden = book
          return try zaken.zaak(zaak)
        }
      }
      #expect((gevonden != nil) == isKnown)
    }
  }
}
