/// Which words of paragraphs are not in those that came in their place, and the other way round; by their places among
/// all words of the one and of the other.
struct Woordverschil {
  private(set) var weg: Set<Int> = []
  private(set) var nieuw: Set<Int> = []

  /// The most words, of both together, that are compared one by one.
  static let meesteWoorden = 4000

  /// Compares the words of paragraphs.
  init(van was: ArraySlice<Alinea>, naar werd: ArraySlice<Alinea>) {
    let (oud, nieuwe) = (Self.woorden(was), Self.woorden(werd))
    // What was only added or taken away is marked whole, and so is what has too many words to compare.
    guard !oud.isEmpty, !nieuwe.isEmpty, oud.count + nieuwe.count <= Self.meesteWoorden else {
      (weg, nieuw) = (Set(oud.indices), Set(nieuwe.indices))
      return
    }
    // The words that stayed since the last that did not, and whether all that is in one paragraph.
    var (gebleven, isEen): ([(old: Int, new: Int)], Bool) = ([], false)
    func staanBijeen(_ step: EditScript.Step) -> Bool {
      guard let last = gebleven.last else { return true }
      return switch step {
      case .same(let old, let new):
        oud[old].alinea == oud[last.old].alinea && nieuwe[new].alinea == nieuwe[last.new].alinea
      case .removed(let place): oud[place].alinea == oud[last.old].alinea
      case .added(let place): nieuwe[place].alinea == nieuwe[last.new].alinea
      }
    }
    var vorige: EditScript.Step?
    for step in EditScript(from: oud.map(\.woord), to: nieuwe.map(\.woord)).steps {
      if case .same(let old, let new) = step {
        isEen = isEen && staanBijeen(step)
        gebleven.append((old, new))
        if gebleven.count == 1 { isEen = vorige.map(staanBijeen) ?? false }
        continue
      }
      // A word or two that stayed between words that did not are marked with them: "of" and "de" stand in any sentence.
      if gebleven.count <= 2, isEen, staanBijeen(step) {
        weg.formUnion(gebleven.map(\.old))
        nieuw.formUnion(gebleven.map(\.new))
      }
      gebleven = []
      vorige = step
      if case .removed(let place) = step { weg.insert(place) }
      if case .added(let place) = step { nieuw.insert(place) }
    }
  }

  private static func woorden(_ alineas: ArraySlice<Alinea>) -> [(woord: Substring, alinea: Int)] {
    alineas.indices.flatMap { index in alineas[index].woorden.map { ($0, index) } }
  }
}
