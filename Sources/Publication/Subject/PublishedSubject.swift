import Governance
import Ledger

/// One governance subject on the site: its pages, its data and what can be checked of it.
public struct PublishedSubject: Sendable {
  /// Its word in addresses, as `nevenfuncties`.
  public let slug: String
  /// How it is called on the site.
  public let title: String
  /// What it is about, in one plain sentence.
  public let summary: String
  /// The law or regulation it is published under.
  public let legalBase: String
  /// Who is responsible for what it says.
  public let responsible: String
  /// Its pages; all below `/<slug>/`.
  public var pages: PageStream
  /// Files beside its pages, below `/<slug>/`: none is a page, a script or a style.
  public var files: FileStream
  /// Its data.
  public var dataset: Dataset
  /// What changed, latest first; nil for a subject of which a change would tell about a person: it has no feed.
  public var changes: [Change]?
  /// The page that tells them; nil when that is the subject's first page.
  public let changesPath: String?
  /// What a reader can check on `/controle/`.
  public var checked: [CheckedEntry]
  /// What the publication policy says about it: paragraphs of plain text under a heading.
  public var policy: [(heading: String, paragraphs: [String])]
  /// What the start page says of it.
  public var overview: Overview
  /// What a reader can find by its name.
  public var findable: [Findable]
  /// What held from when to when; nil for a subject of which two days may not be laid side by side.
  public var history: History?

  /// A subject.
  public init(
    slug: String, title: String, summary: String, legalBase: String, responsible: String, pages: PageStream,
    dataset: Dataset, changes: [Change]?, changesPath: String? = nil, checked: [CheckedEntry],
    policy: [(heading: String, paragraphs: [String])], overview: Overview = Overview(), findable: [Findable] = [],
    history: History? = nil, files: FileStream = FileStream()
  ) {
    self.slug = slug
    self.title = title
    self.summary = summary
    self.legalBase = legalBase
    self.responsible = responsible
    self.pages = pages
    self.files = files
    self.dataset = dataset
    self.changes = changes
    self.changesPath = changesPath
    self.checked = checked
    self.policy = policy
    self.overview = overview
    self.findable = findable
    self.history = history
  }
}
