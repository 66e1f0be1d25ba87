import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties

/// What differs between the three municipalities, by their sources.
struct ModelTests {
  @Test func `Lelystad wants everything reported, Utrecht what can touch, Maastricht all of the highest`() {
    #expect(Model.lelystad.instellingen.meldplicht == .alles)
    #expect(Model.utrecht.instellingen.meldplicht == .watKanRaken)
    #expect(Model.maastricht.instellingen.meldplicht == .topfunctionarissenAltijd)
  }

  @Test func `Lelystad asks permission beforehand, the others a report`() throws {
    for (model, asks) in [(Modelregels.lelystad, true), (.maastricht, false), (.utrecht, false)] {
      let town = try Proefgemeente(model)
      let report = try town.functie("Directeur").meld()
      let decider = try #require(Model.van(model).instellingen.beslissers.first)
      if asks {
        try town.weigert("NEV-VOORAF") { try report.verleen(als: decider) }
        try report.vraag()
      }
      try report.verleen(als: decider)
    }
  }

  @Test func `In Utrecht the line manager decides, in Maastricht the employer`() throws {
    #expect(Model.utrecht.instellingen.beslissers == [.leidinggevende])
    let utrecht = try Proefgemeente(.utrecht).functie("Concernmanager").meld()
    try utrecht.gemeente.weigert("NEV-BESLISSER") { try utrecht.verleen(als: .algemeenDirecteur) }
    try utrecht.verleen(als: .leidinggevende)
    let maastricht = try Proefgemeente(.maastricht).functie("Directeur").meld()
    try maastricht.gemeente.weigert("NEV-BESLISSER") { try maastricht.verleen(als: .leidinggevende) }
    try maastricht.verleen(als: .algemeenDirecteur)
  }

  @Test(arguments: [(Modelregels.lelystad, true), (.maastricht, false), (.utrecht, false)])
  func `Only Lelystad bars paid work for the own municipality`(_ model: Modelregels, _ bars: Bool) throws {
    let town = try Proefgemeente(model)
    let report = try town.functie("Directeur").meld(eigenGemeente: true)
    try report.vraag()
    let decider = try #require(Model.van(model).instellingen.beslissers.first)
    if bars {
      try town.weigert("NEV-EIGEN-GEMEENTE") { try report.verleen(als: decider) }
      try report.weiger(als: decider)
    } else {
      try report.verleen(als: decider)
    }
  }

  @Test func `Lelystad has nine questions, Maastricht six, Utrecht none for this`() {
    #expect(Model.lelystad.instellingen.vragen.count == 9)
    #expect(Model.maastricht.instellingen.vragen.count == 6)
    #expect(Model.utrecht.instellingen.vragen.isEmpty)
    #expect(Set(Model.maastricht.instellingen.vragen).isSubset(of: Model.lelystad.instellingen.vragen))
  }

  @Test
  func `The lists of functions differ: the griffier only in Lelystad, the IRM only in Utrecht, none in Maastricht`() {
    #expect(Model.lelystad.functies.contains("griffier") && !Model.lelystad.functies.contains("IRM'ers"))
    #expect(Model.utrecht.functies.contains("IRM'ers") && !Model.utrecht.functies.contains("griffier"))
    #expect(Model.maastricht.functies.isEmpty)
  }

  @Test func `Lelystad publishes four fields, of which one is two, and no names`() {
    #expect(
      Model.lelystad.instellingen.velden == [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .beperkingen])
    for model in Modelregels.allCases { #expect(!Model.van(model).instellingen.publiceertNamen) }
  }

  @Test func `Only Lelystad's source says that hired people are on the list and who is responsible`() {
    func origin(_ model: Model, _ setting: Instelling) -> Herkomstsoort? {
      model.herkomst.first { $0.punt == setting }?.soort
    }
    for setting in [Instelling.inhuur, .verantwoordelijke, .velden] {
      #expect(origin(.lelystad, setting) == .bron)
      #expect(origin(.maastricht, setting) == .standaard)
      #expect(origin(.utrecht, setting) == .standaard)
    }
    #expect(origin(.lelystad, .beslissers) == .standaard)
    #expect(origin(.utrecht, .beslissers) == .bron)
  }

  @Test(arguments: Modelregels.allCases)
  func `Every setting of a model says where it comes from, and only open ones are passed over`(
    _ soort: Modelregels
  ) throws {
    let model = Model.van(soort)
    #expect(model.herkomst.map(\.punt) == Instelling.allCases)
    let silent = Set(model.herkomst.filter { $0.soort == .zwijgt }.map(\.punt))
    #expect(silent.isSuperset(of: [.beslistermijn, .bijwerktermijn, .bewaarNaEinde]))
    let town = try Proefgemeente(nil)
    var draft = EventDraft(
      NevenfunctieregelsVastgesteld.self, stream: town.regels, effective: try ImpreciseDate("2024-01-01"))
    draft[NevenfunctieregelsVastgesteld.titel] = model.titel
    draft[NevenfunctieregelsVastgesteld.bron] = model.bron
    draft[NevenfunctieregelsVastgesteld.herkomst] = model.herkomst
    model.instellingen.fill(&draft)
    try town.boek.append(draft, als: .college)
  }

  @Test func `Advice not to combine is recorded in Utrecht, and what was advised is still published`() throws {
    let report = try Proefgemeente(.utrecht).functie("Concernmanager").meld()
    try report.beslis(true, .afgeraden) { $0[Motivering.motivering] = "nee" }
    try report.publiceer()
  }

  @Test(arguments: [
    // Lelystad looks at the permission, Maastricht at the report; Utrecht at neither.
    (Modelregels.lelystad, "2021-01-15", true), (.maastricht, "2021-01-15", false), (.utrecht, "2021-01-05", false),
    (.lelystad, "2021-01-05", true), (.maastricht, "2021-01-05", true), (.lelystad, "2021-01-21", false),
    // Done before the function was held: nobody could have asked.
    (.lelystad, "2019-05-05", false), (.maastricht, "2019-05-05", false),
  ])
  func `What started too soon is noted, and what was done before the function was held is not`(
    _ model: Modelregels, _ start: String, _ isNoted: Bool
  ) throws {
    let town = try Proefgemeente(model)
    let report = try town.functie("Directeur").meld(ingang: start)
    try report.vraag()
    try report.verleen(als: try #require(Model.van(model).instellingen.beslissers.first))
    let note = try town.boek.read(als: .secretariaat) {
      try Werkzaamheid.of(report.stream, $0.views)?.nietVooraf($0)
    }
    #expect((note != nil) == isNoted)
  }

  @Test func `Both limits of Lelystad are possible: everything, or only what can touch`() throws {
    let strict = try Proefgemeente(.lelystad) { $0.grens = .watKanRaken }
    let report = try strict.functie("Directeur").meld()
    try report.vraag()
    try strict.weigert("NEV-KAN-RAKEN") { try report.verleen() }
    try report.verleen(kanRaken: false)
    try strict.weigert("NEV-GRENS") { try report.publiceer() }
    let wide = try Proefgemeente(.lelystad).functie("Directeur").meld()
    try wide.vraag()
    try wide.verleen(kanRaken: false)
    try wide.publiceer()
  }
}
