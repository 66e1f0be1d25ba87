import Foundation
import Ledger
import Publication
import TestBench
import Testing

/// Chromium at `/controle/`: presses the button, on a site as it is and on altered copies of it.
enum ControleBrowser {
  private static let python = Executable.repository.appendingPathComponent(".build-python/bin/python3")
  private static let scripts = Executable.repository.appendingPathComponent("Tests/Interop/browser")

  /// Whether there is a browser. Where `WAARBORG_INTEROP` says `verplicht`, tests run without one too, and fail.
  static let isExpected =
    ProcessInfo.processInfo.environment["WAARBORG_INTEROP"] == "verplicht"
    || FileManager.default.isExecutableFile(atPath: python.path)
      && ["chromium", "chromedriver"].allSatisfy { Executable.onPath($0) != nil }

  static let reason: Comment = "no Chromium with chromedriver, or no selenium in .build-python: run Tools/test"

  /// What the page says of a site on which one thing was altered.
  struct Saying: Decodable, Sendable {
    struct Expected: Decodable, Sendable {
      let entry: String?
      let words: [String]?
      let general: [String]?
    }

    struct Entry: Decodable, Sendable {
      let name: String
      let outcome: String
      let findings: [String]
    }

    let alteration: String
    let expected: Expected
    let outcome: String
    let sentence: String
    let general: [String]
    let entries: [Entry]
    let complaints: [String]
    /// What axe finds on the page with its result, on a desk in the light and on a phone in the dark.
    let axe: [String]
    /// Widths at which the result does not fit.
    let wide: [Int]

    /// What the page says of the entries with this name.
    func findings(of name: String) -> [String] { entries.filter { $0.name.contains(name) }.flatMap(\.findings) }
  }

  /// What readers get to read who cannot check.
  struct Reader: Decodable, Sendable {
    struct File: Decodable, Sendable {
      let sentence: String
      let button: Bool
    }

    let withoutEd25519: String
    let withoutTruth: String
    let withoutHTTPS: String
    let fromDisk: File

    enum CodingKeys: String, CodingKey {
      case withoutEd25519 = "no Ed25519"
      case withoutTruth = "Ed25519 that accepts everything"
      case withoutHTTPS = "no https"
      case fromDisk = "from disk"
    }
  }

  /// Lets the browser check a site, as it is and altered.
  static func check(_ files: [SiteFile], only: String = "") throws -> [Saying] {
    // All alterations take long: two browsers have them between them.
    let parts = only.isEmpty ? ["0/2", "1/2"] : ["0/1"]
    return try run(files, parts.map { ["--only", only, "--part", $0] })
      .map { try JSONDecoder().decode(Saying.self, from: Data($0.utf8)) }
  }

  /// Opens a site as readers do who cannot check.
  static func reader(_ files: [SiteFile]) throws -> Reader {
    let lines = try run(files, [["--reader"]])
    return try JSONDecoder().decode(Reader.self, from: Data(try #require(lines.first).utf8))
  }

  private static func run(_ files: [SiteFile], _ runs: [[String]]) throws -> [String] {
    let bench = try Bench()
    let root = bench.root.appendingPathComponent("site")
    for file in files {
      let url = root.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    return try python("controle.py", runs.map { [root.path] + $0 }, on: bench)
  }

  /// The lines that one of the scripts prints; with several lists of arguments it runs as often at the same time.
  static func python(_ script: String, _ runs: [[String]], on bench: Bench) throws -> [String] {
    var environment = bench.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    for name in ["WAARBORG_SCHERMAFDRUKKEN", "WAARBORG_TEST_VOL"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    let running = try runs.map { arguments in
      try RunningProgram(
        python, [scripts.appendingPathComponent(script).path] + arguments, environment: environment,
        directory: bench.root)
    }
    return try running.map { try $0.finish() }.flatMap { try $0.orThrow().lines }
  }
}
