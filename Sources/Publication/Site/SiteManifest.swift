import LedgerCrypto

/// The list of a site's files, one line each: SHA-256, two spaces, path. `sha256sum -c v1/manifest` checks it.
public struct SiteManifest: Sendable, Hashable {
  /// Where it stands; it does not list itself.
  public static let path = "v1/manifest"
  /// The SHA-256 of each file, by path.
  public let entries: [String: Digest]
  /// The file itself.
  public let text: String

  /// Lists files, in the order of their paths.
  init(_ entries: [String: Digest]) {
    self.entries = entries
    text = entries.sorted { $0.key < $1.key }.map { "\($0.value.hex)  \($0.key)\n" }.joined()
  }

  /// Reads a list; nil when it is not exactly one that this program writes.
  public init?(_ text: String) {
    var entries: [String: Digest] = [:]
    guard text.hasSuffix("\n") else { return nil }
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.utf8.count > 66, let digest = try? Digest(hex: String(line.prefix(64))),
        line.dropFirst(64).hasPrefix("  ")
      else { return nil }
      let path = String(line.dropFirst(66))
      guard SitePath.isFile(path), path != Self.path, entries.updateValue(digest, forKey: path) == nil else {
        return nil
      }
    }
    self.entries = entries
    self.text = text
  }

  /// The SHA-256 of the list.
  public var digest: Digest { SHA256.hash(text) }

  /// The SHA-256 of the lines about the scripts of the check, as `grep ' controle/.*\.js$' v1/manifest | sha256sum` has it.
  public var scripts: Digest {
    SHA256.hash(
      text.split(separator: "\n").filter { $0.dropFirst(64).hasPrefix("  controle/") && $0.hasSuffix(".js") }
        .map { $0 + "\n" }.joined())
  }

  /// How another list differs from this one: how many files came, changed and went.
  public func difference(from earlier: SiteManifest?) -> (added: Int, changed: Int, removed: Int) {
    let before = earlier?.entries ?? [:]
    let added = entries.keys.count { before[$0] == nil }
    let changed = entries.count { path, digest in before[path].map { $0 != digest } ?? false }
    return (added, changed, before.keys.count { entries[$0] == nil })
  }
}
