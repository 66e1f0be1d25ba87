/// A paragraph of a text, as the words in it.
struct Alinea: Hashable {
  let woorden: [Substring]
  let isKop: Bool

  static func == (one: Alinea, other: Alinea) -> Bool { one.woorden == other.woorden }
  func hash(into hasher: inout Hasher) { hasher.combine(woorden) }

  /// The paragraphs of lines. One that is long goes on in the next, so that no place is more than a page.
  static func alle(_ regels: [String]) -> [Alinea] {
    var alineas: [Alinea] = []
    var (woorden, bytes): ([Substring], Int) = ([], 0)
    func sluit() {
      if !woorden.isEmpty { alineas.append(Alinea(woorden: woorden, isKop: false)) }
      (woorden, bytes) = ([], 0)
    }
    let gesplitst = regels.map { $0.split(whereSeparator: \.isWhitespace) }
    for (index, (regel, nieuwe)) in zip(regels, gesplitst).enumerated() {
      if nieuwe.isEmpty || isBegin(nieuwe) || bytes + regel.utf8.count > Tekstregels.meesteBytes { sluit() }
      let staatLos =
        (index == 0 || gesplitst[index - 1].isEmpty)
        && !gesplitst.dropFirst(index + 1).prefix(1).contains(where: isBegin)
      if isKop(nieuwe, regel, staatLos: staatLos) {
        sluit()
        alineas.append(Alinea(woorden: nieuwe, isKop: true))
      } else {
        woorden += nieuwe
        bytes += regel.utf8.count
      }
    }
    sluit()
    return alineas
  }

  /// A heading without the signs that make it one.
  var kop: String { woorden.drop { $0.allSatisfy { $0 == "#" } }.joined(separator: " ") }

  /// Whether a line begins an item of a list.
  private static func isBegin(_ woorden: [Substring]) -> Bool {
    guard woorden.count > 1, let eerste = woorden.first else { return false }
    return ["-", "*", "+", "•"].contains(eerste) || isNummer(eerste)
  }

  private static func isNummer(_ woord: Substring) -> Bool {
    woord.wholeMatch(of: /[0-9]{1,3}(\.[0-9]{1,3})+[.)°]?|[0-9]{1,3}[.)°]|[a-z][.)]/) != nil
  }

  /// Whether a line is a heading: marked as one, the name and number of a part of a regulation, or a number and a few
  /// words that are no sentence, where it stands by itself: below an empty line and above what is no item of a list.
  private static func isKop(_ woorden: [Substring], _ regel: String, staatLos: Bool) -> Bool {
    guard woorden.count > 1, woorden.count <= 20, regel.utf8.count <= 200, let eerste = woorden.first else {
      return false
    }
    if eerste.allSatisfy({ $0 == "#" }) { return true }
    if delen.contains(eerste.lowercased()) {
      return woorden[1].wholeMatch(of: /[0-9IVXLC]+([.:][0-9]+)*[a-z]?[.:]?/) != nil
    }
    return staatLos && isNummer(eerste) && !".,;:!?".contains(regel.last { !$0.isWhitespace } ?? ".")
  }

  private static let delen: Set = ["artikel", "hoofdstuk", "paragraaf", "afdeling", "bijlage"]
}
