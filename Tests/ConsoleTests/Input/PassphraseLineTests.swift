import LedgerCrypto
import Testing

@testable import Console

struct PassphraseLineTests {
  @Test(arguments: [
    ("geheim", "geheim"), ("gehx\u{7F}eim", "geheim"), ("é\u{8}e", "e"), ("fout\u{15}goed", "goed"), ("\u{7F}a", "a"),
    ("日\u{7F}", ""),
  ])
  func `Keys edit what nobody sees`(typed: String, expected: String) {
    var line = PassphraseLine()
    for byte in typed.utf8 {
      let step = line.type(byte)
      #expect(step == .more)
    }
    #expect(line.type(0x0A) == .done)
    #expect(line.take().withBytes { $0 } == Array(expected.utf8))
    #expect(line.take().count == 0)
  }

  @Test func `Ctrl-C interrupts, and Ctrl-D ends or cancels`() {
    var line = PassphraseLine()
    #expect(line.type(0x04) == .cancelled)
    #expect(line.type(0x61) == .more)
    #expect(line.type(0x04) == .done)
    #expect(line.type(0x03) == .interrupted)
  }

  @Test func `Keys that cannot be part of a passphrase, and too many, are noticed`() {
    var arrow = PassphraseLine()
    for byte in "\u{1B}[A".utf8 { _ = arrow.type(byte) }
    let hasControlKeys = arrow.hasControlKeys
    #expect(hasControlKeys)
    var long = PassphraseLine()
    for _ in 0...PassphraseLine.capacity { _ = long.type(0x61) }
    let isTooLong = long.isTooLong
    #expect(isTooLong)
  }
}
