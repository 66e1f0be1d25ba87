import ArgumentParser
import Console
import Governance
import Instemming
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon ontheffing`
  struct Ontheffing: ParsableCommand {
    static let configuration = CommandConfiguration(
      "ontheffing", nl: "Wat aan een ontheffing voorafgaat: het voornemen en de onafhankelijke vaststelling.",
      en: "What precedes relief of the function: the intention and the independent finding.",
      subcommands: [Voorneem.self, TrekVoornemenIn.self, Vaststelling.self])
  }

  /// `waarborg vertrouwenspersoon ontheffing voorneem`
  struct Voorneem: BenoemingCommand {
    typealias Event = DossierAangevuld

    static let configuration = CommandConfiguration(
      "voorneem", nl: "Leg het voornemen vast, met de grond en een toelichting.",
      en: "Record the intention, with its ground and an explanation.",
      discussion: Text(
        nl: """
          Wie het grootboek niet van binnen leest, ziet alleen dat een dossier is aangevuld.
          verzuimOfOverschrijding: waar de eigen regels dat vragen, stelt een onafhankelijke instantie die vast, voordat de
          ondernemingsraad instemt.
          andereGrond: bijvoorbeeld belangenverstrengeling met een andere functie.
          """,
        en: """
          Who does not read the ledger from within sees only that something was added to a file.
          verzuimOfOverschrijding: neglect or overstepping, which an independent body establishes where the rules ask that,
          before the works council consents.
          andereGrond: another one, such as a conflict of interest with another function.
          """))
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "\(OntheffingsGrond.woorden).", en: "\(OntheffingsGrond.woorden).", "grond"))
    var grond: String
    @Option(
      help: Language.confidential(
        nl: "Wat er speelt en waarom voortzetting niet kan worden gevergd",
        en: "What is the matter and why continuing cannot be asked", "tekst")) var toelichting: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.soort] = .voornemen
      fields[Event.grond] = try Input.code(grond, option: "--grond")
      fields[Event.toelichting] = toelichting
    }
  }

  /// `waarborg vertrouwenspersoon ontheffing trek-in`
  struct TrekVoornemenIn: BenoemingCommand {
    typealias Event = DossierAangevuld

    static let configuration = CommandConfiguration(
      "trek-in", nl: "Leg vast dat de werkgever afziet van de voorgenomen ontheffing.",
      en: "Record that the employer gives the intended relief up.")
    @OptionGroup var benoeming: BenoemingArgument
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) { fields[Event.soort] = .voornemenIngetrokken }
  }

  /// `waarborg vertrouwenspersoon ontheffing vaststelling`
  struct Vaststelling: BenoemingCommand {
    typealias Event = DossierAangevuld

    static let configuration = CommandConfiguration(
      "vaststelling", nl: "Leg vast wat een onafhankelijke instantie vaststelde.",
      en: "Record what an independent body found.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.confidential(nl: "Welke instantie", en: "Which body", "naam"))
    var instantie: String
    @Flag(help: Language.help(nl: "De grond is niet vastgesteld.", en: "The ground was not established."))
    var nietVastgesteld = false
    @Flag(help: Language.help(nl: "De instantie is onafhankelijk.", en: "The body is independent."))
    var onafhankelijk = false
    @Flag(help: Language.help(nl: "De instantie betracht geheimhouding.", en: "The body keeps secrecy."))
    var geheimhouding = false
    @Option(help: Language.help(nl: "De vaststelling (intern).", en: "The finding (internal).", "bestand"))
    var stuk: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.soort] = .vaststelling
      fields[Event.vastgesteld] = !nietVastgesteld
      fields[Event.onafhankelijk] = onafhankelijk
      fields[Event.geheimhouding] = geheimhouding
      fields[Event.instantie] = instantie
      try fields.attach(stuk, as: Event.stuk)
    }
  }

  /// `waarborg vertrouwenspersoon noteer`
  struct Noteer: BenoemingCommand {
    typealias Event = DossierAangevuld

    static let configuration = CommandConfiguration(
      "noteer", nl: "Voeg een aantekening toe aan het dossier van een vertrouwenspersoon.",
      en: "Add a note to the file of a vertrouwenspersoon.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.confidential(nl: "De aantekening", en: "The note", "tekst"))
    var toelichting: String?
    @Option(help: Language.help(nl: "Een stuk erbij (intern).", en: "A paper with it (internal).", "bestand"))
    var stuk: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.soort] = .aantekening
      fields[Event.toelichting] = toelichting
      try fields.attach(stuk, as: Event.stuk)
    }
  }

  /// `waarborg vertrouwenspersoon onthef`
  struct Onthef: BenoemingCommand {
    typealias Event = VertrouwenspersoonBeeindigd

    static let configuration = CommandConfiguration(
      "onthef", nl: "Onthef uit de functie, met een gemotiveerde brief; --op is de eerste dag zonder.",
      en: "Relieve of the function, with a letter that gives reasons; --op is the first day without it.",
      discussion: Text(
        nl: "Vooraf: waarborg instemming vraag vertrouwenspersoon-1 --besluit ontheffen",
        en: "First: waarborg instemming vraag vertrouwenspersoon-1 --besluit ontheffen"))
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "De gemotiveerde brief (intern).", en: "The letter (internal).", "bestand"))
    var brief: String?
    @Option(help: Language.confidential(nl: "Waar de brief ligt", en: "Where the letter is", "tekst"))
    var briefVindplaats: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.wijze] = .ontheven
      try Stukkeuze(document: Event.stuk, plek: Event.vindplaats, bestand: brief, vindplaats: briefVindplaats)
        .fill(&fields, option: "--brief")
    }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) throws {
      draft[Event.instemming] = try found.verleend(.ontheffen, context.reading)?.stream
    }
  }
}
