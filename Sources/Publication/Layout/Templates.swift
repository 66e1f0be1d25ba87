import Governance
import Mustache

/// The templates of one plugin, or of the page frame: HTML with names in it.
public struct Templates: Sendable {
  private let library: MustacheLibrary

  /// Reads the templates; the names are the ones they are called by, as a whole or as a part of another.
  /// - Throws: a `Failure` that names the template that cannot be read.
  public init(_ sources: [(name: String, bytes: [UInt8])]) throws {
    var library = MustacheLibrary()
    for (name, bytes) in sources {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        throw Self.unreadable(name, "\(error)")
      }
    }
    self.library = library
  }

  /// A template with its names filled in.
  /// - Throws: a `Failure` when there is no such template.
  public func render(_ name: String, _ values: TemplateValue) throws -> String {
    guard let html = library.render(values.rendered, withTemplate: name) else {
      throw Self.unreadable(name, "-")
    }
    return html
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
