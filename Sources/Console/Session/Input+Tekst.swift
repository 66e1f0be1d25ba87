import Governance
import Ledger

extension Input {
  /// What the help says of an option that takes confidential text.
  public static let confidentialHint = Text(
    nl: "@bestand leest het uit een bestand, - uit wat u intypt; weggelaten wordt ernaar gevraagd.",
    en: "@file reads it from a file, - from what you type; left out, it is asked for.")

  /// Text as it was typed, or where it is: `@FILE`, or `-` for standard input.
  ///
  /// What stands in a command can be read by others on the machine while it runs, and stays in the history of a shell.
  /// - Throws: `Failure` for a file that cannot be read; no message repeats a value.
  public static func text(_ typed: String, option: String) throws -> String {
    if typed == "-" {
      var lines: [String] = []
      while let line = readLine(strippingNewline: false) { lines.append(line) }
      return withoutEnd(lines.joined())
    }
    guard typed.hasPrefix("@") else { return typed }
    return try text(of: document(at: String(typed.dropFirst())), option: option)
  }

  /// The text of a file.
  /// - Throws: `Failure` when it is none.
  public static func text(of document: Document, option: String) throws -> String {
    guard let text = String(validating: document.bytes, as: UTF8.self) else {
      throw Failure(
        .badInput,
        Text(nl: "\(option): het bestand is geen tekst (UTF-8)", en: "\(option): the file is no text (UTF-8)"))
    }
    return withoutEnd(text)
  }

  /// Without the newline with which an editor or a terminal ends, and that nobody meant.
  private static func withoutEnd(_ text: String) -> String {
    text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension Terminal {
  /// Confidential text: as it was typed, from a file or standard input, or asked for where it was left out.
  /// - Throws: `Failure`; of kind `usage` when it was left out and there is nobody to ask.
  public func confidential(_ typed: String?, option: String, _ question: Text) throws -> String {
    if let typed { return try Input.text(typed, option: option) }
    guard isInteractive else {
      throw Failure(
        .usage, Text(nl: "\(option) ontbreekt", en: "\(option) is missing"),
        remedy: Text(
          nl: "geef \(option) @BESTAND, of \(option) - en de tekst als invoer",
          en: "give \(option) @FILE, or \(option) - and the text as input"))
    }
    note(question + Text(nl: " (sluit af met ctrl-D op een lege regel)", en: " (end with ctrl-D on an empty line)"))
    return try Input.text("-", option: option)
  }
}
