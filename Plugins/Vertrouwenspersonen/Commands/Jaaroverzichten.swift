import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon jaaroverzichten`
  struct Jaaroverzichten: LijstCommand {
    static let configuration = CommandConfiguration(
      "jaaroverzichten", nl: "Toon de jaaroverzichten.", en: "Show the yearly overviews.",
      discussion: Text(
        nl:
          "--json schrijft één object per overzicht met: jaar, vertrouwenspersoon, op, drempel, meldingen, werknemers, afdoening, themas, openbaarOp, position.",
        en:
          "--json writes one object an overview with: jaar, vertrouwenspersoon, op, drempel, meldingen, werknemers, afdoening, themas, openbaarOp, position."
      ))
    @OptionGroup var deel: PageOptions
    @OptionGroup var options: ReadingOptions

    func rijen(on day: CalendarDate, _ reading: Reading, _ page: ListPage) throws -> [Jaaroverzicht] {
      try Jaaroverzicht.list(.verstrekt, on: day, reading.views, page)
    }

    func toon(_ found: [Jaaroverzicht], on day: CalendarDate, _ program: Program, _ reading: Reading) throws {
      guard !found.isEmpty else {
        program.terminal.out(
          StyledText(Text(nl: "Er is geen jaaroverzicht vastgelegd.", en: "No yearly overview is recorded.")))
        return
      }
      var table = Table([
        .number(Text(nl: "Jaar", en: "Year")), .init(Text(nl: "Van", en: "Of"), overflow: .keep),
        .init(Text(nl: "Meldingen", en: "Reports")), .init(Text(nl: "Werknemers", en: "Employees")),
        .init(Text(nl: "Afdoening", en: "Closing")), .init(Text(nl: "Thema's", en: "Themes")),
        .init(Text(nl: "Verstrekt", en: "Given")),
      ])
      for overview in found {
        let threshold = overview.feit[JaaroverzichtVerstrekt.drempel] ?? 0
        func words(_ lines: [Onderdeel]?) -> StyledText {
          let parts = (lines ?? []).map { Text("\($0.soort): ") + $0.aantal.text(drempel: threshold) }
          guard !parts.isEmpty else { return "-" }
          return "\(Text(nl: parts.map(\.nl).joined(separator: "; "), en: parts.map(\.en).joined(separator: "; ")))"
        }
        table.row(
          "\(overview.jaar)", "\(try overview.van(reading.views).map { Text($0) } ?? Text(nl: "allen", en: "all"))",
          "\(overview.feit[JaaroverzichtVerstrekt.meldingen]?.text(drempel: threshold) ?? Text("?"))",
          "\(overview.feit[JaaroverzichtVerstrekt.werknemers]?.text(drempel: threshold) ?? Text("-"))",
          words(overview.feit[JaaroverzichtVerstrekt.afdoening]),
          words(overview.feit[JaaroverzichtVerstrekt.themas]),
          "\(overview.feit.effective.text)")
      }
      program.terminal.out(table)
    }

    func json(_ overview: Jaaroverzicht, on day: CalendarDate, _ reading: Reading) -> JSON {
      [
        "jaar": .int(overview.jaar), "vertrouwenspersoon": overview.vertrouwenspersoon?.json ?? .null,
        "op": overview.feit.effective.json,
        "drempel": overview.feit[JaaroverzichtVerstrekt.drempel]?.json ?? .null,
        "meldingen": overview.feit[JaaroverzichtVerstrekt.meldingen]?.json ?? .null,
        "werknemers": overview.feit[JaaroverzichtVerstrekt.werknemers]?.json ?? .null,
        "afdoening": overview.feit[JaaroverzichtVerstrekt.afdoening]?.json ?? .null,
        "themas": overview.feit[JaaroverzichtVerstrekt.themas]?.json ?? .null,
        "openbaarOp": overview.publicatie?.effective.json ?? .null, "position": .int(Int64(overview.feit.position)),
      ]
    }
  }
}
