import Testing

@testable import Console

struct SafeTextTests {
  @Test(arguments: [
    ("gewoon", "gewoon"),
    ("één café", "één café"),
    ("rood\u{1B}[31m", "rood\\u{1B}[31m"),
    ("a\u{202E}fdp", "a\\u{202E}fdp"),
    ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
    ("nul\u{0}del\u{7F}c1\u{9B}", "nul\\u{0}del\\u{7F}c1\\u{9B}"),
    ("tab\ten\r\n", "tab\\ten\\r\\n"),
    ("regel\u{2028}eind", "regel\\u{2028}eind"),
    ("jan\u{200B}sen", "jan\\u{200B}sen"),
    ("jan\u{200D}sen", "jan\\u{200D}sen"),
    ("geheim\u{AD}", "geheim\\u{AD}"),
    ("\u{E0041}", "\\u{E0041}"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"),
    ("👩‍🚀 ❤️", "👩‍🚀 ❤️"),
  ])
  func `What could fool a reader is shown, and what belongs to a language stays`(text: String, shown: String) {
    #expect(text.safe() == shown)
  }

  @Test func `A newline stays only where it is wanted`() {
    #expect("a\nb".safe() == "a\\nb")
    #expect("a\nb\u{7}".safe(keepingNewlines: true) == "a\nb\\u{7}")
  }

  @Test func `JSON keeps its meaning`() {
    #expect("{\"a\":\n\"x\u{202E}\u{E0041}é\"}".safeJSON() == "{\"a\":\n\"x\\u202e\\udb40\\udc41é\"}")
  }
}
