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
    let anchor = midden ? " text-anchor=\"middle\"" : ""
    bovenop.append(
      "<text class=\"\(letter.rawValue)\" x=\"\(Self.getal(x))\" y=\"\(Self.getal(y))\"\(anchor)>\(Self.veilig(text))</text>"
    )
  }

  mutating func lijn(_ x: Double, _ y: Double, _ end: Double) {
    lijnen.append("<path class=\"lijn\" d=\"M\(Self.getal(x)) \(Self.getal(y))H\(Self.getal(end))\"/>")
  }

  /// A state: its name over at most two lines; a beginning has a thick edge, an end a double one.
  mutating func toestand(_ state: Toestand, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    let kind = state.isEind ? "eind" : state.isBegin ? "begin" : "toestand"
    func box(_ inset: Double) -> String {
      "<rect class=\"\(kind)\" x=\"\(Self.getal(x + inset))\" y=\"\(Self.getal(y + inset))\" width=\"\(Self.getal(width - 2 * inset))\" height=\"\(Self.getal(height - 2 * inset))\" rx=\"6\"/>"
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
    var path = "M\(Self.getal(first.x)) \(Self.getal(first.y))"
    for (from, to) in zip(points, points.dropFirst()) {
      let bend = (to.x - from.x) / 2
      path +=
        "C\(Self.getal(from.x + bend)) \(Self.getal(from.y)) \(Self.getal(to.x - bend)) \(Self.getal(to.y)) \(Self.getal(to.x)) \(Self.getal(to.y))"
    }
    lijnen.append("<path class=\"\(terug ? "pijl terug" : "pijl")\" d=\"\(path)\" marker-end=\"url(#punt)\"/>")
  }

  mutating func nummer(_ text: String, _ x: Double, _ y: Double) {
    let width = max(20, Double(text.count) * 7 + 10)
    nummers.append(
      "<rect class=\"nummer\" x=\"\(Self.getal(x - width / 2))\" y=\"\(Self.getal(y - 9))\" width=\"\(Self.getal(width))\" height=\"18\" rx=\"9\"/>"
    )
    nummers.append(
      "<text class=\"klein\" x=\"\(Self.getal(x))\" y=\"\(Self.getal(y + 4))\" text-anchor=\"middle\">\(Self.veilig(text))</text>"
    )
  }

  /// A term: the longer, the longer; of a law in another colour.
  mutating func balk(_ text: String, _ x: Double, _ y: Double, _ width: Double, isWet: Bool) {
    lijnen.append(
      "<rect class=\"\(isWet ? "balk wet" : "balk")\" x=\"\(Self.getal(x))\" y=\"\(Self.getal(y))\" width=\"\(Self.getal(width))\" height=\"14\" rx=\"3\"/>"
    )
    tekst(text, x + 6, y + 11, .klein)
  }

  /// The whole sheet.
  func svg(_ width: Double, _ height: Double, titel: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.getal(width))" height="\(Self.getal(height))" viewBox="0 0 \(Self.getal(width)) \(Self.getal(height))" role="img" lang="nl">
    <title>\(Self.veilig(titel))</title>
    <style>
    text{font-family:"DejaVu Sans",Verdana,Arial,sans-serif;font-size:12px;fill:#1a1a1a}
    .titel{font-size:20px;font-weight:bold}.kop{font-size:14px;font-weight:bold}.vet{font-weight:bold}.klein{font-size:11px;fill:#333}
    .toestand,.begin,.eind{fill:#fff;stroke:#1f4e79;stroke-width:1.5}.begin{stroke-width:3.5}.eind{fill:#eef3f8}
    .pijl{fill:none;stroke:#555;stroke-width:1.3}.terug{stroke-dasharray:6 4}.lijn{stroke:#d0d0d0;stroke-width:1}
    .nummer{fill:#fff8dc;stroke:#8a6d00;stroke-width:1}.balk{fill:#cfe0f1}.wet{fill:#f5d9b8}
    </style>
    <defs><marker id="punt" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z" fill="#555"/></marker></defs>
    <rect width="100%" height="100%" fill="#fff"/>
    \((lijnen + bovenop + nummers).joined(separator: "\n"))
    </svg>

    """
  }

  // MARK: Text

  /// Lines of at most so many characters, broken at spaces.
  static func regels(_ text: String, _ most: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= most {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [""] : lines
  }

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

  private static func veilig(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// A number with one decimal at most, the same everywhere.
  private static func getal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths.isMultiple(of: 10)
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
