import ArgumentParser
import Console
import Governance
import Ledger
import RuleFiles

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
  /// The procedure, or every fault of it told.
  /// - Throws: `Failure` (65) when there is any.
  static func procedure(_ bytes: [UInt8], named name: String, _ program: Program, json: Bool = false) throws
    -> Procedure
  {
    let gelezen = Gelezen(bytes)
    if let procedure = gelezen.procedure { return procedure }
    throw Regelbestand.toon(
      gelezen.fouten, of: name, program, json: json, nakijken: "waarborg procedure controleer \(name)")
  }
}
