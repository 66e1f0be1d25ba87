import Governance
import Ledger
import LedgerCrypto

/// The data files of one subject: JSON with its schema, CSV, and the feed of changes.
struct SubjectData {
  let subject: PublishedSubject
  let source: SiteSource

  init(_ subject: PublishedSubject, _ source: SiteSource) {
    self.subject = subject
    self.source = source
  }

  var files: [SiteFile] {
    get throws {
      var files = files(DataTable(subject)) + parts
      if let history = subject.history { files += self.files(DataTable(history, of: subject, source.publications)) }
      if let feed = AtomFeed(subject, source) {
        files.append(SiteFile(Paths.feed(subject.slug), try feed.text, mediaType: MediaType.atom))
      }
      return files
    }
  }

  private func files(_ table: DataTable) -> [SiteFile] {
    [
      SiteFile(
        Paths.json(table.name), document(table, rows: table.dataset.rows).prettyText + "\n", mediaType: MediaType.json),
      SiteFile(
        Paths.schema(table.name), DatasetSchema(table, source).json.prettyText + "\n", mediaType: MediaType.schema),
      SiteFile(Paths.csv(table.name), CSV(table.dataset, source.settings).bytes, mediaType: MediaType.csv),
    ]
  }

  /// Where the files stand.
  enum Paths {
    static func json(_ slug: String) -> String { "v1/\(slug).json" }
    static func schema(_ slug: String) -> String { "v1/\(slug).schema.json" }
    static func csv(_ slug: String) -> String { "v1/\(slug).csv" }
    static func history(_ slug: String) -> String { json(DataTable.historyName(slug)) }
    static func feed(_ slug: String) -> String { "\(slug)/wijzigingen.atom" }
  }

  /// The same rows in smaller files, each of the same form as the whole: together as large as it, whatever their number.
  private var parts: [SiteFile] {
    let table = DataTable(subject)
    guard let division = subject.dataset.division else { return [] }
    let rows = Dictionary(grouping: zip(division.words, subject.dataset.rows), by: \.0)
    return rows.sorted { $0.key < $1.key }.map { word, rows in
      SiteFile(
        String(division.path(of: word, in: subject.slug).dropFirst()),
        document(table, rows: rows.map(\.1)).prettyText + "\n",
        mediaType: MediaType.json)
    }
  }

  /// The data with what a reader must know about them.
  private func document(_ table: DataTable, rows: [[JSON]]) -> JSON {
    let checkpoint = source.checkpoint
    let dataset = table.dataset
    var members: [JSON.Member] = [
      .init("schema", .string(source.settings.url("/" + Paths.schema(table.name)))),
      .init("bijgewerkt", source.day.json),
      .init(
        "bron",
        [
          "grootboek": .string(checkpoint.origin), "omvang": .int(Int64(checkpoint.size)),
          "wortel": .string(checkpoint.root.base64),
        ]),
      .init("licentie", .string(source.settings.licence)),
      .init(
        "velden",
        .array(
          dataset.columns.map { column in
            [
              "naam": .string(column.name), "kop": .string(column.heading), "betekenis": .string(column.meaning),
              "verplicht": .bool(column.isRequired),
            ]
          })),
    ]
    if let publications = table.publications {
      members.append(
        .init(
          "publicaties",
          .array(publications.map { ["op": $0.publishedOn.json, "omvang": .int(Int64(clamping: $0.size))] })))
    }
    members.append(
      .init("gegevens", .array(rows.map { row in .object(zip(dataset.columns, row).map(member)) })))
    return .object(members)
  }

  private func member(_ column: Dataset.Column, _ value: JSON) -> JSON.Member {
    JSON.Member(column.name, column.published(value, source.settings))
  }
}

/// A table that is published as files of one name.
struct DataTable {
  let name: String
  let title: String
  let dataset: Dataset
  /// When the site was written before; nil for a table about one state.
  let publications: [EarlierPublication]?

  /// What a subject says now.
  init(_ subject: PublishedSubject) {
    (name, title, dataset, publications) = (subject.slug, subject.title, subject.dataset, nil)
  }

  /// What a subject said from when to when.
  init(_ history: History, of subject: PublishedSubject, _ publications: [EarlierPublication]) {
    name = Self.historyName(subject.slug)
    title = "\(subject.title): historie"
    dataset = history.dataset
    self.publications = publications
  }

  static func historyName(_ slug: String) -> String { "\(slug)-historie" }
}

extension Dataset.Column {
  /// A value as it is published: a path becomes the whole address.
  func published(_ value: JSON, _ settings: SiteSettings) -> JSON {
    if case .path = kind, case .string(let path) = value { .string(settings.url(path)) } else { value }
  }
}
