import Foundation
import TestBench
import Testing

struct OrganisationTests {
  @Test func `Bodies, functions and who holds them come back in the list`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "orgaan", "College", "--rol", "college", als: "secretariaat").orThrow()
    try bench.inLedger("organisatie", "functie", "Secretaris", "--orgaan", "College", als: "secretariaat").orThrow()
    try bench.inLedger(
      "organisatie", "bekleed", "Secretaris", "--naam", "F. Fictief", "--op", "2024-11-13", als: "secretariaat"
    ).orThrow()
    let inside = try bench.inLedger("organisatie", "lijst", als: "secretariaat")
    #expect(inside.output.contains("College"), "\(inside)")
    #expect(inside.output.contains("F. Fictief"), "\(inside)")
    let outside = try bench.inLedger("organisatie", "lijst")
    #expect(outside.output.contains("Secretaris"), "\(outside)")
    #expect(!outside.output.contains("Fictief"), "\(outside)")
  }

  @Test func `Who laid a function down no longer holds it, but did on an earlier day`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", "--op", "2019-01-01", als: "secretariaat").orThrow()
    try bench.inLedger(
      "organisatie", "bekleed", "Griffier", "--naam", "G. Proef", "--op", "2020-01-01", als: "secretariaat"
    ).orThrow()
    try bench.inLedger("organisatie", "leg-neer", "Griffier", "--op", "2024-06-30", als: "secretariaat").orThrow()
    let now = try bench.inLedger("organisatie", "lijst", als: "secretariaat")
    #expect(!now.output.contains("G. Proef"), "\(now)")
    let then = try bench.inLedger("organisatie", "lijst", "--op", "2022-01-01", als: "secretariaat")
    #expect(then.output.contains("G. Proef"), "\(then)")
  }

  @Test func `A last day is tot en met, in lists, terms and JSON`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", "--op", "2024-01-01", als: "secretariaat").orThrow()
    try bench.inLedger(
      "organisatie", "bekleed", "Griffier", "--naam", "G. Proef", "--op", "2024-01-01", "--tot-en-met", "2060-01-31",
      als: "secretariaat"
    ).orThrow()
    try bench.inLedger(
      "organisatie", "mandaat-verleen", "--aan", "secretariaat", "--gebeurtenis", "OrgaanVastgelegd", "--tot-en-met",
      "2060-06-30", als: "college"
    ).orThrow()
    #expect(try bench.inLedger("organisatie", "lijst").orThrow().output.contains("t/m 30 juni 2060"))
    let listed = try bench.inLedger("organisatie", "lijst", "--json").orThrow().json()
    let holding = try #require((listed.first?["bekleed"] as? [[String: Any]])?.first)
    #expect(holding["totEnMet"] as? String == "2060-01-31" && holding["tot"] == nil)
    #expect(listed.last?["totEnMet"] as? String == "2060-06-30" && listed.last?["tot"] == nil)
    #expect(
      try bench.inLedger("termijnen").orThrow().output.contains("laatste dag in een functie, vooraf bepaald"))
    let unread = try bench.expectNothingWritten {
      try bench.inLedger(
        "organisatie", "bekleed", "Griffier", "--naam", "G. Proef", "--tot", "2060-01-31", als: "secretariaat")
    }
    #expect(unread.exitCode == Exit.usage, "\(unread)")
  }

  @Test func `What was recorded later was not known before`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "orgaan", "Commissie", "--op", "2019", als: "secretariaat").orThrow()
    let known = try bench.inLedger("organisatie", "lijst", "--bekend", "3", "--json")
    #expect(known.exitCode == Exit.done, "\(known)")
    #expect(known.lines.isEmpty, "\(known)")
    #expect(try bench.inLedger("organisatie", "lijst", "--bekend", "4", "--json").lines.count == 1)
  }

  @Test func `A mandate lets another role sign, until it is withdrawn`() throws {
    let bench = try Bench.founded()
    try bench.run("key", "new", "directie", "--rol", "teamleiderPO").orThrow()
    try bench.inLedger("key", "register", "directie", als: "secretariaat").orThrow()
    let before = try bench.inLedger("organisatie", "orgaan", "Commissie", als: "directie")
    expectRefusal(before, Exit.notPermitted, saying: "OrgaanVastgelegd")
    let given = try bench.inLedger(
      "organisatie", "mandaat-verleen", "--aan", "teamleiderPO", "--gebeurtenis", "OrgaanVastgelegd", "--json",
      als: "college")
    let mandate = try #require(try given.json().first?["stream"] as? String)
    let signed = try bench.inLedger("organisatie", "orgaan", "Commissie", als: "directie")
    #expect(signed.exitCode == Exit.done, "\(signed)")
    try bench.inLedger("organisatie", "mandaat-trek-in", mandate, als: "college").orThrow()
    let after = try bench.inLedger("organisatie", "orgaan", "Raad", als: "directie")
    expectRefusal(after, Exit.notPermitted, saying: "OrgaanVastgelegd")
  }

  @Test func `A dry run judges everything and writes nothing`() throws {
    let bench = try Bench.founded()
    let good = try bench.expectNothingWritten {
      try bench.inLedger("organisatie", "orgaan", "Commissie", "--dry-run", als: "secretariaat")
    }
    #expect(good.exitCode == Exit.done, "\(good)")
    #expect(good.errors.contains("niets geschreven"), "\(good)")
    let bad = try bench.inLedger("organisatie", "orgaan", "Commissie", "--dry-run", als: "ondernemingsraad")
    expectRefusal(bad, Exit.notPermitted, saying: "OrgaanVastgelegd")
  }

  @Test func `A recorded event says its place in the log and in its stream`() throws {
    let bench = try Bench.founded()
    let object = try #require(
      try bench.inLedger("organisatie", "orgaan", "Commissie", "--json", als: "secretariaat").json().first)
    #expect(object["position"] as? Int == 3)
    #expect(object["seq"] as? Int == 1)
    #expect(object["event"] as? String == "OrgaanVastgelegd")
    #expect(object["dry_run"] as? Bool == false)
  }
}
