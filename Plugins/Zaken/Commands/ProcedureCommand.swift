import ArgumentParser
import Console
import Foundation
import Governance
import Ledger

/// `waarborg procedure`: the rules by which cases run, as files.
struct ProcedureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "procedure",
    abstract: Language.ofProcess.choose(
      nl: "Procedures: nakijken, tonen en vaststellen.", en: "Procedures: check, show and adopt."),
    discussion: Language.ofProcess.choose(
      nl: """
        Een procedure is een bestand: wie mag beginnen, de toestanden, de stappen, de termijnen en waar elk vandaan komt.
        Zaken lopen onder de versie die gold toen zij begonnen.
        """,
      en: """
        A procedure is a file: who may start, the states, the steps, the terms, and where each comes from. Cases run under
        the version that was in force when they began.
        """),
    subcommands: [Controleer.self, Lijst.self, Toon.self, StelVast.self, Corrigeer.self])
}

/// A procedure file that a command was given.
enum Procedurebestand {
  /// The bytes of a file; of one that is too large only so many that it is seen to be.
  static func bytes(_ path: String) throws -> [UInt8] {
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

  /// The procedure, or every fault of it told.
  /// - Throws: `Failure` (65) when there is any.
  static func procedure(_ bytes: [UInt8], named name: String, _ program: Program, json: Bool = false) throws
    -> Procedure
  {
    let gelezen = Gelezen(bytes)
    if let procedure = gelezen.procedure { return procedure }
    for fout in gelezen.fouten {
      if json {
        program.terminal.outJSON(fout.json(name).text)
      } else {
        program.terminal.note(StyledText(Text("\(name):\(fout.plaats): ") + fout.text))
      }
    }
    let count = gelezen.fouten.count
    throw Failure(
      .badInput,
      Text(
        nl: count == 1 ? "\(name): 1 fout" : "\(name): \(count) fouten",
        en: count == 1 ? "\(name): 1 fault" : "\(name): \(count) faults"),
      remedy: Text(
        nl: "verbeter het bestand en kijk het na: waarborg procedure controleer \(name)",
        en: "mend the file and check it: waarborg procedure controleer \(name)"))
  }
}

extension Fout {
  /// For programs: `bestand`, `regel`, `kolom`, `soort`, `gevonden`, `verwacht`.
  func json(_ name: String) -> JSON {
    [
      "bestand": .string(name), "regel": .int(Int64(plaats.regel)), "kolom": .int(Int64(plaats.kolom)),
      "soort": .string(soort.rawValue), "gevonden": .string(gevonden.nl),
      "verwacht": verwacht.map { .string($0.nl) } ?? .null,
    ]
  }
}
