import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// What a command decides to append, once it has seen the views.
public struct Proposal {
  /// The events.
  public var drafts: [EventDraft]
  /// Keys to store or take away with them.
  public var options: AppendOptions
  /// What to ask before appending; nil when nothing is irreversible.
  public var question: Text?
  /// What is signed for, as the signed events before it say it: told before anything is signed.
  public var about: Text?
  /// What is allowed but had better be known: told before anything is signed.
  public var warnings: [Text] = []
  /// Work outside the ledger that the events tell of; nil when there is none.
  public var work: OutsideWork?
  /// That these events would only say again what the last ones said: they are judged and the work is done, but nothing is
  /// recorded, and this is told.
  public var alreadyRecorded: Text?
  /// Signs in the log in the place of who acts: the key of a closed stream.
  public var signer: SigningKey?

  /// A proposal of some events.
  public init(
    _ drafts: EventDraft..., options: AppendOptions = AppendOptions(), question: Text? = nil, work: OutsideWork? = nil
  ) {
    self.drafts = drafts
    self.options = options
    self.question = question
    self.work = work
  }
}

extension Proposal {
  /// What is asked when something is to be recorded that can hardly have happened on its day; nil when nothing is.
  func ahead(of today: CalendarDate) -> Text? {
    let early = drafts.first { $0.type.hasHappened && $0.effective.isAfter(today) == .yes }
    return early.map { draft in
      Text(
        nl:
          "\(draft.type.name) vertelt wat is gebeurd, en \(draft.effective.text.nl) ligt in de toekomst. Klopt die dag?",
        en:
          "\(draft.type.name) tells of what has happened, and \(draft.effective.text.en) lies in the future. Is that right?"
      )
    }
  }

  /// The same, with what the plugins have to say of its events: an event of one can matter to another.
  func warned(by catalog: Catalog, _ reading: Reading) throws -> Proposal {
    var proposal = self
    for draft in drafts {
      for plugin in catalog.plugins { proposal.warnings += try plugin.warnings(about: draft, reading) }
    }
    return proposal
  }
}

/// Work outside the ledger that an event tells of, as putting a site in its place.
///
/// It is done once everything has been checked and just before the append, and undone when the append fails: what the log
/// says happened, happened.
public struct OutsideWork {
  let carryOut: () throws -> Void
  let undo: () throws -> Void
  let finish: () -> Void

  /// Work, how to undo it, and what is left to do once it has been recorded.
  public init(carryOut: @escaping () throws -> Void, undo: @escaping () throws -> Void, finish: @escaping () -> Void) {
    self.carryOut = carryOut
    self.undo = undo
    self.finish = finish
  }
}

/// What a command sees while it decides what to append.
public struct AppendContext {
  /// The ledger.
  public let book: Grootboek
  /// The views as the signer sees them.
  public let reading: Reading
  /// Who signs.
  public let signer: Thumbprint
  /// The date of effect.
  public let effective: ImpreciseDate
  private let unlocked: UnlockedKey?

  /// Someone who signs here.
  init(book: Grootboek, reading: Reading, key: UnlockedKey, effective: ImpreciseDate) {
    self.init(book: book, reading: reading, signer: key.id, effective: effective, unlocked: key)
  }

  init(
    book: Grootboek, reading: Reading, signer: Thumbprint, effective: ImpreciseDate, unlocked: UnlockedKey?
  ) {
    (self.book, self.reading, self.signer) = (book, reading, signer)
    (self.effective, self.unlocked) = (effective, unlocked)
  }

  /// The signer's key, for what needs more than a signature.
  /// - Throws: `Failure` when it is not here, because the event is signed elsewhere.
  public var key: UnlockedKey {
    get throws {
      if let unlocked { return unlocked }
      throw Self.onlyHere
    }
  }

  /// Said of what a draft cannot do.
  static let onlyHere = Failure(
    .refused,
    Text(
      nl: "dit kan niet met een concept: het vraagt de sleutel zelf, of doet werk buiten het grootboek",
      en: "this cannot be done with a draft: it needs the key itself, or does work outside the ledger"),
    remedy: Text(nl: "laat --concept weg", en: "leave out --concept"))
}

extension Program {
  /// Appends what `body` proposes, signed by the key that was named, and says what was recorded.
  /// - Parameter isSummedUp: Whether the command itself says what was recorded, because the events are too many to name;
  ///   as JSON each is named.
  @discardableResult
  public func append(
    _ options: AppendingOptions, isSummedUp: Bool = false, _ body: (AppendContext) throws -> Proposal
  ) throws -> Appended {
    if let path = options.concept { return try writeConcept(options, to: path, body) }
    let key = try signer(options.key).key
    let effective = try options.effective(clock.now.date)
    var confirmed: Text?
    while true {
      do {
        let (appended, next) = try attempt(options, confirmed, key) { book, reading in
          try body(AppendContext(book: book, reading: reading, key: key, effective: effective))
        }
        if options.shared.json || !isSummedUp { report(appended, options) }
        if let next, !options.shared.json {
          terminal.note(Text(nl: "Hierna: ", en: "Next: ") + Text(next))
        }
        if let problem = appended.unfinished { tell(unfinished: problem) }
        return appended
      } catch let unconfirmed as Unconfirmed {
        // Asked without the lock: others can go on while someone thinks.
        try terminal.requireYes(unconfirmed.question, assumeYes: options.yes)
        confirmed = unconfirmed.question
      }
    }
  }

  /// The events are recorded; that something remains to be done is said as that, and never as if nothing was written.
  private func tell(unfinished problem: any Error) {
    let reason: Text =
      if case StoreError.busy? = problem as? StoreError {
        Text(nl: "iemand leest de kluis", en: "someone is reading the vault")
      } else { Failure(problem).message }
    terminal.warn(
      Text(
        nl:
          "het is vastgelegd, maar nog niet afgerond (\(reason.nl)): van wat is verwijderd, kan nog iets in de bestanden "
          + "van de kluis staan; de volgende die vastlegt rondt het af, of waarborg doctor --herstel",
        en:
          "it is recorded, but not finished yet (\(reason.en)): something of what was removed can still be in the vault's "
          + "files; the next one to record finishes it, or waarborg doctor --herstel"))
  }

  private struct Unconfirmed: Error { let question: Text }

  private func attempt(
    _ options: AppendingOptions, _ confirmed: Text?, _ key: UnlockedKey,
    _ propose: (Grootboek, Reading) throws -> Proposal
  ) throws -> (appended: Appended, next: String?) {
    let directory = try directory(options.shared)
    return try directory.write { stores in
      let book = try grootboek(stores, in: directory)
      tell(stores)
      let ledger = try CheckpointMemory.Ledger(book)
      try memory.checkGoesOn(book.stores, ledger, at: directory.url)
      let signer = try logSigner(directory)
      var (proposal, jump) = try book.read(as: .member(key.ring)) { reading in
        if try book.isVaultOlder(than: reading) { try eraseAgain(book) }
        return (try propose(book, reading).warned(by: catalog, reading), try ClockJump(reading, book.now, environment))
      }
      if let about = proposal.about, !options.shared.json { terminal.noteOnce(about) }
      for warning in proposal.warnings { terminal.warnOnce(warning) }
      let questions = [jump?.question, proposal.ahead(of: book.today), proposal.question].compactMap(\.self)
      if let first = questions.first, !options.dryRun {
        let question = questions.dropFirst().reduce(first) { $0 + Text(" ") + $1 }
        if question != confirmed { throw Unconfirmed(question: question) }
      }
      proposal.options.isDryRun = options.dryRun
      if let expected = options.verwacht { proposal.options.expectedVersion = expected }
      let signing = proposal.signer.map { UnlockedKey(signing: $0, box: key.box) } ?? key
      let appended = try append(proposal, signing, signer, to: book)
      if let known = proposal.alreadyRecorded { terminal.note(known) }
      remember(book, ledger, at: directory.url)
      return (appended, options.dryRun ? nil : next(appended, book, key))
    }
  }

  /// What usually follows; that it cannot be said is no reason to say that nothing was recorded.
  private func next(_ appended: Appended, _ book: Grootboek, _ key: UnlockedKey) -> String? {
    guard let last = appended.events.last else { return nil }
    return try? book.read(as: .member(key.ring)) { reading in
      try catalog.plugins.lazy.compactMap { try $0.next(after: last, in: reading) }.first
    }
  }

  private func append(
    _ proposal: Proposal, _ key: UnlockedKey, _ signer: NoteSigner, to book: Grootboek
  ) throws -> Appended {
    let isRecorded = proposal.alreadyRecorded != nil
    guard proposal.work != nil && !proposal.options.isDryRun || isRecorded else {
      return try book.append(proposal.drafts, signedBy: key, log: signer, proposal.options)
    }
    // Nothing outside is touched for an event that a rule refuses.
    var trial = proposal.options
    trial.isDryRun = true
    _ = try book.append(proposal.drafts, signedBy: key, log: signer, trial)
    guard let work = proposal.work, !proposal.options.isDryRun else { return .nothing }
    try work.carryOut()
    if isRecorded {
      work.finish()
      return .nothing
    }
    let appended: Appended
    do { appended = try book.append(proposal.drafts, signedBy: key, log: signer, proposal.options) } catch {
      try work.undo()
      throw error
    }
    work.finish()
    return appended
  }

  private func report(_ appended: Appended, _ options: AppendingOptions) {
    for (event, authority) in zip(appended.events, appended.authorities) {
      if options.shared.json {
        terminal.outJSON(json(event, isDryRun: options.dryRun).text)
      } else if options.dryRun {
        terminal.note(
          Text(
            nl: "proef: \(event.type.name) zou worden vastgelegd als nummer \(event.position); er is niets geschreven",
            en: "dry run: \(event.type.name) would be recorded as number \(event.position); nothing was written"))
      } else {
        terminal.note(StyledText.verdict(.good, Self.recorded(event, authority.capacity)))
      }
    }
  }

  private static func recorded(_ event: RecordedEvent, _ capacity: SigningCapacity?) -> Text {
    let recorded = Text(
      nl: "\(event.type.name) vastgelegd als nummer \(event.position)",
      en: "\(event.type.name) recorded as number \(event.position)")
    guard let capacity else { return recorded }
    return recorded + Text(nl: ", ondertekend door ", en: ", signed by the ") + capacity.text
  }

  /// Refuses JSON fields that the report of an event does not have while nothing is recorded yet.
  func requireReportFields(_ options: AppendingOptions) throws {
    guard options.concept == nil else { return }
    try terminal.fields?.require(["position", "id", "stream", "seq", "event", "dry_run"])
  }

  private func json(_ event: RecordedEvent, isDryRun: Bool) -> JSON {
    [
      "position": .int(Int64(event.position)), "id": event.id.json, "stream": event.stream.json,
      "seq": .int(event.signed.envelope.seq), "event": .string(event.type.name), "dry_run": .bool(isDryRun),
    ]
  }
}
