import Foundation
import TestBench
import Testing

/// Bad texts, in each place where a person can type something that gets published.
struct BadTextTests {
  @Test(arguments: BadText.allCases)
  func `In every place it is taken as text, or refused with a message that says what was expected`(_ bad: BadText)
    throws
  {
    let attempts = try Bench.withBadTexts().attempts.filter { $0.text == bad }
    #expect(attempts.count >= Bench.publishedPlaces.count)
    for attempt in attempts where attempt.outcome.exitCode != Exit.done {
      #expect([Exit.badInput, Exit.refused].contains(attempt.outcome.exitCode), "\(attempt.outcome)")
      #expect(attempt.outcome.errors.hasPrefix("fout: ") && attempt.outcome.errors.count < 4000, "\(attempt.outcome)")
      #expect(!attempt.outcome.errors.unicodeScalars.contains("\u{202E}"), "\(attempt.outcome)")
    }
    let taken = attempts.filter { $0.outcome.exitCode == Exit.done }.count
    #expect([.long, .reversed].contains(bad) ? taken == 0 : taken > 6, "\(bad): \(taken) of \(attempts.count)")
  }

  @Test func `What was taken is published as harmless text: no element, attribute, link or formula came of it`() throws
  {
    let bench = try Bench.withBadTexts().bench
    let files = bench.snapshot("site").files
    var pages = 0
    for (name, bytes) in files {
      let text = String(decoding: (bytes ?? nil) ?? Data(), as: UTF8.self)
      #expect(!text.unicodeScalars.contains("\u{202E}"), "\(name)")
      guard name.hasSuffix(".html") || name.hasSuffix(".atom") || name.hasSuffix(".xml") else { continue }
      pages += text.contains("&lt;script&gt;") ? 1 : 0
      for danger in [
        "<script>alert", "<img src=x", "onmouseover=\"", "href=\"javascript:", "src=\"javascript:", "</title><!--",
        "]]> <",
      ] { #expect(!text.contains(danger), "\(danger) in \(name)") }
    }
    #expect(pages > 3)
    // Each text came in with the imported file, and stands in the data as it was typed.
    let table = try String(contentsOfFile: bench.path("site/v1/nevenfuncties.csv"), encoding: .utf8)
    #expect(table.contains("\"'=HYPERLINK") && table.contains("\"'-2+3"), "\(table)")
    for start in [";\"=", ";\"-2", "\n\"=", "\n\"-2"] { #expect(!table.contains(start), "\(start)") }
    try bench.expectClean()
  }
}
