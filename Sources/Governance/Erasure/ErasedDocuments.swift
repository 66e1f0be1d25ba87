import Ledger
import LedgerCrypto

/// The documents that were erased, as far as the lists of what their events brought still tell which files they were.
struct ErasedDocuments {
  private var encrypted: [(event: EventID, row: Commitment.Row)] = []
  /// Of a plain one nothing tells its file any more, so each file can be one.
  private var isAnyPlain = false

  /// Adds one.
  mutating func add(_ row: Commitment.Row, of event: EventID) {
    if row.key == nil { isAnyPlain = true } else { encrypted.append((event, row)) }
  }

  /// Whether a file is, or can be, one of them.
  func cover(_ file: Digest) -> Bool {
    isAnyPlain
      || encrypted.contains { event, row in
        let document = DocumentRecord(
          event: event.description, field: row.name, file: file,
          sealing: row.key.map { .encrypted(key: $0) } ?? .plain)
        return Commitment.Row(document) == row
      }
  }
}
