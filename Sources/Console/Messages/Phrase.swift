/// An English sentence with holes, `{}`, and the Dutch sentence that the same words go into.
struct Phrase: Sendable {
  /// What stands around the holes, in order.
  private let english: [Substring]
  private let dutch: [Substring]

  init(_ english: String, _ dutch: String) {
    self.english = Self.parts(english)
    self.dutch = Self.parts(dutch)
    precondition(self.english.count == self.dutch.count, "both sentences need the same holes: \(english)")
  }

  /// The Dutch sentence, when `text` is the English one; the words in the holes are first given to `filling`.
  func translated(_ text: Substring, filling: (String) -> String = { $0 }) -> String? {
    guard let first = english.first, let last = english.last, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var words: [String] = []
    for (index, part) in english.enumerated().dropFirst() {
      if index == english.count - 1 {
        guard rest.hasSuffix(last) else { return nil }
        words.append(String(rest.dropLast(last.count)))
        rest = ""
      } else {
        guard let place = rest.firstRange(of: part) else { return nil }
        words.append(String(rest[..<place.lowerBound]))
        rest = rest[place.upperBound...]
      }
    }
    guard rest.isEmpty else { return nil }
    return zip(dutch, words.map(filling) + [""]).map { $0 + $1 }.joined()
  }

  private static func parts(_ sentence: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = sentence[...]
    while let hole = rest.firstRange(of: "{}") {
      parts.append(rest[..<hole.lowerBound])
      rest = rest[hole.upperBound...]
    }
    return parts + [rest]
  }
}
