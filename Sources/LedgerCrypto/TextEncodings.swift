/// Lowercase hexadecimal, one spelling for each value.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lowercase digits for each byte.
  public static func encode(_ bytes: [UInt8]) -> String {
    let digits = Self.digits
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Reads lowercase hexadecimal.
  /// - Throws: `CryptoError.malformedText` for anything else, uppercase included.
  public static func decode(_ text: String) throws(CryptoError) -> [UInt8] {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { throw .malformedText(kind: "hexadecimal") }
    var out: [UInt8] = []
    out.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else {
        throw .malformedText(kind: "hexadecimal")
      }
      out.append(high << 4 | low)
    }
    return out
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

/// Base64 (RFC 4648) in the two spellings the formats use; decoding accepts only what encoding would write.
public struct Base64: Sendable {
  /// With `+`, `/` and padding (RFC 4648 section 4): signed notes, checkpoints, proofs.
  public static let standard = Base64(
    alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", pads: true)
  /// With `-` and `_`, unpadded (RFC 4648 section 5, RFC 7515 section 2): JWT and SD-JWT.
  public static let url = Base64(
    alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", pads: false)

  private let digits: [UInt8]
  private let values: [UInt8]
  private let pads: Bool
  private static let none: UInt8 = 255

  private init(alphabet: String, pads: Bool) {
    digits = Array(alphabet.utf8)
    var values = [UInt8](repeating: Self.none, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    self.values = values
    self.pads = pads
  }

  /// Encodes bytes as text.
  public func encode(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: encodeBytes(bytes), as: UTF8.self)
  }

  /// Encodes bytes as ASCII bytes.
  public func encodeBytes(_ bytes: some Collection<UInt8>) -> [UInt8] { encodeBytes(Array(bytes)) }

  /// Encodes bytes as ASCII bytes.
  ///
  /// Concrete, and so fast: generic code is not specialised across modules, and every event goes through here.
  public func encodeBytes(_ bytes: [UInt8]) -> [UInt8] {
    let length = pads ? (bytes.count + 2) / 3 * 4 : (bytes.count * 4 + 2) / 3
    return [UInt8](unsafeUninitializedCapacity: length) { out, count in
      digits.withUnsafeBufferPointer { digits in
        var index = 0
        while index + 3 <= bytes.count {
          let three = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
          out[count] = digits[Int(three >> 18)]
          out[count + 1] = digits[Int(three >> 12 & 63)]
          out[count + 2] = digits[Int(three >> 6 & 63)]
          out[count + 3] = digits[Int(three & 63)]
          index += 3
          count += 4
        }
        if index < bytes.count {
          let isPair = index + 1 < bytes.count
          let rest = UInt32(bytes[index]) << 16 | (isPair ? UInt32(bytes[index + 1]) << 8 : 0)
          out[count] = digits[Int(rest >> 18)]
          out[count + 1] = digits[Int(rest >> 12 & 63)]
          count += 2
          if isPair {
            out[count] = digits[Int(rest >> 6 & 63)]
            count += 1
          }
        }
      }
      while count < length {
        out[count] = UInt8(ascii: "=")
        count += 1
      }
    }
  }

  /// Decodes text.
  /// - Throws: `CryptoError.malformedText`.
  public func decode(_ text: String) throws(CryptoError) -> [UInt8] { try decode(Array(text.utf8)) }

  /// Decodes ASCII bytes: a part of an event, without going through generic code.
  /// - Throws: `CryptoError.malformedText`.
  public func decode(_ text: ArraySlice<UInt8>) throws(CryptoError) -> [UInt8] { try decode([UInt8](text)) }

  /// Decodes ASCII bytes.
  /// - Throws: `CryptoError.malformedText` for a foreign character, wrong padding or stray bits at the end.
  public func decode(_ text: some BidirectionalCollection<UInt8>) throws(CryptoError) -> [UInt8] {
    try decode(Array(text))
  }

  private func decode(_ text: [UInt8]) throws(CryptoError) -> [UInt8] {
    var body = text[...]
    if pads {
      guard text.count.isMultiple(of: 4) else { throw .malformedText(kind: "base64") }
      for _ in 0..<2 where body.last == UInt8(ascii: "=") { body.removeLast() }
    }
    var isWellFormed = true
    let decoded = [UInt8](unsafeUninitializedCapacity: body.count * 3 / 4) { out, count in
      var accumulator: UInt32 = 0
      var bits = 0
      for digit in body {
        let value = values[Int(digit)]
        guard value != Self.none else {
          isWellFormed = false
          return
        }
        accumulator = accumulator << 6 | UInt32(value)
        bits += 6
        if bits >= 8 {
          bits -= 8
          out[count] = UInt8(truncatingIfNeeded: accumulator >> UInt32(bits))
          count += 1
          accumulator &= (1 << UInt32(bits)) - 1
        }
      }
      isWellFormed = bits < 6 && accumulator == 0
    }
    guard isWellFormed else { throw .malformedText(kind: "base64") }
    return decoded
  }
}
