import Ledger
import LedgerCrypto

/// An entry with what its bytes say, as far as they can be read.
struct ParsedEntry: Sendable {
  let entry: LogEntry
  let signed: SignedEvent?
  /// When it was recorded is known once it was followed.
  var event: RecordedEvent?
  /// The hash of its bytes, whatever its row says.
  let leafHash: Digest

  /// Whether the vault has, or should have, something for it.
  var bringsRows: Bool {
    signed?.envelope.vaultRoot != nil || signed?.envelope.sealedDigests.isEmpty == false
      || event?.type.fields.contains { $0.visibility.isSealed && $0.isRequired } == true
  }

  /// Reads an entry and compares it with its own row: needs nothing but the entry, so it can be done on any thread.
  init(_ entry: LogEntry, catalog: Catalog, origin: String, _ tally: inout Tally) {
    self.entry = entry
    leafHash = MerkleTree.leafHash(of: entry.leaf)
    if leafHash != entry.leafHash {
      tally.find(
        .log, "leaf-hash", at: entry.position, event: entry.id,
        Text(nl: "de bytes passen niet bij de bewaarde hash", en: "the bytes do not match the stored hash"))
    }
    do {
      let signed = try entry.event()
      self.signed = signed
      Self.compare(entry, signed.envelope, &tally)
      if !signed.envelope.origin.isExactly(origin) {
        tally.find(
          .events, "origin", at: entry.position, event: entry.id,
          Text(
            nl: "de gebeurtenis is van een ander grootboek: \(signed.envelope.origin)",
            en: "the event is of another ledger: \(signed.envelope.origin)"))
      }
    } catch {
      signed = nil
      tally.find(
        .events, "event-format", at: entry.position, event: entry.id,
        Text(nl: "dit is geen gebeurtenis: ", en: "this is not an event: ") + error.text)
    }
    let hash = leafHash
    event = signed.flatMap { Self.event($0, entry, hash, catalog, &tally) }
  }

  private static func event(
    _ signed: SignedEvent, _ entry: LogEntry, _ leafHash: Digest, _ catalog: Catalog, _ tally: inout Tally
  ) -> RecordedEvent? {
    do {
      return try catalog.decode(signed, at: entry.position, leafHash: leafHash)
    } catch CatalogError.unknownEvent(let type, let version, _) {
      tally.find(
        .events, "event-type", at: entry.position, event: entry.id,
        Text(
          nl: "dit programma kent \(type), versie \(version), niet",
          en: "this program does not know \(type), version \(version)"))
    } catch CatalogError.malformedEvent(let type, let field, _) {
      tally.find(
        .events, "event-content", at: entry.position, event: entry.id,
        Text(nl: "\(type): \(field) klopt niet met het type", en: "\(type): \(field) does not fit the type"))
    } catch {
      tally.find(.events, "event-content", at: entry.position, event: entry.id, Text("\(error)"))
    }
    return nil
  }

  private static func compare(_ entry: LogEntry, _ claims: Envelope, _ tally: inout Tally) {
    func differs(_ column: String, _ stored: String, _ signed: String) {
      tally.find(
        .log, "column-\(column)", at: entry.position, event: entry.id,
        Text(
          nl: "kolom \(column) zegt \(stored), ondertekend is \(signed)",
          en: "column \(column) says \(stored), signed is \(signed)"))
    }
    let (id, stream) = (claims.id.description, claims.stream.description)
    if !entry.id.isExactly(id) { differs("id", entry.id, id) }
    if !entry.stream.isExactly(stream) { differs("stream", entry.stream, stream) }
    if entry.seq != claims.seq { differs("seq", "\(entry.seq)", "\(claims.seq)") }
  }
}
