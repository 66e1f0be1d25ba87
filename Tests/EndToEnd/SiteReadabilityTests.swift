import Foundation
import TestBench
import Testing

/// What the plugins themselves say on the site at level B1: names, titles and articles of law are the municipality's.
struct SiteReadabilityTests {
  @Test(arguments: [
    "publicatiebeleid", "zoeken", "controle", "nevenfuncties", "nevenfuncties/wijzigingen", "nevenfuncties/stand",
    "nevenfuncties/vergelijk", "regelingen", "regelingen/wijzigingen", "regelingen/vergelijk", "vertrouwenspersonen",
    "arbeidsinspectie", "arbeidsinspectie/wijzigingen",
  ])
  func `A page with running text reads at level B1`(page: String) throws {
    let html = try String(contentsOfFile: try Bench.gemeente().path("site/\(page)/index.html"), encoding: .utf8)
    let main = try #require(html.firstMatch(of: /<main.*<\/main>/.dotMatchesNewlines())).output
    let ease = try #require(ReadingEase(String(main), in: ["p"]))
    #expect(ease.sentences >= 4 && ease.score >= 60, "\(page): \(ease)")
  }
}
