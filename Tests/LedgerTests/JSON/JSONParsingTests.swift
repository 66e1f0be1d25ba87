import Testing

@testable import Ledger

@Suite struct JSONParsingTests {
  static let accepted: [(String, JSON)] = [
    ("null", .null), ("true", true), ("false", false), ("0", 0), ("-1", -1), ("9007199254740991", .int((1 << 53) - 1)),
    ("-9007199254740991", .int(1 - (1 << 53))), (#""""#, ""), (#""a/b""#, "a/b"), (#""a\/b""#, "a/b"), ("[]", []),
    ("{}", [:]), (" \t\r\n[ 1 , [ ] ] ", [1, []]), (#"{ "b" : 1 , "a" : {} }"#, ["b": 1, "a": [:]]),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u00E9""#, "éé"), (#""\ud83d\ude00""#, "😀"),
    (#""\uDBFF\uDFFF""#, "\u{10FFFF}"), (#""\u0000""#, "\u{0}"), ("\"\u{7F}\u{2028}😀\"", "\u{7F}\u{2028}😀"),
  ]

  @Test(arguments: accepted)
  func `JSON that is allowed is read`(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  static let refused: [(String, JSONError.Problem)] = [
    ("", .unexpectedEnd), ("[", .unexpectedEnd), ("[1", .unexpectedEnd), (#"{"a""#, .unexpectedEnd),
    (#"{"a":"#, .unexpectedEnd), (#""a"#, .unexpectedEnd), (#""a\"#, .unexpectedEnd), (#""\u00"#, .unexpectedEnd),
    ("tru", .unexpectedEnd), ("True", .unexpectedCharacter), ("trux", .unexpectedCharacter),
    ("nul0", .unexpectedCharacter), ("NaN", .unexpectedCharacter), ("Infinity", .unexpectedCharacter),
    ("'a'", .unexpectedCharacter), ("{a:1}", .unexpectedCharacter), ("[1,]", .unexpectedCharacter),
    (#"{"a":1,}"#, .unexpectedCharacter), ("[1 2]", .unexpectedCharacter), (#"{"a" 1}"#, .unexpectedCharacter),
    ("[,1]", .unexpectedCharacter), ("/*c*/1", .unexpectedCharacter), (#""\x41""#, .unexpectedCharacter),
    (#""\u12G4""#, .unexpectedCharacter), (#""\u 123""#, .unexpectedCharacter), ("+1", .unexpectedCharacter),
    (".5", .unexpectedCharacter), ("\u{FEFF}1", .unexpectedCharacter), ("\u{A0}1", .unexpectedCharacter),
    ("\u{B}1", .unexpectedCharacter), (#"{1:2}"#, .unexpectedCharacter),
    ("1.0", .notAWholeNumber), ("1.", .notAWholeNumber), ("1e3", .notAWholeNumber), ("1E3", .notAWholeNumber),
    ("-", .notAWholeNumber), ("--1", .notAWholeNumber), ("01", .notAWholeNumber), ("-01", .notAWholeNumber),
    ("00", .notAWholeNumber), ("-0", .notAWholeNumber),
    ("9007199254740992", .numberOutOfRange), ("-9007199254740992", .numberOutOfRange),
    ("9223372036854775808", .numberOutOfRange), ("123456789012345678901234567890", .numberOutOfRange),
    (#"{"a":1,"a":1}"#, .duplicateMember), (#"{"a":1,"b":2,"a":3}"#, .duplicateMember),
    (#"{"a":1,"\u0061":2}"#, .duplicateMember), (#"{"x":{"a":1,"a":2}}"#, .duplicateMember),
    (#""\ud800""#, .invalidText), (#""\udc00""#, .invalidText), (#""\ud800\ud800""#, .invalidText),
    (#""\ud800x""#, .invalidText), (#""\ud83d\n""#, .invalidText),
    ("\"a\nb\"", .controlCharacter), ("\"\u{0}\"", .controlCharacter), ("\"a\\n\u{1F}\"", .controlCharacter),
    ("1 2", .trailingBytes), ("{}{}", .trailingBytes), ("null\u{0}", .trailingBytes), ("[]]", .trailingBytes),
    ("1a", .trailingBytes), ("0x10", .trailingBytes),
  ]

  @Test(arguments: refused)
  func `anything else is refused by name`(text: String, problem: JSONError.Problem) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.problem == problem)
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
    [0x22, 0xC3, 0x22], [0x22, 0x80, 0x22], [0x31, 0xFF], [0xFF, 0xFE, 0x31, 0x00],
  ])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    #expect(throws: JSONError(problem: .invalidText, offset: 0)) { try JSON(parsing: bytes) }
  }

  @Test(arguments: [("[", "]"), (#"{"a":"#, "}")])
  func `thirty-two levels are read and thirty-three are refused`(open: String, close: String) {
    func nested(_ depth: Int, _ inmost: String = "1") -> String {
      String(repeating: open, count: depth) + inmost + String(repeating: close, count: depth)
    }
    #expect(throws: Never.self) { try JSON(parsing: nested(32)) }
    let error = #expect(throws: JSONError.self) { try JSON(parsing: nested(33)) }
    #expect(error?.problem == .tooDeep)
    for empty in ["[]", "{}"] {
      #expect(throws: Never.self) { try JSON(parsing: nested(31, empty)) }
      #expect(throws: JSONError.self) { try JSON(parsing: nested(32, empty)) }
    }
    #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: open, count: 100_000)) }
  }

  @Test func `the offset says at which byte reading stopped`() {
    #expect(throws: JSONError(problem: .unexpectedCharacter, offset: 6)) { try JSON(parsing: #"{"é":x}"#) }
  }
}
