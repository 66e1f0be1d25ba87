/// Which characters may be in recorded text.
struct TextRules: Sendable {
  /// What is asked of a text before it is recorded.
  static let recording = TextRules(isNew: true)
  /// What is asked of a text that stands in the log.
  static let reading = TextRules(isNew: false)

  private let isNew: Bool

  /// What is wrong with a text; nil when it may be recorded.
  ///
  /// Control characters and the characters that change the direction of text (Unicode TR36, section 2.5; CVE-2021-42574)
  /// could make a reader see something else than what was signed.
  func problem(_ text: String, most: Int, lines: Bool) -> Text? {
    let isEmpty = isNew ? !text.hasVisibleText : text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
    if isEmpty {
      return text.isEmpty || text.allSatisfy(\.isWhitespace)
        ? Text(nl: "de tekst is leeg", en: "the text is empty")
        : Text(
          nl: "de tekst is leeg: er staan alleen onzichtbare tekens",
          en: "the text is empty: it has only invisible characters")
    }
    // Code points, as JSON Schema's maxLength counts: what looks like one character may be made of any number of them.
    let length = text.unicodeScalars.count
    if length > most {
      return Text(
        nl: "de tekst telt \(length) tekens, hoogstens \(most) mag",
        en: "the text has \(length) characters, at most \(most) may be used")
    }
    guard let found = text.unicodeScalars.firstIndex(where: { isForbidden($0, lines: lines) }) else { return nil }
    let place = text.unicodeScalars.distance(from: text.startIndex, to: found) + 1
    let (scalar, name) = (text.unicodeScalars[found], text.unicodeScalars[found].everydayName)
    return Text(
      nl:
        "de tekst bevat op plaats \(place) \(name.nl) (\(scalar.codePoint)); verwacht: gewone tekst, dus haal dat weg",
      en: "the text contains \(name.en) (\(scalar.codePoint)) at place \(place); expected: plain text, so take that out"
    )
  }

  private func isForbidden(_ scalar: Unicode.Scalar, lines: Bool) -> Bool {
    if lines && scalar == "\n" { return false }
    // Most text is ASCII, and looking up a category is slow.
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    // It stands for what some program could not read: whoever records it has lost a letter already.
    if isNew, scalar == "\u{FFFD}" { return true }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return true
    case .format: return scalar != "\u{200D}" && scalar != "\u{AD}"
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// As the standard writes it: `U+0009`.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// What someone who works with a spreadsheet calls a character that may not be in a text.
  public var everydayName: Text {
    switch value {
    case 0x09: Text(nl: "een tab", en: "a tab")
    case 0x0A, 0x0B, 0x0D, 0x85, 0x2028, 0x2029: Text(nl: "een regeleinde", en: "a line break")
    case 0x0C: Text(nl: "een pagina-einde", en: "a page break")
    case 0xFFFD:
      Text(nl: "het teken voor een letter die niet te lezen was", en: "the sign for a letter that could not be read")
    case 0x200B, 0x2060, 0xFEFF: Text(nl: "een onzichtbare spatie", en: "an invisible space")
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      Text(nl: "een richtingsteken", en: "a direction character")
    default:
      switch properties.generalCategory {
      case .privateUse: Text(nl: "een teken dat alleen in één lettertype bestaat", en: "a character of one font only")
      case .format: Text(nl: "een onzichtbaar teken", en: "an invisible character")
      case .unassigned: Text(nl: "een teken dat niet bestaat", en: "a character that does not exist")
      default: Text(nl: "een besturingsteken", en: "a control character")
      }
    }
  }
}
