import Governance
import Ledger
import LedgerCrypto

/// A whole site as it was written, checked: nothing of it depends on when or where it is made.
public struct Site: Sendable, Hashable {
  /// The list of all other files with their SHA-256, as `sha256sum` prints it.
  public let manifest: SiteManifest
  /// How many of the files are pages.
  public let pageCount: Int
  /// How many files there are, the manifest included.
  public var fileCount: Int { manifest.entries.count + 1 }

  /// Makes the site, file after file: it is never in memory as a whole.
  /// - Parameters:
  ///   - source: What it is made of.
  ///   - controle: What a reader can check, under `/controle/`.
  ///   - write: Where the files go, in the order in which they are made.
  /// - Throws: `Failure` of kind `foundWanting`, naming the page: what was written of a site with a fault is no site.
  public init(_ source: SiteSource, controle: Controle, to write: (SiteFile) throws -> Void) throws {
    try SiteCheck.check(source)
    var writer = SiteWriter(base: source.settings.base)
    func add(_ files: [SiteFile]) throws { for file in files { try writer.write(file, to: write) } }
    var pages = try SitePages(source)
    try pages.write(source, controle) { try writer.write($0, to: write) }
    for subject in source.subjects { try add(try SubjectData(subject, source).files) }
    try add(try WholeSiteData(source, listed: pages.listed).files)
    try add(NginxFiles(base: source.settings.base, gone: pages.gone, scripted: pages.scripted).files)
    try add(
      Layout.assets(source.houseStyle).map { asset in
        SiteFile(String(asset.path.dropFirst()), asset.bytes, mediaType: MediaType.ofAsset(asset.path))
      })
    if let logo = source.houseStyle?.logo { try add([SiteFile(logo.path, logo.bytes, mediaType: logo.mediaType)]) }
    if let style = source.houseStyle { try add([SiteFile(HouseStyle.path, style.css, mediaType: MediaType.style)]) }
    try writer.check.finish()
    self = try writer.finish(write)
  }

  /// A site of these files as they are.
  init(of files: [SiteFile], to write: (SiteFile) throws -> Void) throws {
    var writer = SiteWriter(base: "")
    for file in files { try writer.list(file, to: write) }
    self = try writer.finish(write)
  }

  fileprivate init(manifest: SiteManifest, pageCount: Int) {
    self.manifest = manifest
    self.pageCount = pageCount
  }

  /// The SHA-256 of the manifest: what the event that tells of the publication names.
  public var digest: Digest { manifest.digest }
}

/// Lists and checks files while they go by.
private struct SiteWriter {
  var check: SiteCheck
  private var entries: [String: Digest] = [:]
  private var pageCount = 0

  init(base: String) { check = SiteCheck(base: base) }

  mutating func write(_ file: SiteFile, to write: (SiteFile) throws -> Void) throws {
    try check.note(file)
    try list(file, to: write)
  }

  mutating func list(_ file: SiteFile, to write: (SiteFile) throws -> Void) throws {
    entries[file.path] = SHA256.hash(file.bytes)
    pageCount += file.mediaType == MediaType.html ? 1 : 0
    try write(file)
  }

  func finish(_ write: (SiteFile) throws -> Void) throws -> Site {
    let manifest = SiteManifest(entries)
    try write(SiteFile(SiteManifest.path, manifest.text, mediaType: MediaType.plain))
    return Site(manifest: manifest, pageCount: pageCount)
  }
}
