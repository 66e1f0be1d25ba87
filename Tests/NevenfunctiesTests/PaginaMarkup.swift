/// HTML as a browser would cut it: enough to see that every page is well formed and that data stayed text.
struct PaginaMarkup {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// Start tags, in order.
  private(set) var tags: [Tag] = []
  /// What is wrong with it.
  private(set) var problems: [String] = []

  private static let void: Set<String> = ["meta", "link", "img", "br", "input"]

  init(_ html: String) {
    var reader = Reader(bytes: Array(html.utf8))
    var open: [String] = []
    while reader.skip(to: "<") {
      if reader.take("!") {
        _ = reader.skip(to: ">")
      } else if reader.take("/") {
        let name = reader.word()
        if open.popLast() != name { problems.append("</\(name)> closes nothing") }
      } else {
        let tag = Tag(name: reader.word(), attributes: reader.attributes())
        if tag.name.isEmpty { problems.append("a loose < at byte \(reader.position)") }
        if !Self.void.contains(tag.name) { open.append(tag.name) }
        tags.append(tag)
      }
    }
    if !open.isEmpty { problems.append("never closed: \(open)") }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: scalar) else { return false }
      position += 1
      return true
    }

    mutating func skip(to scalar: Unicode.Scalar) -> Bool {
      while let byte = next {
        position += 1
        if byte == UInt8(ascii: scalar) { return true }
      }
      return false
    }

    mutating func word() -> String {
      let start = position
      while let byte = next, byte > 0x20, !"=>\"'/".utf8.contains(byte) { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    mutating func attributes() -> [(name: String, value: String)] {
      var result: [(name: String, value: String)] = []
      while next != nil, !take(">") {
        let name = word()
        guard !name.isEmpty else {
          position += 1
          continue
        }
        var value = ""
        if take("="), take("\"") {
          let start = position
          _ = skip(to: "\"")
          value = String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
        }
        result.append((name, value))
      }
      return result
    }
  }
}
