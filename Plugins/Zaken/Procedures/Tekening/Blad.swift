import Drawing

/// A sheet of SVG: text, boxes, arrows and numbers, in the order in which they are drawn.
struct Blad {
  enum Letter: String {
    case titel, kop, gewoon, vet, klein
  }

  private var lijnen: [String] = []
  private var bovenop: [String] = []
  private var nummers: [String] = []
  /// How far to the right something was drawn.
  private(set) var rechts = 0.0

  mutating func tekst(_ text: String, _ x: Double, _ y: Double, _ letter: Letter, midden: Bool = false) {
    bovenop.append(SVG.text(text, x, y, class: letter.rawValue, centered: midden))
  }

  mutating func lijn(_ x: Double, _ y: Double, _ end: Double) {
    lijnen.append("<path class=\"lijn\" d=\"M\(SVG.number(x)) \(SVG.number(y))H\(SVG.number(end))\"/>")
  }

  /// A state: its name over at most two lines; a beginning has a thick edge, an end a double one.
  mutating func toestand(_ state: Toestand, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    let kind = state.isEind ? "eind" : state.isBegin ? "begin" : "toestand"
    func box(_ inset: Double) -> String {
      "<rect class=\"\(kind)\" x=\"\(SVG.number(x + inset))\" y=\"\(SVG.number(y + inset))\" width=\"\(SVG.number(width - 2 * inset))\" height=\"\(SVG.number(height - 2 * inset))\" rx=\"6\"/>"
    }
    bovenop.append(box(0))
    if state.isEind { bovenop.append(box(3)) }
    let lines = Self.naam(state.id)
    for (index, line) in lines.enumerated() {
      tekst(
        line, x + width / 2, y + height / 2 + 4.5 + (Double(index) - Double(lines.count - 1) / 2) * 15, .vet,
        midden: true)
    }
    rechts = max(rechts, x + width)
  }

  /// An arrow through points, flat where it leaves and arrives.
  mutating func pijl(_ points: [(x: Double, y: Double)], terug: Bool) {
    guard let first = points.first else { return }
    var path = "M\(SVG.number(first.x)) \(SVG.number(first.y))"
    for (from, to) in zip(points, points.dropFirst()) {
      let bend = (to.x - from.x) / 2
      path +=
        "C\(SVG.number(from.x + bend)) \(SVG.number(from.y)) \(SVG.number(to.x - bend)) \(SVG.number(to.y)) \(SVG.number(to.x)) \(SVG.number(to.y))"
    }
    lijnen.append("<path class=\"\(terug ? "pijl terug" : "pijl")\" d=\"\(path)\" marker-end=\"url(#punt)\"/>")
  }

  mutating func nummer(_ text: String, _ x: Double, _ y: Double) {
    let width = max(20, Double(text.count) * 7 + 10)
    nummers.append(
      "<rect class=\"nummer\" x=\"\(SVG.number(x - width / 2))\" y=\"\(SVG.number(y - 9))\" width=\"\(SVG.number(width))\" height=\"18\" rx=\"9\"/>"
    )
    nummers.append(
      "<text class=\"klein\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y + 4))\" text-anchor=\"middle\">\(SVG.escaped(text))</text>"
    )
  }

  /// A term: the longer, the longer; of a law in another colour.
  mutating func balk(_ text: String, _ x: Double, _ y: Double, _ width: Double, isWet: Bool) {
    lijnen.append(
      "<rect class=\"\(isWet ? "balk wet" : "balk")\" x=\"\(SVG.number(x))\" y=\"\(SVG.number(y))\" width=\"\(SVG.number(width))\" height=\"14\" rx=\"3\"/>"
    )
    tekst(text, x + 6, y + 11, .klein)
  }

  /// The whole sheet.
  func svg(_ width: Double, _ height: Double, titel: String) -> String {
    SVG.document(
      width: width, height: height, title: titel,
      style: """
        .toestand,.begin,.eind{fill:#fff;stroke:#1f4e79;stroke-width:1.5}.begin{stroke-width:3.5}.eind{fill:#eef3f8}
        .pijl{fill:none;stroke:#555;stroke-width:1.3}.terug{stroke-dasharray:6 4}.lijn{stroke:#d0d0d0;stroke-width:1}
        .nummer{fill:#fff8dc;stroke:#8a6d00;stroke-width:1}.balk{fill:#cfe0f1}.wet{fill:#f5d9b8}
        """,
      definitions:
        "<marker id=\"punt\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"#555\"/></marker>",
      content: lijnen + bovenop + nummers)
  }

  // MARK: Text

  /// A name over two lines when it is long, broken before a capital.
  static func naam(_ id: String) -> [String] {
    guard id.count > 17 else { return [id] }
    let letters = Array(id)
    let breaks = letters.indices.dropFirst().filter { letters[$0].isUppercase && !letters[$0 - 1].isUppercase }
    guard let middle = breaks.min(by: { abs($0 - letters.count / 2) < abs($1 - letters.count / 2) }) else {
      return [id]
    }
    return [String(letters[..<middle]), String(letters[middle...])]
  }
}
