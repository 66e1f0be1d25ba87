import Ledger
import LedgerCrypto

/// The leaf hash of each event as it was when its signature was checked and it was folded, and when it was recorded.
///
/// Whoever reads the bytes of the event again compares them with the hash, so that what was put in their place afterwards is
/// not taken for what was signed. When it was recorded follows from all of the log before it, and is looked up here.
struct LeafView: Projection {
  let name = "blad"
  let version = 2
  let events: Set<String>
  let tables = [
    ViewTable(
      "blad", columns: "position INTEGER PRIMARY KEY, hash TEXT NOT NULL, vastgelegd INTEGER NOT NULL", key: "position")
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    try tables.run(
      "INSERT INTO {blad} (position, hash, vastgelegd) VALUES (?, ?, ?)",
      [.int(Int64(event.position)), .text(event.leafHash.base64), .int(event.recordedAt.secondsSince1970)])
  }

  /// Compares an entry that was read again with what was folded; one that was not folded yet is nobody's to act on.
  /// - Throws: `BadEvent`.
  func check(_ entry: LogEntry, _ views: ViewReader) throws {
    let folded = try views.rows(self, "SELECT hash FROM {blad} WHERE position = ?", [.int(Int64(entry.position))])
    guard let hash = folded.first?.text("hash") else {
      throw BadEvent(
        entry.position, Text(nl: "zij is nog niet nagekeken", en: "it was not looked at yet"))
    }
    guard MerkleTree.leafHash(of: entry.leaf).base64 == hash else {
      throw BadEvent(
        entry.position,
        Text(
          nl: "haar bytes zijn niet meer die van toen zij werd nagekeken",
          en: "its bytes are no longer those of when it was looked at"))
    }
  }

  /// When the event at a position was recorded, in seconds since 1970; of one that could not be folded, when the last before it
  /// was. Nil when there is none.
  func recordedAt(_ position: UInt64, _ views: ViewReader) throws -> Int64? {
    try views.rows(
      self, "SELECT vastgelegd FROM {blad} WHERE position <= ? ORDER BY position DESC LIMIT 1",
      [.int(Int64(clamping: position))]
    ).first?.int("vastgelegd")
  }
}
