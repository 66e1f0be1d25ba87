import Governance

@testable import Nevenfuncties

/// A row of the pages about a year, as a reader has it.
struct Jaarrij {
  let wie: String
  let cellen: [String]
  /// Nil where the row names no first or no last day within the year.
  let vanaf: CalendarDate?
  let tot: CalendarDate?

  /// Whether the row says that it held on a day of its year.
  func omvat(_ day: CalendarDate) -> Bool { (vanaf.map { $0 <= day } ?? true) && (tot.map { day <= $0 } ?? true) }

  /// What it says, without when.
  var tekst: String { ([wie] + cellen).joined(separator: " | ") }

  /// Reads the rows of a page; nothing but its HTML is asked.
  static func all(_ html: String) throws -> [Jaarrij] {
    try html.components("<tr role=\"row\">").dropFirst().filter { $0.contains("rowheader") }.map { rij in
      let delen = rij.components("<td ").map { "<td " + $0 }
      let wanneer = delen.first { $0.contains("class=\"wanneer\"") } ?? ""
      return Jaarrij(
        wie: tekst(delen[0].components("</th>")[0].dropping("<td ")),
        cellen: delen.dropFirst().filter { !$0.contains("class=\"wanneer\"") }.map { tekst($0.components("</td>")[0]) },
        vanaf: try dag(wanneer, "vanaf"), tot: try dag(wanneer, "tot"))
    }
  }

  private static func dag(_ cel: String, _ soort: String) throws -> CalendarDate? {
    let delen = cel.components("<span class=\"\(soort)\">")
    guard delen.count == 2 else { return nil }
    return try CalendarDate(String(delen[1].components("datetime=\"")[1].prefix { $0 != "\"" }))
  }

  /// The text between the tags, as a browser shows it.
  private static func tekst(_ html: String) -> String {
    var tekst = ""
    var isTag = false
    for character in html {
      switch character {
      case "<": isTag = true
      case ">": isTag = false
      default: if !isTag { tekst.append(character) }
      }
    }
    return tekst.split { $0.isWhitespace }.joined(separator: " ").replacing("&amp;", with: "&")
      .replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">")
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  fileprivate func dropping(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
