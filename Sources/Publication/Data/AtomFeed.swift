import Governance
import Ledger
import LedgerCrypto

/// What changed, as a feed (RFC 4287) that says the same as long as nothing does.
struct AtomFeed {
  let subject: PublishedSubject
  let changes: [Change]
  let source: SiteSource

  /// The most that a feed lists; what is older stands on the page of changes.
  static let mostEntries = 500

  /// The feed; nil for a subject that has none.
  init?(_ subject: PublishedSubject, _ source: SiteSource) {
    guard let changes = subject.changes else { return nil }
    self.changes = changes
    self.subject = subject
    self.source = source
  }

  var text: String {
    get throws {
      let settings = source.settings
      let entries = try entries
      let home = subject.changesPath ?? "/\(subject.slug)/"
      // Without a change yet the feed dates from the day publishing was set up, and not from today.
      let updated = changes.map(\.recordedAt).max()?.description ?? "\(source.since)T00:00:00Z"
      return """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl">

        """ + Markup.element("id", StableID.uuid("feed", source.checkpoint.origin, subject.slug))
          + Markup.element("title", "\(subject.title): wijzigingen")
          + Markup.element("subtitle", subject.summary)
          + Markup.element("updated", updated)
          + "  <author>\n" + Markup.element("name", settings.organisatie, indent: 4)
          + Markup.element("uri", settings.url("/"), indent: 4) + "  </author>\n"
          + link("self", MediaType.atom, "/" + SubjectData.Paths.feed(subject.slug))
          + link("alternate", MediaType.html, home)
          + Markup.element("rights", settings.licence) + entries.joined() + "</feed>\n"
    }
  }

  private var entries: [String] {
    get throws {
      var seen: Set<String> = []
      return try changes.prefix(Self.mostEntries).map { change in
        // One event may change several pages; each is an entry of its own, with an id that the event and the page give it.
        let id = StableID.uuid("entry", change.event.description, change.path)
        guard seen.insert(id).inserted else { throw SiteFault.twice("\(change.event) \(change.path)") }
        return "  <entry>\n" + Markup.element("id", id, indent: 4) + Markup.element("title", change.title, indent: 4)
          + Markup.element("updated", change.recordedAt.description, indent: 4)
          + "  " + link("alternate", MediaType.html, change.path)
          + Markup.element(
            "summary", "Geldt: \(change.effective.text.nl). Vastgelegd als nummer \(change.position).", indent: 4)
          + "  </entry>\n"
      }
    }
  }

  private func link(_ relation: String, _ mediaType: String, _ path: String) -> String {
    let address = Markup.escape(source.settings.url(path))
    return "  <link rel=\"\(relation)\" type=\"\(mediaType)\" href=\"\(address)\"/>\n"
  }
}

/// Identifiers that follow from what they identify, the same on every machine.
enum StableID {
  /// A UUID of version 8 (RFC 9562 section 5.8) from the SHA-256 over some words, as a URN.
  static func uuid(_ words: String...) -> String {
    var bytes = Array(SHA256.hash(words.map { "\($0.utf8.count):\($0)" }.joined()).bytes.prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let hex = Array(Hex.encode(bytes))
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
    return "urn:uuid:" + groups.joined(separator: "-")
  }
}
