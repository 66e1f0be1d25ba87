import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// What a designation says, and what follows from it for who decides and what is published.
struct AanwijzingTests {
  private let gemeente: Proefgemeente

  init() throws { gemeente = try Proefgemeente() }

  private func functie(_ naam: String) throws -> Proefhouder { try gemeente.functie(naam, aangewezen: nil) }

  @Test func `F5: a designation says in which role the holder signs, whatever is left out`() throws {
    let secretaris = try functie("Gemeentesecretaris")
    try gemeente.weigert("NEV-HOUDERROL") {
      try gemeente.wijsAan(secretaris.functie, op: "2020-01-01") { $0[FunctieAangewezen.houderTekentNiet] = nil }
    }
    try gemeente.weigert("NEV-HOUDERROL") { try gemeente.wijsAan(secretaris.functie, op: "2020-01-01") }
    try gemeente.weigert("NEV-HOUDERROL") {
      try gemeente.wijsAan(secretaris.functie, op: "2020-01-01", houderRol: .directeur)
    }
    try gemeente.wijsAan(secretaris.functie, op: "2020-01-01", houderRol: .algemeenDirecteur)
    let own = try secretaris.meld()
    try own.vraag()
    try gemeente.weigert("NEV-EIGEN-BESLUIT") { try own.verleen(als: .algemeenDirecteur) }
  }

  @Test func `F6: nobody under the municipal secretary decides on that officer`() throws {
    let own = try gemeente.functie("Gemeentesecretaris", houderRol: .algemeenDirecteur).meld()
    try own.vraag()
    try gemeente.weigert("NEV-BESLISSER") { try own.verleen(als: .leidinggevende) }
    let bode = try functie("Bode")
    try gemeente.weigert("NEV-BESLISSERS") {
      try gemeente.wijsAan(bode.functie, op: "2020-01-01", houderRol: .directeur) {
        $0[FunctieAangewezen.beslissers] = [.college, .directeur]
      }
    }
  }

  @Test func `F6: for the griffier it is said who is responsible, and the griffie's own employer decides`() throws {
    let griffier = try functie("Griffier")
    try gemeente.weigert("NEV-BESLISSERS") {
      try gemeente.wijsAan(griffier.functie, op: "2020-01-01", houderRol: .griffier)
    }
    try gemeente.weigert("NEV-BESLISSERS") {
      try gemeente.wijsAan(
        griffier.functie, op: "2020-01-01", houderRol: .griffier, verantwoordelijke: .werkgeverscommissie
      ) { $0[FunctieAangewezen.beslissers] = [.college] }
    }
    try gemeente.wijsAan(
      griffier.functie, op: "2020-01-01", houderRol: .griffier, verantwoordelijke: .werkgeverscommissie
    ) { $0[FunctieAangewezen.beslissers] = [.werkgeverscommissie] }
    let report = try griffier.meld()
    try report.vraag()
    for role in [Rol.algemeenDirecteur, .college, .leidinggevende] {
      try gemeente.weigert("NEV-BESLISSER") { try report.verleen(als: role) }
    }
    try report.verleen(als: .werkgeverscommissie, kanRaken: true)
    try report.publiceer(als: .werkgeverscommissie)
  }

  @Test func `F13: what is published is as the designation says, beside functions for which the rules hold`() throws {
    let gemeente = try Proefgemeente { $0.grens = .watKanRaken }
    let all = try gemeente.functie("Griffier-plaatsvervanger", aangewezen: nil)
    try gemeente.wijsAan(all.functie, op: "2020-01-01") {
      $0[FunctieAangewezen.grens] = .alle
      $0[FunctieAangewezen.grondslag] = "Gedragscode, hoofdstuk 3"
    }
    let some = try gemeente.functie("Concerncontroller", aangewezen: nil)
    try gemeente.wijsAan(some.functie, op: "2020-01-01")
    let (shown, hidden) = (try all.meld(), try some.meld())
    for report in [shown, hidden] {
      try report.vraag()
      try report.verleen(kanRaken: false)
    }
    try shown.publiceer()
    try gemeente.weigert("NEV-GRENS") { try hidden.publiceer() }
    let names = try gemeente.register("2021-03-01").kaarten(op: CalendarDate("2021-03-01")).map(\.functie.grondslag)
    #expect(names == ["Gedragscode, hoofdstuk 3", nil])
  }

  @Test func `F11: where all is published, touching nothing is no ground; withheld and published are not of one day`()
    throws
  {
    let report = try gemeente.functie("Directeur").meld()
    try report.toestaan()
    func withhold(_ grond: Achterwegegrond) throws {
      try report.leg(PublicatieAchterwegeGelaten.self, op: "2021-02-01", als: .algemeenDirecteur) {
        $0[PublicatieAchterwegeGelaten.grond] = grond
        $0[PublicatieAchterwegeGelaten.rechtsgrond] = "artikel 3"
      }
    }
    try gemeente.weigert("NEV-ACHTERWEGE") { try withhold(.raaktBelangenNiet) }
    try withhold(.veiligheid)
    try gemeente.weigert("NEV-ACHTERWEGE") { try report.publiceer(op: "2021-02-01") }
    try report.publiceer(op: "2021-03-01")
  }

  @Test func `F12: what was refused and goes on waits for its end, and the public reads no refusal`() throws {
    let holder = try gemeente.functie("Directeur")
    let running = try holder.meld(op: "2021-01-10", ingang: "2020-06-01") {
      $0[NevenwerkzaamheidGemeld.voorgenomen] = false
    }
    let intended = try holder.meld("bestuurslid", op: "2021-01-10")
    for report in [running, intended] {
      try report.weiger(op: "2021-02-03")
    }
    func waits(_ day: String, als rol: Rol? = .secretariaat) throws -> [OpenstaandItem.Soort] {
      let day = try CalendarDate(day)
      return try gemeente.boek.read(als: rol) { try OpenstaandItem.page(.all, op: day, $0).map(\.soort) }
    }
    #expect(try waits("2021-02-03") == [.beeindigen, .beeindigen])
    #expect(try waits("2021-02-03", als: nil) == [.gevolgGeven, .gevolgGeven])
    guard case .nietGepubliceerd(let reason, _) = try gemeente.kaart("2021-02-03").stand else {
      Issue.record("no reason")
      return
    }
    #expect(reason.nl == "Er staat geen opgave op deze lijst; een nieuwe bevestiging is nog niet ontvangen.")
    try running.leg(PublicatieAchterwegeGelaten.self, op: "2021-02-04", als: .algemeenDirecteur) {
      $0[PublicatieAchterwegeGelaten.grond] = .veiligheid
      $0[PublicatieAchterwegeGelaten.rechtsgrond] = "artikel 3"
    }
    guard case .nietGepubliceerd(let ground, _) = try gemeente.kaart("2021-02-04").stand else {
      Issue.record("no ground")
      return
    }
    #expect(ground.nl.contains("veiligheid in gevaar (artikel 3)"))
    for report in [running, intended] { try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-03-01") }
    #expect(try !waits("2021-03-01").contains(.beeindigen))
  }

  @Test func `F20: restrictions are published if conditions were set, and none are invented`() throws {
    let fields = Proefmelding.lelystad + [.beperkingen]
    let free = try gemeente.functie("Directeur").meld()
    try free.toestaan()
    try gemeente.weigert("NEV-BEPERKINGEN") { try free.publiceer(velden: fields) }
    let bound = try gemeente.functie("Controller").meld()
    try bound.vraag()
    try bound.verleenOnderVoorwaarden()
    try gemeente.weigert("NEV-BEPERKINGEN") { try bound.publiceer() }
    try bound.publiceer(velden: fields)
  }

  @Test func `F21: a statement does not go as ended before the activity has ended`() throws {
    let report = try gemeente.functie("Directeur").meld()
    try report.toestaan()
    let statement = try report.publiceer()
    try gemeente.weigert("NEV-INTREKKEN") { try statement.trekIn(.beeindigd, op: "2021-05-20") }
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-06-01")
    try gemeente.weigert("NEV-INTREKKEN") { try statement.trekIn(.beeindigd, op: "2021-05-20") }
    try statement.trekIn(.beeindigd, op: "2021-06-01")
  }

  @Test func `F26: who does not allow says why`() throws {
    let report = try gemeente.functie("Directeur").meld()
    try gemeente.weigert("NEV-REDEN") { try report.beslis(false) }
    try gemeente.weigert("NEV-REDEN") { try report.beslis(true, .afgeraden) }
    try report.weiger()
  }

  @Test func `F30: what is intended has not begun`() throws {
    let holder = try gemeente.functie("Directeur")
    try gemeente.weigert("NEV-VOORGENOMEN") {
      try holder.meld(op: "2021-02-01", ingang: "2020-05-01") { $0[NevenwerkzaamheidGemeld.voorgenomen] = true }
    }
    try holder.meld(op: "2021-02-01", ingang: "2020-05-01")
  }

  @Test func `F35: a role without a body is published as that`() throws {
    let report = try gemeente.functie("Directeur").meld()
    try report.toestaan()
    let fields: [OpenbaarVeld] = [.hoofdfunctie, .nevenwerkzaamheid, .ingang]
    try gemeente.weigert("NEV-VELDEN") { try report.publiceer(velden: fields) }
    try report.publiceer(velden: fields) { $0[Opgaveveld.informeleRol] = true }
  }

  @Test func `Anyone who holds a function can report; only designated functions are published and confirmed`() throws {
    let employee = try functie("Beleidsmedewerker")
    let report = try employee.meld()
    try report.toestaan()
    try gemeente.weigert("NEV-OPGAVE-HOUDER") { try report.publiceer() }
    try gemeente.weigert("NEV-AANGEWEZEN") { try employee.bevestig(geen: true, op: "2021-03-01") }
    #expect(try gemeente.boek.read { try Namen.handle(report.stream, $0.views) } != nil)
  }
}
