import Foundation
import Testing

@testable import Publication

/// Fixed texts of the site at level B1, by the reading ease of Flesch for Dutch (Douma 1960): 206.84 - 0.93 times the words
/// in a sentence - 77 times the syllables in a word. B1 is 60 and more.
struct ReadabilityTests {
  static let pages = ["start", "over", "publicatiebeleid", "correctie", "toegankelijkheid", "niet-gevonden"]

  @Test(arguments: pages)
  func `a page about the site reads at level B1`(page: String) throws {
    let sources = Dictionary(uniqueKeysWithValues: Layout.sources.map { ($0.name, $0.bytes) })
    let html = [page + "-opening", page].compactMap { sources[$0] }.map { LayoutSupport.text($0) }.joined(
      separator: "\n")
    let ease = try #require(ReadingEase(html))
    #expect(ease.score >= 60, "\(page): \(ease)")
  }

  @Test func `the measure tells plain words from officialese`() throws {
    let plain = try #require(ReadingEase("<p>De kat zit op de mat. Zij kijkt naar buiten.</p>"))
    let heavy = try #require(
      ReadingEase(
        "<p>Overeenkomstig de desbetreffende openbaarmakingsverplichtingen geschiedt de bekendmaking van nevenwerkzaamheden van leidinggevende functionarissen uitsluitend na voorafgaande belangenafweging.</p>"
      ))
    #expect(plain.score > 90 && heavy.score < 20, "\(plain) \(heavy)")
  }
}

/// How easily running text reads: the paragraphs and items of a page, without headings and tables.
struct ReadingEase: CustomStringConvertible {
  let sentences: Int
  let words: Int
  let syllables: Int

  init?(_ html: String) {
    let text = html.matches(of: /<(p|li|dd)[^>]*>(.*?)<\/\1>/.dotMatchesNewlines()).map { String($0.output.2) }
      .map { $0.replacing(/\{\{[^}]*\}\}/, with: " ").replacing(/<[^>]*>/, with: "") }
    let sentences = text.flatMap { $0.split(whereSeparator: { ".!?:;".contains($0) }) }
      .map { $0.split { !$0.isLetter && $0 != "'" && $0 != "’" }.filter { $0.contains(where: \.isLetter) } }
      .filter { $0.count > 1 }
    guard !sentences.isEmpty else { return nil }
    self.sentences = sentences.count
    words = sentences.reduce(0) { $0 + $1.count }
    syllables = sentences.reduce(0) { $0 + $1.reduce(0) { $0 + Self.syllables($1) } }
  }

  var score: Double {
    206.84 - 0.93 * Double(words) / Double(sentences) - 77 * Double(syllables) / Double(words)
  }

  var description: String { "\(sentences) sentences, \(words) words, \(syllables) syllables: \(Int(score))" }

  /// Groups of vowels, as Dutch writes them; a mark on a vowel begins another.
  private static func syllables(_ word: some StringProtocol) -> Int {
    var count = 0
    var isVowel = false
    for letter in word.lowercased() {
      let isMarked = "ëïüö".contains(letter)
      let now = isMarked || "aeiouyéèáàóúí".contains(letter)
      if now, !isVowel || isMarked { count += 1 }
      isVowel = now
    }
    return max(1, count)
  }
}
