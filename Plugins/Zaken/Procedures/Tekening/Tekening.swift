import Drawing
import Governance

/// A procedure as a picture: its states and what leads from one to another, its steps and its terms. Always in Dutch.
struct Tekening {
  let procedure: Procedure

  init(_ procedure: Procedure) { self.procedure = procedure }

  private static let rand = 32.0
  private static let breedte = 1500.0

  /// The picture; the same procedure gives the same bytes.
  var svg: String {
    var blad = Blad()
    var y = Self.rand
    blad.tekst("\(procedure.id) \(procedure.titel)", Self.rand, y + 18, .titel)
    blad.tekst("\(procedure.organisatie), versie \(procedure.versie); \(procedure.regeling)", Self.rand, y + 42, .klein)
    y += 66
    let numbers = Dictionary(
      uniqueKeysWithValues: procedure.stappen.enumerated().map { ($0.element.id, $0.offset + 1) })
    for spoor in procedure.sporen { y = sporen(&blad, spoor, numbers, y) }
    y = stappen(&blad, numbers, y + 16)
    y = termijnen(&blad, y + 16)
    return blad.svg(
      max(Self.breedte, blad.rechts + Self.rand), y + Self.rand, titel: "\(procedure.id) \(procedure.titel)")
  }

  // MARK: States

  private func sporen(_ blad: inout Blad, _ spoor: String, _ numbers: [String: Int], _ top: Double) -> Double {
    var top = top
    if procedure.sporen.count > 1 {
      blad.tekst(spoor == Toestand.hoofdspoor ? "Hoofdspoor" : "Spoor \(spoor)", Self.rand, top + 14, .kop)
      top += 28
    }
    let states = procedure.toestanden.filter { $0.spoor == spoor }
    let ids = Set(states.map(\.id))
    var between: [[String]: [Int]] = [:]
    var roots: [String] = []
    for stap in procedure.stappen {
      for naar in stap.naar.toestanden where ids.contains(naar) {
        if stap.van == .niets { roots.append(naar) }
        for van in procedure.vanuit(stap) { between[[van.id, naar], default: []].append(numbers[stap.id] ?? 0) }
      }
    }
    let arrows = between.map { Laagindeling.Pijl(van: $0.key[0], naar: $0.key[1], nummers: $0.value.sorted()) }
      .sorted { ($0.nummers[0], $0.van, $0.naar) < ($1.nummers[0], $1.van, $1.naar) }
    let layout = Laagindeling(states.map(\.id), arrows, wortels: roots)
    return teken(&blad, layout, states, top)
  }

  private func teken(_ blad: inout Blad, _ layout: Laagindeling, _ states: [Toestand], _ top: Double) -> Double {
    let (box, height, row) = (160.0, 44.0, 66.0)
    let column = 244.0
    func middle(_ place: Laagindeling.Plek) -> (x: Double, y: Double) {
      (Self.rand + Double(place.laag) * column + box / 2, top + height / 2 + place.y * row)
    }
    var badges: [(x: Double, y: Double)] = []
    for loop in layout.lopen {
      let places = loop.plekken.map { layout.plekken[$0] }
      let isBack = (places.first?.laag ?? 0) > (places.last?.laag ?? 0)
      var points = places.map { middle($0) }
      let side = isBack ? -box / 2 : box / 2
      points[0].x += side
      points[points.count - 1].x -= side
      blad.pijl(points, terug: isBack)
      var at = Self.opDeBoog(points[0], points[1])
      while badges.contains(where: { abs($0.x - at.x) < 30 && abs($0.y - at.y) < 18 }) {
        at = (at.x, at.y + (points[1].y >= points[0].y ? 10 : -10))
      }
      badges.append(at)
      blad.nummer(loop.pijl.nummers.map(String.init).joined(separator: " "), at.x, at.y)
    }
    for place in layout.plekken {
      guard let state = states.first(where: { $0.id == place.toestand }) else { continue }
      let at = middle(place)
      blad.toestand(state, at.x - box / 2, at.y - height / 2, box, height)
    }
    return top + ((layout.plekken.map(\.y).max() ?? 0) * row) + height + 28
  }

  /// A little way along the curve on which an arrow leaves.
  private static func opDeBoog(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) -> (x: Double, y: Double) {
    let (t, rest) = (0.36, 0.64)
    let along = 1.5 * rest * rest * t + 1.5 * rest * t * t + t * t * t
    return (from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * (3 * rest * t * t + t * t * t))
  }

  // MARK: Steps and terms

  private func stappen(_ blad: inout Blad, _ numbers: [String: Int], _ top: Double) -> Double {
    var y = top
    blad.tekst("Stappen", Self.rand, y + 14, .kop)
    y += 30
    let columns = [Self.rand, Self.rand + 34, Self.rand + 330, Self.rand + 560, Self.rand + 930]
    for (x, text) in zip(columns.dropFirst(), ["stap", "door", "van → naar", "haalt en begint"]) {
      blad.tekst(text, x, y + 10, .klein)
    }
    y += 20
    for stap in procedure.stappen {
      let met = procedure.gehaald(door: stap.id).map(\.id)
      let started = procedure.begonnen(door: stap.id).map(\.id)
      let terms =
        (met.isEmpty ? [] : ["haalt \(met.joined(separator: ", "))"])
        + (started.isEmpty ? [] : ["begint \(started.joined(separator: ", "))"])
      let cells = [
        SVG.lines(stap.id, 40), SVG.lines(stap.door.joined(separator: ", "), 34), SVG.lines(gang(stap), 50),
        SVG.lines(terms.joined(separator: "; "), 74),
      ]
      let lines = cells.map(\.count).max() ?? 1
      blad.lijn(Self.rand, y, Self.breedte - Self.rand)
      blad.nummer("\(numbers[stap.id] ?? 0)", columns[0] + 12, y + 13)
      for (x, cell) in zip(columns.dropFirst(), cells) {
        for (index, line) in cell.enumerated() { blad.tekst(line, x, y + 17 + Double(index) * 15, .gewoon) }
      }
      y += Double(lines) * 15 + 9
    }
    return y
  }

  private func gang(_ stap: Stap) -> String {
    let from: String =
      switch stap.van {
      case .niets: "(begin)"
      case .open: "elke open toestand"
      case .alle: "elke toestand"
      case .toestanden(let ids): ids.joined(separator: ", ")
      }
    let to = stap.naar.toestanden.joined(separator: " of ")
    return to.isEmpty ? from : "\(from) → \(to)"
  }

  private func termijnen(_ blad: inout Blad, _ top: Double) -> Double {
    guard !procedure.termijnen.isEmpty else { return top }
    var y = top
    blad.tekst("Termijnen", Self.rand, y + 14, .kop)
    y += 30
    for termijn in procedure.termijnen {
      blad.lijn(Self.rand, y, Self.breedte - Self.rand)
      let name = SVG.lines(termijn.naam, 42)
      let ends = SVG.lines("haalt: " + termijn.gehaald.map(\.text).joined(separator: ", "), 50)
      blad.tekst(termijn.id, Self.rand, y + 17, .vet)
      for (index, line) in name.enumerated() { blad.tekst(line, Self.rand + 150, y + 17 + Double(index) * 15, .gewoon) }
      blad.balk(
        termijn.lengteText.nl, Self.rand + 450, y + 7, Self.dagen(termijn).map { 60 + 260 * min(1, $0 / 120) } ?? 140,
        isWet: termijn.grondslag != .eigenRegel)
      let starts = SVG.lines("begint: \(termijn.beginText.nl)", 46)
      for (index, line) in starts.enumerated() {
        blad.tekst(line, Self.rand + 790, y + 17 + Double(index) * 15, .gewoon)
      }
      for (index, line) in ends.enumerated() {
        blad.tekst(line, Self.rand + 1120, y + 17 + Double(index) * 15, .gewoon)
      }
      y += Double(max(name.count, starts.count, ends.count)) * 15 + 10
    }
    return y
  }

  /// About how many days a term takes, for the length of its bar only.
  private static func dagen(_ termijn: Termijn) -> Double? {
    termijn.duur.lengtes.last.map { length in
      let one: Double =
        switch length.unit {
        case .minuten: 1 / 1440
        case .uren: 1 / 24
        case .dagen: 1
        case .werkdagen: 7 / 5
        case .weken: 7
        case .maanden: 30
        case .jaren: 365
        }
      return Double(length.count) * one
    }
  }
}
