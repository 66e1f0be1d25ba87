import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie kalender`
  struct KalenderToon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "kalender", nl: "Toon de kalender voor termijnen die op een dag beginnen.",
      en: "Show the calendar for terms that start on a day.")
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let calendars = try Kalenders(reading.views)
        if shared.json {
          program.terminal.outJSON(json(calendars, day).text)
        } else {
          program.terminal.out(list(calendars, day))
        }
      }
    }

    private func list(_ calendars: Kalenders, _ day: CalendarDate) -> KeyValueList {
      let calendar = calendars.kalender(voor: day)
      var list = KeyValueList()
      list.add(
        Text(nl: "Begin", en: "Start"),
        StyledText(Text(nl: "termijnen die beginnen op ", en: "terms that start on ") + day.text))
      list.add(
        Text(nl: "Werkdag", en: "Working day"),
        StyledText(calendar.werkdag.name + since(calendars.werkdagregel(voor: day)?.vanaf)))
      let table = calendars.tabellen.last { $0.vanaf <= day }
      list.add(
        Text(nl: "Gelijkgesteld", en: "Equated"),
        StyledText(
          Text("\(calendar.version) (\(calendar.equated.coverage))") + since(table?.vanaf)
            + (table.map { Text(": \($0.herkomst)") } ?? Text(""))))
      let closings = calendars.sluitingen.filter { $0.isInForce(op: day) && $0.dag >= day }
      list.add(
        Text(nl: "Gesloten", en: "Closed"),
        closings.isEmpty
          ? StyledText(Text(nl: "geen sluitingsdag vastgelegd", en: "no closing day recorded"))
          : StyledText(closings.dropFirst().reduce(name(closings[0])) { $0 + Text("; ") + name($1) }))
      return list
    }

    private func name(_ closing: VastgelegdeSluiting) -> Text {
      closing.dag.weekday.text + Text(" ") + closing.dag.text + Text(": \(closing.reden)")
    }

    private func since(_ day: CalendarDate?) -> Text {
      day.map { Text(nl: ", sinds \($0.text.nl)", en: ", since \($0.text.en)") }
        ?? Text(nl: ", niets vastgelegd", en: ", nothing recorded")
    }

    private func json(_ calendars: Kalenders, _ day: CalendarDate) -> JSON {
      let calendar = calendars.kalender(voor: day)
      let rule = calendars.werkdagregel(voor: day)
      let table = calendars.tabellen.last { $0.vanaf <= day }
      let closings = calendars.sluitingen.filter { $0.isInForce(op: day) }.map { closing -> JSON in
        ["dag": closing.dag.json, "reden": .string(closing.reden), "position": .int(Int64(closing.position))]
      }
      return [
        "begin": day.json, "werkdag": .string(calendar.werkdag.name.nl),
        "werkdagPosition": rule.map { .int(Int64($0.position)) } ?? .null, "tabel": .string(calendar.version),
        "tabelJaren": .string(calendar.equated.coverage),
        "tabelPosition": table.map { .int(Int64($0.position)) } ?? .null, "sluitingsdagen": .array(closings),
      ]
    }
  }
}
