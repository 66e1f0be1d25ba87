import Foundation
import TestBench
import Testing

/// One row of `Tests/Fixtures/verify/gevallen.tsv`: a ledger, a proof or a bundle with one defect, and what must be found.
struct Controlegeval: Sendable, CustomTestStringConvertible {
  let name: String
  let words: String
  let exitCode: Int32
  /// Each as QUESTION/CHECK@POSITION.
  let findings: [String]

  var testDescription: String { "\(name): \(words)" }

  private static let folder = Executable.repository.appendingPathComponent("Tests/Fixtures/verify")

  /// The table.
  static let all: [Controlegeval] = {
    guard let text = try? String(contentsOf: folder.appendingPathComponent("gevallen.tsv"), encoding: .utf8) else {
      preconditionFailure("the table of fixtures is not there")
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let columns = line.split(separator: "\t").map(String.init)
      precondition(columns.count == 4, "four columns: \(line)")
      return Controlegeval(
        name: columns[0], words: columns[1], exitCode: Int32(columns[2]) ?? -1,
        findings: columns[3] == "-" ? [] : columns[3].split(separator: " ").map(String.init).sorted())
    }
  }()

  /// Where the fixtures are, and with which arguments each is checked; made once.
  private static let made: Result<(bench: Bench, arguments: [String: Made]), any Error> = Result {
    let bench = try Bench()
    Bench.removeAtExit(bench.root)
    try Python.run("../Fixtures/verify/maak.py", bench.path("gevallen"), on: bench).orThrow()
    let list = try Data(contentsOf: URL(fileURLWithPath: bench.path("gevallen/gevallen.json")))
    let made = try JSONDecoder().decode([Made].self, from: list)
    return (bench, Dictionary(uniqueKeysWithValues: made.map { ($0.name, $0) }))
  }

  private struct Made: Decodable {
    let name: String
    let kind: String
    let arguments: [String]
  }

  /// What `Tools/verify` says of each, by name; all of them at once, because starting it takes longer than the check.
  private static let verified: Result<[String: Verified], any Error> = Result {
    let (bench, _) = try made.get()
    let lines = try Python.run("../Fixtures/verify/allemaal.py", bench.path("gevallen"), on: bench).orThrow().lines
    let found = try lines.map { try JSONDecoder().decode(Verified.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
  }

  private struct Verified: Decodable, Sendable {
    let name: String
    let code: Int32
    let out: String
    let err: String
  }

  /// Checks it with `Tools/verify`.
  func verifier() throws -> Controleuitkomst {
    let found = try #require(try Self.verified.get()[name])
    return Controleuitkomst(
      Outcome(
        command: "Tools/verify, \(name)", exitCode: found.code, outputBytes: [UInt8](found.out.utf8),
        errorBytes: [UInt8](found.err.utf8), seconds: 0))
  }

  /// Checks it with the program.
  func program() throws -> Controleuitkomst {
    let (bench, list) = try Self.made.get()
    let commands = ["bewijs": ["prove", "--controleer"], "bundel": ["bundel", "controleer"]]
    let command = list[name].flatMap { commands[$0.kind] }
    // All of these have one origin and log key: on one machine the program would remember one ledger and refuse the others.
    return Controleuitkomst(
      try bench.run(
        (command ?? ["verify", "--ledger"]) + (try arguments()) + ["--json"],
        environment: ["XDG_STATE_HOME": bench.path("state-\(name)")]))
  }

  /// What is typed after the command.
  func arguments() throws -> [String] {
    let (bench, list) = try Self.made.get()
    return (list[name]?.arguments ?? []).map { $0.replacingOccurrences(of: "{}", with: bench.path("gevallen")) }
  }
}

/// What a check found, of the questions that both programs answer.
struct Controleuitkomst: Equatable, CustomStringConvertible {
  let exitCode: Int32
  /// Each as QUESTION/CHECK@POSITION.
  let findings: [String]
  /// The same with the events they name.
  let named: [String]
  private let told: String

  init(_ outcome: Outcome) {
    exitCode = outcome.exitCode
    told = outcome.description
    let checks = (try? outcome.json())?.first?["checks"] as? [String: [String: Any]] ?? [:]
    let found = ["bag", "log", "events", "vault"].flatMap { question in
      (checks[question]?["findings"] as? [[String: Any]] ?? []).map { finding in
        let position = (finding["position"] as? Int).map { "\($0)" } ?? "-"
        return ("\(question)/\(finding["check"] ?? "?")@\(position)", finding["event"] as? String ?? "-")
      }
    }
    findings = found.map(\.0).sorted()
    named = found.map { "\($0.0) \($0.1)" }.sorted()
  }

  static func == (left: Self, right: Self) -> Bool { left.exitCode == right.exitCode && left.named == right.named }

  var description: String { told }
}
