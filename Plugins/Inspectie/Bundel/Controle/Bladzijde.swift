/// `LEESMIJ.html` as something hostile: what of it can run, where it leads, and what it says of each demand.
struct Bladzijde {
  /// How every page begins: under this policy no browser runs or fetches anything.
  static let begin = """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">

    """
  private static let (rij, stand) = (#"<th scope="row">"#, #"<td><span class="stand"#)

  /// Whether every link stays within the bundle.
  let leidtNergensHeen: Bool
  /// The demands, and how they are said to stand, as they are written.
  let regels: [Bundelwerk.Regel]

  /// Nil when it does not begin as it must, or could lead elsewhere by itself.
  init?(_ text: String) {
    guard text.utf8.starts(with: Self.begin.utf8) else { return nil }
    let rest = Substring(text.utf8.dropFirst(Self.begin.utf8.count))
    var isClosed = true
    // Text is escaped, so what begins with < is an element.
    for part in rest.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      let element = part.prefix { $0 != ">" }.lowercased()
      if element.hasPrefix("meta"), element.contains("http-equiv") { return nil }
      let follows = element.unicodeScalars.dropFirst().first
      if element.hasPrefix("a"), let follows, [" ", "\n", "\t", "/"].contains(follows) {
        isClosed = isClosed && Self.isWithin(part.prefix { $0 != ">" })
      }
    }
    leidtNergensHeen = isClosed
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    regels = lines.indices.dropLast(2).compactMap { at in
      guard lines[at].hasPrefix(Self.rij), lines[at + 2].hasPrefix(Self.stand) else { return nil }
      let name = lines[at].dropFirst(Self.rij.count).prefix { $0 != "<" }
      let stand = lines[at + 2].dropFirst(Self.stand.count).drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
      return Bundelwerk.Regel(eis: String(name), stand: String(stand))
    }
  }

  private static func isWithin(_ element: Substring) -> Bool {
    let begins = ["a href=\"", "a class=\"hash\" href=\""]
    guard let begin = begins.first(where: { element.hasPrefix($0) }), element.hasSuffix("\""),
      element.count > begin.count
    else { return false }
    let target = element.dropFirst(begin.count).dropLast()
    if target.hasPrefix("#") { return target.count > 1 && target.dropFirst().allSatisfy { ("a"..."z").contains($0) } }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && ["gebeurtenissen", "stukken"].contains(parts[0]) && !parts[1].isEmpty
      && parts[1].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
  }

  /// Text as it stands in a page.
  static func html(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default: out.append(character)
      }
    }
  }
}

/// `matrix.csv` as it was written: cells apart by semicolons, with quotation marks around what is text.
enum Tabel {
  /// What makes a formula of a cell.
  static let riskant: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

  /// Its rows of cells.
  static func rijen(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      at += 1
      switch scalar {
      case "\"" where isQuoted && at < scalars.count && scalars[at] == "\"":
        cell.append(scalar)
        at += 1
      case "\"": isQuoted.toggle()
      case ";" where !isQuoted:
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\n" where !isQuoted:
        if cell.last == "\r" { cell.removeLast() }
        rows.append(row + [String(cell)])
        row = []
        cell = String.UnicodeScalarView()
      default: cell.append(scalar)
      }
    }
    return row.isEmpty && cell.isEmpty ? rows : rows + [row + [String(cell)]]
  }
}
