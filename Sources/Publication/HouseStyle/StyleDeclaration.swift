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

  /// The property that names the organisation's own mark.
  static let logoProperty = "--logo"
  /// The property that says how the organisation calls itself.
  static let nameProperty = "--naam"
  /// What only an organisation can say.
  static let identity: Set<String> = [logoProperty, nameProperty]

  /// The file that the mark is in: a plain name, beside the style.
  var logoFile: String? {
    guard value.hasPrefix("url(\""), value.hasSuffix("\")") else { return nil }
    let name = value.dropFirst(5).dropLast(2)
    let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    return isPlain && !name.isEmpty && name.first != "." && name.count <= 80 ? String(name) : nil
  }

  /// The same, naming a mark as it is called on the site.
  func naming(_ logo: Logo) -> StyleDeclaration {
    StyleDeclaration(name: name, value: "url(\"\(logo.fileName)\")", line: line)
  }

  private var isQuoted: Bool {
    let inner = value.dropFirst().dropLast()
    return value.count > 2 && value.hasPrefix("\"") && value.hasSuffix("\"") && inner.count <= 80
      && !inner.contains("\"") && !inner.contains("\\") && inner.contains { !$0.isWhitespace }
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
    if name == Self.logoProperty { return logoFile != nil }
    if name == Self.nameProperty { return isQuoted }
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
    if name == Self.logoProperty {
      return Text(
        nl: "een bestand naast de huisstijl, als url(\"logo.svg\")", en: "a file beside the style, as url(\"logo.svg\")"
      )
    }
    if name == Self.nameProperty {
      return Text(nl: "een naam als \"Gemeente Voorbeeld\"", en: "a name such as \"Gemeente Voorbeeld\"")
    }
    if isColour { return Text(nl: "een kleur als #0f4c55", en: "a colour such as #0f4c55") }
    if isType {
      return Text(
        nl: "namen van lettertypen met komma's, zoals \"Noto Sans\", sans-serif",
        en: "names of typefaces with commas, such as \"Noto Sans\", sans-serif")
    }
    return Text(nl: "een maat als 4px of 76rem", en: "a measure such as 4px or 76rem")
  }
}
