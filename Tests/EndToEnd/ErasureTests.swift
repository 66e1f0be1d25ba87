import Foundation
import TestBench
import Testing

/// Someone left and is erased: the public site forgets what it said, and says that there was something.
struct ErasureTests {
  /// What the public site said of who left, and nobody else.
  private static let values = [
    "Imker van het Zoemend Genootschap", "Zoemend", "Coöperatie «Raat & Was» B.V.", "Raat & Was",
    "Geen inkoop van honing voor het stadhuis", "honing", "Rik Voormalig", "Voormalig",
    "Elke dinsdagavond bij de korven",
  ]

  private func statement(_ bench: Bench) throws -> String {
    try #require(
      bench.snapshot("site/nevenfuncties/opgaven").files.keys.sorted().first { name in
        name.hasSuffix("/index.html") && !name.contains("versies")
          && ((try? String(contentsOfFile: bench.path("site/nevenfuncties/opgaven/\(name)"), encoding: .utf8)) ?? "")
            .contains("Imker")
      })
  }

  @Test(arguments: values)
  func `Before the erasure, the site says it`(value: String) throws {
    let needles = Needles([value])
    let found = try Bench.gemeente().snapshot("site").files.filter { !needles.found(in: ($1 ?? nil) ?? Data()).isEmpty }
    #expect(found.keys.contains { $0.hasSuffix(".html") }, "\(found.keys)")
    #expect(found.keys.contains { $0.hasSuffix(".csv") } || value == "Raat & Was", "\(found.keys)")
    #expect(found.keys.contains { $0.hasPrefix("controle/bewijzen/") && $0.hasSuffix(".sd-jwt") }, "\(found.keys)")
  }

  @Test func `Afterwards it stands nowhere in the bytes or names of the site, in no shape, and the ledger is in order`()
    throws
  {
    let bench = try Bench.gemeenteAfterErasure()
    let files = bench.snapshot("site").files
    #expect(files.count > 100)
    for (name, bytes) in files {
      expectNone(Self.values, in: Array(name.utf8) + [UInt8]((bytes ?? nil) ?? Data()), name)
    }
    try bench.expectClean()
  }

  @Test func `Its page is still there for who has the address, and says that it lapsed`() throws {
    let name = try statement(Bench.gemeente())
    let bench = try Bench.gemeenteAfterErasure()
    let page = try String(contentsOfFile: bench.path("site/nevenfuncties/opgaven/\(name)"), encoding: .utf8)
    #expect(page.contains("Deze opgave is verwijderd") && page.contains("noindex"))
  }

  @Test func `No earlier day brings it back, and nobody with or without a key reads it in the log`() throws {
    let bench = try Bench.gemeenteAfterErasureToChange()
    try bench.type("publiceer toen --op 2023-06-15", als: "secretariaat").orThrow()
    #expect(FileManager.default.fileExists(atPath: bench.path("toen/nevenfuncties/index.html")))
    let needles = Needles(Self.values)
    try needles.expectNone(inFolder: bench.path("toen"))
    for key in [nil, "secretariaat", "gemeentesecretaris"] {
      for command in ["log --json", "nevenfunctie lijst --op 2023-06-15", "nevenfunctie toon locosecretaris/1 --json"] {
        let outcome = try bench.type(command, als: key).orThrow()
        needles.expectNone(in: outcome)
      }
    }
  }

  @Test func `U13: One command reaches a report and its public statement, and says which fields it takes`() throws {
    let bench = try Bench.gemeenteToChange()
    let stream = try #require(
      try bench.events("OpgaveGepubliceerd").first {
        ($0["data"] as? [String: Any])?["nevenwerkzaamheid"] as? String == "Eigenaar adviesbureau"
      }?["stream"] as? String)
    let erase = "vernietig --over concernmanager-ruimte/1 --grond x --bewaarregel 17.5"
    let preview = try bench.expectNothingWritten { try bench.type("\(erase) --dry-run --json", als: "secretariaat") }
    #expect(preview.exitCode == Exit.done, "\(preview)")
    // What goes is told, and never what is in it; what the site shows of it too.
    let plan = try #require(try preview.json().last)
    #expect(plan["message_type"] as? String == "vernietiging" && plan["dry_run"] as? Bool == true, "\(preview)")
    let pieces = try #require(plan["stukken"] as? [[String: Any]])
    #expect(pieces.contains { $0["event"] as? String == "OpgaveGepubliceerd" && $0["position"] as? Int != nil })
    #expect(pieces.contains { ($0["velden"] as? [String])?.contains("nevenwerkzaamheid") == true })
    let shown = try #require(plan["opnieuw_publiceren"] as? [Int])
    #expect(!shown.isEmpty && Set(shown).isSubset(of: pieces.compactMap { $0["position"] as? Int }))
    Needles(["Eigenaar adviesbureau"]).expectNone(in: preview)
    let dry = try bench.type("\(erase) --dry-run", als: "secretariaat").orThrow()
    for words in ["Vernietigen: ", "OpgaveGepubliceerd", "nevenwerkzaamheid", "waarborg publiceer MAP"] {
      #expect(dry.errors.contains(words), "\(words): \(dry)")
    }
    Needles(["Eigenaar adviesbureau"]).expectNone(in: dry)
    let asked = try bench.expectNothingWritten { try bench.type(erase, als: "secretariaat") }
    #expect(asked.exitCode == Exit.usage && asked.errors.contains("OpgaveGepubliceerd"), "\(asked)")
    let done = try bench.type("\(erase) --yes", als: "secretariaat").orThrow()
    #expect(done.errors.contains("waarborg publiceer MAP"), "\(done)")
    func stillShown() throws -> Bool {
      try bench.type("vandaag --json").orThrow().json().contains {
        ($0["wat"] as? String)?.contains("wat is vernietigd, staat nog op de site") == true
      }
    }
    #expect(try stillShown())
    try bench.type("publiceer toen --op 2023-06-15", als: "secretariaat").orThrow()
    #expect(try stillShown(), "what was made of an earlier day is not the site")
    try bench.type("publiceer site", als: "secretariaat").orThrow()
    #expect(try !stillShown())
    let erased = try bench.events("OpgaveGepubliceerd").filter { $0["stream"] as? String == stream }
    #expect(erased.count == 1)
    #expect((erased.first?["erased"] as? [String])?.contains("nevenwerkzaamheid") == true, "\(erased)")
    let report = try bench.events("NevenwerkzaamheidGemeld").filter { ($0["erased"] as? [String])?.isEmpty == false }
    #expect(report.count == 1)
    try bench.expectClean()
  }

  @Test(arguments: ["?", " - ", "x", "§"])
  func `U13: what names no retention rule is refused before anything else`(rule: String) throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("vernietig", "0", "--grond", "uit dienst", "--bewaarregel", rule, als: "secretariaat")
    }
    expectRefusal(outcome, Exit.badInput, saying: "--bewaarregel", "17.5")
  }
}
