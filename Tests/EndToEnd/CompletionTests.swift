import Foundation
import TestBench
import Testing

/// What the program answers a shell that completes, and what the shells make of it.
struct CompletionTests {
  private static let filled = PreparedBench {
    let bench = try Bench.founded()
    try bench.write("Artikel 1\n", to: "code.txt")
    try bench.inLedger(
      "beleid", "ontwerp", bench.path("code.txt"), "--kenmerk", "gedragscode", "--soort", "gedragscode", "--titel",
      "Gedragscode", "--instemming", "vereist", "--wor", "d",
      als: "secretariaat"
    ).orThrow()
    return bench
  }

  private func answer(_ words: [String], environment: [String: String?] = [:]) throws -> [String] {
    let bench = try Self.filled.toRead()
    return try bench.run(["---vul-aan", "bash"] + words, environment: environment).orThrow().lines
  }

  @Test(
    arguments: [
      ([""], ["log", "beleid", "help"], ["---vul-aan"]), (["beleid", "l"], ["lijst"], ["toon"]),
      (["log", "--"], ["--aantal", "--ledger", "--json"], ["--json-velden", "log"]),
      (["log", "--json", "--a"], ["--aantal", "--als"], ["--json"]),
      (["help", ""], ["omgeving", "exitcodes", "beleid"], []), (["log", "--ledger", ""], [":map"], ["log"]),
      (["log", "--taal", ""], ["nl", "en"], []), (["--taal", "en", "sta"], ["status"], []),
      (["log", "--gebeurtenis", "Org"], ["OrgaanVastgelegd"], ["RegelingOntworpen"]),
      (["log", "--gebeurtenis=Org"], ["OrgaanVastgelegd"], []),
      (["log", "--gebeurtenis", "=", "Org"], ["OrgaanVastgelegd"], []),
      (["status", "--als", ""], ["secretariaat", "college"], []),
      (["key", "show", "sec"], ["secretariaat"], ["college"]),
      (["organisatie", "orgaan", "Raad", "--rol", "gr"], ["griffier"], ["college"]),
      (["beleid", "maak-bekend", "x", "--kanaal", ""], ["gemeenteblad", "website", "anders"], []),
      (["beleid", "maak-bekend", "x", "--kanaal=w"], ["website"], ["gemeenteblad"]),
      (["organisatie", "orgaan", "Raad", "--op", "g"], ["gisteren"], ["vandaag"]),
      (["status", "--wachtwoord-bestand", ""], [":bestand"], []),
      (["inspectie", "bewijs", "voorlichting", "--onderwerpen", "visie,gev"], ["visie,gevolgen"], ["gevolgen"]),
    ] as [([String], [String], [String])])
  func `each place gets the words that can come there`(_ words: [String], _ expected: [String], _ others: [String])
    throws
  {
    let found = try answer(words)
    for one in expected { #expect(found.contains(one), "\(one) in \(found)") }
    for other in others { #expect(!found.contains(other), "\(other) in \(found)") }
  }

  @Test func `regelingen are known by name, from the views alone, and without a ledger nothing is said`() throws {
    let bench = try Self.filled.copy()
    let words = ["beleid", "toon", "ged"]
    let ledger: [String: String?] = ["WAARBORG_LEDGER": bench.ledger]
    let question = ["---vul-aan", "bash"]
    #expect(try bench.run(question + words, environment: ledger).orThrow().lines == ["gedragscode"])
    #expect(
      try bench.run(question + ["beleid", "toon", "--ledger", bench.ledger, ""]).orThrow().lines.contains("gedragscode")
    )
    // A vault that cannot be read does not matter.
    try bench.write("geen kluis", to: "gemeente.ledger/vault.sqlite")
    #expect(try bench.run(question + words, environment: ledger).orThrow().lines == ["gedragscode"])
    let none = try bench.run(question + words)
    let gone = try bench.run(question + words, environment: ["WAARBORG_LEDGER": bench.path("geen")])
    for outcome in [none, gone] {
      #expect(outcome.exitCode == 0 && outcome.outputBytes.isEmpty && outcome.errorBytes.isEmpty, "\(outcome)")
    }
  }

  @Test(arguments: [
    ("waarborg sta", ["status"]), ("waarborg log --gebeurtenis Orga", ["OrgaanVastgelegd"]),
    ("waarborg log --gebeurtenis=Orga", ["OrgaanVastgelegd"]), ("waarborg status --ledger ", ["gemeente.ledger"]),
    ("waarborg status --als sec", ["secretariaat"]), ("waarborg zaak ontvangst --onzin ", []),
  ])
  func `bash completes with the script`(line: String, expected: [String]) throws {
    let bench = try Self.filled.toRead()
    let bash = try #require(Executable.onPath("bash"))
    try bench.write(bench.run("--generate-completion-script", "bash").orThrow().output, to: "aanvullen.bash")
    // What readline does: break the line into words at spaces and at the sign, and call the function.
    let script = """
      compopt() { :; }
      . ./aanvullen.bash
      waarborg() { "\(Executable.waarborg.path)" "$@"; }
      COMP_WORDS=(\(line.replacing("=", with: " = ")) \(line.hasSuffix(" ") ? "''" : ""))
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _waarborg && printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try RunningProgram(bash, ["-c", script], environment: bench.environment, directory: bench.root)
      .finish()
    let found = Set(outcome.lines)
    #expect(expected.isEmpty ? found.isEmpty : found.isSuperset(of: expected), "\(outcome)")
  }
}
