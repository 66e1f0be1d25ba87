import LedgerCrypto

/// A UUID version 7 (RFC 9562, section 5.7): sortable by the millisecond in which it was made, random beyond that.
public struct UUIDv7: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The 16 bytes as two numbers: they compare as their spelling does.
  private let (high, low): (UInt64, UInt64)

  /// Reads the canonical spelling; nil for anything else, other versions included.
  public init?(_ text: some StringProtocol) { self.init(bytes: text.utf8) }

  /// Reads the canonical spelling; nil for anything else, other versions included.
  public init?(_ text: String) { self.init(bytes: text.utf8) }

  fileprivate init?(bytes: some Collection<UInt8>) {
    var (high, low): (UInt64, UInt64) = (0, 0)
    var index = 0
    for byte in bytes {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      case 36...: return nil
      default:
        guard let digit = Self.digit(byte) else { return nil }
        if index < 18 { high = high << 4 | digit } else { low = low << 4 | digit }
      }
      index += 1
    }
    // Version 7, and the variant of RFC 9562.
    guard index == 36, high >> 12 & 0xF == 7, low >> 62 == 0b10 else { return nil }
    (self.high, self.low) = (high, low)
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  /// The canonical spelling: 36 characters, lowercase.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(Self.length)
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate static let length = 36

  fileprivate func write(to text: inout [UInt8]) {
    Self.write(high >> 32, digits: 8, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.write(high >> 16, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.write(high, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.write(low >> 48, digits: 4, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.write(low, digits: 12, to: &text)
  }

  /// Writes the last digits of a number.
  private static func write(_ number: UInt64, digits: UInt64, to text: inout [UInt8]) {
    var place = digits
    while place > 0 {
      place -= 1
      let digit = UInt8(truncatingIfNeeded: number >> (4 * place) & 0xF)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// Makes a new identifier.
  /// - Parameter milliseconds: Time since 1970 in milliseconds, UTC.
  public init(milliseconds: Int64, random: some RandomSource) {
    let bytes = random.bytes(16)
    let (first, second) = (Self.number(bytes[..<8]), Self.number(bytes[8...]))
    high = UInt64(bitPattern: milliseconds) << 16 | 7 << 12 | first & 0xFFF
    low = 0b10 << 62 | second & (1 << 62 - 1)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

  /// By time of making.
  public static func < (left: UUIDv7, right: UUIDv7) -> Bool { (left.high, left.low) < (right.high, right.low) }
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

  /// Which one is enough to tell nearly all apart.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// Reads `Kind/uuid`; nil for anything else.
  public init?(_ text: some StringProtocol) { self.init(String(text)) }

  /// Reads `Kind/uuid`; nil for anything else.
  public init?(_ text: String) {
    let bytes = text.utf8
    // The identifier has one length, so the slash has one place.
    let length = bytes.count - UUIDv7.length - 1
    guard (1...64).contains(length) else { return nil }
    let slash = bytes.index(bytes.startIndex, offsetBy: length)
    guard bytes[slash] == UInt8(ascii: "/"), Self.isKind(bytes[..<slash]),
      let id = UUIDv7(bytes: bytes[bytes.index(after: slash)...])
    else { return nil }
    self.init(kind: String(text[..<slash]), id: id)
  }

  private static func isKind(_ bytes: Substring.UTF8View) -> Bool {
    var isFirst = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): if isFirst { return false }
      default: return false
      }
      isFirst = false
    }
    return !isFirst
  }

  /// `Kind/uuid`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(kind.utf8.count + 1 + UUIDv7.length)
    text.append(contentsOf: kind.utf8)
    text.append(UInt8(ascii: "/"))
    id.write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
