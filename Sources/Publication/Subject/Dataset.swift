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
