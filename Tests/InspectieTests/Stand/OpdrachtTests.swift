import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie

/// What a person types about demands and how they stand, and what is said when it is wrong.
struct OpdrachtTests {
  let wereld: Standwereld
  let programma: Proefprogramma

  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2024-11-14")
    try wereld.brief()
    programma = try Proefprogramma(
      InspectieCommand.self, over: wereld.boek, keys: [.secretariaat, .college])
  }

  private func pad(_ name: String) -> String {
    wereld.boek.directory.url.deletingLastPathComponent().appendingPathComponent(name).path
  }

  private func schrijf(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: pad(name)))
    return pad(name)
  }

  private func faalt(_ kind: Failure.Kind, _ words: [String]) throws -> Failure? {
    try wereld.boek.expectRefusal(.anders(kind)) { try programma.typ(words) }
  }

  @Test func `a file is checked and adopted, and its demands are listed and shown`() throws {
    let file = try schrijf(String(decoding: try Proefboom.bytes("eigen.yaml"), as: UTF8.self), "eigen.yaml")
    #expect(try programma.typ(["eisen", "controleer", file]).contains("4 eisen, waarvan 2 van oordeel; 1 elementen"))
    try programma.typ(["eisen", "stel-vast", file, "--als", "secretariaat"])
    #expect(try programma.typ("eisen lijst").contains("vastgesteld als nummer"))
    #expect(try programma.typ("eisen lijst ZW").contains("het onderzoek naar werkdruk is deugdelijk"))
    let shown = try programma.typ("eisen toon ZW-1")
    #expect(shown.contains("onderdeel a") && shown.contains("TrainingGevolgd") && shown.contains("AI-2.9"))
  }

  @Test func `every fault of a file is told with line and column, and nothing is adopted`() throws {
    let text = String(decoding: try Proefboom.bytes("eigen.yaml"), as: UTF8.self)
      .replacing("TrainingGevolgd", with: "TrainingGegeven").replacing("AI-2.9", with: "AI-2.99")
    let file = try schrijf(text, "fout.yaml")
    for command in ["controleer", "stel-vast"] {
      let words = ["eisen", command, file] + (command == "stel-vast" ? ["--als", "secretariaat"] : [])
      #expect(try faalt(.badInput, words)?.message.nl == "\(file): 2 fouten")
      #expect(programma.gezegd.contains("\(file):25:71: de gebeurtenis «TrainingGegeven» bestaat niet"))
    }
  }

  @Test(arguments: ["AI-9", "ZW", "inspectie-9", "AI-1.1.1"])
  func `a demand that does not exist is not found`(_ eis: String) throws {
    let failure = try faalt(.notFound, ["stand", "--eis", eis])
    #expect(failure?.remedy != nil)
  }

  @Test(arguments: ["AI", "AI-1", "AI-1.16", "inspectie-1", "2428456/05"])
  func `the state is asked of a letter, a tree, a part or one demand`(_ eis: String) throws {
    let lines = try programma.typ(["stand", "--eis", eis, "--json"]).split(separator: "\n")
    let json = try JSON(parsing: String(try #require(lines.first)))
    let count = json["eisen"]?.array?.count
    #expect(count == ["AI-1": 31, "AI-1.16": 1][eis] ?? 52)
  }

  @Test func `table and picture are written once, and never over something else`() throws {
    for (option, name) in [("--csv", "stand.csv"), ("--svg", "stand.svg")] {
      try programma.typ(["stand", "--eis", "AI", option, pad(name)])
      #expect(FileManager.default.fileExists(atPath: pad(name)))
      _ = try #require(throws: Failure.self) { try programma.typ(["stand", "--eis", "AI", option, pad(name)]) }
    }
  }

  @Test func `a judgement is signed by who answers for it, about the proof that there is`() throws {
    let judge = ["beoordeel", "AI-1.1", "--uitkomst", "voldoende", "--reden", "volledig", "--als", "college"]
    #expect(try faalt(.badInput, judge)?.message.nl == "voor AI-1.1 is er geen bewijs om te beoordelen")
    let rie = wereld.boek.stream("Rie")
    try wereld.bewijs(RieUitgevoerd.self, ["AI-1.1"], op: "2024-11-14", in: rie) {
      $0[RieUitgevoerd.reikwijdte] = "de organisatie"
    }
    try programma.typ(judge)
    #expect(try wereld.eis("AI-1.1", op: "2024-11-14").stand == .aangetoond)
    let page = try programma.typ("stand --eis AI-1.1")
    #expect(page.contains("beoordeeld als voldoende door college van burgemeester en wethouders: volledig"))
    let number = try #require(try wereld.eis("AI-1.1", op: "2024-11-14").beoordeling?.position)
    try programma.typ(["trek-oordeel-in", "\(number)", "--reden", "verkeerde eis", "--als", "college"])
    #expect(try wereld.eis("AI-1.1", op: "2024-11-14").stand == .stukAanwezig)
    #expect(try faalt(.notFound, ["trek-oordeel-in", "3", "--reden", "x", "--als", "college"])?.remedy != nil)
  }

  @Test func `elements are shown by text and place, and a list that does not exist is not found`() throws {
    let code = wereld.boek.stream("Regeling")
    let text = StandTests.tekst("de code")
    try wereld.leg(RegelingOntworpen.self, code, op: "2024-11-14") {
      $0[RegelingOntworpen.versie] = text.digest
      $0[RegelingOntworpen.kenmerk] = "gedragscode"
      $0[RegelingOntworpen.titel] = "Gedragscode"
      $0[RegelingOntworpen.soort] = .gedragscode
      $0[RegelingOntworpen.instemming] = .onbekend
      $0.attach(text, as: RegelingOntworpen.concept)
    }
    try wereld.leg(ContentElementAangetoond.self, code, op: "2024-11-14") {
      $0[ContentElementAangetoond.versie] = text.digest
      $0[ContentElementAangetoond.element] = "G-4"
      $0[ContentElementAangetoond.vindplaats] = "hoofdstuk 2"
    }
    let page = try programma.typ("elementen gedragscode")
    #expect(page.contains("hoofdstuk 2") && page.contains("niet aangetoond") && !page.contains("K-1"))
    let json = try JSON(parsing: try programma.typ("elementen --json"))
    let states = json["elementen"]?.array?.map { $0["stand"]?.string ?? "" }
    #expect(
      states == [
        "nietAangetoond", "nietAangetoond", "nietAangetoond", "aangetoond", "nietAangetoond", "nietAangetoond",
      ])
    #expect(try faalt(.notFound, ["elementen", "--soort", "Q"])?.remedy != nil)
  }
}
