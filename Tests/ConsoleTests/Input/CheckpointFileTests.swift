import Foundation
import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Console

/// B04: a checkpoint that a mail program changed is input that is not right, in words.
struct CheckpointFileTests {
  private func read(_ bytes: [UInt8]) throws -> SignedNote {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("controlepunt-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try Input.checkpoint(at: url.path, option: "--vertrouw")
  }

  private func note() throws -> [UInt8] {
    let key = try SigningKey(seed: SecretBytes(Array(0..<32)))
    let signer = try NoteSigner(name: "ledger.voorbeeld.example/proef", key: key)
    return try Checkpoint(origin: "ledger.voorbeeld.example/proef", size: 3, root: SHA256.hash("x")).sign(by: signer)
      .bytes
  }

  @Test func `B04: a checkpoint as it was written is read`() throws {
    #expect(try read(note()).bytes == note())
  }

  @Test func `B04: every change on the way is told in words, with a remedy`() throws {
    let good = try note()
    let text = try #require(String(validating: good, as: UTF8.self))
    let root = SHA256.hash("x").base64
    let texts: [(name: String, text: String, words: String)] = [
      ("CR LF", text.replacing("\n", with: "\r\n"), "regeleinden van Windows (CR LF)"),
      ("no last line end", String(text.dropLast()), "een handtekening (de 1e) die niet heel is"),
      ("a mark", "\u{FEFF}" + text, "een onzichtbaar kenmerk (U+FEFF)"),
      ("another text", "Geachte heer,\n\nhierbij.\n", "een handtekening (de 1e) die niet heel is"),
      ("no text", "x", "geen handtekening onder een lege regel"), ("a tab", "\t" + text, "een tab (U+0009) op byte 1"),
      ("no root", text.replacing(root, with: "x"), "geen wortel"),
      ("no size", text.replacing("\n3\n", with: "\nx\n"), "geen omvang"),
    ]
    var changes = texts.map { (name: $0.name, bytes: Array($0.text.utf8), words: $0.words) }
    changes.append((name: "Latin-1", bytes: [0xF6] + good, words: "geen UTF-8"))
    for (name, bytes, words) in changes {
      let failure = #expect(throws: Failure.self, "\(name)") { try read(bytes) }
      #expect(failure?.kind == .badInput && failure?.remedy != nil, "\(name)")
      #expect(failure?.message.nl.contains(words) == true, "\(name): \(String(describing: failure?.message.nl))")
      for word in ["malformed", "controlCharacter", "noSignature", "invalid"] {
        #expect(failure?.message.nl.contains(word) == false, "\(name)")
      }
    }
  }
}
