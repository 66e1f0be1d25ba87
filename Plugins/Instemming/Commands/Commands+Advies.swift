import ArgumentParser
import Console
import Governance
import Ledger

extension InstemmingCommand {
  /// `waarborg instemming vraag-advies`
  struct VraagAdvies: ProcedureCommand {
    typealias Event = AdviesGevraagd

    static let configuration = CommandConfiguration(
      "vraag-advies", nl: "Vraag een orgaan advies.", en: "Ask a body for advice.")
    @OptionGroup var subject: SubjectOptions
    @Option(help: Language.help(nl: "Het orgaan dat adviseert.", en: "The body that advises.", "rol")) var orgaan = Rol
      .ondernemingsraad.rawValue
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Betreft.orgaan] = try Input.code(orgaan, option: "--orgaan")
      try explanation.fill(&fields)
    }

    func find(_ context: AppendContext) throws -> Target { try Target.new(subject, .advies, context) }
  }

  /// `waarborg instemming breng-advies-uit`
  struct BrengAdviesUit: ProcedureCommand {
    typealias Event = AdviesUitgebracht

    static let configuration = CommandConfiguration(
      "breng-advies-uit", nl: "Breng advies uit, gevraagd of ongevraagd.", en: "Give advice, asked or unasked.")
    @OptionGroup var subject: SubjectOptions
    @Option(
      help: Language.help(
        nl: "Het orgaan dat adviseert (anders de rol van uw sleutel).",
        en: "The body that advises (else the role of your key).", "rol")) var orgaan: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Betreft.orgaan] = try Input.code(orgaan, option: "--orgaan")
      try explanation.fill(&fields)
    }

    func find(_ context: AppendContext) throws -> Target {
      // The secretariat records history for a body; that body is the works council unless it is named.
      let own = context.rol == .secretariaat ? nil : context.rol
      let body = try Input.code(orgaan, option: "--orgaan") ?? own ?? .ondernemingsraad
      var target = try Target.find(
        subject, .advies, context, where: { $0.orgaan == body && $0.feit(AdviesUitgebracht.self) == nil }
      ) { _ in true }
      target.orgaan = target.procedure?.orgaan ?? body
      return target
    }
  }

  /// `waarborg instemming bereik-overeenstemming`
  struct BereikOvereenstemming: ProcedureCommand {
    typealias Event = OvereenstemmingBereikt

    static let configuration = CommandConfiguration(
      "bereik-overeenstemming", nl: "Leg overeenstemming in het Lokaal Overleg vast.",
      en: "Record agreement in the local consultation with the unions.")
    @OptionGroup var subject: SubjectOptions
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws { try explanation.fill(&fields) }
    func find(_ context: AppendContext) throws -> Target { try Target.new(subject, .overleg, context) }
  }
}
