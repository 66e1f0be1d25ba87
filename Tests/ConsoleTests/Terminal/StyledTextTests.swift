import Governance
import Testing

@testable import Console

struct StyledTextTests {
  @Test func `Styles show only where colour is allowed`() {
    let text: StyledText = "Sleutel \("s1", .emphasis) is \("ingetrokken", .bad)"
    #expect(text.rendered(.dutch, colour: false) == "Sleutel s1 is ingetrokken")
    #expect(text.rendered(.dutch, colour: true) == "Sleutel \u{1B}[1ms1\u{1B}[0m is \u{1B}[1;31mingetrokken\u{1B}[0m")
  }

  @Test func `A value can bring neither codes nor lines of its own`() {
    let name = "Jan\u{1B}[2J\nfout: verzonnen"
    let text: StyledText = "Naam:\n\(name)"
    #expect(text.rendered(.dutch, colour: true) == "Naam:\nJan\\u{1B}[2J\\nfout: verzonnen")
  }

  @Test func `Paragraphs keep their newlines`() {
    #expect(StyledText(paragraphs: "een\ntwee\u{7}").rendered(.dutch, colour: false) == "een\ntwee\\u{7}")
  }

  @Test(arguments: zip(Language.allCases, ["✓ Bewijs klopt", "✓ Proof holds"]))
  func `A verdict can be read without colour, in both languages`(language: Language, words: String) {
    let text = StyledText.verdict(.good, Text(nl: "Bewijs klopt", en: "Proof holds"))
    #expect(text.rendered(language, colour: false) == words)
  }

  @Test func `Every style differs from plain text and ends itself`() {
    for style in Style.allCases {
      let shown = style.applied(to: "x")
      #expect(shown != "x" && shown.hasSuffix("x\u{1B}[0m"))
      #expect(style.applied(to: "").isEmpty)
    }
  }

  @Test(arguments: [
    ("een twee drie", 8, ["een twee", "drie"]),
    ("een twee drie", 7, ["een", "twee", "drie"]),
    ("onafgebroken", 5, ["onafg", "ebrok", "en"]),
    ("日本語日本", 5, ["日本", "語日", "本"]),
    ("a  b", 2, ["a", "b"]),
    ("past", 4, ["past"]),
  ])
  func `A line wraps at spaces, and inside a word that is too long`(text: String, width: Int, lines: [String]) {
    let wrapped = StyledText(text).singleLine(.dutch).wrapped(to: width)
    #expect(wrapped.map { $0.rendered(colour: false) } == lines)
    #expect(wrapped.allSatisfy { $0.width <= width })
  }

  @Test(arguments: [("gemeente", 8, "gemeente"), ("gemeente", 5, "geme…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…")])
  func `A line is cut with an ellipsis that fits`(text: String, width: Int, shown: String) {
    #expect(StyledText(text).singleLine(.dutch).truncated(to: width).rendered(colour: false) == shown)
  }
}
