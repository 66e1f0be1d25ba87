import ArgumentParser
import Beleid
import Console
import Governance
import Ledger

extension RieCommand {
  /// `waarborg rie voer-uit`
  struct VoerUit: RecordingCommand {
    typealias Event = RieUitgevoerd

    static let configuration = CommandConfiguration(
      "voer-uit", nl: "Leg een RI&E vast.", en: "Record a risk inventory.",
      discussion: Text(
        nl: "Voorbeeld: waarborg rie voer-uit --reikwijdte \"hele organisatie\" --vormen "
          + "agressieEnGeweld,pesten,discriminatie,seksueleIntimidatie --stuk rie.pdf --eis AI-1.1 --op 2025-03-10",
        en: "Example: waarborg rie voer-uit --reikwijdte \"hele organisatie\" --vormen "
          + "agressieEnGeweld,pesten,discriminatie,seksueleIntimidatie --stuk rie.pdf --eis AI-1.1 --op 2025-03-10"))
    @Option(
      help: Language.help(nl: "De organisatie, of welk onderdeel.", en: "The organisation, or which unit.", "tekst"))
    var reikwijdte: String
    @Option(
      help: Language.help(
        nl: "Hoe, en waarom dat past bij de stand van de wetenschap.",
        en: "How, and why that fits the state of science.", "tekst"))
    var methode: String?
    @Option(
      help: Language.help(
        nl: "Welke vormen, met komma's ertussen: \(Gedragsvorm.woorden).",
        en: "Which forms, with commas in between: \(Gedragsvorm.woorden).", "vormen"))
    var vormen: String?
    @Option(
      help: Language.help(
        nl: "Welke bronnen, met komma's ertussen: \(Signaalbron.woorden).",
        en: "Which sources, with commas in between: \(Signaalbron.woorden).", "bronnen"))
    var bronnen: String?
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.reikwijdte] = reikwijdte
      fields[Event.methode] = methode
      fields[Event.vormen] = try vormen.map { try Input.codes($0, option: "--vormen") }
      fields[Event.bronnen] = try bronnen.map { try Input.codes($0, option: "--bronnen") }
    }
  }

  /// `waarborg rie raadpleeg`
  struct Raadpleeg: OverCommand {
    typealias Event = WerknemersBijRieGeraadpleegd

    static let configuration = CommandConfiguration(
      "raadpleeg", nl: "Leg vast hoe werknemers voor een RI&E zijn geraadpleegd.",
      en: "Record how employees were consulted for an inventory.")
    @OptionGroup var over: Over<Rie>
    @Option(help: Language.help(nl: "\(VormVanRaadpleging.woorden).", en: "\(VormVanRaadpleging.woorden).", "vorm"))
    var vorm: String
    @Option(help: Language.help(nl: "Hoeveel werknemers.", en: "How many employees.", "aantal")) var aantal: Int64?
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.vorm] = try Input.code(vorm, option: "--vorm")
      fields[Event.aantal] = aantal
    }
  }

  /// `waarborg rie risicofactoren`
  struct Risicofactoren: OverCommand {
    typealias Event = RisicofactorenVastgelegd

    static let configuration = CommandConfiguration(
      "risicofactoren", nl: "Leg vast welke risicofactoren zijn bekeken.",
      en: "Record which risk factors were looked at.")
    @OptionGroup var over: Over<Rie>
    @Option(
      help: Language.help(
        nl: "Met komma's ertussen: \(Risicofactor.woorden).", en: "With commas in between: \(Risicofactor.woorden).",
        "factoren"))
    var factoren: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.factoren] = try Input.codes(factoren, option: "--factoren")
    }
  }

  /// `waarborg rie stel-vast`
  struct StelVast: OverCommand {
    typealias Event = RieVastgesteld

    static let configuration = CommandConfiguration("stel-vast", nl: "Stel een RI&E vast.", en: "Adopt an inventory.")
    @OptionGroup var over: Over<Rie>
    @Option(
      help: Language.help(
        nl: "Wie haar toetste, als rol of organisatie.", en: "Who tested it, as a role or organisation.", "tekst"))
    var getoetstDoor: String?
    @Option(help: Language.help(nl: "Om de hoeveel tijd zij wordt herzien.", en: "How often it is revised.", "duur"))
    var herzienIedere: String?
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.getoetstDoor] = getoetstDoor
      fields[Event.herzienIedere] = try herzienIedere.map {
        try Input.duration(
          $0, option: "--herzien-iedere",
          expected: Text(nl: "is geen duur; verwacht: P2Y of P6M", en: "is no length of time; expected: P2Y or P6M"))
      }
    }
  }

  /// `waarborg rie maak-bekend`
  struct MaakBekend: OverCommand {
    typealias Event = RieResultaatBekendgemaakt

    static let configuration = CommandConfiguration(
      "maak-bekend", nl: "Leg vast dat de uitkomsten aan werknemers zijn bekendgemaakt.",
      en: "Record that the results were made known to employees.")
    @OptionGroup var over: Over<Rie>
    @Option(help: Language.help(nl: "\(Bekendmakingskanaal.woorden).", en: "\(Bekendmakingskanaal.woorden).", "kanaal"))
    var kanaal: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws { fields[Event.kanaal] = try Input.code(kanaal, option: "--kanaal") }
  }

  /// `waarborg rie stel-plan-vast`
  struct StelPlanVast: OverCommand {
    typealias Event = PlanVanAanpakVastgesteld

    static let configuration = CommandConfiguration(
      "stel-plan-vast", nl: "Stel het plan van aanpak vast.", en: "Adopt the plan.")
    @OptionGroup var over: Over<Rie>
    @OptionGroup var recording: BewijsOptions
  }

  /// `waarborg rie maak-plan-bekend`
  struct MaakPlanBekend: OverCommand {
    typealias Event = PlanVanAanpakBekendgemaakt

    static let configuration = CommandConfiguration(
      "maak-plan-bekend", nl: "Leg vast dat het plan of zijn evaluatie aan werknemers is bekendgemaakt.",
      en: "Record that the plan or its evaluation was made known to employees.")
    @OptionGroup var over: Over<Rie>
    @Option(help: Language.help(nl: "\(Bekendmakingskanaal.woorden).", en: "\(Bekendmakingskanaal.woorden).", "kanaal"))
    var kanaal: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws { fields[Event.kanaal] = try Input.code(kanaal, option: "--kanaal") }
  }

  /// `waarborg rie evalueer-plan`
  struct EvalueerPlan: OverCommand {
    typealias Event = PlanVanAanpakGeevalueerd

    static let configuration = CommandConfiguration(
      "evalueer-plan", nl: "Leg de jaarlijkse evaluatie van het plan vast.",
      en: "Record the yearly evaluation of the plan.")
    @OptionGroup var over: Over<Rie>
    @Option(
      help: Language.help(
        nl: "ja of nee: of de ondernemingsraad meedeed.", en: "ja or nee: whether the works council took part.",
        "ja|nee"))
    var metOndernemingsraad: String
    @Option(help: Language.help(nl: "Wat het opleverde.", en: "What came of it.", "tekst")) var bevindingen: String
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.metOndernemingsraad] = try Input.yes(metOndernemingsraad, option: "--met-ondernemingsraad")
      fields[Event.bevindingen] = bevindingen
    }
  }
}
