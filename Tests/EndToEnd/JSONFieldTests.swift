import Foundation
import TestBench
import Testing

/// `--json=veld,veld`: only those members, of each document there is.
struct JSONFieldTests {
  private static let read = PreparedBench {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", als: "secretariaat").orThrow()
    return bench
  }

  @Test func `each object of a list has the fields that were asked for, in that order`() throws {
    let bench = try Self.read.toRead()
    let outcome = try bench.inLedger("log", "--json=event,position").orThrow()
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines.first?.hasPrefix(#"{"event":"#) == true, "\(outcome)")
    for (position, event) in try outcome.json().enumerated() {
      #expect(Set(event.keys) == ["event", "position"] && event["position"] as? Int == position)
    }
  }

  @Test(arguments: [
    (["status"], "origin"), (["show", "0"], "event"), (["termijnen"], "naam"), (["key", "list"], "kid"),
    (["doctor"], "verdict"), (["organisatie", "lijst"], "naam"), (["checkpoint"], "size"), (["verify"], "checks"),
  ])
  func `a field that there is is given alone, and one that there is not is refused with those there are`(
    words: [String], name: String
  ) throws {
    let bench = try Self.read.toRead()
    let whole = try bench.inLedger(words + ["--json"]).json()
    let chosen = try bench.inLedger(words + ["--json=\(name)"]).json()
    #expect(chosen.allSatisfy { Array($0.keys) == [name] } && chosen.count == whole.count, "\(words): \(whole)")
    guard let first = whole.first else { return }
    for wrong in ["\(name),onzin", "", "onzin"] {
      let outcome = try bench.inLedger(words + ["--json=\(wrong)"])
      #expect(outcome.exitCode == Exit.badInput && outcome.output.isEmpty, "\(outcome)")
      // What is noted beside it, as of a single registrar, comes before it.
      let last = try #require(outcome.errors.split(separator: "\n").last)
      let error = try #require(try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
      let remedy = try #require(error["remedy"] as? String)
      for known in first.keys { #expect(remedy.contains(known), "\(known) in \(remedy)") }
    }
  }

  @Test func `a wrong field of something to record is refused before it is recorded`() throws {
    let bench = try Bench.founded()
    try bench.expectNothingWritten {
      let outcome = try bench.inLedger("organisatie", "orgaan", "Raad", "--json=nummer", als: "secretariaat")
      #expect(outcome.exitCode == Exit.badInput && outcome.errors.contains("position,id,stream"), "\(outcome)")
    }
    let outcome = try bench.inLedger("organisatie", "orgaan", "Raad", "--json=position", als: "secretariaat").orThrow()
    #expect(outcome.output == "{\"position\":3}\n")
  }

  @Test(arguments: [
    ["log", "--onzin", "--json"], ["log", "--aantal", "veel", "--json=event"], ["show", "--json"], ["onzin", "--json"],
    ["--json", "log"],
  ])
  func `U19: what the parser refuses is JSON as well when JSON was asked for`(arguments: [String]) throws {
    let outcome = try Bench().run(arguments)
    #expect(outcome.exitCode == Exit.usage && outcome.output.isEmpty, "\(outcome)")
    let error = try #require(try JSONSerialization.jsonObject(with: Data(outcome.errorBytes)) as? [String: Any])
    #expect(error["code"] as? Int == 64 && error["kind"] as? String == "usage")
    #expect((error["message"] as? String)?.hasPrefix("fout") == false, "\(outcome)")
  }

  @Test func `behind -- it is a word like any other`() throws {
    let outcome = try Bench().run("show", "--", "--json=event")
    #expect(outcome.exitCode == Exit.usage && !outcome.errors.hasPrefix("{"), "\(outcome)")
  }
}
