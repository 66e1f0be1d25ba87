import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon scholing`
  struct Scholing: BenoemingCommand {
    typealias Event = ScholingVastgelegd

    static let configuration = CommandConfiguration(
      "scholing", nl: "Leg gevolgde scholing vast.", en: "Record training that was followed.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "\(ScholingSoort.woorden).", en: "\(ScholingSoort.woorden).", "soort"))
    var soort = ScholingSoort.bijscholing.rawValue
    @Flag(help: Language.help(nl: "De LVV erkent de cursus.", en: "The LVV recognises the course.")) var erkend = false
    @Option(help: Language.help(nl: "Het jaar (anders dat van --op).", en: "The year (else that of --op).", "jaar"))
    var jaar: Int64?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.soort] = try Input.code(soort, option: "--soort")
      fields[Event.erkend] = erkend ? true : nil
    }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) {
      draft[Event.jaar] = jaar ?? Int64(context.day.year)
    }
  }

  /// `waarborg vertrouwenspersoon intervisie`
  struct Intervisie: BenoemingCommand {
    typealias Event = IntervisieVastgelegd

    static let configuration = CommandConfiguration(
      "intervisie", nl: "Leg intervisie vast.", en: "Record intervisie.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "Het jaar (anders dat van --op).", en: "The year (else that of --op).", "jaar"))
    var jaar: Int64?
    @OptionGroup var recording: FactOptions

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) {
      draft[Event.jaar] = jaar ?? Int64(context.day.year)
    }
  }

  /// `waarborg vertrouwenspersoon wijzig-contact`
  struct WijzigContact: BenoemingCommand {
    typealias Event = ContactgegevensGewijzigd

    static let configuration = CommandConfiguration(
      "wijzig-contact", nl: "Wijzig naam, telefoon of e-mail; wat u weglaat, blijft.",
      en: "Change name, telephone or e-mail; what you leave out stays.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.confidential(nl: "De naam", en: "The name", "naam")) var naam: String?
    @Option(help: Language.confidential(nl: "Het telefoonnummer", en: "The telephone number", "nummer"))
    var telefoon: String?
    @Option(help: Language.confidential(nl: "Het e-mailadres", en: "The e-mail address", "adres"))
    var email: String?
    @OptionGroup var recording: FactOptions

    func validate() throws {
      guard naam == nil, telefoon == nil, email == nil else { return }
      throw ValidationError(nl: "geef --naam, --telefoon of --email", en: "give --naam, --telefoon or --email")
    }

    func fill(_ fields: inout DraftFields) {
      fields[Contact.nieuweNaam] = naam
      fields[Contact.telefoon] = telefoon
      fields[Contact.email] = email
    }
  }

  /// `waarborg vertrouwenspersoon draag-register-over`
  struct DraagRegisterOver: BenoemingCommand {
    typealias Event = RegisterOvergedragen

    static let configuration = CommandConfiguration(
      "draag-register-over",
      nl: "Leg vast dat wie vertrekt de registratie overdroeg of vernietigde; de inhoud komt niet in het grootboek.",
      en: "Record that who leaves handed the register over or destroyed it; its content never enters the ledger.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "Wie het ontving.", en: "Who received it.", "kenmerk")) var aan: String?
    @Flag(help: Language.help(nl: "Het is vernietigd.", en: "It was destroyed.")) var vernietigd = false
    @OptionGroup var recording: FactOptions

    func validate() throws {
      guard (aan == nil) != vernietigd else { return }
      throw ValidationError(nl: "geef --aan of --vernietigd", en: "give --aan or --vernietigd")
    }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) throws {
      draft[Event.ontvanger] = try aan.map { try Verwijzing.require($0, in: context.reading).stream }
    }
  }

  /// `waarborg vertrouwenspersoon corrigeer`
  struct Corrigeer: MistakeCommand {
    typealias Event = VertrouwenspersoonGecorrigeerd

    static let corrections = VertrouwenspersonenRules.mistakes
    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Zeg dat een eerdere gebeurtenis een vergissing was.",
      en: "Say that an earlier event was a mistake.")
    @OptionGroup var mistake: MistakeOptions
    @OptionGroup var recording: AppendingOptions

    var unknown: Failure {
      Failure(
        .notFound,
        Text(
          nl: "«\(mistake.gebeurtenis)» is geen gebeurtenis over vertrouwenspersonen",
          en: "“\(mistake.gebeurtenis)” is no event about vertrouwenspersonen"),
        remedy: Text(nl: "zie waarborg log", en: "see waarborg log"))
    }
  }
}
