import Governance
import Ledger

/// The pages of the site in their frame: those of the subjects, those about the site, and the one that is not there.
struct SitePages {
  /// The pages as files.
  let files: [SiteFile]
  /// The paths of the pages that search engines may list.
  let listed: [String]

  init(_ source: SiteSource, _ controle: Controle) throws {
    let layout = try Layout()
    let frame = Frame(source)
    let pages = try layout.pages(frame: frame) + source.subjects.flatMap(\.pages)
    let check = try controle.page()
    for (page, path) in (pages + [check]).map({ ($0, $0.path) }) where !SitePath.isPage(path) {
      throw SiteFault.path(page.path)
    }
    files =
      try pages.map { try Self.file($0.path, layout.render($0, frame: frame)) }
      + [
        Self.file(check.path, try layout.render(check, frame: frame, scripts: Controle.scripts)),
        SiteFile("404.html", try layout.notFound(frame: frame), mediaType: MediaType.html),
      ]
    listed = (pages + [check]).filter(\.isListed).map(\.path)
  }

  private static func file(_ path: String, _ bytes: [UInt8]) -> SiteFile {
    SiteFile(path.dropFirst() + "index.html", bytes, mediaType: MediaType.html)
  }
}

extension Frame {
  /// The frame of a site made of a source.
  init(_ source: SiteSource) {
    self.init(
      settings: source.settings, day: source.day, size: source.checkpoint.size, root: source.checkpoint.root,
      subjects: source.subjects, isPresent: source.isPresent, hasHouseStyle: source.houseStyle != nil)
  }
}
