import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie
@testable import Instemming
@testable import Organisatie

/// What a demand of record asks, the log may answer; what asks for judgement, a person signs.
struct StandTests {
  let wereld: Standwereld
  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2024-11-14")
    try wereld.brief()
  }

  @Test func `without evidence every demand is written out as not shown, and rules of the case ask for nothing`() throws
  {
    let beeld = try #require(try wereld.beeld(op: "2024-11-14").first)
    let due = try CalendarDate("2025-05-13")
    #expect(beeld.eisen.count == 52 && beeld.zaak?.uiterlijk == due)
    #expect(beeld.aantal(.nietAangetoond) == 48 && beeld.aantal(.nietVanToepassing) == 4)
    for eis in beeld.eisen { #expect(!eis.ontbreekt.isEmpty, "\(eis.eis.id)") }
    #expect(
      try wereld.eis("AI-2.5", op: "2024-11-14").gemist
        == "niet vastgelegd: evenveel voorgelichte werknemers als er in dienst zijn")
  }

  @Test func `S16: 1,480 of 1,520 informed is in part, with 40 missing; all of them is shown`() throws {
    try wereld.dag("2025-05-13")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 1480, van: 1520, .alleWerknemers, op: "2025-05-13")
    let part = try wereld.eis("AI-2.5", op: "2025-05-13")
    #expect(part.stand == .gedeeltelijk)
    #expect(part.gemist == "1.480 van 1.520 bereikt; er ontbreken er 40")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 1520, van: 1520, .alleWerknemers, op: "2025-05-13")
    #expect(try wereld.eis("AI-2.5", op: "2025-05-13").stand == .aangetoond)
  }

  @Test func `a count of another group does not show it`() throws {
    try wereld.dag("2025-05-13")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 30, van: 30, .leidinggevenden, op: "2025-05-13")
    let found = try wereld.eis("AI-2.5", op: "2025-05-13")
    #expect(found.stand == .nietAangetoond && found.gemist.contains("«doelgroep» niet «alleWerknemers»"))
  }

  @Test(arguments: [
    ("2025-05-12", "2025-05-12", "voor"), ("2025-05-12", "2025-05-20", "voorLaterVastgelegd"),
    ("2025-05-14", "2025-05-20", "na"), ("2025-05", "2025-06-02", "onbekend"),
    ("2025-04", "2025-06-02", "voorLaterVastgelegd"),
  ])
  func `S14, S15: done before and recorded after is told apart from done after`(
    done: String, recorded: String, lies: String
  )
    throws
  {
    try wereld.dag(recorded)
    try wereld.dekking(TrainingGevolgd.self, ["AI-2.9"], 80, van: 80, .leidinggevenden, op: done)
    let found = try wereld.eis("AI-2.9", op: "2025-06-30")
    #expect(found.stand == .aangetoond)
    #expect(found.feiten.map(\.ligging.rawValue) == [lies])
    let expected: Certainty = lies == "na" ? .no : lies == "onbekend" ? .unknown : .yes
    #expect(found.opTijd == expected)
    let said = ["na": "gedaan na de termijn", "onbekend": "niet aangetoond is dat het voor de termijn is gedaan"]
    #expect(found.gemist == said[lies] ?? "")
    #expect(lies != "voorLaterVastgelegd" || found.feiten.first?.ligging.text.nl == "eerder gedaan, later vastgelegd")
  }

  @Test func `what was not known on a day does not show it, by day and by knowledge`() throws {
    try wereld.dag("2025-05-20")
    let size = try wereld.boek.read { $0.size }
    try wereld.dekking(TrainingGevolgd.self, ["AI-2.9"], 80, van: 80, .leidinggevenden, op: "2025-05-12")
    #expect(try wereld.eis("AI-2.9", op: "2025-05-11").stand == .nietAangetoond)
    #expect(try wereld.eis("AI-2.9", op: "2025-05-12").stand == .aangetoond)
    let before = try wereld.beeld("AI-2.9", op: "2025-05-12", known: .size(size)).first?.eisen.first
    #expect(before?.stand == .nietAangetoond)
  }

  @Test func `S18: a survey without internal and external, and without forms, shows neither`() throws {
    try wereld.bewijs(OnderzoekUitgevoerd.self, ["AI-1.9", "AI-1.10"], op: "2024-10-01") {
      $0[OnderzoekUitgevoerd.methode] = "vragenlijst"
      $0[OnderzoekUitgevoerd.internEnExtern] = false
    }
    let split = try wereld.eis("AI-1.9", op: "2024-11-14")
    #expect(split.stand == .nietAangetoond && split.gemist.contains("«internEnExtern» niet «ja»"))
    let forms = try wereld.eis("AI-1.10", op: "2024-11-14")
    #expect(forms.stand == .nietAangetoond && forms.gemist.contains("zegt niets over «vormen»"))
  }

  @Test func `judgement: a paper alone is present, a signed reason shows it, and it lapses with what it was about`()
    throws
  {
    let paper = try wereld.bewijs(RieVastgesteld.self, ["AI-1.5"], op: "2024-11-14", in: try rie(), als: .college)
    #expect(try wereld.eis("AI-1.5", op: "2024-11-14").stand == .stukAanwezig)
    try oordeel("AI-1.5", .onvoldoende, [paper])
    #expect(try wereld.eis("AI-1.5", op: "2024-11-14").stand == .gedeeltelijk)
    try oordeel("AI-1.5", .voldoende, [paper])
    let found = try wereld.eis("AI-1.5", op: "2024-11-14")
    #expect(found.stand == .aangetoond && found.beoordeling?.rol == .algemeenDirecteur)
    #expect(found.beoordeling?.reden.string == "getoetst door de arbodienst")
    try wereld.leg(RieGecorrigeerd.self, paper.stream, op: "2024-11-14", als: .college) {
      $0[Correction.event] = paper.id
      $0[Correction.reason] = "vergissing"
    }
    #expect(try wereld.eis("AI-1.5", op: "2024-11-14").stand == .nietAangetoond)
  }

  @Test func `a judgement is about what there was, and not about what came after it`() throws {
    let plan = try rie()
    let paper = try wereld.bewijs(RieVastgesteld.self, ["AI-1.5"], op: "2024-11-14", in: plan, als: .college)
    let begun = try wereld.leg(InspectieUitgevoerd.self, wereld.boek.stream("Inspectie"), op: "2024-11-01") {
      $0[InspectieUitgevoerd.gehoord] = [.werknemers]
    }
    try oordeel("AI-1.5", .voldoende, [begun])
    let found = try wereld.eis("AI-1.5", op: "2024-11-14")
    #expect(found.stand == .stukAanwezig && found.gemist.contains("gaat niet over wat er nu is"))
    try oordeel("AI-1.5", .voldoende, [paper])
    #expect(try wereld.eis("AI-1.5", op: "2024-11-14").stand == .aangetoond)
  }

  @Test func `only who judged, or stands above, takes a judgement back`() throws {
    let paper = try wereld.bewijs(RieVastgesteld.self, ["AI-1.5"], op: "2024-11-14", in: try rie(), als: .college)
    try oordeel("AI-1.5", .voldoende, [paper])
    let judged = try #require(
      try wereld.boek.read { try $0.views.facts(of: BewijsBeoordeeld.self) }.last)
    func takeBack(_ role: Rol) throws {
      try wereld.leg(BeoordelingGecorrigeerd.self, judged.stream, op: "2024-11-14", als: role) {
        $0[Correction.event] = judged.id
        $0[Correction.reason] = "vergissing"
      }
    }
    try wereld.boek.expectRefusal(.geweigerd("EIS-OORDEEL-INTREKKEN")) { try takeBack(.ondernemingsraad) }
    try takeBack(.college)
    #expect(try wereld.eis("AI-1.5", op: "2024-11-14").stand == .stukAanwezig)
  }

  @Test func `the secretariat judges nothing, and nobody judges what is not there`() throws {
    let paper = try wereld.bewijs(RieVastgesteld.self, ["AI-1.5"], op: "2024-11-14", in: try rie(), als: .college)
    try wereld.boek.expectRefusal(.anders(.notPermitted)) {
      try oordeel("AI-1.5", .voldoende, [paper], als: .secretariaat)
    }
    try wereld.boek.expectRefusal(.geweigerd("EIS-ONBEKEND")) { try oordeel("AI-9.9", .voldoende, [paper]) }
    let loose = try wereld.bewijs(BewijsstukVastgelegd.self, ["AI-1.1"], op: "2024-11-14") { try stuk(&$0) }
    try wereld.boek.expectRefusal(.geweigerd("EIS-OORDEEL")) { try oordeel("AI-1.5", .voldoende, [loose]) }
  }

  @Test(arguments: ["AI-9.9", "AC-1", "ZW-1", "ai-1.1"])
  func `evidence for a demand that does not exist is refused`(_ eis: String) throws {
    try wereld.boek.expectRefusal(.geweigerd("EIS-ONBEKEND")) {
      try wereld.dekking(TrainingGevolgd.self, [eis], 8, van: 8, .leidinggevenden, op: "2024-11-14")
    }
  }

  @Test func `more people trained than employed is refused`() throws {
    try wereld.boek.expectRefusal(.geweigerd("BEW-AANTAL")) {
      try wereld.dekking(TrainingGevolgd.self, ["AI-2.9"], 81, van: 80, .leidinggevenden, op: "2024-11-14")
    }
  }

  @Test func `another measure is an alternative with its reason, and counts for the whole only once it is judged`()
    throws
  {
    let instead = try wereld.bewijs(
      AlternatieveMaatregelVastgelegd.self, ["AI-2.6"], op: "2024-11-14", in: wereld.inspectie, als: .college
    ) {
      $0[AlternatieveMaatregelVastgelegd.maatregel] = "gesprek per team"
      $0[AlternatieveMaatregelVastgelegd.vergelijking] = "elk team bespreekt het, met een verslag"
    }
    let found = try wereld.eis("AI-2.6", op: "2024-11-14")
    #expect(found.stand == .alternatief && found.alternatief?.motivering == "elk team bespreekt het, met een verslag")
    #expect(found.gemist.contains("niemand heeft beoordeeld"))
    try oordeel("AI-2.6", .voldoende, [instead])
    #expect(try wereld.eis("AI-2.6", op: "2024-11-14").beoordeling?.uitkomst == .voldoende)
    #expect(try wereld.eis("AI-0.2", op: "2024-11-14").stand == .stukAanwezig)
  }

  @Test func `the whole is shown only when every demand is and someone declares it`() throws {
    try wereld.bewijs(EisVoldaanVerklaard.self, [], op: "2024-11-14", in: wereld.inspectie, als: .college) {
      $0[EisVoldaanVerklaard.door] = .werkgever
      $0[EisVoldaanVerklaard.volledig] = true
    }
    let found = try wereld.eis("AI-0.1", op: "2024-11-14")
    #expect(found.stand == .gedeeltelijk)
    #expect(found.gemist.hasPrefix("33 van de 33 eisen zijn niet aangetoond: AI-1.1, AI-1.2"))
  }

  // MARK: Measures

  @Test func `S17: a team is no owner, and a function that falls vacant is none from that day on`() throws {
    try wereld.dag("2025-05-13")
    let measure = try wereld.maatregel("training geven", op: "2025-01-10", uitvoeren: "2025-04-01")
    try wereld.bewijs(VerantwoordelijkeAangewezen.self, [], op: "2025-01-10", in: measure) {
      $0[VerantwoordelijkeAangewezen.aanduiding] = "team P&O"
    }
    let team = try wereld.eis("AI-1.16", op: "2025-02-01")
    #expect(team.stand == .gedeeltelijk && team.gemist == "bij 1 van de 1 maatregelen niet: maatregel-1")
    let function = try wereld.functie("teamleider P&O", bekleed: "2024-09-02")
    try wereld.bewijs(VerantwoordelijkeAangewezen.self, [], op: "2025-02-02", in: measure) {
      $0[VerantwoordelijkeAangewezen.functie] = function
    }
    #expect(try wereld.eis("AI-1.16", op: "2025-03-31").stand == .aangetoond)
    let holder = try #require(
      try wereld.boek.read { try $0.views.facts(in: function) }.compactMap { $0[FunctieBekleed.persoon] }.first)
    try wereld.leg(FunctieNeergelegd.self, function, op: "2025-04-01") { $0[FunctieNeergelegd.persoon] = holder }
    #expect(try wereld.eis("AI-1.16", op: "2025-03-31").stand == .aangetoond)
    #expect(try wereld.eis("AI-1.16", op: "2025-04-01").stand == .gedeeltelijk)
    let line = try #require(try wereld.beeld(op: "2025-04-01").first?.maatregelen.first)
    #expect(line.verantwoordelijkeText.nl == "teamleider P&O (vacant)" && !line.verantwoordelijke.isEen)
  }

  @Test func `date, criterion and execution are asked of each measure`() throws {
    try wereld.dag("2025-05-13")
    let first = try wereld.maatregel(
      "training geven", op: "2025-01-10", uitvoeren: "2025-04-01", evalueren: "2025-10-01",
      criterium: "80 % kent de regels")
    try wereld.maatregel("hulplijn", op: "2025-01-10", .beperken)
    try wereld.bewijs(MaatregelUitgevoerd.self, [], op: "2025-03-20", in: first)
    let plan = try rie("2025-01-09")
    let ids = ["AI-1.11", "AI-1.12", "AI-1.14", "AI-1.15"]
    try wereld.bewijs(PlanVanAanpakVastgesteld.self, ids, op: "2025-01-10", in: plan, als: .college)
    func stand(_ id: String) throws -> (Stand, String) {
      let found = try wereld.eis(id, op: "2025-05-13")
      return (found.stand, found.gemist)
    }
    for id in ["AI-1.8", "AI-1.11", "AI-1.12"] {
      let found = try stand(id)
      #expect(found.0 == .aangetoond, "\(id)")
    }
    for id in ["AI-1.13", "AI-1.14", "AI-1.15"] {
      let found = try stand(id)
      #expect(found.0 == .gedeeltelijk && found.1 == "bij 1 van de 2 maatregelen niet: maatregel-2", "\(id)")
    }
    #expect(try wereld.eis("AI-1.13", op: "2025-05-13").feiten.map(\.ligging) == [.voor])
  }

  // MARK: Texts

  @Test func `an element shown in an older version says nothing of the newer one`() throws {
    let code = try regeling("een")
    try wereld.leg(ContentElementAangetoond.self, code, op: "2024-11-14") {
      $0[ContentElementAangetoond.versie] = Self.tekst("een").digest
      $0[ContentElementAangetoond.element] = "G-2"
      $0[ContentElementAangetoond.vindplaats] = "hoofdstuk 2"
    }
    #expect(try wereld.eis("AI-1.22", op: "2024-11-14").stand == .stukAanwezig)
    try versie("twee", code, eerste: false)
    let found = try wereld.eis("AI-1.22", op: "2024-11-14")
    #expect(found.stand == .nietAangetoond)
    #expect(found.gemist == "het staat in gedragscode@1, en niet aangetoond is of het ook in gedragscode@2 staat")
  }

  @Test func `an element is there since its text was adopted, whenever someone points it out`() throws {
    let code = try regeling("een")
    try wereld.dag("2025-06-02")
    try wereld.leg(ContentElementAangetoond.self, code, op: "2025-06-02") {
      $0[ContentElementAangetoond.versie] = Self.tekst("een").digest
      $0[ContentElementAangetoond.element] = "G-2"
      $0[ContentElementAangetoond.vindplaats] = "hoofdstuk 2"
    }
    let found = try wereld.eis("AI-1.22", op: "2025-06-02")
    #expect(found.opTijd == .yes && found.feiten.map(\.gedaan.description) == ["2025-06-02"])
    #expect(found.feiten.map(\.sinds?.description) == ["2024-11-14"] && found.feiten.map(\.ligging) == [.voor])
  }

  @Test func `rules made with employees ask for the consultation and the consent, of one and the same rule`() throws {
    let code = try regeling("een")
    let found = try wereld.eis("AI-1.19", op: "2024-11-14")
    #expect(found.stand == .gedeeltelijk && found.gemist == "niet vastgelegd: hoe werknemers hebben meegedaan")
    try wereld.leg(WerknemersGeraadpleegd.self, code, op: "2024-11-14") {
      $0[WerknemersGeraadpleegd.vorm] = .werkgroep
    }
    #expect(try wereld.eis("AI-1.19", op: "2024-11-14").stand == .aangetoond)
  }

  // MARK: Another municipality

  @Test func `a demand that another municipality adopted works from its file alone`() throws {
    let other = try Standwereld()
    try other.dag("2024-11-14")
    try other.bezoek()
    try other.boek.expectRefusal(.geweigerd("EIS-BOOM")) { try other.eisOpgelegd("ZW", "9/1") }
    let bytes = try Proefboom.bytes("eigen.yaml")
    let boom = try #require(GelezenBoom(bytes, Proefboom.catalog, naast: MeegeleverdeBomen.alle).boom)
    try other.boek.append(
      EisenCommand.StelVast.draft(boom, bytes, other.boek.stream("Eisenboom"), try ImpreciseDate("2024-11-14")),
      als: .secretariaat)
    try other.eisOpgelegd("ZW", "9/1")
    try other.dekking(TrainingGevolgd.self, ["ZW-1"], 20, van: 25, .leidinggevenden, op: "2024-11-14")
    let found = try other.beeld("9/1", op: "2024-11-14")
    let due = try CalendarDate("2025-05-13")
    #expect(found.map(\.boom.id) == ["ZW"] && found.first?.zaak?.uiterlijk == due)
    #expect(found.first?.eisen.map(\.stand) == [.gedeeltelijk, .nietAangetoond, .nietAangetoond, .nietVanToepassing])
    #expect(found.first?.eisen.first?.gemist == "20 van 25 bereikt; er ontbreken er 5")
    // The demands of Maastricht are another's, and nothing was imposed here; the norm of the sector is everyone's.
    #expect(try other.beeld(nil, op: "2024-11-14").map(\.boom.id) == ["ZW", "AC"])
  }

  @Test func `a letter that numbers its demands asks for those, by its own numbers`() throws {
    let other = try Standwereld()
    try other.dag("2024-11-14")
    try other.bezoek()
    try other.boek.expectRefusal(.geweigerd("EIS-ONBEKEND")) {
      try other.eisOpgelegd("AI", "7/2", nummering: [Eisregel(nummer: "1", eis: "AI-7.7")])
    }
    try other.eisOpgelegd(
      "AI", "7/1", nummering: [Eisregel(nummer: "2.d", eis: "AI-2.9"), Eisregel(nummer: "1.b", eis: "AI-1.16")])
    let found = try #require(try other.beeld("7/1", op: "2024-11-14").first)
    #expect(found.eisen.map { "\($0.nummer ?? "?") \($0.eis.id)" } == ["1.b AI-1.16", "2.d AI-2.9"])
  }

  @Test func `a new version of a tree drops no demand, and one version is adopted once`() throws {
    let bytes = try Proefboom.bytes("eigen.yaml")
    let boom = try #require(GelezenBoom.zonderKeuring(bytes))
    func adopt(_ text: [UInt8], _ tree: Eisenboom) throws {
      try wereld.boek.append(
        EisenCommand.StelVast.draft(tree, text, wereld.boek.stream("Eisenboom"), try ImpreciseDate("2024-11-14")),
        als: .secretariaat)
    }
    try adopt(bytes, boom)
    try wereld.boek.expectRefusal(.geweigerd("EIS-VERSIE")) { try adopt(bytes, boom) }
    let text = String(decoding: bytes, as: UTF8.self).replacing("2027-01", with: "2028-01")
      .replacing("  ZW-4:", with: "  ZW-5:")
    let less = try #require(GelezenBoom.zonderKeuring(Array(text.utf8)))
    let failure = try wereld.boek.expectRefusal(.geweigerd("EIS-KENMERK")) { try adopt(Array(text.utf8), less) }
    #expect(failure?.message.nl == "«ZW-4» ontbreekt in deze versie")
  }

  @Test func `a tree that a letter rests on stays to be read`() throws {
    let other = try Standwereld()
    try other.dag("2024-11-14")
    try other.bezoek()
    let bytes = try Proefboom.bytes("eigen.yaml")
    let boom = try #require(GelezenBoom.zonderKeuring(bytes))
    let adopted = try other.boek.append(
      EisenCommand.StelVast.draft(boom, bytes, other.boek.stream("Eisenboom"), try ImpreciseDate("2024-11-14")),
      als: .secretariaat)
    try other.eisOpgelegd("ZW", "9/1")
    try other.boek.expectRefusal(.geweigerd("EIS-IN-GEBRUIK")) {
      try other.leg(EisenboomGecorrigeerd.self, adopted.stream, op: "2024-11-14") {
        $0[Correction.event] = adopted.id
        $0[Correction.reason] = "vergissing"
      }
    }
    try other.boek.expectRefusal(.geweigerd("EIS-BLIJFT")) {
      try other.leg(StukkenVernietigd.self, other.boek.stream("Vernietiging"), op: "2024-11-14", als: .secretariaat) {
        $0[StukkenVernietigd.stukken] = [ErasedFields(event: adopted.id, fields: ["bestand"])]
        $0[StukkenVernietigd.grond] = "grond"
        $0[StukkenVernietigd.bewaarregel] = "regel"
      }
    }
  }

  // MARK: Help

  private func rie(_ op: String = "2024-11-14") throws -> StreamID {
    let stream = wereld.boek.stream("Rie")
    try wereld.bewijs(RieUitgevoerd.self, [], op: op, in: stream) { $0[RieUitgevoerd.reikwijdte] = "de organisatie" }
    return stream
  }

  private func stuk(_ draft: inout EventDraft) throws {
    draft[BewijsstukVastgelegd.wat] = "een stuk"
    draft[Bewijs.stuk.plaats] = .elders
    draft[Bewijs.stuk.vindplaats] = "archief"
  }

  private func oordeel(
    _ eis: String, _ outcome: UitkomstBeoordeling, _ over: [RecordedEvent], als role: Rol = .algemeenDirecteur
  ) throws {
    try wereld.leg(BewijsBeoordeeld.self, wereld.boek.stream("Beoordeling"), op: "\(wereld.boek.today)", als: role) {
      $0[BewijsBeoordeeld.eis] = eis
      $0[BewijsBeoordeeld.uitkomst] = outcome
      $0[BewijsBeoordeeld.over] = over.map(\.id)
      $0[BewijsBeoordeeld.reden] = "getoetst door de arbodienst"
    }
  }

  static func tekst(_ text: String) -> Document { Document(bytes: Array(text.utf8), mediaType: "text/markdown") }

  /// A code of conduct with consent, adopted.
  private func regeling(_ text: String) throws -> StreamID {
    let stream = wereld.boek.stream("Regeling")
    try versie(text, stream, eerste: true)
    return stream
  }

  private func versie(_ text: String, _ stream: StreamID, eerste: Bool) throws {
    let digest = Self.tekst(text).digest
    try wereld.leg(RegelingOntworpen.self, stream, op: "2024-11-14") {
      $0[RegelingOntworpen.versie] = digest
      if eerste {
        $0[RegelingOntworpen.kenmerk] = "gedragscode"
        $0[RegelingOntworpen.titel] = "Gedragscode"
        $0[RegelingOntworpen.soort] = .gedragscode
        $0[RegelingOntworpen.instemming] = .vereist
        $0[RegelingOntworpen.worOnderdeel] = .d
      }
      $0.attach(Self.tekst(text), as: RegelingOntworpen.concept)
    }
    let consent = wereld.boek.stream("Instemming")
    for (type, role) in [
      (InstemmingGevraagd.self as any EventDefinition.Type, Rol.college), (InstemmingVerleend.self, .ondernemingsraad),
    ] {
      try wereld.leg(type, consent, op: "2024-11-14", als: role) {
        $0[Betreft.onderwerp] = stream
        $0[Betreft.versie] = digest
        $0[Betreft.orgaan] = .ondernemingsraad
        guard type.type.name == InstemmingGevraagd.type.name else { return }
        $0[Betreft.worOnderdeel] = .d
        $0[InstemmingGevraagd.overzicht] = .tekst
        $0[InstemmingGevraagd.beweegredenen] = "de regels zijn verouderd"
        $0[InstemmingGevraagd.gevolgen] = "iedereen volgt de nieuwe regels"
      }
    }
    try wereld.leg(RegelingVastgesteld.self, stream, op: "2024-11-14", als: .college) {
      $0[RegelingVastgesteld.versie] = digest
      $0[RegelingVastgesteld.orgaan] = .college
      $0.attach(Self.tekst(text), as: RegelingVastgesteld.tekst)
    }
  }
}
