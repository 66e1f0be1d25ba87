/// The place of a hash tile or an entry bundle below a log's prefix (C2SP tlog-tiles).
public struct TilePath: Sendable, Hashable, CustomStringConvertible {
  /// What the file holds.
  public enum Content: Sendable, Hashable {
    /// Hashes of one level, 0 to 63.
    case hashes(level: Int)
    /// The entries whose hashes are in the level 0 tile of the same index and width.
    case entries
  }

  /// Why text is not a tile path.
  public enum PathError: Error, Equatable, Sendable {
    /// The level is not between 0 and 63.
    case levelOutOfRange(Int)
    /// The width is not between 1 and 256.
    case widthOutOfRange(Int)
    /// Not a tile path, or not the one spelling that its level, index and width have.
    case malformed(String)
  }

  /// What the file holds.
  public let content: Content
  /// The tile's place on its level.
  public let index: UInt64
  /// The number of hashes or entries in it, 256 when full.
  public let width: Int

  /// Names a tile.
  /// - Throws: `PathError` for a level above 63 or a width outside 1...256.
  public init(_ content: Content, index: UInt64, width: Int = HashTile.width) throws(PathError) {
    if case .hashes(let level) = content, !(0...63).contains(level) { throw .levelOutOfRange(level) }
    guard (1...HashTile.width).contains(width) else { throw .widthOutOfRange(width) }
    self.init(checked: content, index: index, width: width)
  }

  private init(checked content: Content, index: UInt64, width: Int) {
    self.content = content
    self.index = index
    self.width = width
  }

  /// Whether the tile will grow no further.
  public var isFull: Bool { width == HashTile.width }

  /// The path, such as `tile/0/x001/x234/067.p/112`.
  public var description: String {
    let kind =
      switch content {
      case .hashes(let level): String(level)
      case .entries: "entries"
      }
    var groups = [Self.threeDigits(index % 1000)]
    var rest = index / 1000
    while rest > 0 {
      groups.insert("x" + Self.threeDigits(rest % 1000), at: 0)
      rest /= 1000
    }
    return "tile/\(kind)/\(groups.joined(separator: "/"))" + (isFull ? "" : ".p/\(width)")
  }

  private static func threeDigits(_ value: UInt64) -> String {
    let digits = String(value)
    return String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }

  /// Reads a path.
  /// - Throws: `PathError.malformed` for anything that `description` would not print.
  public init(_ text: String) throws(PathError) {
    guard let path = Self.read(text), path.description.utf8.elementsEqual(text.utf8) else { throw .malformed(text) }
    self = path
  }

  /// Reads liberally: whether the spelling was the right one is seen by printing again.
  private static func read(_ text: String) -> TilePath? {
    var parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
    guard parts.count >= 3, parts.removeFirst().elementsEqual("tile".utf8) else { return nil }
    let kind = parts.removeFirst()
    var width = HashTile.width
    if parts.count >= 2, parts[parts.endIndex - 2].suffix(2).elementsEqual(".p".utf8) {
      guard let found = CanonicalDecimal.parse(parts.removeLast()), (1..<UInt64(HashTile.width)).contains(found) else {
        return nil
      }
      width = Int(found)
      parts.append(parts.removeLast().dropLast(2))
    }
    var index: UInt64 = 0
    for part in parts {
      for digit in part.first == UInt8(ascii: "x") ? part.dropFirst() : part {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
        let (tens, tooLarge) = index.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = tens.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
        guard !tooLarge, !overflow else { return nil }
        index = sum
      }
    }
    if kind.elementsEqual("entries".utf8) { return TilePath(checked: .entries, index: index, width: width) }
    guard let level = CanonicalDecimal.parse(kind), level <= 63 else { return nil }
    return TilePath(checked: .hashes(level: Int(level)), index: index, width: width)
  }

  /// Every hash tile and entry bundle that a log of `size` serves: full ones and the partial ones of just this size.
  ///
  /// Lazy, because a large log has many.
  public static func all(atSize size: UInt64) -> some Sequence<TilePath> {
    let levels = (0...63).filter { HashTile.hashCount(level: $0, size: size) > 0 }
    let contents = levels.map(Content.hashes) + (size > 0 ? [.entries] : [])
    return contents.lazy.flatMap { content in
      let level = if case .hashes(let level) = content { level } else { 0 }
      let full = HashTile.hashCount(level: level + 1, size: size)
      let width = HashTile.width(level: level, index: full, size: size)
      return (0..<full + (width > 0 ? 1 : 0)).lazy.map { index in
        TilePath(checked: content, index: index, width: index < full ? HashTile.width : width)
      }
    }
  }
}
