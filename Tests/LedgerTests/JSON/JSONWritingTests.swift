import Ledger
import Testing

@Suite struct JSONWritingTests {
  static let written: [(JSON, String)] = [
    (.null, "null"), (true, "true"), (-5, "-5"), ("a\"\\\n\r\t", #""a\"\\\n\r\t""#),
    (.string("\u{0}\u{8}\u{C}\u{1F}\u{7F}"), "\"\\u0000\\u0008\\u000c\\u001f\u{7F}\""), ("é/😀", #""é/😀""#),
    (["b": 1, "a": [true, .null]], #"{"b":1,"a":[true,null]}"#), ([:], "{}"), ([], "[]"),
  ]

  @Test(arguments: written)
  func `values are written compactly, members in their order`(value: JSON, text: String) {
    #expect(value.text == text)
  }

  @Test func `pretty text has two spaces a level`() {
    let value: JSON = ["a": [1, [:]], "b": []]
    #expect(value.prettyText == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `whatever is written is read back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let value = Self.random(depth: 0, &generator)
      #expect(try JSON(parsing: value.serialized) == value, "seed \(seed)")
      #expect(try JSON(parsing: value.prettyText) == value, "seed \(seed)")
    }
  }

  @Test(arguments: [UInt64(6), 7])
  func `reading never crashes on damaged text, and what it accepts survives a round trip`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var accepted = 0
    for _ in 0..<3000 {
      var bytes = Self.random(depth: 0, &generator).serialized
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let value = try? JSON(parsing: bytes) else { continue }
      accepted += 1
      #expect(try JSON(parsing: value.serialized) == value, "seed \(seed)")
    }
    #expect(accepted > 0, "seed \(seed)")
  }

  static func random(depth: Int, _ generator: inout SeededGenerator) -> JSON {
    switch Int.random(in: 0...(depth < 4 ? 6 : 3), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .int(Int64.random(in: -(1 << 53)...(1 << 53), using: &generator))
    case 3, 4: return .string(text(&generator))
    case 5:
      return .array((0..<Int.random(in: 0...4, using: &generator)).map { _ in random(depth: depth + 1, &generator) })
    default:
      let count = Int.random(in: 0...4, using: &generator)
      return .object((0..<count).map { JSON.Member("\($0)\(text(&generator))", random(depth: depth + 1, &generator)) })
    }
  }

  static func text(_ generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [0x00...0x7F, 0x80...0x2FF, 0x2000...0x2FFF, 0x1F300...0x1F6FF]
    var out = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { out.append(scalar) }
    }
    return String(out)
  }
}
