/// A file of up to 256 entries, each after its length in two bytes (C2SP tlog-tiles, log entries).
public enum EntryBundle {
  /// The longest entry whose length fits in two bytes.
  public static let longestEntry = Int(UInt16.max)

  /// Why entries do not fit in a bundle, or bytes are no bundle.
  public enum BundleError: Error, Equatable, Sendable {
    /// An entry is longer than two bytes can say.
    case entryTooLong(position: Int, length: Int)
    /// The bytes end in the middle of an entry or of its length.
    case truncated(position: Int)
    /// There are more entries than a bundle holds.
    case tooManyEntries(Int)
  }

  /// Writes the entries one after another.
  public static func encode(_ entries: [[UInt8]]) throws(BundleError) -> [UInt8] {
    guard entries.count <= HashTile.width else { throw .tooManyEntries(entries.count) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
    for (position, entry) in entries.enumerated() {
      guard entry.count <= longestEntry else { throw .entryTooLong(position: position, length: entry.count) }
      bytes.append(UInt8(entry.count >> 8))
      bytes.append(UInt8(entry.count & 0xff))
      bytes.append(contentsOf: entry)
    }
    return bytes
  }

  /// Reads the entries back.
  public static func decode(_ bytes: [UInt8]) throws(BundleError) -> [[UInt8]] {
    var entries: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard entries.count < HashTile.width else { throw .tooManyEntries(entries.count + 1) }
      guard let high = rest.popFirst(), let low = rest.popFirst() else { throw .truncated(position: entries.count) }
      let length = Int(high) << 8 | Int(low)
      guard rest.count >= length else { throw .truncated(position: entries.count) }
      entries.append(Array(rest.prefix(length)))
      rest.removeFirst(length)
    }
    return entries
  }
}
