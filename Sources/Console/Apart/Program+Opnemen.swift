import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

extension Program {
  /// What became of an answer, with the receipt for who signed.
  public struct TakenUp: Sendable {
    /// Where its events stand.
    public let positions: [UInt64]
    /// What was appended, the submission first; nil when the events stood there before.
    public let appended: Appended?
    /// The receipt; of a dry run it is over the log as it was.
    public let receipt: Ontvangst
  }

  /// Takes up an answer in the ledger.
  /// - Throws: `Failure` and others: what is not so, or is refused; nothing was written.
  public func takeUp(
    _ file: SealedFile, _ options: KeyOptions, _ shared: SharedOptions, isDryRun: Bool
  ) throws -> TakenUp {
    let key = try signer(options).key
    let directory = try directory(shared)
    return try directory.write { stores in
      let book = try grootboek(stores, in: directory)
      tell(stores)
      let ledger = try CheckpointMemory.Ledger(book)
      try memory.checkGoesOn(book.stores, ledger, at: directory.url)
      let registry = try book.read { $0.registry }
      let answer = try Antwoord(json: try content(of: file, key, registry, stores.vault))
      // What cannot be receipted is not taken up.
      let held = try book.known(answer)
      let taken = try book.takeUp(
        answer, by: key, log: try logSigner(directory), registry, AppendOptions(isDryRun: isDryRun))
      remember(book, ledger, at: directory.url)
      let positions = isDryRun && taken.appended != nil ? [] : taken.positions
      return TakenUp(
        positions: taken.positions, appended: taken.appended,
        receipt: try book.receipt(for: answer, since: held, at: positions))
    }
  }

  /// What is in an answer, opened with the organisation's key that it is sealed to.
  private func content(
    of file: SealedFile, _ key: UnlockedKey, _ registry: KeyRegistry, _ vault: any VaultReader
  ) throws -> JSON {
    guard let recipient = file.recipient else { return try file.content { try key.ring.open(box: $0) } }
    guard registry.organisationKeys.contains(recipient) else {
      throw Failure(
        .badInput,
        Text(
          nl: "dit antwoord is voor een ander grootboek: \(file.origin)",
          en: "this answer is for another ledger: \(file.origin)"))
    }
    guard let secret = try key.ring.circleKey(recipient, in: vault) else {
      throw Failure(
        .notPermitted,
        Text(
          nl: "dit antwoord gaat met deze sleutel niet open", en: "this answer does not open with this key"),
        remedy: Text(
          nl: "gebruik --als met een sleutel die opent wat intern is",
          en: "use --als with a key that opens what is internal"))
    }
    return try file.content { try secret.open($0) }
  }
}
