/// What was probably meant by a slip of the finger: the one place that knows, for commands, handles, names and codes.
public enum Nearest {
  /// No name of this length is a slip of another.
  private static let longest = 100

  /// The name that lies nearest to what was typed, without regard to case; nil when none lies near, the first of several
  /// that lie equally near.
  /// - Parameters:
  ///   - names: Only names that the reader may see.
  ///   - least: How many letters may differ at the least, however short the word; a third of it may, and three at most.
  public static func name(
    to typed: String, among names: some Sequence<String>, allowing least: Int = 1
  ) -> String? {
    let wanted = Array(typed.comparisonKey)
    guard (2...longest).contains(wanted.count) else { return nil }
    var nearest: (name: String, distance: Int)?
    for name in names {
      let most = nearest.map { $0.distance - 1 } ?? max(least, min(3, wanted.count / 3))
      guard most >= 0, let distance = distance(wanted, Array(name.comparisonKey), most: most) else { continue }
      nearest = (name, distance)
    }
    return nearest?.name
  }

  /// The same for a handle such as `gedragscode@2`, `gemeentesecretaris/1` or `inspectie-1`: only the word is compared.
  public static func handle(to typed: String, among words: some Sequence<String>) -> String? {
    let end = typed.firstIndex { $0 == "@" || $0 == "/" }
    let number = typed.firstRange(of: /-[0-9]+$/)?.lowerBound
    let cut = end ?? number ?? typed.endIndex
    return name(to: String(typed[..<cut]), among: words).map { $0 + typed[cut...] }
  }

  /// "bedoelt u «bron»?"; nil when none lies near.
  public static func text(_ typed: String, among names: some Sequence<String>) -> Text? {
    name(to: typed, among: names).map { Text(nl: "bedoelt u «\($0)»?", en: "did you mean “\($0)”?") }
  }

  /// The question whether this was meant, to stand before what else to do; empty when nothing lies near.
  public static func question(_ meant: String?) -> Text {
    meant.map { Text(nl: "bedoelt u «\($0)»? ", en: "did you mean “\($0)”? ") } ?? Text("")
  }

  /// How many letters were left out, added, changed, or swapped with their neighbour (Damerau-Levenshtein, each letter
  /// moved once); nil for more than `most`.
  /// - Complexity: The product of the lengths; nothing when the lengths differ too much.
  static func distance(_ one: [Character], _ other: [Character], most: Int) -> Int? {
    guard abs(one.count - other.count) <= most, other.count <= longest else { return nil }
    var (before, row) = ([Int](), Array(0...other.count))
    for (i, letter) in one.enumerated() {
      var next = [i + 1]
      for (j, there) in other.enumerated() {
        var best = min(next[j] + 1, row[j + 1] + 1, row[j] + (letter == there ? 0 : 1))
        if i > 0, j > 0, letter == other[j - 1], one[i - 1] == there { best = min(best, before[j - 1] + 1) }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[other.count] <= most ? row[other.count] : nil
  }
}
