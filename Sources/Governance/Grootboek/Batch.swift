import Foundation
import Ledger
import LedgerCrypto

/// Events on their way into the log: sealed and signed a number at a time, on all cores, and judged one after another.
///
/// What is sealed and signed ahead waits for its turn: an error in it is told only then, after what is said of the drafts
/// before it.
struct Batch {
  /// How many drafts are sealed and signed together.
  private static let length = 256
  /// How many events one thread signs before it takes the next: fewer are not worth another thread.
  private static let share = 8

  /// A draft that is sealed, and soon signed.
  private struct Made: Sendable {
    let envelope: Envelope
    let sealed: Sealed
  }

  private let ledger: Grootboek
  private let drafts: [EventDraft]
  /// Whether every draft is known to fit its type.
  private let areChecked: Bool
  private let tables: any TableWriter
  let pass: ViewPass
  private let signer: AppendSigner
  private let submitted: Submitted
  private let size: UInt64
  /// When the events are signed.
  private let signedAt: Instant
  private var time: RecordedTime
  private(set) var registry: KeyRegistry
  private var sealer: Sealer
  private var closedSealer: ClosedSealer
  /// Keys for whom the events admit: the first of them brings these.
  private let admitted: [WrappedKey]
  /// The newest checkpoint, which the events name; nil for those of the founding.
  var checkpoint: Digest?
  /// What was read of the log at `size`.
  private(set) var head: LogHead
  private var versions: [StreamID: Int64] = [:]
  private var waiting: [Int: Result<(event: SignedEvent, sealed: Sealed), any Error>] = [:]
  private(set) var events: [RecordedEvent] = []
  /// The drafts of those events: one that was refused has none.
  private var accepted: [EventDraft] = []
  private var authorities: [SigningAuthority] = []
  /// What the events bring into the vault, of those that bring anything.
  private(set) var sealed: [Sealed] = []
  /// What each brings, for who signs elsewhere.
  private(set) var brought: [Brought] = []

  init(
    _ ledger: Grootboek, _ drafts: [EventDraft], areChecked: Bool, tables: any TableWriter, _ pass: ViewPass,
    size: UInt64, signer: AppendSigner, admitted: [WrappedKey], submitted: Submitted
  ) throws {
    self.ledger = ledger
    self.drafts = drafts
    self.areChecked = areChecked
    self.tables = tables
    self.pass = pass
    self.size = size
    self.admitted = admitted
    self.signer = signer
    self.submitted = submitted
    head = LogHead()
    let views = ViewReader(tables: tables, pass: pass)
    time = try RecordedTime(after: size, views, ledger.catalog)
    signedAt = ledger.now
    registry = try ledger.catalog.authority.registry(views)
    sealer = Sealer(random: ledger.random)
    closedSealer = ClosedSealer(random: ledger.random)
    events.reserveCapacity(drafts.count)
    authorities.reserveCapacity(drafts.count)
  }

  func appended(checkpoint: String) -> Appended {
    Appended(events: events, authorities: authorities, checkpoint: checkpoint)
  }

  /// A clock that lies far behind is refused, unless it is to be restored.
  private func checkClock(for draft: EventDraft) throws {
    guard draft.type.name != KlokHersteld.type.name, draft.type.name != KlokherstelBevestigd.type.name,
      signedAt.secondsSince1970 < time.latest - RecordedTime.tolerance
    else { return }
    let moment = try Instant(secondsSince1970: time.latest)
    throw Failure(
      .io,
      Text(
        nl: "de klok van deze machine staat op \(signedAt), maar de laatste gebeurtenis is van \(moment)",
        en: "the clock of this machine says \(signedAt), but the last event is of \(moment)"),
      remedy: Text(
        nl: "zet de klok gelijk; staat zij goed, dan was een eerdere klok verkeerd: zie waarborg klok toon",
        en: "set the clock right; if it is right, an earlier clock was wrong: see waarborg klok toon"))
  }

  /// When an event is recorded that comes next; the time of the ledger behind it.
  private func timed(_ event: RecordedEvent) throws -> (event: RecordedEvent, time: RecordedTime) {
    var time = time
    let earlier = RecordedTime.Earlier(ViewReader(tables: tables, pass: pass), ledger.catalog)
    let (recordedAt, problems) = try time.follow(
      event.signed, leafHash: event.leafHash, at: event.position, as: event, registry, earlier)
    if let problem = problems.first {
      throw Failure(.refused, problem.text, remedy: problem.remedy, rule: Self.timeRule)
    }
    return (event.recorded(at: try Instant(secondsSince1970: recordedAt)), time)
  }

  /// A submission is appended with everything that it names, or not at all: nothing could go on behind part of one.
  func checkIsFinished() throws {
    guard let open = time.unfinished else { return }
    let problem = TimeProblem.unfinished(missing: open.missing)
    throw Failure(.refused, problem.text, remedy: problem.remedy, rule: Self.timeRule)
  }

  private static let timeRule = RuleCitation(id: "TIJD", source: "README, Time")

  /// Adds the next draft, when nothing forbids it.
  mutating func add(_ index: Int) throws {
    let draft = drafts[index]
    if waiting[index] == nil { try make(from: index) }
    guard var made = waiting.removeValue(forKey: index) else { preconditionFailure("a draft that was not made") }
    if case .failure = made, !areChecked { try draft.check() }
    let version = try version(of: draft.stream)
    let isSubmitted = submitted[index] != nil
    if isSubmitted { try checkVersion(made.get().event, version) }
    try checkPlace(draft, version)
    if !isSubmitted { try checkClock(for: draft) }
    // Something before it on its stream was refused.
    if case .success((let event, _)) = made, event.envelope.seq != version + 1 {
      made = make(draft, version, isFirst: index == 0)
    }
    let (signed, sealed) = try made.get()
    let (event, time) = try timed(try recorded(signed, isSubmitted ? nil : draft))
    try judge(event, draft, isSubmitted: isSubmitted)
    self.time = time
    versions[draft.stream] = version + 1
    events.append(event)
    accepted.append(draft)
    if sealed.list != nil { self.sealed.append(sealed) }
    if signer.isApart {
      brought.append(Brought(disclosures: sealed.disclosures, rows: sealed.rows, files: sealed.documents))
    }
    try ledger.projector.apply(event, tables, pass)
  }

  /// Who signed elsewhere decided on what its stream said then.
  private func checkVersion(_ event: SignedEvent, _ version: Int64) throws {
    guard event.envelope.seq != version + 1 else { return }
    throw AppendError.streamMoved(
      stream: event.envelope.stream.description, expected: event.envelope.seq - 1, found: version)
  }

  /// The version of a stream, with what this batch adds to it.
  private mutating func version(of stream: StreamID) throws -> Int64 {
    if let known = versions[stream] ?? head.versions[stream] { return known }
    let found = try ledger.stores.log.version(of: stream)
    head.versions[stream] = found
    return found
  }

  /// Seals and signs drafts from `index` on, up to one that changes who may sign or read: after that, circles are others.
  private mutating func make(from index: Int) throws {
    var made: [(index: Int, made: Made)] = []
    var planned: [StreamID: Int64] = [:]
    for index in index..<min(index + Self.length, drafts.count) {
      let draft = drafts[index]
      let version = try planned[draft.stream] ?? version(of: draft.stream)
      planned[draft.stream] = version + 1
      if let given = submitted[index] {
        waiting[index] = .success(given)
        continue
      }
      do {
        if !areChecked { try draft.check() }
        made.append((index, try seal(draft, version, isFirst: index == 0)))
      } catch { waiting[index] = .failure(error) }
      if draft.type.changesAuthority != nil { break }
    }
    let shares = stride(from: 0, to: made.count, by: Self.share).map { made[$0..<min($0 + Self.share, made.count)] }
    let jobs = shares.map { share in
      { @Sendable [signer = signer.events] in
        share.map { item in Result { try Self.sign(item.made.envelope, by: signer) } }
      }
    }
    let signed = try Workers(count: ProcessInfo.processInfo.activeProcessorCount).run(jobs).joined()
    for (item, event) in zip(made, signed) {
      waiting[item.index] = event.map { ($0, item.made.sealed) }
    }
  }

  private mutating func make(
    _ draft: EventDraft, _ version: Int64, isFirst: Bool
  ) -> Result<(event: SignedEvent, sealed: Sealed), any Error> {
    Result {
      let made = try seal(draft, version, isFirst: isFirst)
      return (try Self.sign(made.envelope, by: signer.events), made.sealed)
    }
  }

  private mutating func seal(_ draft: EventDraft, _ version: Int64, isFirst: Bool) throws -> Made {
    let id = UUIDv7(milliseconds: signedAt.secondsSince1970 * 1000, random: ledger.random)
    var sealed = try seal(draft, id)
    if isFirst { sealed.rows.keys += admitted }
    sealed.list = sealed.rows.commitment
    let facts = draft.type.fields.compactMap { field in
      field.visibility == .clear ? draft.values[field.name].map { JSON.Member(field.name, $0) } : nil
    }
    let envelope = Envelope(
      origin: ledger.origin, id: id, signedAt: signedAt.secondsSince1970, stream: draft.stream, seq: version + 1,
      type: draft.type.name, version: draft.type.version, effective: draft.effective.description,
      checkpoint: checkpoint, vaultRoot: sealed.list?.root, facts: facts,
      sealedDigests: sealed.rows.records.map(\.digest))
    return Made(envelope: envelope, sealed: sealed)
  }

  /// The event as the log will have it: what the draft says, which fits the type; what was signed elsewhere is decoded.
  private func recorded(_ signed: SignedEvent, _ draft: EventDraft?) throws -> RecordedEvent {
    let position = size + UInt64(events.count)
    guard let draft, let type = ledger.catalog.event(named: draft.type.name), type.version == draft.type.version else {
      return try ledger.catalog.decode(
        signed, at: position, leafHash: MerkleTree.leafHash(of: signed.leaf))
    }
    return RecordedEvent(
      position: position, signed: signed, leafHash: MerkleTree.leafHash(of: signed.leaf), type: type,
      signedAt: signedAt, recordedAt: signedAt, effective: draft.effective, facts: signed.envelope.facts)
  }

  private func checkPlace(_ draft: EventDraft, _ version: Int64) throws {
    guard let opens = draft.type.opensStream, opens != (version == 0) else { return }
    throw Failure(
      opens ? .badInput : .notFound,
      opens
        ? Text(nl: "\(draft.stream) bestaat al", en: "\(draft.stream) exists already")
        : Text(nl: "\(draft.stream) bestaat niet", en: "\(draft.stream) does not exist"))
  }

  private static func sign(_ envelope: Envelope, by signer: EventSigner) throws -> SignedEvent {
    do {
      return try SignedEvent(envelope, by: signer)
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
  private mutating func judge(_ event: RecordedEvent, _ draft: EventDraft, isSubmitted: Bool) throws {
    // The founding event registers the very key that signs it.
    let isFounding = events.isEmpty && size == 0
    if isFounding { try changeAuthority(event) }
    let authority: SigningAuthority
    do {
      let found = try registry.authority(of: event)
      authority = found.authority
      if isSubmitted, !event.signed.isSigned(by: found.key) { throw Self.forged(event) }
    } catch let problem as SigningProblem {
      throw Failure(.notPermitted, problem.text, remedy: problem.remedy)
    }
    let views = ViewReader(tables: tables, pass: pass)
    let context = RuleContext(
      event: event, authority: authority, registry: registry, views: views, catalog: ledger.catalog,
      sealed: sealedFacts(with: event, draft, views))
    for rule in ledger.catalog.rules(for: event.type.name) {
      let refusal: Refusal?
      do {
        refusal = try rule.check(context)
      } catch let problem as SealedHere where problem.isGone { continue } catch let problem as SealedHere {
        throw problem.failure
      }
      guard let refusal else { continue }
      throw Failure(.refused, refusal.message, remedy: refusal.remedy, rule: rule.citation(of: refusal))
    }
    if !isFounding { try changeAuthority(event) }
    authorities.append(authority)
  }

  private static func forged(_ event: RecordedEvent) -> Failure {
    Failure(
      .foundWanting,
      Text(
        nl: "\(event.type.name): de handtekening klopt niet", en: "\(event.type.name): the signature does not hold"),
      remedy: Text(nl: "laat het opnieuw ondertekenen", en: "have it signed again"))
  }

  /// What is sealed, as the signer reads it, with what this batch brings.
  private func sealedFacts(with event: RecordedEvent, _ draft: EventDraft, _ views: ViewReader) -> SealedFacts {
    SealedFacts(
      filter: VisibilityFilter(
        audience: signer.audience, stores: ledger.stores, erasures: views, catalog: ledger.catalog, trust: .checked),
      judged: event, underWay: SealedFacts.UnderWay(size: size, draft: draft, earlier: (accepted, events)))
  }

  private mutating func changeAuthority(_ event: RecordedEvent) throws {
    do {
      try event.type.changesAuthority?(event, &registry)
    } catch let problem as AuthorityProblem { throw Failure(.badInput, problem.text) }
  }

  private mutating func seal(_ draft: EventDraft, _ id: EventID) throws -> Sealed {
    var sealed = Sealed(rows: VaultRows(event: id))
    var open: [(disclosure: Disclosure, circle: Circle)] = []
    var closed: [(disclosure: Disclosure, circle: ClosedSeal)] = []
    for field in draft.type.fields where field.visibility.isSealed {
      var value = draft.values[field.name]
      if let attachment = draft.attachments.first(where: { $0.field.name == field.name }) {
        value = try store(attachment, draft.stream, id, &sealed).json
      }
      // That something was not said is hidden as well.
      guard let value = value ?? (draft.type.concealment == nil ? nil : .null) else { continue }
      let disclosure =
        draft.disclosures[field.name] ?? Disclosure(name: field.name, value: value, random: ledger.random)
      if signer.isApart { sealed.disclosures.append(disclosure) }
      if let circle = draft.circles[field.name] {
        closed.append((disclosure, circle))
      } else {
        open.append((disclosure, try circle(field.visibility, draft.stream)))
      }
    }
    let others = draft.type.concealment == .outcome ? open.map(\.disclosure) : nil
    for (disclosure, circle) in open {
      sealed.rows.records.append(
        try sealer.seal(disclosure, asLongAs: others, event: id, stream: draft.stream, for: circle))
    }
    sealed.rows.records += try closedSealer.seal(closed, event: id)
    // A key that later events of the append use as well comes with the first of them.
    sealed.rows.keys = sealer.takeWrappedKeys() + closedSealer.takeWrappedKeys()
    return sealed
  }

  private mutating func store(
    _ attachment: DraftFields.Attachment, _ stream: StreamID, _ id: EventID, _ sealed: inout Sealed
  ) throws -> DocumentReference {
    let document = attachment.document
    let circle = try circle(attachment.field.visibility, stream)
    let (sealing, stored) = try sealer.sealDocument(document.bytes, stream: stream, for: circle)
    let file = SHA256.hash(stored)
    sealed.documents[file] = stored
    sealed.rows.documents.append(
      DocumentRecord(event: id.description, field: attachment.field.name, file: file, sealing: sealing))
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
      let views = ViewReader(tables: tables, pass: pass)
      let members = registry.circle(try ledger.catalog.authority.circle(of: stream, views))
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

extension EventDraft {
  func check() throws {
    if let problem = problem() { throw problem }
  }
}
