import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon alles over een melding, zoals gemeentesecretaris/1.",
      en: "Show everything about a report, such as gemeentesecretaris/1.")
    @OptionGroup var melding: MeldingOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let report = try melding.find(reading.views)
        let facts = (report.feiten + (try Opgave.of(melding: report.stream, reading.views)).flatMap(\.feiten))
          .filter { $0.happened(by: day) }.sorted { $0.position < $1.position }
        if shared.json {
          for fact in facts { program.terminal.outJSON(try json(fact, reading, program.catalog).text) }
          return
        }
        program.terminal.out(try summary(report, day, reading))
        program.terminal.out("")
        var table = Table([
          .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date")), .init(Text(nl: "Wat", en: "What")),
          .init(Text(nl: "Inhoud", en: "Content")),
        ])
        for fact in facts {
          let mark: StyledText =
            fact.correctedBy.map {
              "\(Text(nl: " (vergissing, zie nr \($0))", en: " (mistake, see no \($0))"), .warning)"
            }
            ?? ""
          table.row(
            "\(fact.position)", "\(fact.effective.text)", StyledText(fact.meaning(program.catalog)) + mark,
            "\(try words(fact, reading, program.catalog, program.language))")
        }
        program.terminal.out(table)
      }
    }

    private func summary(_ report: Werkzaamheid, _ day: CalendarDate, _ reading: Reading) throws -> KeyValueList {
      var list = KeyValueList()
      list.add(
        Text(nl: "Melding", en: "Report"),
        "\(try Namen.handle(report.stream, reading.views) ?? "-", .emphasis)")
      list.add(
        Text(nl: "Functie", en: "Function"),
        "\(try Functies.functie(report.functie(op: day), reading.views)?.naam ?? "-")")
      list.add(
        Text(nl: "Stand", en: "Status"),
        "\(try report.standText(op: day, reading) ?? Text(nl: "vergissing", en: "mistake"))")
      let content = Meldinginhoud(report, reading, op: day)
      list.add(Text(nl: "Ingang", en: "Start"), try content.value(Looptijd.ingang).map { "\($0.text)" })
      list.add(Text(nl: "Einde", en: "End"), try content.value(Looptijd.einde).map { "\($0.text)" })
      list.add(
        Text(nl: "Let op", en: "Note"), try report.nietVooraf(reading).map { StyledText($0, .warning) })
      list.add(Text(nl: "Kenmerk", en: "Id"), "\(report.stream)")
      return list
    }

    private func words(_ fact: Fact, _ reading: Reading, _ catalog: Catalog, _ language: Language) throws -> String {
      let sealed = catalog.event(named: fact.type)?.fields.filter(\.visibility.isSealed) ?? []
      let rules = try Regels.geldend(op: fact.day, reading.views)
      return try sealed.compactMap { field in
        let revealed = try reading.filter.reveal(FieldReference(position: fact.position, field: field.name))
        return revealed.text { Self.words($0, rules, language) }.map { "\(field.name): \($0(language))" }
      }.joined(separator: "; ")
    }

    /// A sealed value in words: text, yes or no, a number, questions with their answers, or what is against the activity
    /// with where that stands.
    private static func words(_ json: JSON, _ rules: Regels?, _ language: Language) -> String {
      if let bezwaren = [Bezwaar](json: json), !bezwaren.isEmpty {
        return bezwaren.map { bezwaar in
          bezwaar.text(language) + (rules.map { " (\($0.bron(bezwaar)))" } ?? "")
        }.joined(separator: ", ")
      }
      if let answers = [Vraagantwoord](json: json) {
        return answers.map { "\($0.vraag.rawValue) \($0.antwoord.rawValue)" }.joined(separator: ", ")
      }
      return json.string ?? json.bool.map { $0 ? "ja" : "nee" } ?? json.text
    }

    private func json(_ fact: Fact, _ reading: Reading, _ catalog: Catalog) throws -> JSON {
      let sealed = catalog.event(named: fact.type)?.fields.filter(\.visibility.isSealed) ?? []
      let seen = try sealed.compactMap { field -> JSON.Member? in
        guard
          case .value(let json) = try reading.filter.reveal(
            FieldReference(position: fact.position, field: field.name))
        else { return nil }
        return JSON.Member(field.name, json)
      }
      return [
        "position": .int(Int64(fact.position)), "event": .string(fact.type), "id": fact.id.json,
        "stream": fact.stream.json, "op": fact.effective.json, "data": .object(fact.values + seen),
        "gecorrigeerd": fact.correctedBy.map { .int(Int64($0)) } ?? .null,
      ]
    }
  }
}

extension Werkzaamheid {
  /// How it stands, in words; what was decided, to who can open it.
  fileprivate func standText(op day: CalendarDate, _ reading: Reading) throws -> Text? {
    switch stand(op: day) {
    case nil: nil
    case .inBeoordeling: Text(nl: "in beoordeling", en: "being judged")
    case .hertoetsing: Text(nl: "opnieuw te toetsen", en: "to be judged again")
    case .beeindigd: Text(nl: "beëindigd", en: "ended")
    case .beslist:
      try besluit(op: day).flatMap { try Besluit($0, reading.filter) }?.text
        ?? Text(nl: "beslist [intern]", en: "decided [sealed: intern]")
    }
  }

  /// That it certainly started too soon: before it was allowed (004:3919), or before the highest officials, who report
  /// what they intend, reported it (001:190-191). What someone did before holding the function is not too soon.
  func nietVooraf(_ reading: Reading) throws -> Text? {
    guard let start = try Meldinginhoud(self, reading).value(Looptijd.ingang),
      let rules = try Regels.geldend(op: gemeld.day, reading.views), try isBekleed(op: start, reading.views)
    else { return nil }
    if rules.instellingen.meldplicht == .topfunctionarissenAltijd, start.precedes(gemeld.effective) == .yes {
      let source = rules.bron(.meldplicht)
      return Text(
        nl: "begonnen voordat het voornemen was gemeld (\(source))",
        en: "started before the intention was reported (\(source))")
    }
    guard rules.instellingen.voorafgaandeToestemming else { return nil }
    let allowed = try geldend().first {
      try $0.is(ToestemmingBeslist.self) && Besluit($0, reading.filter)?.isVerleend == true
    }
    guard let allowed else { return nil }
    guard start.precedes(allowed.effective) == .yes else { return nil }
    return Text(
      nl: "begonnen voordat er toestemming was (\(rules.bron(.voorafgaandeToestemming)))",
      en: "started before it was allowed (\(rules.bron(.voorafgaandeToestemming)))")
  }

  private func isBekleed(op start: ImpreciseDate, _ views: ViewReader) throws -> Bool {
    guard let day = start.latest else { return false }
    return try Functies.bekledingen(of: gemeldeFunctie, door: persoon, views).contains { $0.isBekleed(op: day) != .no }
  }
}

extension Bezwaar: NamedCode {
  /// In words.
  public var text: Text {
    switch self {
    case .belangenstrijd:
      Text(
        nl: "concurreert of botst met de belangen van de gemeente", en: "competes or conflicts with the municipality")
    case .belemmertFunctioneren:
      Text(nl: "kost te veel tijd of energie", en: "takes too much time or energy")
    case .vertrouwelijkeInformatie:
      Text(nl: "gebruikt vertrouwelijke informatie", en: "uses confidential information")
    case .betaaldEigenGemeente: Text(nl: "betaald door de eigen gemeente", en: "paid by the own municipality")
    case .oneerlijkVoordeel: Text(nl: "oneerlijk voordeel uit de functie", en: "an unfair advantage from the function")
    }
  }
}
