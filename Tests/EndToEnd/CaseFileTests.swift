import Foundation
import TestBench
import Testing

/// A party's own file, as the secretariat types it.
struct CaseFileTests {
  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    for (name, role) in [("directeur", "algemeenDirecteur"), ("onderzoeker", "onderzoeker")] {
      try bench.run("key", "new", name, "--rol", role).orThrow()
      try bench.inLedger("key", "register", name, als: "secretariaat").orThrow()
    }
    try bench.adopt("P-01")
    let opened = try bench.type(
      "zaak open P-01 --over medewerker --veld indiener=werkzaam --veld vorm=email --veld beklaagde=B --op 2024-06-03"
        + " --lid onderzoeker=onderzoeker", als: "directeur"
    ).orThrow()
    try bench.write(opened.output.trimmingCharacters(in: .whitespacesAndNewlines), to: "kenmerk")
    try bench.type(
      "zaak stap \(bench.zaak) OnderzoekBelegd --veld wijze=intern --veld onderzoekers=O", als: "directeur"
    )
    .orThrow()
    for (name, paper) in [("Eerste", "wat de eerste zag"), ("Tweede", "wat de tweede zag")] {
      try bench.write("\(paper)\n", to: "\(name).txt")
      try bench.type(
        "zaak stap \(bench.zaak) HoorverslagVastgesteld --veld wie=getuige --veld gehoordOp=2024-07-01"
          + " --veld gehoorde=Getuige-\(name) --veld verslagGetuige=@\(name).txt", als: "onderzoeker"
      ).orThrow()
    }
    return bench
  }

  @Test func `of two witnesses each gets the own report, and who it is for must be said, by number`() throws {
    let bench = try Self.prepared.copy()
    let asked = try bench.expectNothingWritten {
      try bench.type("zaak verstrek \(bench.zaak) --aan getuige", als: "directeur")
    }
    #expect(asked.exitCode == Exit.badInput && asked.errors.contains("(3, 4)"), "\(asked)")
    #expect(!asked.errors.contains("Getuige-"), "\(asked)")
    for (number, own, other) in [(3, "eerste", "tweede"), (4, "tweede", "eerste")] {
      try bench.type(
        "zaak verstrek \(bench.zaak) --aan getuige --persoon \(number) --map map\(number)", als: "directeur"
      )
      .orThrow()
      let folder = bench.path("map\(number)")
      let texts = try FileManager.default.contentsOfDirectory(atPath: folder).map {
        try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
      }
      #expect(texts.count == 2, "the file itself and one paper")
      #expect(texts.contains("wat de \(own) zag\n"))
      #expect(!texts.contains { $0.contains("wat de \(other) zag") || $0.contains("Getuige-") })
    }
    let shown = try bench.type("zaak toon \(bench.zaak)", als: "directeur").orThrow().output
    #expect(shown.contains("getuige, wie in 3 staat") && shown.contains("getuige, wie in 4 staat"), "\(shown)")
  }

  @Test(arguments: [("nl", "  haalt T-01.8 "), ("en", "  meets T-01.8 ")])
  func `what can be done next is said in one language`(_ language: String, _ meets: String) throws {
    let bench = try Self.prepared.toRead()
    let outcome = try bench.type("zaak stap \(bench.zaak) --taal \(language)", als: "directeur").orThrow()
    #expect(outcome.output.contains(meets) && !outcome.output.contains("Text("), "\(outcome)")
    #expect(outcome.output.contains(language == "nl" ? "(een van: " : "(one of: "), "\(outcome)")
  }
}
