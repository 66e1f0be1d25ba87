import Governance
import LedgerCrypto

/// What stands around every page: whose site it is, what is on it, and of which state of the ledger it was made.
public struct Frame: Sendable {
  /// Whose site it is and the choices made for it.
  public let settings: SiteSettings
  /// The day the site is about.
  public let day: CalendarDate
  /// The number of events in the ledger it was made from.
  public let size: UInt64
  /// The root hash of those events.
  public let root: Digest
  /// The subjects on the site.
  public let subjects: [Subject]
  /// Whether nothing was recorded after that day; an earlier state says on every page that it is one.
  public let isPresent: Bool
  /// Whether the organisation has a style of its own.
  public let hasHouseStyle: Bool
  /// The picture in the header.
  public let mark: Mark
  /// How the organisation is called in the header.
  public let displayName: String

  /// The frame of a site.
  public init(
    settings: SiteSettings, day: CalendarDate, size: UInt64, root: Digest, subjects: [PublishedSubject],
    isPresent: Bool = true, hasHouseStyle: Bool = false,
    mark: Mark = .own, displayName: String? = nil
  ) {
    self.hasHouseStyle = hasHouseStyle
    self.mark = mark
    self.displayName = displayName ?? settings.organisatie
    self.isPresent = isPresent
    self.settings = settings
    self.day = day
    self.size = size
    self.root = root
    self.subjects = subjects.map {
      Subject(
        slug: $0.slug, title: $0.title, summary: $0.summary, legalBase: $0.legalBase, responsible: $0.responsible,
        policy: $0.policy, overview: $0.overview, changesPath: $0.changes == nil ? nil : $0.changesPath,
        isChecked: !$0.checked.isEmpty, lastChange: $0.changes?.map(\.recordedAt).max()?.date)
    }
  }

  /// The picture in the header.
  public struct Mark: Sendable, Hashable {
    /// Where it stands, without a slash at the start.
    public let path: String
    /// What kind of picture it is.
    public let mediaType: String

    /// The site's own.
    public static let own = Mark(path: "stijl/merk.svg", mediaType: "image/svg+xml")
  }

  /// What the frame says of a subject.
  public struct Subject: Sendable {
    /// Its word in addresses.
    public let slug: String
    /// How it is called.
    public let title: String
    /// What it is about.
    public let summary: String
    /// Under which law or regulation it is published.
    public let legalBase: String
    /// Who is responsible for it.
    public let responsible: String
    /// What the publication policy says about it.
    public let policy: [(heading: String, paragraphs: [String])]
    /// What the start page says of it.
    public let overview: Overview
    /// The page that tells what changed; nil when there is none.
    public let changesPath: String?
    /// Whether there is something of it that a reader can check.
    public let isChecked: Bool
    /// The day of the last change; nil when there was none.
    public let lastChange: CalendarDate?

    /// Its first page.
    public var path: String { "/\(slug)/" }
  }

  /// The subject that a page belongs to; nil for the pages about the site.
  func subject(of page: Page) -> Subject? { subjects.first { page.path.hasPrefix($0.path) } }
}
