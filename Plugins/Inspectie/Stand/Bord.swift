import Drawing
import Governance

/// How demands stand, as a picture to print: a board with a box for each demand, and the measures on a time line with the
/// term. Always in Dutch; each state has a sign and an edge of its own, so that nothing depends on colour.
public struct Bord: Sendable {
  let beelden: [Standbeeld]

  /// A board of one or more trees.
  public init(_ beelden: [Standbeeld]) { self.beelden = beelden }

  private static let rand = 32.0
  private static let breedte = 1120.0
  private static let kolommen = 3
  /// What fits on a sheet of A4 with its margins, at this width.
  private static let bladhoogte = 1480.0
  private static let maatregelhoogte = 56.0
  private static let maatregelenPerBlad = 22

  private static let style = """
    .vak{fill:#fff;stroke:#333;stroke-width:1}.lijn{stroke:#bbb;stroke-width:1;fill:none}
    .aangetoond{fill:#dfeee0;stroke:#1d5c2e;stroke-width:3}.stukAanwezig{fill:#eef3f8;stroke:#1f4e79;stroke-width:1.5}
    .gedeeltelijk{fill:#fff8dc;stroke:#7a5c00;stroke-width:1.5;stroke-dasharray:9 4}
    .nietAangetoond{fill:#fff;stroke:#8a1c1c;stroke-width:1.5;stroke-dasharray:2 3}
    .alternatief{fill:#f1eaf6;stroke:#5a3a78;stroke-width:1.5;stroke-dasharray:12 3 2 3}
    .nietVanToepassing{fill:#f4f4f4;stroke:#999;stroke-width:1}
    .teken{font-size:15px;font-weight:bold}.termijn{stroke:#8a1c1c;stroke-width:2;fill:none;stroke-dasharray:7 4}
    .vandaag{stroke:#333;stroke-width:1;fill:none;stroke-dasharray:2 3}.loop{fill:#d9d9d9;stroke:#555;stroke-width:1}
    .gedaan{fill:#333;stroke:#333;stroke-width:1}.open{fill:#fff;stroke:#333;stroke-width:1.5}
    """

  /// The picture; the same state gives the same bytes.
  public var svg: String { Self.tekening(beelden.flatMap(blokken)) }

  /// The same as pictures that each fit on a page of paper, so that no box is cut in two.
  public var bladen: [String] {
    var bladen: [[Blok]] = []
    for beeld in beelden {
      var (blad, height) = ([Blok](), 0.0)
      for blok in blokken(beeld) {
        if height + blok.hoogte > Self.bladhoogte, !blad.isEmpty {
          bladen.append(blad)
          (blad, height) = ([], 0)
        }
        blad.append(blok)
        height += blok.hoogte
      }
      bladen.append(blad)
    }
    return bladen.map(Self.tekening)
  }

  /// A part of the picture that is not broken.
  private struct Blok {
    let hoogte: Double
    /// Draws it below a line.
    let teken: (_ content: inout [String], _ top: Double) -> Void
  }

  private static func tekening(_ blokken: [Blok]) -> String {
    var content: [String] = []
    var y = rand
    for blok in blokken {
      blok.teken(&content, y)
      y += blok.hoogte
    }
    return SVG.document(
      width: breedte, height: y + rand, title: "Stand van de eisen", style: style, content: content)
  }

  private func blokken(_ beeld: Standbeeld) -> [Blok] {
    var blokken = [Blok(hoogte: 78) { kop(beeld, &$0, $1) }]
    for deel in beeld.boom.delen {
      let demands = beeld.eisen.filter { $0.eis.deel == deel.id }
      for start in stride(from: 0, to: demands.count, by: Self.kolommen) {
        let row = Array(demands[start..<min(start + Self.kolommen, demands.count)])
        let (height, lead) = (hoogte(row), start == 0 ? 36.0 : 10.0)
        blokken.append(
          Blok(hoogte: lead + height) { content, top in
            if start == 0 { content.append(SVG.text(deel.titel, Self.rand, top + 26, class: "kop")) }
            rij(row, &content, top + lead, height)
          })
      }
    }
    for start in stride(from: 0, to: beeld.maatregelen.count, by: Self.maatregelenPerBlad) {
      let measures = Array(beeld.maatregelen[start...].prefix(Self.maatregelenPerBlad))
      blokken.append(
        Blok(hoogte: 126 + Double(measures.count) * Self.maatregelhoogte) {
          tijdlijn(measures, beeld, &$0, $1 + 34)
        })
    }
    blokken.append(Blok(hoogte: 30) { _, _ in })
    return blokken
  }

  private func kop(_ beeld: Standbeeld, _ content: inout [String], _ top: Double) {
    content.append(SVG.text("\(beeld.boom.id) \(beeld.boom.titel)", Self.rand, top + 18, class: "titel"))
    let letter = beeld.zaak.map { zaak in
      "Brief\(zaak.kenmerk.map { " \($0)" } ?? "") van \(zaak.dagtekening.text.nl)"
        + (zaak.uiterlijk.map { "; voldoen uiterlijk \($0.text.nl)" } ?? "")
    }
    content.append(
      SVG.text(
        "Op \(beeld.dag.text.nl). \(letter ?? "Er is geen eis opgelegd").", Self.rand, top + 42, class: "klein"))
    legenda(beeld, &content, top + 56)
  }

  // MARK: The board

  private func legenda(_ beeld: Standbeeld, _ content: inout [String], _ top: Double) {
    var x = Self.rand
    for stand in Stand.allCases {
      content.append(SVG.box(x, top, 26, 20, class: stand.rawValue, round: 3))
      content.append(SVG.text(stand.teken, x + 13, top + 15, class: "teken", centered: true))
      let label = "\(stand.text.nl): \(beeld.aantal(stand))"
      content.append(SVG.text(label, x + 33, top + 14))
      x += 58 + Double(label.count) * 6.9
    }
  }

  /// How high the boxes of a row are: as high as the one with the most lines.
  private func hoogte(_ row: [Eisstand]) -> Double {
    let texts = row.map { SVG.lines($0.eis.woorden, 44) + regels($0).flatMap { SVG.lines($0, 48).prefix(3) } }
    return 30 + Double(texts.map(\.count).max() ?? 1) * 15
  }

  private func rij(_ row: [Eisstand], _ content: inout [String], _ y: Double, _ height: Double) {
    let gap = 10.0
    let width = (Self.breedte - 2 * Self.rand - gap * Double(Self.kolommen - 1)) / Double(Self.kolommen)
    for (column, demand) in row.enumerated() {
      vak(demand, &content, Self.rand + Double(column) * (width + gap), y, width, height)
    }
  }

  private func vak(
    _ demand: Eisstand, _ content: inout [String], _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) {
    content.append(SVG.box(x, y, width, height, class: demand.stand.rawValue, round: 4))
    content.append(SVG.text(demand.stand.teken, x + 15, y + 20, class: "teken", centered: true))
    let number = demand.nummer.map { " (brief: \($0))" } ?? ""
    content.append(SVG.text("\(demand.eis.id)\(number) – \(demand.stand.text.nl)", x + 30, y + 19, class: "vet"))
    var line = y + 36
    for text in SVG.lines(demand.eis.woorden, 44) {
      content.append(SVG.text(text, x + 12, line))
      line += 15
    }
    for text in regels(demand).flatMap({ SVG.lines($0, 48).prefix(3) }) {
      content.append(SVG.text(text, x + 12, line, class: "klein"))
      line += 15
    }
  }

  /// What stands in a box beneath the words: when it was done, or the first thing that is missing.
  private func regels(_ demand: Eisstand) -> [String] {
    if demand.stand == .nietVanToepassing { return [] }
    var lines: [String] = []
    if let last = demand.feiten.max(by: { ($0.laatst, $0.position) < ($1.laatst, $1.position) }) {
      let lies = last.ligging == .zonderTermijn ? "" : ", \(last.ligging.text.nl)"
      lines.append("gedaan: \(last.gedaan.text.nl)\(lies)")
    }
    if let instead = demand.alternatief { lines.append("in plaats daarvan: \(instead.maatregel)") }
    if let judged = demand.beoordeling {
      lines.append("beoordeeld: \(judged.uitkomst.text.nl), door \(judged.rol?.text.nl ?? "?")")
    }
    if let missing = demand.ontbreekt.first { lines.append(missing.nl) }
    return lines
  }

  // MARK: The time line

  private func tijdlijn(
    _ measures: [Maatregelstand], _ beeld: Standbeeld, _ content: inout [String], _ top: Double
  ) {
    content.append(SVG.text("Maatregelen in de tijd", Self.rand, top, class: "kop"))
    content.append(
      SVG.text(
        "balk: van vastlegging tot de laatste dag voor uitvoering; ■ uitgevoerd, □ nog niet; ◆ geëvalueerd, ◇ nog niet",
        Self.rand, top + 18, class: "klein"))
    let scale = Tijdschaal(beeld, van: 330, tot: Self.breedte - Self.rand - 60)
    let first = top + 52
    let height = Self.maatregelhoogte
    let bottom = first + Double(measures.count) * height
    for month in scale.maanden {
      let x = scale.x(month)
      content.append(SVG.path("M\(SVG.number(x)) \(SVG.number(first - 12))V\(SVG.number(bottom))", class: "lijn"))
      content.append(SVG.text(scale.label(month), x + 3, first - 16, class: "klein"))
    }
    if let due = beeld.zaak?.uiterlijk {
      let x = scale.x(due)
      content.append(
        SVG.path("M\(SVG.number(x)) \(SVG.number(first - 12))V\(SVG.number(bottom + 6))", class: "termijn"))
      content.append(SVG.text("termijn \(due.text.nl)", x, bottom + 22, class: "vet", centered: true))
    }
    let now = scale.x(beeld.dag)
    content.append(
      SVG.path("M\(SVG.number(now)) \(SVG.number(first - 12))V\(SVG.number(bottom + 6))", class: "vandaag"))
    content.append(SVG.text("op \(beeld.dag.text.nl)", now, bottom + 38, class: "klein", centered: true))
    for (index, measure) in measures.enumerated() {
      maatregel(measure, &content, first + Double(index) * height, scale)
    }
  }

  private func maatregel(_ measure: Maatregelstand, _ content: inout [String], _ y: Double, _ scale: Tijdschaal) {
    let lines = SVG.lines("\(measure.handle) \(measure.omschrijving)", 40)
    let shown = lines.count > 2 ? [lines[0], lines[1] + " …"] : lines
    for (index, line) in shown.enumerated() {
      content.append(SVG.text(line, Self.rand, y + 8 + Double(index) * 14, class: index == 0 ? "vet" : ""))
    }
    let trouble = measure.bevindingen.first.map { "! \($0.nl)" } ?? measure.verantwoordelijkeText.nl
    content.append(SVG.text(trouble, Self.rand, y + 10 + Double(shown.count) * 14, class: "klein"))
    let start = measure.vastgelegd.earliest.map { scale.x($0) } ?? scale.begin
    let due = measure.uitvoerenVoor.map { scale.x($0) }
    let done = measure.uitgevoerd?.latest.map { scale.x($0) }
    if let end = due ?? done {
      content.append(SVG.box(min(start, end), y + 9, max(2, abs(end - start)), 10, class: "loop"))
    } else {
      content.append(SVG.text("geen datum voor de uitvoering", start + 4, y + 18, class: "klein"))
    }
    if let place = done ?? due {
      content.append(SVG.box(place - 6, y + 8, 12, 12, class: done == nil ? "open" : "gedaan"))
    }
    let evaluated = measure.geevalueerd?.latest.map { scale.x($0) }
    if let place = evaluated ?? measure.evaluerenVoor.map({ scale.x($0) }) {
      let (x, middle) = (place, y + 14)
      content.append(
        SVG.path(
          "M\(SVG.number(x)) \(SVG.number(middle - 8))L\(SVG.number(x + 8)) \(SVG.number(middle))L\(SVG.number(x)) \(SVG.number(middle + 8))L\(SVG.number(x - 8)) \(SVG.number(middle))Z",
          class: evaluated == nil ? "open" : "gedaan"))
    }
  }
}

extension Bewijsfeit {
  /// The last day on which it can have been done.
  fileprivate var laatst: CalendarDate { gedaan.latest ?? vastgelegd }
}

extension Stand {
  /// A sign that is told apart without colour.
  var teken: String {
    switch self {
    case .aangetoond: "✓"
    case .stukAanwezig: "▤"
    case .gedeeltelijk: "◐"
    case .nietAangetoond: "✗"
    case .alternatief: "⇄"
    case .nietVanToepassing: "–"
    }
  }
}

/// Days as places on a line.
private struct Tijdschaal {
  let begin: Double
  private let einde: Double
  private let eerste: CalendarDate
  private let laatste: CalendarDate

  init(_ beeld: Standbeeld, van begin: Double, tot einde: Double) {
    (self.begin, self.einde) = (begin, einde)
    let measured = beeld.maatregelen.flatMap { measure in
      [
        measure.vastgelegd.earliest, measure.uitvoerenVoor, measure.uitgevoerd?.latest, measure.evaluerenVoor,
        measure.geevalueerd?.latest,
      ]
    }
    let days = (measured + [beeld.zaak?.dagtekening.earliest, beeld.zaak?.uiterlijk, beeld.dag]).compactMap(\.self)
    eerste = days.min() ?? beeld.dag
    laatste = days.max() ?? beeld.dag
  }

  func x(_ day: CalendarDate) -> Double {
    let all = Double(max(1, laatste.daysSinceEpoch - eerste.daysSinceEpoch))
    return begin + (einde - begin) * Double(day.daysSinceEpoch - eerste.daysSinceEpoch) / all
  }

  /// The first days of months, so few that their names fit.
  var maanden: [CalendarDate] {
    let months = (laatste.daysSinceEpoch - eerste.daysSinceEpoch) / 30
    let step = [1, 2, 3, 6, 12, 24, 60].first { months / $0 <= 9 } ?? Self.jaren(months)
    var found: [CalendarDate] = []
    for year in eerste.year...laatste.year {
      for month in stride(from: 1, through: 12, by: min(step, 12)) where step <= 12 || year.isMultiple(of: step / 12) {
        guard let day = try? CalendarDate(year: year, month: month, day: 1), day >= eerste, day <= laatste else {
          continue
        }
        found.append(day)
      }
    }
    return found
  }

  /// Whole years, so many that ten names fit.
  private static func jaren(_ months: Int) -> Int { 12 * max(10, (months / 12 + 8) / 9) }

  func label(_ day: CalendarDate) -> String {
    let names = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    return "\(names[day.month - 1]) \(day.year)"
  }
}
