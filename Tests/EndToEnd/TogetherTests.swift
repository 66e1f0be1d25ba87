import Foundation
import TestBench
import Testing

/// Several at once, and one after another.
struct TogetherTests {
  @Test func `A hundred appends from ten processes at once are a hundred events without gap or fork`() throws {
    let bench = try Bench.founded()
    let shell = try #require(Executable.onPath("sh"))
    let script = """
      for i in 1 2 3 4 5 6 7 8 9 10; do
        "$1" organisatie orgaan "Orgaan $2-$i" --ledger "$3" --als secretariaat --wacht 120 || exit $?
      done
      """
    let running = try (0..<10).map { number in
      try RunningProgram(
        shell, ["-c", script, "sh", Executable.waarborg.path, String(number), bench.ledger],
        environment: bench.environment, directory: bench.root)
    }
    for outcome in try running.map({ try $0.finish() }) { #expect(outcome.exitCode == Exit.done, "\(outcome)") }
    let events = try bench.inLedger("log", "--json").json()
    #expect(events.compactMap { $0["position"] as? Int } == Array(0..<103))
    let names = events.dropFirst(3).compactMap { ($0["data"] as? [String: Any])?["naam"] as? String }
    #expect(Set(names).count == 100)
    try bench.expectClean()
  }

  @Test func `Without views the next command answers as before`() throws {
    let bench = try Bench.full()
    let questions = [
      ["organisatie", "lijst", "--json"], ["beleid", "lijst", "--json"], ["beleid", "toon", "gedragscode", "--json"],
      ["instemming", "lijst", "--json"], ["key", "list", "--json"], ["status", "--json"],
    ]
    let before = try questions.map { try bench.inLedger($0, als: "secretariaat").orThrow().output }
    try FileManager.default.removeItem(at: try bench.views(of: bench.ledger).deletingLastPathComponent())
    let after = try questions.map { try bench.inLedger($0, als: "secretariaat").orThrow().output }
    #expect(before == after)
    try bench.inLedger("rebuild").orThrow()
    #expect(try questions.map { try bench.inLedger($0, als: "secretariaat").orThrow().output } == before)
    try bench.expectClean()
  }

  @Test func `Who reads while others build the views again is answered as ever`() throws {
    let bench = try Bench.full()
    let before = try bench.inLedger("organisatie", "lijst", "--json", als: "secretariaat").orThrow().output
    let shell = try #require(Executable.onPath("sh"))
    func loop(_ command: String) throws -> RunningProgram {
      try RunningProgram(
        shell,
        [
          "-c", "for i in 1 2 3 4 5 6 7 8; do \"$1\" \(command) --ledger \"$2\" || exit $?; done", "sh",
          Executable.waarborg.path, bench.ledger,
        ],
        environment: bench.environment, directory: bench.root)
    }
    let builders = try (0..<2).map { _ in try loop("rebuild --wacht 120") }
    let readers = try (0..<4).map { _ in try loop("organisatie lijst --json --als secretariaat --wacht 120") }
    for outcome in try readers.map({ try $0.finish() }) {
      #expect(outcome.exitCode == Exit.done && outcome.output == String(repeating: before, count: 8), "\(outcome)")
    }
    for outcome in try builders.map({ try $0.finish() }) { #expect(outcome.exitCode == Exit.done, "\(outcome)") }
    try bench.expectClean()
  }

  @Test func `A backup verifies and answers like the ledger it was made of`() throws {
    let bench = try Bench.full()
    try bench.inLedger("backup", bench.path("kopie")).orThrow()
    let result = try bench.verify(bench.path("kopie"))
    #expect(result.outcome.exitCode == Exit.done, "\(result.outcome)")
    let copy = try bench.run("log", "--json", "--ledger", bench.path("kopie"), "--als", "secretariaat")
    #expect(copy.output == (try bench.inLedger("log", "--json", als: "secretariaat").output))
  }

  @Test func `A checkpoint kept elsewhere is one that later ledgers still answer to, and another ledger does not`()
    throws
  {
    let bench = try Bench.founded()
    let kept = try bench.write(try bench.inLedger("checkpoint").orThrow().output, to: "controlepunt")
    try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat").orThrow()
    #expect(try bench.verify(nil, "--vertrouw", kept).outcome.exitCode == Exit.done)
    let other = try Bench()
    try other.run("key", "new", "griffie", "--rol", "griffier").orThrow()
    try other.run("init", other.ledger, "--origin", Bench.origin, "--organisatie", "Elders", "--als", "griffie")
      .orThrow()
    #expect(try other.verify(nil, "--vertrouw", kept).isFound)
  }
}
