/// Which paths a bag may hold: plain ASCII names, so that no system reads one as something else.
///
/// RFC 8493 allows more, and warns of what then differs between systems (sections 2.1.3 and 5.2): Unicode forms, names
/// that climb, names that a shell or Windows takes for something else.
public enum BagPath {
  /// The most bytes of a path.
  public static let mostBytes = 200

  /// Whether a path may stand in a bag.
  public static func isSafe(_ path: String) -> Bool {
    path.utf8.count <= mostBytes
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { isName($0) }
  }

  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
    return name.utf8.last != UInt8(ascii: ".") && name.utf8.allSatisfy { bytes.contains($0) }
  }

  private static let bytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-".utf8)
}
