import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension BeleidCommand {
  /// `waarborg beleid toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toon",
      abstract: Language.ofProcess.choose(nl: "Toon het leven van één regeling.", en: "Show the life of one rule."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg beleid toon gedragscode", en: "Example: waarborg beleid toon gedragscode"))
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let regeling = try Verwijzing.require(regeling, in: reading.views).regeling
        let card = try Overzicht(regeling, op: try options.day(book.today), reading)
        let lines = try regeling.feiten.map { try Tijdlijnregel($0, of: regeling, book, reading) }
        if shared.json {
          program.terminal.outJSON(try json(card, lines, reading).text)
        } else {
          try print(card, lines, program, reading)
        }
      }
    }

    private func print(_ card: Overzicht, _ lines: [Tijdlijnregel], _ program: Program, _ reading: Reading) throws {
      let regeling = card.regeling
      program.terminal.out(StyledText(Text(regeling.titel), .heading))
      var list = KeyValueList()
      list.add(Text(nl: "Kenmerk", en: "Name"), "\(regeling.kenmerk) (\(regeling.soort.rawValue))")
      list.add(Text(nl: "Stroom", en: "Stream"), "\(regeling.stream.description)")
      list.add(Text(nl: "Aanleiding", en: "Occasion"), regeling.aanleiding.map { "\($0)" })
      list.add(Text("CVDR"), regeling.cvdr.map { "\($0)" })
      list.add(Text("Web"), regeling.link.map { "\($0)" })
      list.add(
        Text(nl: "Op \(card.dag.text.nl)", en: "On \(card.dag.text.en)"), "\(card.toestand.text)\(versions(card))")
      list.add(Text(nl: "Volgende evaluatie", en: "Next review"), card.evaluatieRegel)
      program.terminal.out(list)
      try printVersions(card, program, reading)
      printTimeline(lines, program)
      let unknown = Onbekend.texts(regeling)
      guard !unknown.isEmpty else { return }
      program.terminal.out("")
      program.terminal.out(StyledText(Text(nl: "Niet bekend", en: "Not known"), .heading))
      program.terminal.out(lines: unknown.map { "- \($0)" })
    }

    private func versions(_ card: Overzicht) -> Text {
      guard card.geldend.antwoord != .no else { return Text("") }
      return Text(nl: ": versie \(card.toestand.versies.nl)", en: ": version \(card.toestand.versies.en)")
    }

    private func printVersions(_ card: Overzicht, _ program: Program, _ reading: Reading) throws {
      var table = Table([
        .number(Text(nl: "Versie", en: "Version")), .init(Text(nl: "Tekst (SHA-256)", en: "Text (SHA-256)")),
        .init(Text(nl: "Geldt", en: "In force")), .init(Text(nl: "Instemming", en: "Consent")),
      ])
      for item in card.geldend.versies {
        let consent = try InstemmingBeeld(item.versie, of: card.regeling, reading.views)
        let text = item.versie.digest.map { "\($0.hex.prefix(12))…" } ?? ""
        let name = item.versie.aanduiding.map { "«\($0)» " } ?? ""
        let gone = item.versie.digest == nil ? Text(nl: "niet in het grootboek", en: "not in the ledger") : Text("")
        table.row(
          "\(item.versie.nummer)", "\(name)\(text)\(gone)", "\(item.antwoord.woord): \(item.reden)",
          StyledText(consent.text, consent.isZorg ? .bad : nil))
      }
      program.terminal.out("")
      program.terminal.out(table)
    }

    private func printTimeline(_ lines: [Tijdlijnregel], _ program: Program) {
      var table = Table([
        .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date")),
        .init(Text(nl: "V", en: "V"), overflow: .keep),
        .init(Text(nl: "Wat", en: "What")), .init(Text(nl: "Ondertekend door", en: "Signed by")),
      ])
      for line in lines {
        table.row(
          "\(line.feit.position)", StyledText(line.datum, line.feit.isVervallen ? .faint : nil),
          "\(line.feit.versie.map { String($0) } ?? "–")", StyledText(line.wat, line.feit.isVervallen ? .faint : nil),
          "\(line.ondertekenaar)")
      }
      program.terminal.out("")
      program.terminal.out(table)
    }

    private func json(_ card: Overzicht, _ lines: [Tijdlijnregel], _ reading: Reading) throws -> JSON {
      let versions = try card.geldend.versies.map { item -> JSON in
        let consent = try InstemmingBeeld(item.versie, of: card.regeling, reading.views)
        return [
          "nummer": .int(Int64(item.versie.nummer)), "handle": .string(card.regeling.handle(item.versie)),
          "versie": item.versie.digest?.json ?? .null,
          "aanduiding": item.versie.aanduiding.map { .string($0) } ?? .null,
          "geldt": .string(item.antwoord.code), "reden": .string(item.reden.nl),
          "instemmingsplicht": item.versie.instemming.json, "grond": item.versie.grond.map { .string($0) } ?? .null,
          "instemming": .string(consent.code), "instemmingTekst": .string(consent.text.nl),
          "instemmingPosition": consent.position.map { .int(Int64($0)) } ?? .null,
        ]
      }
      let more: [JSON.Member] = [
        .init("aanleiding", card.regeling.aanleiding.map { .string($0) } ?? .null),
        .init("cvdr", card.regeling.cvdr.map { .string($0) } ?? .null),
        .init("link", card.regeling.link.map { .string($0) } ?? .null), .init("versielijst", .array(versions)),
        .init("feiten", .array(lines.map(\.json))),
        .init("nietBekend", .array(Onbekend.texts(card.regeling).map { .string($0.nl) })),
      ]
      return .object((card.json.members ?? []) + more)
    }
  }
}

/// One fact of a rule's life, with who signed it and in what capacity.
struct Tijdlijnregel {
  let feit: Feit
  let event: RecordedEvent
  let wat: Text
  let datum: Text
  let ondertekenaar: Text
  let rol: Rol?
  let mandaatVan: Rol?

  init(_ feit: Feit, of regeling: Regeling, _ book: Grootboek, _ reading: Reading) throws {
    guard let entry = try book.stores.log.entry(at: feit.position) else {
      throw Failure(
        .io, Text(nl: "nummer \(feit.position) is niet te lezen", en: "number \(feit.position) cannot be read"))
    }
    self.feit = feit
    event = try book.catalog.decode(entry)
    let history =
      feit.isHistorisch
      ? Text(
        nl: "; historisch, bron: \(event[HistoricalFact.bron] ?? "?")",
        en: "; historical, source: \(event[HistoricalFact.bron] ?? "?")")
      : Text("")
    wat = Beschrijving.text(event, regeling) + history
    datum = Self.date(feit)
    let capacity = try? reading.registry.capacity(of: event.signed.key, for: event.type, at: event.recordedAt)
    rol = capacity?.rol ?? reading.registry.keys[event.signed.key]?.rol
    // Who has a power of their own can adopt for another body under its mandate; the fact names that body.
    let body = feit.isHistorisch || feit.orgaan == rol ? nil : feit.orgaan
    mandaatVan = capacity?.mandaat?.mandaatgever ?? body
    let mandate =
      mandaatVan.map { Text(nl: " in mandaat van \($0.text.nl)", en: " mandated by the \($0.text.en)") } ?? Text("")
    ondertekenaar = (rol?.text ?? Text("?")) + mandate
  }

  private static func date(_ feit: Feit) -> Text {
    guard let by = feit.gecorrigeerd else { return feit.op.text }
    if feit.isVervallen {
      return feit.op.text + Text(nl: " (vervallen: nummer \(by))", en: " (lapsed: number \(by))")
    }
    let was = feit.vastgelegdeDatum.text
    return feit.op.text + Text(nl: " (was \(was.nl); nummer \(by))", en: " (was \(was.en); number \(by))")
  }

  /// The fact under stable names.
  var json: JSON {
    [
      "position": .int(Int64(feit.position)), "id": event.id.json, "event": .string(feit.soort),
      "versie": feit.versie.map { .int(Int64($0)) } ?? .null, "op": feit.op.json,
      "vastgelegdeDatum": feit.vastgelegdeDatum.json,
      "recordedAt": .string(event.recordedAt.description), "rol": rol?.json ?? .null,
      "mandaatVan": mandaatVan?.json ?? .null,
      "historisch": .bool(feit.isHistorisch), "vervallen": .bool(feit.isVervallen),
      "gecorrigeerdDoor": feit.gecorrigeerd.map { .int(Int64($0)) } ?? .null, "wat": .string(wat.nl),
      "data": .object(event.facts),
    ]
  }
}
