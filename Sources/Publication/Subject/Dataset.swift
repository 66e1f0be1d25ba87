import Ledger

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
  /// The smaller files that have the same rows between them; nil when there is only the whole.
  public let division: Division?

  /// A table.
  public init(
    description: String, keywords: [String], columns: [Column], rows: [[JSON]], division: Division? = nil
  ) {
    self.division = division
    self.description = description
    self.keywords = keywords
    self.columns = columns
    self.rows = rows
  }

  /// How a table is divided over files, `/v1/<slug>/<column>/<word>.json`: each row is in one of them.
  public struct Division: Sendable, Hashable {
    /// The column by which it is divided.
    public let column: String
    /// For each row, the word that its file is called by.
    public let words: [String]

    /// A division.
    public init(by column: String, words: [String]) {
      self.column = column
      self.words = words
    }

    /// Where the file of a word stands, below the site's root.
    public func path(of word: String, in slug: String) -> String { "/v1/\(slug)/\(column)/\(word).json" }
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
