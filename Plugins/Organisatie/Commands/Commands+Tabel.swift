import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie gelijkgestelde-dagen`
  struct Tabel: RecordingCommand {
    typealias Event = GelijkgesteldeDagenVastgelegd

    static let configuration = CommandConfiguration(
      "gelijkgestelde-dagen", nl: "Leg vast welke tabel van met feestdagen gelijkgestelde dagen geldt.",
      en: "Record which table of days equated with holidays is in force.",
      discussion: Text(
        nl: """
          Een versie die het programma kent, of met --jaren en --dag een nieuwe: die bevat wat gold en het nieuwe besluit.
            waarborg organisatie gelijkgestelde-dagen 2028-1 --herkomst "meegeleverd met Waarborg"
            waarborg organisatie gelijkgestelde-dagen 2031-1 --jaren 2029-2031 --dag 2029-05-11 --herkomst "Stcrt. 2028, 123"
          """,
        en: """
          A version that the program knows, or with --jaren and --dag a new one: it holds what was in force and the new decree.
            waarborg organisatie gelijkgestelde-dagen 2028-1 --herkomst "brought along by Waarborg"
            waarborg organisatie gelijkgestelde-dagen 2031-1 --jaren 2029-2031 --dag 2029-05-11 --herkomst "Stcrt. 2028, 123"
          """))
    @Argument(help: Language.help(nl: "De versie.", en: "The version.", "versie")) var versie: String
    @Option(
      help: Language.help(
        nl: "De jaren waarover een nieuw besluit gaat, zoals 2029-2031.",
        en: "The years that a new decree covers, such as 2029-2031.", "jaren"))
    var jaren: String?
    @Option(
      help: Language.help(
        nl: "Een dag die het nieuwe besluit gelijkstelt; mag vaker.",
        en: "A day that the new decree equates; may be repeated.", "dag"))
    var dag: [String] = []
    @Option(
      help: Language.help(
        nl: "Waar de tabel vandaan komt, zoals de Staatscourant.",
        en: "Where the table comes from, such as the Staatscourant.",
        "herkomst"))
    var herkomst: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      // A decree that is none is told before the ledger is looked at.
      _ = try Besluitinvoer.decree(jaren, dag)
      fields[Event.herkomst] = herkomst
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      let decree = try Besluitinvoer.decree(jaren, dag)
      let table = try Besluitinvoer.table(versie, decree, Kalenders(context.views), context.day)
      draft[Event.versie] = table.version
      draft[Event.besluiten] = table.decrees
    }
  }
}

/// A decree as a person types it.
enum Besluitinvoer {
  /// The decree of `--jaren` and `--dag`; nil when neither is given.
  static func decree(_ years: String?, _ days: [String]) throws -> GelijkgesteldeDagen.Besluit? {
    guard years != nil || !days.isEmpty else { return nil }
    guard let years, !days.isEmpty else {
      throw Failure(
        .badInput,
        Text(nl: "--jaren en --dag horen bij elkaar", en: "--jaren and --dag belong together"),
        remedy: Text("--jaren 2029-2031 --dag 2029-05-11"))
    }
    let bounds = years.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(bounds.count), let first = bounds.first ?? nil, let last = bounds.last ?? nil, first <= last,
      Self.known.contains(first), Self.known.contains(last)
    else {
      throw Failure(
        .badInput,
        Text(
          nl: "--jaren: «\(years)» is geen jaar of jaren zoals 2029-2031",
          en: "--jaren: “\(years)” is not a year or years such as 2029-2031"))
    }
    let equated = try days.map { try Input.day($0, option: "--dag") }
    guard let decree = GelijkgesteldeDagen.Besluit(first...last, equated) else {
      let outside = equated.first { !(first...last).contains($0.year) }
      throw Failure(
        .badInput,
        Text(
          nl: "--dag: \(outside?.text.nl ?? "-") valt buiten de jaren \(years)",
          en: "--dag: \(outside?.text.en ?? "-") lies outside the years \(years)"))
    }
    return decree
  }

  /// The years for which holidays are computed.
  private static let known = 2014...9999

  /// The table to record: a known one, or the one in force on a day with a decree more.
  static func table(
    _ version: String, _ decree: GelijkgesteldeDagen.Besluit?, _ calendars: Kalenders, _ day: CalendarDate
  ) throws -> GelijkgesteldeDagen {
    guard let decree else {
      do { return try calendars.tabel(versie: version) } catch { throw error.failure }
    }
    let table = GelijkgesteldeDagen(version: version, decrees: calendars.laatsteTabel(voor: day).decrees + [decree])
    // A rule judges what was recorded; that the program brings this version along with other days is said here.
    if let known = try? GelijkgesteldeDagen(version: version), known != table {
      throw Failure(
        .badInput,
        Text(
          nl: "versie \(version) bestaat al met andere dagen", en: "version \(version) exists already with other days"),
        remedy: Text(nl: "geef de nieuwe tabel een nieuwe naam", en: "give the new table a new name"))
    }
    return table
  }
}

extension Kalenders {
  /// The table in force on a day, not completed by later ones: what a new version starts from.
  func laatsteTabel(voor day: CalendarDate) -> GelijkgesteldeDagen {
    tabellen.last { $0.vanaf <= day }?.tabel ?? .present
  }
}
