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

  @Test func `A case is in no bundle, whoever asks for it`() throws {
    let bench = try Bench.metZaakToChange()
    let number = try #require(try bench.events("ZaakBijgewerkt").compactMap { $0["position"] as? Int }.first)
    let outcome = try bench.inLedger(
      "bundel", "maak", bench.path("bundel"), "--gebeurtenis", String(number), als: "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "besloten")
  }
}
