import Governance
import Ledger
import LedgerCrypto

/// The whole site, checked, as it is about to be written: nothing of it depends on when or where it is made.
public struct Site: Sendable {
  /// Its files in the order of their paths, the manifest included.
  public let files: [SiteFile]
  /// The list of all other files with their SHA-256, as `sha256sum` prints it.
  public let manifest: SiteManifest
  /// How many of the files are pages.
  public let pageCount: Int

  /// Puts the site together.
  /// - Parameters:
  ///   - source: What it is made of.
  ///   - extra: Files that others bring along, as those of `/controle/`.
  /// - Throws: `Failure` of kind `foundWanting`, naming the page: a site with a fault is never written.
  public init(_ source: SiteSource, extra: [SiteFile] = []) throws {
    try SiteCheck.check(source)
    let pages = PlaceholderLayout(source: source).pages + source.subjects.flatMap(\.pages)
    var files = try pages.map { page in
      guard SitePath.isPage(page.path) else { throw SiteFault.path(page.path) }
      let html = PlaceholderLayout(source: source).html(page)
      return SiteFile(page.path.dropFirst() + "index.html", html, mediaType: MediaType.html)
    }
    files.append(SiteFile("404.html", PlaceholderLayout(source: source).notFound, mediaType: MediaType.html))
    files += try source.subjects.flatMap { try SubjectData($0, source).files }
    files += try WholeSiteData(source, listed: pages.filter(\.isListed).map(\.path)).files
    files += extra
    files.sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    try SiteCheck.check(files, base: source.settings.base)
    manifest = SiteManifest(files)
    pageCount = files.count { $0.mediaType == MediaType.html }
    files.append(SiteFile(SiteManifest.path, manifest.text, mediaType: MediaType.plain))
    self.files = files
  }

  /// The SHA-256 of the manifest: what the event that tells of the publication names.
  public var digest: Digest { manifest.digest }
}

/// The list of a site's files, one line each: SHA-256, two spaces, path. `sha256sum -c v1/manifest` checks it.
public struct SiteManifest: Sendable, Hashable {
  /// Where it stands; it does not list itself.
  public static let path = "v1/manifest"
  /// The SHA-256 of each file, by path.
  public let entries: [String: Digest]
  /// The file itself.
  public let text: String

  /// Lists files, in their order.
  init(_ files: [SiteFile]) {
    let listed = files.map { ($0.path, SHA256.hash($0.bytes)) }
    entries = Dictionary(listed) { first, _ in first }
    text = listed.map { "\($0.1.hex)  \($0.0)\n" }.joined()
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

  /// How another list differs from this one: how many files came, changed and went.
  public func difference(from earlier: SiteManifest?) -> (added: Int, changed: Int, removed: Int) {
    let before = earlier?.entries ?? [:]
    let added = entries.keys.count { before[$0] == nil }
    let changed = entries.count { path, digest in before[path].map { $0 != digest } ?? false }
    return (added, changed, before.keys.count { entries[$0] == nil })
  }
}
