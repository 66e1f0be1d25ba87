import Foundation
import Governance
import Ledger

extension Input {
  /// Text as it was typed, or where it is: `@FILE`, or `-` for standard input.
  ///
  /// What stands in a command can be read by others on the machine while it runs, and stays in the history of a shell.
  /// - Throws: `Failure` for a file that cannot be read; no message repeats a value.
  public static func text(_ typed: String, option: String) throws -> String {
    if typed == "-" {
      return withoutEnd(try StrictText.decode(try standardInput(option), source(option), remedy: saveInput))
    }
    guard typed.hasPrefix("@") else { return typed }
    return try text(of: document(at: String(typed.dropFirst())), option: option)
  }

  /// The text of a file.
  /// - Throws: `Failure` when it is none.
  public static func text(of document: Document, option: String) throws -> String {
    withoutEnd(
      try StrictText.decode(document.bytes, Text(nl: "\(option): het bestand", en: "\(option): the file")))
  }

  private static func source(_ option: String) -> Text {
    Text(nl: "\(option): wat op de invoer staat", en: "\(option): what is on standard input")
  }

  private static let saveInput = Text(
    nl: "zet de terminal op UTF-8, of bewaar de tekst als UTF-8 in een bestand en geef @BESTAND",
    en: "set the terminal to UTF-8, or save the text as UTF-8 in a file and give @FILE")

  /// Everything on standard input.
  /// - Throws: `Failure` for more than a document may have.
  private static func standardInput(_ option: String) throws -> Data {
    let bytes: Data
    do { bytes = try FileHandle.standardInput.read(upToCount: Document.mostBytes + 1) ?? Data() } catch {
      throw Failure(
        .io, source(option) + Text(nl: " is niet te lezen", en: " cannot be read"),
        remedy: Text(nl: "geef @BESTAND", en: "give @FILE"))
    }
    guard bytes.count <= Document.mostBytes else {
      throw Failure(
        .badInput,
        source(option)
          + Text(
            nl: " telt meer dan \(Document.mostBytes) bytes (64 MiB)",
            en: " has more than \(Document.mostBytes) bytes (64 MiB)"),
        remedy: Text(nl: "geef minder tekst", en: "give less text"))
    }
    return bytes
  }

  /// Without the newline with which an editor or a terminal ends, and that nobody meant.
  private static func withoutEnd(_ text: String) -> String {
    text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
