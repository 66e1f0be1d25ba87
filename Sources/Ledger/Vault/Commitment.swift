import LedgerCrypto

/// What an event brings into the vault: the rows that anyone can check without a key, because the event signs over them.
public struct VaultRows: Sendable {
  /// The event that brings them.
  public let event: EventID
  /// Its sealed fields.
  public var records: [SealedRecord]
  /// The documents it refers to.
  public var documents: [DocumentRecord]
  /// Keys: of what is sealed, or for who is admitted by it.
  public var keys: [WrappedKey]

  /// Rows of an event.
  public init(
    event: EventID, records: [SealedRecord] = [], documents: [DocumentRecord] = [], keys: [WrappedKey] = []
  ) {
    self.event = event
    self.records = records
    self.documents = documents
    self.keys = keys
  }

  /// Over all of them; nil when there are none.
  public var commitment: Commitment? {
    let rows =
      records.map(Commitment.Row.init) + documents.map(Commitment.Row.init)
      + keys.map { Commitment.Row($0, of: event.description) }
    return rows.isEmpty ? nil : Commitment(rows)
  }
}

/// The list of the rows that an event brings into the vault, each with the hash over the whole row; its digest is what the
/// event signs (`vlt`; README, The event).
///
/// The list stays when a row goes: then it says what was there and of which kind, and by nothing what it said, for in each
/// hash is something random: the salt of a disclosure, a nonce, a sealed box. A plain document's file is therefore not in
/// it: its name would tell the text to who guesses it. It is bound by the salted disclosure that refers to it.
public struct Commitment: Sendable, Hashable {
  /// In which table a row is.
  public enum Kind: String, Sendable, Hashable {
    /// A reference to a document.
    case document
    /// A sealed field.
    case sealed
    /// A wrapped key.
    case wrappedKey
  }

  /// One row.
  public struct Row: Sendable, Hashable {
    /// In which table it is.
    public let kind: Kind
    /// The field, or the key that is wrapped.
    public let name: String
    /// The data key of a field or document, nil for a plain one; the recipient of a wrapped key.
    public let key: String?
    /// Over the whole row, base64url.
    public let hash: String

    /// The row of a sealed field.
    public init(_ record: SealedRecord) {
      (kind, name, key) = (.sealed, record.field, record.sealing.key)
      hash = Self.hash(
        [Kind.sealed.rawValue, record.event, record.field, record.digest, record.sealing.key], record.body)
    }

    /// The row of a document.
    public init(_ document: DocumentRecord) {
      (kind, name, key) = (.document, document.field, document.sealing.key)
      hash = Self.hash(
        [
          Kind.document.rawValue, document.event, document.field, document.sealing.key,
          document.sealing == .plain ? nil : document.file.hex,
        ], [])
    }

    /// The row of a wrapped key that an event brings.
    public init(_ wrapped: WrappedKey, of event: String) {
      (kind, name, key) = (.wrappedKey, wrapped.key, wrapped.recipient)
      hash = Self.hash([Kind.wrappedKey.rawValue, event, wrapped.key, wrapped.recipient], wrapped.body)
    }

    fileprivate init?(_ line: Substring) {
      let parts = line.split(separator: " ", omittingEmptySubsequences: false)
      guard parts.count == 4, let kind = Kind(rawValue: String(parts[0])), parts.allSatisfy({ !$0.isEmpty }),
        Thumbprint.isDigest(String(parts[3])), kind != .wrappedKey || parts[2] != "-"
      else { return nil }
      self.kind = kind
      name = String(parts[1])
      key = parts[2] == "-" ? nil : String(parts[2])
      hash = String(parts[3])
    }

    /// What no two rows of a list have in common: of a wrapped key, for whom it is as well.
    fileprivate var place: [String] { [kind.rawValue, name] + (kind == .wrappedKey ? [key ?? "-"] : []) }

    fileprivate var line: String { "\(kind.rawValue) \(name) \(key ?? "-") \(hash)\n" }

    /// SHA-256 over the columns, each preceded by its length so that none can run into the next, and the body.
    private static func hash(_ columns: [String?], _ body: [UInt8]) -> String {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(columns.reduce(body.count) { $0 + ($1?.utf8.count ?? 0) + 5 })
      for column in columns {
        bytes.append(contentsOf: (column.map { String($0.utf8.count) } ?? "-").utf8)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: (column ?? "").utf8)
      }
      bytes.append(contentsOf: body)
      return Base64.url.encode(SHA256.hash(bytes).bytes)
    }
  }

  /// The rows, in the order of their lines.
  public let rows: [Row]
  /// A line for each row: its kind, its name, its key or `-`, and its hash, sorted by their bytes.
  public let text: String

  /// The list of some rows.
  public init(_ rows: [Row]) {
    let lines = rows.map { (row: $0, line: $0.line) }.sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }
    self.rows = lines.map(\.row)
    text = lines.map(\.line).joined()
  }

  /// Reads a list as it is kept; nil when it is none, or is written in another way.
  public init?(text: String) {
    guard text.hasSuffix("\n") else { return nil }
    var rows: [Row] = []
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      guard let row = Row(line) else { return nil }
      rows.append(row)
    }
    self.init(rows)
    guard self.text.utf8.elementsEqual(text.utf8), Set(rows.map(\.place)).count == rows.count else { return nil }
  }

  /// The wrapped keys it names, each once.
  public var keys: Set<String> { Set(rows.lazy.filter { $0.kind == .wrappedKey }.map(\.name)) }

  /// What an event signs over a list.
  public static func root(of text: String) -> Digest { SHA256.hash(Array(text.utf8)) }

  /// What the event signs.
  public var root: Digest { Self.root(of: text) }
}
