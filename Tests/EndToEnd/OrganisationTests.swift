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

  @Test func `U4: the same function or holder twice is refused unless it is said twice`() throws {
    let bench = try Bench.founded()
    func organisatie(_ words: String...) throws -> Outcome {
      try bench.inLedger(["organisatie"] + words, als: "secretariaat")
    }
    try organisatie("functie", "Griffier", "--op", "2024-01-01").orThrow()
    expectRefusal(
      try bench.expectNothingWritten { try organisatie("functie", "griffier") }, Exit.refused,
      saying: "«Griffier» bestaat al: nummer 3, sinds 1 januari 2024", "--nog-een")
    try organisatie("orgaan", "Commissie bezwaar", "--op", "2024-01-01").orThrow()
    expectRefusal(
      try bench.expectNothingWritten { try organisatie("orgaan", "commissie  Bezwaar") }, Exit.refused,
      saying: "het orgaan «Commissie bezwaar» bestaat al: nummer 4, sinds 1 januari 2024", "--nog-een")
    try organisatie("orgaan", "Commissie bezwaar", "--nog-een").orThrow()
    // Beside another body it is another function, and what is abolished stands in nobody's way.
    try organisatie("orgaan", "Raad").orThrow()
    try organisatie("functie", "Griffier", "--orgaan", "raad").orThrow()
    try organisatie("functie", "Bode", "--op", "2020-01-01").orThrow()
    try organisatie("hef-op", "bode", "--op", "2021-01-01").orThrow()
    try organisatie("functie", "Bode", "--op", "2021-01-01").orThrow()
    try organisatie("functie", "Kamerbewaarder").orThrow()
    try organisatie("functie", "Kamerbewaarder", "--nog-een").orThrow()

    try organisatie("bekleed", "bode", "--naam", "Jan Jansen", "--op", "2022-01-01").orThrow()
    let again = try bench.expectNothingWritten {
      try organisatie("bekleed", "Bode", "--naam", "jan jansen", "--op", "2023-01-01")
    }
    expectRefusal(again, Exit.refused, saying: "bekleedt de functie al", "sinds 1 januari 2022", "--nog-een")
    #expect(!again.errors.lowercased().contains("jansen"), "\(again)")
    try organisatie("bekleed", "Bode", "--naam", "Jan Jansen", "--op", "2023-01-01", "--nog-een").orThrow()
    try organisatie("bekleed", "Bode", "--naam", "Piet Pieters", "--op", "2023-01-01").orThrow()
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
  }

  @Test func `U4, U5: what was recorded twice is corrected, and a person is named by name`() throws {
    let bench = try Bench.founded()
    func organisatie(_ words: String...) throws -> Outcome {
      try bench.inLedger(["organisatie"] + words, als: "secretariaat")
    }
    try organisatie("functie", "Griffier", "--op", "2024-01-01").orThrow()
    try organisatie("functie", "Griffier", "--op", "2024-01-01", "--nog-een").orThrow()
    expectRefusal(try organisatie("hef-op", "griffier"), Exit.badInput, saying: "niet eenduidig")
    try organisatie("corrigeer", "4", "--reden", "twee keer vastgelegd").orThrow()
    expectRefusal(
      try bench.expectNothingWritten { try organisatie("corrigeer", "4", "--reden", "nog eens") }, Exit.refused,
      saying: "ORG-CORRECTIE")
    expectRefusal(try organisatie("corrigeer", "1", "--reden", "x"), Exit.notFound, saying: "orgaan of functie")
    try organisatie("bekleed", "griffier", "--naam", "Ans Ingebeeld", "--op", "2024-01-01").orThrow()
    try organisatie("bekleed", "griffier", "--naam", "Piet Pieters", "--op", "2024-01-01").orThrow()
    expectRefusal(try organisatie("corrigeer", "3", "--reden", "x"), Exit.refused, saying: "ORG-CORRECTIE-VOLGORDE")
    expectRefusal(try organisatie("leg-neer", "griffier"), Exit.badInput, saying: "2 personen", "--persoon")
    let nobody = try bench.expectNothingWritten { try organisatie("leg-neer", "griffier", "--persoon", "Jan") }
    expectRefusal(nobody, Exit.notFound, saying: "heet zo", "organisatie lijst")
    try organisatie("leg-neer", "griffier", "--persoon", "ans ingebeeld", "--op", "2025-01-01").orThrow()
    let now = try organisatie("lijst").output
    #expect(now.contains("Piet Pieters") && !now.contains("Ingebeeld"), "\(now)")
    // Who comes back is the same person.
    try organisatie("bekleed", "griffier", "--naam", "Ans Ingebeeld", "--persoon", "Ans Ingebeeld").orThrow()
    let events = try bench.events("FunctieBekleed").compactMap { ($0["data"] as? [String: Any])?["persoon"] as? String }
    #expect(events.count == 3 && events[0] == events[2])
    // Who holds one function takes up another by name, and stays the same person.
    try organisatie("functie", "Bode", "--op", "2024-01-01").orThrow()
    try organisatie("bekleed", "bode", "--naam", "Jan Jansen", "--op", "2024-01-01").orThrow()
    try organisatie("functie", "Kamerbewaarder", "--op", "2024-01-01").orThrow()
    try organisatie(
      "bekleed", "kamerbewaarder", "--naam", "Jan Jansen", "--persoon", "jan jansen", "--op", "2024-02-01"
    ).orThrow()
    let held = try bench.events("FunctieBekleed").compactMap { ($0["data"] as? [String: Any])?["persoon"] as? String }
    #expect(held.count == 5 && held[3] == held[4] && held[3] != held[0], "\(held)")
    expectRefusal(
      try bench.expectNothingWritten {
        try organisatie("bekleed", "kamerbewaarder", "--naam", "X", "--persoon", "piet niemand", "--op", "2024-03-01")
      }, Exit.notFound, saying: "heet zo")
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
  }
}
