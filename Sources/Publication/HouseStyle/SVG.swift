import Governance

/// An SVG that can only draw: elements and attributes that are named here, references within the file, and nothing that
/// runs, fetches, moves or is told in another file.
///
/// A browser runs no script in a picture of an `img`, but the file has an address of its own, where it would.
struct SVG {
  private let text: Substring.UTF8View
  private let name: String

  init(_ bytes: [UInt8], named name: String) {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    text = Substring(decoding: isMarked ? Array(bytes.dropFirst(3)) : bytes, as: UTF8.self).utf8
    self.name = name
  }

  private static let elements: Set<String> = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "defs",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "use", "symbol",
  ]
  private static let attributes: Set<String> = [
    "xmlns", "xmlns:xlink", "version", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
    "rx",
    "ry", "d", "points", "id", "fill", "fill-rule", "fill-opacity", "clip-rule", "clip-path", "mask", "stroke",
    "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "stroke-opacity", "opacity", "transform", "gradientUnits", "gradientTransform", "spreadMethod", "offset",
    "stop-color",
    "stop-opacity", "href", "xlink:href", "preserveAspectRatio", "role", "aria-label", "aria-hidden", "class", "lang",
    "clipPathUnits", "maskUnits", "fx", "fy",
  ]
  private static let namespaces = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"]

  /// - Throws: `Failure` that names what is in it and may not be.
  func check() throws {
    var rest = Substring(text)
    var open: [Substring] = []
    var hasRoot = false
    rest = rest.drop(while: \.isWhitespace)
    if rest.hasPrefix("<?xml ") {
      guard let end = rest.firstRange(of: "?>") else { throw failure("<?xml") }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    while let start = rest.firstIndex(of: "<") {
      try checkText(rest[..<start], isInside: !open.isEmpty)
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { throw failure("<!--") }
        rest = rest[end.upperBound...]
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw failure(rest.prefix(20)) }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), last == tag.dropFirst().trimmingSuffix() else { throw failure("<\(tag)>") }
        continue
      }
      let element = tag.prefix { !$0.isWhitespace && $0 != "/" }
      guard Self.elements.contains(String(element)), hasRoot ? !open.isEmpty : element == "svg" else {
        throw failure("<\(tag.prefix(40))>")
      }
      hasRoot = true
      let isClosed = tag.hasSuffix("/")
      try checkAttributes(tag.dropFirst(element.count).dropLast(isClosed ? 1 : 0))
      if !isClosed { open.append(element) }
    }
    try checkText(rest, isInside: false)
    guard hasRoot, open.isEmpty else { throw failure(Substring(text).prefix(40)) }
  }

  private func checkText(_ text: Substring, isInside: Bool) throws {
    guard isInside || text.allSatisfy(\.isWhitespace) else { throw failure(text.prefix(40)) }
    try checkEntities(text)
  }

  /// Only the entities that XML itself knows: another could stand for anything.
  private func checkEntities(_ text: Substring) throws {
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      rest = rest[start...]
      guard ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"].contains(where: rest.hasPrefix) else {
        throw failure(rest.prefix(20))
      }
      rest = rest.dropFirst()
    }
  }

  private func checkAttributes(_ text: Substring) throws {
    var rest = text.drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let attribute = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest.dropFirst(attribute.count).drop(while: \.isWhitespace)
      guard Self.attributes.contains(String(attribute)), rest.first == "=" else { throw failure(attribute.prefix(40)) }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'" else { throw failure(attribute.prefix(40)) }
      let value = rest.dropFirst().prefix { $0 != quote }
      rest = rest.dropFirst(value.count + 2)
      guard rest.first.map(\.isWhitespace) ?? true else { throw failure(rest.prefix(20)) }
      rest = rest.drop(while: \.isWhitespace)
      try checkEntities(value)
      let isReference = attribute == "href" || attribute == "xlink:href"
      guard !isReference || value.hasPrefix("#") else { throw failure("\(attribute)=\(value.prefix(40))") }
      let outside = value.replacing("url(#", with: "").lowercased()
      guard !outside.contains("url("), !outside.contains("script:"), !outside.contains("data:") else {
        throw failure("\(attribute)=\(value.prefix(40))")
      }
      guard !attribute.hasPrefix("xmlns") || Self.namespaces.contains(String(value)) else {
        throw failure("\(attribute)=\(value.prefix(40))")
      }
    }
  }

  private func failure(_ found: some StringProtocol) -> Failure {
    Logo.failure(
      name, found: String(found),
      expected: Text(
        nl: "een PNG, of een SVG met alleen vormen (\(Self.elements.sorted().prefix(8).joined(separator: ", ")), …)",
        en: "a PNG, or an SVG with shapes alone (\(Self.elements.sorted().prefix(8).joined(separator: ", ")), …)"))
  }
}

extension Substring {
  fileprivate func trimmingSuffix() -> Substring {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
