import Foundation
import TestBench
import Testing

/// Signing on another machine, by files, as it is typed: nothing is shared but what is carried over.
struct ApartTests {
  /// A code of conduct for which the works council was asked; its key is on another machine.
  private func asked() throws -> Elders {
    let bench = try Bench.founded()
    let text = try bench.write("# Gedragscode\nWij zijn eerlijk.\n", to: "code.md")
    try bench.type(
      "beleid ontwerp \(text) --kenmerk gc --titel Gedragscode --soort gedragscode --instemming vereist --wor d",
      als: "secretariaat"
    ).orThrow()
    try bench.type("instemming vraag gc --beweegredenen Oud --gevolgen Nieuw", als: "college").orThrow()
    return try Elders("ondernemingsraad", from: bench)
  }

  @Test func `U20: the consent of the works council goes by two files, and the receipt shows that it stands`() throws {
    let elders = try asked()
    let before = elders.here.snapshot()
    let made = try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    #expect(made.errors.contains("er is nog niets vastgelegd"), "\(made)")
    #expect(elders.here.snapshot() == before)

    let shown = try elders.there.run(
      ["concept", "toon", elders.there.path("concept.json"), "--stukken", elders.there.path("stukken")]
    ).orThrow()
    for words in ["InstemmingVerleend", "ondernemingsraad", "WOR art. 27", "Gedragscode", "de SHA-256 klopt"] {
      #expect(shown.output.contains(words), "\(words): \(shown)")
    }
    let saved = try FileManager.default.contentsOfDirectory(atPath: elders.there.path("stukken"))
    let texts = try saved.map { try String(contentsOfFile: elders.there.path("stukken/\($0)"), encoding: .utf8) }
    #expect(texts == ["# Gedragscode\nWij zijn eerlijk.\n"])

    try elders.sign().orThrow()
    let taken = try elders.takeUp(receipt: "ontvangst.json").orThrow()
    #expect(taken.errors.contains("InstemmingVerleend opgenomen als nummer 6"), "\(taken)")
    let received = try elders.there.run(["onderteken", "--ontvangst", elders.there.path("ontvangst.json")]).orThrow()
    #expect(received.errors.contains("nummer 6"), "\(received)")

    try elders.here.type("beleid stel-vast gc", als: "college").orThrow()
    try elders.here.inLedger("verify").orThrow()
    #expect(try elders.here.inLedger("beleid", "lijst").orThrow().output.contains("vastgesteld"))
  }

  @Test func `taking up twice changes nothing and gives the first place`() throws {
    let elders = try asked()
    try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    try elders.sign().orThrow()
    try elders.takeUp().orThrow()
    let before = elders.here.snapshot()
    let again = try elders.takeUp(receipt: "ontvangst.json").orThrow()
    #expect(again.errors.contains("al opgenomen als nummer 6"), "\(again)")
    #expect(elders.here.snapshot() == before)
    try elders.there.run(["onderteken", "--ontvangst", elders.there.path("ontvangst.json")]).orThrow()
  }

  @Test func `signing the same concept twice gives the same signature`() throws {
    let elders = try asked()
    try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    try elders.sign().orThrow()
    let again = try elders.sign(answer: "nogmaals.json").orThrow()
    #expect(again.errors.contains("hetzelfde antwoord"), "\(again)")
    try elders.takeUp().orThrow()
    #expect(try elders.takeUp("nogmaals.json").orThrow().errors.contains("al opgenomen als nummer 6"))
  }
}
