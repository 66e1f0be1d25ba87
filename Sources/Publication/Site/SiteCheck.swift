import Governance
import Ledger

/// What must hold of a site before it is written.
enum SiteCheck {
  /// The most that a page may weigh, so that it is quick on a bad connection.
  static let mostPageBytes = 100_000

  /// Checks what the plugins brought, before pages are made of it.
  static func check(_ source: SiteSource) throws {
    var slugs: Set<String> = []
    for subject in source.subjects {
      guard SitePath.isSegment(subject.slug) else { throw SiteFault.path(subject.slug) }
      guard slugs.insert(subject.slug).inserted else { throw SiteFault.twice(subject.slug) }
      for page in subject.pages where !page.path.hasPrefix("/\(subject.slug)/") { throw SiteFault.path(page.path) }
      try check(subject.dataset, of: subject.slug)
    }
    var titles: Set<String> = []
    for page in source.subjects.flatMap(\.pages) where !titles.insert(page.title).inserted {
      throw SiteFault.title(page.title, page.path)
    }
  }

  private static func check(_ dataset: Dataset, of slug: String) throws {
    for (number, row) in dataset.rows.enumerated() {
      guard row.count == dataset.columns.count else {
        throw SiteFault.dataset(slug, row: number + 1, column: "\(row.count)/\(dataset.columns.count)")
      }
      for (column, value) in zip(dataset.columns, row) where !column.admits(value) {
        throw SiteFault.dataset(slug, row: number + 1, column: column.name)
      }
    }
  }

  /// Checks the finished files: paths, sizes, and that every link leads somewhere.
  static func check(_ files: [SiteFile], base: String) throws {
    var addresses: [String: SiteFile] = [:]
    for file in files {
      guard SitePath.isFile(file.path), file.path != SiteManifest.path else { throw SiteFault.path(file.path) }
      guard addresses.updateValue(file, forKey: file.address) == nil else { throw SiteFault.twice(file.address) }
    }
    var scans: [String: HTMLScan] = [:]
    for file in files where file.mediaType == MediaType.html {
      guard file.bytes.count <= mostPageBytes else { throw SiteFault.size(file.address, file.bytes.count) }
      scans[file.address] = try HTMLScan(file)
    }
    for file in files {
      guard let scan = scans[file.address] else { continue }
      for link in scan.links {
        try check(link, on: file.address, base: base, addresses: addresses, scans: scans)
      }
    }
  }

  private static func check(
    _ link: String, on page: String, base: String, addresses: [String: SiteFile], scans: [String: HTMLScan]
  ) throws {
    if link.hasPrefix("https://") || link.hasPrefix("mailto:") {
      guard ContactPoint(link.hasPrefix("mailto:") ? String(link.dropFirst(7)) : link) != nil else {
        throw SiteFault.unsafeLink(link, on: page)
      }
      return
    }
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let target = resolve(String(parts[0]), from: page, base: base) else {
      throw SiteFault.unsafeLink(link, on: page)
    }
    guard addresses[target] != nil else { throw SiteFault.link(link, on: page) }
    if parts.count == 2, !parts[1].isEmpty, let scan = scans[target], !scan.ids.contains(String(parts[1])) {
      throw SiteFault.link(link, on: page)
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
