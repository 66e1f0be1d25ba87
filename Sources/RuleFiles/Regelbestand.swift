import Console
import Foundation
import Governance
import Ledger

/// A file of rules that a command was given.
public enum Regelbestand {
  /// The bytes of a file; of one that is too large only so many that it is seen to be.
  /// - Throws: `Failure` when it is not there (66), is no file (65) or cannot be read (74).
  public static func bytes(_ path: String) throws -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure(.notFound, Text(nl: "bestand «\(path)» bestaat niet", en: "file “\(path)” does not exist"))
    }
    guard !isDirectory.boolValue else {
      throw Failure(
        .badInput,
        Text(nl: "«\(path)» is een map, verwacht een bestand", en: "“\(path)” is a directory; expected a file"))
    }
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      return [UInt8](try handle.read(upToCount: Bestandstekst.mostBytes + 1) ?? Data())
    } catch {
      throw Failure(.io, Text(nl: "bestand «\(path)» is niet te lezen", en: "file “\(path)” cannot be read"))
    }
  }

  /// Tells of every fault of a file, as `FILE:LINE:COLUMN: …` or for programs; what to throw then (65).
  ///
  /// - Parameter nakijken: the command that checks such a file.
  public static func toon(
    _ fouten: [Fout], of name: String, _ program: Program, json: Bool, nakijken: String
  ) -> Failure {
    for fout in fouten {
      if json {
        program.terminal.outJSON(fout.json(name).text)
      } else {
        program.terminal.note(StyledText(Text("\(name):\(fout.plaats): ") + fout.text))
      }
    }
    return Failure(
      .badInput,
      Text(
        nl: fouten.count == 1 ? "\(name): 1 fout" : "\(name): \(fouten.count) fouten",
        en: fouten.count == 1 ? "\(name): 1 fault" : "\(name): \(fouten.count) faults"),
      remedy: Text(
        nl: "verbeter het bestand en kijk het na: \(nakijken)", en: "mend the file and check it: \(nakijken)"))
  }
}

extension Fout {
  /// For programs: `bestand`, `regel`, `kolom`, `soort`, `gevonden`, `verwacht`.
  public func json(_ name: String) -> JSON {
    [
      "bestand": .string(name), "regel": .int(Int64(plaats.regel)), "kolom": .int(Int64(plaats.kolom)),
      "soort": .string(soort.rawValue), "gevonden": .string(gevonden.nl),
      "verwacht": verwacht.map { .string($0.nl) } ?? .null,
    ]
  }
}
