import ArgumentParser
import Governance
import Ledger

/// A command that records one event.
///
/// It says which event (`Event`), what that is about (`find`; else it opens a new stream) and what it holds: `fill` with
/// what was typed, before a key is unlocked and the ledger looked at, `complete` with what the ledger says. What is said
/// and asked afterwards is its `followUp`. A command that appends several events, or asks before it appends, has a `run`
/// of its own.
public protocol RecordingCommand: ProgramCommand {
  /// What it records.
  associatedtype Event: EventDefinition
  /// What the event is about, as it is found in the ledger.
  associatedtype Found: Streamed = StreamID
  /// The options with which it is recorded.
  associatedtype Options: Recording

  /// The options with which it is recorded: `FactOptions` where the event may be from before the ledger.
  var recording: Options { get }
  /// Fills in what was typed.
  func fill(_ fields: inout DraftFields) throws
  /// Finds what the event is about.
  func find(_ context: AppendContext) throws -> Found
  /// The type to record about what was found.
  func eventType(for found: Found) -> EventType
  /// Names in the event what it is about.
  func identify(_ found: Found, in draft: inout EventDraft) throws
  /// Fills in what only the ledger says.
  func complete(_ draft: inout EventDraft, _ found: Found, _ context: AppendContext) throws
  /// What is signed for, where that is not plain from what was typed: told before it is signed.
  func about(_ found: Found, _ context: AppendContext) throws -> Text?
  /// What is allowed but had better be known before it is signed.
  func warnings(_ draft: EventDraft, _ found: Found, _ context: AppendContext) throws -> [Text]
  /// Says what comes next, once it has been recorded.
  func followUp(_ appended: Appended, _ found: Found, _ program: Program) throws
}

extension RecordingCommand {
  /// Those with which it is recorded.
  public var shared: SharedOptions { recording.options.shared }

  /// Most events hold something that was typed; one without fields has nothing to fill in.
  public func fill(_ fields: inout DraftFields) throws {}

  /// One type.
  public func eventType(for found: Found) -> EventType { Event.type }

  /// The stream says what it is about.
  public func identify(_ found: Found, in draft: inout EventDraft) throws {}

  /// What was typed is all.
  public func complete(_ draft: inout EventDraft, _ found: Found, _ context: AppendContext) throws {}

  /// What was typed says it.
  public func about(_ found: Found, _ context: AppendContext) throws -> Text? { nil }

  /// Nothing.
  public func warnings(_ draft: EventDraft, _ found: Found, _ context: AppendContext) throws -> [Text] { [] }

  /// What was recorded has been said.
  public func followUp(_ appended: Appended, _ found: Found, _ program: Program) throws {}

  /// Records the event.
  public func run(_ program: Program) throws {
    try program.requireReportFields(recording.options)
    var fields = DraftFields()
    try fill(&fields)
    try recording.mark(&fields, today: program.clock.now.date)
    var about: Found?
    let appended = try program.append(recording.options) { context in
      let found = try find(context)
      about = found
      var draft = EventDraft(eventType(for: found), stream: found.stream, effective: context.effective, fields)
      try identify(found, in: &draft)
      try complete(&draft, found, context)
      var proposal = Proposal(draft)
      proposal.about = try self.about(found, context)
      proposal.warnings = try warnings(draft, found, context)
      return proposal
    }
    if let about, recording.options.concept == nil { try followUp(appended, about, program) }
  }
}

extension RecordingCommand where Found == StreamID {
  /// A new stream.
  public func find(_ context: AppendContext) throws -> StreamID { context.book.newStream(Event.type.streamKind) }
}

/// How an event is recorded: by whom, in which ledger, of which day, and what marks it.
public protocol Recording: ParsableArguments {
  /// How it is appended.
  var options: AppendingOptions { get }
  /// Marks what is recorded.
  /// - Throws: `Failure` for what was typed wrong.
  func mark(_ fields: inout DraftFields, today: CalendarDate) throws
}

extension AppendingOptions: Recording {
  /// These.
  public var options: AppendingOptions { self }
  /// What is recorded now needs no mark.
  public func mark(_ fields: inout DraftFields, today: CalendarDate) {}
}

/// How a fact is recorded that may be from before the ledger was founded.
public struct FactOptions: Recording {
  /// Where it is known from.
  @OptionGroup public var herkomst: HerkomstOptions
  /// How it is appended.
  @OptionGroup public var options: AppendingOptions

  /// Default values.
  public init() {}

  /// A historical fact says that it is one, and where it is known from.
  public func mark(_ fields: inout DraftFields, today: CalendarDate) { herkomst.fill(&fields) }
}

/// What has a stream in which facts about it are recorded.
public protocol Streamed {
  /// The stream.
  var stream: StreamID { get }
}

extension StreamID: Streamed {
  /// Itself.
  public var stream: StreamID { self }
}

extension Fact: Streamed {}

extension AppendContext {
  /// The views as the signer sees them.
  public var views: ViewReader { reading.views }

  /// The day by which the event is judged: the last one it can be of, else today, when it is recorded.
  public var day: CalendarDate { effective.latest ?? book.today }

  /// The role of the signer's key; nil when it is not registered.
  public var rol: Rol? { reading.registry.keys[signer]?.rol }
}

extension Program {
  /// How people call what was just recorded; nil when it has no name, or when nothing is said about it.
  public func name(of appended: Appended, _ options: AppendingOptions) throws -> String? {
    guard let event = appended.events.first, !options.recordsNothing, !options.shared.json else { return nil }
    return try withLedger(options.shared) { book in
      try book.read { reading in
        try catalog.plugins.lazy.compactMap { try $0.handle(of: event.stream, versie: nil, in: reading.views) }.first
      }
    }
  }
}
