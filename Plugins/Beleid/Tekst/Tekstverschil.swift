/// What two texts say differently, place by place, as a table of what was and what became.
///
/// A paragraph is what is compared, by its words: how lines were broken is no difference. It ends at an empty line, and
/// before a line that begins an item of a list or is a heading.
struct Tekstverschil: Sendable, Hashable {
  /// In the order of the new text.
  let plekken: [Plek]

  /// The most paragraphs between the first and the last difference, of both texts together. Beyond it the one text is no
  /// version of the other, and finding what they share takes room with the square of it.
  static let meesteAlineas = 2000
  /// The most words of one place, of both texts together, that are compared one by one.
  static let meesteWoorden = 4000

  /// One paragraph as it was and as it became.
  struct Plek: Sendable, Hashable {
    /// The heading above it in the new text; nil when there is none.
    let kop: String?
    /// Empty when it was not there.
    let was: [Stuk]
    /// Empty when it is not there any more.
    let werd: [Stuk]

    /// Whether words on the one side stand on the other in another paragraph, so that they are neither new nor gone.
    var isVerplaatst: Bool { (was.isEmpty ? werd : werd.isEmpty ? was : []).contains { !$0.isAnders } }
  }

  /// Words that follow each other.
  struct Stuk: Sendable, Hashable {
    var woorden: String
    /// Whether the other text does not have them here.
    let isAnders: Bool
  }

  /// - Parameters:
  ///   - oud: The lines of the older text.
  ///   - nieuw: Those of the newer one.
  /// - Returns: nil when so much differs that the texts are better read beside each other.
  init?(van oud: [String], naar nieuw: [String]) {
    let (oud, nieuw) = (Alinea.alle(oud), Alinea.alle(nieuw))
    let begin = zip(oud, nieuw).prefix { $0 == $1 }.count
    let eind = zip(oud[begin...].reversed(), nieuw[begin...].reversed()).prefix { $0 == $1 }.count
    let (was, werd) = (oud[begin..<(oud.count - eind)], nieuw[begin..<(nieuw.count - eind)])
    guard was.count + werd.count <= Self.meesteAlineas else { return nil }
    var plekken: [Plek] = []
    var (kop, gelezen): (String?, Int) = (nil, 0)
    for (links, rechts) in Self.verschillen(was, werd) {
      let tot = min(rechts.lowerBound + 1, nieuw.count)
      kop = nieuw[gelezen..<tot].last { $0.isKop }?.kop ?? kop
      gelezen = tot
      plekken += Self.naastElkaar(was[links], werd[rechts], onder: kop)
    }
    self.plekken = plekken
  }

  /// The places of two lists that differ, without what they share between them.
  private static func verschillen(
    _ was: ArraySlice<Alinea>, _ werd: ArraySlice<Alinea>
  ) -> [(was: Range<Int>, werd: Range<Int>)] {
    var found: [(was: Range<Int>, werd: Range<Int>)] = []
    var (links, rechts) = (was.startIndex..<was.startIndex, werd.startIndex..<werd.startIndex)
    func sluit() { if !links.isEmpty || !rechts.isEmpty { found.append((links, rechts)) } }
    for step in EditScript(from: was, to: werd).steps {
      switch step {
      case .removed(let place): links = links.lowerBound..<(was.startIndex + place + 1)
      case .added(let place): rechts = rechts.lowerBound..<(werd.startIndex + place + 1)
      case .same(let old, let new):
        sluit()
        let (naLinks, naRechts) = (was.startIndex + old + 1, werd.startIndex + new + 1)
        (links, rechts) = (naLinks..<naLinks, naRechts..<naRechts)
      }
    }
    sluit()
    return found
  }

  /// Which words of the one are not in the other, and the other way round.
  private static func anders(_ was: [Substring], _ werd: [Substring]) -> (weg: Set<Int>, nieuw: Set<Int>) {
    EditScript(from: was, to: werd).steps.reduce(into: ([], [])) { anders, step in
      switch step {
      case .removed(let place): anders.weg.insert(place)
      case .added(let place): anders.nieuw.insert(place)
      case .same: break
      }
    }
  }

  /// Paragraphs that came in the place of others, in rows, with the words that differ marked.
  private static func naastElkaar(
    _ was: ArraySlice<Alinea>, _ werd: ArraySlice<Alinea>, onder kop: String?
  ) -> [Plek] {
    let (oud, nieuw) = (was.flatMap(\.woorden), werd.flatMap(\.woorden))
    // What was only added or taken away is marked whole, and so is what has too many words to compare one by one.
    let isVergelijkbaar = !oud.isEmpty && !nieuw.isEmpty && oud.count + nieuw.count <= meesteWoorden
    let (weg, erbij) =
      isVergelijkbaar ? anders(oud, nieuw) : (Set(oud.indices), Set(nieuw.indices))
    // The same words, in other paragraphs.
    if weg.isEmpty, erbij.isEmpty { return [] }
    let (links, rechts) = (stukken(was, weg), stukken(werd, erbij))
    return (0..<max(links.count, rechts.count)).map { row in
      Plek(
        kop: kop, was: links.indices.contains(row) ? links[row] : [],
        werd: rechts.indices.contains(row) ? rechts[row] : [])
    }
  }

  /// Each paragraph in runs of words that differ or do not.
  private static func stukken(_ alineas: ArraySlice<Alinea>, _ anders: Set<Int>) -> [[Stuk]] {
    var place = 0
    return alineas.map { alinea in
      alinea.woorden.reduce(into: [Stuk]()) { stukken, woord in
        let isAnders = anders.contains(place)
        place += 1
        if let last = stukken.indices.last, stukken[last].isAnders == isAnders {
          stukken[last].woorden += " " + woord
        } else {
          stukken.append(Stuk(woorden: String(woord), isAnders: isAnders))
        }
      }
    }
  }
}

/// A paragraph of a text, as the words in it.
private struct Alinea: Hashable {
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
    for regel in regels {
      let nieuwe = regel.split(whereSeparator: \.isWhitespace)
      if nieuwe.isEmpty || isBegin(nieuwe) || bytes + regel.utf8.count > Regelingenpublicatie.meesteBytes { sluit() }
      if isKop(nieuwe, regel) {
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
    return ["-", "*", "+", "•"].contains(eerste) || eerste.wholeMatch(of: /[0-9]{1,3}[.)°]|[a-z][.)]/) != nil
  }

  /// Whether a line is a heading: marked as one, or the name and number of a part of a regulation.
  private static func isKop(_ woorden: [Substring], _ regel: String) -> Bool {
    guard let eerste = woorden.first, regel.utf8.count <= 200 else { return false }
    if eerste.allSatisfy({ $0 == "#" }) { return woorden.count > 1 }
    return ["artikel", "hoofdstuk", "paragraaf", "afdeling", "bijlage"].contains(eerste.lowercased())
      && woorden.dropFirst().first?.wholeMatch(of: /[0-9IVXLC]+([.:][0-9]+)*[a-z]?[.:]?/) != nil && woorden.count <= 20
  }
}
