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
  mutating func lead(from key: String) throws -> Bool {
    if known.count > Self.mostKnown { known = [:] }
    if let answer = known[key] { return answer }
    var (passed, last): ([String], String?) = ([], nil)
    let isReaders = try KeyWalk.leads(key) { name in
      if let answer = known[name] { return answer ? .yes : .onward([]) }
      let holders = try recipients(name)
      if holders.contains(box.name) {
        last = name
        return .yes
      }
      passed.append(name)
      return .onward(holders)
    }
    // Of those that open others there are few, and they are kept; of data keys there are as many as fields. Of a way that leads
    // to the reader only its last step is known to.
    for name in isReaders ? [last].compactMap(\.self) : passed where name != key { known[name] = isReaders }
    return isReaders
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
