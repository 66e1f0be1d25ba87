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

  /// Paragraphs that came in the place of others, in rows, with the words that differ marked.
  private static func naastElkaar(
    _ was: ArraySlice<Alinea>, _ werd: ArraySlice<Alinea>, onder kop: String?
  ) -> [Plek] {
    let verschil = Woordverschil(van: was, naar: werd)
    // The same words, in other paragraphs.
    if verschil.weg.isEmpty, verschil.nieuw.isEmpty { return [] }
    let (links, rechts) = (stukken(was, verschil.weg), stukken(werd, verschil.nieuw))
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
