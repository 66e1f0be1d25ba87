import Foundation
import TestBench
import Testing

/// `waarborg prove --controleer`: one proof, checked without a ledger.
struct ProveCheckTests {
  /// What somebody outside has: a proof, the event, the log's key and the signer's card.
  private func handedOut(_ bench: Bench, event: String = "2") throws -> [String] {
    let proof = try bench.write(try bench.inLedger("prove", event).orThrow().output, to: "bewijs")
    let shown = try bench.write(try bench.inLedger("show", event, "--sd-jwt").orThrow().output, to: "gebeurtenis")
    let key = try bench.write(try bench.inLedger("checkpoint", "--vkey").orThrow().output, to: "log.vkey")
    let card = try bench.write(try bench.run("key", "show", "secretariaat", "--jwk").orThrow().output, to: "kaart")
    return ["prove", "--controleer", proof, "--sd-jwt", shown, "--sleutel", key, "--ondertekenaar", card]
  }

  @Test func `A proof holds where no ledger is, and the answer says of which log`() throws {
    let bench = try Bench.founded()
    let arguments = try handedOut(bench)
    try FileManager.default.removeItem(atPath: bench.ledger)
    let result = try bench.run(arguments)
    #expect(result.exitCode == Exit.done, "\(result)")
    #expect(result.lines.count == 4, "\(result)")
    #expect(result.lines.last?.contains("\(Bench.origin), 3 gebeurtenissen") == true, "\(result)")
  }

  @Test func `The log's key may be typed as it is`() throws {
    let bench = try Bench.founded()
    var arguments = try handedOut(bench)
    let key = try String(contentsOfFile: arguments[6], encoding: .utf8).trimmingCharacters(in: .newlines)
    arguments[6] = key
    #expect(try bench.run(arguments).exitCode == Exit.done)
  }

  @Test func `An event that is not the one of the proof is found, in words and as JSON`() throws {
    let bench = try Bench.founded()
    var arguments = try handedOut(bench)
    arguments[4] = try bench.write(try bench.inLedger("show", "1", "--sd-jwt").orThrow().output, to: "andere")
    let result = try bench.run(arguments)
    #expect(result.exitCode == Exit.foundWanting, "\(result)")
    #expect(result.output.contains("inclusion") && result.output.contains("nummer 2"), "\(result)")
    let json = try #require(try bench.run(arguments + ["--json"]).json().first)
    #expect(json["ok"] as? Bool == false)
    let checks = try #require(json["checks"] as? [String: [String: Any]])
    #expect(checks.keys.sorted() == ["events", "log", "vault"])
  }

  @Test(arguments: [
    ["prove"], ["prove", "2", "--controleer", "bewijs"], ["prove", "--controleer", "bewijs"],
    ["prove", "2", "--sleutel", "x"], ["prove", "--controleer", "bewijs", "--sd-jwt", "gebeurtenis"],
  ])
  func `What belongs together is asked together`(arguments: [String]) throws {
    #expect(try Bench.founded().inLedger(arguments).exitCode == Exit.usage)
  }

  @Test func `What is given to check with must be what it should be`() throws {
    let bench = try Bench.founded()
    let arguments = try handedOut(bench)
    for (index, text, exit) in [(2, "", Exit.badInput), (6, "geen sleutel", Exit.badInput), (8, "{}", Exit.badInput)] {
      var wrong = arguments
      wrong[index] = try bench.write(text, to: "verkeerd")
      let result = try bench.run(wrong)
      #expect(result.exitCode == exit && result.output.isEmpty && !result.errors.isEmpty, "\(result)")
    }
    for index in [2, 4, 6, 8] {
      var wrong = arguments
      wrong[index] = bench.path("er-niet")
      #expect(try bench.run(wrong).exitCode == Exit.notFound)
    }
  }
}
