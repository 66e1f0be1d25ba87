import Foundation
import TestBench
import Testing

/// Lists on a screen: the newest first, and what is longer than the screen through a pager.
struct PagerTests {
  /// A ledger with more events than a screen of ten lines.
  private static let long = PreparedBench {
    let bench = try Bench.founded()
    for number in 1...12 {
      try bench.inLedger("organisatie", "orgaan", "Raad \(number)", als: "secretariaat").orThrow()
    }
    return bench
  }

  private func shown(
    _ words: [String], _ environment: [String: String?], on bench: Bench
  ) throws -> (text: String, exitCode: Int32) {
    let session = try bench.typed(
      words + ["--ledger", bench.ledger], environment: environment.merging(["LINES": "10"]) { given, _ in given })
    let exitCode = session.finish()
    return (session.shown, exitCode)
  }

  private func numbers(_ lines: some Sequence<String>) -> [Int] {
    lines.compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
  }

  @Test func `log shows the newest first, and the newest so many`() throws {
    let bench = try Self.long.toRead()
    let size = try bench.inLedger("log", "--json").orThrow().lines.count
    #expect(try numbers(bench.inLedger("log").orThrow().lines) == Array((0..<size).reversed()))
    #expect(try numbers(bench.inLedger("log", "--aantal", "3").lines) == [size - 1, size - 2, size - 3])
    #expect(try numbers(bench.inLedger("log", "--aantal", "3", "--van", "2").lines) == [4, 3, 2])
    #expect(try numbers(bench.inLedger("log", "--aantal", "99", "--van", "\(size - 2)").lines) == [size - 1, size - 2])
    #expect(
      try numbers(bench.inLedger("log", "--gebeurtenis", "SleutelGeregistreerd", "--aantal", "2").lines) == [2, 1])
    let json = try bench.inLedger("log", "--json", "--aantal", "2").json().compactMap { $0["position"] as? Int }
    #expect(json == [size - 2, size - 1])
    let stream = try #require(try bench.inLedger("log", "--json", "--aantal", "1").json().first?["stream"] as? String)
    #expect(try numbers(bench.inLedger("log", "--stroom", stream).lines) == [size - 1])
  }

  @Test(arguments: ["0", "-1"]) func `log --aantal of nothing is refused`(count: String) throws {
    let bench = try Bench.founded()
    expectRefusal(try bench.inLedger("log", "--aantal", count), Exit.badInput, saying: "--aantal")
  }

  @Test(arguments: [["log"], ["organisatie", "lijst"]])
  func `a list that is longer than the screen goes through the pager, whole and alone`(_ words: [String]) throws {
    let bench = try Self.long.toRead()
    let plain = try shown(words, ["WAARBORG_PAGER": ""], on: bench)
    #expect(plain.exitCode == 0 && plain.text.split(separator: "\n").count > 10, "\(plain)")
    for pager in [["WAARBORG_PAGER": "sed 's/^/| /'", "PAGER": "false"], ["PAGER": "sed 's/^/| /'"]] {
      let paged = try shown(words, pager, on: bench)
      let lines = paged.text.split(separator: "\n", omittingEmptySubsequences: false)
      let marked = lines.filter { $0.hasPrefix("| ") }.map { String($0.dropFirst(2)) }
      #expect(paged.exitCode == 0 && marked.count > 10, "\(paged)")
      #expect(plain.text.contains(marked.joined(separator: "\n")), "\(paged)")
    }
  }

  @Test(arguments: [
    (["log", "--aantal", "3"], ["WAARBORG_PAGER": "sed s/^/@/"]),
    (["log", "--json"], ["WAARBORG_PAGER": "sed s/^/@/"]),
    (["log"], ["WAARBORG_PAGER": "", "PAGER": "sed s/^/@/"]),
    (["log"], ["WAARBORG_PAGER": "cat", "PAGER": "sed s/^/@/"]),
    (["log"], ["PAGER": "cat"]), (["log"], [:]), (["log"], ["WAARBORG_PAGER": "sed s/^/@/", "LINES": "400"]),
    (["log"], ["WAARBORG_PAGER": "/geen/zo/programma"]), (["show", "0"], ["WAARBORG_PAGER": "sed s/^/@/"]),
  ])
  func `what fits, what is for a program, and what nobody can page is printed as it is`(
    _ words: [String], _ environment: [String: String]
  ) throws {
    let bench = try Self.long.toRead()
    let outcome = try shown(words, environment, on: bench)
    #expect(outcome.exitCode == 0 && !outcome.text.contains("@"), "\(outcome)")
    let lines = try bench.inLedger(words).orThrow().lines
    for line in lines { #expect(outcome.text.contains(line.prefix(60)), "\(line) in \(outcome)") }
  }

  @Test func `outside a terminal there is no pager`() throws {
    let bench = try Self.long.toRead()
    let outcome = try bench.run(
      ["log", "--ledger", bench.ledger], environment: ["WAARBORG_PAGER": "sed s/^/@/", "LINES": "5"])
    #expect(outcome.exitCode == 0 && outcome.lines.count > 10 && !outcome.output.contains("@"), "\(outcome)")
  }

  @Test(arguments: ["true", "head -n 2", "exit 3"])
  func `a pager that is left early is no error`(pager: String) throws {
    let bench = try Self.long.toRead()
    let outcome = try shown(["log"], ["WAARBORG_PAGER": pager], on: bench)
    #expect(outcome.exitCode == 0 && !outcome.text.contains("fout"), "\(outcome)")
    #expect(outcome.text.split(separator: "\n").count <= 2, "\(outcome)")
  }

  @Test func `the program waits until the list has been read, also when it is slow`() throws {
    let bench = try Self.long.toRead()
    let list = try shown(["log"], ["WAARBORG_PAGER": "sleep 0.5; sed s/^/@/"], on: bench)
    #expect(list.exitCode == 0 && list.text.contains("@     0  "), "\(list)")
  }
}
