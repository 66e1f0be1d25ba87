import Ledger
import LedgerCrypto

extension Grootboek {
  /// Carries out what the appended events say must be forgotten; done again, it does nothing more.
  ///
  /// The events are in the log by then: what goes wrong here is no reason to say that nothing was written.
  func forget(_ events: [RecordedEvent], dismissed: [BoxPublicKey]) throws {
    let erasures = events.filter { $0[StukkenVernietigd.stukken] != nil }
    let erased = erasures.flatMap { $0[StukkenVernietigd.stukken] ?? [] }
    if !dismissed.isEmpty {
      let living = try read { $0.registry.living() }
      try stores.vault.write { vault in
        try dismiss(dismissed, living: living, vault)
        try vault.setScrubPending(true)
      }
    }
    try erase(erased, upTo: erasures.last.map { $0.position + 1 })
    if !erased.isEmpty { try stores.documents.sweepPartial() }
    if !dismissed.isEmpty || !erased.isEmpty { try stores.vault.scrub() }
  }

  /// Whether the vault is an older copy than the last erasure, so that it may hold again what was erased.
  public func isVaultOlder(than reading: Reading) throws -> Bool {
    try stores.vault.erasedUpTo() < ErasureView().size(reading.views)
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

  /// Erases again whatever an old copy of the vault brought back, and returns how many fields that were.
  public func reapplyErasures() throws -> Int {
    let (pending, size) = try read { try (pendingErasures($0), ErasureView().size($0.views)) }
    if !pending.isEmpty { try checkForgets() }
    try erase(pending, upTo: size)
    if try !pending.isEmpty || stores.vault.isScrubPending() { try stores.vault.scrub() }
    return pending.count
  }

  /// Removes files that no event refers to, left behind by an append that did not finish; returns how many.
  public func sweepDocuments() throws -> Int {
    var orphans: [Digest] = []
    try stores.vault.write { vault in
      try stores.documents.forEachFile { name in
        guard let file = try? Digest(hex: name), try !vault.isReferenced(file) else { return }
        orphans.append(file)
      }
    }
    for file in orphans { try stores.documents.remove(file) }
    try stores.documents.sweepPartial()
    return orphans.count
  }

  private func erase(_ erased: [ErasedFields], upTo size: UInt64?) throws {
    guard !erased.isEmpty || size != nil else { return }
    try stores.vault.write { vault in
      if let size { try vault.setErasedUpTo(size) }
      try vault.setScrubPending(true)
      var files: [Digest] = []
      for item in erased {
        for field in item.fields {
          let remains = try vault.eraseField(field, of: item.event)
          files += remains.files
          for key in remains.keys { try vault.removeKeyIfUnused(key) }
        }
      }
      // Before the rows are gone for good: after a crash they still say which files there are to remove.
      for file in try files.filter({ try !vault.isReferenced($0) }) { try stores.documents.remove(file) }
    }
  }
}
