import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import RuleFiles

extension ProcedureCommand {
  /// `waarborg procedure stel-vast`
  struct StelVast: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "stel-vast",
      abstract: Language.ofProcess.choose(
        nl: "Stel een versie van een procedure vast; zij geldt voor zaken die vanaf --op beginnen.",
        en: "Adopt a version of a procedure; it holds for cases that begin from --op on."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg procedure stel-vast P-01.yaml --regeling gedragscode@2 --op 2027-01-01 --als college",
        en: "Example: waarborg procedure stel-vast P-01.yaml --regeling gedragscode@2 --op 2027-01-01 --als college"))
    @Argument(
      help: Language.help(
        nl: "Het bestand, of de naam van een meegeleverde procedure, zoals P-01.",
        en: "The file, or the name of a procedure that comes with the program, such as P-01.", "bestand")) var bestand:
      String
    @Option(
      help: Language.help(
        nl: "De versie van de regeling waar de procedure bij hoort, zoals gedragscode@2.",
        en: "The version of the rule that the procedure belongs to, such as gedragscode@2.", "regeling"))
    var regeling: String?
    @Option(
      help: Language.help(
        nl: "Het orgaan dat vaststelt (anders de rol van de sleutel).", en: "The adopting body (else the key's role).",
        "rol")) var orgaan: String?
    @OptionGroup var recording: FactOptions
    var shared: SharedOptions { recording.options.shared }

    func run(_ program: Program) throws {
      let body: Rol? = try orgaan.map { try Input.code($0, option: "--orgaan") }
      let bytes = try Meegeleverd.bytes(bestand) ?? Regelbestand.bytes(bestand)
      let procedure = try Procedurebestand.procedure(bytes, named: bestand, program)
      try program.append(recording.options) { context in
        try Eigenregister.check(procedure, context.reading.registry)
        let about = try regeling.map { try self.regeling($0, context) }
        var draft = try context.draft(ProcedureVastgesteld.self, on: context.book.newStream("Procedure"), recording)
        draft[ProcedureVastgesteld.procedure] = procedure.id
        draft[ProcedureVastgesteld.versie] = procedure.versie
        draft[ProcedureVastgesteld.titel] = procedure.titel
        draft[ProcedureVastgesteld.digest] = Gelezen.digest(bytes)
        draft[ProcedureVastgesteld.regeling] = about?.stream
        draft[ProcedureVastgesteld.regelingVersie] = try about?.versie.map {
          try Input.digest($0, option: "--regeling")
        }
        draft[ProcedureVastgesteld.orgaan] = body ?? (recording.herkomst.historisch ? nil : Self.ownRole(context))
        draft.attach(Document(bytes: bytes, mediaType: "application/yaml"), as: ProcedureVastgesteld.bestand)
        return Proposal(draft)
      }
    }

    private func regeling(_ handle: String, _ context: AppendContext) throws -> Onderwerp {
      let about = try context.reading.subject(handle, context.book.catalog)
      guard about.stream.kind == "Regeling" else {
        throw Failure(
          .badInput,
          Text(nl: "--regeling: «\(handle)» is geen regeling", en: "--regeling: “\(handle)” is no rule"),
          remedy: Text(nl: "zie waarborg beleid lijst", en: "see waarborg beleid lijst"))
      }
      return about
    }

    private static func ownRole(_ context: AppendContext) -> Rol? {
      context.rol.flatMap { ProcedureVastgesteld.type.signers.contains($0) ? $0 : nil }
    }
  }

  /// `waarborg procedure corrigeer`
  struct Corrigeer: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "corrigeer",
      abstract: Language.ofProcess.choose(
        nl: "Trek een vaststelling in die nog niet is ingegaan, of geef haar een andere dag.",
        en: "Withdraw an adoption that has not taken effect, or give it another day."))
    @Argument(help: Language.help(nl: "Welke, zoals P-01@2024-05-23.", en: "Which, such as P-01@2024-05-23.", "versie"))
    var versie: String
    @Option(
      help: Language.help(nl: "De dag waarop zij wel ingaat.", en: "The day on which it does take effect.", "dag"))
    var juisteDatum: String?
    @Option(help: Language.help(nl: "Wat er niet klopte.", en: "What was wrong.", "tekst")) var reden: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let date = try juisteDatum.map { try Input.date($0, option: "--juiste-datum") }
      try program.append(options) { context in
        let found = try Procedureversie.vereis(versie, in: context.reading.views)
        var draft = EventDraft(ProcedureGecorrigeerd.self, stream: found.stroom, effective: context.effective)
        draft[Correction.event] = found.vastgesteld.id
        draft[Correction.date] = date
        draft[Correction.reason] = reden
        return Proposal(draft)
      }
    }
  }
}

extension Procedureversie {
  /// The version that must be there.
  static func vereis(_ handle: String, in views: ViewReader) throws -> Procedureversie {
    if let found = try find(handle, in: views) { return found }
    throw Failure(
      .notFound, Text(nl: "er is geen procedure «\(handle)» vastgesteld", en: "no procedure “\(handle)” was adopted"),
      remedy: Nearest.question(Nearest.handle(to: handle, among: Meegeleverd.bestanden.map(\.id)))
        + Text(nl: "zie waarborg procedure lijst", en: "see waarborg procedure lijst"))
  }
}
