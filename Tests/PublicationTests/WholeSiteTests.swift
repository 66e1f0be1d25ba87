import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Publication

struct WholeSiteTests {
  private func file(_ path: String, _ source: SiteSource) throws -> String? {
    let listed = try source.subjects.flatMap { try $0.pages.all() }.filter(\.isListed).map(\.path)
    return try WholeSiteData(source, listed: listed).files.first { $0.path == path }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func `security.txt expires within a year of the day the site is about`() throws {
    let text = try #require(try file(".well-known/security.txt", try Proefbron.source()))
    #expect(text.contains("Expires: 2027-11-20T00:00:00Z\n"))
    #expect(text.contains("Contact: https://gemeente.example/melden\n"))
    #expect(text.contains("Canonical: https://register.gemeente.example/.well-known/security.txt\n"))
  }

  @Test func `a site in a folder says so in robots.txt, and its security.txt belongs to the host`() throws {
    let source = try Proefbron.source(settings: Proefbron.settings(address: "https://gemeente.example/register"))
    #expect(
      try file("robots.txt", source)
        == "User-agent: *\nAllow: /register/\n\nSitemap: https://gemeente.example/register/sitemap.xml\n")
    #expect(
      try file(".well-known/security.txt", source)?
        .contains("Canonical: https://gemeente.example/.well-known/security.txt\n") == true)
  }

  @Test func `the sitemap names the pages that may be listed, with their whole address, and no other`() throws {
    let text = try #require(try file("sitemap.xml", try Proefbron.source()))
    #expect(text.contains("<loc>https://register.gemeente.example/proeven/een/</loc>"))
    #expect(!text.contains("oud"))
  }

  @Test func `more pages than one sitemap may have are in several, which the first names`() throws {
    let listed = (1...25).map { "/proeven/\($0 + 100)/" }
    let files = WholeSiteData(try Proefbron.source(), listed: listed).sitemaps(most: 10)
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(texts[0].contains("<sitemap><loc>https://register.gemeente.example/sitemap-3.xml</loc></sitemap>"))
    #expect(texts.map { $0.components(separatedBy: "<loc>").count - 1 } == [3, 10, 10, 5])
    #expect(texts[3].contains("<url><loc>https://register.gemeente.example/proeven/125/</loc></url>"))
  }

  @Test func `an earlier state has no security.txt, and no page that may be listed`() throws {
    let source = try Proefbron.source(day: "2026-11-20")
    #expect(!source.isPresent)
    #expect(try file(".well-known/security.txt", source) == nil)
    #expect(try file("robots.txt", source) == "User-agent: *\nDisallow: /\n")
    #expect(try file("sitemap.xml", source)?.contains("proeven") == false)
  }

  @Test func `a manifest reads back as it was written, and nothing else is one`() throws {
    let manifest = SiteManifest(["a/b.txt": SHA256.hash("een"), "c": SHA256.hash("")])
    #expect(SiteManifest(manifest.text) == manifest)
    let line = "\(SHA256.hash("een").hex)  "
    for wrong in [
      "", "\n", line, line + "\n", line + "../x\n", line + "/etc/passwd\n", line + "a//b\n", line + "A\n",
      line + "v1/manifest\n",
      manifest.text + manifest.text, String(manifest.text.dropLast()), manifest.text.replacing("  ", with: " *"),
      manifest.text.uppercased(), manifest.text + "\n",
    ] { #expect(SiteManifest(wrong) == nil, "\(wrong)") }
  }

  @Test(arguments: [
    ("/v1/x", "/proeven/een/", "", "/v1/x"), ("../../v1/x", "/proeven/een/", "", "/v1/x"),
    ("../", "/proeven/een/", "", "/proeven/"), ("..", "/proeven/een/", "", "/proeven/"), ("./", "/a/", "", "/a/"),
    ("een/", "/proeven/", "", "/proeven/een/"), ("", "/a/", "", "/a/"),
    ("/register/a/", "/404.html", "/register", "/a/"),
  ])
  func `a link leads where a browser would go`(link: String, page: String, base: String, target: String) {
    #expect(SiteCheck.resolve(link, from: page, base: base) == target)
  }

  @Test(arguments: ["../../../x", "//kwaad.example/", "javascript:alert(1)", "data:text/html,x", "http://a.example/"])
  func `a link that leaves the site leads nowhere`(link: String) {
    #expect(SiteCheck.resolve(link, from: "/proeven/een/", base: "") == nil)
    #expect(SiteCheck.resolve("/elders/", from: "/a/", base: "/register") == nil)
  }

  @Test func `a row that does not fit its columns is found`() throws {
    let whole = try Proefonderwerp.subject(op: try CalendarDate("2026-11-21"))
    for wrong: [JSON] in [
      [], [.null, .null, 1, "2026-04-03", .null, "actueel"], ["a", "elders", 1, "2026-04-03", .null, "actueel"],
      ["a", .null, "1", "2026-04-03", .null, "actueel"], ["a", .null, 1, "2026-02-30", .null, "actueel"],
      ["a", .null, 1, "2026-04-03", "ja", "actueel"], ["a", .null, 1, "2026-04-03", .null, "onbekend"],
    ] {
      var subject = whole
      subject.dataset = Dataset(
        description: "", keywords: [], columns: whole.dataset.columns, rows: whole.dataset.rows + [wrong])
      let failure = #expect(throws: Failure.self) { try SiteCheck.check(try Proefbron.source(subjects: [subject])) }
      #expect(failure?.message.nl.contains("rij \(whole.dataset.rows.count + 1)") == true)
    }
    #expect(throws: Never.self) { try SiteCheck.check(try Proefbron.source(subjects: [whole])) }
  }
}
