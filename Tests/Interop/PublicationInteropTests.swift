import Foundation
import Proefboek
import TestBench
import Testing

/// The public site as other people's software sees it; each check is also seen to find a mistake.
@Suite(.enabled(if: Python.isExpected, Python.reason))
struct PublicationInteropTests {
  /// What is checked, and a change after which it must fail: in which file, what becomes what.
  struct Check: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let text: String
    let other: String
    var testDescription: String { "\(name): \(text) → \(other)" }
  }

  static let names = ["json", "csv", "atom", "sitemap", "robots", "security", "openapi", "dcat", "html", "problem"]

  @Test(arguments: names)
  func `other software reads it and finds nothing wrong`(name: String) throws {
    let bench = try Bench()
    let site = try Proefsite(on: bench)
    let result = try Python.run("publication_check.py", name, site.folder, on: bench)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test(arguments: ["json", "csv", "atom", "sitemap", "openapi", "dcat", "html", "problem", "security"])
  func `also the site of the built program, with everything a list can say`(name: String) throws {
    let result = try Python.run("publication_check.py", name, Bench.gemeente().path("site"), on: Bench())
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test(arguments: ["json", "csv", "atom", "html"])
  func `also that of a ledger in which every bad text was typed in every place`(name: String) throws {
    let result = try Python.run("publication_check.py", name, Bench.withBadTexts().bench.path("site"), on: Bench())
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test(arguments: ["openapi", "dcat", "atom", "sitemap", "json", "html"])
  func `also when the site stands in a folder`(name: String) throws {
    let bench = try Bench()
    let site = try Proefsite(on: bench, adres: "https://gemeente.example/open/register")
    let result = try Python.run("publication_check.py", name, site.folder, on: bench)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test func `the awkward texts come out of the CSV file as they went in, but for the apostrophes`() throws {
    let bench = try Bench()
    let result = try Python.run("publication_check.py", "csv", try Proefsite(on: bench).folder, on: bench)
    let texts = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String])
    let wanted = Proefonderwerp.lastige.map { $0.replacingOccurrences(of: "'", with: "") }
    #expect(texts.map { $0.replacingOccurrences(of: "'", with: "") } == wanted)
    for text in texts {
      let first = text.drop { $0.isWhitespace }.unicodeScalars.first
      #expect(first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(text)")
    }
  }

  static let checks = [
    Check(name: "json", path: "v1/proeven.json", text: "\"actueel\"", other: "\"anders\""),
    Check(name: "json", path: "v1/proeven.json", text: "\"aantal\"", other: "\"getal\""),
    Check(name: "json", path: "v1/proeven/stand/deel-0.json", text: "\"actueel\"", other: "\"anders\""),
    Check(name: "json", path: "v1/proeven.schema.json", text: "\"integer\"", other: "\"integre\""),
    Check(name: "csv", path: "v1/proeven.csv", text: "\";", other: "\","),
    Check(name: "csv", path: "v1/proeven.csv", text: "\u{FEFF}", other: ""),
    Check(name: "csv", path: "v1/proeven.csv", text: "Pagina\";", other: ""),
    Check(name: "csv", path: "v1/proeven.csv", text: "a,'=1", other: "a,=1"),
    Check(name: "csv", path: "v1/proeven.csv", text: "\"'=", other: "\"="),
    Check(name: "atom", path: "proeven/wijzigingen.atom", text: "<updated>", other: "<updatet>"),
    Check(name: "atom", path: "proeven/wijzigingen.atom", text: "&amp;", other: "&"),
    Check(name: "atom", path: "proeven/wijzigingen.atom", text: "T01:30:00Z", other: ""),
    Check(name: "atom", path: "proeven/wijzigingen.atom", text: "rel=\"self\"", other: "rel=\"alternate\""),
    Check(name: "sitemap", path: "sitemap.xml", text: "<loc>https://", other: "<loc>"),
    Check(name: "sitemap", path: "sitemap.xml", text: "urlset", other: "urls"),
    Check(name: "robots", path: "robots.txt", text: "Allow", other: "Disallow"),
    Check(name: "security", path: ".well-known/security.txt", text: "Expires:", other: "Verloopt:"),
    Check(name: "security", path: ".well-known/security.txt", text: "Contact: https", other: "Contact: http"),
    Check(name: "openapi", path: "v1/openapi.json", text: "\"responses\"", other: "\"antwoorden\""),
    Check(name: "openapi", path: "v1/openapi.json", text: "proeven.schema.json\"\n", other: "elders.schema.json\"\n"),
    Check(name: "openapi", path: "v1/openapi.json", text: "\"email\"", other: "\"mail\""),
    Check(name: "dcat", path: "v1/dcat.jsonld", text: "dcat:theme", other: "dcat:thema"),
    Check(name: "dcat", path: "v1/dcat.jsonld", text: "dct:accessRights", other: "dct:rights"),
    Check(name: "dcat", path: "v1/dcat.jsonld", text: "dct:license", other: "dct:licence"),
    Check(name: "dcat", path: "v1/dcat.jsonld", text: "dcat:mediaType", other: "dcat:type"),
    Check(name: "html", path: "proeven/index.html", text: "</main>", other: ""),
    Check(name: "html", path: "proeven/index.html", text: "</p>", other: "</q>"),
    Check(name: "problem", path: "v1/404.json", text: "404", other: "\"404\""),
  ]

  @Test(arguments: checks)
  func `a mistake is found`(check: Check) throws {
    let bench = try Bench()
    let site = try Proefsite(on: bench)
    try site.alter(check.path, check.text, check.other)
    let result = try Python.run("publication_check.py", check.name, site.folder, on: bench)
    #expect(result.exitCode == 1, "\(result)")
  }
}
