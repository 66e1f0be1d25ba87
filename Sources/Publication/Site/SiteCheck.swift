import Governance
import Ledger

/// What must hold of a site: it is found while the files go by, and what links need once all have.
struct SiteCheck {
  /// The most that a page may weigh, so that it is quick on a bad connection.
  static let mostPageBytes = 100_000

  private let base: String
  private var addresses: Set<String> = []
  /// Places on pages that can be linked to, as `/page/#id`.
  private var places: Set<String> = []
  /// Where links lead, each with a page that has it.
  private var wanted: [String: String] = [:]
  private var pages: Set<String> = []

  init(base: String) { self.base = base }

  /// Checks what the plugins brought, before pages are made of it.
  static func check(_ source: SiteSource) throws {
    var slugs: Set<String> = []
    for subject in source.subjects {
      guard SitePath.isSegment(subject.slug) else { throw SiteFault.path(subject.slug) }
      guard slugs.insert(subject.slug).inserted else { throw SiteFault.twice(subject.slug) }
      try check(subject.dataset, of: subject.slug)
    }
  }

  private static func check(_ dataset: Dataset, of slug: String) throws {
    if let division = dataset.division {
      guard division.words.count == dataset.rows.count, dataset.columns.contains(where: { $0.name == division.column })
      else { throw SiteFault.dataset(slug, row: division.words.count, column: division.column) }
      for word in division.words where !SitePath.isSegment(word) { throw SiteFault.path(word) }
    }
    for (number, row) in dataset.rows.enumerated() {
      guard row.count == dataset.columns.count else {
        throw SiteFault.dataset(slug, row: number + 1, column: "\(row.count)/\(dataset.columns.count)")
      }
      for (column, value) in zip(dataset.columns, row) where !column.admits(value) {
        throw SiteFault.dataset(slug, row: number + 1, column: column.name)
      }
    }
  }

  /// Checks a file: its path, its size, and what its page is made of.
  mutating func note(_ file: SiteFile) throws {
    guard SitePath.isFile(file.path), file.path != SiteManifest.path else { throw SiteFault.path(file.path) }
    let address = file.address
    guard addresses.insert(address).inserted else { throw SiteFault.twice(address) }
    guard file.mediaType == MediaType.html else { return }
    guard file.isWhole || file.bytes.count <= Self.mostPageBytes else {
      throw SiteFault.size(address, file.bytes.count)
    }
    pages.insert(address)
    let scan = try HTMLScan(file)
    for id in scan.ids { places.insert("\(address)#\(id)") }
    for link in scan.links { try note(link, on: address, scan) }
  }

  private mutating func note(_ link: String, on page: String, _ scan: HTMLScan) throws {
    if link.hasPrefix("https://") || link.hasPrefix("mailto:") {
      guard ContactPoint(link.hasPrefix("mailto:") ? String(link.dropFirst(7)) : link) != nil else {
        throw SiteFault.unsafeLink(link, on: page)
      }
      return
    }
    let hash = link.utf8.firstIndex(of: UInt8(ascii: "#"))
    guard let target = Self.resolve(String(link[..<(hash ?? link.endIndex)]), from: page, base: base) else {
      throw SiteFault.unsafeLink(link, on: page)
    }
    let place = hash.map { String(link[$0...]) } ?? ""
    if target == page, place.utf8.count > 1 {
      guard scan.ids.contains(String(place.dropFirst())) else { throw SiteFault.link(link, on: page) }
      return
    }
    let whole = place.utf8.count > 1 ? target + place : target
    if wanted[whole] == nil { wanted[whole] = page }
  }

  /// Checks that every link leads somewhere.
  func finish() throws {
    for (target, page) in wanted.sorted(by: { $0.key < $1.key }) {
      let address = target.prefix { $0 != "#" }
      guard addresses.contains(String(address)) else { throw SiteFault.link(target, on: page) }
      if address.utf8.count < target.utf8.count, pages.contains(String(address)), !places.contains(target) {
        throw SiteFault.link(target, on: page)
      }
    }
  }
}

extension SiteCheck {
  /// Where on the site a link leads (RFC 3986 section 5.2); nil when it leaves the site.
  static func resolve(_ link: String, from page: String, base: String) -> String? {
    if link.isEmpty { return page }
    if link.hasPrefix("/") {
      guard link.hasPrefix(base + "/"), !link.hasPrefix("//") else { return nil }
      return String(link.dropFirst(base.utf8.count))
    }
    // A colon before the first slash is that of a scheme.
    guard !link.prefix(while: { $0 != "/" }).contains(":") else { return nil }
    var folders = page.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast().map { String($0) }
    var parts = link.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    let last = parts.removeLast()
    for part in parts + (last == "." || last == ".." ? [last] : []) where part != "." {
      if part == ".." {
        guard folders.popLast() != nil else { return nil }
      } else {
        folders.append(part)
      }
    }
    return "/" + folders.map { $0 + "/" }.joined() + (last == "." || last == ".." ? "" : last)
  }
}

extension Dataset.Column {
  /// Whether a value is one that the column says it holds.
  func admits(_ value: JSON) -> Bool {
    switch (kind, value) {
    case (_, .null): !isRequired
    case (.text, .string), (.truth, .bool), (.number, .int): true
    case (.day, .string(let text)): (try? CalendarDate(text)) != nil
    case (.code(let words), .string(let word)): words.contains(word)
    case (.path, .string(let path)):
      SitePath.isPage(path) || path.hasPrefix("/") && SitePath.isFile(String(path.dropFirst()))
    default: false
    }
  }
}
