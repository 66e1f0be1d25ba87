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
  ///   - controle: What a reader can check, under `/controle/`.
  /// - Throws: `Failure` of kind `foundWanting`, naming the page: a site with a fault is never written.
  public init(_ source: SiteSource, controle: Controle) throws {
    try SiteCheck.check(source)
    let pages = try SitePages(source, controle)
    var files = pages.files
    files += try source.subjects.flatMap { try SubjectData($0, source).files }
    files += try WholeSiteData(source, listed: pages.listed).files
    files += try controle.files()
    files += Layout.assets.map { asset in
      SiteFile(String(asset.path.dropFirst()), asset.bytes, mediaType: MediaType.ofAsset(asset.path))
    }
    if let style = source.houseStyle {
      files.append(SiteFile(HouseStyle.path, style.css, mediaType: MediaType.style))
    }
    try SiteCheck.check(files, base: source.settings.base)
    self.init(of: files)
  }

  /// Orders files and lists them.
  init(of files: [SiteFile]) {
    var files = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
    manifest = SiteManifest(files)
    pageCount = files.count { $0.mediaType == MediaType.html }
    files.append(SiteFile(SiteManifest.path, manifest.text, mediaType: MediaType.plain))
    self.files = files
  }

  /// The SHA-256 of the manifest: what the event that tells of the publication names.
  public var digest: Digest { manifest.digest }
}
