import Governance
import Ledger
import Proefboek
import Testing

@testable import Beleid

struct LevensloopTests {
  let boek: Proefboek
  init() throws { boek = try Proefboek() }

  @Test func `The Maastricht code follows a predecessor of which only the year is known`() throws {
    let code = Proefregeling(boek)
    try code.ontwerp(nil, naam: "2019", op: "2019", plicht: .vereist, bron: "raadsbrief")
    try code.stelVast(nil, naam: "2019", op: "2019", als: .secretariaat, orgaan: nil, bron: "raadsbrief")
    try code.ontwerp("nieuw", op: "2024-11-14/..", eerste: false, bron: "raadsbrief")
    try code.stelVast("nieuw", op: "2024-11-14/..", als: .secretariaat, bron: "raadsbrief") {
      $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P2Y")
    }
    let regeling = try code.regeling()
    #expect(regeling.versies.map(\.aanduiding) == ["2019", nil])
    #expect(try code.beeld(1).code == "onbekend")
    let review = Evaluatie(regeling, op: try CalendarDate("2026-11-21"))
    #expect(review.uiterlijk == nil)
    #expect(review.ontbreekt?.nl.hasPrefix("niet te berekenen: datum van vaststelling onbekend") == true)
    #expect(try code.geldend("2018-12-31").antwoord == .no)
    #expect(try code.geldend("2020-01-01").kandidaten.map(\.versie.nummer) == [1])
    #expect(try code.geldend("2025-01-01").antwoord == .unknown)
    #expect(try code.geldend("2025-01-01").kandidaten.map(\.versie.nummer) == [1, 2])
    let gaps = Onbekend.texts(regeling).map(\.nl)
    #expect(gaps.contains("versie 1 («2019»): de tekst staat niet in het grootboek"))
    #expect(gaps.contains { $0.hasPrefix("versie 2: de dag van vaststelling") })
  }

  @Test func `A version holds from its day until the next one takes its place`() throws {
    let code = Proefregeling(boek)
    try code.ontwerp("een", op: "2026-01-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-01-02")
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-02-01")
    try code.ontwerp("twee", op: "2026-03-01", eerste: false)
    try code.stelVast("twee", op: "2026-03-02")
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2026-04-01")
    try code.leg(RegelingIngetrokken.self, "twee", op: "2026-06-01", als: .college)
    for (day, versions) in [
      ("2026-01-31", []), ("2026-02-01", [1]), ("2026-03-31", [1]), ("2026-04-01", [2]), ("2026-05-31", [2]),
      ("2026-06-01", []),
    ] {
      let answer = try code.geldend(day)
      #expect(answer.kandidaten.map(\.versie.nummer) == versions, "\(day)")
      #expect(answer.antwoord == (versions.isEmpty ? .no : .yes), "\(day)")
    }
    #expect(Toestand(try code.geldend("2026-06-01")).code == "ingetrokken")
    #expect(Toestand(try code.geldend("2026-01-15")).code == "vastgesteld")
  }

  @Test func `On a day before anything happened a rule has no consent and no review`() throws {
    let code = Proefregeling(boek)
    try code.ontwerp("een", op: "2026-01-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-01-02") { $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P2Y") }
    let before = try boek.read { try Overzicht(try code.regeling(), op: try CalendarDate("2025-12-31"), $0) }
    #expect(before.versie == nil && before.instemming == nil && before.evaluatie.uiterlijk == nil)
    #expect(before.toestand.code == "geen")
    let drafted = try boek.read { try Overzicht(try code.regeling(), op: try CalendarDate("2026-01-01"), $0) }
    #expect(drafted.toestand.code == "ontwerp" && drafted.evaluatie.iedere == nil)
  }

  @Test func `What works back held on the days in between`() throws {
    let code = Proefregeling(boek)
    try code.ontwerp("een", op: "2026-01-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-03-02")
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-04-01") {
      $0[RegelingInWerkingGetreden.terugwerkendTot] = try CalendarDate("2026-01-01")
    }
    #expect(try code.geldend("2025-12-31").antwoord == .no)
    #expect(try code.geldend("2026-01-01").antwoord == .yes)
  }

  @Test func `A version known by name gets its text when that is found`() throws {
    let code = Proefregeling(boek)
    try code.ontwerp(nil, naam: "2019", op: "2019", bron: "brief")
    try code.ontwerp("gevonden", naam: "2019", op: "2019", eerste: false, bron: "archief")
    #expect(try code.regeling().versies.count == 1)
    #expect(try code.regeling().versies.first?.digest == Proefregeling.document("gevonden").digest)
  }

  @Test func `A run time that ended leaves open whether the rule went on`() throws {
    let statuut = Proefregeling(boek, "sociaal-statuut")
    try statuut.ontwerp(nil, op: "XXXX", bron: "handboek")
    try statuut.stelVast(nil, op: "XXXX", als: .secretariaat, orgaan: nil, bron: "handboek") {
      $0[RegelingVastgesteld.looptijdTot] = try CalendarDate("2020-12-09")
    }
    try statuut.leg(RegelingInWerkingGetreden.self, op: "2020-01-01", bron: "handboek")
    // F27: "tot 9 december 2020" is the first day without it (004:8790).
    #expect(try statuut.geldend("2020-12-08").antwoord == .yes)
    #expect(try statuut.geldend("2020-12-09").antwoord == .unknown)
  }

  /// Rows of the catalogue, by what is known of them: adopted, entry into force, works back to, withdrawn.
  static let rows: [(id: String, adopted: String, entry: String, back: String?, inForceOn: String, answer: Certainty)] =
    [
      ("lel-03", "XXXX", "2020-01-01/..", nil, "2020-06-01", .unknown),
      ("lel-04", "XXXX", "2024-05-23", nil, "2024-05-23", .yes),
      ("lel-18", "2024-10-22", "2024-10-31", nil, "2024-10-30", .no),
      ("lel-22", "2020-02-25", "2020-02-25/..", "2020-01-01", "2020-01-15", .yes),
      ("lel-27", "2020-05-12", "2020-08-01", nil, "2020-08-01", .yes),
      ("lel-28", "XXXX", "XXXX", "2023-01-01", "2023-01-01", .yes),
      ("lel-15", "XXXX", "2020-01-01/..", nil, "2019-12-31", .no),
      ("mst-10", "XXXX", "2022-04-19", nil, "2026-11-22", .yes),
    ]

  @Test(arguments: LevensloopTests.rows.indices)
  func `Rows of the catalogue can be recorded as they are known`(_ index: Int) throws {
    let row = Self.rows[index]
    let rule = Proefregeling(boek, row.id)
    try rule.ontwerp(nil, op: "XXXX", plicht: .onbekend, bron: "personeelshandboek")
    try rule.stelVast(nil, op: row.adopted, als: .secretariaat, orgaan: nil, bron: "personeelshandboek") {
      $0[RegelingVastgesteld.besluitnummer] = "202030622"
    }
    try rule.leg(RegelingInWerkingGetreden.self, op: row.entry, bron: "personeelshandboek") {
      $0[RegelingInWerkingGetreden.terugwerkendTot] = try row.back.map { try CalendarDate($0) }
    }
    #expect(try rule.regeling().versies.count == 1)
    #expect(try rule.geldend(row.inForceOn).antwoord == row.answer)
    #expect(try rule.geldend("2026-11-22").antwoord == .yes, "a historical entry lies before the founding")
    let gaps = Onbekend.texts(try rule.regeling())
    #expect(!gaps.isEmpty)
  }

  @Test func `History passes verification and its views are the same when rebuilt`() throws {
    let code = Proefregeling(boek)
    try code.ontwerp("een", plicht: .vereist)
    try code.stemIn("een")
    try code.stelVast("een")
    let report = try boek.verify()
    #expect(report.ok)
  }
}
