import ArgumentParser
import Console
import Governance
import Ledger

extension InspectieCommand {
  /// `waarborg inspectie kondig-aan`
  struct KondigAan: RecordingCommand {
    typealias Event = InspectieAangekondigd

    static let configuration = CommandConfiguration(
      "kondig-aan", nl: "Leg vast dat de Arbeidsinspectie een bezoek aankondigt.",
      en: "Record that the inspectorate announces a visit.")
    @Option(help: Language.help(nl: "Wanneer zij komt.", en: "When it comes.", "datum")) var bezoekOp: String?
    @OptionGroup var recording: BriefOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.bezoekOp] = try Input.date(bezoekOp, option: "--bezoek-op")
    }
  }

  /// `waarborg inspectie voer-uit`
  struct VoerUit: RecordingCommand {
    typealias Event = InspectieUitgevoerd

    static let configuration = CommandConfiguration(
      "voer-uit", nl: "Leg een inspectie vast; wie is gehoord alleen als groep.",
      en: "Record an inspection; who was heard as groups only.",
      discussion: Text(
        nl: """
          Was zij aangekondigd, noem haar dan met --inspectie; anders begint hiermee een nieuwe zaak.
          Voorbeeld: waarborg inspectie voer-uit --op 2024-09-26 --gehoord \
          gemeentesecretaris,ondernemingsraad,vertrouwenspersonen,werknemers,leidinggevenden
          """,
        en: """
          When it was announced, name it with --inspectie; else a new case begins with it.
          Example: waarborg inspectie voer-uit --op 2024-09-26 --gehoord \
          gemeentesecretaris,ondernemingsraad,vertrouwenspersonen,werknemers,leidinggevenden
          """))
    @Option(help: Language.help(nl: "De aangekondigde inspectie.", en: "The announced inspection.", "inspectie"))
    var inspectie: String?
    @Option(
      help: Language.help(
        nl: "Wie is gehoord, met komma's ertussen: \(GehoordeGroep.woorden).",
        en: "Who was heard, with commas in between: \(GehoordeGroep.woorden).", "groepen"))
    var gehoord: String
    @Option(help: Language.help(nl: "Waar.", en: "Where.", "tekst")) var locatie: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.gehoord] = try Input.codes(gehoord, option: "--gehoord")
      fields[Event.locatie] = locatie
    }

    func find(_ context: AppendContext) throws -> StreamID {
      try inspectie.map { try Inspectiezaak.require($0, context.views) } ?? context.book.newStream("Inspectie")
    }
  }

  /// `waarborg inspectie ontvang-voornemen`
  struct OntvangVoornemen: OverCommand {
    typealias Event = VoornemenOntvangen

    static let configuration = CommandConfiguration(
      "ontvang-voornemen", nl: "Leg het voornemen vast om een eis op te leggen; --op is de dagtekening.",
      en: "Record the intention to impose a demand; --op is the date on the letter.")
    @OptionGroup var over: Over<Inspectiezaak>
    @Option(
      help: Language.help(nl: "De laatste dag voor een zienswijze.", en: "The last day to give a view.", "dag"))
    var zienswijzeUiterlijk: String?
    @OptionGroup var recording: BriefOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.zienswijzeUiterlijk] = try Input.day(zienswijzeUiterlijk, option: "--zienswijze-uiterlijk")
    }
  }

  /// `waarborg inspectie geef-zienswijze`
  struct GeefZienswijze: OverCommand {
    typealias Event = ZienswijzeIngediend

    static let configuration = CommandConfiguration(
      "geef-zienswijze", nl: "Leg vast dat een zienswijze is gegeven.", en: "Record that a view was given.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BriefOptions
  }

  /// `waarborg inspectie geen-zienswijze`
  struct GeenZienswijze: OverCommand {
    typealias Event = ZienswijzeAchterwegeGelaten

    static let configuration = CommandConfiguration(
      "geen-zienswijze", nl: "Leg vast dat geen zienswijze is gegeven.", en: "Record that no view was given.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: FactOptions
  }

  /// `waarborg inspectie sluit`
  struct Sluit: OverCommand {
    typealias Event = InspectieAfgesloten

    static let configuration = CommandConfiguration(
      "sluit", nl: "Leg vast dat de zaak is afgesloten; herhaald bewijs blijft mogelijk.",
      en: "Record that the case is closed; proof can still be gathered anew.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BriefOptions
  }

  /// `waarborg inspectie corrigeer`
  struct Corrigeer: CorrectingCommand {
    typealias Event = InspectieGecorrigeerd

    static let corrections = Gebeurtenissen.correcties
    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Zeg dat een eerdere gebeurtenis een vergissing was.",
      en: "Say that an earlier event was a mistake.",
      discussion: Text(
        nl: "Ook van RI&E's, maatregelen en bewijzen. Zonder --juiste-datum telt de gebeurtenis niet meer.",
        en: "Also of inventories, measures and evidence. Without --juiste-datum it counts no more."))
    @OptionGroup var mistake: MistakeOptions
    @Option(
      help: Language.help(
        nl: "De juiste datum, als alleen die niet klopt.", en: "The right date, when only that is wrong.", "datum"))
    var juisteDatum: String?
    @OptionGroup var recording: AppendingOptions

    var mistaken: String { mistake.gebeurtenis }
    var reden: String { mistake.reden }
    var unknown: Failure {
      Failure(
        .notFound,
        Text(
          nl: "«\(mistake.gebeurtenis)» is geen gebeurtenis van inspecties, RI&E's, maatregelen of bewijs",
          en: "“\(mistake.gebeurtenis)” is no event of inspections, inventories, measures or evidence"),
        remedy: Text(nl: "zie waarborg log", en: "see waarborg log"))
    }

    func complete(_ draft: inout EventDraft, _ found: Fact, _ context: AppendContext) throws {
      draft[Correction.date] = try Input.date(juisteDatum, option: "--juiste-datum")
    }
  }
}
