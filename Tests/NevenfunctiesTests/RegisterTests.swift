import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties

/// What the public register says, on every day.
struct RegisterTests {
  let gemeente: Proefgemeente
  let secretaris: Proefhouder

  init() throws {
    gemeente = try Proefgemeente()
    secretaris = try gemeente.functie("Directeur")
  }

  @Test func `A published statement is on the list with exactly the fields of the rules`() throws {
    let report = try secretaris.meld()
    try report.toestaan()
    let published = try report.publiceer()
    let register = try gemeente.register("2021-06-01")
    #expect(register.regeling.velden == [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .beperkingen])
    #expect(register.regeling.verantwoordelijke == .algemeenDirecteur)
    let card = try #require(register.standen.last?.kaarten.first)
    #expect(card.functie.slug == "directeur")
    #expect(card.naam == nil)
    guard case .opgaven(let versions) = card.stand, let version = versions.first else {
      Issue.record("\(card.stand)")
      return
    }
    #expect(version.nevenwerkzaamheid == .waarde("penningmeester"))
    #expect(version.organisatie == .waarde("Stichting Verzonnen"))
    #expect(version.ingang == .waarde("2021-02-01"))
    #expect(version.beperkingen == nil && version.bezoldigd == nil && version.tijdsbeslag == nil)
    #expect(version.position == published.event.position)
    #expect(register.opgaven.map(\.status) == [.actueel])
    #expect(register.wijzigingen.map(\.soort) == [.functieAangewezen, .toegevoegd])
  }

  @Test func `A report has one handle, however it is looked up, also after a mistake and beside other functions`()
    throws
  {
    let controller = try gemeente.functie("Concerncontroller")
    let reports = [
      try secretaris.meld("eerste"), try controller.meld("ander"), try secretaris.meld("vergist"),
      try secretaris.meld("derde"),
    ]
    try reports[2].leg(NevenwerkzaamheidGecorrigeerd.self, op: "2026-11-21", als: .secretariaat) {
      $0[Correction.event] = reports[2].event.id
      $0[Correction.reason] = "proef"
    }
    let expected = ["directeur/1", "concerncontroller/1", "directeur/2", "directeur/3"]
    try gemeente.boek.read { reading in
      let views = reading.views
      let (names, all) = (try Namen(views), try Werkzaamheid.all(views))
      #expect(reports.map { names.handles(all)[$0.stream] } == expected)
      for (report, handle) in zip(reports, expected) {
        #expect(try Namen.handle(report.stream, views) == handle)
        #expect(try Namen.melding(handle, views) == report.stream)
      }
      #expect(try Namen.handle(controller.functie, views) == nil)
      for none in ["directeur/0", "directeur/4", "directeur/-1", "directeur/x"] {
        #expect(throws: Failure.self) { try Namen.melding(none, views) }
      }
    }
  }

  @Test func `The list stands the same when its values are left unread`() throws {
    let report = try secretaris.meld()
    try report.toestaan()
    try report.publiceer()
    try gemeente.functie("Concerncontroller").meld()
    try gemeente.boek.read { reading in
      let day = try CalendarDate("2021-06-01")
      let full = try #require(try Registerlezer(op: day, reading.views, reading.filter))
      let bare = try #require(try Registerlezer(op: day, reading.views))
      #expect(full.feiten.plekken.count == 2)
      for plek in full.feiten.plekken {
        let (left, right) = (try #require(try full.kaart(plek, op: day)), try #require(try bare.kaart(plek, op: day)))
        #expect(left.stand.code == right.stand.code)
        #expect(left.bevestigenUiterlijk == right.bevestigenUiterlijk)
      }
    }
  }

  @Test func `Why something is not published reads in both languages`() throws {
    try secretaris.meld()
    guard case .nietGepubliceerd(let waiting, _) = try gemeente.kaart("2021-06-01").stand else {
      Issue.record("a reason was expected")
      return
    }
    #expect(waiting.en == "A report was received; it has not been decided on yet.")
    #expect(waiting.nl != waiting.en)
    #expect(Set(Achterwegegrond.allCases.map(\.zin.en)).count == Achterwegegrond.allCases.count)
    #expect(Achterwegegrond.allCases.allSatisfy { $0.zin.nl != $0.zin.en })
  }
}
