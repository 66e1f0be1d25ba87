import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg kopie`: what one person may have of the ledger, to read and to verify elsewhere.
struct KopieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kopie",
    abstract: Language.ofProcess.choose(
      nl: "Maak een kopie om elders te lezen en te controleren, en werk haar bij.",
      en: "Make a copy to read and verify elsewhere, and bring it up to date."),
    discussion: Language.ofProcess.choose(
      nl: """
        In een kopie staat het hele log met zijn bewijzen, wat openbaar is, en wat voor die ene sleutel is verzegeld; van al het
        andere alleen de hashes. Er kan niets in worden vastgelegd. Voorbeeld:
          waarborg kopie kopie-or --voor ondernemingsraad
          waarborg kopie bijwerking week40.jsonl --voor ondernemingsraad
        en bij de ondernemingsraad:
          waarborg kopie werk-bij week40.jsonl --ledger kopie-or
        """,
      en: """
        A copy holds the whole log with its proofs, what is public, and what is sealed for that one key; of all else only the
        hashes. Nothing can be recorded in it. Example:
          waarborg kopie copy-or --voor ondernemingsraad
          waarborg kopie bijwerking week40.jsonl --voor ondernemingsraad
        and at the works council:
          waarborg kopie werk-bij week40.jsonl --ledger copy-or
        """),
    subcommands: [Maak.self, Bijwerking.self, WerkBij.self], defaultSubcommand: Maak.self)
}

extension KopieCommand {
  /// For whom a copy is.
  struct Reader: ParsableArguments {
    @Option(
      help: Language.help(
        nl: "Voor wie: een sleutel, een rol met één sleutel, of het begin van een kid.",
        en: "For whom: a key, a role with one key, or the start of a kid.", "sleutel"))
    var voor: String
    @Flag(
      help: Language.help(
        nl: "Ook wat in besloten kringen is verzegeld: alles, want van wie het is, is niet te zien.",
        en: "Also what is sealed in closed circles: all of it, for nobody can see whose it is."))
    var besloten = false
  }

  /// `waarborg kopie DIR --voor KEY`
  struct Maak: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "maak",
      abstract: Language.ofProcess.choose(nl: "Maak een kopie.", en: "Make a copy."))
    @Argument(help: Language.help(nl: "De nieuwe map.", en: "The new directory.", "map")) var map: String
    @OptionGroup var reader: Reader
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let given = try program.makeCopy(at: map, for: reader.voor, hasClosed: reader.besloten, shared)
      KopieCommand.report(
        given, Text(nl: "Kopie", en: "Copy"), in: map, isJSON: shared.json, program.terminal,
        next: Text(
          nl: "Hierna: geef de map aan wie haar krijgt; daar: waarborg verify --ledger \(map)",
          en: "Next: hand the directory over; there: waarborg verify --ledger \(map)"))
    }
  }

  /// `waarborg kopie bijwerking FILE --voor KEY`
  struct Bijwerking: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "bijwerking",
      abstract: Language.ofProcess.choose(
        nl: "Maak het bestand waarmee een kopie wordt bijgewerkt.",
        en: "Make the file by which a copy is brought up to date."))
    @Argument(help: Language.help(nl: "Het nieuwe bestand.", en: "The new file.", "bestand")) var bestand: String
    @OptionGroup var reader: Reader
    @Option(
      help: Language.help(
        nl: "Hoeveel gebeurtenissen die kopie telt; anders wat hier het laatst is gegeven.",
        en: "How many events that copy has; else what was given last from here.", "aantal"))
    var sinds: UInt64?
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let given = try program.writeUpdate(
        to: bestand, for: reader.voor, hasClosed: reader.besloten, since: sinds, shared)
      KopieCommand.report(
        given, Text(nl: "Bijwerking", en: "Update"), in: bestand, isJSON: shared.json, program.terminal,
        next: Text(
          nl: "Hierna: stuur \(bestand) op; daar: waarborg kopie werk-bij \(bestand)",
          en: "Next: send \(bestand); there: waarborg kopie werk-bij \(bestand)"))
    }
  }

  /// `waarborg kopie werk-bij FILE`
  struct WerkBij: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "werk-bij",
      abstract: Language.ofProcess.choose(
        nl: "Werk een kopie bij; wat is vernietigd, gaat het eerst.",
        en: "Bring a copy up to date; what was erased goes first."))
    @Argument(help: Language.help(nl: "De bijwerking.", en: "The update.", "bestand")) var bestand: String
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let done = try program.bringUpToDate(from: bestand, shared)
      if shared.json {
        let json: JSON = [
          "was": .int(Int64(clamping: done.before)), "omvang": .int(Int64(clamping: done.after)),
        ]
        return program.terminal.outJSON(json.text)
      }
      guard done.after > done.before else {
        return program.terminal.note(
          Text(
            nl: "deze kopie was al zo nieuw: \(Noun.gebeurtenis.counted(Int(clamping: done.before)).nl)",
            en: "this copy was as new already: \(Noun.gebeurtenis.counted(Int(clamping: done.before)).en)"))
      }
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(
            nl: "Kopie bijgewerkt: van \(done.before) naar \(done.after) gebeurtenissen",
            en: "Copy brought up to date: from \(done.before) to \(done.after) events")))
    }
  }

  /// Says what was made for whom, and what comes next.
  private static func report(
    _ given: Program.Given, _ what: Text, in place: String, isJSON: Bool, _ terminal: Terminal, next: Text
  ) {
    let (update, reader) = (given.update, given.update.scope.reader)
    guard !isJSON else {
      let json: JSON = [
        "in": .string(place), "voor": .string(reader.description), "vanaf": .int(Int64(clamping: update.start)),
        "omvang": .int(Int64(clamping: update.end)),
      ]
      return terminal.outJSON(json.text)
    }
    let events = Noun.gebeurtenis.counted(Int(clamping: update.end - update.start))
    terminal.note(
      StyledText.verdict(
        .good,
        what
          + Text(
            nl: " van \(events.nl) voor sleutel \(reader) in \(place)",
            en: " of \(events.en) for key \(reader) in \(place)")))
    terminal.note(next)
  }
}
