/// Why bytes are not the JSON this ledger accepts, and at which byte.
public struct JSONError: Error, Sendable, Equatable {
  /// What was found.
  public let problem: Problem
  /// The byte at which reading stopped, from 0.
  public let offset: Int

  /// The ways in which bytes are refused.
  public enum Problem: String, Sendable {
    case unexpectedEnd, unexpectedCharacter, invalidText, controlCharacter, duplicateMember, notAWholeNumber
    case numberOutOfRange, tooDeep, trailingBytes
  }
}

extension JSON {
  /// Reads exactly one value.
  ///
  /// Stricter than RFC 8259, so that one text has one meaning: no duplicate member names, no fractions or exponents, no
  /// minus zero, numbers within ±(2^53 - 1) (RFC 7493), no lone surrogates, at most 32 objects and arrays inside each other.
  /// - Throws: `JSONError`.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    // What is ASCII needs no closer look, and nearly everything is.
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    guard all < 0x80 || String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONError(problem: .invalidText, offset: 0)
    }
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  /// Reads exactly one value from text.
  /// - Throws: `JSONError`.
  public init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }
}

private struct JSONParser {
  let bytes: [UInt8]
  var offset = 0
  static let deepest = 32
  static let largest: Int64 = (1 << 53) - 1

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipWhiteSpace()
    guard offset == bytes.count else { throw failure(.trailingBytes) }
    return value
  }

  private func failure(_ problem: JSONError.Problem) -> JSONError { JSONError(problem: problem, offset: offset) }

  private mutating func skipWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func next() throws(JSONError) -> UInt8 {
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func peek() throws(JSONError) -> UInt8 {
    skipWhiteSpace()
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    return bytes[offset]
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONError) {
    guard try peek() == UInt8(ascii: character) else { throw failure(.unexpectedCharacter) }
    offset += 1
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    switch try peek() {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < Self.deepest else { throw failure(.tooDeep) }
      return bytes[offset] == UInt8(ascii: "{") ? try object(depth: depth) : try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal(Self.yes, .bool(true))
    case UInt8(ascii: "f"): return try literal(Self.no, .bool(false))
    case UInt8(ascii: "n"): return try literal(Self.nothing, .null)
    default: return .int(try wholeNumber())
    }
  }

  private mutating func literal(_ word: [UInt8], _ value: JSON) throws(JSONError) -> JSON {
    for expected in word {
      guard try next() == expected else { throw failure(.unexpectedCharacter) }
    }
    return value
  }

  private static let (yes, no, nothing) = (Array("true".utf8), Array("false".utf8), Array("null".utf8))

  private mutating func object(depth: Int) throws(JSONError) -> JSON {
    try expect("{")
    var members: [JSON.Member] = []
    if try peek() == UInt8(ascii: "}") {
      offset += 1
      return .object(members)
    }
    while true {
      guard try peek() == UInt8(ascii: "\"") else { throw failure(.unexpectedCharacter) }
      let name = try string()
      guard !members.contains(where: { $0.name == name }) else { throw failure(.duplicateMember) }
      try expect(":")
      members.append(JSON.Member(name, try value(depth: depth + 1)))
      if try peek() == UInt8(ascii: ",") {
        offset += 1
      } else {
        try expect("}")
        return .object(members)
      }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSON {
    try expect("[")
    var elements: [JSON] = []
    if try peek() == UInt8(ascii: "]") {
      offset += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth + 1))
      if try peek() == UInt8(ascii: ",") {
        offset += 1
      } else {
        try expect("]")
        return .array(elements)
      }
    }
  }

  private mutating func wholeNumber() throws(JSONError) -> Int64 {
    let start = offset
    var negative = false
    if bytes[offset] == UInt8(ascii: "-") {
      negative = true
      offset += 1
    }
    let firstDigit = offset
    var number: Int64 = 0
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      number = number * 10 + Int64(bytes[offset] - UInt8(ascii: "0"))
      guard number <= Self.largest else { throw failure(.numberOutOfRange) }
      offset += 1
    }
    guard offset > firstDigit else { throw failure(start == firstDigit ? .unexpectedCharacter : .notAWholeNumber) }
    guard bytes[firstDigit] != UInt8(ascii: "0") || offset == firstDigit + 1 else { throw failure(.notAWholeNumber) }
    if offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): throw failure(.notAWholeNumber)
      default: break
      }
    }
    // Zero has one spelling.
    guard !(negative && number == 0) else { throw failure(.notAWholeNumber) }
    return negative ? -number : number
  }

  private mutating func string() throws(JSONError) -> String {
    try expect("\"")
    let start = offset
    while offset < bytes.count, bytes[offset] >= 0x20, bytes[offset] != UInt8(ascii: "\""),
      bytes[offset] != UInt8(ascii: "\\")
    {
      offset += 1
    }
    guard offset < bytes.count else { throw failure(.unexpectedEnd) }
    if bytes[offset] == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    var out = Array(bytes[start..<offset])
    while true {
      let byte = try next()
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
      case UInt8(ascii: "\\"): out.append(contentsOf: try escape())
      case 0..<0x20: throw failure(.controlCharacter)
      default: out.append(byte)
      }
    }
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    switch try next() {
    case UInt8(ascii: "\""): return [0x22]
    case UInt8(ascii: "\\"): return [0x5C]
    case UInt8(ascii: "/"): return [0x2F]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try unicodeEscape())).utf8)
    default: throw failure(.unexpectedCharacter)
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let high = try fourHexDigits()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), try next() == UInt8(ascii: "\\"), try next() == UInt8(ascii: "u") else {
      throw failure(.invalidText)
    }
    let low = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw failure(.invalidText) }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try next())).hexDigitValue else { throw failure(.unexpectedCharacter) }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
