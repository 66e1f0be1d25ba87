import Foundation
import TestBench
import Testing

/// Every citation of the source documents leads somewhere. Whether it carries what it is cited for, a reader must say.
@Suite(.enabled(if: Python.isExpected, Python.reason))
struct CitationTests {
  @Test func `The check finds each kind of bad citation, and no good one`() throws {
    let result = try Python.run("citations_check.py", "--self-test", on: Bench())
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test(.enabled(if: Brondocumenten.folder != nil, Brondocumenten.reason))
  func `Every citation leads to lines that are there, and the report has each beside what it is cited for`() throws {
    let bench = try Bench()
    let folder = try #require(Brondocumenten.folder)
    let report = bench.path("verwijzingen.md")
    let result = try Python.run(
      "citations_check.py", Executable.repository.path, folder, "--report", report, on: bench)
    #expect(result.exitCode == 0, "\(result)")
    let written = try String(contentsOfFile: report, encoding: .utf8)
    #expect(written.contains("- Sources/Governance/Roles/Rol.swift:"))
    #expect(written.contains("- Events/RegelingVastgesteld/v1.schema.json:"))
  }
}

/// The documents that the rules were taken from. They are no part of the project.
enum Brondocumenten {
  /// Their folder: what `WAARBORG_BRONNEN` names, there or not, else the one beside the checkout if it is there.
  static let folder: String? = {
    if let named = ProcessInfo.processInfo.environment["WAARBORG_BRONNEN"] { return URL(fileURLWithPath: named).path }
    let beside = Executable.repository.deletingLastPathComponent().appendingPathComponent("shared/seeds").path
    return FileManager.default.fileExists(atPath: beside) ? beside : nil
  }()

  static let reason: Comment = "the source documents are not here: name their folder in WAARBORG_BRONNEN"
}
