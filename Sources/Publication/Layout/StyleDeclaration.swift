import Governance

/// One custom property and its value.
struct StyleDeclaration: Sendable, Hashable {
  let name: String
  let value: String
  let line: Int

  static func == (one: Self, other: Self) -> Bool { one.name == other.name && one.value == other.value }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(value)
  }

  private var isColour: Bool { name.hasPrefix("--kleur-") }
  private var isType: Bool { name.hasPrefix("--letter-") }

  /// The property that this one takes its value from; nil when it has one of its own.
  var reference: String? {
    guard value.hasPrefix("var("), value.hasSuffix(")") else { return nil }
    return String(value.dropFirst(4).dropLast())
  }

  /// Whether the value is of the kind that the property needs; nothing that fetches or computes is.
  func isSound(_ known: Set<String>) -> Bool {
    if let reference {
      let kinds = ["--kleur-", "--letter-", "--maat-", "--ruimte-", "--tekst-"]
      return known.contains(reference) && kinds.contains { name.hasPrefix($0) && reference.hasPrefix($0) }
    }
    if isColour { return StyleColour(value) != nil }
    if isType {
      let marks = ["\"", "'"].map { mark in value.filter { String($0) == mark }.count }
      return !value.isEmpty && value.allSatisfy { $0.isLetter || $0.isNumber || " ,-_\"'".contains($0) }
        && marks.allSatisfy { $0.isMultiple(of: 2) }
    }
    let number = value.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return Double(number) != nil && ["px", "rem", "em", "ch"].contains(value.dropFirst(number.count)) || value == "0"
  }

  /// What would have been.
  var expected: Text {
    if isColour { return Text(nl: "een kleur als #0f4c55", en: "a colour such as #0f4c55") }
    if isType {
      return Text(
        nl: "namen van lettertypen met komma's, zoals \"Noto Sans\", sans-serif",
        en: "names of typefaces with commas, such as \"Noto Sans\", sans-serif")
    }
    return Text(nl: "een maat als 4px of 76rem", en: "a measure such as 4px or 76rem")
  }
}
