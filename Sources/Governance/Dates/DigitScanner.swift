/// Walks over a text byte by byte, so that only ASCII digits count as digits and nothing is skipped unseen.
struct DigitScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether everything has been read.
  var isAtEnd: Bool { position == bytes.count }

  /// The byte that comes next.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Reads exactly this many digits, or leaves everything as it was.
  mutating func number(digits count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    guard let value = Self.number(bytes[position..<position + count], digits: count) else { return nil }
    position += count
    return value
  }

  /// Steps over one given character if it comes next.
  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// The value of a run of exactly this many ASCII digits.
  static func number(_ bytes: ArraySlice<UInt8>, digits count: Int) -> Int? {
    guard bytes.count == count else { return nil }
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
