import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Beleid
@testable import Zaken

/// Adopting a procedure, and which version holds on a day.
@Suite struct VaststellenTests {
  let boek: Procedureboek

  init() throws { boek = try Procedureboek() }

  @Test func `the version in force is the one that took effect last`() throws {
    try boek.stelVast(boek.bestand("klaagschrift", versie: "1"), op: "2026-12-01")
    try boek.stelVast(boek.bestand("klaagschrift", versie: "2"), op: "2027-03-01")
    try boek.stelVast(boek.bestand("bezwaar", versie: "9"), op: "2026-12-01")
    #expect(try boek.geldend("T-KLACHT", op: "2026-11-30") == nil)
    #expect(try boek.geldend("T-KLACHT", op: "2026-12-01") == "1")
    #expect(try boek.geldend("T-KLACHT", op: "2027-02-28") == "1")
    #expect(try boek.geldend("T-KLACHT", op: "2027-03-01") == "2")
    #expect(try boek.geldend("T-BEZWAAR", op: "2027-03-01") == "9")
    var audit = TimelineAudit(Procedureversie.self)
    #expect(try audit.faults(boek.boek) == [])
    #expect(try boek.boek.verify().ok)
  }

  @Test func `the file itself is kept and shown as it was adopted`() throws {
    try boek.stelVast(
      boek.bestand("klaagschrift", versie: "1") { $0.replacing("titel: Klacht", with: "titel: Eigen klacht") },
      op: "2026-11-21")
    let page = try boek.procedure("toon", "T-KLACHT")
    #expect(page.contains("Eigen klacht van een burger") && page.contains("vastgesteld"))
    #expect(page.contains("6 weken na 21 november 2026 = 2 januari 2027, zaterdag, dus 4 januari 2027: Atw art. 1"))
    let list = try boek.procedure("lijst")
    #expect(list.contains("T-KLACHT@1") && list.contains("gedragscode@1") && list.contains("P-18@"))
    #expect(try boek.procedure("lijst", "--json").contains(#""stand":"geldt""#))
  }

  @Test func `an adoption can be withdrawn or moved up to the day on which it takes effect`() throws {
    try boek.stelVast(boek.bestand("klaagschrift", versie: "1"), op: "2026-11-21")
    try boek.stelVast(boek.bestand("klaagschrift", versie: "2"), op: "2026-12-01")
    try boek.procedure(
      "corrigeer", "T-KLACHT@2", "--juiste-datum", "2026-12-15", "--reden", "later", "--als", "college")
    #expect(try boek.geldend("T-KLACHT", op: "2026-12-14") == "1")
    #expect(try boek.geldend("T-KLACHT", op: "2026-12-15") == "2")
    // The same day still counts, and the name is free again.
    try boek.procedure("corrigeer", "T-KLACHT@1", "--reden", "verkeerd bestand", "--als", "college")
    #expect(try boek.geldend("T-KLACHT", op: "2026-12-14") == nil)
    try boek.stelVast(boek.bestand("klaagschrift", versie: "1"), op: "2026-11-21")
    var audit = TimelineAudit(Procedureversie.self)
    #expect(try audit.faults(boek.boek) == [])
    boek.boek.clock.move(to: try Instant("2026-12-16T10:00:00Z"))
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-INGEGAAN")) {
      try boek.procedure("corrigeer", "T-KLACHT@2", "--reden", "toch niet", "--als", "college")
    }
  }

  @Test func `a procedure ends with the rule that it belongs to, until that turns out to be a mistake`() throws {
    try boek.stelVast(boek.bestand("klaagschrift", versie: "1"), op: "2026-11-21")
    let withdrawn = try boek.trekRegelingIn(op: "2027-09-01")
    #expect(try boek.geldend("T-KLACHT", op: "2027-08-31") == "1")
    #expect(try boek.geldend("T-KLACHT", op: "2027-09-01") == nil)
    #expect(try boek.procedure("lijst", "--op", "2027-09-01", "--alle").contains("vervallen: regeling ingetrokken"))
    var audit = TimelineAudit(Procedureversie.self)
    #expect(try audit.faults(boek.boek) == [])
    var correction = EventDraft(RegelingGecorrigeerd.self, stream: boek.regeling, effective: withdrawn.effective)
    correction[Correction.event] = withdrawn.id
    correction[RegelingGecorrigeerd.reden] = "vergissing"
    try boek.boek.append(correction, als: .college)
    #expect(try boek.geldend("T-KLACHT", op: "2027-09-01") == "1")
    #expect(try audit.faults(boek.boek) == [])
    #expect(try boek.boek.verify().ok)
  }

  @Test func `a procedure goes on when another version of its rule takes the place of the one withdrawn`() throws {
    try boek.stelVast(boek.bestand("klaagschrift", versie: "1"), op: "2026-11-21")
    try boek.trekRegelingIn(op: "2027-09-01", door: Document(bytes: Array("Versie 2.".utf8), mediaType: "text/plain"))
    #expect(try boek.geldend("T-KLACHT", op: "2027-09-01") == "1")
  }

  @Test func `what is refused says why, and nothing is written`() throws {
    let path = try boek.bestand("klaagschrift", versie: "1")
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-INGANG")) { try boek.stelVast(path, op: "2026-11-20") }
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-REGELING")) {
      try boek.procedure(
        "stel-vast", path, "--regeling", "gedragscode@1", "--historisch", "--bron", "Handboek", "--op", "2024-05-22",
        "--als", "secretariaat")
    }
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-VASTLEGGER")) {
      try boek.procedure("stel-vast", path, "--regeling", "gedragscode", "--orgaan", "college", "--als", "secretariaat")
    }
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-ORGAAN")) {
      try boek.procedure("stel-vast", path, "--regeling", "gedragscode", "--orgaan", "burgemeester", "--als", "college")
    }
    try boek.boek.expectRefusal(.anders(.notFound)) {
      try boek.procedure("stel-vast", path, "--regeling", "andere", "--als", "college")
    }
    try boek.stelVast(path, op: "2026-11-21")
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-VERSIE")) { try boek.stelVast(path, op: "2026-12-01") }
    let twin = try boek.bestand("klaagschrift", versie: "1b") {
      $0.replacing("\"1b\"", with: "\"1\"").replacing("Voorbeeldstad", with: "Elders")
    }
    try boek.boek.expectRefusal(.geweigerd("ZAAK-PROC-VERSIE")) { try boek.stelVast(twin, op: "2026-12-01") }
  }

  @Test func `a file with faults is not adopted: all of them are told, and nothing is written`() throws {
    let path = try boek.bestand("klaagschrift", versie: "1") {
      $0.replacing("vertrouwelijk: nee", with: "vertrouwelijk: no").replacing("naar: afgehandeld", with: "naar: weg")
    }
    for subcommand in ["controleer", "stel-vast", "toon"] {
      let failure = try boek.boek.expectRefusal(.anders(.badInput)) {
        if subcommand == "stel-vast" {
          try boek.stelVast(path, op: "2026-11-21")
        } else {
          try boek.procedure(subcommand, path)
        }
      }
      #expect(failure?.message.nl.hasSuffix("fouten") == true)
      #expect(boek.messages.written.contains("\(path):7:16: «no»; verwacht: ja of nee"))
      #expect(boek.messages.written.contains("de toestand «weg» bestaat niet"))
    }
  }

  @Test func `a file that is too large, a folder and a file that is not there are refused`() throws {
    let place = boek.boek.directory.url.deletingLastPathComponent()
    let large = place.appendingPathComponent("groot.yaml")
    try Data(repeating: UInt8(ascii: "#"), count: 10 << 20).write(to: large)
    try boek.boek.expectRefusal(.anders(.badInput)) { try boek.procedure("controleer", large.path) }
    #expect(boek.messages.written.contains("groot.yaml:1:1: een bestand van meer dan 1 MiB"))
    try boek.boek.expectRefusal(.anders(.badInput)) { try boek.procedure("controleer", place.path) }
    try boek.boek.expectRefusal(.anders(.notFound)) {
      try boek.procedure("controleer", place.appendingPathComponent("geen.yaml").path)
    }
    try boek.boek.expectRefusal(.anders(.notFound)) { try boek.procedure("toon", "P-99") }
  }

  @Test(arguments: Meegeleverd.bestanden.map(\.id))
  func `a procedure is shown as a page and as a drawing, the same each time`(_ id: String) throws {
    let page = try boek.procedure("toon", id, "--op", "2026-03-27")
    let procedure = try Proefprocedure(id).procedure
    for word in procedure.toestanden.map(\.id) + procedure.stappen.map(\.id) + procedure.termijnen.map(\.id) {
      #expect(page.replacing("\n", with: "").contains(word) || page.contains(String(word.prefix(8))), "\(word)")
    }
    let svg = Tekening(procedure).svg
    #expect(svg == Tekening(procedure).svg)
    #expect(!svg.contains("nan") && !svg.contains("inf "))
    let delegate = XMLCheck()
    #expect(delegate.isWellFormed(svg))
  }

  @Test func `a drawing is written once and overwrites nothing`() throws {
    let path = boek.boek.directory.url.deletingLastPathComponent().appendingPathComponent("p.svg").path
    try boek.procedure("toon", "P-01", "--svg", path)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<svg"))
    try boek.boek.expectRefusal(.anders(.badInput)) { try boek.procedure("toon", "P-01", "--svg", path) }
  }
}

/// Whether a text is one element of XML with everything closed in order.
private struct XMLCheck {
  func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for tag in text.matches(of: /<(\/?)([A-Za-z]+)([^<>]*)>/) {
      if tag.1 == "/" {
        guard open.popLast() == tag.2 else { return false }
      } else if !tag.3.hasSuffix("/") {
        open.append(tag.2)
      }
    }
    return open.isEmpty && text.matches(of: /&(?!amp;|lt;|gt;)/).isEmpty
  }
}
