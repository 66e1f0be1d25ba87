import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import RuleFiles

extension ProcedureCommand {
  /// `waarborg procedure controleer`
  struct Controleer: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "controleer",
      abstract: Language.ofProcess.choose(
        nl: "Kijk een procedurebestand na: alle fouten, met regel en kolom.",
        en: "Check a procedure file: every fault, with line and column."))
    @Argument(help: Language.help(nl: "Het bestand.", en: "The file.", "bestand")) var bestand: String
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let bytes = try Meegeleverd.bytes(bestand) ?? Regelbestand.bytes(bestand)
      let procedure = try Procedurebestand.procedure(bytes, named: bestand, program, json: shared.json)
      if shared.json { return program.terminal.outJSON(json(procedure, bytes).text) }
      let fields = procedure.stappen.reduce(0) { $0 + $1.velden.count }
      program.terminal.out(
        StyledText.verdict(
          .good,
          Text(
            nl: "\(procedure.id) «\(procedure.titel)», versie \(procedure.versie): in orde",
            en: "\(procedure.id) “\(procedure.titel)”, version \(procedure.versie): in order")))
      program.terminal.out(
        StyledText(
          Text(
            nl:
              "\(procedure.toestanden.count) toestanden, \(procedure.stappen.count) stappen, \(fields) velden, \(procedure.termijnen.count) termijnen, \(procedure.routes.count) routes, \(procedure.keuzes.count) keuzes",
            en:
              "\(procedure.toestanden.count) states, \(procedure.stappen.count) steps, \(fields) fields, \(procedure.termijnen.count) terms, \(procedure.routes.count) routes, \(procedure.keuzes.count) choices"
          )))
    }

    private func json(_ procedure: Procedure, _ bytes: [UInt8]) -> JSON {
      [
        "ok": .bool(true), "procedure": .string(procedure.id), "versie": .string(procedure.versie),
        "digest": .string(Gelezen.digest(bytes).hex), "toestanden": .int(Int64(procedure.toestanden.count)),
        "stappen": .int(Int64(procedure.stappen.count)), "termijnen": .int(Int64(procedure.termijnen.count)),
      ]
    }
  }
}
