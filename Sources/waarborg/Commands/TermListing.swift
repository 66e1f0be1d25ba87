import Console
import Governance

/// Terms for a person: on a terminal a bar for each, elsewhere a table with one line for each.
struct TermListing {
  private let terms: [JudgedTerm]
  private let today: CalendarDate
  private let isPart: Bool

  /// - Parameter isPart: Whether the list is longer than what is shown here, so that no sum is taken for that of all.
  init(_ terms: [JudgedTerm], today: CalendarDate, isPart: Bool) {
    self.terms = terms
    self.today = today
    self.isPart = isPart
  }

  func print(on terminal: Terminal, isFiltered: Bool) {
    guard !terms.isEmpty else {
      return terminal.note(
        isFiltered
          ? Text(
            nl: "Op \(today.text.nl) voldoet geen termijn aan de vraag.",
            en: "On \(today.text.en) no term answers the question.")
          : Text(
            nl: "Op \(today.text.nl) loopt of liep er geen termijn.", en: "On \(today.text.en) no term runs or ran."))
    }
    // What nobody can compute a day for stands apart, so that it is not lost among the days.
    let undated = terms.filter { $0.isOpen && $0.raw == nil }
    let dated = terms.filter { !$0.isOpen || $0.raw != nil }
    if !dated.isEmpty { print(dated, on: terminal) }
    if !undated.isEmpty {
      if !dated.isEmpty { terminal.out("") }
      terminal.out(StyledText(Text(nl: "Zonder dag", en: "Without a day"), .emphasis))
      print(undated, on: terminal)
    }
    let lines = StyledText(summary).wrapped(to: terminal.width, indent: 2, in: terminal.language)
    for line in lines { terminal.note(line) }
  }

  private func print(_ terms: [JudgedTerm], on terminal: Terminal) {
    if terminal.output.isTerminal {
      terminal.out(lines: terms.flatMap { block($0, terminal.width, terminal.language) })
    } else {
      terminal.out(table(terms))
    }
  }

  // MARK: One glance

  private static let barWidth = 20

  /// A bar with the status and the day, and under it what it is about and why the day is that day.
  private func block(_ term: JudgedTerm, _ width: Int, _ language: Language) -> [StyledText] {
    let label = (term.status?.text ?? Text(nl: "onbekend", en: "unknown"))(language)
    let padding = String(repeating: " ", count: max(0, 11 - label.count))
    let head: StyledText =
      "\(term.sign, term.style) \(label, term.style)\(padding)\(bar(term))  \(when(term))"
    let name: StyledText = "  \(term.term.declaration.name, .emphasis)  \(term.term.subject.handle, .faint)"
    return wrapped(head, width, language) + wrapped(name, width, language)
      + details(term).flatMap { wrapped(StyledText(Text("  ") + $0, .faint), width, language) } + [""]
  }

  /// How much of the time has gone: full when it has, empty when nobody can tell.
  private func bar(_ term: JudgedTerm) -> StyledText {
    guard let start = term.start, let raw = term.raw else {
      return StyledText(String(repeating: "·", count: Self.barWidth), .faint)
    }
    let whole = max(1, raw.daysSinceEpoch - start.daysSinceEpoch)
    let gone = min(max(0, today.daysSinceEpoch - start.daysSinceEpoch), whole)
    let cells = term.isOpen ? gone * Self.barWidth / whole : Self.barWidth
    return StyledText(String(repeating: "█", count: cells), term.style)
      + StyledText(String(repeating: "░", count: Self.barWidth - cells), .faint)
  }

  private func when(_ term: JudgedTerm) -> StyledText {
    guard let raw = term.raw else {
      return StyledText(Text(nl: "niet te berekenen", en: "cannot be computed"), .warning)
    }
    let day = term.isExact ? raw.text : Text(nl: "vanaf ", en: "from ") + raw.text
    guard term.isOpen else { return "\(day)\(done(term))" }
    return "\(day), \(distance(raw))"
  }

  private func done(_ term: JudgedTerm) -> Text {
    switch term.status {
    case .gehaald, .teLaat:
      term.term.met.map { Text(nl: ", gebeurd op ", en: ", done on ") + $0.text } ?? Text("")
    case .vervallen: term.term.withdrawn.map { Text(nl: ", vervallen op ", en: ", lapsed on ") + $0.text } ?? Text("")
    default: Text("")
    }
  }

  private func distance(_ raw: CalendarDate) -> Text {
    let days = raw.daysSinceEpoch - today.daysSinceEpoch
    return switch days {
    case 0: Text(nl: "vandaag", en: "today")
    case 1: Text(nl: "morgen", en: "tomorrow")
    case -1: Text(nl: "gisteren", en: "yesterday")
    case 2...: Text(nl: "over \(days) dagen", en: "in \(days) days")
    default: Text(nl: "\(-days) dagen geleden", en: "\(-days) days ago")
    }
  }

  private func details(_ term: JudgedTerm) -> [Text] {
    var lines: [Text] = []
    if let sum = term.sum { lines.append(sum) }
    if let missing = term.missing { lines.append(Text(nl: "ontbreekt: ", en: "missing: ") + missing) }
    // Only what presses says what to do: a list that says everything is not read.
    if term.status == .nadert || term.status == .verstreken {
      let open = term.term.declaration
      lines.append(
        Text(nl: "te doen: ", en: "to do: ") + open.meets + Text(nl: "; anders: ", en: "; else: ") + open.consequence
          + Text(" (\(open.source))"))
    }
    if term.bindsFirst, term.clocksOnSubject > 1 {
      lines.append(
        Text(
          nl: "eerste van \(term.clocksOnSubject) klokken op dit onderwerp",
          en: "first of \(term.clocksOnSubject) clocks on this subject"))
    }
    return lines
  }

  /// Later lines are set in as far as the first.
  private func wrapped(_ text: StyledText, _ width: Int, _ language: Language) -> [StyledText] {
    text.wrapped(to: width, indent: 2, in: language)
  }

  // MARK: One line each

  private func table(_ terms: [JudgedTerm]) -> Table {
    var table = Table([
      .init(Text("Status"), overflow: .keep), .init(Text(nl: "Ruw einde", en: "Raw end"), overflow: .keep),
      .init(Text(nl: "Uiterlijk", en: "At the latest"), overflow: .keep), .init(Text(nl: "Termijn", en: "Term")),
      .init(Text(nl: "Onderwerp", en: "Subject")), .init(Text(nl: "Som", en: "Sum")),
    ])
    for term in terms {
      let status: StyledText =
        "\(term.sign) \(term.status?.text ?? Text(nl: "onbekend", en: "unknown"))"
      table.row(
        status, "\(term.rawSpan)", "\(term.latestSpan)",
        "\(term.term.declaration.name)", "\(term.term.subject.handle)",
        StyledText(explanation(term)))
    }
    return table
  }

  private func explanation(_ term: JudgedTerm) -> Text {
    let missing = term.missing.map { Text(nl: "ontbreekt: ", en: "missing: ") + $0 }
    guard let sum = term.sum else { return missing ?? Text("") }
    return missing.map { sum + Text("; ") + $0 } ?? sum
  }

  /// How many there are of each status, worst first.
  private var summary: Text {
    let order: [TermStatus?] = [.verstreken, .nadert, .loopt, nil, .teLaat, .gehaald, .vervallen]
    let counts = order.compactMap { status -> Text? in
      let count = terms.filter { $0.status == status }.count
      guard count > 0 else { return nil }
      return Text("\(count) ") + (status?.text ?? Text(nl: "onbekend", en: "unknown"))
    }
    let list = counts.dropFirst().reduce(counts.first ?? Text("")) { $0 + Text(", ") + $1 }
    let scope = isPart ? Text(nl: "hier, van een langere lijst, ", en: "here, of a longer list, ") : Text("")
    return Text(nl: "Op ", en: "On ") + today.text + Text(": ") + scope + list
  }
}

extension JudgedTerm {
  /// The raw end, or the days between which it lies, as EDTF writes an interval.
  fileprivate var rawSpan: String { span(raw, outcome?.latest?.raw ?? latestPossible) }

  /// The last day, or the days between which it lies.
  fileprivate var latestSpan: String { span(latest, latestPossible) }

  private func span(_ first: CalendarDate?, _ last: CalendarDate?) -> String {
    switch (first, last) {
    case (nil, nil): "?"
    case (let first, let last) where first == last: first?.description ?? "?"
    case (let first, let last): "\(first?.description ?? "..")/\(last?.description ?? "..")"
    }
  }

  /// The sign that tells the status without colour.
  fileprivate var sign: String {
    switch status {
    case .loopt: "→"
    case .nadert: Verdict.warning.sign
    case .verstreken, .teLaat: Verdict.bad.sign
    case .gehaald: Verdict.good.sign
    case .vervallen: "–"
    case nil: "?"
    }
  }

  fileprivate var style: Style {
    switch status {
    case .loopt: .emphasis
    case .nadert: .warning
    case .verstreken, .teLaat: .bad
    case .gehaald: .good
    case .vervallen: .faint
    case nil: .warning
    }
  }
}
