import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon vacatures`
  struct Vacatures: OverzichtCommand {
    static let configuration = CommandConfiguration(
      "vacatures", nl: "Toon hoeveel plaatsen er zijn, hoeveel bezet en hoeveel vacant.",
      en: "Show how many posts there are, how many filled and how many vacant.",
      discussion: Text(
        nl:
          "--json schrijft twee objecten met: vorm, plaatsen, bezet, onzeker, vacant, opgegeven, opgegevenOp, opgegevenBron.",
        en:
          "--json writes two objects with: vorm, plaatsen, bezet, onzeker, vacant, opgegeven, opgegevenOp, opgegevenBron."
      ))
    @OptionGroup var options: ReadingOptions

    func rijen(on day: CalendarDate, _ reading: Reading) throws -> [(vorm: Vorm, bezetting: Bezetting)] {
      let filled = try Bezetting(on: day, reading.views)
      return Vorm.allCases.map { ($0, filled) }
    }

    func toon(
      _ rows: [(vorm: Vorm, bezetting: Bezetting)], on day: CalendarDate, _ program: Program, _ reading: Reading
    ) {
      var table = Table([
        .init(Text(nl: "Vorm", en: "Form")), .number(Text(nl: "Plaatsen", en: "Posts")),
        .number(Text(nl: "Bezet", en: "Filled")), .number(Text(nl: "Onzeker", en: "Uncertain")),
        .number(Text(nl: "Vacant", en: "Vacant")),
      ])
      for (vorm, filled) in rows {
        let vacant = filled.vacant(vorm)
        table.row(
          "\(vorm.text)", "\(filled.plaatsen(vorm).map(String.init) ?? "?")", "\(filled.bezet(vorm))",
          "\(filled.onzeker(vorm))",
          StyledText(vacant.map(String.init) ?? "?", (vacant ?? 1) > 0 ? .warning : .good))
      }
      program.terminal.out(table)
      for sentence in rows.first?.bezetting.zinnen ?? [] { program.terminal.out(StyledText(sentence)) }
    }

    func json(
      _ row: (vorm: Vorm, bezetting: Bezetting), on day: CalendarDate, _ reading: Reading
    ) -> JSON {
      let (vorm, filled) = row
      let stated = vorm == .intern ? FormatieVastgesteld.intern : FormatieVastgesteld.extern
      return [
        "vorm": vorm.json, "plaatsen": filled.plaatsen(vorm)?.json ?? .null, "bezet": .int(filled.bezet(vorm)),
        "onzeker": .int(filled.onzeker(vorm)), "vacant": filled.vacant(vorm)?.json ?? .null,
        "opgegeven": filled.opgave?[stated]?.json ?? .null, "opgegevenOp": filled.opgave?.effective.json ?? .null,
        "opgegevenBron": filled.opgave?[HistoricalFact.bron]?.json ?? .null,
      ]
    }
  }
}
