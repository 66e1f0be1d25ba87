/// Text as it may stand in HTML, between tags and in an attribute.
///
/// It is escaped byte by byte, so that a `"` that carries a combining mark is one as well, as it is to a browser. A dotted
/// circle takes such a mark over, which is how marks are written on their own (The Unicode Standard, chapter 7.9).
enum SafeText {
  /// Writes the text with what has a meaning in HTML escaped.
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    for byte in of(text).utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// The text, with nothing joined to a character that has a meaning in HTML and without control characters.
  static func of(_ text: String) -> String {
    // Nothing joins to a character in plain ASCII text, which is nearly all text.
    guard text.utf8.contains(where: { $0 > 0x7E || $0 < 0x20 }), text.contains(where: isDoubtful) else { return text }
    return String(text.flatMap { isDoubtful($0) ? separated($0) : [$0] })
  }

  private static func isDoubtful(_ character: Character) -> Bool {
    let scalars = character.unicodeScalars
    if scalars.contains(where: isControl) { return true }
    return scalars.count > 1 && scalars.contains(where: isMarkup)
  }

  private static func separated(_ character: Character) -> [Character] {
    var result = ""
    for scalar in character.unicodeScalars {
      if isControl(scalar) {
        result.unicodeScalars.append("\u{FFFD}")
      } else if isMarkup(scalar) {
        if !result.isEmpty { result.unicodeScalars.append("\u{25CC}") }
        result.unicodeScalars.append(scalar)
        result.unicodeScalars.append("\u{25CC}")
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result)
  }

  private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "&", "\"", "'": true
    default: false
    }
  }

  /// Control characters that are not allowed in HTML (WHATWG HTML, 13.2.3.5); line ends and tabs are.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
