import Foundation
import TestBench
import Testing

/// The public site as the built program writes it, in a real browser: every check, on every kind of page.
@Suite(.enabled(if: Browser.isExpected, Browser.reason))
struct SiteBrowserTests {
  static let address = "https://register.voorbeeld.example/openbaar"

  /// A site with everything a list can say, in words that are long where Dutch is.
  private static let walk: Result<Browser.Walk, any Error> = Result {
    let bench = try Bench.gemeente()
    let site = bench.path("site")
    // The last publication is no part of what it shows: the root on paper is that of the checkpoint on the site.
    let shown = try String(contentsOfFile: site + "/controle/checkpoint", encoding: .utf8)
    let root = try #require(shown.split(separator: "\n").dropFirst(2).first)
    let statements = try bench.statements()
    let lapsed = statements.filter(\.isLapsed).flatMap { [$0.address, $0.address + "versies/1/"] }
    try #require(!lapsed.isEmpty)
    // What is longer than a first version with every field may need a second sheet.
    let short = statements.filter { $0.versions == 1 }.map(\.address) + ["/nevenfuncties/opgaven/*/versies/*"]
    return try Browser.walk(
      [site],
      [
        "--public", address, "--printed", String(root), "--scripted", "/controle/*", "/zoeken/", "*/vergelijk/",
        "--single",
      ] + short
        + ["--lapsed"] + lapsed, on: bench)
  }

  @Test func `Every check passes on every page`() throws {
    for finding in try Self.walk.get().findings {
      #expect(finding.findings.isEmpty, "\(finding.page) \(finding.check): \(finding.findings)")
    }
  }

  @Test func `Every check was made, on every kind of page`() throws {
    let walk = try Self.walk.get()
    #expect(Set(walk.findings.map(\.check)) == Set(BrowserFault.all.map(\.check)).union(["site"]))
    let opened = Set(walk.findings.filter { $0.check == "axe" }.map(\.page))
    for kind in [
      "/", "/404.html", "/controle/", "/nevenfuncties/", "/nevenfuncties/functies/", "/nevenfuncties/organisaties/",
      "/nevenfuncties/wijzigingen/", "/nevenfuncties/stand/", "/over/", "/publicatiebeleid/", "/toegankelijkheid/",
      "/correctie/", "/english/", "/zoeken/", "/nevenfuncties/vergelijk/", "/nevenfuncties/alles/",
    ] { #expect(opened.contains(kind), "\(kind) was not opened") }
    for kind in ["opgaven", "stand", "status", "functies", "wijzigingen"] {
      #expect(opened.contains { $0.hasPrefix("/nevenfuncties/\(kind)/") && $0 != "/nevenfuncties/\(kind)/" }, "\(kind)")
    }
    // The list of an earlier day is on the page of its year, so there are fewer pages than days on which it changed.
    #expect(walk.counted.pages > 40)
    print("axe \(walk.counted.axe): \(walk.counted.opened) of \(walk.counted.pages) pages in \(walk.counted.seconds) s")
  }

  @Test func `In the browser, every statement of the list is what was signed`() throws {
    let says = try #require(try Controle.check(Bench.gemeente().path("site"), only: "nothing", on: Bench()).first)
    #expect(says.outcome == "klopt", "\(says.sentence) \(says.general)")
    // Nothing is said of what was decided on and never published.
    #expect(says.entries.count == 12, "\(says.entries)")
    for entry in says.entries { #expect(entry.outcome == "klopt", "\(entry.name): \(entry.findings)") }
    #expect(says.complaints.isEmpty)
  }

  @Test(arguments: ["nevenfuncties/index.html", "v1/nevenfuncties.csv", "v1/nevenfuncties.json"])
  func `A page or file that was saved from it holds, entry by entry`(path: String) throws {
    let bench = try Bench()
    let site = try Bench.gemeente().path("site")
    let cases = try bench.write(
      "[{\"name\": \"x\", \"form\": \"bestand\", \"files\": [\"\(site)/\(path)\"]}]", to: "gevallen.json")
    let says = try #require(try Python.run("browser/bewaard.py", [site, cases], on: bench).orThrow().json().first)
    let outcomes = (says["entries"] as? [[String: Any]] ?? []).compactMap { $0["outcome"] as? String }
    #expect(outcomes.count { $0 == "klopt" } > 2, "\(says)")
    // What ended is in the data, and no longer on the list.
    #expect(outcomes.allSatisfy { $0 == "klopt" || $0 == "ouder" && path.hasPrefix("v1/") }, "\(says)")
  }

  @Test func `After an erasure, everything that is left still is what was signed`() throws {
    let site = try Bench.gemeenteAfterErasure().path("site")
    let says = try #require(try Controle.check(site, only: "nothing", on: Bench()).first)
    #expect(says.outcome == "klopt", "\(says.sentence) \(says.general)")
    #expect(says.entries.count == 11, "\(says.entries)")
    for entry in says.entries { #expect(entry.outcome == "klopt", "\(entry.name): \(entry.findings)") }
    #expect(says.complaints.isEmpty)
  }

  @Test(arguments: [
    "a byte of the payload", "a byte of a disclosure", "a value in the published data", "text of the list",
  ])
  func `With one byte changed, the page names the statement and what is wrong with it`(alteration: String) throws {
    let all = try Controle.check(Bench.gemeente().path("site"), only: alteration, on: Bench())
    let says = try #require(all.first { $0.alteration == alteration })
    #expect(says.outcome == "klopt-niet", "\(says)")
    let name = try #require(says.expected.entry)
    let words = try #require(says.expected.words?.first)
    let wrong = says.entries.filter { $0.outcome != "klopt" }
    #expect(wrong.map(\.name) == [name])
    #expect(wrong.flatMap(\.findings).contains { $0.contains(words) }, "\(wrong)")
  }
}

extension Bench {
  /// A public statement's page on the site.
  struct Statement {
    let address: String
    let isLapsed: Bool
    let versions: Int
  }

  /// The statements that have a page.
  func statements(in site: String = "site") throws -> [Statement] {
    let folder = path(site) + "/nevenfuncties/opgaven"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { id in
      Statement(
        address: "/nevenfuncties/opgaven/\(id)/",
        isLapsed: try String(contentsOfFile: "\(folder)/\(id)/index.html", encoding: .utf8).contains("is verwijderd"),
        versions: (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(id)/versies").count) ?? 0)
    }
  }
}
