import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon wie op de lijst staat, en hoe elke opgave ervoor staat.",
      en: "Show who is on the list, and how each statement stands.")
    @OptionGroup var pages: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        guard try Regels.geldend(op: day, reading.views) != nil else {
          program.terminal.note(
            Text(
              nl: "Er gelden geen regels: waarborg nevenfunctie stel-in --model lelystad",
              en: "No rules are in force: waarborg nevenfunctie stel-in --model lelystad"))
          return
        }
        let found = try pages.shown(
          reading.views.subjects(Houder.self, [.opLijst], on: day, pages.page(shared)), shared, on: program.terminal)
        if shared.json {
          for one in found {
            if let row = try Lijstregel(one.key, reading, op: day) { program.terminal.outJSON(row.json.text) }
          }
          return
        }
        let rows = try found.compactMap { try Lijstregel($0.key, reading, op: day) }
        guard !rows.isEmpty else {
          program.terminal.note(
            Text(
              nl: "Er staat niemand op de lijst: waarborg nevenfunctie wijs-aan FUNCTIE",
              en: "No one is on the list: waarborg nevenfunctie wijs-aan FUNCTION"))
          return
        }
        program.terminal.out(table(rows, day))
      }
    }

    private func table(_ rows: [Lijstregel], _ day: CalendarDate) -> Table {
      var table = Table([
        .init(Text(nl: "Functie", en: "Function")), .init(Text(nl: "Houder", en: "Holder")),
        .init(Text(nl: "Stand", en: "Status")), .init(Text(nl: "Melding", en: "Report"), overflow: .keep),
        .init(Text(nl: "Bevestigen", en: "Confirm")),
      ])
      for row in rows {
        let due =
          row.kaart.bevestigenUiterlijk.map { end -> StyledText in
            row.kaart.isBevestigingTeLaat
              ? StyledText(Text(nl: "te laat: was \(end.text.nl)", en: "overdue: was \(end.text.en)"), .bad)
              : StyledText(Text(nl: "uiterlijk \(end.text.nl)", en: "by \(end.text.en)"))
          } ?? "–"
        table.row(
          "\(row.kaart.functie.naam)", row.houder, row.kaart.stand.styled, "\(row.meldingen.joined(separator: ", "))",
          due)
      }
      return table
    }
  }
}

/// One holder of one designated function, as a member sees it.
struct Lijstregel {
  let kaart: Kaart
  let persoon: StreamID
  let houder: StyledText
  let meldingen: [String]

  init?(_ key: SubjectKey, _ reading: Reading, op day: CalendarDate) throws {
    guard let one = try reading.views.subject(Houder.self, key),
      let reader = try Registerlezer(one.feiten(op: day), reading.views),
      let period = one.plek.bekleding(op: day, reader.feiten.regels),
      let card = try reader.kaart(one.plek, op: day)
    else { return nil }
    let plek = one.plek
    kaart = card
    persoon = plek.persoon
    let name = try reading.filter.reveal(period.naam).text() ?? Text("?")
    houder = StyledText(name + (period.inhuur ? Text(nl: " (inhuur)", en: " (hired)") : Text("")))
    meldingen = try reader.feiten.werkzaamheden(plek, op: day).filter { $0.stand(op: day) != .beeindigd }
      .compactMap { try Namen.handle($0.stream, reading.views) }
  }

  var json: JSON {
    [
      "functie": .string(kaart.functie.slug), "stream": kaart.functie.stroom.json, "persoon": persoon.json,
      "inhuur": .bool(kaart.isInhuur), "stand": .string(kaart.stand.code),
      "meldingen": .array(meldingen.map { .string($0) }), "laatstBevestigd": kaart.laatstBevestigd?.json ?? .null,
      "bevestigenUiterlijk": kaart.bevestigenUiterlijk?.json ?? .null, "teLaat": .bool(kaart.isBevestigingTeLaat),
    ]
  }
}

extension Kaartstand {
  /// A stable word for scripts.
  var code: String {
    switch self {
    case .opgaven: "opgaven"
    case .geen: "geen"
    case .nogNietOntvangen: "nogNietOntvangen"
    case .nietGepubliceerd: "nietGepubliceerd"
    }
  }

  /// The state in words.
  var styled: StyledText {
    switch self {
    case .opgaven(let versions):
      StyledText(
        versions.count == 1
          ? Text(nl: "1 opgave op de lijst", en: "1 statement on the list")
          : Text(nl: "\(versions.count) opgaven op de lijst", en: "\(versions.count) statements on the list"), .good)
    case .geen(let day, _):
      StyledText(Text(nl: "geen, bevestigd op \(day.text.nl)", en: "none, confirmed on \(day.text.en)"), .good)
    case .nogNietOntvangen(let since):
      StyledText(
        Text(nl: "nog niet ontvangen (sinds \(since.text.nl))", en: "not received yet (since \(since.text.en))"),
        .warning)
    case .nietGepubliceerd(let reason, _): StyledText(reason, .warning)
    }
  }
}
