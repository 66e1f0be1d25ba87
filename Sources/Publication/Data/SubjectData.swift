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
      [
        SiteFile(Paths.json(subject.slug), document.prettyText + "\n", mediaType: MediaType.json),
        SiteFile(
          Paths.schema(subject.slug), DatasetSchema(subject, source).json.prettyText + "\n", mediaType: MediaType.schema
        ),
        SiteFile(Paths.csv(subject.slug), CSV(subject.dataset, source.settings).bytes, mediaType: MediaType.csv),
      ] + (try AtomFeed(subject, source).map { [SiteFile(Paths.feed(subject.slug), try $0.text, mediaType: MediaType.atom)] } ?? [])
    }
  }

  /// Where the files stand.
  enum Paths {
    static func json(_ slug: String) -> String { "v1/\(slug).json" }
    static func schema(_ slug: String) -> String { "v1/\(slug).schema.json" }
    static func csv(_ slug: String) -> String { "v1/\(slug).csv" }
    static func feed(_ slug: String) -> String { "\(slug)/wijzigingen.atom" }
  }

  /// The data with what a reader must know about them.
  private var document: JSON {
    let checkpoint = source.checkpoint
    return [
      "schema": .string(source.settings.url("/" + Paths.schema(subject.slug))),
      "bijgewerkt": source.day.json,
      "bron": [
        "grootboek": .string(checkpoint.origin), "omvang": .int(Int64(checkpoint.size)),
        "wortel": .string(checkpoint.root.base64),
      ],
      "licentie": .string(source.settings.licence),
      "velden": .array(
        subject.dataset.columns.map { column in
          [
            "naam": .string(column.name), "kop": .string(column.heading), "betekenis": .string(column.meaning),
            "verplicht": .bool(column.isRequired),
          ]
        }),
      "gegevens": .array(subject.dataset.rows.map { row in .object(zip(subject.dataset.columns, row).map(member)) }),
    ]
  }

  private func member(_ column: Dataset.Column, _ value: JSON) -> JSON.Member {
    JSON.Member(column.name, column.published(value, source.settings))
  }
}

extension Dataset.Column {
  /// A value as it is published: a path becomes the whole address.
  func published(_ value: JSON, _ settings: SiteSettings) -> JSON {
    if case .path = kind, case .string(let path) = value { .string(settings.url(path)) } else { value }
  }
}
