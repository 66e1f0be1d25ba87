import Governance
import Ledger
import LedgerCrypto

/// The files that belong to the site as a whole, for programs rather than people.
struct WholeSiteData {
  let source: SiteSource
  let listed: [String]

  init(_ source: SiteSource, listed: [String]) {
    self.source = source
    self.listed = listed
  }

  var files: [SiteFile] {
    get throws {
      var files = [
        SiteFile("v1/openapi.json", OpenAPI(source).json.prettyText + "\n", mediaType: MediaType.openAPI),
        SiteFile("v1/dcat.jsonld", Dcat(source).json.prettyText + "\n", mediaType: MediaType.linkedData),
        SiteFile("v1/404.json", notFound.prettyText + "\n", mediaType: MediaType.problem),
        SiteFile(SiteMarker.path, SiteMarker(source).json.prettyText + "\n", mediaType: MediaType.json),
        SiteFile("robots.txt", robots, mediaType: MediaType.plain),
      ]
      files += sitemaps()
      if source.isPresent {
        files.append(SiteFile(".well-known/security.txt", try SecurityText(source).text, mediaType: MediaType.plain))
      }
      return files
    }
  }

  /// The most addresses that one sitemap may have (sitemaps.org 0.9).
  static let mostInSitemap = 50_000

  /// The pages that search engines may list, in one file, or in several that the first one names (sitemaps.org 0.9).
  func sitemaps(most: Int = mostInSitemap) -> [SiteFile] {
    let pages = source.isListable ? listed.sorted() : ["/"]
    guard pages.count > most else { return [sitemap("sitemap.xml", "urlset", "url", pages)] }
    let parts = stride(from: 0, to: pages.count, by: most).map { pages[$0..<min($0 + most, pages.count)] }
    let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
    return [sitemap("sitemap.xml", "sitemapindex", "sitemap", names.map { "/" + $0 })]
      + zip(names, parts).map { sitemap($0, "urlset", "url", $1) }
  }

  private func sitemap(
    _ path: String, _ root: String, _ element: String, _ addresses: some Collection<String>
  ) -> SiteFile {
    let lines = addresses.map {
      "  <\(element)><loc>\(Markup.escape(source.settings.url($0)))</loc></\(element)>\n"
    }
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(root) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """ + lines.joined() + "</\(root)>\n"
    return SiteFile(path, text, mediaType: MediaType.xml)
  }

  /// What robots may read (RFC 9309): the choice that the organisation recorded; an earlier state is never listed.
  private var robots: String {
    let base = source.settings.base
    return source.isListable
      ? "User-agent: *\nAllow: \(base)/\n\nSitemap: \(source.settings.url("/sitemap.xml"))\n"
      : "User-agent: *\nDisallow: \(base)/\n"
  }

  /// What a web server answers under `/v1/` when there is nothing (RFC 9457).
  private var notFound: JSON {
    [
      "type": "about:blank", "title": "Niet gevonden", "status": 404,
      "detail": .string("Dit bestand is er niet. Wat er is, staat in \(source.settings.url("/v1/openapi.json"))."),
    ]
  }
}

/// What makes a folder recognisable as a site of one ledger, and says at a glance what it shows.
public struct SiteMarker: Sendable, Hashable {
  /// Where it stands.
  public static let path = "v1/site.json"
  static let kind = "waarborg-site/1"
  /// The ledger it is made from.
  public let origin: String
  /// The day it is about.
  public let day: CalendarDate
  /// How many events the log had that it was made from.
  public let size: UInt64
  let json: JSON

  init(_ source: SiteSource) {
    origin = source.checkpoint.origin
    day = source.day
    size = source.checkpoint.size
    json = [
      "soort": .string(Self.kind), "grootboek": .string(origin), "adres": .string(source.settings.address),
      "dag": day.json, "omvang": .int(Int64(size)),
      "wortel": .string(source.checkpoint.root.base64),
      "actueel": .bool(source.isPresent),
    ]
  }

  /// Reads the file of a site that was written before; nil when it is not one.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes), json["soort"]?.string == Self.kind,
      let origin = json["grootboek"]?.string,
      let day = json["dag"].flatMap({ CalendarDate(json: $0) }), let size = json["omvang"]?.int, size >= 0
    else { return nil }
    self.json = json
    self.origin = origin
    self.day = day
    self.size = UInt64(size)
  }
}
