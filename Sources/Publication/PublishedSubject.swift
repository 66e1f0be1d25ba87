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
  /// Its data.
  public var dataset: Dataset
  /// What changed, latest first.
  public var changes: [Change]
  /// The page that tells them; nil when that is the subject's first page.
  public let changesPath: String?
  /// What a reader can check on `/controle/`.
  public var checked: [CheckedEntry]
  /// What the publication policy says about it: paragraphs of plain text under a heading.
  public var policy: [(heading: String, paragraphs: [String])]

  /// A subject.
  public init(
    slug: String, title: String, summary: String, legalBase: String, responsible: String, pages: PageStream,
    dataset: Dataset, changes: [Change], changesPath: String? = nil, checked: [CheckedEntry],
    policy: [(heading: String, paragraphs: [String])]
  ) {
    self.slug = slug
    self.title = title
    self.summary = summary
    self.legalBase = legalBase
    self.responsible = responsible
    self.pages = pages
    self.dataset = dataset
    self.changes = changes
    self.changesPath = changesPath
    self.checked = checked
    self.policy = policy
  }
}

/// Pages, made one after the other: a large subject is never in memory as a whole.
public struct PageStream: Sendable {
  private let make: @Sendable (_ page: (Page) throws -> Void) throws -> Void

  /// Pages that are made when they are asked for, each time alike.
  public init(_ make: @escaping @Sendable (_ page: (Page) throws -> Void) throws -> Void) { self.make = make }

  /// Pages that were made.
  public init(_ pages: [Page]) { make = { page in for made in pages { try page(made) } } }

  /// Gives each page in turn.
  public func forEach(_ body: (Page) throws -> Void) throws { try make(body) }
}

/// One page: what stands between the site's header and footer.
public struct Page: Sendable, Hashable {
  /// Its address below the site's root, with a slash at the end: `/nevenfuncties/functies/gemeentesecretaris/`.
  public let path: String
  /// Its title, unique on the site.
  public let title: String
  /// What it is about, in one sentence, for search engines.
  public let summary: String
  /// The way to it from the start page, without the page itself.
  public let trail: [Link]
  /// The content of `main`, as HTML that a template made.
  public let html: String
  /// The machine-readable form of the same, when there is one.
  public let alternates: [Alternate]
  /// Whether search engines may list it and the sitemap names it; earlier states and lapsed entries may not.
  public let isListed: Bool
  /// The regulation it rests on, where that is another than its subject's.
  public let legalBase: String?
  /// Who is responsible for what it says, where that is another than for its subject.
  public let responsible: String?

  /// A page.
  public init(
    path: String, title: String, summary: String, trail: [Link], html: String, alternates: [Alternate] = [],
    isListed: Bool = true, legalBase: String? = nil, responsible: String? = nil
  ) {
    self.path = path
    self.title = title
    self.summary = summary
    self.trail = trail
    self.html = html
    self.alternates = alternates
    self.isListed = isListed
    self.legalBase = legalBase
    self.responsible = responsible
  }

  /// A link to another page of the site.
  public struct Link: Sendable, Hashable {
    /// What it says.
    public let text: String
    /// Where it goes, below the site's root.
    public let path: String

    /// A link.
    public init(_ text: String, _ path: String) {
      self.text = text
      self.path = path
    }
  }

  /// The same content in another form.
  public struct Alternate: Sendable, Hashable {
    /// Its media type.
    public let mediaType: String
    /// How it is called.
    public let text: String
    /// Where it stands, below the site's root.
    public let path: String

    /// Another form.
    public init(_ mediaType: String, _ text: String, _ path: String) {
      self.mediaType = mediaType
      self.text = text
      self.path = path
    }
  }
}

/// A table of data as it is published: JSON with a schema, and CSV.
public struct Dataset: Sendable {
  /// What it holds, in one sentence.
  public let description: String
  /// Words to find it by.
  public let keywords: [String]
  /// Its columns.
  public let columns: [Column]
  /// Its rows; a missing value is null, and never means "none".
  public let rows: [[JSON]]

  /// A table.
  public init(description: String, keywords: [String], columns: [Column], rows: [[JSON]]) {
    self.description = description
    self.keywords = keywords
    self.columns = columns
    self.rows = rows
  }

  /// One column.
  public struct Column: Sendable, Hashable {
    /// What its values look like.
    public enum Kind: Sendable, Hashable {
      case text
      case day
      case number
      case truth
      /// One of these words.
      case code([String])
      /// An address below the site's root, published with the site's address before it.
      case path
    }

    /// Its name, lowerCamelCase.
    public let name: String
    /// Its heading in the CSV file and in the explanation.
    public let heading: String
    /// What it means, in one sentence.
    public let meaning: String
    /// What its values look like.
    public let kind: Kind
    /// Whether every row has a value.
    public let isRequired: Bool

    /// A column.
    public init(_ name: String, heading: String, meaning: String, _ kind: Kind, isRequired: Bool = false) {
      self.name = name
      self.heading = heading
      self.meaning = meaning
      self.kind = kind
      self.isRequired = isRequired
    }
  }
}

/// Something that changed, for the feed.
public struct Change: Sendable, Hashable {
  /// The event that recorded it: what makes its id stable.
  public let event: EventID
  /// The event's position.
  public let position: UInt64
  /// When it was recorded.
  public let recordedAt: Instant
  /// The day from which it holds.
  public let effective: ImpreciseDate
  /// What happened, in one sentence.
  public let title: String
  /// The page about it.
  public let path: String

  /// A change.
  public init(
    event: EventID, position: UInt64, recordedAt: Instant, effective: ImpreciseDate, title: String, path: String
  ) {
    self.event = event
    self.position = position
    self.recordedAt = recordedAt
    self.effective = effective
    self.title = title
    self.path = path
  }
}

/// One entry that a reader can check in the browser: what the site shows, and the event that says so.
///
/// `/controle/` compares each value with three places, which so have to agree with each other:
/// - **The event**: `shown` has the field's name and value as they were signed. A value that was erased or never given is
///   not in `shown` and not marked: nothing signed says what is not there.
/// - **The list**, the page `/<slug>/` and, when it goes on, the pages `/<slug>/pagina/<n>/` that it links to: on the
///   entry's `listPage`, one element for each value has `data-opgave="<id>"` and `data-veld="<field>"`, and as its whole text the value: a text as it is,
///   a date as `ImpreciseDate.text` says it, a truth as "ja" or "nee". Several elements may have the same mark; each has
///   to hold. Pages about an earlier state, or about one version, are not compared and may have other values.
/// - **The data**, `/v1/<slug>.json`: one row has the entry's id in the column `opgave`, and each value in the column that
///   has the field's name. A row that stands for no entry has null there.
///
/// What is marked and what has a row is an entry, and what is an entry has a row and is marked, unless it has no `listPage`
/// because it is not on the list any more; anything else fails the check by name. An entry that shows no value, as the fact that
/// there is nothing to report, has no mark and no row: of that only the event is checked. An id that is a UUID is that of the event's stream, or of the event: so no event can stand in for
/// another. `CheckedParts` says on which page each is checked.
public struct CheckedEntry: Sendable, Hashable {
  /// Its stable id, as in its address.
  public let id: String
  /// How it is called, as on the list.
  public let label: String
  /// Its page.
  public let path: String
  /// The event that holds what is shown.
  public let position: UInt64
  /// What the site shows: the name of the event's field, and the value in the event.
  public let shown: [Shown]
  /// The page of the list it is on; nil when it is in the data alone, as what ended and is still in the history.
  public let listPage: String?
  /// Whether it is on the list.
  public var isOnList: Bool { listPage != nil }

  /// One value that is shown.
  public struct Shown: Sendable, Hashable {
    /// The event's field.
    public let field: String
    /// How the field is called on the site.
    public let label: String
    /// The value, as the event has it.
    public let value: JSON

    /// A value.
    public init(field: String, label: String, value: JSON) {
      self.field = field
      self.label = label
      self.value = value
    }
  }

  /// An entry.
  public init(id: String, label: String, path: String, position: UInt64, shown: [Shown], listPage: String?) {
    self.id = id
    self.label = label
    self.path = path
    self.position = position
    self.shown = shown
    self.listPage = listPage
  }
}
