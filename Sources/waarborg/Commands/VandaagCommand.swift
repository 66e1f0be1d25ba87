import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg vandaag`: what asks for something, with the command that settles it.
struct VandaagCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "vandaag",
    abstract: Language.ofProcess.choose(
      nl: "Toon wat vandaag iets vraagt: wat afloopt, wat op wie wacht, en wat u typt.",
      en: "Show what asks for something today: what runs out, what waits on whom, and what to type."),
    discussion: Language.ofProcess.choose(
      nl:
        "--json schrijft een object per regel: groep (termijn, wacht of bewaren), over, wat, wie, sinds, uiterlijk, opdracht.",
      en:
        "--json writes an object a line: groep (termijn, wacht or bewaren), over, wat, wie, sinds, uiterlijk, opdracht."
    ))
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    let reader = try program.reader(options.key)
    if reader == nil { program.tellClosed(options.key) }
    try program.read(options, as: reader) { book, reading in
      let day = try options.day(book.today)
      let sealed = try reader.map { reader in
        try Installed.plugins.flatMap {
          try $0.sealedTerms(for: reader, program, book, reading, on: day, alle: false)
        }
      }
      let sheet = try Dagstaat(book, reading, on: day, sealed: sealed ?? [], program)
      if shared.json { printJSON(sheet, program.terminal) } else { show(sheet, day, program.terminal) }
    }
  }

  private func show(_ sheet: Dagstaat, _ day: CalendarDate, _ terminal: Terminal) {
    guard !sheet.terms.isEmpty || !sheet.waiting.isEmpty || !sheet.safe.isEmpty else {
      return terminal.out(
        StyledText(
          Text(nl: "Niets: op \(day.text.nl) wacht er niets.", en: "Nothing: on \(day.text.en) nothing waits."), .good))
    }
    var isFirst = true
    func group(_ title: Text, _ lines: [(StyledText, String)]) {
      guard !lines.isEmpty else { return }
      if !isFirst { terminal.out("") }
      isFirst = false
      terminal.out(StyledText(title, .heading))
      for (text, command) in lines {
        for line in text.wrapped(to: terminal.width, indent: 2, in: terminal.language) { terminal.out(line) }
        terminal.out(StyledText("    \(command)", .faint))
      }
    }
    group(
      Text(nl: "Loopt af binnen \(Dagstaat.ahead) dagen", en: "Runs out within \(Dagstaat.ahead) days"),
      sheet.terms.map { (line($0), "waarborg termijnen --over \($0.term.subject.handle)") })
    group(Text(nl: "Wacht op iemand", en: "Waits for somebody"), sheet.waiting.map { (line($0), $0.command) })
    group(Text(nl: "Bewaren", en: "Keeping safe"), sheet.safe.map { (line($0), $0.command) })
    if sheet.isPart {
      terminal.note(
        Text(
          nl: "er is meer: waarborg termijnen, en de lijsten van elk onderwerp",
          en: "there is more: waarborg termijnen, and the lists of each subject"))
    }
  }

  private func line(_ term: JudgedTerm) -> StyledText {
    let day = term.latest?.text ?? Text("?")
    let isLate = term.status == .verstreken
    return StyledText("  \(term.term.subject.handle): ", .emphasis)
      + StyledText(
        term.term.declaration.name
          + (isLate
            ? Text(nl: ", was uiterlijk ", en: ", was due ") : Text(nl: ", uiterlijk ", en: ", due ")) + day,
        isLate ? .bad : .warning)
  }

  private func line(_ item: Waiting) -> StyledText {
    let since = item.since.map { Text(nl: ", sinds ", en: ", since ") + $0.text } ?? Text("")
    let about = KeptMemory.Kind(rawValue: item.about)?.name ?? Text(item.about)
    return StyledText(Text("  ") + about + Text(": "), .emphasis)
      + StyledText(item.what + Text(nl: "; wacht op ", en: "; waits for ") + item.who + since)
  }

  private func printJSON(_ sheet: Dagstaat, _ terminal: Terminal) {
    for term in sheet.terms {
      let json: JSON = [
        "groep": "termijn", "over": .string(term.term.subject.handle), "wat": .string(term.term.declaration.name.nl),
        "wie": .null, "sinds": .null, "uiterlijk": term.latest?.json ?? .null,
        "opdracht": .string("waarborg termijnen --over \(term.term.subject.handle)"),
      ]
      terminal.outJSON(json.text)
    }
    for (group, items) in [("wacht", sheet.waiting), ("bewaren", sheet.safe)] {
      for item in items {
        let json: JSON = [
          "groep": .string(group), "over": .string(item.about), "wat": .string(item.what.nl),
          "wie": .string(item.who.nl), "sinds": item.since?.json ?? .null, "uiterlijk": .null,
          "opdracht": .string(item.command),
        ]
        terminal.outJSON(json.text)
      }
    }
  }
}
