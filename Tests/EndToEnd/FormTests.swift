import Foundation
import TestBench
import Testing

/// How the program speaks: language, help, JSON, completion, streams.
struct FormTests {
  @Test(arguments: [
    [], ["init"], ["key"], ["key", "new"], ["key", "revoke"], ["organisatie"], ["organisatie", "mandaat-verleen"],
    ["log"], ["show"], ["status"], ["checkpoint"], ["prove"], ["backup"], ["vernietig"], ["termijnen"],
    ["termijn", "bereken"],
  ])
  func `Help exists in both languages`(command: [String]) throws {
    let bench = try Bench()
    let dutch = try bench.run(command + ["--help"])
    let english = try bench.run(command + ["--help"], environment: ["WAARBORG_TAAL": "en"])
    #expect(dutch.exitCode == Exit.done && english.exitCode == Exit.done, "\(dutch)\(english)")
    #expect(dutch.output.contains("GEBRUIK: waarborg"), "\(dutch)")
    #expect(english.output.contains("USAGE: waarborg"), "\(english)")
    for parserWord in ["OVERVIEW", "SUBCOMMANDS", "Show help information"] {
      #expect(!dutch.output.contains(parserWord), "\(dutch)")
    }
    #expect(dutch.errorBytes.isEmpty && english.errorBytes.isEmpty)
  }

  @Test(arguments: [
    (["--taal", "en"], [String: String?]()), ([], ["WAARBORG_TAAL": "en"]),
    ([], ["WAARBORG_TAAL": nil, "LC_ALL": "en_GB.UTF-8"]),
  ])
  func `Option, variable and locale each choose the language of messages`(
    options: [String], environment: [String: String?]
  ) throws {
    let bench = try Bench()
    let outcome = try bench.run(
      ["organisatie", "lijst", "--ledger", bench.path("geen")] + options, environment: environment)
    expectRefusal(outcome, Exit.notFound, saying: "error: there is no ledger at")
  }

  @Test func `Without any choice the program speaks Dutch`() throws {
    let bench = try Bench()
    let outcome = try bench.run(
      ["organisatie", "lijst", "--ledger", bench.path("geen")], environment: ["WAARBORG_TAAL": nil, "LC_ALL": "C"])
    expectRefusal(outcome, Exit.notFound, saying: "fout: er is geen grootboek")
  }

  @Test(arguments: [
    ["onzin"], ["key", "onzin"], ["key", "new"], ["init"], ["--onzin"], ["log", "--aantal", "veel"],
    ["show", "0", "--open", "naam"],
  ])
  func `Wrong usage ends with 64 and writes to standard error only`(arguments: [String]) throws {
    let bench = try Bench()
    expectRefusal(try bench.run(arguments), Exit.usage, saying: "fout: ")
  }

  @Test func `No ledger named and no key named are usage errors that say what to give`() throws {
    let bench = try Bench.founded()
    expectRefusal(try bench.run("organisatie", "lijst"), Exit.usage, saying: "--ledger")
    expectRefusal(try bench.inLedger("organisatie", "orgaan", "Commissie"), Exit.usage, saying: "--als")
  }

  @Test func `Ledger and key may come from the environment`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.run(
      ["organisatie", "orgaan", "Commissie"],
      environment: ["WAARBORG_LEDGER": bench.ledger, "WAARBORG_SLEUTEL": "secretariaat"])
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
  }

  @Test(arguments: [
    ["status", "--json"], ["log", "--json"], ["show", "0", "--json"], ["checkpoint", "--json"],
    ["prove", "0", "--json"],
    ["key", "list", "--json"], ["organisatie", "lijst", "--json"], ["doctor", "--json"], ["rebuild", "--json"],
  ])
  func `Every line of JSON output is one object, and nothing else is on standard output`(arguments: [String]) throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", als: "secretariaat").orThrow()
    let outcome = try bench.inLedger(arguments)
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(try !outcome.json().isEmpty, "\(outcome)")
  }

  @Test func `Log lines have the documented members`() throws {
    let bench = try Bench.founded()
    let events = try bench.inLedger("log", "--json").json()
    #expect(events.count == 3)
    for (position, event) in events.enumerated() {
      let members: Set<String> = [
        "position", "id", "stream", "seq", "event", "version", "recordedAt", "signedAt", "op", "kid", "rol", "data",
        "sealed",
        "erased", "onbevestigd",
      ]
      #expect(Set(event.keys) == members)
      #expect(event["position"] as? Int == position)
    }
  }

  @Test func `A failure is one JSON object on standard error when JSON was asked for`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.inLedger("organisatie", "orgaan", "Commissie", "--json", als: "ondernemingsraad")
    #expect(outcome.exitCode == Exit.notPermitted)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(outcome.errorBytes)) as? [String: Any])
    #expect(object["code"] as? Int == 77)
    #expect(object["kind"] as? String == "not_permitted")
    #expect((object["message"] as? String)?.isEmpty == false)
  }

  @Test func `Nothing is coloured when output is not a terminal`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat")
    #expect(!outcome.errors.contains("\u{1B}") && !outcome.output.contains("\u{1B}"))
  }

  @Test func `The version is printed alone`() throws {
    let bench = try Bench()
    let outcome = try bench.run("--version")
    #expect(outcome.exitCode == Exit.done)
    #expect(outcome.output == "0.1.0\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `The completion script is one that its shell can read`(shell: String) throws {
    let bench = try Bench()
    let outcome = try bench.run("--generate-completion-script", shell)
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(outcome.output.contains("waarborg"), "\(outcome)")
    #expect(outcome.output.contains("organisatie"))
    guard let program = Executable.onPath(shell) else {
      print("not read by \(shell): this machine has none")
      return
    }
    let file = try bench.write(outcome.output, to: "completion")
    let read = try RunningProgram(program, ["-n", file], environment: bench.environment, directory: bench.root).finish()
    #expect(read.exitCode == 0, "\(read)")
  }

  @Test func `A program called waarborg-word becomes a command, as in git`() throws {
    let bench = try Bench()
    try bench.write("#!/bin/sh\necho \"gegroet $1\"\nexit 3\n", to: "waarborg-groet", mode: 0o755)
    let path = bench.root.path + ":" + (bench.environment["PATH"] ?? "")
    let outcome = try bench.run(["groet", "wereld"], environment: ["PATH": path])
    #expect(outcome.output == "gegroet wereld\n", "\(outcome)")
    #expect(outcome.exitCode == 3)
  }
}
