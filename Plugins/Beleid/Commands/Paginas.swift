import Governance

/// How many pages a text has, as far as its file tells.
enum Paginas: Sendable, Equatable {
  case aantal(Int)
  /// It has none, such as a text without page breaks.
  case geen
  /// The file does not tell in a way that is read here.
  case onbekend

  init(_ document: Document) {
    switch document.mediaType {
    case "text/plain":
      let breaks = document.bytes.count { $0 == 0x0C }
      self = breaks == 0 ? .geen : .aantal(breaks + 1)
    case "text/markdown", "text/html": self = .geen
    case "application/pdf": self = Self.pdf(document.bytes)
    default: self = .onbekend
    }
  }

  /// The tree of pages counts its leaves (ISO 32000-1, 7.7.3.2). Where it lies in a compressed stream nothing is guessed.
  private static func pdf(_ bytes: [UInt8]) -> Paginas {
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    var most: Int?
    for object in text.split(separator: "endobj") where object.contains(/\/Type\s*\/Pages\b/) {
      guard let match = object.firstMatch(of: /\/Count\s+([0-9]{1,6})\b/), let count = Int(match.1) else { continue }
      most = max(most ?? 0, count)
    }
    return most.map { .aantal($0) } ?? .onbekend
  }
}
