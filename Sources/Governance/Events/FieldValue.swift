import Ledger
import LedgerCrypto

/// A Swift type that a field can hold, and how it is written in an event.
public protocol FieldValue: Sendable {
  /// The shape of a field of this type, when the field does not narrow it.
  static var defaultShape: FieldShape { get }
  /// Reads the value; nil when the JSON is not one.
  init?(json: JSON)
  /// The value as it is recorded.
  var json: JSON { get }
}

extension String: FieldValue {
  /// One line.
  public static var defaultShape: FieldShape { .text(most: 200) }
  /// Reads a text.
  public init?(json: JSON) {
    guard let text = json.string else { return nil }
    self = text
  }
  /// The text.
  public var json: JSON { .string(self) }
}

extension Bool: FieldValue {
  /// Yes or no.
  public static var defaultShape: FieldShape { .truth }
  /// Reads a truth value.
  public init?(json: JSON) {
    guard let value = json.bool else { return nil }
    self = value
  }
  /// The truth value.
  public var json: JSON { .bool(self) }
}

extension Int64: FieldValue {
  /// A count.
  public static var defaultShape: FieldShape { .number(0...1_000_000_000) }
  /// Reads a number.
  public init?(json: JSON) {
    guard let value = json.int else { return nil }
    self = value
  }
  /// The number.
  public var json: JSON { .int(self) }
}

extension Digest: FieldValue {
  /// A SHA-256.
  public static var defaultShape: FieldShape { .digest }
  /// Reads hexadecimal.
  public init?(json: JSON) {
    guard let text = json.string, let digest = try? Digest(hex: text) else { return nil }
    self = digest
  }
  /// Hexadecimal.
  public var json: JSON { .string(hex) }
}

extension ImpreciseDate: FieldValue {
  /// A date.
  public static var defaultShape: FieldShape { .date }
  /// Reads EDTF.
  public init?(json: JSON) {
    guard let text = json.string, let date = try? ImpreciseDate(text) else { return nil }
    self = date
  }
  /// EDTF.
  public var json: JSON { .string(description) }
}

extension CalendarDate: FieldValue {
  /// A day.
  public static var defaultShape: FieldShape { .day }
  /// Reads `YYYY-MM-DD`.
  public init?(json: JSON) {
    guard let text = json.string, let date = try? CalendarDate(text) else { return nil }
    self = date
  }
  /// `YYYY-MM-DD`.
  public var json: JSON { .string(description) }
}

extension Tijdsduur: FieldValue {
  /// A length of time.
  public static var defaultShape: FieldShape { .duration }
  /// Reads ISO 8601.
  public init?(json: JSON) {
    guard let text = json.string, let duration = Tijdsduur(text) else { return nil }
    self = duration
  }
  /// ISO 8601.
  public var json: JSON { .string(description) }
}

extension StreamID: FieldValue {
  /// Any stream.
  public static var defaultShape: FieldShape { .stream(kind: nil) }
  /// Reads `Kind/uuid`.
  public init?(json: JSON) {
    guard let text = json.string, let stream = StreamID(text) else { return nil }
    self = stream
  }
  /// `Kind/uuid`.
  public var json: JSON { .string(description) }
}

extension UUIDv7: FieldValue {
  /// An event.
  public static var defaultShape: FieldShape { .event }
  /// Reads an identifier.
  public init?(json: JSON) {
    guard let text = json.string, let id = UUIDv7(text) else { return nil }
    self = id
  }
  /// The identifier.
  public var json: JSON { .string(description) }
}

extension VerifyingKey: FieldValue {
  /// Thirty-two bytes.
  public static var defaultShape: FieldShape { .bytes(length) }
  /// Reads base64url.
  public init?(json: JSON) {
    guard let text = json.string, let bytes = try? Base64.url.decode(text), let key = try? VerifyingKey(bytes) else {
      return nil
    }
    self = key
  }
  /// Base64url.
  public var json: JSON { .string(Base64.url.encode(bytes)) }
}

extension BoxPublicKey: FieldValue {
  /// Thirty-two bytes.
  public static var defaultShape: FieldShape { .bytes(length) }
  /// Reads base64url.
  public init?(json: JSON) {
    guard let text = json.string, let key = BoxPublicKey(name: text) else { return nil }
    self = key
  }
  /// Base64url.
  public var json: JSON { .string(name) }
}

extension Array: FieldValue where Element: FieldValue {
  /// At most a hundred.
  public static var defaultShape: FieldShape { .list(Element.defaultShape, most: 100) }
  /// Reads an array whose every element is one.
  public init?(json: JSON) {
    guard let elements = json.array else { return nil }
    var values: [Element] = []
    for element in elements {
      guard let value = Element(json: element) else { return nil }
      values.append(value)
    }
    self = values
  }
  /// An array.
  public var json: JSON { .array(map(\.json)) }
}

/// A value out of a fixed list; its words are the ones recorded.
public protocol CodeValue: FieldValue, RawRepresentable, CaseIterable where RawValue == String {
  /// What people call a word besides, in small letters; named to who types it, never recorded.
  static var synonyms: [String: Self] { get }
}

extension CodeValue {
  /// One of the words.
  public static var defaultShape: FieldShape { .code(allCases.map(\.rawValue)) }
  /// Reads a word.
  public init?(json: JSON) {
    guard let word = json.string, let value = Self(rawValue: word) else { return nil }
    self = value
  }
  /// The word.
  public var json: JSON { .string(rawValue) }

  /// Most words have no other name.
  public static var synonyms: [String: Self] { [:] }

  /// The word that was probably meant; nil when none lies near.
  public static func nearest(to typed: String) -> Self? {
    if let named = synonyms[typed.comparisonKey] { return named }
    return Nearest.name(to: typed, among: allCases.map(\.rawValue)).flatMap { Self(rawValue: $0) }
  }

  /// Every word, for help and messages.
  public static var woorden: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The word as people write it: `lokaleRegelgeving` becomes "lokale regelgeving".
  public var leesbaar: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}

/// A code that people read in words, in both languages.
public protocol NamedCode: CodeValue {
  /// In words.
  var text: Text { get }
}

/// A stored document, as a sealed field names it: which file, and what is in it.
public struct DocumentReference: FieldValue, Hashable {
  /// The SHA-256 of the stored file, which is its name; for an encrypted document that of the ciphertext.
  public let file: Digest
  /// The SHA-256 of the document itself.
  public let content: Digest
  /// The size of the document in bytes.
  public let size: Int64
  /// What kind of file it is, as in `text/plain`.
  public let mediaType: String

  /// Names a stored document.
  public init(file: Digest, content: Digest, size: Int64, mediaType: String) {
    self.file = file
    self.content = content
    self.size = size
    self.mediaType = mediaType
  }

  /// A document.
  public static var defaultShape: FieldShape { .document }

  /// Reads a reference.
  public init?(json: JSON) {
    guard let file = json["bestand"].flatMap({ Digest(json: $0) }),
      let content = json["sha256"].flatMap({ Digest(json: $0) }), let size = json["grootte"]?.int, size > 0,
      let type = json["mediatype"]?.string, json.members?.count == 4
    else { return nil }
    self.init(file: file, content: content, size: size, mediaType: type)
  }

  /// The reference as it is recorded.
  public var json: JSON {
    ["bestand": file.json, "sha256": content.json, "grootte": .int(size), "mediatype": .string(mediaType)]
  }
}

extension Instant: FieldValue {
  /// Seconds since 1970.
  public static var defaultShape: FieldShape { .instant }
  /// Reads seconds.
  public init?(json: JSON) {
    guard let seconds = json.int, let instant = try? Instant(secondsSince1970: seconds) else { return nil }
    self = instant
  }
  /// Seconds.
  public var json: JSON { .int(secondsSince1970) }
}
