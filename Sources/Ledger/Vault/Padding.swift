/// Fills what is sealed up before it is encrypted, so that its length tells little: of a disclosure in a circle to a whole
/// number of steps, of a document as Padmé does, and where nothing may be told to one of a few lengths.
enum Padding {
  /// The step for a disclosure: all codes of a closed field, and most names, then have one length.
  static let step = 256
  /// The shortest length where nothing may be told: what most steps of a case need.
  static let least = 2048
  /// Not a character of base64url, so that it ends a disclosure without doubt.
  private static let filling = UInt8(ascii: "=")

  /// The length to which so many bytes are filled up: 2, 8, 32, 128… KiB.
  static func length(_ count: Int) -> Int {
    var length = least
    while length < count { length *= 4 }
    return length
  }

  /// A disclosure filled up to a whole number of steps.
  static func inSteps(_ bytes: [UInt8]) -> [UInt8] { fill(bytes, to: (bytes.count + step - 1) / step * step) }

  /// The length to which a document of so many bytes is filled up: at most 12 % more, of which the logarithm of the length
  /// says next to nothing (Padmé: Nikitin and others, Reducing Metadata Leakage from Encrypted Files, PoPETs 2019).
  static func padme(_ count: Int) -> Int {
    guard count > 1 else { return count }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    let bits = Int.bitWidth - exponent.leadingZeroBitCount
    let mask = (1 << max(0, exponent - bits)) - 1
    return (count + mask) & ~mask
  }

  /// A document behind its length, filled up.
  static func document(_ bytes: [UInt8]) -> [UInt8] {
    var filled = (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (56 - 8 * $0)) }
    filled += bytes
    filled += [UInt8](repeating: 0, count: max(0, padme(filled.count) - filled.count))
    return filled
  }

  /// The document in a filling; nil when its length is not what it says.
  static func stripDocument(_ filled: [UInt8]) -> [UInt8]? {
    let length = filled.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard filled.count >= 8, length <= UInt64(filled.count - 8), padme(Int(length) + 8) == filled.count else {
      return nil
    }
    return Array(filled[8..<8 + Int(length)])
  }

  /// The bytes and a filling.
  static func fill(_ bytes: [UInt8], to length: Int) -> [UInt8] {
    bytes + Array(repeating: filling, count: length - bytes.count)
  }

  /// The bytes without the filling.
  static func strip(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix { $0 != filling }) }
}
