import ArgumentParser
import Beleid
import Console
import Governance
import Ledger

/// A command that records a count of a group, and nothing besides.
protocol TellendCommand: RecordingCommand where Event: Dekking {
  var dekking: DekkingOptions { get }
}

extension TellendCommand {
  func fill(_ fields: inout DraftFields) throws { try dekking.fill(&fields) }
}

/// `waarborg inspectie bewijs`: what was done, as evidence that stands by itself.
struct BewijsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "bewijs", nl: "Leg vast wat is gedaan: voorlichting, toetsen, training, onderzoek en andere bewijzen.",
    en: "Record what was done: information, tests, training, research and other evidence.",
    discussion: Text(
      nl: """
        Met --op zegt u wanneer het is gedaan, met --verzameld-op wanneer het bewijs is verzameld, met --van en --tot-en-met over \
        welke periode het gaat, en met --eis welke eisen het dient. Mensen worden geteld, nooit genoemd.
        """,
      en: """
        --op says when it was done, --verzameld-op when the evidence was collected, --van and --tot-en-met which period it is \
        about, and --eis which demands it serves. People are counted, never named.
        """),
    subcommands: [
      BewijsLijst.self, BewijsToon.self, Voorlichting.self, Ontvangen.self, Toets.self, Training.self,
      Instructie.self, Communicatie.self, Mogelijkheden.self, Ondersteuning.self, Onderzoek.self, Signalering.self,
      Bespreking.self, Monitoring.self, Jaarverklaring.self, Stuk.self,
    ])

  /// `… bewijs voorlichting`
  struct Voorlichting: RecordingCommand {
    typealias Event = VoorlichtingGegeven

    static let configuration = CommandConfiguration(
      "voorlichting", nl: "Leg gegeven voorlichting vast.", en: "Record information that was given.")
    @Option(help: Language.help(nl: "Voor wie: \(Doelgroep.woorden).", en: "For whom: \(Doelgroep.woorden).", "groep"))
    var doelgroep: String
    @Option(
      help: Language.help(
        nl: "Waarover, met komma's ertussen: \(Onderwerpskeuze.woorden).",
        en: "About what, with commas in between: \(Onderwerpskeuze.woorden).", "onderwerpen"))
    var onderwerpen: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.doelgroep] = try Input.code(doelgroep, option: "--doelgroep")
      fields[Event.onderwerpen] = try Input.codes(onderwerpen, option: "--onderwerpen")
    }
  }

  /// `… bewijs ontvangen`
  struct Ontvangen: TellendCommand {
    typealias Event = VoorlichtingOntvangen

    static let configuration = CommandConfiguration(
      "ontvangen", nl: "Leg vast hoeveel mensen van een groep voorlichting ontvingen; --op is de peildag.",
      en: "Record how many of a group received information; --op is the day of counting.",
      discussion: Text(
        nl: "Voorbeeld: waarborg inspectie bewijs ontvangen --doelgroep alleWerknemers --bereikt 1480 --omvang 1520 "
          + "--onderwerpen gedragsregels,gevolgen --eis AI-2.5 --op 2025-05-13",
        en: "Example: waarborg inspectie bewijs ontvangen --doelgroep alleWerknemers --bereikt 1480 --omvang 1520 "
          + "--onderwerpen gedragsregels,gevolgen --eis AI-2.5 --op 2025-05-13"))
    @OptionGroup var dekking: DekkingOptions
    @OptionGroup var recording: BewijsOptions
  }

  /// `… bewijs toets`
  struct Toets: RecordingCommand {
    typealias Event = BegripGetoetst

    static let configuration = CommandConfiguration(
      "toets", nl: "Leg vast hoeveel mensen zijn getoetst en hoeveel het begrepen.",
      en: "Record how many were tested and how many understood.")
    @OptionGroup var dekking: DekkingOptions
    @Option(help: Language.help(nl: "Hoeveel van hen het begrepen.", en: "How many of them understood.", "aantal"))
    var begrepen: Int64
    @Option(
      help: Language.help(nl: "Wanneer het als begrepen geldt.", en: "What counts as understood.", "tekst"))
    var norm: String?
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      try dekking.fill(&fields)
      fields[Event.begrepen] = begrepen
      fields[Event.norm] = norm
    }
  }

  /// `… bewijs training`
  struct Training: TellendCommand {
    typealias Event = TrainingGevolgd

    static let configuration = CommandConfiguration(
      "training", nl: "Leg vast hoeveel mensen een training volgden.", en: "Record how many followed training.")
    @OptionGroup var dekking: DekkingOptions
    @OptionGroup var recording: BewijsOptions
  }

  /// `… bewijs instructie`
  struct Instructie: TellendCommand {
    typealias Event = InstructieGegeven

    static let configuration = CommandConfiguration(
      "instructie", nl: "Leg vast hoeveel mensen instructie kregen.", en: "Record how many were instructed.")
    @OptionGroup var dekking: DekkingOptions
    @OptionGroup var recording: BewijsOptions
  }

  /// `… bewijs communicatie`
  struct Communicatie: RecordingCommand {
    typealias Event = CommunicatieuitingVastgelegd

    static let configuration = CommandConfiguration(
      "communicatie", nl: "Leg vast wat over het thema is gecommuniceerd.",
      en: "Record what was communicated on the theme.")
    @Option(help: Language.help(nl: "\(Bekendmakingskanaal.woorden).", en: "\(Bekendmakingskanaal.woorden).", "kanaal"))
    var kanaal: String
    @Option(
      help: Language.help(
        nl: "ja of nee: of de gevolgen erin staan.", en: "ja or nee: whether it names the consequences.", "ja|nee"))
    var noemtGevolgen: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.kanaal] = try Input.code(kanaal, option: "--kanaal")
      fields[Event.noemtGevolgen] = try Input.yes(noemtGevolgen, option: "--noemt-gevolgen")
    }
  }

  /// `… bewijs mogelijkheden`
  struct Mogelijkheden: RecordingCommand {
    typealias Event = HandelingsmogelijkhedenBeschreven

    static let configuration = CommandConfiguration(
      "mogelijkheden", nl: "Leg vast waar beschreven is wat een groep kan doen.",
      en: "Record where it is described what a group can do.")
    @Option(help: Language.help(nl: "Voor wie: \(Doelgroep.woorden).", en: "For whom: \(Doelgroep.woorden).", "groep"))
    var doelgroep: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.doelgroep] = try Input.code(doelgroep, option: "--doelgroep")
    }
  }

  /// `… bewijs ondersteuning`
  struct Ondersteuning: RecordingCommand {
    typealias Event = OndersteuningGeboden

    static let configuration = CommandConfiguration(
      "ondersteuning", nl: "Leg aangeboden ondersteuning vast.", en: "Record support that was offered.")
    @Option(help: Language.help(nl: "Voor wie: \(Doelgroep.woorden).", en: "For whom: \(Doelgroep.woorden).", "groep"))
    var doelgroep: String
    @Option(help: Language.help(nl: "Welke ondersteuning.", en: "Which support.", "tekst")) var vorm: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.doelgroep] = try Input.code(doelgroep, option: "--doelgroep")
      fields[Event.vorm] = vorm
    }
  }

  /// `… bewijs stuk`
  struct Stuk: RecordingCommand {
    typealias Event = BewijsstukVastgelegd

    static let configuration = CommandConfiguration(
      "stuk", nl: "Leg een bewijsstuk vast: --stuk BESTAND.", en: "Record a document: --stuk FILE.")
    @Option(
      help: Language.help(
        nl: "Wat het is en laat zien, zonder namen.", en: "What it is and shows, without names.", "tekst"))
    var wat: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) { fields[Event.wat] = wat }
  }
}
