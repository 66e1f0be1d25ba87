import Governance
import LedgerCrypto

/// An organisation's own mark, which stands in the header and beside the address in a browser: a PNG, or an SVG that holds
/// shapes and nothing else.
public struct Logo: Sendable, Hashable {
  /// The most that it may weigh: it is on every page.
  public static let mostBytes = 60_000

  /// What is in the file.
  public let bytes: [UInt8]
  /// What kind of picture it is.
  public let mediaType: String

  /// Reads a picture.
  /// - Throws: `Failure` that says what was found where, and what was expected.
  public init(_ bytes: [UInt8], named name: String) throws {
    guard bytes.count <= Self.mostBytes else {
      throw Failure(
        .badInput,
        Text(
          nl:
            "\(name) weegt meer dan \(Self.mostBytes) bytes; een logo staat op elke pagina en weegt er hoogstens zoveel",
          en: "\(name) weighs more than \(Self.mostBytes) bytes; a logo is on every page and weighs at most that"),
        remedy: Text(nl: "maak het eenvoudiger of kleiner", en: "make it simpler or smaller"))
    }
    if bytes.starts(with: PNG.signature) {
      try PNG(bytes, named: name).check()
      mediaType = "image/png"
    } else {
      try SVG(bytes, named: name).check()
      mediaType = MediaType.picture
    }
    self.bytes = bytes
  }

  /// How it is called on the site: the name says what is in it, so that the style sheet that names it does too.
  var fileName: String {
    "logo-\(SHA256.hash(bytes).hex.prefix(16)).\(mediaType == MediaType.picture ? "svg" : "png")"
  }

  /// Where it stands on the site, without a slash at the start.
  public var path: String { "stijl/" + fileName }

  static func failure(_ name: String, found: String, expected: Text) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "\(name) kan geen logo zijn: «\(found)»; verwacht werd \(expected.nl)",
        en: "\(name) cannot be a logo: “\(found)”; expected was \(expected.en)"),
      remedy: Text(
        nl: "bewaar het als PNG, of als eenvoudige SVG met alleen vormen",
        en: "save it as PNG, or as a plain SVG with shapes alone"))
  }
}

/// A PNG (ISO/IEC 15948) as far as its size has to be known.
private struct PNG {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let mostPixels = 2_000
  private let bytes: [UInt8]
  private let name: String

  init(_ bytes: [UInt8], named name: String) {
    self.bytes = bytes
    self.name = name
  }

  func check() throws {
    let header = Array(bytes.dropFirst(Self.signature.count).prefix(16))
    guard header.count == 16, Array(header[4..<8]) == Array("IHDR".utf8) else {
      throw Logo.failure(name, found: "PNG", expected: Text(nl: "een hele PNG", en: "a whole PNG"))
    }
    let sizes = [header[8..<12], header[12..<16]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
    guard sizes.allSatisfy({ (1...Self.mostPixels).contains($0) }) else {
      throw Logo.failure(
        name, found: "\(sizes[0]) × \(sizes[1])",
        expected: Text(
          nl: "hoogstens \(Self.mostPixels) beeldpunten per kant", en: "at most \(Self.mostPixels) pixels a side"))
    }
    guard bytes.suffix(8).starts(with: "IEND".utf8) else {
      throw Logo.failure(name, found: "PNG", expected: Text(nl: "een hele PNG", en: "a whole PNG"))
    }
  }
}
