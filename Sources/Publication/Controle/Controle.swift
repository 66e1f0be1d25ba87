import Governance
import Ledger
import LedgerCrypto

/// `/controle/`: a page, a script and data with which anyone checks the public list in a browser of their own.
///
/// The data holds the signed bytes themselves and the way from each to a signed checkpoint, so that whoever reads it
/// need not believe the site. Of sealed fields it opens those that the site shows, and no other.
public struct Controle {
  let settings: SiteSettings
  let subjects: [PublishedSubject]
  let log: any LogReader
  let catalog: Catalog
  let filter: VisibilityFilter
  let registry: KeyRegistry
  let note: SignedNote
  let checkpoint: Checkpoint

  /// The check of what is published.
  /// - Parameters:
  ///   - settings: Whose site it is.
  ///   - subjects: What is published; each `checked` entry can be checked.
  ///   - log: The log it was made from.
  ///   - catalog: The event types.
  ///   - filter: The filter of a reader without a key.
  ///   - registry: The keys, as the log says it.
  ///   - checkpoint: The state of the log that is published, as a signed note.
  /// - Throws: `NoteError`, `Checkpoint.FormatError`.
  public init(
    settings: SiteSettings, subjects: [PublishedSubject], log: any LogReader, catalog: Catalog,
    filter: VisibilityFilter, registry: KeyRegistry, checkpoint: String
  ) throws {
    self.settings = settings
    self.subjects = subjects
    self.log = log
    self.catalog = catalog
    self.filter = filter
    self.registry = registry
    note = try SignedNote(Array(checkpoint.utf8))
    self.checkpoint = try Checkpoint(text: note.text)
  }

  /// The scripts of the page, below the site's root: modules of our own, for the layout to load and allow.
  public static let scripts = ["/controle/controle.js"]

  /// The page, for the layout.
  public func page() throws -> Page { try ControlePage(self).page }

  /// The files beside the page.
  /// - Throws: `Failure` when the site shows something that the log does not say or that a reader may not see.
  public func files() throws -> [SiteFile] {
    let proofs = try proofs()
    return Self.assets + Self.receipts(proofs, note) + [
      SiteFile("controle/gegevens.json", Self.data(proofs).text + "\n", mediaType: "application/json"),
      SiteFile("controle/checkpoint", note.bytes, mediaType: "text/plain"),
      SiteFile("controle/sleutel", (registry.founding?.logKey ?? "") + "\n", mediaType: "text/plain"),
    ]
  }

  private static let assets = [
    SiteFile("controle/controle.css", PackageResources.controle_css, mediaType: "text/css"),
    script("basis", PackageResources.basis_js), script("controle", PackageResources.controle_js),
    script("grootboek", PackageResources.grootboek_js), script("lijst", PackageResources.lijst_js),
    script("waarden", PackageResources.waarden_js),
  ]

  private static func script(_ name: String, _ bytes: [UInt8]) -> SiteFile {
    SiteFile("controle/\(name).js", bytes, mediaType: "text/javascript")
  }
}
