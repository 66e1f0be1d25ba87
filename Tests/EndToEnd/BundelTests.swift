import Foundation
import TestBench
import Testing

/// What leaves in a bundle, searched for in raw bytes.
struct BundelTests {
  /// The numbers of the events with something sealed, and of some without.
  private func numbers(_ bench: Bench) throws -> [String] {
    try bench.inLedger("log", "--json", als: "secretariaat").json().compactMap { $0["position"] as? Int }
      .flatMap { ["--gebeurtenis", String($0)] }
  }

  private func maak(_ bench: Bench, _ options: [String]) throws -> Outcome {
    try bench.inLedger(
      ["bundel", "maak", bench.path("bundel"), "--zip", bench.path("bundel.zip")] + numbers(bench) + options,
      als: "secretariaat")
  }

  private func bundel(of bench: Bench) -> [String] {
    ["bundel", "maak", bench.path("bundel"), "--eis", "AI-1.16", "--ledger", bench.ledger, "--als", "secretariaat"]
  }

  @Test func `Nothing that was withheld stands anywhere in a bundle, and all the rest checks out`() throws {
    let bench = try Bench.founded()
    try bench.record()
    try maak(bench, ["--weglaten", "niet-gevorderd=houder,naam,concept,toelichting,document"]).orThrow()
    let needles = Needles(Canary.all)
    try needles.expectNone(inFolder: bench.path("bundel"))
    needles.expectNone(in: try Data(contentsOf: URL(fileURLWithPath: bench.path("bundel.zip"))), "the zip")
    for place in ["bundel", "bundel.zip"] {
      let check = try bench.inLedger("bundel", "controleer", bench.path(place), "--grootboek")
      #expect(check.exitCode == Exit.done, "\(check)")
    }
  }

  @Test func `The search finds what is there: without grounds the inspectorate reads it`() throws {
    let bench = try Bench.founded()
    try bench.record()
    try maak(bench, []).orThrow()
    let names = try FileManager.default.subpathsOfDirectory(atPath: bench.path("bundel"))
    let all = names.compactMap { FileManager.default.contents(atPath: bench.path("bundel/\($0)")) }
    for word in [Canary.name, Canary.reason, Canary.draft, Canary.advice] {
      #expect(all.contains { !Needles([word]).found(in: $0).isEmpty }, "\(word)")
    }
  }

  @Test func `What was not judged has no tick, because a fault before it hides it`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("bundel", "maak", bench.path("bundel"), "--eis", "AI-1.16", als: "secretariaat").orThrow()
    try bench.write("veranderd", to: "bundel/data/matrix.csv")
    let check = try bench.inLedger("bundel", "controleer", bench.path("bundel"))
    #expect(check.exitCode == Exit.foundWanting && check.output.contains("✗ verpakking"), "\(check)")
    #expect(check.output.contains("! gebeurtenissen: niet beoordeeld") && !check.output.contains("✓"), "\(check)")
  }

  @Test func `Without a browser there is no PDF, which is said in one line and is no failure`() throws {
    let bench = try Bench.founded()
    let words = bundel(of: bench)
    let outcome = try bench.run(words, environment: ["PATH": "/nergens"])
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(outcome.errors.split(separator: "\n").filter { $0.contains("geen Chromium") }.count == 1, "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: bench.path("bundel.pdf")))
  }

  @Test func `A browser that fails leaves the bundle whole`() throws {
    let bench = try Bench.founded()
    try FileManager.default.createDirectory(atPath: bench.path("bin"), withIntermediateDirectories: true)
    try bench.write("#!/bin/sh\nexit 3\n", to: "bin/chromium")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bench.path("bin/chromium"))
    let words = bundel(of: bench)
    let outcome = try bench.run(words, environment: ["PATH": bench.path("bin")])
    #expect(outcome.exitCode == Exit.done && outcome.errors.contains("geen PDF gemaakt"), "\(outcome)")
    let left = try FileManager.default.contentsOfDirectory(atPath: bench.root.path).filter { $0.contains("pdf") }
    #expect(left == [])
    #expect(try bench.inLedger("bundel", "controleer", bench.path("bundel"), "--grootboek").exitCode == Exit.done)
  }

  @Test func `What stands where the PDF would come is left alone, and the bundle is refused before it is made`() throws
  {
    let bench = try Bench.founded()
    try bench.write("van iemand", to: "bundel.pdf")
    let outcome = try bench.inLedger("bundel", "maak", bench.path("bundel"), "--eis", "AI-1.16", als: "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "bestaat al")
    #expect(!FileManager.default.fileExists(atPath: bench.path("bundel")))
  }

  @Test func `A case is in no bundle, whoever asks for it`() throws {
    let bench = try Bench.metZaakToChange()
    let number = try #require(try bench.events("ZaakBijgewerkt").compactMap { $0["position"] as? Int }.first)
    let outcome = try bench.inLedger(
      "bundel", "maak", bench.path("bundel"), "--gebeurtenis", String(number), als: "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "besloten")
  }

  @Test func `What only a circle may read is in no bundle, not even with its fields withheld`() throws {
    let bench = try Bench.gemeente()
    let number = try #require(
      try bench.events("VertrouwelijkeMeldingGedaan").compactMap { $0["position"] as? Int }.first)
    let outcome = try bench.inLedger(
      "bundel", "maak", bench.path("belang"), "--gebeurtenis", String(number), "--weglaten",
      "niet-gevorderd=soort,omschrijving", als: "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "besloten")
  }
}
