import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import Organisatie

/// `waarborg termijnen`: every deadline that asks for something, and how it stands.
struct TermijnenCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "termijnen",
    abstract: Language.ofProcess.choose(
      nl: "Toon welke termijnen lopen, naderen of zijn verstreken; met --alle ook wat is gehaald.",
      en: "Show which terms run, are near or have passed; with --alle also what was met."),
    discussion: Language.ofProcess.choose(
      nl: """
        Voorbeelden:
          waarborg termijnen --binnen 14d            wat binnen twee weken moet, en wat al te laat is
          waarborg termijnen --check                 voor een nachtelijke taak: uitgang 1 als iets is verstreken
          waarborg termijnen --ics termijnen.ics     om op te nemen in een agenda
        """,
      en: """
        Examples:
          waarborg termijnen --binnen 14d            what is due within two weeks, and what has passed already
          waarborg termijnen --check                 for a nightly task: exit 1 when something has passed
          waarborg termijnen --ics termijnen.ics     to subscribe to in a calendar
        """))

  @Option(
    help: Language.help(
      nl: "Alleen wat open staat en binnen deze tijd eindigt of al verstreken is, zoals 14d, 6w of 3mnd.",
      en: "Only what is open and ends within this time or has passed already, such as 14d, 6w or 3mnd.", "duur"))
  var binnen: String?
  @Option(
    help: Language.help(nl: "Alleen over dit onderwerp.", en: "Only about this subject.", "onderwerp"))
  var over: String?
  @Flag(
    help: Language.help(
      nl: "Ook wat is gehaald of vervallen.", en: "Also what was met or has lapsed."))
  var alle = false
  @Option(
    help: Language.help(
      nl: "Schrijf een agendabestand (RFC 5545); - is standaarduitvoer.",
      en: "Write a calendar file (RFC 5545); - is standard output.", "bestand"))
  var ics: String?
  @Option(
    help: Language.help(
      nl:
        "Schrijf de termijnen van uw zaken in een agendabestand dat alleen u kunt lezen: alleen de dag en het woord termijn.",
      en: "Write the terms of your cases to a calendar file that only you can read: the day and the word term only.",
      "bestand"))
  var vertrouwelijk: String?
  @Flag(
    help: Language.help(
      nl: "Eindig met 1 als een termijn is verstreken; zaken tellen niet mee, omdat anderen de uitgang zien.",
      en: "End with 1 when a term has passed; cases do not count, because others see the exit."))
  var check = false
  @OptionGroup var pages: PageOptions
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  /// How many days before its raw end a term is near, unless `--binnen` says otherwise.
  private static let warnBefore = 14

  func validate() throws {
    if vertrouwelijk != nil, ics != nil {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "--vertrouwelijk en --ics gaan niet samen: het ene is alleen voor u",
          en: "--vertrouwelijk and --ics do not go together: the one is for you alone"))
    }
  }

  func run(_ program: Program) throws {
    let reader = try program.reader(options.key)
    // What is only for this reader is in no view, so that nothing tells that it is left out.
    if reader == nil { program.tellClosed(options.key) }
    let passed = try program.read(options, as: reader) { book, reading in
      let today = try options.day(book.today)
      if let vertrouwelijk {
        try PrivateCalendar(sealed(reader, program, book, reading, today, alle: false), book).write(vertrouwelijk)
        program.terminal.note(
          StyledText.verdict(
            .good,
            Text(
              nl: "geschreven naar \(vertrouwelijk), alleen voor u leesbaar",
              en: "written to \(vertrouwelijk), readable for you alone")))
        return 0
      }
      let warnBefore = try binnen.map { try days($0, from: today, by: Kalenders(reading.views)) } ?? Self.warnBefore
      let page = try pages.page(shared)
      // What is shared with others, as a calendar file or a nightly check, has nothing of cases.
      let own = ics == nil && !check ? try sealed(reader, program, book, reading, today, alle: alle) : []
      let judged = try [JudgedTerm](
        asked(page, reading, program.catalog, today) + own, today: today, warnBefore: warnBefore)
      let terms = try about(judged, reading, program.catalog)
      // What cannot be computed may be due as well: it is never left out.
      let selected = binnen == nil ? terms : terms.filter { $0.isOpen && $0.status != .loopt }
      try show(selected, page, book, reading, today, program)
      return selected.filter { $0.status == .verstreken }.count
    }
    if check, passed > 0 {
      throw Failure(
        .foundWanting,
        Text(
          nl: passed == 1 ? "1 termijn is verstreken" : "\(passed) termijnen zijn verstreken",
          en: passed == 1 ? "1 term has passed" : "\(passed) terms have passed"))
    }
  }

  /// The clocks that only this reader may know of.
  private func sealed(
    _ reader: UnlockedKey?, _ program: Program, _ book: Grootboek, _ reading: Reading, _ today: CalendarDate,
    alle: Bool
  ) throws -> [RunningTerm] {
    guard let reader else { return [] }
    return try Installed.plugins.flatMap {
      try $0.sealedTerms(for: reader, program, book, reading, on: today, alle: alle)
    }
  }

  /// The terms to choose from: those up to the end of the page, or all that ask for something where the choice needs
  /// them, or all that ever ran.
  private func asked(
    _ page: ListPage, _ reading: Reading, _ catalog: Catalog, _ today: CalendarDate
  ) throws -> [RunningTerm] {
    let terms: [RunningTerm]
    if alle {
      terms = try catalog.plugins.flatMap { try $0.terms(in: reading.views, on: today) }
    } else {
      let needsAll = check || ics != nil || binnen != nil || over != nil
      let upTo = ListPage(limit: needsAll ? nil : page.limit.map { $0 + page.offset })
      terms = try catalog.openTerms(in: reading.views, on: today, upTo)
    }
    // What others read does not tell by what is left out of it how something sealed turned out.
    let running = ics == nil ? try terms.filter { try reading.filter.runs($0) != .no } : terms
    return try running.map { term in
      // A plugin knows how people call its own subjects only.
      let subject = term.subject
      guard subject.handle == subject.stream.description else { return term }
      return term.named(try reading.handle(of: subject.stream, versie: subject.versie, catalog))
    }
  }

  /// The terms of the subject that was asked for: as the list itself calls it, or as a command does.
  private func about(_ terms: [JudgedTerm], _ reading: Reading, _ catalog: Catalog) throws -> [JudgedTerm] {
    guard let over else { return terms }
    let listed = terms.filter { $0.term.subject.handle == over }
    guard listed.isEmpty else { return listed }
    let stream = try reading.subject(over, catalog).stream
    return terms.filter { $0.term.subject.stream == stream }
  }

  private func show(
    _ terms: [JudgedTerm], _ page: ListPage, _ book: Grootboek, _ reading: Reading, _ today: CalendarDate,
    _ program: Program
  ) throws {
    if let ics {
      let revision = CalendarRevision(events: reading.size, recorded: try reading.recordedAt() ?? book.now, on: today)
      let file = TermCalendarFile(terms, origin: book.origin, stamp: revision.stamp, sequence: revision.sequence)
      if ics == "-" { return program.terminal.outExactly(file.text) }
      try RewrittenFile.write(Array(file.text.utf8), to: ics)
    }
    let rest = terms.dropFirst(page.offset)
    let found = Array(page.limit.map { rest.prefix($0) } ?? rest)
    let terms = try pages.shown(found, shared, on: program.terminal)
    if shared.json {
      for term in terms { program.terminal.outJSON(term.json(today).text) }
    } else {
      TermListing(terms, today: today, isPart: page.offset > 0 || terms.count < found.count)
        .print(on: program.terminal, isFiltered: binnen != nil || over != nil)
    }
  }

  /// How many days a length is from today on.
  private func days(_ text: String, from today: CalendarDate, by calendars: Kalenders) throws -> Int {
    do {
      let rule = TermRule(try TermLength(text), .eigenRegel)
      guard !rule.isInHours else { throw TermProblem.malformedLength(text) }
      let end = try TermCalculation(rule, from: today, by: calendars.kalender(voor: today))
      return end.raw.daysSinceEpoch - today.daysSinceEpoch
    } catch let problem as TermProblem {
      throw Failure(.badInput, Text("--binnen: ") + problem.text, remedy: Text("--binnen 14d"))
    }
  }
}

extension JudgedTerm {
  /// The term for programs: one object a line.
  func json(_ today: CalendarDate) -> JSON {
    let declaration = term.declaration
    let duration: JSON =
      if case .counted(let rule, _) = term.end { .string(rule.text.nl) } else { .null }
    let start: JSON =
      if case .counted(_, let start) = term.end { start.date?.json ?? .null } else { .null }
    return [
      "id": .string(declaration.id), "naam": .string(declaration.name.nl),
      "onderwerp": .string(term.subject.handle), "stream": term.subject.stream.json,
      "status": status.map { .string($0.rawValue) } ?? .null, "vanaf": start, "duur": duration,
      "wettelijk": .bool(declaration.isStatutory), "ruw": raw?.json ?? .null, "uiterlijk": latest?.json ?? .null,
      "uiterst": isExact ? .null : latestPossible?.json ?? .null,
      "dagen": raw.map { .int(Int64($0.daysSinceEpoch - today.daysSinceEpoch)) } ?? .null,
      "som": sum.map { .string($0.nl) } ?? .null, "ontbreekt": missing.map { .string($0.nl) } ?? .null,
      "bronnen": .array(sources.map { .string($0) }), "kalender": .string(term.calendar.version),
      "gehaaldOp": term.met?.json ?? .null, "vervallenOp": term.withdrawn?.json ?? .null,
      "bindtEerst": .bool(bindsFirst), "start": .string(declaration.starts.nl),
      "gehaaldDoor": .string(declaration.meets.nl),
      "verlenging": declaration.extensible.map { .string($0.nl) } ?? .null,
      "gevolg": .string(declaration.consequence.nl), "bron": .string(declaration.source),
      "positions": .array(([term.startedBy] + term.positions).map { .int(Int64($0)) }),
    ]
  }
}
