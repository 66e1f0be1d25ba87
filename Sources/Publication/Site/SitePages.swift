import Governance
import Ledger

/// The pages of the site in their frame: those of the subjects, those about the site, and the one that is not there.
struct SitePages {
  /// The paths of the pages that search engines may list.
  private(set) var listed: [String] = []
  /// The paths of the pages that stand at the address of something that is gone.
  private(set) var gone: [String] = []
  /// The paths of the pages that run a script.
  private(set) var scripted: [String] = []
  private let layout: Layout
  private let frame: Frame
  private var titles: Set<String> = []

  init(_ source: SiteSource) throws {
    layout = try Layout()
    frame = Frame(source)
  }

  /// Gives each page as a file.
  mutating func write(_ source: SiteSource, _ controle: Controle, to write: (SiteFile) throws -> Void) throws {
    for page in try layout.pages(frame: frame) { try write(file(page)) }
    for subject in source.subjects {
      try subject.pages.forEach(reading: controle.filter) { page in
        guard page.path.hasPrefix("/\(subject.slug)/") else { throw SiteFault.path(page.path) }
        guard titles.insert(page.title).inserted else { throw SiteFault.title(page.title, page.path) }
        try write(file(page))
      }
      if let history = subject.history {
        try Comparison(subject, history).write(
          page: { page, scripts in try write(file(page, scripts)) })
      }
      try subject.files.forEach(reading: controle.filter) { file in
        try Self.check(file, of: subject.slug)
        try write(file)
      }
    }
    if source.subjects.contains(where: { $0.history != nil }) { try write(Comparison.script) }
    try Finding(source.subjects).write(page: { page, scripts in try write(file(page, scripts)) }, file: write)
    try controle.write(page: { page, scripts in try write(file(page, scripts)) }, file: write)
    try write(SiteFile("404.html", try layout.notFound(frame: frame), mediaType: MediaType.html))
  }

  /// A subject's file stands below its own address, and is of a kind that does nothing in a browser.
  static func check(_ file: SiteFile, of slug: String) throws {
    guard file.path.hasPrefix("\(slug)/"), file.isInert else { throw SiteFault.path("/" + file.path) }
  }

  private mutating func file(_ page: Page, _ scripts: [String] = []) throws -> SiteFile {
    guard SitePath.isPage(page.path) else { throw SiteFault.path(page.path) }
    if page.isListed { listed.append(page.path) }
    if page.isGone { gone.append(page.path) }
    if !scripts.isEmpty { scripted.append(page.path) }
    return SiteFile(
      page.path.dropFirst() + "index.html", try layout.render(page, frame: frame, scripts: scripts),
      mediaType: MediaType.html, isWhole: page.isWhole)
  }
}

extension Frame {
  /// The frame of a site made of a source.
  init(_ source: SiteSource) {
    self.init(
      settings: source.settings, day: source.day, size: source.checkpoint.size, root: source.checkpoint.root,
      subjects: source.subjects, isPresent: source.isPresent, hasHouseStyle: source.houseStyle != nil,
      mark: source.houseStyle?.logo.map { Frame.Mark(path: $0.path, mediaType: $0.mediaType) } ?? .own,
      displayName: source.houseStyle?.name)
  }
}
