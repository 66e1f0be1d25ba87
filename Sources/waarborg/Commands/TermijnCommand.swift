import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// `waarborg termijn`: the engine behind every deadline, as a calculator.
struct TermijnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "termijn",
    abstract: Language.ofProcess.choose(nl: "Reken een termijn uit.", en: "Compute a term."),
    subcommands: [Bereken.self])

  /// `waarborg termijn bereken`
  struct Bereken: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "bereken",
      abstract: Language.ofProcess.choose(
        nl: "Reken uit wanneer een termijn eindigt, met de som als zin.",
        en: "Compute when a term ends, with the sum as a sentence."),
      discussion: Language.ofProcess.choose(
        nl: """
          Voorbeelden:
            waarborg termijn bereken --duur "7 dagen" --vanaf 2026-03-27 --wettelijk
            waarborg termijn bereken --duur "10 werkdagen" --vanaf 2024-12-20
            waarborg termijn bereken --duur "48 uur" --vanaf 2026-03-27T10:00:00+01:00
          Zonder grootboek geldt de standaardkalender; met --ledger de kalender die de organisatie had toen de termijn begon.
          """,
        en: """
          Examples:
            waarborg termijn bereken --duur "7 days" --vanaf 2026-03-27 --wettelijk
            waarborg termijn bereken --duur "10 werkdagen" --vanaf 2024-12-20
            waarborg termijn bereken --duur "48 hours" --vanaf 2026-03-27T10:00:00+01:00
          Without a ledger the default calendar holds; with --ledger the one the organisation had when the term started.
          """))

    @Option(
      help: Language.help(
        nl: "De duur: een getal en uren, dagen, werkdagen, weken, maanden of jaren.",
        en: "The length: a number and hours, days, werkdagen, weeks, months or years.", "duur"))
    var duur: String
    @Option(
      help: Language.help(
        nl: "De dag waarop de termijn begint; die telt zelf niet mee. Bij uren: een tijdstip (RFC 3339).",
        en: "The day on which the term starts; it does not count itself. For hours: a moment (RFC 3339).",
        "dag|tijdstip"))
    var vanaf: String
    @Flag(
      help: Language.help(
        nl: "De termijn staat in een wet: de Algemene termijnenwet geldt.",
        en: "The term is set in a statute: the Algemene termijnenwet holds."))
    var wettelijk = false
    @Flag(help: Language.help(nl: "Reken terug, tot zo lang ervóór.", en: "Count back, to so long before."))
    var terug = false
    @Option(
      help: Language.help(
        nl: "Verleng met deze duur; mag vaker.", en: "Extend by this length; may be repeated.", "duur"))
    var verlengd: [String] = []
    @Option(
      help: Language.help(
        nl: "Een dag waarop de gemeente dicht is: geen werkdag; mag vaker.",
        en: "A day on which the municipality is closed: no working day; may be repeated.", "dag"))
    var gesloten: [String] = []
    @Option(
      help: Language.help(
        nl: "Versie van de tabel met gelijkgestelde dagen (anders die van het grootboek, of de laatste).",
        en: "Version of the table of equated days (else that of the ledger, or the latest).", "versie"))
    var kalender: String?
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let end = try calculate(try calendars(program))
      if wettelijk, !gesloten.isEmpty {
        program.terminal.warn(
          Text(
            nl: "--gesloten telt niet mee: een eigen sluiting verlengt geen wettelijke termijn (Atw art. 3)",
            en: "--gesloten does not count: an own closure lengthens no statutory term (Atw art. 3)"))
      }
      if shared.json {
        program.terminal.outJSON(end.json.text)
      } else {
        program.terminal.out(list(end))
      }
    }

    /// The calendars of the ledger; nil when none is given.
    private func calendars(_ program: Program) throws -> Kalenders? {
      guard !(shared.ledger ?? program.environment["WAARBORG_LEDGER"] ?? "").isEmpty else { return nil }
      return try program.withLedger(shared) { book in try book.read { try Kalenders($0.views) } }
    }

    private func calculate(_ calendars: Kalenders?) throws -> TermCalculation {
      do {
        let length = try read(duur, "--duur")
        var rule = TermRule(length, wettelijk ? .wet : .eigenRegel, terug ? .before : .after)
        for more in verlengd { rule = rule.extended(by: try read(more, "--verlengd")) }
        if vanaf.contains("T") {
          let start = try moment()
          return try TermCalculation(rule, from: start, by: calendar(for: start.date, calendars))
        }
        let start = try Input.day(vanaf, option: "--vanaf")
        guard !rule.isInHours else {
          throw Failure(
            .badInput,
            Text(
              nl: "--vanaf: een termijn in uren begint op een tijdstip, niet op een dag",
              en: "--vanaf: a term in hours starts at a moment, not on a day"),
            remedy: Text("--vanaf \(start)T10:00:00\(start.offsetAtTen)"))
        }
        return try TermCalculation(rule, from: start, by: calendar(for: start, calendars))
      } catch let problem as TermProblem { throw problem.failure }
    }

    /// The calendar for a clock that starts on a day, with what the options add to it.
    private func calendar(for start: CalendarDate, _ calendars: Kalenders?) throws -> Kalender {
      let base = calendars?.kalender(voor: start) ?? Kalender()
      let closures = try gesloten.map { Sluitingsdag(try Input.day($0, option: "--gesloten"), "gesloten") }
      let table = try kalender.map { version in
        try calendars?.tabel(versie: version) ?? GelijkgesteldeDagen(version: version)
      }
      return Kalender(
        equated: table ?? base.equated, werkdag: base.werkdag, closures: base.closures + closures)
    }

    private func read(_ text: String, _ option: String) throws -> TermLength {
      do { return try TermLength(text) } catch {
        throw Failure(.badInput, Text("\(option): ") + error.text, remedy: error.remedy)
      }
    }

    private func moment() throws -> Instant {
      do { return try Instant(vanaf) } catch { throw Failure(.badInput, Text("--vanaf: ") + error.text) }
    }

    private func list(_ end: TermCalculation) -> KeyValueList {
      var list = KeyValueList()
      list.add(Text(nl: "Som", en: "Sum"), StyledText(end.sum))
      list.add(Text(nl: "Ruw einde", en: "Raw end"), StyledText(end.raw.longText(end.endMoment), .emphasis))
      list.add(
        Text(nl: "Uiterlijk", en: "At the latest"),
        end.isExtendedByLaw ? StyledText(end.latest.longText(), .emphasis) : StyledText(sameDay(end)))
      if !end.skipped.isEmpty {
        list.add(
          Text(nl: "Overgeslagen", en: "Passed over"),
          end.skipped.map { skipped in
            guard case .weekend = skipped.reason else {
              return StyledText(skipped.day.longText() + Text(": ") + skipped.reason.text)
            }
            return StyledText(skipped.day.longText())
          }.joined())
      }
      list.add(
        Text(nl: "Bronnen", en: "Sources"),
        end.sources.isEmpty ? nil : StyledText(paragraphs: end.sources.joined(separator: "\n")))
      list.add(
        Text(nl: "Kalender", en: "Calendar"),
        "\(end.calendar.version) (\(Text(nl: "gelijkgestelde dagen", en: "equated days")) \(end.calendar.equated.coverage))"
      )
      return list
    }

    private func sameDay(_ end: TermCalculation) -> Text {
      Text(nl: "dezelfde dag", en: "the same day")
        + (end.rule.isStatutory
          ? Text("")
          : Text(
            nl: " (zonder --wettelijk geldt de Termijnenwet niet)",
            en: " (without --wettelijk the Termijnenwet does not hold)"))
    }
  }
}

extension [StyledText] {
  fileprivate func joined() -> StyledText {
    dropFirst().reduce(first ?? "") { $0 + "\n" + $1 }
  }
}

extension CalendarDate {
  /// The day with its weekday, and for a moment its time: "vrijdag 3 april 2026".
  func longText(_ moment: Instant? = nil) -> Text {
    weekday.text + Text(" ") + text + (moment.map { Text(", \($0.timeInTheNetherlands)") } ?? Text(""))
  }

  /// The offset of Dutch legal time at ten in the morning, for an example.
  fileprivate var offsetAtTen: String {
    let moment = try? Instant(secondsSince1970: Int64(daysSinceEpoch) * 86_400 + 36_000)
    return moment?.amsterdamOffset == 7200 ? "+02:00" : "+01:00"
  }
}

extension TermCalculation {
  /// The calculation for programs: `vanaf`, `duur`, `ruw`, `uiterlijk`, `som`, `bronnen`, `kalender`.
  var json: JSON {
    [
      "vanaf": .string(startMoment?.description ?? start.description), "duur": .string(rule.text.nl),
      "wettelijk": .bool(rule.isStatutory), "terug": .bool(rule.direction == .before),
      "ruw": .string(endMoment?.description ?? raw.description),
      "uiterlijk": .string(endMoment?.description ?? latest.description), "som": .string(sum.nl),
      "bronnen": .array(sources.map { .string($0) }), "kalender": .string(calendar.version),
    ]
  }
}
