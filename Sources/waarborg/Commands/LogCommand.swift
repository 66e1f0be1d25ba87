import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg log`: the events, in order.
struct LogCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: Language.ofProcess.choose(nl: "Toon de gebeurtenissen op volgorde.", en: "Show the events in order."),
    discussion: Language.ofProcess.choose(
      nl: "Voorbeeld: waarborg log --aantal 20 --json | jq .event",
      en: "Example: waarborg log --aantal 20 --json | jq .event"))

  @Option(help: Language.help(nl: "Vanaf dit nummer.", en: "From this number.", "nummer")) var van: UInt64 = 0
  @Option(help: Language.help(nl: "Hoogstens zoveel.", en: "At most so many.", "aantal")) var aantal: Int?
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
    try program.read(options, isExamining: true) { book, reading in
      var shown = 0
      try forEach(book, program, stream: stream, size: reading.size) { event in
        guard shown < aantal ?? .max, !program.terminal.readerHasGone else { return false }
        if let gebeurtenis, event.type.name != gebeurtenis { return true }
        try show(try reading.filter.recorded(event), program, reading)
        shown += 1
        return true
      }
    }
  }

  private func show(_ event: RecordedEvent, _ program: Program, _ reading: Reading) throws {
    let report = try EventReport(event, reading)
    if shared.json { return program.terminal.outJSON(report.json.text) }
    let number = String(repeating: " ", count: max(0, 6 - String(event.position).count)) + String(event.position)
    let rol = report.rol?.text(program.language) ?? "?"
    program.terminal.out(
      "\(number, .faint)  \(event.recordedAt.description, .faint)  \(event.type.name, .emphasis)  \(event.effective.text)  \(rol, .faint)"
        as StyledText)
  }

  /// Walks one stream, or the whole log a piece at a time, until `body` says stop; an entry that cannot be read is named and
  /// passed over.
  private func forEach(
    _ book: Grootboek, _ program: Program, stream: StreamID?, size: UInt64, _ body: (RecordedEvent) throws -> Bool
  ) throws {
    func goesOn(after entry: LogEntry) throws -> Bool {
      let event: RecordedEvent
      do { event = try book.catalog.readable(entry) } catch let bad as BadEvent {
        program.terminal.warn(bad.failure.message)
        return true
      }
      return try body(event)
    }
    if let stream {
      for position in try book.stores.log.positions(in: stream) where position >= van && position < size {
        guard let entry = try book.stores.log.entry(at: position) else { continue }
        guard try goesOn(after: entry) else { return }
      }
      return
    }
    var position = van
    while position < size {
      let entries = try book.stores.log.entries(from: position, limit: Int(min(500, size - position)))
      guard let last = entries.last else { return }
      for entry in entries { guard try goesOn(after: entry) else { return } }
      position = last.position + 1
    }
  }
}
