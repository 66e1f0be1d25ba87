/// One file of the site.
public struct SiteFile: Sendable, Hashable {
  /// Where it stands below the site's root, without a slash at the start: `nevenfuncties/index.html`.
  public let path: String
  /// What is in it.
  public let bytes: [UInt8]
  /// What kind of file it is, as in `text/html`.
  public let mediaType: String
  /// Whether it is a page that holds all there is, and so may be heavy.
  let isWhole: Bool

  /// A file.
  public init(_ path: String, _ bytes: [UInt8], mediaType: String) {
    self.init(path, bytes, mediaType: mediaType, isWhole: false)
  }

  init(_ path: String, _ bytes: [UInt8], mediaType: String, isWhole: Bool) {
    self.isWhole = isWhole
    self.path = path
    self.bytes = bytes
    self.mediaType = mediaType
  }

  /// A file of text.
  public init(_ path: String, _ text: String, mediaType: String) {
    self.init(path, Array(text.utf8), mediaType: mediaType)
  }

  /// The address that a web server gives it below the site's root: a folder's `index.html` is the folder.
  public var address: String {
    path == "index.html" || path.hasSuffix("/index.html") ? "/" + path.dropLast("index.html".count) : "/" + path
  }
}

extension SiteFile {
  /// A file beside a page, of a kind that a browser only shows or saves, whatever is in it: on the site's own address a
  /// page, a script or a picture with a script in it could do more, so that those are files of bytes.
  /// - Parameter path: Where it stands, without the ending that goes with its kind.
  public init(beside path: String, _ bytes: [UInt8], mediaType: String) {
    let type = Self.endings[mediaType] == nil ? Self.bytesOnly : mediaType
    self.init(path + (Self.endings[type] ?? ""), bytes, mediaType: type)
  }

  /// Whether it is of such a kind.
  var isInert: Bool { Self.endings[mediaType].map { path.hasSuffix($0) } ?? false }

  private static let bytesOnly = "application/octet-stream"
  private static let endings = [
    MediaType.plain: ".txt", "text/markdown": ".md", "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt", bytesOnly: ".bin",
  ]
}

/// Media types of what the site holds.
enum MediaType {
  static let html = "text/html"
  static let plain = "text/plain"
  static let json = "application/json"
  static let schema = "application/schema+json"
  static let csv = "text/csv"
  static let atom = "application/atom+xml"
  static let xml = "application/xml"
  static let linkedData = "application/ld+json"
  static let openAPI = "application/vnd.oai.openapi+json"
  static let problem = "application/problem+json"
  static let style = "text/css"
  static let script = "text/javascript"
  static let bytes = "application/octet-stream"
  static let picture = "image/svg+xml"

  /// What a file that comes with the layout is.
  static func ofAsset(_ path: String) -> String { path.hasSuffix(".css") ? style : picture }
}
