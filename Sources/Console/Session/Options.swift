import ArgumentParser
import Governance

/// A command of the program: it gets everything it needs from `program`.
public protocol ProgramCommand: ParsableCommand {
  /// Does the work.
  func run(_ program: Program) throws
  /// The options that every command shares.
  var shared: SharedOptions { get }
  /// Whether the passphrase is wanted each time, also of a key that `waarborg ontgrendel` keeps open: what is signed here had
  /// better not be signed by who only sits down at the machine.
  var asksPassphrase: Bool { get }
}

extension ProgramCommand {
  /// Most do with a key that is kept open.
  public var asksPassphrase: Bool { false }
}

/// Which ledger, in which language, in which form.
public struct SharedOptions: ParsableArguments {
  /// The ledger's directory.
  @Option(
    help: Language.help(
      nl: "De map van het grootboek (anders WAARBORG_LEDGER).", en: "The ledger's directory (else WAARBORG_LEDGER).",
      "map"))
  public var ledger: String?

  /// The language of help, messages and reports.
  @Option(help: Language.help(nl: "Taal: nl of en.", en: "Language: nl or en.", "taal"))
  public var taal: String?

  /// Whether to print JSON.
  @Flag(
    help: Language.help(
      nl: "Schrijf JSON; met --json=veld,veld alleen die velden.",
      en: "Print JSON; with --json=field,field only those fields."))
  public var json = false

  /// The members of the JSON to print, as ``FieldChoice`` takes them from `--json=veld,veld`.
  @Option(help: .hidden)
  public var jsonVelden: String?

  /// How many seconds to wait for another writer.
  @Option(
    help: Language.help(
      nl: "Hoeveel seconden op een andere schrijver te wachten.", en: "How many seconds to wait for another writer.",
      "seconden"))
  public var wacht: Double = 30

  /// Default values.
  public init() {}

  /// Refuses a language that there is not, and a time to wait that nobody can mean.
  public func validate() throws {
    if let taal, Language(rawValue: taal) == nil {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "--taal: «\(taal.safe())» is geen taal van dit programma; kies nl of en",
          en: "--taal: “\(taal.safe())” is no language of this program; choose nl or en"))
    }
    guard (0...86_400).contains(wacht) else {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "--wacht: geef een aantal seconden van 0 tot en met 86400 (een dag)",
          en: "--wacht: give a number of seconds from 0 to 86400 (a day)"))
    }
  }
}

/// Whose key, and where its passphrase comes from.
public struct KeyOptions: ParsableArguments, Sendable {
  /// The name of the key.
  @Option(
    help: Language.help(
      nl: "De sleutel waarmee u tekent of leest (anders WAARBORG_SLEUTEL).",
      en: "The key you sign or read with (else WAARBORG_SLEUTEL).", "sleutel"))
  public var als: String?

  /// A file with the passphrase.
  @Option(
    help: Language.help(
      nl: "Bestand met het wachtwoord (anders WAARBORG_WACHTWOORD_BESTAND).",
      en: "File with the passphrase (else WAARBORG_WACHTWOORD_BESTAND).", "bestand"))
  public var wachtwoordBestand: String?

  /// A file descriptor with the passphrase.
  @Option(
    help: Language.help(
      nl: "Bestandsdescriptor met het wachtwoord.", en: "File descriptor with the passphrase.", "nummer"))
  public var wachtwoordFd: Int32?

  /// Default values.
  public init() {}
}

/// What every command that appends shares.
public struct AppendingOptions: ParsableArguments {
  /// The shared options.
  @OptionGroup public var shared: SharedOptions
  /// The signing key.
  @OptionGroup public var key: KeyOptions

  /// The date of effect.
  @Option(
    help: Language.help(
      nl:
        "De datum waarop dit geldt of gold: 2024-11-13, 13-11-2024, gisteren, 2024-11, 2019, 2024-11-14/.. of XXXX (anders vandaag).",
      en:
        "The date on which this holds or held: 2024-11-13, 13-11-2024, gisteren, 2024-11, 2019, 2024-11-14/.. or XXXX (else today).",
      "datum"))
  public var op: String?

  /// The version the stream must still have.
  @Option(
    help: Language.help(
      nl: "Weiger als de stroom inmiddels een andere versie heeft dan deze.",
      en: "Refuse when the stream has another version than this by now.", "versie"))
  public var verwacht: Int64?

  /// Where to write what is to be signed elsewhere.
  @Option(
    help: Language.help(
      nl: "Leg niets vast, maar schrijf een concept dat --als elders ondertekent.",
      en: "Record nothing, but write a draft that --als signs elsewhere.", "bestand"))
  public var concept: String?

  /// Whether to stop before writing.
  @Flag(
    help: Language.help(nl: "Controleer alles, maar schrijf niets.", en: "Check everything, but write nothing."))
  public var dryRun = false

  /// Whether to ask nothing.
  @Flag(help: Language.help(nl: "Vraag niets na.", en: "Ask nothing."))
  public var yes = false

  /// Default values.
  public init() {}

  /// The one day of effect; today when none was given.
  /// - Throws: `Failure` for a day that does not exist.
  public func day(_ today: CalendarDate) throws -> CalendarDate {
    try op.map { try Input.day($0, option: "--op") } ?? today
  }

  /// Whether nothing is recorded now, so that nothing follows from it yet.
  public var recordsNothing: Bool { dryRun || concept != nil }

  /// The date of effect; today when none was given.
  /// - Throws: `Failure` for a date that does not exist.
  public func effective(_ today: CalendarDate) throws -> ImpreciseDate {
    try Input.date(op, option: "--op") ?? ImpreciseDate(today)
  }
}

/// What every command that only reads shares.
public struct ReadingOptions: ParsableArguments {
  /// The shared options.
  @OptionGroup public var shared: SharedOptions
  /// The reading key.
  @OptionGroup public var key: KeyOptions

  /// The day the question is about.
  @Option(
    help: Language.help(
      nl: "Wat gold op deze dag (anders vandaag).", en: "What was in force on this day (else today).", "dag"))
  public var op: String?

  /// Up to when something must have been recorded.
  @Option(
    help: Language.help(
      nl: "Wat bekend was op dit tijdstip (RFC 3339), aan het eind van deze dag, of na dit aantal gebeurtenissen.",
      en: "What was known at this moment (RFC 3339), at the end of this day, or after so many events.",
      "tijdstip|aantal"))
  public var bekend: String?

  /// Default values.
  public init() {}

  /// The day the question is about.
  /// - Throws: `Failure` for a day that does not exist.
  public func day(_ today: CalendarDate) throws -> CalendarDate {
    try op.map { try Input.day($0, option: "--op") } ?? today
  }

  /// Refuses `--op` where there is nothing that holds on one day and not on another: an option that is taken and changes
  /// nothing would be believed.
  /// - Throws: `Failure` when a day was given.
  public func refuseDay() throws {
    guard op != nil else { return }
    throw Failure(
      .usage,
      Text(
        nl: "--op: deze opdracht toont wat is vastgelegd, en dat is op elke dag hetzelfde",
        en: "--op: this command shows what was recorded, and that is the same on each day"),
      remedy: Text(
        nl: "vraag met --bekend wat toen bekend was", en: "ask with --bekend what was known then"))
  }

  /// Up to when something must have been recorded.
  /// - Throws: `Failure` for something that is neither a moment, a day nor a number.
  public func known() throws -> KnownMoment {
    guard let bekend else { return .now }
    if let size = UInt64(bekend) { return .size(size) }
    // With a time in it, it is a moment or a mistake in one.
    if bekend.contains("T") {
      do { return .moment(try Instant(bekend)) } catch { throw Failure(.badInput, Text("--bekend: ") + error.text) }
    }
    return .moment(try Input.endOfDay(try Input.day(bekend, option: "--bekend")))
  }
}

extension Language {
  /// The language of this process, for help texts that are made before any option is read.
  public static let ofProcess = Language.choose(
    arguments: CommandLine.arguments, environment: ProcessEnvironment.variables)

  /// One of two wordings.
  public func choose(nl: String, en: String) -> String { Text(nl: nl, en: en)(self) }

  /// A help text in the language of this process.
  public static func help(nl: String, en: String) -> ArgumentHelp { ArgumentHelp(ofProcess.choose(nl: nl, en: en)) }

  /// A help text in the language of this process, with the name of the value.
  public static func help(nl: String, en: String, _ valueName: String) -> ArgumentHelp {
    ArgumentHelp(ofProcess.choose(nl: nl, en: en), valueName: valueName)
  }

  /// The help text of an option that takes text which is sealed, for everyone with a key or for a closed circle alone: what
  /// stands in a command can be read by others on the machine while it runs, and stays in the history of a shell.
  public static func confidential(
    nl: String, en: String, _ valueName: String, isForCircle: Bool = false
  ) -> ArgumentHelp {
    let readers =
      isForCircle
      ? ofProcess.choose(nl: "vertrouwelijk", en: "confidential") : ofProcess.choose(nl: "intern", en: "internal")
    return ArgumentHelp("\(ofProcess.choose(nl: nl, en: en)) (\(readers)).", valueName: valueName + confidentialValue)
  }

  /// What the name of a value ends with when it may also be read from a file or be typed at a prompt.
  public static let confidentialValue = "|@bestand|-"
}
