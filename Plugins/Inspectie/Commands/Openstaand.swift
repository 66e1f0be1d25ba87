import ArgumentParser
import Console
import Governance
import Ledger

extension InspectieCommand {
  /// `waarborg inspectie openstaand`
  struct Openstaand: ProgramCommand {
    static let configuration = CommandConfiguration(
      "openstaand",
      nl: "Toon wat niet in orde is: welke maatregel, wat eraan ontbreekt, sinds wanneer, en op wie het wacht.",
      en: "Show what is not in order: which measure, what is missing, since when, and who is waited on.",
      discussion: Text(
        nl:
          "--json schrijft een object per regel: soort (bevinding of termijn), over, wat, sinds, uiterlijk, wachtOp, zeker.",
        en: "--json writes an object a line: soort (bevinding or termijn), over, wat, sinds, uiterlijk, wachtOp, zeker."
      ))
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let day = try options.day(book.today)
        let found = try reading.views.subjects(Maatregel.self, Maatregel.State.bevindingen, on: day, page.page(shared))
        let shown = try page.shown(found, shared, on: program.terminal)
        let findings = try shown.compactMap { try Bevinding($0, on: day, reading) }
        let clocks = [JudgedTerm](
          try InspectiePlugin().openTerms(in: reading.views, on: day), today: day, warnBefore: 14)
        if shared.json {
          for finding in findings { program.terminal.outJSON(finding.json.text) }
          for clock in clocks { program.terminal.outJSON(try clock.openstaand(on: day, reading.views).text) }
          return
        }
        guard !findings.isEmpty || !clocks.isEmpty else {
          program.terminal.out(
            StyledText(
              Text(nl: "Er staat niets open op \(day.text.nl).", en: "Nothing is open on \(day.text.en)."), .good))
          return
        }
        if !findings.isEmpty { program.terminal.out(Self.table(findings)) }
        if !findings.isEmpty, !clocks.isEmpty { program.terminal.out("") }
        if !clocks.isEmpty { program.terminal.out(try Self.table(clocks, on: day, reading.views)) }
      }
    }

    private static func table(_ findings: [Bevinding]) -> Table {
      var table = Table([
        .init(Text(nl: "Maatregel", en: "Measure"), overflow: .keep), .init(Text(nl: "Wat", en: "What it is")),
        .init(Text(nl: "Niet in orde", en: "Not in order")), .init(Text(nl: "Sinds", en: "Since")),
        .init(Text(nl: "Wacht op", en: "Waits for")),
      ])
      for finding in findings {
        table.row(
          "\(finding.handle)", "\(finding.omschrijving)", StyledText(finding.wat, .bad),
          "\(finding.sinds?.text ?? Text("-"))", "\(finding.wachtOp)")
      }
      return table
    }

    private static func table(
      _ clocks: [JudgedTerm], on day: CalendarDate, _ views: ViewReader
    ) throws -> Table {
      var table = Table([
        .init(Text(nl: "Uiterlijk", en: "Due")), .init(Text(nl: "Termijn", en: "Term")),
        .init(Text(nl: "Over", en: "About"), overflow: .keep), .init(Text(nl: "Stand", en: "Stands")),
        .init(Text(nl: "Wacht op", en: "Waits for")),
      ])
      for clock in clocks {
        table.row(
          "\(clock.latest?.text ?? Text("?"))", "\(clock.term.declaration.name)", "\(clock.term.subject.handle)",
          StyledText(
            clock.status.map { Text($0.rawValue) } ?? clock.missing ?? Text("-"),
            clock.status == .verstreken ? .bad : .warning), "\(try clock.wachtOp(on: day, views))")
      }
      return table
    }
  }
}

/// Something about a measure that is not in order.
struct Bevinding {
  let handle: String
  let omschrijving: String
  let state: Maatregel.State
  let isZeker: Bool
  /// From which day on, as far as it went on without a break.
  let sinds: CalendarDate?
  let wachtOp: Text

  init?(_ listed: Listed<Maatregel.State>, on day: CalendarDate, _ reading: Reading) throws {
    let views = reading.views
    guard let measure = try views.subject(Maatregel.self, listed.key) else { return nil }
    handle = try Maatregel.handle(of: measure.stream, views) ?? "\(measure.stream)"
    omschrijving = measure.feiten.laatste(MaatregelVastgelegd.omschrijving) ?? "-"
    state = listed.state
    isZeker = listed.certainty == .yes
    var since: CalendarDate?
    for change in Set(try measure.days(in: views)).filter({ $0 <= day }).sorted(by: >) {
      guard try measure.standing(on: change, in: views).contains(where: { $0.state == listed.state }) else { break }
      since = change
    }
    sinds = since
    // What lacks an owner waits for whoever answers for the plan; the rest for the owner.
    let owner = try measure.verantwoordelijke(on: day, views)
    wachtOp =
      owner.isEen
      ? try owner.text(views)
      : Text(nl: "wie het plan vaststelt: een verantwoordelijke", en: "who adopts the plan: someone responsible")
  }

  var wat: Text { isZeker ? state.text : state.text + Text(nl: " (onzeker)", en: " (uncertain)") }

  var json: JSON {
    [
      "soort": "bevinding", "over": .string(handle), "wat": .string(state.rawValue), "sinds": sinds?.json ?? .null,
      "uiterlijk": .null, "wachtOp": .string(wachtOp.nl), "zeker": .bool(isZeker),
    ]
  }
}

extension JudgedTerm {
  /// Who is to do what it asks: who answers for the measure, or the employer, with the works council where it takes part.
  fileprivate func wachtOp(on day: CalendarDate, _ views: ViewReader) throws -> Text {
    if let measure = try views.subject(Maatregel.self, SubjectKey(term.subject.stream)) {
      return try measure.verantwoordelijke(on: day, views).text(views)
    }
    return term.declaration.id == InspectieTerms.evaluatieMetOr.id
      ? Text(nl: "werkgever en ondernemingsraad", en: "employer and works council")
      : Text(nl: "werkgever", en: "employer")
  }

  fileprivate func openstaand(on day: CalendarDate, _ views: ViewReader) throws -> JSON {
    [
      "soort": "termijn", "over": .string(term.subject.handle), "wat": .string(term.declaration.id), "sinds": .null,
      "uiterlijk": latest?.json ?? .null, "wachtOp": .string(try wachtOp(on: day, views).nl),
      "zeker": .bool(status != nil),
    ]
  }
}
