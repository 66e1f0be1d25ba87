import Foundation
import Governance
import Ledger
import Proefboek
import Testing

@testable import Publication

struct FeedTests {
  private func feed(day: String = "2026-11-21", _ change: (inout PublishedSubject) -> Void = { _ in }) throws -> String
  {
    var subject = try Proefonderwerp.subject(op: try CalendarDate(day))
    change(&subject)
    let source = try Proefbron.source(day: day, newest: "2026-11-21T09:00:00Z")
    return try #require(AtomFeed(subject, source)).text
  }

  private func ids(_ feed: String) -> [String] {
    feed.split(separator: "\n").filter { $0.contains("<id>") }.map { String($0) }
  }

  @Test func `a feed is as old as its last change, whatever day it is`() throws {
    let feed = try feed()
    #expect(feed.contains("\n  <updated>2026-03-29T01:30:00Z</updated>\n"))
    #expect(try self.feed(day: "2026-11-22") == feed)
  }

  @Test func `a feed without a change dates from the day publishing was set up`() throws {
    #expect(try feed { $0.changes = [] }.contains("<updated>2026-01-02T00:00:00Z</updated>"))
  }

  @Test func `two pages changed by one event are two entries, and an id never depends on what else there is`() throws {
    let all = try ids(feed())
    #expect(Set(all).count == 4)
    let fewer = try ids(feed { $0.changes?.removeLast() })
    #expect(fewer == Array(all.dropLast()))
    #expect(all.allSatisfy { $0.contains("urn:uuid:") && UUID(uuidString: String($0.suffix(41).prefix(36))) != nil })
  }

  @Test func `the same page twice for one event is a mistake that is found`() throws {
    #expect(throws: Failure.self) { try feed { $0.changes = $0.changes.map { $0 + $0.prefix(1) } } }
  }

  @Test func `what XML cannot hold is replaced, and what it takes for its own is escaped`() {
    #expect(Markup.escape("a\u{0}b\u{1B}\u{FFFE}") == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(Markup.escape("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
  }
}
