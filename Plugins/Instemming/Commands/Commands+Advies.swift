import ArgumentParser
import Console
import Governance
import Ledger

extension InstemmingCommand {
  /// `waarborg instemming vraag-advies`
  struct VraagAdvies: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "vraag-advies",
      abstract: Language.ofProcess.choose(nl: "Vraag een orgaan advies.", en: "Ask a body for advice."))
    @OptionGroup var subject: SubjectOptions
    @Option(help: Language.help(nl: "Het orgaan dat adviseert.", en: "The body that advises.", "rol")) var orgaan = Rol
      .ondernemingsraad.rawValue
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let body: Rol = try Input.code(orgaan, option: "--orgaan")
      try InstemmingCommand.append(program, options) { context in
        let target = try Target.new(subject, .advies, context)
        var draft = try target.draft(AdviesGevraagd.self, context, orgaan: body, nil, herkomst)
        try explanation.fill(&draft)
        return draft
      }
    }
  }

  /// `waarborg instemming breng-advies-uit`
  struct BrengAdviesUit: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "breng-advies-uit",
      abstract: Language.ofProcess.choose(
        nl: "Breng advies uit, gevraagd of ongevraagd.", en: "Give advice, asked or unasked."))
    @OptionGroup var subject: SubjectOptions
    @Option(
      help: Language.help(
        nl: "Het orgaan dat adviseert (anders de rol van uw sleutel).",
        en: "The body that advises (else the role of your key).", "rol")) var orgaan: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let named: Rol? = try orgaan.map { try Input.code($0, option: "--orgaan") }
      try InstemmingCommand.append(program, options) { context in
        let own = context.reading.registry.keys[context.key.id]?.rol
        // The secretariat records history for a body; that body is the works council unless it is named.
        let body = named ?? (own == .secretariaat ? nil : own) ?? .ondernemingsraad
        let target = try Target.find(
          subject, .advies, context, where: { $0.orgaan == body && $0.feit(AdviesUitgebracht.self) == nil }
        ) { _ in true }
        var draft = try target.draft(
          AdviesUitgebracht.self, context, orgaan: target.procedure?.orgaan ?? body, nil, herkomst)
        try explanation.fill(&draft)
        return draft
      }
    }
  }

  /// `waarborg instemming bereik-overeenstemming`
  struct BereikOvereenstemming: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "bereik-overeenstemming",
      abstract: Language.ofProcess.choose(
        nl: "Leg overeenstemming in het Lokaal Overleg vast.",
        en: "Record agreement in the local consultation with the unions."))
    @OptionGroup var subject: SubjectOptions
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try InstemmingCommand.append(program, options) { context in
        let target = try Target.new(subject, .overleg, context)
        var draft = try target.draft(OvereenstemmingBereikt.self, context, orgaan: nil, nil, herkomst)
        try explanation.fill(&draft)
        return draft
      }
    }
  }
}
