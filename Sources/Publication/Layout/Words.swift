/// Words as a page in Dutch puts them together.
extension String {
  /// The same as a sentence begins with it.
  public var asSentenceStart: String { prefix(1).uppercased() + dropFirst() }
}

extension Collection<String> {
  /// The same one after the other: "a, b en c"; nothing when there is none.
  public var asDutchList: String {
    let words = Array(self)
    guard words.count > 1, let last = words.last else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " en " + last
  }
}
