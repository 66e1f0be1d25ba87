import Foundation
import TestBench
import Testing

/// A slip of the finger is answered with what was probably meant.
struct SlipTests {
  @Test(arguments: [
    ("statsu", "waarborg status"), ("beleit lijst", "waarborg beleid lijst"), ("beleit lijts", "waarborg beleid lijst"),
    ("beleid lijts", "waarborg beleid lijst"), ("beleid list", "waarborg beleid lijst"),
    ("nevenfunctie opgave publicer x/1", "waarborg nevenfunctie opgave publiceer"),
    ("key registr", "waarborg key register"),
  ])
  func `U2: a mistyped command names the nearest one, in both languages`(typed: String, meant: String) throws {
    let bench = try Bench()
    for (taal, question) in [("nl", "Bedoelt u '\(meant)'?"), ("en", "Did you mean '\(meant)'?")] {
      let outcome = try bench.run(try Typed(typed).words, environment: ["WAARBORG_TAAL": taal])
      expectRefusal(outcome, Exit.usage, saying: question)
    }
  }

  @Test(arguments: ["todo", "undo", "beleid lijst --bekendd 3", "beleid qqqqq", "log x y z"])
  func `what lies near no command is answered as before`(typed: String) throws {
    let outcome = try Bench().run(try Typed(typed).words)
    #expect(outcome.exitCode == Exit.usage && !outcome.errors.contains("Bedoelt u 'waarborg"), "\(outcome)")
  }

  @Test(arguments: [
    ("nevenfunctie toon gemeentesecretris/1", Exit.notFound, "bedoelt u «gemeentesecretaris/1»?"),
    ("nevenfunctie meld griffer --activiteit x", Exit.notFound, "bedoelt u «Griffier»?"),
    ("organisatie hef-op Locosecretarus", Exit.notFound, "bedoelt u «Locosecretaris»?"),
    ("termijnen --over inspecte-1", Exit.notFound, "bedoelt u «inspectie-1»?"),
    ("vertrouwenspersoon toon vertrouwenspersoo-1", Exit.badInput, "bedoelt u «vertrouwenspersoon-1»?"),
    ("inspectie toon inspecti-1", Exit.badInput, "bedoelt u «inspectie-1»?"),
    ("log --gebeurtenis FunctieBekleedt", Exit.badInput, "bedoelt u «FunctieBekleed»?"),
    ("nevenfunctie belang meld --persoon x --soort aandeln --omschrijving y", Exit.badInput, "bedoelt u «aandelen»?"),
  ])
  func `U2: a mistyped handle, function, type or word names the nearest one`(
    typed: String, code: Int32, question: String
  ) throws {
    expectRefusal(try Bench.gemeente().type(typed, als: "secretariaat"), code, saying: question)
  }

  @Test func `U2: so do the name of a rule and of a key`() throws {
    let bench = try Bench.founded()
    try bench.write("tekst", to: "gc.txt")
    try bench.inLedger(
      "beleid", "ontwerp", bench.path("gc.txt"), "--kenmerk", "gedragscode", "--titel", "Gedragscode", "--soort",
      "gedragscode", "--instemming", "vereist", "--wor", "d", als: "secretariaat"
    ).orThrow()
    for handle in ["gedragcode", "Gedragcode@1"] {
      let suffix = handle.hasSuffix("@1") ? "@1" : ""
      expectRefusal(
        try bench.inLedger("beleid", "toon", handle), Exit.notFound, saying: "bedoelt u «gedragscode\(suffix)»?")
      expectRefusal(
        try bench.inLedger("instemming", "vraag", handle, als: "secretariaat"), Exit.notFound,
        saying: "bedoelt u «gedragscode\(suffix)»?")
    }
    #expect(try bench.inLedger("beleid", "toon", "Gedragscode").exitCode == Exit.done)
    expectRefusal(
      try bench.inLedger("key", "list", als: "secretariat"), Exit.notFound, saying: "bedoelt u «secretariaat»?")
  }

  @Test func `U6: a role is known by what people call it, and all roles stand in the help`() throws {
    let bench = try Bench()
    for (typed, meant) in [
      ("OR", "ondernemingsraad"), ("FG", "functionarisGegevensbescherming"), ("colege", "college"),
    ] {
      expectRefusal(
        try bench.run("key", "new", "sleutel", "--rol", typed), Exit.badInput, saying: "bedoelt u «\(meant)»?")
    }
    let help = try bench.run("key", "new", "--help").orThrow().output
    #expect(help.contains("ondernemingsraad") && help.contains("werkgeverscommissie"))
    try bench.run("key", "new", "sleutel", "--rol", "Ondernemingsraad").orThrow()
    #expect(try bench.run("key", "list", "--json").orThrow().output.contains("\"ondernemingsraad\""))
  }

  @Test func `U8: of a mistyped ledger the one beside it is named, and the path that was tried in full`() throws {
    let bench = try Bench.founded()
    let near = try bench.run("status", "--ledger", "gemeente.leger")
    expectRefusal(
      near, Exit.notFound, saying: "er is geen grootboek in \(bench.path("gemeente.leger"))",
      "bedoelt u \(bench.ledger)? Geef --ledger \(bench.ledger)")
    let question = try #require(near.errors.range(of: "bedoelt u")?.lowerBound)
    let founding = try #require(near.errors.range(of: "waarborg init")?.lowerBound)
    #expect(question < founding, "founding another is not what comes first")
    let none = try bench.run("status", "--ledger", "iets-anders")
    expectRefusal(none, Exit.notFound, saying: bench.path("iets-anders"), "waarborg init")
    #expect(!none.errors.contains("bedoelt u"), "\(none)")
    // A folder above one is no ledger, and neither is one inside.
    for place in [".", "gemeente.ledger/documents"] {
      let outcome = try bench.run("status", "--ledger", place)
      expectRefusal(outcome, Exit.notFound, saying: "er is geen grootboek in /")
      #expect(!outcome.errors.contains("bedoelt u"), "\(outcome)")
    }
  }

  @Test(.enabled(if: getuid() == 0 && Executable.onPath("setpriv") != nil))
  func `U8: a folder that may not be read is said to be that, and no founding is advised`() throws {
    let bench = try Bench.founded()
    #expect(chmod(bench.root.path, 0o755) == 0 && chmod(bench.ledger, 0o700) == 0)
    func status(as user: [String]) throws -> Outcome {
      try RunningProgram(
        URL(fileURLWithPath: "/usr/bin/env"), user + [Executable.waarborg.path, "status", "--ledger", bench.ledger],
        environment: bench.environment, directory: bench.root
      ).finish()
    }
    let outcome = try status(as: ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"])
    expectRefusal(outcome, Exit.io, saying: "niet te lezen", bench.ledger, "toegang")
    #expect(!outcome.errors.contains("waarborg init"), "\(outcome)")
    #expect(try status(as: []).exitCode == Exit.done)
  }
}
