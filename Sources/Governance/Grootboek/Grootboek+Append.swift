import Ledger
import LedgerCrypto

/// What an append needs besides the drafts.
public struct AppendOptions: Sendable {
  /// Whether to stop just before anything is written.
  public var isDryRun: Bool
  /// Keys to store with the events, for whom they admit.
  public var wrappedKeys: [WrappedKey]
  /// Box keys from which everything is taken away once the events are in the log.
  public var dismissed: [BoxPublicKey]
  /// The version that the stream of the first event must have, for who decided on what it said then.
  public var expectedVersion: Int64?
  /// The line of a file that each draft comes from, when they come from one: every line that is refused is then told.
  public var lines: [Int]
  /// Whether to write nothing because the file is wrong already, and only tell which lines are refused besides.
  public var isJudgedOnly = false
  /// Told how many drafts have been judged, and of how many.
  public var progress: (@Sendable (Int, Int) -> Void)?

  /// Options.
  public init(
    isDryRun: Bool = false, wrappedKeys: [WrappedKey] = [], dismissed: [BoxPublicKey] = [],
    expectedVersion: Int64? = nil, lines: [Int] = []
  ) {
    self.isDryRun = isDryRun
    self.wrappedKeys = wrappedKeys
    self.dismissed = dismissed
    self.expectedVersion = expectedVersion
    self.lines = lines
  }

  /// Judges each draft; of a file, what a refused line says further is passed over, and the other lines are judged.
  fileprivate func each(_ drafts: [EventDraft], _ judge: (EventDraft) throws -> Void) throws {
    var refused: [RefusedLines.Refusal] = []
    for (index, draft) in drafts.enumerated() {
      progress?(index, drafts.count)
      guard lines.indices.contains(index) else {
        try judge(draft)
        continue
      }
      guard refused.last?.line != lines[index] else { continue }
      do { try judge(draft) } catch let failure as Failure {
        refused.append(RefusedLines.Refusal(line: lines[index], failure: failure))
      }
    }
    progress?(drafts.count, drafts.count)
    if isJudgedOnly || !refused.isEmpty { throw RefusedLines(refusals: refused) }
  }
}

/// The lines of a file that cannot be appended, so that all of them can be mended in one go; nothing was appended.
public struct RefusedLines: Error, Sendable {
  /// One line, and what is wrong with the first event of it that was refused.
  public struct Refusal: Sendable {
    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let failure: Failure
  }

  /// The refusals, in the order of the drafts.
  public let refusals: [Refusal]
}

/// What was appended.
public struct Appended: Sendable {
  /// The events, in the order of the drafts.
  public let events: [RecordedEvent]
  /// In what capacity each was signed.
  public let capacities: [SigningCapacity]
  /// The signed note over the log that contains them; empty for a dry run.
  public let checkpoint: String
}

extension Grootboek {
  /// How far this machine's clock may lie behind the last event before an append is refused, in seconds.
  static let clockTolerance: Int64 = 120

  /// Appends events that one key signs: all of them, or none.
  ///
  /// Rules are checked at the log's present size *n*, each event against the views just before it, and the append
  /// succeeds only at *n*; when others were first, everything is checked again.
  /// - Throws: `Failure`, `StoreError`, and `RefusedLines` when the drafts come from a file; nothing was appended.
  public func append(
    _ drafts: [EventDraft], signedBy key: UnlockedKey, log signer: NoteSigner,
    _ options: AppendOptions = AppendOptions()
  ) throws -> Appended {
    if options.lines.isEmpty { for draft in drafts { try draft.check() } }
    while true {
      do {
        return try attempt(drafts, key, signer, options)
      } catch AppendError.headMoved { continue } catch let dryRun as DryRun { return dryRun.appended }
    }
  }

  private struct DryRun: Error { let appended: Appended }

  private func attempt(
    _ drafts: [EventDraft], _ key: UnlockedKey, _ signer: NoteSigner, _ options: AppendOptions
  ) throws -> Appended {
    var committed: Appended?
    do {
      try stores.views.write { tables in
        committed = try commit(drafts, key, signer, options, tables)
      }
    } catch {
      // Once the log has the events they are appended: views that could not be kept catch up at the next reading.
      guard committed != nil else { throw error }
    }
    guard let committed else { preconditionFailure("an append that neither failed nor appended") }
    try forget(committed.events, dismissed: options.dismissed)
    return committed
  }

  private func commit(
    _ drafts: [EventDraft], _ key: UnlockedKey, _ signer: NoteSigner, _ options: AppendOptions,
    _ tables: any TableWriter
  ) throws -> Appended {
    let size = try stores.log.size()
    try projector.catchUp(tables, with: stores.log, to: size)
    var batch = try Batch(self, tables: tables, size: size, key: key)
    try checkLogKey(signer, batch.registry)
    try checkVersion(drafts, options)
    try options.each(drafts) { draft in
      if !options.lines.isEmpty { try draft.check() }
      try batch.add(draft)
    }
    if options.isDryRun { throw DryRun(appended: batch.appended(checkpoint: "")) }
    try projector.settle(tables, batch.pass)
    let newSize = size + UInt64(batch.events.count)
    try projector.store(newSize, tables)
    if let last = batch.events.last { try projector.bind(tables, size: newSize, last: last.id.description) }
    try store(batch, options)
    let receipt = try LogAppender(store: stores.log, origin: origin, signer: signer)
      .append(batch.events.map(\.signed), expecting: size)
    return batch.appended(checkpoint: receipt.checkpoint)
  }

  /// A checkpoint under another key than the one the ledger was founded with would never verify again.
  private func checkLogKey(_ signer: NoteSigner, _ registry: KeyRegistry) throws {
    guard let founding = registry.founding, founding.logKey != signer.verifier.vkey else { return }
    throw Failure(
      .badInput, Text(nl: "log.key is niet de sleutel van dit grootboek", en: "log.key is not the key of this ledger"),
      remedy: Text(nl: "zet log.key terug uit een reservekopie", en: "restore log.key from a backup"))
  }

  private func checkVersion(_ drafts: [EventDraft], _ options: AppendOptions) throws {
    guard let expected = options.expectedVersion, let stream = drafts.first?.stream else { return }
    let found = try stores.log.version(of: stream)
    guard found == expected else {
      throw AppendError.streamMoved(stream: stream.description, expected: expected, found: found)
    }
  }

  /// Writes documents and vault rows: before the log, because an orphan is harmless and a gap is not.
  private func store(_ batch: Batch, _ options: AppendOptions) throws {
    for (record, bytes) in batch.documents {
      let name = try stores.documents.put(bytes)
      precondition(name == record.file)
    }
    let keys = batch.sealer.wrappedKeys + options.wrappedKeys
    guard !batch.sealed.isEmpty || !batch.documents.isEmpty || !keys.isEmpty else { return }
    try stores.vault.write { vault in
      for record in batch.sealed { try vault.put(record) }
      for (record, _) in batch.documents { try vault.put(record) }
      for key in keys { try vault.put(key) }
    }
  }
}

extension EventDraft {
  fileprivate func check() throws {
    if let problem = problem() { throw problem }
  }
}

/// Events on their way into the log: drafted, sealed, signed and judged one after another.
private struct Batch {
  let ledger: Grootboek
  let tables: any TableWriter
  let pass: ViewPass
  let key: UnlockedKey
  let size: UInt64
  let recordedAt: Instant
  var registry: KeyRegistry
  var sealer: Sealer
  var versions: [StreamID: Int64] = [:]
  var events: [RecordedEvent] = []
  var capacities: [SigningCapacity] = []
  var sealed: [SealedRecord] = []
  var documents: [(DocumentRecord, [UInt8])] = []

  init(_ ledger: Grootboek, tables: any TableWriter, size: UInt64, key: UnlockedKey) throws {
    self.ledger = ledger
    self.tables = tables
    self.key = key
    self.size = size
    recordedAt = try Self.time(ledger, size: size)
    pass = ledger.projector.pass(tables)
    registry = try ledger.authority.registry(ViewReader(tables: tables, pass: pass), ledger.stores.log, ledger.catalog)
    sealer = Sealer(random: ledger.random)
  }

  func appended(checkpoint: String) -> Appended {
    Appended(events: events, capacities: capacities, checkpoint: checkpoint)
  }

  /// The recorded time is never before that of the previous event; a clock that lies far behind is refused.
  private static func time(_ ledger: Grootboek, size: UInt64) throws -> Instant {
    let now = ledger.now
    guard size > 0, let last = try ledger.stores.log.entry(at: size - 1)?.event().envelope.recordedAt else {
      return now
    }
    guard now.secondsSince1970 < last else { return now }
    let moment = try Instant(secondsSince1970: last)
    guard last - now.secondsSince1970 <= Grootboek.clockTolerance else {
      throw Failure(
        .io,
        Text(
          nl: "de klok van deze machine staat op \(now), maar de laatste gebeurtenis is van \(moment)",
          en: "the clock of this machine says \(now), but the last event is of \(moment)"),
        remedy: Text(nl: "zet de klok gelijk", en: "set the clock right"))
    }
    return moment
  }

  mutating func add(_ draft: EventDraft) throws {
    let version = try versions[draft.stream] ?? ledger.stores.log.version(of: draft.stream)
    try checkPlace(draft, version)
    let id = UUIDv7(milliseconds: recordedAt.secondsSince1970 * 1000, random: ledger.random)
    let digests = try seal(draft, id)
    let facts = draft.type.fields.compactMap { field in
      field.visibility == .clear ? draft.values[field.name].map { JSON.Member(field.name, $0) } : nil
    }
    let envelope = Envelope(
      origin: ledger.origin, id: id, recordedAt: recordedAt.secondsSince1970, stream: draft.stream, seq: version + 1,
      type: draft.type.name, version: draft.type.version, effective: draft.effective.description, facts: facts,
      sealedDigests: digests)
    let event = try ledger.catalog.decode(try sign(envelope), at: size + UInt64(events.count))
    try judge(event)
    versions[draft.stream] = version + 1
    events.append(event)
    try ledger.projector.apply(event, tables, pass)
  }

  private func checkPlace(_ draft: EventDraft, _ version: Int64) throws {
    guard let opens = draft.type.opensStream, opens != (version == 0) else { return }
    throw Failure(
      opens ? .badInput : .notFound,
      opens
        ? Text(nl: "\(draft.stream) bestaat al", en: "\(draft.stream) exists already")
        : Text(nl: "\(draft.stream) bestaat niet", en: "\(draft.stream) does not exist"))
  }

  private func sign(_ envelope: Envelope) throws -> SignedEvent {
    do {
      return try SignedEvent(envelope, signedBy: key.signing)
    } catch EventError.tooLarge(let bytes) {
      throw Failure(
        .badInput,
        Text(
          nl:
            "\(envelope.type) wordt \(bytes) bytes groot; een gebeurtenis telt hoogstens \(SignedEvent.mostBytes) bytes",
          en: "\(envelope.type) becomes \(bytes) bytes; an event has at most \(SignedEvent.mostBytes) bytes"),
        remedy: Text(nl: "zet lange tekst in een document", en: "put long text into a document"))
    }
  }

  /// Permission first, rules after: someone who may not sign learns nothing about the rules' findings.
  private mutating func judge(_ event: RecordedEvent) throws {
    // The founding event registers the very key that signs it.
    let isFounding = events.isEmpty && size == 0
    if isFounding { try changeAuthority(event) }
    let capacity: SigningCapacity
    do {
      capacity = try registry.capacity(of: event.signed.key, for: event.type, at: event.recordedAt)
    } catch {
      throw Failure(.notPermitted, error.text, remedy: error.remedy)
    }
    let context = RuleContext(
      event: event, capacity: capacity, registry: registry,
      views: ViewReader(tables: tables, pass: pass),
      catalog: ledger.catalog)
    for rule in ledger.catalog.rules(for: event.type.name) {
      guard let refusal = try rule.check(context) else { continue }
      throw Failure(.refused, refusal.message, remedy: refusal.remedy, rule: rule.citation)
    }
    if !isFounding { try changeAuthority(event) }
    capacities.append(capacity)
  }

  private mutating func changeAuthority(_ event: RecordedEvent) throws {
    do {
      try event.type.changesAuthority?(event, &registry)
    } catch let problem as AuthorityProblem { throw Failure(.badInput, problem.text) }
  }

  private mutating func seal(_ draft: EventDraft, _ id: EventID) throws -> [String] {
    var digests: [String] = []
    for field in draft.type.fields where field.visibility.isSealed {
      var value = draft.values[field.name]
      if let attachment = draft.attachments.first(where: { $0.field.name == field.name }) {
        value = try store(attachment, draft.stream, id).json
      }
      guard let value else { continue }
      let disclosure = Disclosure(name: field.name, value: value, random: ledger.random)
      let circle = try circle(field.visibility, draft.stream)
      sealed.append(try sealer.seal(disclosure, event: id, stream: draft.stream, for: circle))
      digests.append(disclosure.digest)
    }
    return digests
  }

  private mutating func store(
    _ attachment: EventDraft.Attachment, _ stream: StreamID, _ id: EventID
  ) throws -> DocumentReference {
    let document = attachment.document
    let circle = try circle(attachment.field.visibility, stream)
    let (sealing, stored) = try sealer.sealDocument(document.bytes, stream: stream, for: circle)
    let file = SHA256.hash(stored)
    documents.append(
      (DocumentRecord(event: id.description, field: attachment.field.name, file: file, sealing: sealing), stored))
    return DocumentReference(
      file: file, content: document.digest, size: Int64(document.bytes.count), mediaType: document.mediaType)
  }

  private func circle(_ visibility: Visibility, _ stream: StreamID) throws -> Circle {
    switch visibility {
    case .clear, .openbaar: return .everyone
    case .intern:
      guard let key = registry.organisationKeys.last else { throw emptyCircle(stream) }
      return .holders([key])
    case .vertrouwelijk:
      let members = registry.circle(of: stream)
      guard !members.isEmpty else { throw emptyCircle(stream) }
      return .holders(members.map(\.box))
    }
  }

  private func emptyCircle(_ stream: StreamID) -> Failure {
    Failure(
      .refused,
      Text(
        nl: "de kring van \(stream) is leeg: niemand zou dit kunnen lezen",
        en: "the circle of \(stream) is empty: no one could read this"),
      remedy: Text(nl: "laat eerst iemand toe tot deze kring", en: "admit someone to this circle first"),
      rule: RuleCitation(id: "VIS-KRING", source: "README, The event"))
  }
}
