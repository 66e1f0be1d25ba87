import Foundation
import TestBench
import Testing

/// The organisation's own style, as the secretariat gives it.
struct HouseStyleTests {
  private let bench: Bench

  init() throws {
    bench = try Bench.publishing()
    try write(":root { --kleur-accent: #8b1a4b; }", "eigen.css")
  }

  private func write(_ css: String, _ name: String) throws {
    try Data(css.utf8).write(to: URL(fileURLWithPath: bench.path(name)))
  }

  private func manifest(_ options: String..., to place: String = "site") throws -> String? {
    let outcome = try bench.inLedger(["publiceer", bench.path(place), "--json"] + options, als: "secretariaat")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    return try outcome.json().last?["manifest"] as? String
  }

  private func last(_ key: String) throws -> String? {
    try bench.inLedger("publicatie", "lijst", "--json").json().first?[key] as? String
  }

  @Test func `a style holds on the next publication, is recorded, and ends when asked`() throws {
    let plain = try manifest()
    let styled = try manifest("--huisstijl", bench.path("eigen.css"))
    let recorded = try #require(try last("huisstijl"))
    #expect(styled != plain && bench.snapshot("site").files.keys.contains("stijl/huisstijl.css"))
    #expect(try manifest() == styled)
    #expect(try last("huisstijl") == recorded)
    #expect(try manifest("--huisstijl", "geen") == plain)
    #expect(try last("huisstijl") == nil && !bench.snapshot("site").files.keys.contains("stijl/huisstijl.css"))
    #expect(try manifest() == plain)
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
  }

  @Test func `a site does not lose its style unasked: elsewhere the file has to be given again`() throws {
    let styled = try manifest("--huisstijl", bench.path("eigen.css"))
    let refused = try bench.expectNothingWritten { try bench.publish(to: "elders") }
    #expect(refused.exitCode == Exit.usage && refused.errors.contains("--huisstijl BESTAND"), "\(refused)")
    #expect(try manifest("--huisstijl", bench.path("eigen.css"), to: "elders") == styled)
  }

  @Test(arguments: [
    (":root {\n  --kleur-accent: url(x);\n}", "regel 2"), ("@import \"x.css\";", "regel 1"), ("body {}", "regel 1"),
    (":root { --kleur-inkt: #aaaaaa; }", "--kleur-inkt op --kleur-papier heeft in het licht een contrast van 2,32"),
  ])
  func `anything else is refused before anything is written`(css: String, says: String) throws {
    try write(css, "fout.css")
    _ = try manifest()
    let refused = try bench.expectUntouched("site") {
      try bench.publish("--huisstijl", bench.path("fout.css"))
    }
    #expect(refused.exitCode == Exit.badInput && refused.errors.contains(says), "\(refused)")
  }
}
