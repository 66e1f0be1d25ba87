import Testing

@testable import Console

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("👍", 2), ("👍🏽", 2), ("👩‍🚀", 2), ("🇳🇱", 2),
    ("❤️", 2), ("❤", 1), ("✓", 1), ("…", 1), ("█", 1), ("Ａ", 2), ("ｱ", 1), ("\u{301}", 0),
  ])
  func `A text takes as many columns as a terminal gives it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
