/// The lines of a text that is shown on a page.
enum Tekstregels {
  /// How much of a text is never divided over two pages, in bytes.
  static let meesteBytes = 2000

  /// The lines; one that is too long to be a piece of a page is cut, whatever it is made of.
  static func alle(_ tekst: String) -> [String] {
    tekst.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { regel -> [String] in
      guard regel.utf8.count > meesteBytes else { return [String(regel)] }
      return regel.unicodeScalars.reduce(into: [""]) { delen, teken in
        if delen[delen.count - 1].utf8.count >= meesteBytes { delen.append("") }
        delen[delen.count - 1].unicodeScalars.append(teken)
      }
    }
  }
}
