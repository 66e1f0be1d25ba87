import ArgumentParser
import Console
import Governance
import Instemming
import Ledger
import LedgerCrypto

extension BeleidCommand {
  /// `waarborg beleid toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon het leven van één regeling.", en: "Show the life of one rule.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid toon gedragscode", en: "Example: waarborg beleid toon gedragscode"))
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let regeling = try Verwijzing.require(regeling, in: reading.views).regeling
        let card = try Overzicht(regeling, op: try options.day(book.today), reading)
        let lines = try Tijdlijnregel.leven(regeling, reading, book.catalog)
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
          "\(line.feit.position)", StyledText(line.datum, line.feit.isWithdrawn ? .faint : nil),
          "\(line.versie.map { String($0) } ?? "–")", StyledText(line.wat, line.feit.isWithdrawn ? .faint : nil),
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
          "instemmingsplicht": item.versie.instemming.json, "grond": item.versie.grond.map { .string($0.nl) } ?? .null,
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
  let feit: Fact
  let versie: Int?
  let wat: Text
  let datum: Text
  let ondertekenaar: Text
  let rol: Rol?
  let mandaatVan: Rol?

  /// The life of a rule: its own facts and those of the consent to it, in the order of the log.
  static func leven(_ regeling: Regeling, _ reading: Reading, _ catalog: Catalog) throws -> [Tijdlijnregel] {
    let own = try regeling.feiten.map { feit in
      Tijdlijnregel(
        feit, regeling.nummer(of: feit),
        try Beschrijving.text(feit, regeling) { try reading.handle(of: $0, versie: nil, catalog) }, reading, catalog)
    }
    let consent = try Instemmingsfeiten.verloop(over: regeling.stream, in: reading.views).map { regel in
      let version = regeling.versies.first { versie in
        regel.versie.map { versie.digest?.hex == $0 } ?? (versie.aanduiding == regel.aanduiding)
      }
      return Tijdlijnregel(regel.feit, version?.nummer, regel.text, reading, catalog)
    }
    return (own + consent).sorted { $0.feit.position < $1.feit.position }
  }

  private init(_ feit: Fact, _ versie: Int?, _ text: Text, _ reading: Reading, _ catalog: Catalog) {
    self.feit = feit
    self.versie = versie
    let source = feit[HistoricalFact.bron] ?? "?"
    let history =
      feit.isHistorical
      ? Text(nl: "; historisch, bron: \(source)", en: "; historical, source: \(source)") : Text("")
    wat = text + history
    datum = Self.date(feit)
    let capacity = feit.capacity(reading.registry, catalog)
    rol = capacity?.rol ?? reading.registry.keys.values.first { $0.id.description == feit.signer }?.rol
    // Who has a power of their own can adopt for another body under its mandate; the fact names that body.
    let named = feit.is(RegelingVastgesteld.self) ? feit[RegelingVastgesteld.orgaan] : nil
    let body = feit.isHistorical || named == rol ? nil : named
    mandaatVan = capacity?.mandaat?.mandaatgever ?? body
    let mandate =
      mandaatVan.map { Text(nl: " in mandaat van \($0.text.nl)", en: " mandated by the \($0.text.en)") } ?? Text("")
    ondertekenaar = (rol?.text ?? Text("?")) + mandate
  }

  private static func date(_ feit: Fact) -> Text {
    guard let by = feit.correctedBy else { return feit.effective.text }
    if feit.isWithdrawn {
      return feit.effective.text + Text(nl: " (vervallen: nummer \(by))", en: " (lapsed: number \(by))")
    }
    let was = feit.recordedEffective.text
    return feit.effective.text + Text(nl: " (was \(was.nl); nummer \(by))", en: " (was \(was.en); number \(by))")
  }

  /// The fact under stable names.
  var json: JSON {
    [
      "position": .int(Int64(feit.position)), "id": feit.id.json, "event": .string(feit.type),
      "versie": versie.map { .int(Int64($0)) } ?? .null, "op": feit.effective.json,
      "vastgelegdeDatum": feit.recordedEffective.json,
      "recordedAt": .string(feit.recordedAt.description), "rol": rol?.json ?? .null,
      "mandaatVan": mandaatVan?.json ?? .null, "historisch": .bool(feit.isHistorical),
      "vervallen": .bool(feit.isWithdrawn),
      "gecorrigeerdDoor": feit.correctedBy.map { .int(Int64($0)) } ?? .null, "wat": .string(wat.nl),
      "data": .object(feit.values),
    ]
  }
}
