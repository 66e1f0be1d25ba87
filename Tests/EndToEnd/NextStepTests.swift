import Foundation
import TestBench
import Testing

/// After each success the step that follows is told, where one does.
struct NextStepTests {
  @Test func `U11: from draft to in force each step names the next, and after the last there is none`() throws {
    let bench = try Bench.founded()
    let text = try bench.write("# Gedragscode\n", to: "code.md")
    for (command, key, next) in [
      (
        "beleid ontwerp \(text) --kenmerk gc --titel Gedragscode --soort gedragscode --instemming vereist --wor d",
        "secretariaat", "Hierna: waarborg instemming vraag gc@1"
      ),
      (
        "instemming vraag gc --beweegredenen Oud --gevolgen Nieuw", "college",
        "Hierna: waarborg instemming verleen gc@1"
      ),
      ("instemming verleen gc", "ondernemingsraad", "Hierna: waarborg beleid stel-vast gc@1"),
      ("beleid stel-vast gc", "college", "Hierna: waarborg beleid maak-bekend gc@1"),
      ("beleid maak-bekend gc --kanaal intranet", "secretariaat", "Hierna: waarborg beleid treed-in-werking gc@1"),
      ("beleid treed-in-werking gc", "secretariaat", nil),
    ] as [(String, String, String?)] {
      let trial = try bench.type(command + " --dry-run", als: key).orThrow()
      #expect(!trial.errors.contains("Hierna"), "\(trial)")
      let outcome = try bench.type(command, als: key).orThrow()
      #expect(next.map { outcome.errors.contains($0) } ?? !outcome.errors.contains("Hierna"), "\(outcome)")
    }
    #expect(try bench.inLedger("beleid", "geldend", "gc").orThrow().output.contains("ja"))
  }

  @Test func `nothing is told where a program reads along`() throws {
    let bench = try Bench.founded()
    let text = try bench.write("# Gedragscode\n", to: "code.md")
    let outcome = try bench.type(
      "beleid ontwerp \(text) --kenmerk gc --titel G --soort gedragscode --instemming vereist --wor d --json",
      als: "secretariaat"
    ).orThrow()
    #expect(!outcome.errors.contains("Hierna") && !outcome.output.contains("Hierna"), "\(outcome)")
  }
}

/// The consent of the works council from request to adoption on three machines that share nothing, as it is typed.
struct ThreeMachineTests {
  @Test(arguments: [false, true]) func `U20: request, consent and adoption, each signed where its key is`(
    _ isByCopy: Bool
  ) throws {
    let secretariaat = try Bench.founded()
    let text = try secretariaat.write("# Gedragscode\nWij zijn eerlijk.\n", to: "code.md")
    try secretariaat.type(
      "beleid ontwerp \(text) --kenmerk gc --titel Gedragscode --soort gedragscode --instemming vereist --wor d",
      als: "secretariaat"
    ).orThrow()
    let raad = try Elders("ondernemingsraad", from: secretariaat)
    let college = try Elders("college", from: secretariaat)
    if isByCopy {
      for (elders, who) in [(raad, "ondernemingsraad"), (college, "college")] {
        try secretariaat.inLedger("kopie", elders.there.path("kopie"), "--voor", who).orThrow()
      }
    }
    /// One step: made here or in the signer's own copy, signed there, taken up here.
    func step(_ command: String, _ elders: Elders, _ who: String, _ name: String) throws {
      if isByCopy {
        try secretariaat.inLedger("kopie", "bijwerking", secretariaat.path("\(name)-\(who).jsonl"), "--voor", who)
          .orThrow()
        try elders.send("\(name)-\(who).jsonl", from: secretariaat, to: elders.there)
        try elders.there.run(
          "kopie", "werk-bij", elders.there.path("\(name)-\(who).jsonl"), "--ledger", elders.there.path("kopie")
        ).orThrow()
        try elders.there.run(
          command.split(separator: " ").map(String.init) + [
            "--ledger", elders.there.path("kopie"), "--als", who, "--concept", elders.there.path(name),
          ]
        ).orThrow()
      } else {
        try elders.concept(command, als: who, in: name).orThrow()
      }
      let shown = try elders.there.run("concept", "toon", elders.there.path(name)).orThrow()
      #expect(shown.output.contains("Gedragscode"), "\(shown)")
      try elders.sign(name, answer: "antwoord-\(name)").orThrow()
      try elders.takeUp("antwoord-\(name)", receipt: "ontvangst-\(name)").orThrow()
      try elders.there.run("onderteken", "--ontvangst", elders.there.path("ontvangst-\(name)")).orThrow()
    }
    try step("instemming vraag gc --beweegredenen Oud --gevolgen Nieuw", college, "college", "vraag.json")
    try step("instemming verleen gc", raad, "ondernemingsraad", "instemming.json")
    try step("beleid stel-vast gc", college, "college", "besluit.json")
    #expect(try secretariaat.inLedger("beleid", "lijst").orThrow().output.contains("vastgesteld"))
    try secretariaat.inLedger("verify").orThrow()
    if isByCopy {
      // Each has seen more by a receipt than its copy has: it is behind, and in order.
      for elders in [raad, college] {
        let verified = try elders.there.run("verify", "--ledger", elders.there.path("kopie")).orThrow()
        #expect(verified.errors.contains("deze kopie loopt achter"), "\(verified)")
      }
    }
  }
}
