import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// What is published, by whom, and exactly what of it.
struct OpgaveTests {
  let gemeente: Proefgemeente
  let secretaris: Proefhouder
  let report: Proefmelding

  init() throws {
    gemeente = try Proefgemeente()
    secretaris = try gemeente.functie("Gemeentesecretaris", houderRol: .algemeenDirecteur)
    report = try gemeente.functie("Directeur").meld()
  }

  @Test func `Only a report that was decided on is published`() throws {
    try gemeente.weigert("NEV-TOEGESTAAN") { try report.publiceer() }
    try report.vraag()
    try gemeente.weigert("NEV-TOEGESTAAN") { try report.publiceer() }
    try report.verleen()
    try report.publiceer()
  }

  @Test func `What was refused or ended is not published`() throws {
    try report.weiger()
    try gemeente.weigert("NEV-TOEGESTAAN") { try report.publiceer() }
    let ended = try report.houder.meld()
    try ended.toestaan()
    try ended.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-02-10")
    try gemeente.weigert("NEV-TOEGESTAAN") { try ended.publiceer(op: "2021-02-11") }
  }

  @Test func `The municipal secretary does not publish the own statement; the second publisher does`() throws {
    let own = try secretaris.meld()
    try own.toestaan(als: .college)
    let refusal = try gemeente.boek.expectRefusal(.geweigerd("NEV-EIGEN-OPGAVE")) { try own.publiceer() }
    #expect(refusal?.remedy?.nl == "laat directeur tekenen")
    try mandaat(aan: .secretariaat)
    try gemeente.weigert("NEV-EIGEN-OPGAVE") { try own.publiceer(als: .secretariaat) }
    let statement = try own.publiceer(als: .directeur)
    try gemeente.weigert("NEV-EIGEN-OPGAVE") { try statement.werkBij(op: "2021-03-01") }
    try gemeente.weigert("NEV-EIGEN-OPGAVE") { try statement.trekIn(op: "2021-03-01") }
    try statement.trekIn(op: "2021-03-01", als: .directeur)
  }

  @Test func `Under a mandate the secretariat publishes for others`() throws {
    try report.toestaan()
    try mandaat(aan: .secretariaat)
    try report.publiceer(als: .secretariaat)
  }

  private func mandaat(aan rol: Rol) throws {
    try gemeente.append(
      MandaatVerleend.self, gemeente.boek.stream("Mandaat"), op: "2026-11-21", als: .algemeenDirecteur
    ) {
      $0[MandaatVerleend.mandaatgever] = .algemeenDirecteur
      $0[MandaatVerleend.gemandateerde] = rol
      $0[MandaatVerleend.gebeurtenissen] = ["OpgaveGepubliceerd"]
      $0[MandaatVerleend.van] = try CalendarDate("2026-01-01")
    }
  }

  @Test func `A holder whose rules name no second publisher is published by no one`() throws {
    let other = try Proefgemeente(.lelystad) { $0.tweedeOpenbaarmaker = nil }
    let own = try other.functie("Gemeentesecretaris", houderRol: .algemeenDirecteur).meld()
    try own.toestaan(als: .college)
    try other.weigert("NEV-EIGEN-OPGAVE") { try own.publiceer() }
    try other.weigert("NEV-OPENBAARMAKER") { try own.publiceer(als: .directeur) }
  }

  @Test func `Who is not responsible does not publish; the griffier can have another officer`() throws {
    try report.toestaan()
    try gemeente.weigert("NEV-OPENBAARMAKER") { try report.publiceer(als: .directeur) }
    let griffier = try gemeente.functie(
      "Griffier", houderRol: .griffier, verantwoordelijke: .werkgeverscommissie
    ).meld()
    try griffier.toestaan(als: .werkgeverscommissie)
    try gemeente.weigert("NEV-OPENBAARMAKER") { try griffier.publiceer(als: .algemeenDirecteur) }
    try gemeente.weigert("NEV-EIGEN-OPGAVE") { try griffier.publiceer(als: .griffier) }
    try griffier.publiceer(als: .werkgeverscommissie)
  }

  @Test(
    arguments: [
      [.hoofdfunctie, .nevenwerkzaamheid, .organisatie], [.nevenwerkzaamheid],
      Proefmelding.lelystad + [.naam], Proefmelding.lelystad + [.bezoldigd], Proefmelding.lelystad + [.tijdsbeslag],
      Proefmelding.lelystad + [.einde],
    ] as [[OpenbaarVeld]])
  func `Exactly the fields of the rules are published`(_ fields: [OpenbaarVeld]) throws {
    try report.toestaan()
    try gemeente.weigert("NEV-VELDEN") { try report.publiceer(velden: fields) }
  }

  @Test func `Nothing is filled in that the list of fields does not name`() throws {
    try report.toestaan()
    try gemeente.weigert("NEV-VELDEN") { try report.publiceer { $0[Opgaveveld.tijdsbeslag] = "4 uur" } }
    try gemeente.weigert("NEV-VELDEN") { try report.publiceer { $0[Opgaveveld.ingang] = nil } }
    try gemeente.weigert("NEV-VELDEN") {
      try report.publiceer { $0[Opgaveveld.velden] = Proefmelding.lelystad + [.ingang] }
    }
    try report.publiceer()
  }

  @Test func `Conditions are on the list as restrictions`() throws {
    try report.vraag()
    try report.verleenOnderVoorwaarden()
    try gemeente.weigert("NEV-BEPERKINGEN") { try report.publiceer() }
    try report.publiceer(velden: Proefmelding.lelystad + [.beperkingen])
  }

  @Test func `Hired people are published only where the rules say so`() throws {
    for (hired, refuses) in [(true, false), (false, true)] {
      let town = try Proefgemeente(.lelystad) { $0.inhuur = hired }
      let report = try town.functie("Concernmanager", inhuur: true).meld()
      try report.toestaan()
      if refuses {
        try town.weigert("NEV-OPGAVE-HOUDER") { try report.publiceer() }
        #expect(try town.register("2021-06-01").standen.last?.kaarten == [])
      } else {
        try report.publiceer()
        #expect(try town.kaart("2021-06-01").isInhuur)
      }
    }
  }

  @Test func `Who no longer holds the function is not published`() throws {
    try report.toestaan()
    try report.houder.legNeer("2021-03-01")
    try gemeente.weigert("NEV-OPGAVE-HOUDER") { try report.publiceer(op: "2021-03-01") }
    try report.publiceer(op: "2021-02-28")
  }

  @Test func `A report is on the list once; only what is on it is updated or withdrawn`() throws {
    try report.toestaan()
    let statement = try report.publiceer()
    try gemeente.weigert("NEV-OPGAVE-EENMAAL") { try report.publiceer(op: "2021-03-01") }
    try gemeente.weigert("NEV-OPGAVE-EENMAAL") { try achterwege(report) }
    try statement.trekIn(op: "2021-04-01")
    try gemeente.weigert("NEV-OPGAVE-LEEFT") { try statement.werkBij(op: "2021-05-01") }
    try gemeente.weigert("NEV-OPGAVE-LEEFT") { try statement.trekIn(op: "2021-05-01") }
    try gemeente.boek.expectRefusal(.anders(.notFound)) {
      try gemeente.append(
        OpgaveIngetrokken.self, gemeente.boek.stream("Opgave"), op: "2021-05-01", als: .algemeenDirecteur
      ) { $0[OpgaveIngetrokken.reden] = .beeindigd }
    }
    try report.publiceer(op: "2021-05-01")
  }

  @Test func `A version does not start before the one before, nor before the report`() throws {
    try report.toestaan()
    try gemeente.weigert("NEV-OPGAVE-VOLGORDE") { try report.publiceer(op: "2021-01-09") }
    let statement = try report.publiceer(op: "2021-02-01")
    try gemeente.weigert("NEV-OPGAVE-VOLGORDE") { try statement.werkBij(op: "2021-01-31") }
    try statement.werkBij(op: "2021-02-01")
  }

  @discardableResult
  private func achterwege(_ report: Proefmelding, als rol: Rol = .algemeenDirecteur) throws -> RecordedEvent {
    try report.leg(PublicatieAchterwegeGelaten.self, op: "2021-03-01", als: rol) {
      $0[PublicatieAchterwegeGelaten.grond] = .veiligheid
      $0[PublicatieAchterwegeGelaten.rechtsgrond] = "artikel 5"
    }
  }

  @Test func `Leaving out is of the same officer as publishing`() throws {
    try gemeente.weigert("NEV-OPENBAARMAKER") { try achterwege(report, als: .directeur) }
    try achterwege(report)
  }

  @Test func `A confirmation is true, once a day, and has a name only where the rules name names`() throws {
    let holder = report.houder
    try gemeente.weigert("NEV-BEVESTIGING") { try holder.bevestig(geen: true, op: "2021-06-01") }
    try holder.bevestig(geen: false, op: "2021-06-01")
    try gemeente.weigert("NEV-BEVESTIGING-EENMAAL") { try holder.bevestig(geen: false, op: "2021-06-01") }
    try gemeente.weigert("NEV-BEVESTIGING") { try secretaris.bevestig(geen: false, op: "2021-06-01") }
    try gemeente.weigert("NEV-NAAM") { try secretaris.bevestig(geen: true, op: "2021-06-01", naam: "Karin Voorbeeld") }
    try secretaris.bevestig(geen: true, op: "2021-06-01")
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2022-01-01")
    try holder.bevestig(geen: true, op: "2022-02-01")
  }

  @Test(arguments: ["<script>alert(1)</script>", "=1+1", "Café «De Hoek» & Zn."])
  func `Text that means something elsewhere is recorded as it is`(_ text: String) throws {
    let odd = try report.houder.meld(text)
    try odd.toestaan()
    try odd.publiceer { $0[Opgaveveld.nevenwerkzaamheid] = text }
    guard case .opgaven(let versions) = try gemeente.register("2021-06-01").standen.last?.kaarten.last?.stand else {
      Issue.record("no statement")
      return
    }
    #expect(versions.map(\.nevenwerkzaamheid) == [.waarde(text)])
  }

  @Test(arguments: [String(repeating: "a", count: 10_000), "recht\u{202E}toe", "regel\neen", " "])
  func `Text that cannot be read as written is refused`(_ text: String) throws {
    let failure = try gemeente.boek.expectRefusal(.anders(.badInput)) { try report.houder.meld(text) }
    #expect(failure?.message.nl.contains("activiteit") == true)
    try report.toestaan()
    try gemeente.boek.expectRefusal(.anders(.badInput)) {
      try report.publiceer { $0[Opgaveveld.nevenwerkzaamheid] = text }
    }
  }
}
