import Ledger
import LedgerCrypto

extension Grootboek {
  /// Carries out what the appended events say must be forgotten; done again, it does nothing more.
  ///
  /// The events are in the log by then: what goes wrong here is no reason to say that nothing was written.
  func forget(_ events: [RecordedEvent], dismissed: [BoxPublicKey]) throws {
    let erased = events.flatMap(\.erased)
    guard !dismissed.isEmpty || !erased.isEmpty, let last = events.last else { return }
    let living = try dismissed.isEmpty ? [] : read { $0.registry.living() }
    try forget(erased, dismissed.map(\.name), living: living, upTo: last.position + 1)
    if !erased.isEmpty {
      try stores.documents.sweepPartial()
      try stores.documents.emptyTrash()
    }
    try stores.vault.scrub()
  }

  /// Whether the vault is an older copy than the last erasure or revocation, so that it may hold again what had to go.
  public func isVaultOlder(than reading: Reading) throws -> Bool {
    try stores.vault.erasedUpTo() < reading.forgottenUpTo()
  }

  /// Fields that were erased but that the vault still or again holds.
  ///
  /// To tell of, also when some event cannot be relied on: `reapplyErasures` erases only by events that can.
  public func pendingErasures() throws -> [ErasedFields] { try examine { try pendingErasures($0) } }

  private func pendingErasures(_ reading: Reading) throws -> [ErasedFields] {
    var pending: [ErasedFields] = []
    try ErasureView().forEach(reading.views) { event, field in
      let there = try stores.vault.sealedFields(of: event).contains { $0.field == field }
      if try there || stores.vault.documents(of: event).contains(where: { $0.field == field }) {
        pending.append(ErasedFields(event: event, fields: [field]))
      }
    }
    return pending
  }

  /// Lets go again of whatever an old copy of the vault brought back, or an append that was cut off left, and returns how
  /// many erased fields that were.
  public func reapplyErasures() throws -> Int {
    let (pending, size, registry) = try read { try (pendingErasures($0), $0.forgottenUpTo(), $0.registry) }
    if try !pending.isEmpty || isUnfinished() { try checkForgets() }
    let revoked = registry.keysInOrder.filter { $0.revoked != nil }.map(\.box.name)
    try forget(pending, revoked, living: registry.living(), upTo: size)
    if try stores.vault.isScrubPending() { try stores.vault.scrub() }
    return pending.count
  }

  /// Puts away the files that no event refers to, left behind by an append that did not finish; returns how many.
  ///
  /// What an erasure covers is removed for good: an old copy of the folder can have brought it back.
  public func sweepDocuments() throws -> Int {
    let erased = try read { try erasedDocuments($0) }
    var orphans: [Digest] = []
    try stores.vault.write { vault in
      try stores.documents.forEachFile { name in
        guard let file = try? Digest(hex: name), try !vault.isReferenced(file) else { return }
        orphans.append(file)
      }
    }
    for file in orphans {
      if erased.cover(file) { try stores.documents.remove(file) } else { try stores.documents.discard(file) }
    }
    try stores.documents.sweepPartial()
    return orphans.count
  }

  private func erasedDocuments(_ reading: Reading) throws -> ErasedDocuments {
    var erased = ErasedDocuments()
    try ErasureView().forEach(reading.views) { event, field in
      let list = try stores.vault.commitment(of: event).flatMap { Commitment(text: $0) }
      for row in list?.rows ?? [] where row.kind == .document && row.name == field { erased.add(row, of: event) }
    }
    return erased
  }

  /// Whether the last append that sealed anything was cut off before the log had it.
  ///
  /// In a log that is shorter than it was then its events may still come back.
  func isUnfinished(_ vault: any VaultReader) throws -> Bool {
    guard let begun = try vault.begun(), let first = begun.events.first else { return false }
    return try stores.log.size() >= begun.size && stores.log.position(of: first) == nil
  }

  /// Takes back what an append left that was cut off: no event names it, so no erasure would reach it.
  func takeBackUnfinished(_ vault: any VaultTransaction) throws {
    guard try isUnfinished(vault), let begun = try vault.begun() else { return }
    // Whatever the vault says, nothing goes of an event that the log has.
    let files = try begun.events.filter { try stores.log.position(of: $0) == nil }
      .flatMap { try vault.removeRows(of: $0) }
    try vault.setBegun(nil)
    try vault.setScrubPending(true)
    try removeUnreferenced(files, vault)
  }

  /// Before the rows are gone for good: after a crash they still say which files there are to remove.
  private func removeUnreferenced(_ files: [Digest], _ vault: any VaultTransaction) throws {
    for file in try files.filter({ try !vault.isReferenced($0) }) { try stores.documents.remove(file) }
  }

  /// Whether something is in the vault of an append that was cut off.
  public func isUnfinished() throws -> Bool { try isUnfinished(stores.vault) }

  private func forget(
    _ erased: [ErasedFields], _ dismissed: [String], living: Set<String>, upTo size: UInt64
  ) throws {
    try stores.vault.write { vault in
      let isNew = try vault.erasedUpTo() < size || !erased.isEmpty
      let left = try dismissed.contains { try !vault.left(for: $0, living: living).isEmpty }
      guard try isNew || left || isUnfinished(vault) else { return }
      try takeBackUnfinished(vault)
      try vault.setErasedUpTo(max(size, vault.erasedUpTo()))
      try vault.setScrubPending(true)
      try dismiss(dismissed, living: living, vault)
      var files: [Digest] = []
      for item in erased {
        for field in item.fields {
          let remains = try vault.eraseField(field, of: item.event)
          files += remains.files
          for key in remains.keys { try vault.removeKeyIfUnused(key) }
        }
      }
      try removeUnreferenced(files, vault)
    }
  }
}

extension Reading {
  /// The size of the log just after the last event by which something had to go from the vault.
  func forgottenUpTo() throws -> UInt64 {
    let revoked = registry.keys.values.compactMap { $0.revoked.map { $0.at + 1 } }.max() ?? 0
    return try max(revoked, ErasureView().size(views))
  }
}
