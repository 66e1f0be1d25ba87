/// The texts between quotation marks in a Swift file, those that are put together with `+` as one; what is filled in reads
/// `WAARDE`. By hand and byte by byte: all sources are read at once.
struct SwiftLiterals {
  struct Literal {
    let text: String
    /// Whether it stands between three quotation marks.
    let isLong: Bool
  }

  private(set) var all: [Literal] = []
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while at < bytes.count {
      if starts(Self.slash, times: 2) {
        skipLine()
      } else if starts(Self.quote, times: 1) {
        all.append(literal())
      } else {
        at += 1
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let slash = UInt8(ascii: "/")

  /// Whether a byte stands here so many times.
  private func starts(_ byte: UInt8, times: Int) -> Bool {
    at + times <= bytes.count && (at..<at + times).allSatisfy { bytes[$0] == byte }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
  }

  /// A literal with those that are joined to it.
  private mutating func literal() -> Literal {
    let isLong = starts(Self.quote, times: 3)
    var text = part(isLong)
    while continues() { text += part(false) }
    return Literal(text: String(decoding: text, as: UTF8.self), isLong: isLong)
  }

  /// Goes to the next part when a plus sign and a quotation mark follow, and nothing else.
  private mutating func continues() -> Bool {
    var next = at
    func skipSpace() { while next < bytes.count, bytes[next] == 32 || bytes[next] == 10 { next += 1 } }
    skipSpace()
    guard next < bytes.count, bytes[next] == UInt8(ascii: "+") else { return false }
    next += 1
    skipSpace()
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") else { return false }
    at = next
    return true
  }

  private mutating func part(_ isLong: Bool) -> [UInt8] {
    at += isLong ? 3 : 1
    var text: [UInt8] = []
    while at < bytes.count {
      if isLong ? starts(Self.quote, times: 3) : starts(Self.quote, times: 1) {
        at += isLong ? 3 : 1
        break
      }
      if !isLong, bytes[at] == UInt8(ascii: "\n") { break }
      guard bytes[at] == UInt8(ascii: "\\") else {
        text.append(bytes[at])
        at += 1
        continue
      }
      at += 1
      guard at < bytes.count else { break }
      switch bytes[at] {
      case UInt8(ascii: "("):
        skipInterpolation()
        text += Array("WAARDE".utf8)
      // A line that goes on; printed with a backslash, the command goes on too.
      case UInt8(ascii: "\n"): skipIndent()
      case UInt8(ascii: "\\"):
        at += 1
        if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { skipIndent() } else { text.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "n"):
        text.append(UInt8(ascii: "\n"))
        at += 1
      default:
        text.append(bytes[at])
        at += 1
      }
    }
    return text
  }

  private mutating func skipIndent() {
    at += 1
    while at < bytes.count, bytes[at] == 32 { at += 1 }
  }

  private mutating func skipInterpolation() {
    var depth = 0
    repeat {
      switch bytes[at] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\""):
        _ = part(false)
        continue
      default: break
      }
      at += 1
    } while depth > 0 && at < bytes.count
  }
}
