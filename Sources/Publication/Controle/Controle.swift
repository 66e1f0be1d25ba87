import Governance
import Ledger
import LedgerCrypto

/// `/controle/`: pages, a script and data with which anyone checks the public list in a browser of their own.
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

  /// The scripts of the pages, below the site's root: modules of our own, for the layout to load and allow. They import
  /// the others, the index what it needs for things that a reader kept.
  public static let scripts = ["/controle/controle.js"]

  /// Gives the pages and files of the check, part after part: the page of a part, its data and its receipts.
  /// - Parameters:
  ///   - page: Takes a page, for the layout, with the scripts that it may run.
  ///   - file: Takes a file.
  /// - Throws: `Failure` when the site shows something that the log does not say or that a reader may not see.
  public func write(page: (Page, [String]) throws -> Void, file: (SiteFile) throws -> Void) throws {
    let pages = try ControlePages(self)
    let path = try CheckedEvents.paths(in: checkpoint.size, log)
    var summaries: [(subject: PublishedSubject, parts: [PartSummary])] = []
    for subject in subjects {
      let parts = CheckedParts(subject.checked, of: subject.slug).parts
      var summary: [PartSummary] = []
      for part in parts {
        let proofs = try part.entries.map(proof)
        let data = try data(proofs, path)
        for (index, text) in data.enumerated() {
          let name = index == 0 ? "gegevens.json" : "gegevens-\(index + 1).json"
          try file(SiteFile("\(part.path.dropFirst())\(name)", text + "\n", mediaType: MediaType.json))
        }
        for receipt in try receipts(proofs, path) { try file(receipt) }
        try page(pages.page(part, of: parts.count, subject, files: data.count), Self.scripts)
        summary.append(PartSummary(part: part, files: data.count))
      }
      summaries.append((subject, summary))
    }
    for index in try pages.index(summaries) { try page(index, Self.scripts) }
    for asset in Self.assets { try file(asset) }
    let founding = try data([], path).joined()
    try file(SiteFile("controle/gegevens.json", founding + "\n", mediaType: MediaType.json))
    try LogTilesOnSite(log: LogTiles(log: log), checkpoint: checkpoint).write(file)
    try file(SiteFile("controle/delen.json", Self.data(summaries).text + "\n", mediaType: MediaType.json))
    try file(SiteFile("controle/checkpoint", note.bytes, mediaType: MediaType.plain))
    try file(SiteFile("controle/sleutel", (registry.logKeys.present ?? "") + "\n", mediaType: MediaType.plain))
  }

  private static let assets = [
    SiteFile("controle/controle.css", PackageResources.controle_css, mediaType: "text/css"),
    script("basis", PackageResources.basis_js), script("bestand", PackageResources.bestand_js),
    script("controle", PackageResources.controle_js), script("eerder", PackageResources.eerder_js),
    script("grootboek", PackageResources.grootboek_js), script("lijst", PackageResources.lijst_js),
    script("pagina", PackageResources.pagina_js), script("waarden", PackageResources.waarden_js),
  ]

  private static func script(_ name: String, _ bytes: [UInt8]) -> SiteFile {
    SiteFile("controle/\(name).js", bytes, mediaType: "text/javascript")
  }
}
