import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie werkdagen`
  struct Werkdagen: RecordingCommand {
    typealias Event = WerkdagenVastgesteld

    static let configuration = CommandConfiguration(
      "werkdagen", nl: "Stel vast wat een werkdag is.", en: "Determine what a working day is.",
      discussion: Text(
        nl: """
          Termijnen die al liepen, houden de telling die gold toen zij begonnen. Voorbeeld:
            waarborg organisatie werkdagen maandag dinsdag woensdag donderdag --regeling "Werktijden 2027 art. 2" --op 2027-01-01 --als college
          """,
        en: """
          Terms that run already keep the counting that was in force when they started. Example:
            waarborg organisatie werkdagen maandag dinsdag woensdag donderdag --regeling "Werktijden 2027 art. 2" --op 2027-01-01 --als college
          """))
    @Argument(
      help: Language.help(nl: "Elke dag van de week die telt.", en: "Each day of the week that counts.", "dag"))
    var dagen: [String]
    @Option(
      help: Language.help(
        nl: "De regeling of het besluit waarin het staat.", en: "The rule or decision in which it is set.", "regeling"))
    var regeling: String
    @Option(
      help: Language.help(
        nl: "Wat een feestdag is: vrij of werkdag.", en: "What a holiday is: vrij (free) or werkdag.", "soort"))
    var feestdagen = Dagsoort.vrij.rawValue
    @Option(
      help: Language.help(
        nl: "Wat een met een feestdag gelijkgestelde dag is: werkdag of vrij.",
        en: "What a day equated with a holiday is: werkdag or vrij (free).", "soort"))
    var gelijkgesteld = Dagsoort.werkdag.rawValue
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.weekdagen] = try dagen.map { try Input.code($0, option: "dag") }
      fields[Event.feestdagen] = try Input.code(feestdagen, option: "--feestdagen")
      fields[Event.gelijkgesteldeDagen] = try Input.code(gelijkgesteld, option: "--gelijkgesteld")
      fields[Event.regeling] = regeling
    }
  }

  /// `waarborg organisatie inzendtermijn`
  struct InzendtermijnStelVast: RecordingCommand {
    typealias Event = InzendtermijnVastgesteld

    static let configuration = CommandConfiguration(
      "inzendtermijn", nl: "Stel vast hoe laat wat elders is ondertekend nog mag worden opgenomen.",
      en: "Determine how late what was signed elsewhere may still be taken up.",
      discussion: Text(
        nl: """
          Zonder vaststelling is dat dertig dagen. Voorbeeld:
            waarborg organisatie inzendtermijn 14 --regeling "Besluit informatiebeheer 2027" --op 2027-01-01 --als college
          """,
        en: """
          Without one it is thirty days. Example:
            waarborg organisatie inzendtermijn 14 --regeling "Besluit informatiebeheer 2027" --op 2027-01-01 --als college
          """))
    @Argument(help: Language.help(nl: "Hoeveel dagen.", en: "How many days.", "dagen")) var dagen: Int64
    @Option(
      help: Language.help(
        nl: "De regeling of het besluit waarin het staat.", en: "The rule or decision in which it is set.", "regeling"))
    var regeling: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) {
      fields[Event.dagen] = dagen
      fields[Event.regeling] = regeling
    }
  }

  /// `waarborg organisatie sluit`
  struct Sluit: RecordingCommand {
    typealias Event = SluitingsdagVastgelegd

    static let configuration = CommandConfiguration(
      "sluit", nl: "Leg een dag vast waarop de organisatie gesloten is.",
      en: "Record a day on which the organisation is closed.",
      discussion: Text(
        nl: """
          Geen werkdag voor termijnen die vanaf nu beginnen; nooit een feestdag voor de Algemene termijnenwet. Voorbeeld:
            waarborg organisatie sluit 2027-02-08 --reden Carnaval
          """,
        en: """
          No working day for terms that start from now on; never a holiday for the Algemene termijnenwet. Example:
            waarborg organisatie sluit 2027-02-08 --reden Carnaval
          """))
    @Argument(help: Language.help(nl: "De dag.", en: "The day.", "dag")) var dag: String
    @Option(
      help: Language.help(nl: "Waarom, zonder persoonsgegevens.", en: "Why, without personal data.", "reden"))
    var reden: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.dag] = try Input.day(dag, option: "dag")
      fields[Event.reden] = reden
    }
  }

  /// `waarborg organisatie sluiting-trek-in`
  struct SluitingTrekIn: RecordingCommand {
    typealias Event = SluitingsdagIngetrokken

    static let configuration = CommandConfiguration(
      "sluiting-trek-in", nl: "Leg vast dat de organisatie op een dag toch niet gesloten is.",
      en: "Record that the organisation is not closed on a day after all.")
    @Argument(help: Language.help(nl: "De dag.", en: "The day.", "dag")) var dag: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws { _ = try Input.day(dag, option: "dag") }

    func find(_ context: AppendContext) throws -> StreamID {
      let day = try Input.day(dag, option: "dag")
      if let closing = try VastgelegdeSluiting.open(day, context.views).first { return closing.stream }
      throw Failure(
        .notFound,
        Text(nl: "\(day.text.nl) is geen sluitingsdag", en: "\(day.text.en) is not a closing day"),
        remedy: Text(nl: "zie waarborg organisatie kalender", en: "see waarborg organisatie kalender"))
    }
  }
}
