import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// The states of a card and of the list, on every day.
struct StandTests {
  let gemeente: Proefgemeente
  let houder: Proefhouder

  init() throws {
    gemeente = try Proefgemeente(.lelystad) { $0.bewaarNaEinde = Tijdsduur("P1Y") }
    houder = try gemeente.functie("Directeur", houder: "2020-03-01", aangewezen: "2020-06-01")
  }

  private func achterwege(_ report: Proefmelding, op: String, _ grond: Achterwegegrond = .veiligheid) throws {
    try report.leg(PublicatieAchterwegeGelaten.self, op: op, als: .algemeenDirecteur) {
      $0[PublicatieAchterwegeGelaten.grond] = grond
      $0[PublicatieAchterwegeGelaten.rechtsgrond] = "artikel 3"
    }
  }

  @Test func `Three things are three sentences: none, not received yet, and not published because`() throws {
    #expect(try gemeente.kaart("2020-12-31").stand == .nogNietOntvangen(sinds: try ImpreciseDate("2020-06-01")))
    let none = try houder.bevestig(geen: true, op: "2021-01-05")
    #expect(
      try gemeente.kaart("2021-01-05").stand
        == .geen(bevestigdOp: try CalendarDate("2021-01-05"), position: none.position))
    let report = try houder.meld(op: "2021-02-01")
    #expect(
      try gemeente.kaart("2021-02-01").stand
        == .nietGepubliceerd(
          reden: Text(
            nl: "Er is een melding ontvangen; daarover is nog niet beslist.",
            en: "A report was received; it has not been decided on yet."), position: report.event.position))
    try report.vraag(op: "2021-02-02")
    try report.verleen(op: "2021-02-03")
    guard case .nietGepubliceerd(let reason, _) = try gemeente.kaart("2021-02-03").stand else {
      Issue.record("no reason")
      return
    }
    // Whether it was allowed shows from a publication and from nothing else.
    #expect(reason.nl == "Er staat geen opgave op deze lijst; een nieuwe bevestiging is nog niet ontvangen.")
    try houder.bevestig(geen: false, op: "2021-02-03")
    guard case .nietGepubliceerd(let confirmed, _) = try gemeente.kaart("2021-02-03").stand else {
      Issue.record("no reason")
      return
    }
    #expect(confirmed.nl == "Er staat geen opgave op deze lijst.")
    try achterwege(report, op: "2021-02-04")
    guard case .nietGepubliceerd(let withheld, _) = try gemeente.kaart("2021-02-04").stand else {
      Issue.record("no reason")
      return
    }
    #expect(
      withheld.nl
        == "Niet openbaar gemaakt: openbaarmaking brengt iemands veiligheid in gevaar (artikel 3).")
    // What was said on an earlier day stays what it was.
    #expect(
      try gemeente.kaart("2021-01-31").stand
        == .geen(
          bevestigdOp: try CalendarDate("2021-01-05"), position: none.position))
  }

  @Test func `The list has a state from each day on which a card changed, without a gap`() throws {
    try houder.bevestig(geen: true, op: "2021-01-05")
    let report = try houder.meld(op: "2021-02-01")
    try report.vraag(op: "2021-02-02")
    try report.verleen(op: "2021-02-03")
    let statement = try report.publiceer(op: "2021-02-10")
    try statement.werkBij(op: "2021-05-01") { $0[Opgaveveld.organisatie] = "Stichting Bedacht" }
    let states = try gemeente.register("2021-12-31").standen
    #expect(
      states.map(\.vanaf.description) == [
        "2020-01-01", "2020-06-01", "2021-01-05", "2021-02-01", "2021-02-03", "2021-02-10", "2021-05-01",
      ])
    #expect(states.first?.kaarten == [])
    for (state, next) in zip(states, states.dropFirst()) { #expect(state.totEnMet == next.vanaf.vorige) }
    #expect(states.last?.totEnMet == nil)
    #expect(try gemeente.register("2021-05-15").standen == states)
    let shown = states.suffix(2).map { state -> [Getoond?] in
      guard case .opgaven(let versions)? = state.kaarten.first?.stand else { return [] }
      return versions.map(\.organisatie)
    }
    #expect(shown == [[.waarde("Stichting Verzonnen")], [.waarde("Stichting Bedacht")]])
  }

  @Test func `A statement has versions with their days`() throws {
    let report = try houder.meld()
    try report.toestaan()
    let statement = try report.publiceer(op: "2021-02-01")
    try statement.werkBij(op: "2021-05-01")
    try statement.trekIn(op: "2021-09-01")
    let entry = try #require(try gemeente.register("2021-12-31").opgaven.first)
    #expect(entry.id == statement.stream.id.description)
    #expect(entry.versies.map(\.nummer) == [1, 2])
    #expect(entry.versies.map(\.vanaf.description) == ["2021-02-01", "2021-05-01"])
    #expect(entry.versies.map { $0.totEnMet?.description } == ["2021-04-30", "2021-08-31"])
    #expect(
      entry.status
        == .beeindigd(op: try ImpreciseDate("2021-09-01"), zichtbaarTot: try CalendarDate("2022-09-01")))
    let before = try #require(try gemeente.register("2021-06-01").opgaven.first)
    #expect(before.status == .actueel)
    #expect(before.versies.last?.totEnMet == nil)
    #expect(try gemeente.register("2021-01-31").opgaven.isEmpty)
  }

  @Test func `An ended activity goes off the list by itself, and asks for a new confirmation`() throws {
    let report = try houder.meld()
    try report.toestaan()
    try report.publiceer()
    let end = try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-08")
    #expect(try gemeente.kaart("2021-08-15").stand.code == "opgaven")
    guard case .nietGepubliceerd(_, let position) = try gemeente.kaart("2021-08-31").stand else {
      Issue.record("still on the list")
      return
    }
    #expect(position == end.position)
    let entry = try #require(try gemeente.register("2021-09-01").opgaven.first)
    #expect(
      entry.status == .beeindigd(op: try ImpreciseDate("2021-08"), zichtbaarTot: try CalendarDate("2022-08-31")))
    try houder.bevestig(geen: true, op: "2021-09-10")
    #expect(try gemeente.kaart("2021-09-10").stand.code == "geen")
  }

  @Test func `A known last day takes a statement off the list on the day after`() throws {
    let report = try houder.meld(einde: "2021-06-30")
    try report.toestaan()
    try report.publiceer { $0[Opgaveveld.laatsteDag] = try CalendarDate("2021-06-30") }
    #expect(try gemeente.kaart("2021-06-30").stand.code == "opgaven")
    #expect(try gemeente.kaart("2021-07-01").stand.code == "nietGepubliceerd")
    #expect(
      try gemeente.register("2021-07-01").opgaven.map(\.status)
        == [.beeindigd(op: try ImpreciseDate("2021-07-01"), zichtbaarTot: try CalendarDate("2022-07-01"))])
  }

  @Test func `Content that has lapsed is in the register on no day`() throws {
    let report = try houder.meld()
    try report.toestaan()
    let statement = try report.publiceer()
    try statement.trekIn(op: "2021-09-01")
    let kept = try gemeente.register("2022-09-01")
    #expect("\(kept)".contains("Stichting Verzonnen"))
    let lapsed = try gemeente.register("2022-09-02")
    #expect(!"\(lapsed)".contains("Verzonnen") && !"\(lapsed)".contains("penningmeester"))
    let entry = try #require(lapsed.opgaven.first)
    #expect(entry.status == .vervallen(op: try CalendarDate("2022-09-02")))
    #expect(entry.versies.map(\.nevenwerkzaamheid) == [.vernietigd])
    let then = try #require(lapsed.standen.last { $0.vanaf <= (try? CalendarDate("2021-06-01")) ?? .first })
    #expect(
      then.kaarten.first?.stand
        == .nietGepubliceerd(
          reden: Text(
            nl: "De opgave van toen wordt niet meer getoond.", en: "The statement of that time is shown no more."),
          position: statement.event.position))
    #expect(lapsed.wijzigingen.map(\.soort) == [.functieAangewezen, .toegevoegd, .ingetrokken])
  }

  @Test func `Who leaves goes off the list, and what was shown lapses after the retention period`() throws {
    let report = try houder.meld()
    try report.toestaan()
    try report.publiceer()
    try houder.legNeer("2022-01-01")
    #expect(try gemeente.register("2022-01-01").standen.last?.kaarten == [])
    #expect(
      try gemeente.register("2022-01-01").opgaven.map(\.status)
        == [.beeindigd(op: try ImpreciseDate("2022-01-01"), zichtbaarTot: try CalendarDate("2023-01-01"))])
    let lapsed = try gemeente.register("2023-01-02")
    #expect(!"\(lapsed)".contains("Verzonnen"))
  }

  @Test func `Without a retention period an ended statement stays, and the register says that none was chosen`() throws
  {
    let town = try Proefgemeente(.lelystad)
    let report = try town.functie("Directeur").meld()
    try report.toestaan()
    try report.publiceer().trekIn(op: "2021-09-01")
    let register = try town.register("2026-11-21")
    #expect(register.regeling.bewaarNaEinde == nil)
    #expect(register.opgaven.map(\.status) == [.beeindigd(op: try ImpreciseDate("2021-09-01"), zichtbaarTot: nil)])
    #expect("\(register)".contains("Stichting Verzonnen"))
  }

  @Test func `Beside a statement on the list, what is not published is named`() throws {
    let shown = try houder.meld()
    try shown.toestaan()
    try shown.publiceer()
    let other = try houder.meld("bestuurslid", op: "2021-03-01")
    let card = try gemeente.kaart("2021-03-01")
    #expect(card.stand.code == "opgaven")
    #expect(card.nietGepubliceerd.map(\.position) == [other.event.position])
  }

  @Test func `What was refused is not on the card; the holder confirms again`() throws {
    try houder.bevestig(geen: true, op: "2021-01-05")
    let report = try houder.meld(op: "2021-02-01")
    try report.weiger(op: "2021-02-03")
    guard case .nietGepubliceerd(let reason, _) = try gemeente.kaart("2021-02-03").stand else {
      Issue.record("no reason")
      return
    }
    #expect(!reason.nl.contains("geweigerd") && !reason.en.contains("refused"))
    // That it runs no more is recorded, whatever was decided.
    try gemeente.weigert("NEV-BEVESTIGING") { try houder.bevestig(geen: true, op: "2021-02-10") }
    try report.leg(NevenwerkzaamheidBeeindigd.self, op: "2021-02-05")
    try houder.bevestig(geen: true, op: "2021-02-10")
    #expect(try gemeente.kaart("2021-02-10").stand.code == "geen")
  }

  @Test func `A change of function keeps the statement and asks to judge again`() throws {
    let report = try houder.meld()
    try report.toestaan()
    try report.publiceer()
    try report.leg(FunctieGewijzigd.self, op: "2021-06-01") {
      $0[Houderschap.functie] = houder.functie
      $0[Houderschap.persoon] = houder.persoon
    }
    #expect(try gemeente.kaart("2021-06-01").stand.code == "opgaven")
  }

  @Test func `Confirming is due a year later, and overdue the day after that`() throws {
    try houder.bevestig(geen: true, op: "2021-01-05")
    let card = try gemeente.kaart("2022-01-05")
    #expect(card.laatstBevestigd == (try CalendarDate("2021-01-05")))
    #expect(card.bevestigenUiterlijk == (try CalendarDate("2022-01-05")))
    #expect(!card.isBevestigingTeLaat)
    #expect(try gemeente.kaart("2022-01-06").isBevestigingTeLaat)
    try houder.bevestig(geen: true, op: "2022-02-01")
    #expect(try !gemeente.kaart("2022-02-01").isBevestigingTeLaat)
    let late = try gemeente.register("2022-03-01").standen.map { state in
      (state.vanaf.description, state.kaarten.first?.isBevestigingTeLaat)
    }
    #expect(late.contains { $0 == "2022-01-06" && $1 == true } && late.contains { $0 == "2022-02-01" && $1 == false })
  }

  @Test func `Two who held a function after each other are two cards, by who came first`() throws {
    try houder.bevestig(geen: true, op: "2021-01-05")
    try houder.legNeer("2021-06-01")
    let next = Proefhouder(gemeente: gemeente, functie: houder.functie, persoon: gemeente.boek.stream("Persoon"))
    try next.bekleed("2021-05-01")
    #expect(
      try gemeente.register("2021-05-15").standen.last?.kaarten.map(\.stand.code) == ["geen", "nogNietOntvangen"])
    #expect(try gemeente.kaart("2021-06-01").stand == .nogNietOntvangen(sinds: try ImpreciseDate("2021-05-01")))
  }

  @Test func `One person with two functions has two cards that cannot be linked`() throws {
    let other = try gemeente.functie("Concernmanager", houder: nil, aangewezen: "2020-06-01")
    let same = Proefhouder(gemeente: gemeente, functie: other.functie, persoon: houder.persoon)
    try same.bekleed("2020-03-01")
    let register = try gemeente.register("2021-01-01")
    let cards = try #require(register.standen.last).kaarten
    #expect(Set(cards.map(\.id)).count == 2)
    #expect(cards.map(\.functie.slug) == ["directeur", "concernmanager"])
    #expect(!"\(cards.map(\.id))".contains(houder.persoon.id.description))
  }

  @Test func `Two functions of one name have two words`() throws {
    try gemeente.functie("Directeur")
    try gemeente.functie("Loco-secretaris & coördinator")
    #expect(
      try gemeente.register("2026-01-01").standen.last?.kaarten.map(\.functie.slug)
        == ["directeur", "directeur-2", "loco-secretaris-coordinator"])
  }

  @Test func `Names are shown where the rules publish them`() throws {
    let town = try Proefgemeente(.lelystad) { $0.velden = [.naam, .hoofdfunctie, .nevenwerkzaamheid] }
    let holder = try town.functie("Directeur")
    try holder.bevestig(geen: true, op: "2021-01-05", naam: "Karin Voorbeeld")
    #expect(try town.kaart("2021-01-05").naam == .waarde("Karin Voorbeeld"))
    let report = try holder.meld(op: "2021-02-01")
    try report.vraag(op: "2021-02-01")
    try report.verleen(op: "2021-02-02")
    try report.publiceer(op: "2021-02-03", velden: [.naam, .hoofdfunctie, .nevenwerkzaamheid]) {
      $0[Opgaveveld.naam] = "Karin van Voorbeeld"
    }
    #expect(try town.kaart("2021-02-03").naam == .waarde("Karin van Voorbeeld"))
    #expect(try town.kaart("2021-01-31").naam == .waarde("Karin Voorbeeld"))
  }

  @Test func `A withdrawn designation takes the function off the list`() throws {
    let designation = try gemeente.boek.read { try #require(try Aanwijzing.all($0.views).first).feit.stream }
    try gemeente.append(FunctieaanwijzingIngetrokken.self, designation, op: "2022-01-01", als: .college)
    let register = try gemeente.register("2022-01-01")
    #expect(register.standen.last?.kaarten == [])
    #expect(register.wijzigingen.map(\.soort) == [.functieAangewezen, .functieVervallen])
  }

  @Test func `A corrected publication is shown on no day`() throws {
    let report = try houder.meld()
    try report.toestaan()
    let statement = try report.publiceer()
    try gemeente.append(OpgaveGecorrigeerd.self, statement.stream, op: "2026-11-21", als: .algemeenDirecteur) {
      $0[Correction.event] = statement.event.id
      $0[Correction.reason] = "verkeerde melding"
    }
    let register = try gemeente.register("2026-11-21")
    #expect(!"\(register)".contains("Verzonnen"))
    #expect(register.opgaven.map(\.status) == [.vervallen(op: try CalendarDate("2026-11-21"))])
    #expect(register.wijzigingen.map(\.soort) == [.functieAangewezen])
  }

  @Test func `Before there were rules there is no register`() throws {
    let day = try CalendarDate("2019-12-31")
    let register = try gemeente.boek.read { try OpenbaarRegister.lees(op: day, $0.views, $0.filter) }
    #expect(register == nil)
  }
}
