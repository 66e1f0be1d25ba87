import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension InstemmingCommand {
  /// `waarborg instemming lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon waar elke instemming, elk advies en elke overeenstemming staat.",
      en: "Show where each consent, advice and agreement stands.",
      discussion: Text(ProcedureJSON.help(facts: false)))
    @Flag(
      help: Language.help(
        nl: "Alleen wat wacht op een antwoord, aanvaarding of uitspraak.",
        en: "Only what waits for an answer, acceptance or ruling.")) var open = false
    @OptionGroup var pages: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.op.map { _ in try options.day(book.today) }
        let page = try pages.page(shared)
        let states: [Procedure.State] = open ? [.open] : [.bekend]
        let asked = try open ? day ?? options.day(book.today) : day
        // Without a day everything is shown, also what turned out to be a mistake.
        let found =
          try asked.map { try reading.views.subjects(Procedure.self, states, on: $0, page).map(\.key) }
          ?? Procedure.keys(page, reading.views)
        let listed = try pages.shown(found, shared, on: program.terminal)
        if shared.json {
          for key in listed {
            guard let procedure = try reading.views.subject(Procedure.self, key) else { continue }
            program.terminal.outJSON(
              try ProcedureJSON(reading, program.catalog, day).json(procedure, facts: false).text)
          }
          return
        }
        let procedures = try listed.compactMap { try reading.views.subject(Procedure.self, $0) }
        if procedures.isEmpty {
          program.terminal.note(
            Text(
              nl: "Er is nog niets over instemming, advies of overeenstemming vastgelegd.",
              en: "Nothing has been recorded about consent, advice or agreement."))
        }
        var isFirst = true
        for soort in Procedure.Soort.allCases {
          let rows = procedures.filter { $0.soort == soort }
          guard !rows.isEmpty else { continue }
          if !isFirst { program.terminal.out("") }
          isFirst = false
          program.terminal.out(try table(soort.title, rows, day, program, reading))
        }
      }
    }

    private func table(
      _ title: Text, _ procedures: [Procedure], _ day: CalendarDate?, _ program: Program, _ reading: Reading
    ) throws -> Table {
      var table = Table([
        .init(title), .init(Text(nl: "Orgaan", en: "Body")), .init(Text(nl: "Stand", en: "Stands")),
        .init(Text(nl: "Sinds", en: "Since")), .init(Text(nl: "Kenmerk", en: "Id"), overflow: .drop),
      ])
      for procedure in procedures {
        let last = procedure.geldend(op: day).last
        let history: Text = last?.isHistorical == true ? Text(nl: " (historisch)", en: " (historical)") : Text("")
        table.row(
          "\(try procedure.subject(reading, program.catalog))", "\(procedure.orgaan.text)",
          procedure.standStyled(op: day) + StyledText(history), "\(last?.effective.text ?? Text("-"))",
          "\(procedure.stream)")
      }
      return table
    }
  }

  /// `waarborg instemming toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon het hele verloop over een onderwerp of van één procedure.",
      en: "Show everything about a subject or of one procedure.",
      discussion: Text(ProcedureJSON.help(facts: true)))
    @OptionGroup var subject: SubjectOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.op.map { _ in try options.day(book.today) }
        let recorded = try found(program, reading)
        let procedures = recorded.filter { $0.isKnown(op: day) }
        if let day, procedures.isEmpty, !recorded.isEmpty {
          throw Failure(
            .notFound,
            Text(
              nl: "op \(day.text.nl) was over «\(subject.onderwerp)» nog niets gebeurd",
              en: "on \(day.text.en) nothing had happened yet about “\(subject.onderwerp)”"))
        }
        guard !procedures.isEmpty else {
          throw Failure(
            .notFound,
            Text(
              nl: "over «\(subject.onderwerp)» is niets vastgelegd",
              en: "nothing was recorded about “\(subject.onderwerp)”"),
            remedy: Text(nl: "zie waarborg instemming lijst", en: "see waarborg instemming lijst"))
        }
        for (index, procedure) in procedures.enumerated() {
          if shared.json {
            program.terminal.outJSON(try ProcedureJSON(reading, program.catalog, day).json(procedure, facts: true).text)
          } else {
            if index > 0 { program.terminal.out("") }
            program.terminal.out(try summary(procedure, day, program, reading))
            program.terminal.out("")
            program.terminal.out(try history(procedure, day, program, reading))
          }
        }
      }
    }

    private func found(_ program: Program, _ reading: Reading) throws -> [Procedure] {
      let named = try Named(subject, nil, reading, program.catalog)
      if let procedure = named.procedure { return [procedure] }
      return try Procedure.Soort.allCases
        .flatMap { try Procedure.all($0, about: named.onderwerp, in: reading.views) }
        .filter { !named.isExact || $0.isOver(versie: named.versie?.hex, named.aanduiding) }
    }

    private func summary(
      _ procedure: Procedure, _ day: CalendarDate?, _ program: Program, _ reading: Reading
    ) throws -> KeyValueList {
      let last = procedure.geldend(op: day).last
      let stand = procedure.stand(op: day)
      var list = KeyValueList()
      list.add(Text(nl: "Onderwerp", en: "Subject"), "\(try procedure.subject(reading, program.catalog), .emphasis)")
      list.add(Text(nl: "Versie (SHA-256)", en: "Version (SHA-256)"), procedure.versie.map { "\($0)" })
      if procedure.soort == .instemming {
        list.add(Text(nl: "Besluit", en: "Decision"), try procedure.besluit(reading.filter).map { "\($0.text)" })
        list.add(
          Text("WOR art. 27 lid 1"), procedure.worOnderdeel.map { "\($0.rawValue): \($0.text)" })
      }
      list.add(Text(nl: "Orgaan", en: "Body"), "\(procedure.orgaan.text)")
      let since = last.map { Text(", ") + $0.effective.text } ?? Text("")
      list.add(Text(nl: "Stand", en: "Stands"), procedure.standStyled(op: day) + StyledText(since))
      if procedure.soort == .instemming, let stand {
        list.add(
          Text(nl: "Geldt als instemming", en: "Counts as consent"),
          "\(stand.geldtAlsInstemming ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no"))")
      }
      list.add(
        Text(nl: "Let op", en: "Note"),
        last?.historyNote(procedure.orgaan, reading.registry, program.catalog).map { StyledText($0, .warning) })
      list.add(
        Text(nl: "Wacht", en: "Waits"),
        procedure.wacht(na: procedure.geldend(op: day)).map { waits in
          StyledText(
            waits.waarop.text + Text(nl: ", sinds ", en: ", since ") + waits.sinds.effective.text, .warning)
        })
      if let nullity = try Nietigheid(procedure, in: reading.views) {
        let term = nullity.uiterlijk.map { Text(nl: "; uiterlijk \($0.text.nl)", en: "; by \($0.text.en)") }
        list.add(
          Text(nl: "Nietigheid", en: "Nullity"),
          StyledText(
            nullity.text(nullity.gevolg(.unknown)) + (term ?? Text("")), nullity.isTeLaat == .yes ? .warning : .bad))
      }
      list.add(Text(nl: "Kenmerk", en: "Id"), "\(procedure.stream)")
      return list
    }

    private func history(
      _ procedure: Procedure, _ day: CalendarDate?, _ program: Program, _ reading: Reading
    ) throws -> Table {
      var table = Table([
        .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Datum", en: "Date")),
        .init(Text(nl: "Wat", en: "What")), .init(Text(nl: "Ondertekend door", en: "Signed by")),
        .init(Text(nl: "Toelichting", en: "Explanation")),
      ])
      let numbers = Dictionary(procedure.feiten.map { ($0.id, $0.position) }) { first, _ in first }
      for fact in procedure.feiten {
        var what = StyledText(fact.text, fact.counts ? nil : .faint)
        if let at = fact.correctedBy {
          what = what + StyledText(Text(nl: " (vergissing, zie nr \(at))", en: " (mistake, see no \(at))"), .warning)
        }
        if let number = fact[Correction.event].flatMap({ numbers[$0] }) {
          what = what + "\(Text(nl: " van nr \(number)", en: " of no \(number)"))"
        }
        if fact.isHistorical {
          let source = fact[HistoricalFact.bron] ?? "?"
          what =
            what + "\(Text(nl: " (historisch, bron: \(source))", en: " (historical, source: \(source))"))"
        }
        table.row(
          "\(fact.position)", "\(fact.effective.text)", what, "\(fact.signedBy(reading.registry, program.catalog))",
          try Sealed.words(fact, reading))
      }
      return table
    }
  }
}

extension Procedure.Soort {
  /// What stands above its part of the list.
  fileprivate var title: Text {
    switch self {
    case .instemming: Text(nl: "Instemming over", en: "Consent about")
    case .advies: Text(nl: "Advies over", en: "Advice about")
    case .overleg: Text(nl: "Lokaal Overleg over", en: "Agreement about")
    }
  }
}

extension Procedure {
  /// Whether anything had happened on that day.
  func isKnown(op day: CalendarDate?) -> Bool { day == nil || !geldend(op: day).isEmpty }
}
