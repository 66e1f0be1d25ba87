/// Pieces of pictures as SVG: the same values give the same bytes on every machine.
public enum SVG {
  /// A whole picture on white paper.
  /// - Parameters:
  ///   - title: What it shows, for who cannot see it.
  ///   - style: Rules of CSS for the classes that are used.
  ///   - definitions: What is drawn by reference.
  ///   - content: What is drawn, in its order.
  public static func document(
    width: Double, height: Double, title: String, style: String, definitions: String = "", content: [String]
  ) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" viewBox="0 0 \(number(width)) \(number(height))" role="img" lang="nl">
    <title>\(escaped(title))</title>
    <style>
    text{font-family:"DejaVu Sans",Verdana,Arial,sans-serif;font-size:12px;fill:#1a1a1a}
    .titel{font-size:20px;font-weight:bold}.kop{font-size:14px;font-weight:bold}.vet{font-weight:bold}.klein{font-size:11px;fill:#333}
    \(style)
    </style>
    \(definitions.isEmpty ? "" : "<defs>\(definitions)</defs>\n")<rect width="100%" height="100%" fill="#fff"/>
    \(content.joined(separator: "\n"))
    </svg>

    """
  }

  /// Text at a place, in one of the classes `titel`, `kop`, `vet` or `klein`, or in none.
  public static func text(
    _ text: String, _ x: Double, _ y: Double, class name: String = "", centered: Bool = false
  ) -> String {
    let style = name.isEmpty ? "" : " class=\"\(name)\""
    let anchor = centered ? " text-anchor=\"middle\"" : ""
    return "<text\(style) x=\"\(number(x))\" y=\"\(number(y))\"\(anchor)>\(escaped(text))</text>"
  }

  /// A box.
  public static func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, class name: String, round: Double = 0
  ) -> String {
    let corner = round > 0 ? " rx=\"\(number(round))\"" : ""
    return
      "<rect class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\"\(corner)/>"
  }

  /// A path.
  public static func path(_ points: String, class name: String) -> String {
    "<path class=\"\(name)\" d=\"\(points)\"/>"
  }

  /// Text as it may stand in a document.
  public static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// A number with one decimal at most, the same everywhere.
  public static func number(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths.isMultiple(of: 10)
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// Lines of at most so many characters, broken at spaces; a longer word is broken where the line ends.
  public static func lines(_ text: String, _ most: Int) -> [String] {
    var lines: [String] = []
    let words = text.split(separator: " ").flatMap { word in
      stride(from: 0, to: word.count, by: most).map { String(word.dropFirst($0).prefix(most)) }
    }
    for word in words {
      if let last = lines.last, last.count + 1 + word.count <= most {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(word)
      }
    }
    return lines.isEmpty ? [""] : lines
  }
}
