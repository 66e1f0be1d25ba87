import Governance
import Ledger
import LedgerCrypto
import Publication
import Testing

/// What the public site shows of one plugin of a test ledger.
public struct Proefsite {
  /// The subject as the plugin gives it.
  public let subject: PublishedSubject
  /// Each page in its frame.
  public let pages: [(page: Page, html: String)]
  /// The files beside them.
  public let files: [SiteFile]

  /// What an organisation chose.
  public static let settings = SiteSettings(
    organisatie: "Gemeente Voorbeeld", origin: "ledger.gemeente.example", address: "https://gemeente.example/register",
    contact: "integriteit@gemeente.example", securityContact: "mailto:veilig@gemeente.example", robots: .toestaan,
    licence: "https://creativecommons.org/publicdomain/zero/1.0/")

  /// What a plugin publishes about a day; nil when that is nothing.
  public static func publish(
    _ plugin: any PublishingPlugin, _ reading: Reading, on day: String
  ) throws -> PublishedSubject? {
    try plugin.publish(
      PublicationRequest(
        views: reading.views, filter: reading.filter, settings: settings, day: try CalendarDate(day)))
  }

  /// The site of a plugin about a day. What it opens is lent, so everything is made at once.
  /// - Throws: When nothing is published.
  public init(_ plugin: any PublishingPlugin, of boek: Proefboek, on day: String) throws {
    self = try boek.read { reading in
      let subject = try #require(try Self.publish(plugin, reading, on: day))
      let frame = Frame(
        settings: Self.settings, day: try CalendarDate(day), size: 12, root: SHA256.hash("wortel"),
        subjects: [subject])
      let layout = try Layout()
      let pages = try subject.pages.all(reading: reading.filter).map { page in
        (page, String(decoding: try layout.render(page, frame: frame), as: UTF8.self))
      }
      var files: [SiteFile] = []
      try subject.files.forEach(reading: reading.filter) { files.append($0) }
      return Proefsite(subject: subject, pages: pages, files: files)
    }
  }

  private init(subject: PublishedSubject, pages: [(page: Page, html: String)], files: [SiteFile]) {
    (self.subject, self.pages, self.files) = (subject, pages, files)
  }

  /// What a page says, without its frame; nil when there is none at this address.
  public subscript(path: String) -> String? {
    pages.first { $0.page.path == path }.map { $0.page.opening + $0.page.html + $0.page.rail }
  }

  /// The addresses where something stood that is gone.
  public var gone: [String] { pages.filter(\.page.isGone).map(\.page.path) }

  /// Everything that leaves, as text: pages, files, data, changes and what can be found.
  public var alles: String {
    let rows = subject.dataset.rows.flatMap { $0.map(\.text) }
    let changes = (subject.changes ?? []).map(\.title) + subject.findable.map { "\($0)" }
    let overview = subject.overview.html + subject.overview.news.map(\.html).joined()
    return pages.map { $0.html + $0.page.path }.joined() + rows.joined(separator: "\n")
      + changes.joined(separator: "\n")
      + overview + files.map { $0.path + String(decoding: $0.bytes, as: UTF8.self) }.joined() + "\(subject.checked)"
  }

  /// Every page is light, has a title and an address of its own, and stands below the subject's word.
  public func expectSound(sourceLocation: SourceLocation = #_sourceLocation) {
    for page in pages {
      #expect(page.html.utf8.count < 100_000, "\(page.page.path)", sourceLocation: sourceLocation)
    }
    #expect(Set(pages.map(\.page.title)).count == pages.count, sourceLocation: sourceLocation)
    #expect(Set(pages.map(\.page.path)).count == pages.count, sourceLocation: sourceLocation)
    #expect(pages.allSatisfy { $0.page.path.hasPrefix("/\(subject.slug)/") }, sourceLocation: sourceLocation)
  }

  /// What a reader can check is marked on the list with the value that was signed, and has a row with the same.
  public func expectCheckable(sourceLocation: SourceLocation = #_sourceLocation) throws {
    for entry in subject.checked {
      for shown in entry.shown {
        let mark = "data-opgave=\"\(entry.id)\" data-veld=\"\(shown.field)\">"
        let list = entry.listPage.flatMap { self[$0] } ?? ""
        #expect(
          list.contains(mark + (shown.value.string ?? "?") + "<") == entry.isOnList, "\(entry.id) \(shown)",
          sourceLocation: sourceLocation)
        let row = try #require(
          try kolom("opgave").firstIndex(of: .string(entry.id)), sourceLocation: sourceLocation)
        #expect(try kolom(shown.field)[row] == shown.value, sourceLocation: sourceLocation)
      }
    }
  }

  /// The values of one column.
  public func kolom(_ name: String) throws -> [JSON] {
    let index = try #require(subject.dataset.columns.firstIndex { $0.name == name })
    return subject.dataset.rows.map { $0[index] }
  }
}
