import ArgumentParser
import Console
import Governance
import Ledger

extension BeleidCommand {
  /// `waarborg beleid zonder-instemming`
  struct ZonderInstemming: ProgramCommand {
    static let configuration = CommandConfiguration(
      "zonder-instemming", nl: "Toon wat in werking is zonder instemming, en waarom.",
      en: "Show what is in force without consent, and why.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid zonder-instemming --op 2025-03-01",
        en: "Example: waarborg beleid zonder-instemming --op 2025-03-01"))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let found = try BeleidView().regelingen(op: day, in: reading).filter {
          $0.geldt != .no && !$0.heeftInstemming
        }
        if shared.json { return found.forEach { program.terminal.outJSON(json($0, day).text) } }
        guard !found.isEmpty else {
          return program.terminal.note(
            Text(
              nl: "Op \(day.text.nl) is niets in werking zonder instemming.",
              en: "On \(day.text.en) nothing is in force without consent."))
        }
        var table = Table([
          .init(Text(nl: "Regeling", en: "Rule"), overflow: .keep), .init(Text(nl: "Titel", en: "Title")),
          .init(Text(nl: "In werking", en: "In force")), .init(Text(nl: "Waarom zonder", en: "Why without")),
        ])
        for row in found {
          table.row(
            "\(row.handle)", "\(row.titel)", "\(row.geldt.woord): \(row.reden)",
            StyledText(row.instemmingText, row.instemming == "nietVereist" ? nil : .bad))
        }
        program.terminal.out(table)
      }
    }

    private func json(_ row: RegelingBeeld, _ day: CalendarDate) -> JSON {
      [
        "stream": row.stream.json, "handle": .string(row.handle), "titel": .string(row.titel), "op": day.json,
        "versie": row.versie?.json ?? .null, "geldt": .string(row.geldt.code), "reden": .string(row.reden.nl),
        "instemming": .string(row.instemming), "waarom": .string(row.instemmingText.nl),
        "instemmingPosition": row.instemmingPosition.map { .int(Int64($0)) } ?? .null,
      ]
    }
  }
}
