import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Zaken

/// Who is admitted opens what the function may see of what went before, and nothing else; who leaves opens nothing after.
@Suite struct ToegangTests {
  let wereld: Zakenwereld
  let zaak: StreamID

  /// A case with a part for those who settle it and their adviser (1, 2), and one for them and the investigators (4).
  init() throws {
    wereld = try Zakenwereld()
    zaak = try wereld.open(als: wereld.directeur)
    try wereld.stap("OntvangstbevestigingVerzonden", in: zaak, als: wereld.directeur, ["omschrijving": ["Kort"]])
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur,
      ["wijze": ["intern"], "onderzoekers": ["Jan"], "conflictGetoetst": ["ja"]])
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Thuis"]])
  }

  private let advies = ["adviseur", "bevoegd"]

  private func gezien(_ key: UnlockedKey) throws -> [Int64: Set<String>] {
    let feiten = try #require(try wereld.zaak(zaak, als: key)).feiten
    return Dictionary(uniqueKeysWithValues: feiten.map { ($0.nummer, Set($0.velden.keys)) })
  }

  /// Which compartments a key opens with everything it was ever given, by entry.
  private func open(_ key: UnlockedKey, _ geheimen: [CircleSecret]) throws -> [Int64: [Int]] {
    let last = try #require(try wereld.zaak(zaak, als: wereld.directeur)).nummer
    var open: [Int64: [Int]] = [:]
    for nummer in 1...last {
      open[nummer] = try (1...3).filter { vak in
        try wereld.vak(vak, nummer: nummer, of: zaak, als: key, knowing: geheimen) != nil
      }
    }
    return open
  }

  @Test func `an investigator sees what is for everyone in the case, and no part that is for others`() throws {
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    #expect(
      try gezien(wereld.onderzoeker) == [
        1: ["indiener", "beklaagde", "gedraging"], 2: [], 3: ["wijze", "onderzoekers"], 4: ["maatregel"], 5: [],
      ])
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.onderzoeker))
    #expect(gelezen.feiten.map(\.verborgen) == [[advies], [advies], [advies], [], []])
    #expect(gelezen.kringgeheimen.isEmpty && gelezen.gebreken.isEmpty)
    #expect(
      try open(wereld.onderzoeker, gelezen.alleGeheimen) == [1: [1], 2: [1], 3: [1], 4: [1], 5: [1, 2]])
  }

  @Test func `an adviser sees the part that is for advisers as well, and not what is for investigators`() throws {
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    try wereld.stap(
      "HoorverslagVastgesteld", in: zaak, als: wereld.onderzoeker, ["wie": ["klager"], "gehoordOp": ["2026-11-20"]])
    try wereld.laatToe(wereld.adviseur, "adviseur", in: zaak, als: wereld.directeur)
    let gelezen = try gezien(wereld.adviseur)
    #expect(gelezen[1] == ["indiener", "beklaagde", "gedraging", "vorm"] && gelezen[2] == ["omschrijving"])
    #expect(gelezen[3] == ["wijze", "onderzoekers", "conflictGetoetst"] && gelezen[6] == [])
    let geheimen = try #require(try wereld.zaak(zaak, als: wereld.adviseur)).alleGeheimen
    #expect(try open(wereld.adviseur, geheimen)[6] == [1])
    #expect(try gezien(wereld.directeur)[6] == ["wie", "gehoordOp"])
    #expect(try gezien(wereld.onderzoeker)[6] == ["wie", "gehoordOp"])
  }

  @Test func `who does not open such cases admits nobody and dismisses nobody but themselves`() throws {
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    let toelaten = #expect(throws: Failure.self) {
      try wereld.laatToe(wereld.adviseur, "adviseur", in: zaak, als: wereld.onderzoeker)
    }
    let ontslaan = #expect(throws: Failure.self) {
      try wereld.ontsla(wereld.directeur, in: zaak, als: wereld.onderzoeker)
    }
    #expect([toelaten, ontslaan].map { $0?.rule?.id } == ["ZAAK-LEIDING", "ZAAK-LEIDING"])
    #expect([toelaten, ontslaan].map { $0?.kind } == [.notPermitted, .notPermitted])
    // A program that heeds no rule changes nothing either.
    let sleutel = try #require(try wereld.zaak(zaak, als: wereld.onderzoeker)).sleutel
    let erbij = Zaakgebeurtenis.toegangVerleend(Lid(sleutel: wereld.adviseur.id, functie: "adviseur"))
    let eraf = Zaakgebeurtenis.toegangIngetrokken(wereld.directeur.id)
    for gebeurtenis in [erbij, eraf] {
      let inhoud = Vakinhoud(kring: .zaak, gebeurtenis: gebeurtenis, op: try ImpreciseDate("2026-11-21"))
      let aan = [wereld.directeur, wereld.onderzoeker, wereld.adviseur]
      try wereld.smokkel(.init(inhoud: inhoud, door: wereld.onderzoeker, aan: aan), met: sleutel)
    }
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    #expect(gelezen.leden.count == 2 && gelezen.bevindingen.map(\.nummer) == [6, 7])
    try wereld.ontsla(wereld.onderzoeker, in: zaak, als: wereld.onderzoeker)
    #expect(try wereld.zaak(zaak, als: wereld.onderzoeker) == nil)
  }

  @Test func `who the melder is, becomes known to nobody else before the melder agreed, and looking is recorded`()
    throws
  {
    let melding = try wereld.open(
      "P-03", als: wereld.directeur, over: "organisatie",
      ["melder": ["Fictieve Melder"], "indiener": ["werkzaam"], "kanaal": ["email"]])
    let schrijver = try wereld.sleutel(.teamleiderPO)
    let weigering = #expect(throws: Failure.self) {
      try wereld.laatToe(schrijver, "schrijver", in: melding, als: wereld.directeur)
    }
    #expect(weigering?.rule?.id == "ZAAK-TOESTEMMING")
    // Nor on opening: what counts for nothing when it is read is not recorded.
    let meteen = try wereld.boek.expectRefusal(.geweigerd("ZAAK-TOESTEMMING")) {
      try wereld.open(
        "P-03", als: wereld.directeur, over: "organisatie", leden: [(schrijver, "schrijver")],
        ["melder": ["Fictieve Melder"], "indiener": ["werkzaam"], "kanaal": ["email"]])
    }
    #expect(meteen != nil)
    // Who investigates does not come to know it, and is admitted.
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: melding, als: wereld.directeur)
    let kijken = #expect(throws: Failure.self) {
      try wereld.leg(.identiteitGeopend(grond: "nieuwsgierig"), in: melding, als: wereld.onderzoeker)
    }
    #expect(kijken?.rule?.id == "ZAAK-IDENTITEIT")
    try wereld.leg(.identiteitGeopend(grond: "de melder te spreken krijgen"), in: melding, als: wereld.directeur)
    let papier = Stukwaarde(Document(bytes: Array("akkoord".utf8), mediaType: "text/plain")).text
    try wereld.stap(
      "ToestemmingIdentiteitGegeven", in: melding, als: wereld.directeur,
      ["toestemming": [papier], "aanWie": ["de schrijver"]])
    try wereld.laatToe(schrijver, "schrijver", in: melding, als: wereld.directeur)
    let gelezen = try #require(try wereld.zaak(melding, als: schrijver))
    #expect(gelezen.gebreken == [] && gelezen.feiten.map(\.gebeurtenis.naam).contains("IdentiteitGeopend"))
    #expect(gelezen.feiten[0].waarde("melder") == "Fictieve Melder")
  }

  @Test func `who is dismissed opens nothing that follows, and the case no longer exists for them`() throws {
    try wereld.laatToe(wereld.adviseur, "adviseur", in: zaak, als: wereld.directeur)
    let toen = try #require(try wereld.zaak(zaak, als: wereld.adviseur)).alleGeheimen
    try wereld.ontsla(wereld.adviseur, in: zaak, als: wereld.directeur)
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Later"]])
    #expect(try wereld.zaak(zaak, als: wereld.adviseur) == nil)
    let open = try open(wereld.adviseur, toen)
    // Of the dismissal itself only the line that says so.
    #expect(open[6] == [2] && open[7] == [])
    // What was opened before stays open to who kept it: SECURITY.md says so.
    #expect(open[1] == [1, 2])
    #expect(throws: Failure.self) {
      try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.adviseur, ["maatregel": ["Ik"]])
    }
  }

  @Test func `what only a former circle knew is handed to nobody of another function`() throws {
    try wereld.laatToe(wereld.adviseur, "adviseur", in: zaak, als: wereld.directeur)
    try wereld.ontsla(wereld.adviseur, in: zaak, als: wereld.directeur)
    try wereld.leg(.gecorrigeerd(nummer: 3, reden: "te vroeg"), in: zaak, als: wereld.directeur)
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur,
      ["wijze": ["intern"], "onderzoekers": ["Jan"], "conflictGetoetst": ["nee"]])
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    let geheimen = try #require(try wereld.zaak(zaak, als: wereld.onderzoeker)).alleGeheimen
    let open = try open(wereld.onderzoeker, geheimen)
    for nummer in [1, 2, 3, 8] as [Int64] { #expect(open[nummer] == [1], "\(nummer)") }
    // Both secrets of the advisers' part, the old one as well, reach who is an adviser again.
    try wereld.laatToe(wereld.adviseur, "adviseur", in: zaak, als: wereld.directeur)
    let gelezen = try gezien(wereld.adviseur)
    #expect(gelezen[1]?.contains("vorm") == true && gelezen[8]?.contains("conflictGetoetst") == true)
    #expect(try #require(try wereld.zaak(zaak, als: wereld.adviseur)).gebreken.isEmpty)
  }

  @Test func `two are admitted, one is dismissed and admitted again: everyone agrees`() throws {
    let tweede = try wereld.sleutel(.onderzoeker)
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    try wereld.laatToe(tweede, "onderzoeker", in: zaak, als: wereld.directeur)
    try wereld.ontsla(wereld.onderzoeker, in: zaak, als: wereld.directeur)
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Tussen"]])
    #expect(try wereld.zaak(zaak, als: wereld.onderzoeker) == nil)
    try wereld.laatToe(wereld.onderzoeker, "onderzoeker", in: zaak, als: wereld.directeur)
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Daarna"]])
    let gelezen = try [wereld.directeur, wereld.onderzoeker, tweede].map {
      try #require(try wereld.zaak(zaak, als: $0))
    }
    for een in gelezen {
      #expect(een.gebreken.isEmpty)
      #expect(een.leden == gelezen[0].leden && een.toestanden == gelezen[0].toestanden)
      #expect(een.feiten.map(\.nummer) == Array(1...10))
      #expect(een.feiten.compactMap { $0.waarde("maatregel") } == ["Thuis", "Tussen", "Daarna"])
    }
  }

  @Test func `a member whose key is revoked opens nothing that follows, though nobody dismissed them`() throws {
    try wereld.laatToe(wereld.adviseur, "adviseur", in: zaak, als: wereld.directeur)
    let toen = try #require(try wereld.zaak(zaak, als: wereld.adviseur)).alleGeheimen
    try wereld.trekIn(wereld.adviseur)
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Later"]])
    try wereld.leg(.gecorrigeerd(nummer: 3, reden: "te vroeg"), in: zaak, als: wereld.directeur)
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur,
      ["wijze": ["intern"], "onderzoekers": ["Jan"], "conflictGetoetst": ["nee"]])
    let open = try open(wereld.adviseur, toen)
    for nummer in [6, 7, 8] as [Int64] { #expect(open[nummer] == [], "\(nummer)") }
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    #expect(gelezen.gebreken.isEmpty && gelezen.feiten.count == 8)
    // A secret lasts until the next one leaves.
    #expect(gelezen.hoofdgeheimen.count == 2)
  }

  @Test func `a case has room for so many members, and says so`() throws {
    for _ in 1..<ClosedSeal.places {
      try wereld.laatToe(try wereld.sleutel(.onderzoeker), "onderzoeker", in: zaak, als: wereld.directeur)
    }
    let teveel = try wereld.sleutel(.onderzoeker)
    try wereld.boek.expectRefusal(.geweigerd("ZAAK-KRING")) {
      try wereld.laatToe(teveel, "onderzoeker", in: zaak, als: wereld.directeur)
    }
  }

  @Test func `where a step leads stays hidden from who may not see what decides it, and nobody is told of a fault`()
    throws
  {
    let p16 = try Zakenwereld.procedure("P-16").procedure
    let (bureau, chef) = (try wereld.sleutel(.bureauIntegriteit), try wereld.sleutel(.leidinggevende))
    let mensen = [bureau, chef, wereld.directeur]
    var random = Willekeur(state: 16)
    let opening = p16.openingen[0]
    let opener = p16.tekenaars(opening).contains { $0.id == "bureauIntegriteit" } ? bureau : chef
    let functies = ["bureauIntegriteit", "leidinggevende", "bevoegd"]
    let leden = zip(mensen, functies).filter { $0.0.id != opener.id }.map { ($0, $1) }
    let dag = try CalendarDate("2026-10-01")
    let stream = try wereld.open(
      "P-16", als: opener, over: p16.routes.first?.over, leden: leden, random.velden(opening, op: dag), op: "\(dag)")
    // On, until a step whose outcome the manager may not see.
    for _ in 0..<30 {
      let nu = try #require(try wereld.zaak(stream, als: wereld.directeur))
      guard try #require(try wereld.zaak(stream, als: chef)).stand.verborgen.isEmpty else { break }
      let mogelijk = mensen.flatMap { key in
        Stapkeuring(nu.stand).mogelijk(nu.stand.functies(key.id)).map { (key, $0) }
      }
      let beslist = mogelijk.filter { if case .per = $0.1.naar { true } else { false } }
      guard let (key, stap) = (beslist.isEmpty ? mogelijk : beslist).randomElement(using: &random) else { break }
      try wereld.stap(stap.id, in: stream, als: key, op: "\(dag)", random.velden(stap, op: dag))
    }
    let gezien = try mensen.map { try #require(try wereld.zaak(stream, als: $0)) }
    #expect(gezien.map(\.gebreken) == [[], [], []])
    #expect(gezien[1].stand.verborgen == [Toestand.hoofdspoor] && gezien[1].hoofdtoestand == nil)
    #expect(gezien[2].stand.verborgen.isEmpty && gezien[2].hoofdtoestand != nil)
    #expect(Set(gezien.map(\.nummer)).count == 1)
  }
}
