import Governance
import Ledger
import Testing

@testable import Nevenfuncties

/// What the public register says, on every day.
struct RegisterTests {
  let gemeente: Proefgemeente
  let secretaris: Proefhouder

  init() throws {
    gemeente = try Proefgemeente()
    secretaris = try gemeente.functie("Gemeentesecretaris")
  }

  @Test func `A published statement is on the list with exactly the fields of the rules`() throws {
    let report = try secretaris.meld()
    try report.toestaan()
    let published = try report.publiceer()
    let register = try gemeente.register("2021-06-01")
    #expect(register.regeling.velden == [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .beperkingen])
    #expect(register.regeling.verantwoordelijke == .algemeenDirecteur)
    let card = try #require(register.standen.last?.kaarten.first)
    #expect(card.functie.slug == "gemeentesecretaris")
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
}
