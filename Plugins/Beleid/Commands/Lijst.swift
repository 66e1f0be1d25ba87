import ArgumentParser
import Console
import Governance
import Ledger

extension BeleidCommand {
  /// `waarborg beleid lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon de regelingen.", en: "Show the rules.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid lijst --op 2024-01-01", en: "Example: waarborg beleid lijst --op 2024-01-01"))
    @OptionGroup var pages: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        var rows: [Overzicht] = []
        let keys = try reading.views.keys(Regeling.self, try pages.page(shared))
        for key in try pages.shown(keys, shared, on: program.terminal) {
          guard let regeling = try reading.views.subject(Regeling.self, key) else { continue }
          let row = try Overzicht(regeling, op: day, reading)
          if shared.json { program.terminal.outJSON(row.json.text) } else { rows.append(row) }
        }
        if !shared.json {
          print(rows, program)
        }
      }
    }

    private func print(_ rows: [Overzicht], _ program: Program) {
      var table = Table([
        .init(Text(nl: "Kenmerk", en: "Name"), overflow: .keep), .init(Text(nl: "Titel", en: "Title")),
        .init(Text(nl: "Versie", en: "Version")), .init(Text(nl: "Toestand", en: "State")),
        .init(Text(nl: "Instemming", en: "Consent")), .init(Text(nl: "Evaluatie", en: "Review")),
      ])
      for row in rows {
        let consent = row.instemming.map { StyledText($0.text, $0.isZorg ? .bad : nil) } ?? StyledText("–")
        table.row(
          "\(row.regeling.kenmerk)", "\(row.regeling.titel)", "\(row.toestand.versies)",
          StyledText(row.toestand.text, row.toestand.code == "onbekend" ? .warning : nil), consent, row.evaluatieRegel)
      }
      guard !table.isEmpty else {
        program.terminal.note(
          Text(
            nl: "Er zijn nog geen regelingen vastgelegd: waarborg beleid ontwerp BESTAND --kenmerk KENMERK",
            en: "No rules have been recorded yet: waarborg beleid ontwerp FILE --kenmerk NAME"))
        return
      }
      program.terminal.out(table)
    }
  }
}

/// One rule on one day, as the list and the card show it.
struct Overzicht {
  let regeling: Regeling
  let dag: CalendarDate
  let geldend: Geldend
  let toestand: Toestand
  /// The version whose consent and review matter: the one in force, else the newest adopted one, else the newest.
  let versie: Versie?
  /// The versions that were adopted by the day.
  let vastgesteld: [Versie]
  let instemming: InstemmingBeeld?
  let evaluatie: Evaluatie

  init(_ regeling: Regeling, op dag: CalendarDate, _ reading: Reading) throws {
    try self.init(regeling, op: dag, reading.views, opening: reading.registry.founding?.at.date)
  }

  /// - Parameter opening: The day on which the ledger was founded.
  init(_ regeling: Regeling, op dag: CalendarDate, _ views: ViewReader, opening: CalendarDate?) throws {
    self.regeling = regeling
    self.dag = dag
    geldend = Geldend(
      regeling: regeling, dag: dag, opening: opening, nietigheden: try Nietigheidsbeeld.over(regeling, views))
    toestand = Toestand(geldend)
    // What certainly happened later says nothing about this day.
    let known = regeling.versies.filter { $0.feiten.contains { $0.effective.isAfter(dag) != .yes } }
    vastgesteld = known.filter {
      $0.isVastgesteld && $0.feit(RegelingVastgesteld.self)?.effective.isAfter(dag) != .yes
    }
    versie = geldend.kandidaten.last?.versie ?? vastgesteld.last ?? known.last
    instemming = try versie.map { try InstemmingBeeld($0, of: regeling, views) }
    evaluatie = Evaluatie(regeling, op: dag)
  }

  /// The next review, or why it cannot be computed.
  var evaluatieRegel: StyledText {
    guard let due = evaluatie.uiterlijk else { return StyledText(evaluatie.ontbreekt ?? Text("–")) }
    guard evaluatie.isVerstreken(op: dag) else {
      return StyledText(Text(nl: "uiterlijk \(due.text.nl)", en: "by \(due.text.en)"))
    }
    return StyledText(Text(nl: "te laat: was \(due.text.nl)", en: "overdue: was \(due.text.en)"), .bad)
  }

  /// The row under stable names.
  var json: JSON {
    [
      "stream": regeling.stream.json, "kenmerk": .string(regeling.kenmerk), "titel": .string(regeling.titel),
      "soort": regeling.soort.json, "op": dag.json, "geldt": .string(geldend.antwoord.code),
      "versies": .array(geldend.kandidaten.map { .int(Int64($0.versie.nummer)) }), "toestand": .string(toestand.code),
      "instemming": instemming.map { .string($0.code) } ?? .null,
      "instemmingPosition": instemming?.position.map { .int(Int64($0)) } ?? .null,
      "evaluatieIedere": evaluatie.iedere?.json ?? .null, "evaluatieUiterlijk": evaluatie.uiterlijk?.json ?? .null,
      "evaluatieOntbreekt": evaluatie.ontbreekt.map { .string($0.nl) } ?? .null,
      "positions": .array(regeling.feiten.map { .int(Int64($0.position)) }),
    ]
  }
}

extension Certainty {
  /// The stable word for scripts.
  var code: String { woord.nl }
}
