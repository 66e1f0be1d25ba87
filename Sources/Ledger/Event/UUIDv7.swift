import LedgerCrypto

/// A UUID version 7 (RFC 9562, section 5.7): sortable by the millisecond in which it was made, random beyond that.
public struct UUIDv7: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The canonical spelling: 36 characters, lowercase.
  public let description: String

  /// Reads the canonical spelling; nil for anything else, other versions included.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// Reads the canonical spelling; nil for anything else, other versions included.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count == 36 else { return nil }
    var index = 0
    for byte in bytes {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      case 14: guard byte == UInt8(ascii: "7") else { return nil }
      case 19:
        guard
          (UInt8(ascii: "8")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "b")).contains(byte)
        else { return nil }
      default: guard Self.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) else { return nil }
      }
      index += 1
    }
    description = text
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Makes a new identifier.
  /// - Parameter milliseconds: Time since 1970 in milliseconds, UTC.
  public init(milliseconds: Int64, random: some RandomSource) {
    var bytes = random.bytes(16)
    for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> Int64(40 - 8 * index)) }
    bytes[6] = 0x70 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let hex = Array(Hex.encode(bytes).utf8)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for part in [0..<8, 8..<12, 12..<16, 16..<20, 20..<32] {
      if part.lowerBound > 0 { text.append(UInt8(ascii: "-")) }
      text.append(contentsOf: hex[part])
    }
    description = String(decoding: text, as: UTF8.self)
  }

  /// By time of making.
  public static func < (left: UUIDv7, right: UUIDv7) -> Bool { left.description < right.description }
}

/// Which event: the `jti` claim.
public typealias EventID = UUIDv7

/// Which stream of events: what it is about, and which one, as in `Regeling/018f…`; the `sub` claim.
public struct StreamID: Sendable, Hashable, CustomStringConvertible {
  /// The kind of subject, an identifier of the glossary.
  public let kind: String
  /// Which one: random, so that it names no one.
  public let id: UUIDv7

  /// Names a stream.
  public init(kind: String, id: UUIDv7) {
    self.kind = kind
    self.id = id
  }

  /// Reads `Kind/uuid`; nil for anything else.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// Reads `Kind/uuid`; nil for anything else.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), Self.isKind(bytes[..<slash]),
      let id = UUIDv7(String(text[text.index(after: slash)...]))
    else { return nil }
    self.init(kind: String(text[..<slash]), id: id)
  }

  private static func isKind(_ bytes: Substring.UTF8View) -> Bool {
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    let (upper, lower) = (UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"))
    return upper.contains(first)
      && bytes.allSatisfy { upper.contains($0) || lower.contains($0) || UUIDv7.isDigit($0) }
  }

  /// `Kind/uuid`.
  public var description: String { "\(kind)/\(id)" }
}
