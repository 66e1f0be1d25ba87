import Ledger
import LedgerCrypto

extension Grootboek {
  /// How far this machine's clock may lie behind the last event before an append is refused, in seconds.
  public static var clockTolerance: Int64 { RecordedTime.tolerance }

  /// Appends events that one key signs: all of them, or none.
  ///
  /// Rules are checked at the log's present size *n*, each event against the views just before it, and the append
  /// succeeds only at *n*; when others were first, everything is checked again.
  /// - Throws: `Failure`, `StoreError`, and `RefusedLines` when the drafts come from a file; nothing was appended.
  public func append(
    _ drafts: [EventDraft], signedBy key: UnlockedKey, log: NoteSigner,
    _ options: AppendOptions = AppendOptions()
  ) throws -> Appended {
    if options.lines.isEmpty { for draft in drafts { try draft.check() } }
    while true {
      do {
        return try attempt(drafts, AppendSigner(key), log, options)
      } catch AppendError.headMoved { continue } catch let dryRun as DryRun { return dryRun.appended }
    }
  }

  /// Judges drafts as if they were appended now, and says what each would bring into the vault; nothing is written.
  func prepared(
    _ drafts: [EventDraft], _ signer: AppendSigner, _ options: AppendOptions
  ) throws -> (appended: Appended, brought: [Brought]) {
    for draft in drafts { try draft.check() }
    var options = options
    options.isDryRun = true
    while true {
      do {
        _ = try attempt(drafts, signer, nil, options)
        preconditionFailure("a dry run that appended")
      } catch AppendError.headMoved { continue } catch let dryRun as DryRun {
        return (dryRun.appended, dryRun.brought)
      }
    }
  }

  /// Appends what was signed elsewhere, behind a draft that says so; the drafts say the same as those events.
  func append(
    _ drafts: [EventDraft], submitted: Batch.Submitted, behind key: UnlockedKey, log: NoteSigner,
    _ options: AppendOptions
  ) throws -> Appended {
    for draft in drafts { try draft.check() }
    while true {
      do {
        return try attempt(drafts, AppendSigner(key), log, options, submitted)
      } catch AppendError.headMoved { continue } catch let dryRun as DryRun { return dryRun.appended }
    }
  }

  private struct DryRun: Error {
    let appended: Appended
    let brought: [Brought]
  }

  private func attempt(
    _ drafts: [EventDraft], _ signer: AppendSigner, _ log: NoteSigner?, _ options: AppendOptions,
    _ submitted: Batch.Submitted = [:]
  ) throws -> Appended {
    let size = try stores.log.size()
    let last = size == 0 ? nil : try stores.log.entry(at: size - 1)?.id
    let committed = try memory.lending(at: (size, last), catalog) { pass in
      var committed: Appended?
      do {
        try stores.views.write { tables in
          projector.resume(pass, tables)
          committed = try commit(drafts, signer, log, options, submitted, tables, pass, size: size)
        }
      } catch {
        // Once the log has the events they are appended: views that could not be kept catch up at the next reading.
        guard committed != nil else { throw error }
      }
      guard let committed else { preconditionFailure("an append that neither failed nor appended") }
      let events = committed.events
      return (committed, size + UInt64(events.count), events.last?.id.description ?? last)
    }
    return finishing(committed, options)
  }

  /// What an append does after the events are in the log; what cannot be done now is told with them, and done later.
  private func finishing(_ committed: Appended, _ options: AppendOptions) -> Appended {
    var appended = committed
    do {
      try forget(committed.events, dismissed: options.dismissed)
      // What an earlier erasure could not finish, because someone was reading.
      if try stores.vault.isScrubPending() { try stores.vault.scrub() }
    } catch { appended.unfinished = error }
    return appended
  }

  private func commit(
    _ drafts: [EventDraft], _ signer: AppendSigner, _ log: NoteSigner?, _ options: AppendOptions,
    _ submitted: Batch.Submitted, _ tables: any TableWriter, _ pass: ViewPass, size: UInt64
  ) throws -> Appended {
    // Others may have appended while this waited for the views.
    let found = try stores.log.size()
    guard found == size else { throw AppendError.headMoved(expected: size, found: found) }
    try projector.catchUp(tables, with: stores.log, to: size)
    var batch = try Batch(
      self, drafts, areChecked: options.lines.isEmpty, tables: tables, pass, size: size, signer: signer,
      admitted: options.wrappedKeys, submitted: submitted)
    // A log must never sign two histories: it goes on only from what it signed.
    if size > 0 && !signer.isApart {
      batch.checkpoint = try SignedHead(of: stores.log, size: size, origin: origin, batch.registry.logKeys).digest
    }
    try checkVersion(drafts, options)
    if drafts.contains(where: { $0.type.name == StukkenVernietigd.type.name }) { try checkForgets() }
    try options.each(drafts.indices) { try batch.add($0) }
    try batch.checkIsFinished()
    // Of the keys as they are behind these events: one of them may say that the log has another.
    if let log { try checkLogKey(log, batch.registry) }
    guard let log, !options.isDryRun else {
      throw DryRun(appended: batch.appended(checkpoint: ""), brought: batch.brought)
    }
    try projector.settle(tables, batch.pass)
    let newSize = size + UInt64(batch.events.count)
    try projector.store(newSize, tables)
    // Before the log is written, because nothing may go wrong between that and the end.
    var tree = try TreeAppender(size: size, reader: LogTiles(log: stores.log))
    for event in batch.events { _ = tree.append(event.leafHash) }
    try projector.bind(tables, size: newSize, root: tree.root())
    try store(batch.sealed, at: size)
    let receipt = try LogAppender(store: stores.log, origin: origin, signer: log)
      .append(batch.events.map(\.signed), expecting: size, knowing: batch.head)
    return batch.appended(checkpoint: receipt.checkpoint)
  }

  /// Nothing is erased from a vault in which something was put that could keep it: the log would say that it is gone.
  func checkForgets() throws {
    let found = try stores.vault.schemaFindings()
    guard !found.isEmpty else { return }
    throw Failure(
      .foundWanting,
      Text(
        nl:
          "de kluis bevat iets dat er niet hoort (\(found.joined(separator: "; "))): het kan bewaren wat wordt vernietigd",
        en:
          "the vault holds something that does not belong there (\(found.joined(separator: "; "))): it can keep what is "
          + "erased"),
      remedy: Text(
        nl: "zoek uit wie het daar zette, verwijder het en controleer met waarborg verify",
        en: "find out who put it there, remove it and check with waarborg verify"))
  }

  /// A checkpoint under another key than the one that signs this log would never verify again.
  private func checkLogKey(_ signer: NoteSigner, _ registry: KeyRegistry) throws {
    guard let present = registry.logKeys.present, present != signer.verifier.vkey else { return }
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
  private func store(_ sealed: [Batch.Sealed], at size: UInt64) throws {
    for (file, bytes) in sealed.flatMap(\.documents) {
      let name = try stores.documents.put(bytes)
      precondition(name == file)
    }
    guard !sealed.isEmpty else { return }
    try stores.vault.write { vault in
      for event in sealed { if let list = event.list { try vault.put(event.rows, listed: list) } }
      try takeBackUnfinished(vault)
      try vault.setBegun(BegunAppend(size: size, events: sealed.map(\.rows.event)))
    }
  }
}
