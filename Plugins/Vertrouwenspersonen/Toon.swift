import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toon",
      abstract: Language.ofProcess.choose(
        nl: "Toon het hele verloop van één benoeming.", en: "Show everything of one appointment."),
      discussion: Language.ofProcess.choose(
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
        let regels = try Vertrouwenspersonenregels(on: day, reading.views)
        let found = try Verwijzing.require(benoeming.kenmerk, in: reading.views)
        if shared.json {
          let facts = try found.feiten.map { try json($0, program.catalog, reading) }
          let members = try BenoemingJSON(reading, day, regels).json(found).members ?? []
          program.terminal.outJSON(JSON.object(members + [.init("feiten", .array(facts))]).text)
          return
        }
        var list = KeyValueList()
        let contact = try Contactgegevens(found, reading.filter)
        list.add(Text(nl: "Naam", en: "Name"), "\(contact.naam.text() ?? Text("-"), .emphasis)")
        list.add(Text(nl: "Vorm", en: "Form"), "\(found.vorm.text)")
        list.add(Text(nl: "Stand", en: "Stands"), "\(try found.toestand(on: day, regels, reading.views).text)")
        list.add(Text(nl: "Tot", en: "Until"), found.einddag(regels).map { "\($0.text)" })
        list.add(Text(nl: "Kenmerk", en: "Handle"), "\(found.handle), \(found.stream)")
        program.terminal.out(list)
        program.terminal.out("")
        var table = Table([
          .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date")), .init(Text(nl: "Wat", en: "What")),
          .init(Text(nl: "Bijzonderheden", en: "Particulars")),
        ])
        for fact in found.feiten {
          let mistake =
            fact.gecorrigeerd.map { Text(nl: " (vergissing, zie nr \($0))", en: " (mistake, see no \($0))") }
            ?? Text("")
          let history =
            fact.isHistorisch
            ? Text(
              nl: " (historisch, bron: \(fact[HistoricalFact.bron] ?? "?"))",
              en: " (historical, source: \(fact[HistoricalFact.bron] ?? "?"))") : Text("")
          let particulars =
            try Self.clear(fact)
            + self.sealed(fact, program.catalog, reading).compactMap { field, revealed in
              revealed.text(Self.show).map { Text("\(field): ") + $0 }
            }
          table.row(
            "\(fact.position)", "\(fact.op.text)",
            StyledText(Text(fact.soort) + mistake + history, fact.telt ? nil : .faint),
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
    private static func clear(_ fact: Feit) -> [Text] {
      let elsewhere: Set = [
        KandidaatVoorgedragen.persoon.name, HistoricalFact.historisch.name, HistoricalFact.bron.name,
      ]
      return (fact.feiten.members ?? []).filter { !elsewhere.contains($0.name) }.map { member in
        let text = member.value.string ?? member.value.text
        return Text("\(member.name): ") + ((try? CalendarDate(text))?.text ?? Text(text))
      }
    }

    /// What this reader gets for each sealed field of a fact.
    private func sealed(
      _ fact: Feit, _ catalog: Catalog, _ reading: Reading
    ) throws -> [(field: String, revealed: Revealed)] {
      let fields = catalog.event(named: fact.soort)?.fields.filter(\.visibility.isSealed) ?? []
      return try fields.compactMap { field in
        let revealed = try reading.filter.reveal(FieldReference(position: fact.position, field: field.name))
        return revealed == .absent ? nil : (field.name, revealed)
      }
    }

    private func json(_ fact: Feit, _ catalog: Catalog, _ reading: Reading) throws -> JSON {
      let sealed = try sealed(fact, catalog, reading).map { field, revealed -> JSON in
        let state: String =
          switch revealed {
          case .value: "zichtbaar"
          case .sealed: "verzegeld"
          case .erased: "vernietigd"
          case .missing: "ontbreekt"
          case .absent: "nietIngevuld"
          }
        let value: JSON = if case .value(let json) = revealed { json } else { .null }
        return ["veld": .string(field), "staat": .string(state), "waarde": value]
      }
      return [
        "position": .int(Int64(fact.position)), "id": fact.id.json, "event": .string(fact.soort), "op": fact.op.json,
        "historisch": .bool(fact.isHistorisch), "bron": fact[HistoricalFact.bron]?.json ?? .null,
        "telt": .bool(fact.telt), "feiten": fact.feiten, "verzegeld": .array(sealed),
      ]
    }
  }

  /// `waarborg vertrouwenspersoon jaaroverzichten`
  struct Jaaroverzichten: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "jaaroverzichten",
      abstract: Language.ofProcess.choose(nl: "Toon de jaaroverzichten.", en: "Show the yearly overviews."),
      discussion: Language.ofProcess.choose(
        nl:
          "--json schrijft één object per jaar met: jaar, op, drempel, meldingen, afdoening, themas, openbaarOp, position.",
        en:
          "--json writes one object a year with: jaar, op, drempel, meldingen, afdoening, themas, openbaarOp, position."
      ))
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let found = try Jaaroverzicht.all(reading.views).filter { $0.feit.op.isAfter(day) != .yes }
          .sorted { $0.jaar < $1.jaar }
        if shared.json {
          for overview in found { program.terminal.outJSON(json(overview).text) }
          return
        }
        guard !found.isEmpty else {
          program.terminal.out(
            StyledText(Text(nl: "Er is geen jaaroverzicht vastgelegd.", en: "No yearly overview is recorded.")))
          return
        }
        var table = Table([
          .number(Text(nl: "Jaar", en: "Year")), .init(Text(nl: "Meldingen", en: "Reports")),
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
            "\(overview.jaar)",
            "\(overview.feit[JaaroverzichtVerstrekt.meldingen]?.text(drempel: threshold) ?? Text("?"))",
            words(overview.feit[JaaroverzichtVerstrekt.afdoening]),
            words(overview.feit[JaaroverzichtVerstrekt.themas]),
            "\(overview.feit.op.text)")
        }
        program.terminal.out(table)
      }
    }

    private func json(_ overview: Jaaroverzicht) -> JSON {
      [
        "jaar": .int(overview.jaar), "op": overview.feit.op.json,
        "drempel": overview.feit[JaaroverzichtVerstrekt.drempel]?.json ?? .null,
        "meldingen": overview.feit[JaaroverzichtVerstrekt.meldingen]?.json ?? .null,
        "afdoening": overview.feit[JaaroverzichtVerstrekt.afdoening]?.json ?? .null,
        "themas": overview.feit[JaaroverzichtVerstrekt.themas]?.json ?? .null,
        "openbaarOp": overview.publicatie?.op.json ?? .null, "position": .int(Int64(overview.feit.position)),
      ]
    }
  }
}
