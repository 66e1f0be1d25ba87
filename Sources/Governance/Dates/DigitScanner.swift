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

  /// Year, month and day of a text that is `YYYY-MM-DD` and nothing else, whether or not there is such a day; nil for
  /// any other text. Nearly every date is written so, and dates are read more often than anything else.
  static func day(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let bytes = text.utf8
    guard bytes.count == 10 else { return nil }
    var numbers = (year: 0, month: 0, day: 0)
    var index = 0
    for byte in bytes {
      if index == 4 || index == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        let digit = Int(byte - UInt8(ascii: "0"))
        switch index {
        case ..<4: numbers.year = numbers.year * 10 + digit
        case ..<7: numbers.month = numbers.month * 10 + digit
        default: numbers.day = numbers.day * 10 + digit
        }
      }
      index += 1
    }
    return numbers
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
