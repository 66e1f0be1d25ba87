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
      guard text.lowercased().hasPrefix(prefix), let nummer = Int64(text.dropFirst(prefix.count)) else { return nil }
      let key = try views.key(Benoeming.self, series: Benoeming.reeks, number: nummer)
      found = try key.flatMap { try views.subject(Benoeming.self, $0) }
    }
    if let found { return found }
    throw Failure(
      .notFound, Text(nl: "«\(text)» is niet bekend in dit grootboek", en: "“\(text)” is not known in this ledger"),
      remedy: Text(nl: "zie waarborg vertrouwenspersoon lijst", en: "see waarborg vertrouwenspersoon lijst"))
  }

  /// The appointment that must be there: by its handle, or by a name that this reader may see and that only one has.
  static func require(_ text: String, in reading: Reading) throws -> Benoeming {
    if let found = try find(text, in: reading.views) { return found }
    // Appointments are few, and their names are sealed: they are looked through.
    let named = try reading.views.keys(Benoeming.self).compactMap { try reading.views.subject(Benoeming.self, $0) }
      .filter { try Contactgegevens($0, reading.filter).naam.string?.comparisonKey == text.comparisonKey }
    if named.count == 1, let found = named.first { return found }
    guard named.isEmpty else {
      let list = try named.compactMap { try Benoeming.nummer($0.stream, reading.views) }.map { Benoeming.handle($0) }
        .joined(separator: ", ")
      throw Failure(
        .badInput,
        Text(
          nl: "deze naam hoort bij \(named.count) benoemingen", en: "this is the name of \(named.count) appointments"),
        remedy: Text(nl: "geef een van: \(list)", en: "give one of: \(list)"))
    }
    throw Failure(
      .badInput,
      Text(
        // What was typed can be a name, and is not repeated.
        nl: "dit is geen kenmerk van een vertrouwenspersoon, en geen naam die deze sleutel ziet; verwacht: "
          + "vertrouwenspersoon-1",
        en: "this names no vertrouwenspersoon, and is no name that this key sees; expected: vertrouwenspersoon-1"),
      remedy: Nearest.question(Nearest.handle(to: text, among: [Benoeming.reeks]))
        + Text(nl: "zie waarborg vertrouwenspersoon lijst", en: "see waarborg vertrouwenspersoon lijst"))
  }
}
