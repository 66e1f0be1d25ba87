import Ledger
import LedgerCrypto

extension Batch {
  /// What one draft brings into the vault.
  struct Sealed: Sendable {
    var rows: VaultRows
    /// The list of them, over which the event is signed; nil when there are none.
    var list: Commitment?
    /// The bytes of the documents among them.
    var documents: [Digest: [UInt8]] = [:]
    /// The values of the sealed fields; only of what is signed elsewhere.
    var disclosures: [Disclosure] = []

    /// A sealed event with its rows.
    init(rows: VaultRows) { self.rows = rows }

    /// What came with an event that was signed elsewhere.
    init(_ brought: Brought) {
      rows = brought.rows
      list = brought.rows.commitment
      documents = brought.files
    }
  }

  /// Events that were signed elsewhere, by the place of their drafts.
  typealias Submitted = [Int: (event: SignedEvent, sealed: Sealed)]
}
