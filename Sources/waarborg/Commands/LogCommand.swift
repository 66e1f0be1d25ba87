import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg log`: the events, for a person the newest first.
struct LogCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: Language.ofProcess.choose(
      nl: "Toon de gebeurtenissen, de nieuwste eerst.", en: "Show the events, newest first."),
    discussion: Language.ofProcess.choose(
      nl: """
        Met --json staan zij in de volgorde van vastlegging, ook met --aantal.

        Voorbeeld: waarborg log --aantal 20 --json | jq .event
        """,
      en: """
        With --json they are in the order of recording, also with --aantal.

        Example: waarborg log --aantal 20 --json | jq .event
        """))

  @Option(help: Language.help(nl: "Vanaf dit nummer.", en: "From this number on.", "nummer")) var van: UInt64?
  @Option(
    help: Language.help(
      nl: "Alleen de nieuwste zoveel; met --van zoveel vanaf dat nummer.",
      en: "Only the newest so many; with --van so many from that number on.", "aantal")) var aantal: Int?
  @Option(help: Language.help(nl: "Alleen deze stroom.", en: "Only this stream.", "stroom")) var stroom: String?
  @Option(help: Language.help(nl: "Alleen deze soort.", en: "Only this type.", "soort")) var gebeurtenis: String?
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    let stream = try stroom.map { text in
      guard let stream = StreamID(text) else {
        throw Failure(
          .badInput,
          Text(
            nl: "--stroom: verwacht Soort/kenmerk, zoals Regeling/018f…",
            en: "--stroom: expected Kind/id, such as Regeling/018f…"))
      }
      return stream
    }
    if let gebeurtenis, program.catalog.event(named: gebeurtenis) == nil {
      throw Failure(
        .badInput,
        Text(
          nl: "--gebeurtenis: «\(gebeurtenis.safe())» bestaat niet",
          en: "--gebeurtenis: “\(gebeurtenis.safe())” does not exist"),
        remedy: Nearest.question(Nearest.name(to: gebeurtenis, among: program.catalog.events.map(\.name)))
          + Text(
            nl: "de soorten staan in Events/README.md en in waarborg log",
            en: "the types are in Events/README.md and in waarborg log"))
    }
    try options.refuseDay()
    if let aantal, aantal < 1 {
      throw Failure(
        .badInput,
        Text(nl: "--aantal: \(aantal) is geen aantal vanaf 1", en: "--aantal: \(aantal) is not a number from 1 on"))
    }
    try program.read(options, isExamining: true) { book, reading in
      let walk = LogWalk(stream, gebeurtenis, below: reading.size, book)
      let asked = try part(of: walk, reading.size)
      if !shared.json { program.terminal.beginList() }
      try walk.forEach(asked, newestFirst: !shared.json, unreadable: { program.terminal.warn($0) }) { event in
        try show(try reading.filter.recorded(event), program, reading)
        return !program.terminal.readerHasGone
      }
    }
  }

  /// The part of the log to show: the newest so many, or so many from a number on.
  private func part(of walk: LogWalk, _ size: UInt64) throws -> Range<UInt64> {
    let from = min(van ?? 0, size)
    guard let aantal else { return from..<size }
    var (counted, last) = (0, from)
    try walk.forEach(from..<size, newestFirst: van == nil) { event in
      (counted, last) = (counted + 1, event.position)
      return counted < aantal
    }
    // Fewer than were asked for are all there are.
    guard counted == aantal else { return from..<size }
    return van == nil ? last..<size : from..<(last + 1)
  }

  private func show(_ event: RecordedEvent, _ program: Program, _ reading: Reading) throws {
    let report = try EventReport(event, reading)
    if shared.json { return program.terminal.outJSON(report.json.text) }
    let number = String(repeating: " ", count: max(0, 6 - String(event.position).count)) + String(event.position)
    let rol = report.rol?.text(program.language) ?? "?"
    // Most hold from the day on which they were recorded, which stands there already.
    let isOfThatDay = event.effective == ImpreciseDate(event.recordedAt.date)
    let effective = isOfThatDay ? Text("") : Text("  ") + event.effective.text
    let line: StyledText =
      "\(number, .faint)  \(event.recordedAt.description, .faint)  \(event.type.name, .emphasis)\(effective)  \(rol, .faint)"
    // Where it is a line of a file it stays one; on a screen what goes on stands below what it belongs to.
    guard program.terminal.output.isTerminal else { return program.terminal.out(line) }
    for part in line.wrapped(to: program.terminal.width, indent: 8, in: program.language) { program.terminal.out(part) }
  }
}
