/// Which paths a site may have: lower case, without dots that climb, without anything that needs escaping.
public enum SitePath {
  /// Whether a text may stand between two slashes of an address that people read.
  public static func isSegment(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && !text.hasPrefix("-") && text.utf8.allSatisfy { segmentBytes.contains($0) }
  }

  /// Whether a path is that of a page: `/`, or segments with a slash at the end.
  public static func isPage(_ path: String) -> Bool {
    guard path != "/" else { return true }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count >= 3 && parts.first?.isEmpty == true && parts.last?.isEmpty == true
      && parts.dropFirst().dropLast().allSatisfy { isSegment($0) }
  }

  /// Whether a path is that of a file: names with dots only inside them; `.well-known` is the one hidden folder.
  public static func isFile(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last else { return false }
    return parts.dropLast().allSatisfy { isName($0) || $0 == ".well-known" } && isName(name)
  }

  private static func isName(_ name: Substring) -> Bool {
    name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isSegment($0) }
  }

  private static let segmentBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
}
