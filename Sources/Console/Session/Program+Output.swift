import Foundation
import Governance

extension Program {
  /// Writes what a person asked for to a new file and says so; `-` is standard output.
  /// - Throws: `Failure` when there is such a file, or it cannot be written.
  public func write(_ bytes: [UInt8], to path: String, saying done: Text? = nil) throws {
    if path == "-" {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(
          .badInput, Text(nl: "dit is geen tekst", en: "this is no text"),
          remedy: Text(nl: "geef de naam van een bestand", en: "give the name of a file"))
      }
      return terminal.outExactly(text)
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch CocoaError.fileWriteFileExists {
      throw Failure(
        .badInput, Text(nl: "«\(path)» bestaat al", en: "“\(path)” exists already"),
        remedy: Text(nl: "kies een andere naam", en: "choose another name"))
    } catch { throw Failure(.io, Text(nl: "«\(path)» is niet te schrijven", en: "“\(path)” cannot be written")) }
    terminal.note(
      StyledText.verdict(.good, done ?? Text(nl: "geschreven naar \(path)", en: "written to \(path)")))
  }
}
