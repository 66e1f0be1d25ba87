import Foundation

/// How easily running text reads: the paragraphs and items of a page, without headings and tables.
///
/// The reading ease of Flesch for Dutch (Douma 1960): 206.84 - 0.93 times the words in a sentence - 77 times the syllables in
/// a word. B1 is 60 and more.
package struct ReadingEase: CustomStringConvertible {
  package let sentences: Int
  package let words: Int
  package let syllables: Int

  /// The measure of a text; nil when it has no sentence.
  /// - Parameter elements: The elements of which the text counts.
  package init?(_ html: String, in elements: [String] = ["p", "li", "dd"]) {
    let text = html.matches(of: /<(p|li|dd)[^>]*>(.*?)<\/\1>/.dotMatchesNewlines())
      .filter { elements.contains(String($0.output.1)) }.map { String($0.output.2) }
      .map { $0.replacing(/\{\{[^}]*\}\}/, with: " ").replacing(/<[^>]*>/, with: "") }
    let sentences = text.flatMap { $0.split(whereSeparator: { ".!?:;".contains($0) }) }
      .map { $0.split { !$0.isLetter && $0 != "'" && $0 != "’" }.filter { $0.contains(where: \.isLetter) } }
      .filter { $0.count > 1 }
    guard !sentences.isEmpty else { return nil }
    self.sentences = sentences.count
    words = sentences.reduce(0) { $0 + $1.count }
    syllables = sentences.reduce(0) { $0 + $1.reduce(0) { $0 + Self.syllables($1) } }
  }

  /// From about 0, which hardly anyone reads, to 100.
  package var score: Double {
    206.84 - 0.93 * Double(words) / Double(sentences) - 77 * Double(syllables) / Double(words)
  }

  package var description: String { "\(sentences) sentences, \(words) words, \(syllables) syllables: \(Int(score))" }

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
