import Governance

/// A place in a file: line and column, from 1.
struct Plaats: Sendable, Hashable, Comparable, CustomStringConvertible {
  let regel: Int
  let kolom: Int

  /// "12:5".
  var description: String { "\(regel):\(kolom)" }

  static func < (left: Plaats, right: Plaats) -> Bool { (left.regel, left.kolom) < (right.regel, right.kolom) }
}

/// What is wrong with a procedure file, where, and what was expected.
struct Fout: Sendable, Hashable {
  /// The kinds of fault; tests and scripts know them by these names.
  enum Soort: String, Sendable, CaseIterable {
    // The file.
    case teGroot, geenUTF8, geenYAML, anker, label, teDiep
    // Its form.
    case dubbeleSleutel, onbekendeSleutel, ontbreekt, verkeerdeVorm, aanhalingstekens, geenJaNee, geenGetal
    case onbekendeWaarde, geenLengte, geenBron, geenNaam
    // What it says.
    case zonderBron, keuzeNietGenoemd, onbekendeRol, onbekendeDeelnemer, onbekendeToestand, onbekendeStap
    case onbekendVeld, onbekendeTermijn, geenBegin, onbereikbaar, geenUitweg, stapBuitenSpoor, niemandTekent
    case zonderZichtbaarheid, tekenaarZietNiet, betrokkeneZietIdentiteit, termijnNooitGehaald, termijnVoorBegin
    case termijnInKring, zonderVolgorde, zonderGevolg, opschortingZonderEinde, opschortingZonderArtikel
    case niemandBeslist, bewaringZonderBegin, bewarenMetDatum
  }

  let plaats: Plaats
  let soort: Soort
  let gevonden: Text
  let verwacht: Text?

  /// "gevonden …; verwacht …".
  var text: Text {
    verwacht.map { gevonden + Text(nl: "; verwacht: ", en: "; expected: ") + $0 } ?? gevonden
  }
}

/// Where in a file each part of a procedure stands, by its path, such as `stappen/StandpuntVerzonden/van`.
struct Plaatsen: Sendable {
  private var bekend: [String: Plaats] = [:]

  /// The place of a path, or of the nearest part above it that has one.
  subscript(pad: [String]) -> Plaats {
    var pad = pad
    while true {
      if let plaats = bekend[pad.joined(separator: "/")] { return plaats }
      guard pad.popLast() != nil else { return Plaats(regel: 1, kolom: 1) }
    }
  }

  mutating func zet(_ pad: [String], _ plaats: Plaats) { bekend[pad.joined(separator: "/")] = plaats }
}

/// What has been found so far, by everyone who reads a part.
final class Verslag {
  /// Who mends these has a file that can be looked at again; what comes after them is not kept.
  static let meeste = 500

  private(set) var fouten: [Fout] = []
  private var gemeld: Set<Fout> = []
  var plaatsen = Plaatsen()

  private var invoegingen: [(plaats: Plaats, lengte: Int)] = []

  /// Remembers that letters were put into the text, which the places in the file do not know of.
  func ingevoegd(_ lengte: Int, at plaats: Plaats) { invoegingen.append((plaats, lengte)) }

  /// Every fault at its place in the file, in the order of the file.
  var inVolgorde: [Fout] {
    fouten.map { fout in
      let place = invoegingen.reversed().reduce(fout.plaats) { place, put in
        guard place.regel == put.plaats.regel, place.kolom > put.plaats.kolom else { return place }
        return Plaats(regel: place.regel, kolom: max(put.plaats.kolom, place.kolom - put.lengte))
      }
      return Fout(plaats: place, soort: fout.soort, gevonden: fout.gevonden, verwacht: fout.verwacht)
    }.sorted { ($0.plaats, $0.soort.rawValue) < ($1.plaats, $1.soort.rawValue) }
  }

  /// Whether there is no use in looking further.
  var isVol: Bool { fouten.count >= Self.meeste }

  func fout(_ soort: Fout.Soort, _ plaats: Plaats, _ gevonden: Text, verwacht: Text? = nil) {
    let fout = Fout(plaats: plaats, soort: soort, gevonden: gevonden, verwacht: verwacht)
    if !isVol, gemeld.insert(fout).inserted { fouten.append(fout) }
  }
}

/// The nearest of some words to one that is not among them.
enum Bedoeld {
  /// "bedoelt u «bron»?"; nil when none is near.
  static func text(_ found: String, among words: some Sequence<String>) -> Text? {
    nearest(found, among: words).map { Text(nl: "bedoelt u «\($0)»?", en: "did you mean “\($0)”?") }
  }

  static func nearest(_ found: String, among words: some Sequence<String>) -> String? {
    guard found.count <= 60 else { return nil }
    let ranked = words.map { ($0, distance(Array(found.lowercased()), Array($0.lowercased()))) }
    guard let best = ranked.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }), best.1 <= max(1, found.count / 3) else {
      return nil
    }
    return best.0
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for (other, second) in right.enumerated() {
        let above = row[other + 1]
        row[other + 1] = min(above + 1, row[other] + 1, corner + (letter == second ? 0 : 1))
        corner = above
      }
    }
    return row[right.count]
  }
}
