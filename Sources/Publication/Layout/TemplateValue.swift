/// What a template is filled with; every text in it is escaped where it is shown.
///
/// A name that is not there would be looked up in what surrounds it, so what is absent is `.flag(false)` and never
/// left out.
public enum TemplateValue: Sendable, Hashable {
  /// A text, shown as it is.
  case text(String)
  /// Whether a section is shown.
  case flag(Bool)
  /// A section for each.
  case list([TemplateValue])
  /// Names and their values.
  case fields([String: TemplateValue])

  /// The value, or nothing to show.
  public static func optional(_ value: TemplateValue?) -> TemplateValue { value ?? .flag(false) }

  /// The text, or nothing to show.
  public static func optional(_ text: String?) -> TemplateValue { text.map(TemplateValue.text) ?? .flag(false) }
}

extension TemplateValue: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Whether a section is shown.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension TemplateValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// A section for each.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  /// Names and their values.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .fields(Dictionary(elements) { _, last in last })
  }
}
