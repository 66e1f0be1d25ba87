import ArgumentParser
import Console
import Governance
import Ledger

/// A command that shows everything that was recorded of one subject.
protocol ToonCommand: ProgramCommand {
  associatedtype Soort: Genoemd
  var over: Over<Soort> { get }
  var options: ReadingOptions { get }
  /// What stands above the facts.
  func add(_ subject: Soort, on day: CalendarDate, _ reading: Reading, to list: inout KeyValueList) throws
  /// The same for a program.
  func json(_ subject: Soort, on day: CalendarDate, _ reading: Reading) throws -> [JSON.Member]
}

extension ToonCommand {
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try program.read(options) { book, reading in
      let (day, views) = (try options.day(book.today), reading.views)
      let stream = try Soort.require(over.kenmerk, views)
      let handle = try Soort.handle(of: stream, views) ?? over.kenmerk
      let subject = try views.subject(Soort.self, SubjectKey(stream))
      let sheet = Feitenblad(try views.facts(in: stream), reading, program.catalog)
      let terms = [JudgedTerm](try subject?.terms(on: day, in: views) ?? [], today: day, warnBefore: 14)
      if shared.json {
        let own = try subject.map { try json($0, on: day, reading) } ?? []
        program.terminal.outJSON(
          JSON.object(
            [.init("kenmerk", .string(handle)), .init("stroom", stream.json)] + own + [
              .init("termijnen", .array(terms.map(\.kort))), .init("feiten", .array(try sheet.json())),
            ]
          ).text)
        return
      }
      var list = KeyValueList()
      list.add(Text(nl: "Kenmerk", en: "Handle"), "\(handle), \(stream)")
      if let subject {
        try add(subject, on: day, reading, to: &list)
      } else {
        list.add(
          Text(nl: "Stand", en: "Stands"),
          StyledText(Text(nl: "vergissing: telt niet meer", en: "a mistake: counts no more"), .faint))
      }
      for term in terms { list.add(term.term.declaration.name, StyledText(term.zin, term.isOpen ? .warning : .faint)) }
      program.terminal.out(list)
      program.terminal.out("")
      program.terminal.out(try sheet.table())
    }
  }
}

extension JudgedTerm {
  /// When it ends and how it stands, in a few words.
  var zin: Text {
    // A duty without a day is never late: what was done was done.
    if term.end == .on(.unknown), let met = term.met { return Text(nl: "gedaan: ", en: "done: ") + met.text }
    let status =
      status?.text ?? missing.map { Text(nl: "mist: ", en: "misses: ") + $0 } ?? Text("-")
    return (latest?.text ?? Text("?")) + Text(" (") + status + Text(")") + (sum.map { Text(": ") + $0 } ?? Text(""))
  }

  /// The same for a program.
  var kort: JSON {
    [
      "termijn": .string(term.declaration.id), "ruw": raw?.json ?? .null, "uiterlijk": latest?.json ?? .null,
      "status": (status?.rawValue).map { .string($0) } ?? .null,
    ]
  }
}

extension InspectieCommand {
  /// `waarborg inspectie toon`
  struct Toon: ToonCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon één inspectie: stand, termijnen en alles wat is vastgelegd.",
      en: "Show one inspection: how it stands, its terms and all that was recorded.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var options: ReadingOptions

    func add(
      _ subject: Inspectiezaak, on day: CalendarDate, _ reading: Reading, to list: inout KeyValueList
    ) throws {
      let states = Inspectiezaak.State.allCases
      list.add(Text(nl: "Stand", en: "Stands"), StyledText(try subject.standText(states, on: day, reading.views)))
      list.add(Text(nl: "Eis", en: "Order"), subject.eis?[EisOpgelegd.kenmerk].map { "\($0)" })
      list.add(Text(nl: "Eisenboom", en: "Tree"), subject.eis?[EisOpgelegd.boom].map { "\($0)" })
      list.add(Text(nl: "Voldoen uiterlijk", en: "Due"), subject.uiterlijk.map { "\($0.text)" })
    }

    func json(_ subject: Inspectiezaak, on day: CalendarDate, _ reading: Reading) throws -> [JSON.Member] {
      [
        .init("standen", try subject.standJSON(Inspectiezaak.State.allCases, on: day, reading.views)),
        .init("eis", subject.eis?[EisOpgelegd.kenmerk]?.json ?? .null),
        .init("boom", subject.eis?[EisOpgelegd.boom]?.json ?? .null),
        .init("uiterlijk", subject.uiterlijk?.json ?? .null),
      ]
    }
  }
}

extension RieCommand {
  /// `waarborg rie toon`: an inventory, or a measure.
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon één RI&E (rie-1) of één maatregel (maatregel-1) met alles wat is vastgelegd.",
      en: "Show one inventory (rie-1) or one measure (maatregel-1) with all that was recorded.")
    @Argument(help: Language.help(nl: "rie-1 of maatregel-1.", en: "rie-1 or maatregel-1.", "kenmerk"))
    var kenmerk: String
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let isMeasure = kenmerk.hasPrefix("\(Maatregel.kind)-") || kenmerk.hasPrefix("\(Maatregel.streamKind)/")
      if isMeasure { return try Maatregelkaart(kenmerk: kenmerk, options: options).run(program) }
      try Riekaart(kenmerk: kenmerk, options: options).run(program)
    }
  }
}

/// An inventory as `rie toon` shows it.
private struct Riekaart: ToonCommand {
  @OptionGroup var over: Over<Rie>
  @OptionGroup var options: ReadingOptions

  init() {}
  init(kenmerk: String, options: ReadingOptions) {
    over = Over(kenmerk)
    self.options = options
  }

  func add(_ subject: Rie, on day: CalendarDate, _ reading: Reading, to list: inout KeyValueList) throws {
    let states = Rie.State.allCases
    list.add(Text(nl: "Waarover", en: "About"), subject.feiten.laatste(RieUitgevoerd.reikwijdte).map { "\($0)" })
    list.add(Text(nl: "Stand", en: "Stands"), StyledText(try subject.standText(states, on: day, reading.views)))
    list.add(Text(nl: "Maatregelen", en: "Measures"), "\(try subject.maatregelen(reading.views).count)")
  }

  func json(_ subject: Rie, on day: CalendarDate, _ reading: Reading) throws -> [JSON.Member] {
    [
      .init("reikwijdte", subject.feiten.laatste(RieUitgevoerd.reikwijdte)?.json ?? .null),
      .init("standen", try subject.standJSON(Rie.State.allCases, on: day, reading.views)),
      .init(
        "maatregelen",
        .array(
          try subject.maatregelen(reading.views).map { .string(try Maatregel.handle(of: $0, reading.views) ?? "\($0)") }
        )),
    ]
  }
}

/// A measure as `rie toon` shows it.
private struct Maatregelkaart: ToonCommand {
  @OptionGroup var over: Over<Maatregel>
  @OptionGroup var options: ReadingOptions

  init() {}
  init(kenmerk: String, options: ReadingOptions) {
    over = Over(kenmerk)
    self.options = options
  }

  func add(_ subject: Maatregel, on day: CalendarDate, _ reading: Reading, to list: inout KeyValueList) throws {
    let beeld = try Maatregelbeeld(subject, on: day, reading)
    list.add(Text(nl: "Maatregel", en: "Measure"), "\(beeld.omschrijving)")
    list.add(
      Text(nl: "Verantwoordelijk", en: "Responsible"), StyledText(beeld.verantwoordelijke, beeld.isEen ? nil : .bad))
    list.add(Text(nl: "Criterium", en: "Criterion"), beeld.planning.criterium.map { "\($0)" })
    list.add(
      Text(nl: "Stand", en: "Stands"),
      StyledText(try subject.standText(Maatregel.State.voortgang, on: day, reading.views)))
    let open = try subject.standText(Maatregel.State.bevindingen, on: day, reading.views)
    list.add(Text(nl: "Openstaand", en: "Open"), open.nl.isEmpty ? nil : StyledText(open, .bad))
    list.add(Text(nl: "Werkt", en: "Works"), beeld.uitkomst.map { "\($0.text)" })
  }

  func json(_ subject: Maatregel, on day: CalendarDate, _ reading: Reading) throws -> [JSON.Member] {
    try Maatregelbeeld(subject, on: day, reading).json(subject, on: day, reading)
  }
}

extension BewijsCommand {
  /// `waarborg inspectie bewijs toon`
  struct BewijsToon: ToonCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon één bewijs.", en: "Show one piece of evidence.")
    @OptionGroup var over: Over<LosBewijs>
    @OptionGroup var options: ReadingOptions

    func add(_ subject: LosBewijs, on day: CalendarDate, _ reading: Reading, to list: inout KeyValueList) throws {
      list.add(Text(nl: "Wat", en: "What"), "\(subject.feit.type)")
      list.add(Text(nl: "Eisen", en: "Demands"), subject.feit[Bewijs.eisen].map { "\($0.joined(separator: ", "))" })
    }

    func json(_ subject: LosBewijs, on day: CalendarDate, _ reading: Reading) throws -> [JSON.Member] {
      [.init("event", .string(subject.feit.type)), .init("eisen", (subject.feit[Bewijs.eisen] ?? []).json)]
    }
  }
}
