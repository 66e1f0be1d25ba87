/// What can be checked of one subject, in parts: what one page of the list shows is one, and what is in the history is
/// divided over others. Whoever looks at one page so checks it without the rest.
public struct CheckedParts: Sendable {
  /// One part.
  public struct Part: Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Its page.
    public let path: String
    /// The page of the list that it checks; nil for what is in the history.
    public let listPage: String?
    /// Its entries, in their order.
    public let entries: [CheckedEntry]
  }

  /// The parts, in the order of the list.
  public let parts: [Part]
  private let paths: [String: String]

  /// Divides entries over parts, always alike.
  public init(_ entries: [CheckedEntry], of slug: String) {
    var groups: [[CheckedEntry]] = []
    var bytes = 0
    for entry in entries {
      // A page of the list is one part; what is in the history fills parts whose pages stay light.
      let size = Self.bytes(entry)
      if let last = groups.last, last[0].listPage == entry.listPage,
        entry.isOnList || last.count < Self.mostOfHistory && bytes + size <= Self.mostBytesOfHistory
      {
        groups[groups.count - 1].append(entry)
        bytes += size
      } else {
        groups.append([entry])
        bytes = size
      }
    }
    parts = groups.enumerated().map { index, entries in
      Part(
        number: index + 1, path: "/controle/\(slug)/\(index + 1)/", listPage: entries[0].listPage, entries: entries)
    }
    paths = Dictionary(parts.flatMap { part in part.entries.map { ($0.id, part.path) } }) { first, _ in first }
  }

  /// How much of the history one part has.
  static let mostOfHistory = 50
  private static let mostBytesOfHistory = 80_000

  /// The most that an entry takes on the page of its part: its name, escaped, and its addresses.
  private static func bytes(_ entry: CheckedEntry) -> Int { 6 * entry.label.utf8.count + 400 }

  /// Where an entry is checked: its part, and the place on it.
  public func address(of id: String) -> String? { paths[id].map { "\($0)#\(id)" } }
}
