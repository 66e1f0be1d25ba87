import Governance

/// What a page refers to and what in it can be referred to, read from its tags.
struct HTMLScan {
  /// The values of `href` and `src`, with character references resolved.
  private(set) var links: [String] = []
  /// The values of `id`.
  private(set) var ids: Set<String> = []

  /// Reads a page.
  /// - Throws: `Failure` for script in an attribute, an `id` that occurs twice, and a tag that never ends.
  init(_ file: SiteFile) throws {
    var rest = file.bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      if rest.starts(with: "!--".utf8) {
        rest = Self.after("-->", in: rest) ?? []
        continue
      }
      guard let first = rest.first, Self.isLetter(first) else { continue }
      let name = Self.take(&rest) { Self.isLetter($0) || Self.isDigit($0) }.lowercased()
      while let (attribute, value) = try Self.attribute(&rest, file.address) {
        try note(attribute, value, file.address)
      }
      // The content of these two is not markup.
      if name == "style" || name == "script" { rest = Self.after("</\(name)", in: rest) ?? [] }
    }
  }

  private mutating func note(_ attribute: String, _ value: String, _ page: String) throws {
    switch attribute {
    case "href", "src": links.append(value)
    case "id":
      guard ids.insert(value).inserted else {
        throw SiteFault.html(page, Text(nl: "id «\(value)» komt twee keer voor", en: "id “\(value)” occurs twice"))
      }
    case let name where name.hasPrefix("on"):
      throw SiteFault.html(page, Text(nl: "attribuut \(name) is script", en: "attribute \(name) is script"))
    default: break
    }
  }

  /// The next attribute of a tag; nil when the tag ends.
  private static func attribute(_ rest: inout ArraySlice<UInt8>, _ page: String) throws -> (String, String)? {
    _ = take(&rest) { isSpace($0) || $0 == UInt8(ascii: "/") }
    guard let next = rest.first else {
      throw SiteFault.html(page, Text(nl: "een element wordt niet gesloten", en: "a tag never ends"))
    }
    if next == UInt8(ascii: ">") {
      rest = rest.dropFirst()
      return nil
    }
    let name = take(&rest) { !isSpace($0) && !"=>/".utf8.contains($0) }.lowercased()
    guard !name.isEmpty else {
      rest = rest.dropFirst()
      return ("", "")
    }
    _ = take(&rest, while: isSpace)
    guard rest.first == UInt8(ascii: "=") else { return (name, "") }
    rest = rest.dropFirst()
    _ = take(&rest, while: isSpace)
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, resolve(take(&rest) { !isSpace($0) && $0 != UInt8(ascii: ">") }))
    }
    rest = rest.dropFirst()
    let value = take(&rest) { $0 != quote }
    rest = rest.dropFirst()
    return (name, resolve(value))
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, while belongs: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest[taken.endIndex...]
    return String(decoding: taken, as: UTF8.self)
  }

  private static func after(_ text: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let wanted = Array(text.utf8)
    var rest = bytes
    while let start = rest.firstIndex(of: wanted[0]) {
      if rest[start...].starts(with: wanted) { return rest[(start + wanted.count)...] }
      rest = rest[(start + 1)...]
    }
    return nil
  }

  private static func resolve(_ value: String) -> String {
    guard value.contains("&") else { return value }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
      .reduce(value) { $0.replacing($1.0, with: $1.1) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte & 0xdf) }
}
