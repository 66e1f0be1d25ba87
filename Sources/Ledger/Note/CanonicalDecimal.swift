/// Numbers as the formats of C2SP print them: ASCII digits, no sign, no leading zeros.
enum CanonicalDecimal {
  /// Reads a number; nil for any other spelling or a number that does not fit in a signed 64-bit integer.
  static func parse(_ digits: some Collection<UInt8>) -> UInt64? {
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else { return nil }
    var value: UInt64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      guard !tooLarge, tens <= UInt64(Int64.max) else { return nil }
      value = tens + UInt64(digit - UInt8(ascii: "0"))
      guard value <= UInt64(Int64.max) else { return nil }
    }
    return value
  }
}
