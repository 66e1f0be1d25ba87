import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon het hele verloop van één benoeming.", en: "Show everything of one appointment.",
      discussion: Text(
        nl:
          "--json schrijft het object van lijst met daarbij feiten: position, id, event, op, historisch, bron, telt, feiten, verzegeld.",
        en:
          "--json writes the object of lijst with feiten added: position, id, event, op, historisch, bron, telt, feiten, verzegeld."
      ))
    @OptionGroup var benoeming: BenoemingArgument
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let found = try Verwijzing.require(benoeming.kenmerk, in: reading.views)
        if shared.json {
          let facts = try found.feiten.map { try json($0, program.catalog, reading) }
          let members = try BenoemingJSON(reading, day).json(found).members ?? []
          program.terminal.outJSON(JSON.object(members + [.init("feiten", .array(facts))]).text)
          return
        }
        var list = KeyValueList()
        let contact = try Contactgegevens(found, reading.filter)
        list.add(Text(nl: "Naam", en: "Name"), "\(contact.naam.text() ?? Text("-"), .emphasis)")
        list.add(Text(nl: "Vorm", en: "Form"), "\(found.vorm.text)")
        list.add(Text(nl: "Stand", en: "Stands"), "\(try found.toestand(on: day, reading.views).text)")
        list.add(Text(nl: "Tot", en: "Until"), found.einddag(on: day).map { "\($0.text)" })
        list.add(Text(nl: "Kenmerk", en: "Handle"), "\(found.handle), \(found.stream)")
        program.terminal.out(list)
        program.terminal.out("")
        var table = Table([
          .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date")), .init(Text(nl: "Wat", en: "What")),
          .init(Text(nl: "Bijzonderheden", en: "Particulars")),
        ])
        for fact in found.feiten {
          let mistake =
            fact.correctedBy.map { Text(nl: " (vergissing, zie nr \($0))", en: " (mistake, see no \($0))") }
            ?? Text("")
          let history =
            fact.isHistorical
            ? Text(
              nl: " (historisch, bron: \(fact[HistoricalFact.bron] ?? "?"))",
              en: " (historical, source: \(fact[HistoricalFact.bron] ?? "?"))") : Text("")
          let particulars =
            try Self.clear(fact)
            + reading.sealed(fact, program.catalog).compactMap { field, revealed in
              revealed.text(Self.show).map { Text("\(field): ") + $0 }
            }
          table.row(
            "\(fact.position)", "\(fact.effective.text)",
            StyledText(Text(fact.type) + mistake + history, fact.counts ? nil : .faint),
            "\(Text(nl: particulars.map(\.nl).joined(separator: "; "), en: particulars.map(\.en).joined(separator: "; ")))"
          )
        }
        program.terminal.out(table)
      }
    }

    private static func show(_ json: JSON) -> String {
      guard let document = DocumentReference(json: json) else { return json.string ?? json.text }
      return "\(document.mediaType), \(document.size) bytes, SHA-256 \(document.content.hex.prefix(12))…"
    }

    /// What everyone reads of a fact, but for what stands in another column and the pseudonym.
    private static func clear(_ fact: Fact) -> [Text] {
      let elsewhere: Set = [
        KandidaatVoorgedragen.persoon.name, HistoricalFact.historisch.name, HistoricalFact.bron.name,
      ]
      return fact.values.filter { !elsewhere.contains($0.name) }.map { member in
        let text = member.value.string ?? member.value.text
        return Text("\(member.name): ") + ((try? CalendarDate(text))?.text ?? Text(text))
      }
    }

    private func json(_ fact: Fact, _ catalog: Catalog, _ reading: Reading) throws -> JSON {
      let sealed = try reading.sealed(fact, catalog).map { $0.value.json($0.field) }
      return [
        "position": .int(Int64(fact.position)), "id": fact.id.json, "event": .string(fact.type),
        "op": fact.effective.json,
        "historisch": .bool(fact.isHistorical), "bron": fact[HistoricalFact.bron]?.json ?? .null,
        "telt": .bool(fact.counts), "feiten": .object(fact.values), "verzegeld": .array(sealed),
      ]
    }
  }
}
