import LedgerCrypto

/// A UUID version 7 (RFC 9562, section 5.7): sortable by the millisecond in which it was made, random beyond that.
public struct UUIDv7: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The canonical spelling: 36 characters, lowercase.
  public let description: String

  /// Reads the canonical spelling; nil for anything else, other versions included.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      case 14: guard byte == UInt8(ascii: "7") else { return nil }
      case 19: guard "89ab".utf8.contains(byte) else { return nil }
      default: guard "0123456789abcdef".utf8.contains(byte) else { return nil }
      }
    }
    description = String(text)
  }

  /// Makes a new identifier.
  /// - Parameter milliseconds: Time since 1970 in milliseconds, UTC.
  public init(milliseconds: Int64, random: some RandomSource) {
    var bytes = random.bytes(16)
    for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> Int64(40 - 8 * index)) }
    bytes[6] = 0x70 | bytes[6] & 0x0F
    bytes[8] = 0x80 | bytes[8] & 0x3F
    let hex = Array(Hex.encode(bytes))
    description = [hex[0..<8], hex[8..<12], hex[12..<16], hex[16..<20], hex[20..<32]].map { String($0) }
      .joined(separator: "-")
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
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = UUIDv7(parts[1]), Self.isKind(parts[0]) else { return nil }
    self.init(kind: String(parts[0]), id: id)
  }

  private static func isKind(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (1...64).contains(text.utf8.count) else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
      }
  }

  /// `Kind/uuid`.
  public var description: String { "\(kind)/\(id)" }
}
