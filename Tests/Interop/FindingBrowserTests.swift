import Foundation
import TestBench
import Testing

/// Searching and comparing on a site that the built program wrote, in a real browser and with a keyboard alone.
@Suite(.enabled(if: Browser.isExpected, Browser.reason))
struct FindingBrowserTests {
  private struct Outcome: Decodable {
    struct Search: Decodable {
      let says: String
      let names: [String]
      let addresses: [String]
      let elements: Int
      let letters: Bool
      let query: String?
      let focus: String
      let down: String
      let up: String
      let again: [String]
      let axe: [String]
    }

    struct Comparison: Decodable {
      let says: String
      let counts: [String: Int]
      let rows: [[String]]
      let axe: [String]
    }

    let searches: [Search]
    let comparisons: [Comparison]
    let complaints: [String]
    let foreign: [String]
  }

  private static let queries = [
    "griffier", "GRIFIER", "secretaris gemeente", "bestaatniet", "<img src=x onerror=alert(1)>", "stichting",
  ]

  private static let made: Result<Outcome, any Error> = Result {
    let year = String(try #require(Bench.day(0).split(separator: "-").first))
    let days = [
      ["2020-01-01", Bench.day(0), "gold"], ["\(year)-01-01", "\(year)-01-01", "gold"],
      ["2020-01-01", Bench.day(0), "stond"],
    ]
    let printed = try Python.run(
      "browser/finding.py",
      [try Bench.gemeente().path("site"), "--public", SiteBrowserTests.address] + queries.flatMap { ["--type", $0] }
        + days.flatMap { ["--compare", "nevenfuncties"] + $0 }, on: Bench()
    ).orThrow()
    return try JSONDecoder().decode(Outcome.self, from: Data(printed.output.utf8))
  }

  private func search(_ query: String) throws -> Outcome.Search {
    try Self.made.get().searches[try #require(Self.queries.firstIndex(of: query))]
  }

  @Test func `what is typed is found, with a slip and in any order, and the address keeps it`() throws {
    let exact = try search("griffier")
    #expect(exact.names.first == "Griffier" && exact.query == "griffier" && !exact.letters, "\(exact)")
    #expect(exact.says.hasSuffix("voor ‘griffier’"))
    let slip = try search("GRIFIER")
    #expect(slip.names.contains("Griffier"), "\(slip)")
    #expect(try search("secretaris gemeente").names.contains { $0.lowercased().contains("gemeentesecretaris") })
    for query in Self.queries { #expect(try search(query).again == search(query).names, "\(query)") }
  }

  @Test func `the arrow keys lead to what was found, and back`() throws {
    let found = try search("griffier")
    #expect(found.focus == "zoek" && found.down == found.names.first && found.up == "zoek", "\(found)")
  }

  @Test func `what is not there is said, and markup stays what was typed`() throws {
    #expect(try search("bestaatniet").says == "Niets gevonden voor ‘bestaatniet’")
    let markup = try search("<img src=x onerror=alert(1)>")
    #expect(markup.elements == 0 && markup.says.contains("<img src=x onerror=alert(1)>"), "\(markup)")
  }

  @Test func `every address that is found is a page of the site`() throws {
    let site = try Bench.gemeente().path("site")
    let base = try #require(URL(string: SiteBrowserTests.address)).path
    let found = try Self.queries.flatMap { try search($0).addresses }
    #expect(!found.isEmpty)
    for address in found {
      #expect(FileManager.default.fileExists(atPath: site + address.dropFirst(base.count) + "index.html"), "\(address)")
    }
  }

  @Test func `two days side by side show what came, went and became otherwise`() throws {
    let (all, same) = (try Self.made.get().comparisons[0], try Self.made.get().comparisons[1])
    #expect(!all.rows.isEmpty && all.rows.count == all.counts["Nieuw"], "\(all)")
    #expect(all.counts["Vervallen"] == 0 && all.rows.allSatisfy { $0.count == 4 && $0[1] == "Staat er niet" })
    #expect(same.rows.isEmpty && same.says.hasPrefix("Geen verschil tussen 1 januari"), "\(same)")
  }

  @Test func `a day before the first publication has no site to compare`() throws {
    let stood = try Self.made.get().comparisons[2]
    #expect(stood.rows.isEmpty && stood.says.lowercased().contains("deze site"), "\(stood)")
  }

  @Test func `nothing is asked of others, refused by the page's policy, or wrong for who cannot see it`() throws {
    let outcome = try Self.made.get()
    #expect(outcome.foreign.isEmpty && outcome.complaints.isEmpty, "\(outcome.foreign) \(outcome.complaints)")
    for found in outcome.searches { #expect(found.axe.isEmpty, "\(found.says): \(found.axe)") }
    for found in outcome.comparisons { #expect(found.axe.isEmpty, "\(found.says): \(found.axe)") }
  }
}
