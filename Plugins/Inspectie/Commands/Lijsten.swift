import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// A list of subjects of one kind, a page at a time: a row of a table for a person, an object a line for a program.
protocol OnderwerpenCommand: ProgramCommand {
  associatedtype Soort: Genoemd
  var page: PageOptions { get }
  var options: ReadingOptions { get }
  /// The headings after that of the handle.
  static var columns: [Table.Column] { get }
  /// What is said when there are none.
  static var none: Text { get }
  /// The rest of a row, and the members of its object after the handle.
  func row(_ subject: Soort, on day: CalendarDate, _ reading: Reading) throws -> (
    cells: [StyledText], json: [JSON.Member]
  )
}

extension OnderwerpenCommand {
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try program.read(options) { book, reading in
      let (day, views) = (try options.day(book.today), reading.views)
      let keys = try views.keys(Soort.self, series: Soort.kind, page.page(shared))
      var table = Table([.init(Text(nl: "Kenmerk", en: "Handle"), overflow: .keep)] + Self.columns)
      for key in try page.shown(keys, shared, on: program.terminal) {
        guard let subject = try views.subject(Soort.self, key), let number = try views.number(Soort.self, key),
          try !subject.standing(on: day, in: views).isEmpty
        else { continue }
        let handle = "\(Soort.kind)-\(number.number)"
        let row = try row(subject, on: day, reading)
        if shared.json {
          program.terminal.outJSON(JSON.object([.init("kenmerk", .string(handle))] + row.json).text)
        } else {
          table.row([StyledText(handle)] + row.cells)
        }
      }
      if shared.json { return }
      if table.isEmpty { return program.terminal.note(Self.none) }
      program.terminal.out(table)
    }
  }
}

extension Subject where State: NamedCode & Hashable {
  /// How it stands on a day, in words; what is only possible is said to be.
  func standText(_ states: [State], on day: CalendarDate, _ views: ViewReader) throws -> Text {
    let found = try standing(on: day, in: views).filter { states.contains($0.state) }
    let texts = found.map {
      $0.certainty == .yes ? $0.state.text : $0.state.text + Text(nl: " (onzeker)", en: " (uncertain)")
    }
    return Text(nl: texts.map(\.nl).joined(separator: "; "), en: texts.map(\.en).joined(separator: "; "))
  }

  /// The same for a program.
  func standJSON(_ states: [State], on day: CalendarDate, _ views: ViewReader) throws -> JSON {
    .array(
      try standing(on: day, in: views).filter { states.contains($0.state) }.map {
        ["stand": .string($0.state.rawValue), "zeker": .bool($0.certainty == .yes)]
      })
  }
}

extension InspectieCommand {
  /// `waarborg inspectie lijst`
  struct Lijst: OnderwerpenCommand {
    typealias Soort = Inspectiezaak

    static let configuration = CommandConfiguration("lijst", nl: "Toon de inspecties.", en: "Show the inspections.")
    static var columns: [Table.Column] {
      [
        .init(Text(nl: "Sinds", en: "Since")), .init(Text(nl: "Stand", en: "Stands")),
        .init(Text(nl: "Kenmerk van de eis", en: "Reference of the order")),
        .init(Text(nl: "Voldoen uiterlijk", en: "Due")),
      ]
    }
    static var none: Text {
      Text(
        nl: "Er zijn geen inspecties vastgelegd: waarborg inspectie voer-uit --gehoord …",
        en: "No inspections are recorded: waarborg inspectie voer-uit --gehoord …")
    }
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions

    func row(
      _ subject: Inspectiezaak, on day: CalendarDate, _ reading: Reading
    ) throws -> (cells: [StyledText], json: [JSON.Member]) {
      let (begin, states) = (subject.feiten[0].effective, Inspectiezaak.State.allCases)
      let (reference, due) = (subject.eis?[EisOpgelegd.kenmerk], subject.uiterlijk)
      return (
        [
          "\(begin.text)", StyledText(try subject.standText(states, on: day, reading.views)), "\(reference ?? "-")",
          "\(due?.text ?? Text("-"))",
        ],
        [
          .init("sinds", begin.json), .init("standen", try subject.standJSON(states, on: day, reading.views)),
          .init("eis", reference?.json ?? .null), .init("uiterlijk", due?.json ?? .null),
        ]
      )
    }
  }
}

extension RieCommand {
  /// `waarborg rie lijst`
  struct Lijst: OnderwerpenCommand {
    typealias Soort = Rie

    static let configuration = CommandConfiguration("lijst", nl: "Toon de RI&E's.", en: "Show the inventories.")
    static var columns: [Table.Column] {
      [
        .init(Text(nl: "Waarover", en: "About")), .init(Text(nl: "Uitgevoerd", en: "Done")),
        .init(Text(nl: "Stand", en: "Stands")), .number(Text(nl: "Maatregelen", en: "Measures")),
      ]
    }
    static var none: Text {
      Text(
        nl: "Er zijn geen RI&E's vastgelegd: waarborg rie voer-uit --reikwijdte …",
        en: "No inventories are recorded: waarborg rie voer-uit --reikwijdte …")
    }
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions

    func row(
      _ subject: Rie, on day: CalendarDate, _ reading: Reading
    ) throws -> (cells: [StyledText], json: [JSON.Member]) {
      let (begin, states) = (subject.feiten[0], Rie.State.allCases)
      let measures = try subject.maatregelen(reading.views).count
      let about = begin[RieUitgevoerd.reikwijdte] ?? "-"
      return (
        [
          "\(about)", "\(begin.effective.text)", StyledText(try subject.standText(states, on: day, reading.views)),
          "\(measures)",
        ],
        [
          .init("reikwijdte", .string(about)), .init("uitgevoerd", begin.effective.json),
          .init("standen", try subject.standJSON(states, on: day, reading.views)),
          .init("maatregelen", .int(Int64(measures))),
        ]
      )
    }
  }

  /// `waarborg rie maatregelen`
  struct Maatregelen: OnderwerpenCommand {
    typealias Soort = Maatregel

    static let configuration = CommandConfiguration(
      "maatregelen", nl: "Toon de maatregelen: wie, voor wanneer, en of zij werken.",
      en: "Show the measures: who, by when, and whether they work.")
    static var columns: [Table.Column] {
      [
        .init(Text(nl: "Maatregel", en: "Measure")), .init(Text(nl: "Verantwoordelijk", en: "Responsible")),
        .init(Text(nl: "Uitvoeren uiterlijk", en: "Carry out by")),
        .init(Text(nl: "Evalueren uiterlijk", en: "Evaluate by")),
        .init(Text(nl: "Stand", en: "Stands")), .init(Text(nl: "Werkt", en: "Works")),
      ]
    }
    static var none: Text {
      Text(
        nl: "Er zijn geen maatregelen vastgelegd: waarborg rie maatregel TEKST --soort …",
        en: "No measures are recorded: waarborg rie maatregel TEXT --soort …")
    }
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions

    func row(
      _ subject: Maatregel, on day: CalendarDate, _ reading: Reading
    ) throws -> (cells: [StyledText], json: [JSON.Member]) {
      let beeld = try Maatregelbeeld(subject, on: day, reading)
      return (
        [
          "\(beeld.omschrijving)", StyledText(beeld.verantwoordelijke, beeld.isEen ? nil : .bad),
          "\(beeld.planning.uitvoerenVoor?.text ?? Text("-"))", "\(beeld.planning.evaluerenVoor?.text ?? Text("-"))",
          StyledText(try subject.standText(Maatregel.State.voortgang, on: day, reading.views)),
          "\(beeld.uitkomst?.text ?? Text("-"))",
        ], try beeld.json(subject, on: day, reading)
      )
    }
  }
}

/// A measure on a day, as lists and cards show it.
struct Maatregelbeeld {
  let omschrijving: String
  let verantwoordelijke: Text
  let isEen: Bool
  let planning: Maatregel.Planning
  let uitkomst: UitkomstMaatregel?

  init(_ subject: Maatregel, on day: CalendarDate, _ reading: Reading) throws {
    let facts = Verloop(subject.feiten, op: day).mogelijk
    let owner = try subject.verantwoordelijke(on: day, reading.views)
    omschrijving = subject.feiten.laatste(MaatregelVastgelegd.omschrijving) ?? "-"
    isEen = owner.isEen
    // Who that is, for whoever may read it.
    let name: Text? =
      if case .een(let holding) = owner { try reading.filter.reveal(holding.naam).string.map { Text($0) } } else { nil }
    verantwoordelijke = try owner.text(reading.views) + (name.map { Text(": ") + $0 } ?? Text(""))
    planning = Maatregel.Planning(facts)
    uitkomst = facts.laatste(MaatregelGeevalueerd.uitkomst)
  }

  func json(_ subject: Maatregel, on day: CalendarDate, _ reading: Reading) throws -> [JSON.Member] {
    [
      .init("omschrijving", .string(omschrijving)), .init("verantwoordelijke", .string(verantwoordelijke.nl)),
      .init("eenPersoon", .bool(isEen)), .init("uitvoerenVoor", planning.uitvoerenVoor?.json ?? .null),
      .init("evaluerenVoor", planning.evaluerenVoor?.json ?? .null),
      .init("criterium", planning.criterium?.json ?? .null), .init("uitkomst", uitkomst?.json ?? .null),
      .init("standen", try subject.standJSON(Maatregel.State.allCases, on: day, reading.views)),
    ]
  }
}

extension BewijsCommand {
  /// `waarborg inspectie bewijs lijst`
  struct BewijsLijst: OnderwerpenCommand {
    typealias Soort = LosBewijs

    static let configuration = CommandConfiguration("lijst", nl: "Toon de bewijzen.", en: "Show the evidence.")
    static var columns: [Table.Column] {
      [
        .init(Text(nl: "Wat", en: "What")), .init(Text(nl: "Gedaan", en: "Done")),
        .init(Text(nl: "Verzameld", en: "Collected")), .init(Text(nl: "Vastgelegd", en: "Recorded")),
        .init(Text(nl: "Eisen", en: "Demands")),
      ]
    }
    static var none: Text {
      Text(
        nl: "Er is geen bewijs vastgelegd: waarborg inspectie bewijs",
        en: "No evidence is recorded: waarborg inspectie bewijs")
    }
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions

    func row(
      _ subject: LosBewijs, on day: CalendarDate, _ reading: Reading
    ) throws -> (cells: [StyledText], json: [JSON.Member]) {
      let fact = subject.feit
      let collected = fact[Bewijs.verzameldOp]
      let demands = fact[Bewijs.eisen] ?? []
      return (
        [
          "\(fact.type)", "\(fact.effective.text)", "\(collected?.text ?? Text("-"))", "\(fact.recordedOn.text)",
          "\(demands.joined(separator: ", "))",
        ],
        [
          .init("event", .string(fact.type)), .init("gedaan", fact.effective.json),
          .init("verzameld", collected?.json ?? .null), .init("vastgelegd", fact.recordedOn.json),
          .init("eisen", demands.json),
        ]
      )
    }
  }
}
