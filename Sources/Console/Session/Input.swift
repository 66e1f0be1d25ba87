import Foundation
import Governance
import Ledger
import LedgerCrypto

/// Reads what a person typed; every problem is a `Failure` that says which option and what was expected.
public enum Input {
  /// A date that may be imprecise, as the ledger writes it or as people in the Netherlands do: `2026-02-01`, `1-2-2026`,
  /// `1 februari 2026`, `2026-02`, `februari 2026`.
  public static func date(_ text: String, option: String) throws -> ImpreciseDate {
    if let date = DutchDate.day(text).map({ ImpreciseDate($0) }) ?? DutchDate.month(text) { return date }
    do { return try ImpreciseDate(text) } catch {
      throw Failure(.badInput, Text("\(option): ") + error.text + other(text))
    }
  }

  /// One exact day, written in either way.
  public static func day(_ text: String, option: String) throws -> CalendarDate {
    if let day = DutchDate.day(text) { return day }
    do { return try CalendarDate(text) } catch {
      throw Failure(.badInput, Text("\(option): ") + error.text + other(text))
    }
  }

  /// The day that a word means, counted from today: `vandaag`, `gisteren`, `eergisteren`, `morgen`; nil for another.
  public static func relative(_ text: String, _ today: CalendarDate) throws -> CalendarDate? {
    let days = ["vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1]
    return try days[text.lowercased()].map { try today.adding(days: $0) }
  }

  /// What to write instead, when what was typed can mean one day or month only.
  private static func other(_ typed: String) -> Text {
    let date = DutchDate.written(typed)
    return date.map { Text(nl: "; schrijf \($0)", en: "; write \($0)") } ?? Text("")
  }

  /// A date that may be imprecise, where one was typed.
  @_disfavoredOverload
  public static func date(_ text: String?, option: String) throws -> ImpreciseDate? {
    try text.map { try date($0, option: option) }
  }

  /// One exact day, where one was typed.
  @_disfavoredOverload
  public static func day(_ text: String?, option: String) throws -> CalendarDate? {
    try text.map { try day($0, option: option) }
  }

  /// A length of time as ISO 8601 writes it.
  /// - Parameter expected: What comes after the wrong text in the message.
  public static func duration(_ text: String, option: String, expected: Text) throws -> Tijdsduur {
    if let duration = Tijdsduur(text) { return duration }
    throw Failure(.badInput, Text(nl: "\(option): «\(text)» ", en: "\(option): “\(text)” ") + expected)
  }

  /// The public key of a log: typed as a vkey, or in a file.
  public static func logKey(_ typed: String, option: String) throws -> NoteVerifier {
    let isKey = (try? NoteVerifier(vkey: typed)) != nil
    let text = isKey ? typed : try StrictText.decode(try document(at: typed).bytes, Text("\(option): «\(typed)»"))
    // A file may end in a line feed, or in what a mail program made of it.
    let key = try? NoteVerifier(vkey: text.trimmingCharacters(in: .whitespacesAndNewlines))
    guard let key, key.type == .ed25519 else {
      throw Failure(
        .badInput,
        Text(nl: "\(option): «\(text.safe())» is geen vkey", en: "\(option): “\(text.safe())” is not a vkey"),
        remedy: Text(
          nl: "de sleutel van het log toont waarborg checkpoint --vkey",
          en: "waarborg checkpoint --vkey shows the log's key"))
    }
    return key
  }

  /// The last second of a day in the Netherlands.
  public static func endOfDay(_ day: CalendarDate) throws -> Instant {
    do { return try Instant(startOf: day.adding(days: 1)).adding(seconds: -1) } catch {
      throw Failure(.badInput, error.text)
    }
  }

  /// A word of a fixed list, in whatever case.
  public static func code<Code: CodeValue>(_ text: String, option: String) throws -> Code {
    let inAnyCase = Code.allCases.filter { $0.rawValue.comparisonKey == text.comparisonKey }
    if let code = Code(rawValue: text) ?? (inAnyCase.count == 1 ? inAnyCase.first : nil) { return code }
    throw Failure(
      .badInput,
      Text(
        nl: "\(option): «\(text)» is geen van: \(Code.woorden)", en: "\(option): “\(text)” is none of: \(Code.woorden)"),
      remedy: Code.nearest(to: text).map {
        Text(nl: "bedoelt u «\($0.rawValue)»?", en: "did you mean “\($0.rawValue)”?")
      })
  }

  /// A word of a fixed list, where one was typed.
  @_disfavoredOverload
  public static func code<Code: CodeValue>(_ text: String?, option: String) throws -> Code? {
    try text.map { try code($0, option: option) }
  }

  /// Words of a fixed list, with commas between them.
  public static func codes<Code: CodeValue>(_ text: String, option: String) throws -> [Code] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      try code(String(part.drop { $0 == " " }), option: option)
    }
  }

  /// Yes or no, as people type it.
  public static func yes(_ text: String, option: String) throws -> Bool {
    let word: JaNee = try code(text, option: option)
    return word == .ja
  }

  /// Yes or no, where it was typed.
  @_disfavoredOverload
  public static func yes(_ text: String?, option: String) throws -> Bool? {
    try text.map { try yes($0, option: option) }
  }

  private enum JaNee: String, CodeValue { case ja, nee }

  /// The pseudonym of a person.
  public static func person(_ text: String) throws -> StreamID {
    guard let stream = StreamID(text), stream.kind == "Persoon" else {
      throw Failure(
        .badInput,
        Text(
          nl: "--persoon: verwacht een pseudoniem zoals Persoon/018f…",
          en: "--persoon: expected a pseudonym like Persoon/018f…"))
    }
    return stream
  }

  /// The digest of a document.
  public static func digest(_ text: String, option: String) throws -> Digest {
    do { return try Digest(hex: text) } catch {
      throw Failure(
        .badInput,
        Text(
          nl: "\(option): verwacht een SHA-256 van 64 hexadecimale cijfers",
          en: "\(option): expected a SHA-256 of 64 hexadecimal digits"))
    }
  }

  /// A document from disk: not missing, not empty, no directory, not larger than `Document.mostBytes`.
  public static func document(at path: String) throws -> Document {
    Document(bytes: try bytes(at: path, most: Document.mostBytes), mediaType: Document.mediaType(ofFile: path))
  }

  /// What a file from disk holds: not missing, not empty, no directory, not larger than `most` bytes.
  public static func bytes(at path: String, most: Int) throws -> [UInt8] {
    let size = try sizeOfFile(at: path)
    guard size <= most else {
      throw Failure(
        .badInput,
        Text(
          nl: "document «\(path)» telt \(size) bytes, hoogstens \(most) (\(most >> 20) MiB) mag",
          en: "document “\(path)” has \(size) bytes; at most \(most) (\(most >> 20) MiB) may be used"))
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.io, Text(nl: "document «\(path)» is niet te lezen", en: "document “\(path)” cannot be read"))
    }
    guard !data.isEmpty else {
      throw Failure(.badInput, Text(nl: "document «\(path)» is leeg", en: "document “\(path)” is empty"))
    }
    return [UInt8](data)
  }

  /// How many bytes a regular file has.
  /// - Throws: `Failure` (66) when it is not there; (65) for anything else than a regular file.
  static func sizeOfFile(at path: String) throws -> Int {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure(.notFound, Text(nl: "document «\(path)» bestaat niet", en: "document “\(path)” does not exist"))
    }
    guard !isDirectory.boolValue else {
      throw Failure(
        .badInput,
        Text(nl: "«\(path)» is een map, verwacht een bestand", en: "“\(path)” is a directory; expected a file"))
    }
    // A pipe would keep one waiting, and a device may have no end.
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        .badInput, Text(nl: "«\(path)» is geen gewoon bestand", en: "“\(path)” is not a regular file"),
        remedy: Text(nl: "geef een gewoon bestand", en: "give a regular file"))
    }
    return Int(status.st_size)
  }
}

extension DraftFields {
  /// Attaches the document at a path, where one was typed.
  public mutating func attach(_ path: String?, as field: Field<DocumentReference>) throws {
    if let path { attach(try Input.document(at: path), as: field) }
  }
}

/// The process's environment, read once.
enum ProcessEnvironment {
  static let variables = ProcessInfo.processInfo.environment
}
