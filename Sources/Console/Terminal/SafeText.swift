extension String {
  /// The same text with everything that could fool a reader or drive a terminal shown as a visible escape.
  ///
  /// Stored text comes from others. Control characters could move the cursor or set colours, bidirectional overrides
  /// could turn words around, and invisible characters make two names look alike (Unicode Technical Report 36,
  /// https://www.unicode.org/reports/tr36/).
  ///
  /// - Parameter keepingNewlines: Whether a line feed stays a line feed; otherwise it is shown as `\n`, so that a
  ///   stored value cannot add a line of its own to a report.
  public func safe(keepingNewlines: Bool = false) -> String {
    if utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || (keepingNewlines && $0 == 0x0A) }) { return self }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\n", keepingNewlines {
        result.append(scalar)
      } else if scalar.isUnsafe(after: previous) {
        result.append(contentsOf: scalar.visibleEscape.unicodeScalars)
      } else {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// The same JSON with unsafe characters written as JSON escapes, so that it stays valid and means the same.
  ///
  /// Such characters can stand only inside strings, where an escape is allowed (RFC 8259 section 7).
  func safeJSON() -> String {
    if utf8.allSatisfy({ $0 == 0x0A || ($0 >= 0x20 && $0 < 0x7F) }) { return self }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\n" || scalar == "\t" || scalar == "\r" || !scalar.isUnsafe(after: previous) {
        result.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
        }
      }
      previous = scalar
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  fileprivate func isUnsafe(after previous: Unicode.Scalar?) -> Bool {
    switch value {
    case 0x20..<0x7F: return false
    // Joiners are part of emoji and of Persian and Indic words; between Latin letters they only hide.
    case 0x200C, 0x200D: return previous?.isASCII ?? true
    case 0xFE00...0xFE0F: return previous == nil
    default: break
    }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  fileprivate var visibleEscape: String {
    switch self {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
  }
}
