/// Text as it stands between tags and in attributes, in HTML and in XML.
enum Markup {
  /// Escapes what markup would take for its own; what XML cannot hold becomes U+FFFD (XML 1.0, section 2.2).
  static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\r": escaped += "&#13;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An element with text in it, on a line of its own.
  static func element(_ name: String, _ text: String, indent: Int = 2) -> String {
    String(repeating: " ", count: indent) + "<\(name)>\(escape(text))</\(name)>\n"
  }
}
