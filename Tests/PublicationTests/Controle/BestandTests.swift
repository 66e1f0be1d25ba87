import Foundation
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

/// What a reader hears of a saved page or a file of data: which entries are what was signed, and which are not.
@Suite(.enabled(if: ControleBrowser.isExpected, ControleBrowser.reason))
struct BestandTests {
  typealias Case = BewaardBrowser.Case

  @Test(arguments: [
    "the page", "the data", "the table", "the table, dropped", "the table as Excel saves it", "with commas",
  ])
  func `Everything in a file of this site holds`(name: String) throws {
    let says = try Self.said(name)
    #expect(says.outcome == "klopt", "\(says.sentence) \(says.entries)")
    #expect(!says.entries.isEmpty)
    for entry in says.entries {
      #expect(entry.outcome == "klopt" && entry.text.hasPrefix("klopt: vastgelegd op 21 november 2026"), "\(entry)")
    }
    #expect(says.sentence.contains("klopt \(says.entries.count), klopt niet 0"))
  }

  @Test(arguments: ["page altered", "data altered", "table altered"])
  func `One value that was altered is named, and nothing else`(name: String) throws {
    let says = try Self.said(name)
    #expect(says.outcome == "klopt-niet")
    let wrong = says.entries.filter { $0.outcome != "klopt" }
    #expect(wrong.count == 1 && says.entries.first == wrong.first, "\(wrong)")
    let text = try #require(wrong.first).text
    #expect(text.contains("klopt niet") && text.contains("«Functie»: ondertekend is «Functie 2»"), "\(text)")
    #expect(!text.contains("Werkzaamheid"))
  }

  @Test func `A second row for an entry does not hide behind the first`() throws {
    let says = try Self.said("a row twice")
    #expect(says.entries.count { $0.outcome == "klopt-niet" } == 1, "\(says.entries)")
  }

  @Test func `An entry that the site does not know is called unknown`() throws {
    let says = try Self.said("unknown")
    #expect(says.outcome == "klopt-niet" && says.sentence.contains("onbekend 1"), "\(says.sentence)")
    #expect(says.entries.map(\.outcome) == ["onbekend"])
  }

  @Test func `What is no longer on the list, or was recorded after the file, is of an older version`() throws {
    let lapsed = try Self.said("lapsed")
    #expect(lapsed.entries.count { $0.outcome == "ouder" } == 1 && lapsed.sentence.contains("oudere versie 1"))
    #expect(lapsed.entries.first?.text.contains("staat niet meer op de lijst") == true, "\(lapsed.entries)")
    let older = try Self.said("older")
    #expect(older.entries.first?.outcome == "ouder")
    #expect(older.entries.first?.text.contains("wat nu geldt, is vastgelegd op 21 november 2026") == true)
    #expect(older.entries.first?.text.contains("«Functie»: ondertekend is «Functie 2»") == true)
  }

  @Test func `Fields that a file does not have are named`() throws {
    let says = try Self.said("some columns")
    #expect(says.outcome == "klopt")
    #expect(says.entries.first?.text.contains("niet in uw bestand: «Werkzaamheid», «Ingang», «Bezoldigd»") == true)
  }

  @Test(arguments: [
    ("empty", "geen lijst of gegevensbestand van deze site"), ("no page of this site", "geen lijst of gegevensbestand"),
    ("other data", "geen lijst of gegevensbestand"), ("broken data", "geen geldige JSON"),
    ("ten megabytes", "te groot"),
    ("bytes", "geen lijst of gegevensbestand"),
  ])
  func `What is no file of this site is called that`(name: String, words: String) throws {
    let says = try Self.said(name)
    #expect(says.outcome == "kan-niet" && says.sentence.contains(words), "\(says.sentence)")
    #expect(says.entries.isEmpty)
  }

  @Test func `Markup and scripts in a file are text, and become no part of the page`() throws {
    for name in ["page with markup", "table with markup", "names of the language"] {
      let says = try Self.said(name)
      #expect(!says.ran, "\(name)")
      #expect(says.outcome == "klopt-niet" || says.outcome == "kan-niet", "\(name): \(says.sentence)")
      // All that the browser may have to say is that it did not run what it read.
      #expect(says.complaints.allSatisfy { $0.contains("inline event handler violates") }, "\(says.complaints)")
    }
    #expect(try Self.said("table with markup").entries.contains { $0.name == "<img src=x onerror=window.ran=true>" })
  }

  @Test func `Nothing leaves the browser, and everyone can read what it says`() throws {
    for (name, says) in try Self.answers.get() {
      #expect(says.asked.isEmpty, "\(name): \(says.asked)")
      #expect(says.axe.isEmpty && says.wide.isEmpty, "\(name): \(says.axe) \(says.wide)")
    }
  }

  private static func said(_ name: String) throws -> BewaardBrowser.Saying { try #require(try answers.get()[name]) }

  private static let answers: Result<[String: BewaardBrowser.Saying], any Error> = Result {
    let world = try ControleWorld(12)
    // The last one is in the data, and no longer on the list.
    let all = try world.subject()
    let subject = try world.subject(lapsed: all.checked.count - 1)
    let site = try world.site(subject)
    return try BewaardBrowser.answers(site, try cases(site, subject.checked))
  }

  private static func cases(_ site: [SiteFile], _ entries: [CheckedEntry]) throws -> [Case] {
    func text(_ path: String) throws -> String {
      String(decoding: try BewaardWorld.bytes(path, of: site), as: UTF8.self)
    }
    func file(_ name: String, _ file: String, _ text: String, _ how: String = "choose") -> Case {
      Case(name: name, form: "bestand", files: [(file, Array(text.utf8))], how: how)
    }
    let page = try text("opgaven/index.html")
    let (second, lapsed) = (entries[1].id, try #require(entries.last).id)
    let rows = try text("v1/opgaven.csv").split(separator: "\r\n").map(String.init)
    // Without the one that lapsed: that is a case of its own.
    let listed = rows.filter { !$0.contains(lapsed) }
    func table(_ rows: [String]) -> String { rows.joined(separator: "\r\n") + "\r\n" }
    let excel = listed.map { row in
      row.replacing("\"2025-03-01\"", with: "1-3-2025").replacing(/"([^";,]*)"/) { "\($0.1)" }
    }
    let commas = listed.map { $0.replacing("\";\"", with: "\",\"").replacing("\";", with: "\",") }
    let few = listed.map { $0.split(separator: ";").prefix(2).joined(separator: ";") }
    let json = try text("v1/opgaven.json")
    let data = try JSON(parsing: Array(json.utf8))
    let current = (data["gegevens"]?.array ?? []).filter { $0["opgave"]?.string != lapsed }
    func altered(_ text: String) -> String { text.replacing("Functie 2", with: "Functie 2 en meer") }
    let hostile = "<img src=x onerror=window.ran=true><script>window.ran = true</script>"
    return [
      file("the page", "lijst.html", page), file("the data", "opgaven.json", JSON.array(current).text),
      file("the table", "opgaven.csv", table(listed + [";\"Zonder opgave\""])),
      file("the table, dropped", "opgaven.csv", table(listed), "drop"),
      file("the table as Excel saves it", "opgaven.csv", table(excel)),
      file("with commas", "opgaven.csv", table(commas)), file("some columns", "opgaven.csv", table(few)),
      file("page altered", "lijst.html", page.replacing("<bdi>Functie 2</bdi>", with: "<bdi>Functie twee</bdi>")),
      file("data altered", "opgaven.json", altered(JSON.array(current).text)),
      file("table altered", "opgaven.csv", altered(table(listed))),
      file("a row twice", "opgaven.csv", table(listed + [altered(try #require(listed.first { $0.contains(second) }))])),
      file("unknown", "opgaven.csv", "opgave;functie\r\n0192f0c1-2345-7abc-8def-0123456789ab;x\r\n"),
      file("lapsed", "opgaven.json", json),
      file(
        "older", "opgaven.json",
        altered(json.replacing(/"bijgewerkt": "[^"]*"/, with: "\"bijgewerkt\": \"2026-01-01\""))),
      file("empty", "leeg.csv", ""), file("no page of this site", "nieuws.html", "<!DOCTYPE html><p>Nieuws</p>"),
      file("other data", "anders.json", "{\"a\": [1, null, \"x\"]}"),
      file("broken data", "stuk.json", "{\"gegevens\": ["),
      file("ten megabytes", "groot.html", "<p>" + String(repeating: "x", count: 10_000_000)),
      Case(name: "bytes", form: "bestand", files: [("plaatje.png", (0...255).map { UInt8($0) })]),
      file(
        "page with markup", "lijst.html",
        page.replacing("<bdi>Functie 2</bdi>", with: "<bdi>\(hostile)</bdi>").replacing(
          "</main>", with: hostile + "</main>")),
      file("table with markup", "opgaven.csv", "opgave;functie\r\n<img src=x onerror=window.ran=true>;\(hostile)\r\n"),
      file(
        "names of the language", "lijst.html",
        "<p><b data-opgave=\"__proto__\" data-veld=\"constructor\">x</b><b data-opgave=\"\(second)\" data-veld=\"__proto__\">y</b>"
      ),
    ]
  }
}
