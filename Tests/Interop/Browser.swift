import Foundation
import TestBench
import Testing

/// Chromium, driven by the scripts in `browser`: it walks through a site and says what is wrong with each page.
enum Browser {
  /// Whether Chromium, its driver and the HTML checker are on this machine. Where `WAARBORG_INTEROP` says `verplicht`,
  /// tests run without them too, and fail.
  static let isExpected =
    Python.isExpected
    && (["chromium", "chromedriver", "tidy"].allSatisfy { Executable.onPath($0) != nil }
      || ProcessInfo.processInfo.environment["WAARBORG_INTEROP"] == "verplicht")

  static let reason: Comment = "no Chromium with chromedriver and tidy on this machine: run Tools/test"

  /// What was found, and how long it took.
  struct Walk: Sendable {
    let findings: [Finding]
    let counted: Counted
  }

  /// One check of one page.
  struct Finding: Decodable, Sendable, CustomTestStringConvertible {
    let site: String
    let page: String
    let check: String
    let findings: [String]

    var testDescription: String { "\(site) \(page) \(check)" }
  }

  /// The last line.
  struct Counted: Decodable, Sendable {
    let axe: String
    let chromium: String
    let pages: Int
    let opened: Int
    let seconds: Double
  }

  /// Walks through sites in one session: folders, or `folder#/address/` for one page.
  static func walk(_ sites: [String], _ options: String..., on bench: Bench) throws -> Walk {
    try walk(sites, options, on: bench)
  }

  /// Walks through sites in one session: folders, or `folder#/address/` for one page.
  static func walk(_ sites: [String], _ options: [String], on bench: Bench) throws -> Walk {
    let everything = ProcessInfo.processInfo.environment["WAARBORG_TEST_VOL"] != nil ? ["--all"] : []
    let pictures = ProcessInfo.processInfo.environment["WAARBORG_SCHERMAFDRUKKEN"]
    let outcome = try Python.run(
      "browser/walk.py", sites + options + everything, on: bench,
      environment: pictures.map { ["WAARBORG_SCHERMAFDRUKKEN": $0] } ?? [:]
    ).orThrow()
    let decoder = JSONDecoder()
    let last = try #require(outcome.lines.last)
    return Walk(
      findings: try outcome.lines.dropLast().map { try decoder.decode(Finding.self, from: Data($0.utf8)) },
      counted: try decoder.decode(Counted.self, from: Data(last.utf8)))
  }
}
