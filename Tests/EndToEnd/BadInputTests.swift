import Foundation
import TestBench
import Testing

/// What a person types or hands over.
struct BadInputTests {
  private func refused(_ bench: Bench, _ arguments: [String], als key: String = "secretariaat") throws -> Outcome {
    try bench.expectNothingWritten { try bench.inLedger(arguments, als: key) }
  }

  // MARK: Documents

  @Test func `A document that is missing is not found`() throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["key", "register", bench.path("weg.jwk")])
    expectRefusal(outcome, Exit.notFound, saying: "weg.jwk", "bestaat niet")
  }

  @Test func `An empty document is refused`() throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["key", "register", try bench.write("", to: "leeg.jwk")])
    expectRefusal(outcome, Exit.badInput, saying: "leeg.jwk", "is leeg")
  }

  @Test func `A directory is no document`() throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["key", "register", bench.path("home")])
    expectRefusal(outcome, Exit.badInput, saying: "is een map")
  }

  @Test func `A document over 64 MiB is refused, and the limit is named`() throws {
    let bench = try Bench.founded()
    let path = try bench.write("", to: "groot.jwk")
    #expect(truncate(path, (64 << 20) + 1) == 0)
    let outcome = try refused(bench, ["key", "register", path])
    expectRefusal(outcome, Exit.badInput, saying: "67108865", "64 MiB")
  }

  @Test(arguments: ["geen json", "{}", #"{"kty":"OKP","crv":"Ed25519","x":"AAAA"}"#, "[1]", "{\"kty\":\"OKP\""])
  func `A file that is no public key of ours is refused`(text: String) throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["key", "register", try bench.write(text, to: "vreemd.jwk")])
    expectRefusal(outcome, Exit.badInput, saying: "vreemd.jwk", "key show NAAM --kaart")
  }

  // MARK: Dates

  @Test(arguments: [
    "2026-02-30", "2026-13-01", "2023-02-29", "overmorgen", "01/02/2026", "2026-2-3", "٢٠٢٦-٠١-٠١", " ",
  ])
  func `A date that does not exist is refused`(date: String) throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["organisatie", "orgaan", "Commissie", "--op=\(date)"])
    expectRefusal(outcome, Exit.badInput, saying: "--op")
  }

  @Test func `An imprecise date is refused where an exact one is needed`() throws {
    let bench = try Bench.founded()
    let mandate = ["organisatie", "mandaat-verleen", "--aan", "secretariaat", "--gebeurtenis", "OrgaanVastgelegd"]
    expectRefusal(
      try refused(bench, mandate + ["--op", "2024-11"], als: "college"), Exit.badInput, saying: "2024-11", "exacte dag")
    expectRefusal(try refused(bench, mandate + ["--van", "2024-11"], als: "college"), Exit.badInput, saying: "--van")
    let reading = try bench.inLedger("organisatie", "lijst", "--op", "2024")
    expectRefusal(reading, Exit.badInput, saying: "--op")
  }

  @Test func `Dates in the wrong order are refused by a rule that is named`() throws {
    let bench = try Bench.founded()
    let outcome = try refused(
      bench,
      [
        "organisatie", "mandaat-verleen", "--aan", "secretariaat", "--gebeurtenis", "OrgaanVastgelegd", "--van",
        "2026-12-31", "--tot-en-met", "2026-01-01",
      ], als: "college")
    expectRefusal(outcome, Exit.refused, saying: "ORG-MANDAAT-DUUR", "Awb 10:5", "Wat te doen")
  }

  @Test(arguments: ["eens", "2026-02-30", "2026-11-21T25:00:00Z", "-1", "1.5"])
  func `A moment of knowledge that is none is refused`(moment: String) throws {
    let bench = try Bench.founded()
    let outcome = try bench.inLedger("organisatie", "lijst", "--bekend=\(moment)")
    expectRefusal(outcome, Exit.badInput, saying: "--bekend")
  }

  // MARK: Text

  @Test(arguments: ["\u{07}", "\u{1B}[31m", "\n", "\r", "\t", "\u{85}", "\u{7F}"])
  func `Control characters are refused in text, and never reach the terminal`(character: String) throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["organisatie", "orgaan", "Comm\(character)issie"])
    expectRefusal(outcome, Exit.badInput, saying: "naam", "U+")
    for byte in outcome.errorBytes { #expect(byte >= 0x20 && byte != 0x7F || byte == 0x0A) }
  }

  @Test(arguments: [
    "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{061C}", "\u{200B}", "\u{FEFF}",
  ])
  func `Characters that turn text around or hide it are refused, and not repeated`(character: String) throws {
    let bench = try Bench.founded()
    let outcome = try refused(bench, ["organisatie", "orgaan", "Comm\(character)issie"])
    expectRefusal(outcome, Exit.badInput, saying: "naam", "U+")
    #expect(!outcome.errors.contains(character), "\(outcome)")
  }

  @Test func `Sealed text is held to the same characters`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", als: "secretariaat").orThrow()
    let outcome = try refused(bench, ["organisatie", "bekleed", "Griffier", "--naam", "A\u{202E}nna"])
    expectRefusal(outcome, Exit.badInput, saying: "naam", "U+202E")
  }

  @Test func `The organisation's name is held to the same characters when a ledger is founded`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.run(
      "init", bench.path("nieuw"), "--origin", Bench.origin, "--organisatie", "Gemeente\u{202E}", "--als",
      "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "organisatie", "U+202E")
    #expect(!FileManager.default.fileExists(atPath: bench.path("nieuw")))
  }

  @Test(arguments: ["", "   ", String(repeating: "x", count: 201)])
  func `Text that is empty or too long is refused`(text: String) throws {
    let bench = try Bench.founded()
    expectRefusal(try refused(bench, ["organisatie", "orgaan", text]), Exit.badInput, saying: "naam")
  }

  @Test func `The length of text is counted in code points, as the published schemas count`() throws {
    let bench = try Bench.founded()
    let one = "e" + String(repeating: "\u{0301}", count: 500)
    expectRefusal(try refused(bench, ["organisatie", "orgaan", one]), Exit.badInput, saying: "hoogstens 200")
  }

  @Test func `An event over 65,535 bytes is refused, and both sizes are named`() throws {
    let bench = try Bench.founded()
    let names = (0..<100).flatMap { ["--gebeurtenis", String(repeating: "\u{1F3DB}", count: 190) + String($0)] }
    let outcome = try refused(
      bench, ["organisatie", "mandaat-verleen", "--aan", "secretariaat"] + names, als: "college")
    expectRefusal(outcome, Exit.badInput, saying: "65535", "MandaatVerleend")
  }

  // MARK: References

  @Test(arguments: ["3", "99999999999999999999", "-1", "01a1fc3f-ff58-712d-8ea5-67addbd5f966", "onzin", "\u{1B}[2J"])
  func `An event that is not there is not found`(event: String) throws {
    let bench = try Bench.founded()
    let outcome = try bench.run(["show", "--ledger", bench.ledger, "--", event])
    #expect(outcome.exitCode == Exit.notFound || outcome.exitCode == Exit.usage, "\(outcome)")
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func `A function or mandate that is not there is not found`() throws {
    let bench = try Bench.founded()
    expectRefusal(
      try refused(bench, ["organisatie", "bekleed", "Griffier", "--naam", "A. Proef"]), Exit.notFound,
      saying: "«Griffier»", "organisatie lijst")
    expectRefusal(
      try refused(bench, ["organisatie", "mandaat-trek-in", "Mandaat/onzin"], als: "college"), Exit.notFound,
      saying: "geen mandaat")
  }

  @Test func `A stream that moved on meanwhile: of two that end the same body one is refused`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat").orThrow()
    let unit = try #require(try bench.inLedger("organisatie", "lijst", "--json").json().first?["stream"] as? String)
    let end = ["organisatie", "hef-op", unit, "--ledger", bench.ledger, "--als"]
    let running = [try bench.start(end + ["secretariaat"]), try bench.start(end + ["college"])]
    let outcomes = try running.map { try $0.finish() }.sorted { $0.exitCode < $1.exitCode }
    #expect(outcomes[0].exitCode == Exit.done, "\(outcomes[0])")
    expectRefusal(outcomes[1], Exit.refused, saying: "ORG-OPGEHEVEN", "opgeheven")
    #expect(try bench.inLedger("log", "--json").lines.count == 5)
  }
}
