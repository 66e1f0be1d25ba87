import Foundation
import Governance
import Testing

@testable import Console

/// B02: bytes from outside are UTF-8, or refused with the place where they are not.
struct StrictTextTests {
  @Test(arguments: [
    (Array("Coördinator".utf8), "Coördinator" as String?), ([], ""), ([0x43, 0x6F, 0xF6, 0x72], nil),
    ([0xC3], nil), ([0xED, 0xA0, 0x80], nil), ([0xC0, 0x80], nil), ([0xF4, 0x90, 0x80, 0x80], nil),
  ])
  func `B02: only UTF-8 is text`(bytes: [UInt8], expected: String?) {
    #expect((try? StrictText.decode(bytes, Text("x"))) == expected)
  }

  @Test func `B02: the message says what it was, where, and what to do`() throws {
    let failure = try #require(throws: Failure.self) {
      try ProcessInput.argument(Array("een\ntw".utf8) + [0xF6], number: 3)
    }
    #expect(failure.kind == .badInput && failure.remedy != nil)
    #expect(failure.message.nl == "argument 3 is geen UTF-8: byte F6 op regel 2, teken 3")
    let variable = try #require(throws: Failure.self) {
      try ProcessInput.variable([0xE9], name: "WAARBORG_LEDGER")
    }
    #expect(variable.message.nl.contains("WAARBORG_LEDGER"))
  }

  @Test(arguments: SeededGenerator.seeds)
  func `B02: what stands before the place is UTF-8, and no character begins there`(seed: UInt64) throws {
    print("seed of the decoder test: \(seed)")
    var random = SeededGenerator(state: seed)
    let pieces: [[UInt8]] =
      ["a", "\n", "é", "€", "🎈", "e\u{301}"].map { Array($0.utf8) } + [[0xF6], [0x80], [0xC3], [0xE2, 0x82], [0xFF]]
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...8, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? []
      }
      if let text = String(validating: bytes, as: UTF8.self) {
        #expect(try StrictText.decode(bytes, Text("x")) == text, "seed \(seed)")
        continue
      }
      let place = StrictText.place(of: bytes)
      // The longest prefix that is text, counted by another way.
      let good = (0...bytes.count).last { String(validating: bytes.prefix($0), as: UTF8.self) != nil } ?? 0
      let before = String(decoding: bytes.prefix(good), as: UTF8.self).unicodeScalars
      #expect(place.line == before.count { $0 == "\n" } + 1, "seed \(seed): \(bytes)")
      #expect(
        place.character == (before.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0) + 1,
        "seed \(seed): \(bytes)")
      #expect(place.byte == bytes[good], "seed \(seed): \(bytes)")
    }
  }

  @Test func `B14: without a home the account's is meant, and without that nothing lies in the root folder`() throws {
    #expect(try ProcessInput.withHome(["HOME": "/h"]) { "/a" } == ["HOME": "/h"])
    for wrong in [[:], ["HOME": ""], ["HOME": "h"]] {
      #expect(try ProcessInput.withHome(wrong) { "/a" }["HOME"] == "/a")
      for account in [nil, "/", "", "a"] {
        let failure = #expect(throws: Failure.self) { try ProcessInput.withHome(wrong) { account } }
        #expect(failure?.kind == .usage && failure?.remedy != nil)
      }
    }
    let given = ["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"]
    #expect(try ProcessInput.withHome(given) { nil } == given)
    #expect(throws: Failure.self) { try ProcessInput.withHome(["XDG_CONFIG_HOME": "/c"]) { nil } }
  }
}
