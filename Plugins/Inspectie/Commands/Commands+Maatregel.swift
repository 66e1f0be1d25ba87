import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// By when a measure is carried out and evaluated, and by what it is judged.
struct PlanningOptions: ParsableArguments {
  @Option(help: Language.help(nl: "De laatste dag om haar uit te voeren.", en: "The last day to carry it out.", "dag"))
  var uitvoerenVoor: String?
  @Option(help: Language.help(nl: "De laatste dag om haar te evalueren.", en: "The last day to evaluate it.", "dag"))
  var evaluerenVoor: String?
  @Option(
    help: Language.help(
      nl: "Waaraan wordt afgemeten of zij werkt.", en: "By what it is judged whether it works.", "tekst"))
  var criterium: String?

  func fill(_ fields: inout DraftFields) throws {
    fields[MaatregelVastgelegd.uitvoerenVoor] = try Input.day(uitvoerenVoor, option: "--uitvoeren-voor")
    fields[MaatregelVastgelegd.evaluerenVoor] = try Input.day(evaluerenVoor, option: "--evalueren-voor")
    fields[MaatregelVastgelegd.criterium] = criterium
  }
}

extension RieCommand {
  /// `waarborg rie maatregel`
  struct LegMaatregelVast: RecordingCommand {
    typealias Event = MaatregelVastgelegd

    static let configuration = CommandConfiguration(
      "maatregel", nl: "Leg een maatregel vast; wie ervoor verantwoordelijk is met wijs-aan.",
      en: "Record a measure; who answers for it with wijs-aan.")
    @Argument(
      help: Language.help(nl: "Wat de maatregel is, zonder namen.", en: "What the measure is, without names.", "tekst"))
    var omschrijving: String
    @Option(help: Language.help(nl: "\(SoortMaatregel.woorden).", en: "\(SoortMaatregel.woorden).", "soort"))
    var soort: String
    @Option(help: Language.help(nl: "Bij welke RI&E zij hoort.", en: "The inventory it belongs to.", "rie")) var rie:
      String?
    @Flag(help: Language.help(nl: "Zij bestond al.", en: "It was there already.")) var bestond = false
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.omschrijving] = omschrijving
      fields[Event.soort] = try Input.code(soort, option: "--soort")
      fields[Event.bestond] = bestond ? true : nil
      try planning.fill(&fields)
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.rie] = try rie.map { try Rie.require($0, context.views) }
    }
  }

  /// `waarborg rie stel-bij`
  struct StelBij: OverCommand {
    typealias Event = MaatregelBijgesteld

    static let configuration = CommandConfiguration(
      "stel-bij", nl: "Stel een datum of het criterium van een maatregel bij; wat u weglaat, blijft.",
      en: "Adjust a date or the criterion of a measure; what you leave out stays.")
    @OptionGroup var over: Over<Maatregel>
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws { try planning.fill(&fields) }
  }

  /// `waarborg rie wijs-aan`
  struct WijsAan: OverCommand {
    typealias Event = VerantwoordelijkeAangewezen

    static let configuration = CommandConfiguration(
      "wijs-aan", nl: "Leg vast wie voor een maatregel verantwoordelijk is: één persoon, via een functie.",
      en: "Record who answers for a measure: one person, by way of a function.",
      discussion: Text(
        nl: """
          De naam staat bij wie de functie bekleedt en is alleen voor de inspecteur. Noemt het plan een team, leg dat dan \
          vast met --aanduiding: het blijft een openstaand punt tot er een functie is.
          """,
        en: """
          The name stands with who holds the function and is for the inspector only. When the plan names a team, record \
          that with --aanduiding: it stays an open point until there is a function.
          """))
    @OptionGroup var over: Over<Maatregel>
    @Option(help: Language.help(nl: "De functie, met naam of kenmerk.", en: "The function, by name or id.", "functie"))
    var functie: String?
    @Option(
      help: Language.help(
        nl: "Wat het plan noemt als dat geen functie is; geen naam van een persoon.",
        en: "What the plan names when it is no function; no name of a person.", "tekst"))
    var aanduiding: String?
    @OptionGroup var recording: BewijsOptions

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.functie] = try functie.map { try Functies.zoek($0, context.views).stream }
      draft[Event.aanduiding] = aanduiding
    }
  }

  /// `waarborg rie voer-maatregel-uit`
  struct VoerMaatregelUit: OverCommand {
    typealias Event = MaatregelUitgevoerd

    static let configuration = CommandConfiguration(
      "voer-maatregel-uit", nl: "Leg vast dat een maatregel is uitgevoerd.",
      en: "Record that a measure was carried out.")
    @OptionGroup var over: Over<Maatregel>
    @OptionGroup var recording: BewijsOptions
  }

  /// `waarborg rie evalueer-maatregel`
  struct EvalueerMaatregel: OverCommand {
    typealias Event = MaatregelGeevalueerd

    static let configuration = CommandConfiguration(
      "evalueer-maatregel", nl: "Leg vast of een maatregel werkt.", en: "Record whether a measure works.")
    @OptionGroup var over: Over<Maatregel>
    @Option(help: Language.help(nl: "\(UitkomstMaatregel.woorden).", en: "\(UitkomstMaatregel.woorden).", "uitkomst"))
    var uitkomst: String
    @Flag(help: Language.help(nl: "De ondernemingsraad deed mee.", en: "The works council took part."))
    var metOndernemingsraad = false
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.uitkomst] = try Input.code(uitkomst, option: "--uitkomst")
      fields[Event.metOndernemingsraad] = metOndernemingsraad
    }
  }

  /// `waarborg rie laat-vervallen`
  struct LaatVervallen: OverCommand {
    typealias Event = MaatregelVervallen

    static let configuration = CommandConfiguration(
      "laat-vervallen", nl: "Laat een maatregel vervallen.", en: "Drop a measure.")
    @OptionGroup var over: Over<Maatregel>
    @Option(help: Language.help(nl: "Waarom.", en: "Why.", "tekst")) var reden: String
    @Option(
      help: Language.help(
        nl: "De maatregel die ervoor in de plaats komt.", en: "The measure that replaces it.", "maatregel"))
    var vervangenDoor: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) { fields[Event.reden] = reden }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.vervangenDoor] = try vervangenDoor.map { try Maatregel.require($0, context.views) }
    }
  }
}
