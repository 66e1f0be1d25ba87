import Governance
import Ledger

/// Everything the site is made of: the same source gives the same bytes.
public struct SiteSource: Sendable {
  /// What the organisation chose.
  public let settings: SiteSettings
  /// The day the site is about.
  public let day: CalendarDate
  /// The state of the log that the site shows.
  public let checkpoint: Checkpoint
  /// The signed note that says so.
  public let note: String
  /// When the last event of that state was recorded.
  public let newest: Instant
  /// The day on which publishing was first set up.
  public let since: CalendarDate
  /// What is published.
  public let subjects: [PublishedSubject]
  /// The organisation's own style; nil for the site's.
  public let houseStyle: HouseStyle?
  /// When the site was published before, earliest first.
  public let publications: [EarlierPublication]

  /// A source.
  public init(
    settings: SiteSettings, day: CalendarDate, checkpoint: Checkpoint, note: String, newest: Instant,
    since: CalendarDate, subjects: [PublishedSubject], houseStyle: HouseStyle? = nil,
    publications: [EarlierPublication] = []
  ) {
    self.publications = publications
    self.houseStyle = houseStyle
    self.settings = settings
    self.day = day
    self.checkpoint = checkpoint
    self.note = note
    self.newest = newest
    self.since = since
    self.subjects = subjects
  }

  /// Whether nothing was recorded after the day the site is about.
  ///
  /// Judged by the log alone and not by a clock, so that the site can be made again, byte for byte, on any later day.
  public var isPresent: Bool { day >= newest.date }

  /// Whether search engines may list the site: when the organisation allows it, and never for an earlier state.
  public var isListable: Bool { settings.robots == .toestaan && isPresent }
}

extension SiteSettings {
  /// The part of the address after the host, without a slash at the end: empty when the site has a host of its own.
  public var base: String { String(address.dropFirst(host.count)) }

  /// The address's scheme and host: `https://gemeente.example`.
  public var host: String {
    let scheme = "https://"
    return scheme + address.dropFirst(scheme.count).prefix { $0 != "/" }
  }

  /// The absolute address of a path below the site's root.
  public func url(_ path: String) -> String { address + path }
}

/// A place to be reached: an e-mail address or a link, which is all that may be published as one.
public enum ContactPoint: Sendable, Hashable {
  case mail(String)
  case link(String)

  /// Reads what was typed; nil for anything else, as `javascript:` and `http:` are.
  public init?(_ text: String) {
    if text.hasPrefix("https://") {
      guard WebAddress.isSafe(text) else { return nil }
      self = .link(text)
    } else {
      guard WebAddress.isMail(text) else { return nil }
      self = .mail(text)
    }
  }

  /// The contact as a link: `mailto:` or `https:`.
  public var uri: String {
    switch self {
    case .mail(let address): "mailto:" + address
    case .link(let link): link
    }
  }
}

/// Which addresses may stand on the site.
public enum WebAddress {
  /// Whether a link is https, names a host, and holds nothing that needs escaping or hides where it goes.
  public static func isSafe(_ text: String) -> Bool {
    guard text.hasPrefix("https://"), text.utf8.count <= 2000 else { return false }
    let rest = text.dropFirst("https://".count)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return isHost(host) && rest.utf8.allSatisfy { urlBytes.contains($0) } && hasWholeEscapes(rest)
  }

  /// Whether an address can be the site's own: a safe link without query, fragment, dot segments or slash at the end.
  public static func isSiteAddress(_ text: String) -> Bool {
    guard isSafe(text), !text.contains("?"), !text.contains("#"), !text.contains("%") else { return false }
    let segments = text.dropFirst("https://".count).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    return segments.allSatisfy { SitePath.isSegment($0) }
  }

  /// Whether a text is an e-mail address of the plain kind (RFC 5321 section 4.1.2, dot-string at a domain).
  public static func isMail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, isHost(parts[1]) else { return false }
    let atoms = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return atoms.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { mailBytes.contains($0) } }
  }

  /// Whether a text is the name of a host in the form everyone writes: lower case, at least two labels, perhaps a port.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2 else { return false }
    if parts.count == 2 { guard let port = Int(parts[1]), (1...65_535).contains(port) else { return false } }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2
      && labels.allSatisfy { label in
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
          && label.utf8.allSatisfy { hostBytes.contains($0) }
      }
  }

  private static func hasWholeEscapes(_ text: Substring) -> Bool {
    text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy {
      $0.utf8.count >= 2 && $0.utf8.prefix(2).allSatisfy { hexBytes.contains($0) }
    }
  }

  private static let letters = Set("abcdefghijklmnopqrstuvwxyz".utf8)
  private static let capitals = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
  private static let digits = Set("0123456789".utf8)
  private static let hexBytes = digits.union("abcdefABCDEF".utf8)
  private static let hostBytes = letters.union(digits).union("-".utf8)
  private static let mailBytes = letters.union(capitals).union(digits).union("-_+".utf8)
  private static let urlBytes = letters.union(capitals).union(digits).union("-._~:/?#=&%+,;@!*".utf8)
}
