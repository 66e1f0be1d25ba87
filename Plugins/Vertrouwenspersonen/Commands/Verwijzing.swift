import Governance
import Ledger

/// What a person means by `vertrouwenspersoon-1` or `Vertrouwenspersoon/<id>`.
enum Verwijzing {
  /// The appointment; nil when the text is no handle of one.
  /// - Throws: `Failure` when it is a handle that names nothing.
  static func find(_ text: String, in views: ViewReader) throws -> Benoeming? {
    let found: Benoeming?
    if let stream = StreamID(text) {
      guard stream.kind == KandidaatVoorgedragen.type.streamKind else { return nil }
      found = try Benoeming.find(stream, views)
    } else {
      let prefix = "\(Benoeming.reeks)-"
      guard text.hasPrefix(prefix), let nummer = Int64(text.dropFirst(prefix.count)) else { return nil }
      let key = try views.key(Benoeming.self, series: Benoeming.reeks, number: nummer)
      found = try key.flatMap { try views.subject(Benoeming.self, $0) }
    }
    if let found { return found }
    throw Failure(
      .notFound, Text(nl: "«\(text)» is niet bekend in dit grootboek", en: "“\(text)” is not known in this ledger"),
      remedy: Text(nl: "zie waarborg vertrouwenspersoon lijst", en: "see waarborg vertrouwenspersoon lijst"))
  }

  /// The appointment that must be there.
  static func require(_ text: String, in views: ViewReader) throws -> Benoeming {
    if let found = try find(text, in: views) { return found }
    throw Failure(
      .badInput,
      Text(
        nl: "«\(text)» is geen kenmerk van een vertrouwenspersoon; verwacht: vertrouwenspersoon-1",
        en: "“\(text)” names no vertrouwenspersoon; expected: vertrouwenspersoon-1"),
      remedy: Text(nl: "zie waarborg vertrouwenspersoon lijst", en: "see waarborg vertrouwenspersoon lijst"))
  }
}
