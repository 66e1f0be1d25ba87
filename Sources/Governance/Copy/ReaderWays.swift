import Ledger
import LedgerCrypto

/// Which wrapped keys lead to one reader, asked of the rows of a vault; what was found of a key that opens others is kept.
struct ReaderWays {
  let box: BoxPublicKey
  /// For whom a key is there.
  let recipients: (String) throws -> [String]
  private var known: [String: Bool] = [:]
  private static let mostKnown = 100_000

  init(_ box: BoxPublicKey, _ recipients: @escaping (String) throws -> [String]) {
    (self.box, self.recipients) = (box, recipients)
  }

  /// Whether the reader can open a data key, a key-encryption key or the organisation's key.
  ///
  /// Whoever writes in the vault can wrap keys in a ring: no step goes by the same key twice.
  mutating func lead(from key: String) throws -> Bool {
    if let answer = known[key] { return answer }
    var (seen, waiting): (Set<String>, [String]) = ([key], [key])
    while let name = waiting.popLast() {
      for recipient in try recipients(name) where seen.insert(recipient).inserted {
        if recipient == box.name || known[recipient] == true {
          if name != key { known[name] = true }
          return true
        }
        if known[recipient] == nil { waiting.append(recipient) }
      }
    }
    if known.count > Self.mostKnown { known = [:] }
    // Of those that open others there are few; of data keys as many as fields.
    for name in seen where name != key { known[name] = false }
    return false
  }
}

extension CopyScope {
  /// Which fields of an event are not in a copy because they are sealed for others, as the signed list of what the event brought
  /// says it.
  func withheld(
    from claims: Envelope, _ type: EventType?, _ records: [SealedRecord], _ erased: Set<String>,
    _ vault: any VaultReader
  ) throws -> Set<String> {
    var ways = ReaderWays(box) { try vault.storedKeys($0).map(\.key.recipient) }
    return try withheld(from: claims, type, Set(records.map(\.field)), erased, vault, &ways)
  }

  /// The same, where the ways to the reader are known.
  func withheld(
    from claims: Envelope, _ type: EventType?, _ present: Set<String>, _ erased: Set<String>, _ vault: any VaultReader,
    _ ways: inout ReaderWays
  ) throws -> Set<String> {
    guard present.count + erased.count < claims.sealedDigests.count else { return [] }
    var names: Set<String> = []
    for row in (try? CommitmentCheck.list(vault.commitment(of: claims.id), of: claims))??.rows ?? []
    where row.kind == .sealed && !present.contains(row.name) && !erased.contains(row.name) {
      guard let key = row.key else { continue }
      let isReaders = try type?.isClosed == true ? hasClosed : ways.lead(from: key)
      if !isReaders { names.insert(row.name) }
    }
    return names
  }
}
