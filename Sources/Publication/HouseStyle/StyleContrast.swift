import Foundation
import Governance

/// Whether text and what it stands on can be told apart, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11).
struct StyleContrast {
  let blocks: [StyleBlock]
  let name: String

  init(_ blocks: [StyleBlock], named name: String) {
    self.blocks = blocks
    self.name = name
  }

  /// Text and its ground.
  static let text = [
    ("inkt", "papier"), ("inkt", "vlak"), ("inkt", "accent-licht"), ("inkt-zacht", "papier"), ("inkt-zacht", "vlak"),
    ("inkt-zacht", "accent-licht"), ("koppeling", "papier"), ("koppeling", "vlak"), ("koppeling", "accent-licht"),
    ("koppeling-aan", "papier"), ("koppeling-aan", "vlak"), ("koppeling-aan", "accent-licht"),
    ("op-accent", "accent"), ("goed", "goed-vlak"), ("goed", "papier"), ("wacht", "wacht-vlak"), ("let-op", "papier"),
    ("let-op", "let-op-vlak"), ("let-op", "accent-licht"), ("rust", "rust-vlak"),
  ]
  /// Edges and focus, and what is around them.
  static let edges = [("rand", "papier"), ("aandacht", "aandacht-rand"), ("aandacht", "accent")]

  /// - Throws: `Failure` that names the pair and how far apart it is.
  func check() throws {
    for scheme in StyleBlock.Scheme.allCases {
      let values = values(scheme)
      for (pairs, least) in [(Self.text, 4.5), (Self.edges, 3)] {
        for (one, other) in pairs { try check(one, on: other, least: least, values, scheme) }
      }
    }
  }

  private func check(
    _ one: String, on other: String, least: Double, _ values: [String: String], _ scheme: StyleBlock.Scheme
  ) throws {
    let pair = (one: "--kleur-" + one, other: "--kleur-" + other)
    guard let front = colour(pair.one, values), let ground = colour(pair.other, values) else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(name): \(pair.one) of \(pair.other) verwijst naar zichzelf",
          en: "\(name): \(pair.one) or \(pair.other) refers to itself"))
    }
    let ratio = front.contrast(with: ground)
    guard ratio < least else { return }
    let (found, wanted) = (Self.decimal(ratio), Self.decimal(least))
    throw Failure(
      .badInput,
      Text(
        nl:
          "\(name): \(pair.one) op \(pair.other) heeft in het \(scheme.text.nl) een contrast van \(found.nl); nodig is minstens \(wanted.nl)",
        en:
          "\(name): \(pair.one) on \(pair.other) has a contrast of \(found.en) in the \(scheme.text.en); at least \(wanted.en) is needed"
      ),
      remedy: Text(
        nl:
          "kies een van beide anders, of alleen voor \(scheme.text.nl): @media (prefers-color-scheme: \(scheme.rawValue)) { :root { … } }",
        en:
          "choose one of them differently, or for \(scheme.text.en) alone: @media (prefers-color-scheme: \(scheme.rawValue)) { :root { … } }"
      ))
  }

  /// What holds for a reader: of two that set the same, the later one.
  private func values(_ scheme: StyleBlock.Scheme) -> [String: String] {
    blocks.filter { $0.scheme == nil || $0.scheme == scheme }.flatMap(\.declarations)
      .reduce(into: [:]) { $0[$1.name] = $1.value }
  }

  private func colour(_ name: String, _ values: [String: String]) -> StyleColour? {
    var value = values[name]
    for _ in 0..<values.count {
      guard let now = value, now.hasPrefix("var(") else { break }
      value = values[String(now.dropFirst(4).dropLast())]
    }
    return value.flatMap { StyleColour($0) }
  }

  /// Two decimals, cut off: what is too little never reads as enough.
  private static func decimal(_ ratio: Double) -> Text {
    let hundredths = Int(ratio * 100)
    let (whole, part) = (String(hundredths / 100), String(hundredths % 100 + 100).dropFirst())
    return Text(nl: "\(whole),\(part)", en: "\(whole).\(part)")
  }
}

/// A colour as `#rgb` or `#rrggbb`.
struct StyleColour: Sendable {
  private let parts: [Double]

  init?(_ text: String) {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), [3, 6].contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      return nil
    }
    let values = digits.compactMap(\.hexDigitValue)
    let bytes: [Int] =
      values.count == 3
      ? values.map { digit in digit * 17 }
      : [0, 2, 4].map { start in values[start] * 16 + values[start + 1] }
    parts = bytes.map { Double($0) / 255 }
  }

  /// WCAG 2.2, "relative luminance".
  private var luminance: Double {
    let linear: [Double] = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// WCAG 2.2, "contrast ratio".
  func contrast(with other: StyleColour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }
}
