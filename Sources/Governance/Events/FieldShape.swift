import Ledger
import LedgerCrypto

/// What a field's value looks like: the one description that checks input, writes the JSON Schema and makes samples.
public indirect enum FieldShape: Sendable, Hashable {
  /// One line of text of at most so many characters.
  case text(most: Int)
  /// Text that may run over several lines.
  case prose(most: Int)
  /// One word of a fixed list.
  case code([String])
  /// The SHA-256 of a document, 64 hexadecimal digits.
  case digest
  /// A date that may be imprecise (EDTF level 1).
  case date
  /// One exact day.
  case day
  /// A length of time in years, months, weeks or days, as ISO 8601 writes it: `P2Y`.
  case duration
  /// Seconds since 1970, UTC.
  case instant
  /// A whole number.
  case number(ClosedRange<Int64>)
  /// Yes or no.
  case truth
  /// A stream, of one kind when that is given.
  case stream(kind: String?)
  /// An event.
  case event
  /// An address on the web, https only.
  case link
  /// So many bytes, base64url.
  case bytes(Int)
  /// A stored document: see `DocumentReference`.
  case document
  /// A sealed value of an earlier event, disclosed: see `DisclosedValue`.
  case disclosure
  /// Several values.
  case list(FieldShape, most: Int)
  /// Named values: `StukkenVernietigd` lists fields of events.
  case record([Part])

  /// One named value of a record.
  public struct Part: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its shape.
    public let shape: FieldShape

    /// A named value.
    public init(_ name: String, _ shape: FieldShape) {
      self.name = name
      self.shape = shape
    }
  }

  /// What is wrong with a value; nil when it fits.
  /// - Parameter quoting: Whether the message may repeat the value; not for what is going to be sealed.
  public func problem(_ json: JSON, quoting: Bool = true) -> Text? {
    guard let problem = problem(json, TextRules.recording) else { return nil }
    return quoting || !quotes ? problem : expected
  }

  /// Whether a value that stands in the log can be read: what could be recorded once stays readable, also where more is
  /// asked of a new text by now.
  public func canRead(_ json: JSON) -> Bool { problem(json, TextRules.reading) == nil }

  /// Whether its messages repeat what was found.
  private var quotes: Bool {
    switch self {
    case .code, .date, .day: true
    case .list(let shape, _): shape.quotes
    case .record(let parts): parts.contains { $0.shape.quotes }
    default: false
    }
  }

  private func problem(_ json: JSON, _ rules: TextRules) -> Text? {
    switch (self, json) {
    case (.text(let most), .string(let text)): rules.problem(text, most: most, lines: false)
    case (.prose(let most), .string(let text)): rules.problem(text, most: most, lines: true)
    case (.code(let words), .string(let word)):
      words.containsExactly(word)
        ? nil
        : Text(
          nl: "«\(word)» is geen van: \(words.joined(separator: ", "))",
          en: "“\(word)” is none of: \(words.joined(separator: ", "))")
    case (.digest, .string(let text)): (try? Digest(hex: text)) == nil ? expected : nil
    case (.date, .string(let text)): Self.dateProblem { () throws(DateProblem) in try ImpreciseDate(text) }
    case (.day, .string(let text)): Self.dateProblem { () throws(DateProblem) in try CalendarDate(text) }
    case (.duration, .string(let text)): Tijdsduur(text) == nil ? expected : nil
    case (.instant, .int(let seconds)): (try? Instant(secondsSince1970: seconds)) == nil ? expected : nil
    case (.number(let range), .int(let number)): range.contains(number) ? nil : expected
    case (.truth, .bool): nil
    case (.stream(let kind), .string(let text)):
      StreamID(text).map { kind == nil || $0.kind == kind } == true ? nil : expected
    case (.event, .string(let text)): EventID(text) == nil ? expected : nil
    case (.link, .string(let text)):
      text.hasPrefix("https://") && !text.contains(" ") && text.count > 10
        ? rules.problem(text, most: 2000, lines: false) : expected
    case (.bytes(let count), .string(let text)): (try? Base64.url.decode(text))?.count == count ? nil : expected
    case (.disclosure, let json): DisclosedValue(json: json) == nil ? expected : nil
    case (.document, let json): DocumentReference(json: json) == nil ? expected : nil
    case (.list(let shape, let most), .array(let elements)):
      (1...most).contains(elements.count) ? elements.lazy.compactMap { shape.problem($0, rules) }.first : expected
    case (.record(let parts), .object(let members)): Self.problem(parts, members, rules)
    default: expected
    }
  }

  private static func problem(_ parts: [Part], _ members: [JSON.Member], _ rules: TextRules) -> Text? {
    guard members.map(\.name) == parts.map(\.name) else {
      return Text(
        nl: "verwacht: \(parts.map(\.name).joined(separator: ", "))",
        en: "expected: \(parts.map(\.name).joined(separator: ", "))")
    }
    return zip(parts, members).lazy.compactMap { $0.shape.problem($1.value, rules) }.first
  }

  private static func dateProblem(_ parse: () throws(DateProblem) -> some Any) -> Text? {
    do {
      _ = try parse()
      return nil
    } catch { return error.text }
  }

  private var expected: Text {
    switch self {
    case .text(let most), .prose(let most):
      Text(nl: "verwacht: tekst van 1 tot \(most) tekens", en: "expected: text of 1 to \(most) characters")
    case .code(let words):
      Text(
        nl: "verwacht: een van \(words.joined(separator: ", "))",
        en: "expected: one of \(words.joined(separator: ", "))")
    case .digest:
      Text(nl: "verwacht: SHA-256, 64 hexadecimale cijfers", en: "expected: SHA-256, 64 hexadecimal digits")
    case .date: Text(nl: "verwacht: een datum", en: "expected: a date")
    case .day: Text(nl: "verwacht: een dag, JJJJ-MM-DD", en: "expected: a day, YYYY-MM-DD")
    case .duration: Text(nl: "verwacht: een duur zoals P2Y of P6M", en: "expected: a duration such as P2Y or P6M")
    case .instant: Text(nl: "verwacht: een tijdstip in seconden", en: "expected: a moment in seconds")
    case .number(let range):
      Text(
        nl: "verwacht: een getal van \(range.lowerBound) tot en met \(range.upperBound)",
        en: "expected: a number from \(range.lowerBound) to \(range.upperBound)")
    case .truth: Text(nl: "verwacht: ja of nee", en: "expected: yes or no")
    case .stream(let kind):
      Text(
        nl: "verwacht: een verwijzing naar \(kind ?? "een stroom")",
        en: "expected: a reference to \(kind ?? "a stream")")
    case .event: Text(nl: "verwacht: het kenmerk van een gebeurtenis", en: "expected: the id of an event")
    case .link:
      Text(nl: "verwacht: een adres dat met https:// begint", en: "expected: an address starting with https://")
    case .bytes(let count):
      Text(nl: "verwacht: \(count) bytes in base64url", en: "expected: \(count) bytes in base64url")
    case .document: Text(nl: "verwacht: een document", en: "expected: a document")
    case .disclosure:
      Text(nl: "verwacht: een geopende waarde (SD-JWT)", en: "expected: a disclosed value (SD-JWT)")
    case .list(_, let most): Text(nl: "verwacht: 1 tot \(most) waarden", en: "expected: 1 to \(most) values")
    case .record: Text(nl: "verwacht: benoemde waarden", en: "expected: named values")
    }
  }
}
