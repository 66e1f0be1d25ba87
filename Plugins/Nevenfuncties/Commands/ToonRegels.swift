import ArgumentParser
import Console
import Governance
import Ledger

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie regels`
  struct ToonRegels: ProgramCommand {
    static let configuration = CommandConfiguration(
      "regels", nl: "Toon welke regels gelden, en waar elke instelling vandaan komt.",
      en: "Show which rules are in force, and where each setting comes from.")
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        guard let rules = try Regels.geldend(op: day, reading.views) else {
          throw Failure(
            .notFound,
            Text(nl: "op \(day.text.nl) gelden geen regels", en: "on \(day.text.en) no rules are in force"),
            remedy: Text(
              nl: "leg ze vast: waarborg nevenfunctie stel-in --model lelystad",
              en: "lay them down: waarborg nevenfunctie stel-in --model lelystad"))
        }
        if shared.json {
          program.terminal.outJSON(json(rules).text)
          return
        }
        try show(rules, program, reading)
      }
    }

    private func show(_ rules: Regels, _ program: Program, _ reading: Reading) throws {
      var list = KeyValueList()
      list.add(Text(nl: "Regels", en: "Rules"), "\(rules.titel, .emphasis)")
      list.add(Text(nl: "Bron", en: "Source"), "\(rules.bron)")
      list.add(Text(nl: "Op de site", en: "On the site"), rules.grondslag.map { "\($0)" })
      list.add(Text(nl: "Geldt vanaf", en: "In force from"), "\(rules.vanaf.text)")
      if let regeling = rules.feit[NevenfunctieregelsVastgesteld.regeling] {
        list.add(
          Text(nl: "Regeling", en: "Regulation"),
          "\(try reading.handle(of: regeling, versie: nil, program.catalog))")
      }
      list.add(
        Text(nl: "Namen", en: "Names"),
        rules.instellingen.publiceertNamen
          ? "\(Text(nl: "openbaar", en: "published"))"
          : "\(Text(nl: "niet openbaar: «naam» is geen van de velden", en: "not published: “naam” is none of the fields"))"
      )
      program.terminal.out(list)
      program.terminal.out("")
      var table = Table([
        .init(Text(nl: "Instelling", en: "Setting")), .init(Text(nl: "Waarde", en: "Value")),
        .init(Text(nl: "Herkomst", en: "Origin")), .init(Text(nl: "Bron", en: "Source")),
      ])
      for setting in Instelling.allCases {
        let origin = rules.herkomst(setting)
        table.row(
          "\(setting.text)", "\(rules.instellingen.text(setting))",
          StyledText(origin?.soort.text ?? Text(nl: "gekozen", en: "chosen"), origin?.soort.style),
          "\(origin?.bron ?? "")")
      }
      program.terminal.out(table)
      if rules.instellingen.bewaarNaEinde == nil {
        program.terminal.note(
          StyledText(
            Text(
              nl: "Er is geen bewaartermijn: beëindigde opgaven blijven zichtbaar. Kies: stel-in --bewaar P1Y",
              en: "There is no retention period: ended statements stay visible. Choose: stel-in --bewaar P1Y"), .warning
          ))
      }
    }

    private func json(_ rules: Regels) -> JSON {
      let settings = Instelling.allCases.map { setting -> JSON in
        let origin = rules.herkomst(setting)
        return [
          "instelling": setting.json, "waarde": rules.feit.values.first { $0.name == setting.rawValue }?.value ?? .null,
          "herkomst": .string(origin?.soort.rawValue ?? "gekozen"), "bron": origin.map { .string($0.bron) } ?? .null,
        ]
      }
      return [
        "titel": .string(rules.titel), "bron": .string(rules.bron),
        "grondslag": rules.grondslag.map { .string($0) } ?? .null, "vanaf": rules.vanaf.json,
        "regeling": rules.feit[NevenfunctieregelsVastgesteld.regeling]?.json ?? .null,
        "instellingen": .array(settings), "position": .int(Int64(rules.feit.position)),
      ]
    }
  }
}

extension Herkomstsoort {
  var style: Style? {
    switch self {
    case .bron: nil
    case .standaard: .faint
    case .zwijgt: .warning
    }
  }
}

extension Instelling: NamedCode {
  /// In words.
  public var text: Text {
    switch self {
    case .meldplicht: Text(nl: "Te melden", en: "To report")
    case .voorafgaandeToestemming: Text(nl: "Toestemming vooraf", en: "Permission beforehand")
    case .weigeren: Text(nl: "Weigeren", en: "Refusing")
    case .beslissers: Text(nl: "Wie beslist", en: "Who decides")
    case .velden: Text(nl: "Openbare velden", en: "Public fields")
    case .grens: Text(nl: "Openbaar worden", en: "Published are")
    case .inhuur: Text(nl: "Inhuur op de lijst", en: "Hired people on the list")
    case .betaaldEigenGemeenteVerboden: Text(nl: "Betaald werk eigen gemeente", en: "Paid work for the municipality")
    case .verantwoordelijke: Text(nl: "Verantwoordelijk", en: "Responsible")
    case .tweedeOpenbaarmaker: Text(nl: "Tweede openbaarmaker", en: "Second publisher")
    case .bevestigingIedere: Text(nl: "Bevestigen iedere", en: "Confirm every")
    case .beslistermijn: Text(nl: "Beslistermijn", en: "Decision term")
    case .bijwerktermijn: Text(nl: "Bijwerktermijn", en: "Update term")
    case .bewaarNaEinde: Text(nl: "Zichtbaar na einde", en: "Visible after the end")
    case .draaideur: Text(nl: "Geen inhuur na vertrek", en: "No hiring after leaving")
    case .vragen: Text(nl: "Controlevragen", en: "Questions")
    }
  }
}

extension Instellingen {
  /// The value of a setting in words.
  func text(_ instelling: Instelling) -> Text {
    let open = Text(nl: "niet ingesteld", en: "not set")
    func yes(_ value: Bool) -> Text { value ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no") }
    return switch instelling {
    case .meldplicht: meldplicht.text
    case .voorafgaandeToestemming: yes(voorafgaandeToestemming)
    case .weigeren: weigeren ? Text(nl: "kan", en: "possible") : Text(nl: "kan niet", en: "not possible")
    case .beslissers: opsomming(beslissers)
    case .velden: Text(velden.map(\.rawValue).joined(separator: ", "))
    case .grens: grens.text
    case .inhuur: yes(inhuur)
    case .betaaldEigenGemeenteVerboden:
      betaaldEigenGemeenteVerboden ? Text(nl: "verboden", en: "barred") : Text(nl: "niet verboden", en: "not barred")
    case .verantwoordelijke: verantwoordelijke.text
    case .tweedeOpenbaarmaker: tweedeOpenbaarmaker?.text ?? open
    case .bevestigingIedere: bevestigingIedere.text
    case .beslistermijn: beslistermijn?.text ?? open
    case .bijwerktermijn: bijwerktermijn?.text ?? open
    case .bewaarNaEinde: bewaarNaEinde?.text ?? open
    case .draaideur: draaideur?.text ?? open
    case .vragen: vragen.isEmpty ? open : Text(vragen.map(\.rawValue).joined(separator: ", "))
    }
  }
}

extension Meldplicht: NamedCode {
  /// In words.
  public var text: Text {
    switch self {
    case .alles: Text(nl: "alles", en: "everything")
    case .watKanRaken: Text(nl: "wat de belangen kan raken", en: "what can touch the interests")
    case .topfunctionarissenAltijd:
      Text(
        nl: "wat kan botsen; topfunctionarissen altijd, vooraf",
        en: "what can clash; the highest officials always, beforehand")
    }
  }
}

extension Openbaarmakingsgrens: NamedCode {
  /// In words.
  public var text: Text {
    switch self {
    case .alle: Text(nl: "alle", en: "all")
    case .watKanRaken: Text(nl: "wat de belangen kan raken", en: "what can touch the interests")
    }
  }
}
