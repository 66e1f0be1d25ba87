import Foundation
import Publication
import TestBench
import Testing

/// Chromium at `/controle/`: presses the button, on a site as it is and on altered copies of it.
enum ControleBrowser {
  private static let python = Executable.repository.appendingPathComponent(".build-python/bin/python3")
  private static let script = Executable.repository.appendingPathComponent("Tests/Interop/browser/controle.py")

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

    /// What the page says of the entries with this name.
    func findings(of name: String) -> [String] { entries.filter { $0.name.contains(name) }.flatMap(\.findings) }
  }

  /// Writes a site and lets the browser check it, as it is or altered.
  static func check(_ files: [SiteFile], only: String = "") throws -> [Saying] {
    let bench = try Bench()
    let root = bench.root.appendingPathComponent("site")
    for file in files {
      let url = root.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    var environment = bench.environment.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    environment["WAARBORG_SCHERMAFDRUKKEN"] = ProcessInfo.processInfo.environment["WAARBORG_SCHERMAFDRUKKEN"]
    let outcome = try RunningProgram(
      python, [script.path, root.path, "--only", only], environment: environment, directory: bench.root
    ).finish().orThrow()
    return try outcome.lines.map { try JSONDecoder().decode(Saying.self, from: Data($0.utf8)) }
  }
}
