import Foundation

/// What a person sees of a text, whatever characters it is made of.
extension StringProtocol {
  /// Whether there is anything to see: white space, soft hyphens, joiners and fillers alone are an empty text.
  public var hasVisibleText: Bool { unicodeScalars.contains(where: \.isVisible) }

  /// By what texts that look the same are one: composed or not, in capitals or not, with whatever spaces between words,
  /// with or without characters that nobody sees.
  ///
  /// Letters that Unicode keeps only for older character sets are the ones they stand for (`Ĳ` is `IJ`); figures and signs
  /// are what they are, for `m²` is not `m2`. Letters of two alphabets that look alike stay two.
  public var comparisonKey: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      return lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var seen = ""
    for scalar in unicodeScalars where !scalar.isUnseen {
      if scalar.properties.isAlphabetic {
        seen += String(scalar).precomposedStringWithCompatibilityMapping
      } else {
        seen.unicodeScalars.append(scalar)
      }
    }
    return seen.lowercased().precomposedStringWithCanonicalMapping
      .split { $0.unicodeScalars.allSatisfy(\.isBlank) }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether it is shown by itself, with ink.
  fileprivate var isVisible: Bool {
    // Most text is ASCII, and looking up a category is slow.
    if isASCII { return value > 0x20 && value != 0x7F }
    if isBlank || isUnseen { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .nonspacingMark, .enclosingMark: return false
    default: return true
    }
  }

  /// White space, and the pattern of Braille without dots, which is none by Unicode and looks the same.
  fileprivate var isBlank: Bool { properties.isWhitespace || value == 0x2800 }

  /// Whether a reader is to see nothing of it (Unicode, section 5.21): soft hyphens, joiners, fillers.
  var isUnseen: Bool { !isASCII && properties.isDefaultIgnorableCodePoint }
}
