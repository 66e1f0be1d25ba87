import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// Who decides on a report, and what is decided once.
struct BesluitTests {
  let gemeente: Proefgemeente
  let report: Proefmelding

  init() throws {
    gemeente = try Proefgemeente()
    report = try gemeente.functie("Directeur", houderRol: .directeur).meld()
  }

  @Test func `A decision is by whom the rules name`() throws {
    try report.vraag()
    try gemeente.weigert("NEV-BESLISSER") { try report.verleen(als: .griffier) }
    try report.verleen(als: .college)
  }

  @Test func `Nobody decides on their own report, under a mandate neither`() throws {
    let own = try gemeente.functie("Gemeentesecretaris", houderRol: .algemeenDirecteur).meld()
    try own.vraag()
    try gemeente.weigert("NEV-EIGEN-BESLUIT") { try own.verleen(als: .algemeenDirecteur) }
    try mandaat(.algemeenDirecteur, "ToestemmingBeslist")
    try gemeente.weigert("NEV-EIGEN-BESLUIT") { try own.verleen(als: .secretariaat) }
    try own.verleen(als: .college)
    try report.vraag()
    try report.verleen(als: .secretariaat)
  }

  private func mandaat(_ giver: Rol, _ event: String) throws {
    try gemeente.append(MandaatVerleend.self, gemeente.boek.stream("Mandaat"), op: "2026-11-21", als: giver) {
      $0[MandaatVerleend.mandaatgever] = giver
      $0[MandaatVerleend.gemandateerde] = .secretariaat
      $0[MandaatVerleend.gebeurtenissen] = [event]
      $0[MandaatVerleend.van] = try CalendarDate("2026-01-01")
    }
  }

  @Test func `A decision falls once, until something changes`() throws {
    try report.toestaan()
    try gemeente.weigert("NEV-BESLUIT") { try report.weiger() }
    try report.leg(NevenwerkzaamheidGewijzigd.self, op: "2021-03-01")
    try gemeente.weigert("NEV-VOORAF") { try report.verleen(op: "2021-03-10") }
    try report.vraag(.wijziging, op: "2021-03-02")
    try report.verleen(op: "2021-03-10")
  }

  @Test func `A change of function asks for a new decision`() throws {
    try report.toestaan()
    let changed = try report.leg(FunctieGewijzigd.self, op: "2022-01-01") {
      $0[Houderschap.functie] = report.houder.functie
      $0[Houderschap.persoon] = report.houder.persoon
    }
    #expect(try stand() == .hertoetsing(sinds: changed.position))
    try report.verleen(op: "2022-01-10")
    #expect(try stand() == .beslist)
  }

  @Test func `A decision under conditions has conditions`() throws {
    try report.vraag()
    try gemeente.weigert("NEV-VOORWAARDEN") { try report.beslis(true, .voorwaarden) }
    try gemeente.weigert("NEV-VOORWAARDEN") {
      try report.beslis(true) { $0[ToestemmingBeslist.voorwaarden] = "niet in werktijd" }
    }
    try gemeente.weigert("NEV-VOORWAARDEN") {
      try report.beslis(false, .afgeraden) { $0[Motivering.motivering] = "nee" }
    }
    try report.verleenOnderVoorwaarden()
    #expect(try besluit(als: .leidinggevende)?.voorbehoud == .voorwaarden)
    #expect(try stand() == .beslist && besluit(als: nil) == nil)
  }

  @Test func `F7: to who cannot open them, a permission and a refusal are the same but for their random bytes`() throws
  {
    try report.vraag()
    let refused = try report.weiger()
    let other = try gemeente.functie("Controller").meld()
    try other.vraag()
    let allowed = try other.beslis(true, .voorwaarden) { $0[ToestemmingBeslist.voorwaarden] = "niet in werktijd" }
    func shape(_ event: RecordedEvent) throws -> [String] {
      let rows = try gemeente.boek.directory.read { try $0.vault.sealedFields(of: event.id) }
      return [event.type.name, "\(event.facts.count)", "\(event.signed.envelope.sealedDigests.count)"]
        + rows.map { "\($0.field) \($0.body.count)" }.sorted()
    }
    #expect(try shape(refused) == shape(allowed))
    // Every sealed field is there, and all have one length.
    let lines = try shape(refused).dropFirst(3)
    #expect(lines.count == 7 && Set(lines.map { $0.split(separator: " ").last }).count == 1)
    let clear = ToestemmingBeslist.type.fields.filter { $0.visibility == .clear }.map(\.name)
    #expect(clear == HistoricalFact.fields.map(\.name))
  }

  @Test func `F7: a publication discloses what was decided on this very report, and nothing made up`() throws {
    try report.vraag()
    try report.weiger()
    try gemeente.weigert("NEV-TOEGESTAAN") { try report.publiceer() }
    let other = try gemeente.functie("Controller").meld()
    try other.toestaan()
    let borrowed = try other.onthulling("2021-02-01", als: .algemeenDirecteur)
    #expect(borrowed?.isEmpty == false)
    let forged = DisclosedValue(
      Disclosure(name: ToestemmingBeslist.toegestaan.name, value: true, random: RepeatableRandom(seed: "vals")))
    for claim in [borrowed, [forged], nil] {
      try gemeente.weigert("NEV-TOEGESTAAN") { try report.publiceer { $0[Opgaveveld.onthulling] = claim } }
    }
    try other.publiceer()
    // Without any key every publication is judged; of decisions only who can open them judges all.
    let outside = try gemeente.boek.verify()
    #expect(outside.ok && outside[.rules].sealed > 0, "\(outside[.rules])")
    var options = VerificationOptions()
    options.ring = try gemeente.boek.key(.secretariaat).ring
    let member = try gemeente.boek.verify(options)
    #expect(member.ok && member[.rules].sealed == 0, "\(member[.rules])")
  }

  @Test func `F26: the written request and the written decision can be kept, and only the organisation reads them`()
    throws
  {
    let paper = Document(bytes: Array("besluit".utf8), mediaType: "text/plain")
    try report.leg(ToestemmingGevraagd.self, op: "2021-01-11") {
      $0[ToestemmingGevraagd.voor] = .start
      $0.attach(paper, as: ToestemmingGevraagd.verzoek)
    }
    let decided = try report.beslis(true) { $0.attach(paper, as: ToestemmingBeslist.besluit) }
    func opened(als rol: Rol?) throws -> Document? {
      try gemeente.boek.read(als: rol) { try $0.filter.document(ToestemmingBeslist.besluit, of: decided) }
    }
    #expect(try opened(als: .secretariaat)?.bytes == paper.bytes)
    #expect(try opened(als: nil) == nil)
    #expect(try gemeente.boek.verify().ok)
  }

  @Test func `Paid work for the own municipality is refused, and allowed once it is not so`() throws {
    let paid = try report.houder.meld(eigenGemeente: true)
    try paid.vraag()
    try gemeente.weigert("NEV-EIGEN-GEMEENTE") { try paid.verleen() }
    try gemeente.weigert("NEV-EIGEN-GEMEENTE") { try paid.verleenOnderVoorwaarden() }
    try paid.leg(NevenwerkzaamheidGewijzigd.self) { $0[Looptijd.betaaldDoorEigenGemeente] = false }
    try paid.vraag(.wijziging, op: "2021-01-21")
    try paid.verleen(op: "2021-01-22")
  }

  @Test func `A corrected decision counts no more, and only who could decide corrects it`() throws {
    try report.toestaan()
    let decision = try report.verleenNa(report)
    try gemeente.weigert("NEV-CORRECTIE-BEVOEGD") { try corrigeer(decision, als: .secretariaat) }
    try corrigeer(decision, als: .leidinggevende)
    try gemeente.weigert("NEV-CORRECTIE") { try corrigeer(decision, als: .leidinggevende) }
    #expect(try stand()?.wachtOpBesluit == true)
  }

  @Test func `A report lapses only when no statement rests on it`() throws {
    try report.toestaan()
    let statement = try report.publiceer()
    try gemeente.weigert("NEV-CORRECTIE-VOLGORDE") { try corrigeer(report.event, als: .secretariaat) }
    try statement.trekIn(.vergissing, op: "2021-03-01")
    try corrigeer(report.event, als: .secretariaat)
    #expect(try stand() == nil)
    try gemeente.weigert("NEV-BEEINDIGD") { try report.leg(NevenwerkzaamheidGewijzigd.self, op: "2021-04-01") }
  }

  @discardableResult
  private func corrigeer(_ event: RecordedEvent, als rol: Rol) throws -> RecordedEvent {
    try report.leg(NevenwerkzaamheidGecorrigeerd.self, op: "2026-11-21", als: rol) {
      $0[Correction.event] = event.id
      $0[Correction.reason] = "verkeerd vastgelegd"
    }
  }

  private func besluit(als rol: Rol?) throws -> Besluit? {
    try gemeente.boek.read(als: rol) { reading in
      try Werkzaamheid.of(report.stream, reading.views)?.besluit().flatMap { try Besluit($0, reading.filter) }
    }
  }

  private func stand() throws -> Stand? {
    try gemeente.boek.read { try Werkzaamheid.of(report.stream, $0.views)?.stand() }
  }

  @Test(arguments: Bezwaar.allCases)
  func `F26: a refusal, advice and conditions can name what is against it`(_ bezwaar: Bezwaar) throws {
    for (allowed, reserve) in [(false, Voorbehoud.geen), (true, .afgeraden), (true, .voorwaarden)] {
      let report = try Proefgemeente().functie("Directeur").meld()
      try report.vraag()
      let event = try report.beslis(allowed, reserve) { draft in
        draft[Motivering.motivering] = "nee"
        draft[ToestemmingBeslist.voorwaarden] = reserve == .voorwaarden ? "alleen in het weekend" : nil
        draft[ToestemmingBeslist.bezwaren] = [bezwaar]
      }
      let named = try report.gemeente.boek.read(als: .secretariaat) {
        try $0.filter.reveal(FieldReference(position: event.position, field: "bezwaren"))
      }
      #expect(named == .value([.string(bezwaar.rawValue)]))
    }
  }

  @Test func `F26: nothing is against what is allowed without reserve, and the same is not against it twice`() throws {
    let report = try Proefgemeente().functie("Directeur").meld()
    try report.vraag()
    try report.gemeente.weigert("NEV-BEZWAAR") {
      try report.beslis(true) { $0[ToestemmingBeslist.bezwaren] = [.oneerlijkVoordeel] }
    }
    try report.gemeente.weigert("NEV-BEZWAAR") {
      try report.beslis(false) {
        $0[Motivering.motivering] = "nee"
        $0[ToestemmingBeslist.bezwaren] = [.oneerlijkVoordeel, .oneerlijkVoordeel]
      }
    }
    try report.verleen()
  }

  @Test func `F26: each bar of a model has a source of that model`() {
    #expect(
      Model.lelystad.bezwaren == [
        .belangenstrijd: "004:3923-3925", .belemmertFunctioneren: "004:3926-3928",
        .vertrouwelijkeInformatie: "004:3929", .betaaldEigenGemeente: "004:3930", .oneerlijkVoordeel: "004:3931-3933",
      ])
    #expect(Set(Model.lelystad.bezwaren.keys) == Set(Bezwaar.allCases))
    #expect(Model.maastricht.bezwaren == [.belangenstrijd: "001:184-189"])
    #expect(Model.utrecht.bezwaren == [.belangenstrijd: "003:265"])
  }

  @Test func `F35: Utrecht's rules know no refusal, unless they were set otherwise`() throws {
    func beslis(_ report: Proefmelding) throws {
      try report.beslis(false) { $0[Motivering.motivering] = "nee" }
    }
    let utrecht = try Proefgemeente(.utrecht).functie("Concernmanager").meld()
    try utrecht.gemeente.weigert("NEV-WEIGEREN") { try beslis(utrecht) }
    try utrecht.beslis(true, .afgeraden) { $0[Motivering.motivering] = "nee" }
    let set = try Proefgemeente(.utrecht) { $0.weigeren = true }.functie("Concernmanager").meld()
    try beslis(set)
    #expect(Model.lelystad.instellingen.weigeren && Model.maastricht.instellingen.weigeren)
  }
}

extension Proefmelding {
  /// Reports a change and decides on it.
  fileprivate func verleenNa(_ report: Proefmelding) throws -> RecordedEvent {
    try report.leg(NevenwerkzaamheidGewijzigd.self, op: "2021-03-01")
    try report.vraag(.wijziging, op: "2021-03-02")
    return try report.verleen(op: "2021-03-10")
  }
}
