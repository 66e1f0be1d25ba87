import Governance

/// The templates of one plugin, or of the page frame: HTML with names in it.
public struct Templates: Sendable {
  private let templates: [String: Template]

  /// Reads the templates; the names are the ones they are called by, as a whole or as a part of another.
  /// - Throws: a `Failure` that names the template that cannot be read.
  public init(_ sources: [(name: String, bytes: [UInt8])]) throws {
    var templates: [String: Template] = [:]
    for (name, bytes) in sources {
      do { templates[name] = try Template(bytes) } catch { throw Self.unreadable(name, error.message) }
    }
    self.templates = templates
  }

  /// A template with its names filled in.
  /// - Throws: a `Failure` when there is no such template.
  public func render(_ name: String, _ values: TemplateValue) throws -> String {
    var bytes: [UInt8] = []
    try render(name, values, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a template with its names filled in behind what is there.
  /// - Throws: a `Failure` when there is no such template.
  func render(_ name: String, _ values: TemplateValue, into bytes: inout [UInt8]) throws {
    guard let template = templates[name] else { throw Self.unreadable(name, "-") }
    var stack = [values]
    try render(template.nodes, &stack, &bytes)
  }

  private func render(_ nodes: [Template.Node], _ stack: inout [TemplateValue], _ bytes: inout [UInt8]) throws {
    for node in nodes {
      switch node {
      case .text(let text): bytes += text
      case .value(let name):
        if case .text(let text) = Self.look(up: name, stack) { SafeText.escape(text, into: &bytes) }
      case .section(let name, let inner):
        switch Self.look(up: name, stack) {
        case .list(let values): for value in values { try render(inner, pushing: value, &stack, &bytes) }
        case .flag(let flag): if flag { try render(inner, &stack, &bytes) }
        case .some(let value): try render(inner, pushing: value, &stack, &bytes)
        case nil: break
        }
      case .inverted(let name, let inner):
        switch Self.look(up: name, stack) {
        case nil, .flag(false): try render(inner, &stack, &bytes)
        case .list(let values): if values.isEmpty { try render(inner, &stack, &bytes) }
        case .some: break
        }
      case .part(let name):
        guard let template = templates[name] else { throw Self.unreadable(name, "-") }
        try render(template.nodes, &stack, &bytes)
      }
    }
  }

  private func render(
    _ nodes: [Template.Node], pushing value: TemplateValue, _ stack: inout [TemplateValue], _ bytes: inout [UInt8]
  ) throws {
    stack.append(value)
    try render(nodes, &stack, &bytes)
    stack.removeLast()
  }

  private static func look(up name: Template.Name, _ stack: [TemplateValue]) -> TemplateValue? {
    switch name {
    case .current: return stack.last
    case .own(let name):
      if case .fields(let fields) = stack.last { return fields[name] }
    case .any(let name):
      for case .fields(let fields) in stack.reversed() {
        if let value = fields[name] { return value }
      }
    }
    return nil
  }

  private static func unreadable(_ name: String, _ problem: String) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "Het sjabloon '\(name)' van de publieke site is niet te lezen: \(problem).",
        en: "The template '\(name)' of the public site cannot be read: \(problem)."),
      remedy: Text(nl: "Installeer het programma opnieuw.", en: "Install the program again."))
  }
}
