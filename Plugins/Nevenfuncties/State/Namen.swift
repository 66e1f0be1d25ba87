import Foundation
import Governance
import Ledger
import Organisatie

/// How designated functions and reports are called: `gemeentesecretaris`, `gemeentesecretaris/1`.
struct Namen {
  /// The designated functions in the order of their first designation, each with a word that is unique.
  let functies: [OpenbareFunctie]

  init(_ views: ViewReader) throws {
    let known = Dictionary(try Functies.alle(views).map { ($0.stream, $0.naam) }) { first, _ in first }
    var found: [OpenbareFunctie] = []
    var used: Set<String> = []
    for aanwijzing in try Aanwijzing.all(views) where !found.contains(where: { $0.stroom == aanwijzing.functie }) {
      let naam = known[aanwijzing.functie] ?? "functie"
      let base = Self.slug(naam)
      var slug = base
      var number = 2
      while !used.insert(slug).inserted {
        slug = "\(base)-\(number)"
        number += 1
      }
      found.append(OpenbareFunctie(stroom: aanwijzing.functie, naam: naam, slug: slug))
    }
    functies = found
  }

  /// A designated function.
  func functie(_ stream: StreamID) -> OpenbareFunctie? { functies.first { $0.stroom == stream } }

  /// The word for a name: lowercase letters and digits without accents, the rest a hyphen.
  static func slug(_ naam: String) -> String {
    var slug = ""
    for scalar in naam.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.canonicalCombiningClass == .notReordered, !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "functie" : slug
  }

  /// `gemeentesecretaris/1`: the reports beside one function are numbered in the order of the log.
  func handle(_ melding: StreamID, gemeldBij functie: StreamID, _ views: ViewReader) throws -> String? {
    guard let slug = self.functie(functie)?.slug else { return nil }
    let reports = try Self.reports(functie, views)
    return reports.firstIndex(of: melding).map { "\(slug)/\($0 + 1)" }
  }

  /// The report that a handle names; nil when the word before the slash is none of a designated function.
  /// - Throws: `Failure` when the function is designated but has no such report.
  func melding(_ handle: String, _ views: ViewReader) throws -> StreamID? {
    if let stream = StreamID(handle), stream.kind == NevenwerkzaamheidGemeld.type.streamKind { return stream }
    let parts = handle.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let functie = functies.first(where: { $0.slug == String(parts[0]) }) else { return nil }
    let reports = try Self.reports(functie.stroom, views)
    guard let number = Int(parts[1]), reports.indices.contains(number - 1) else {
      throw Failure(
        .notFound, Text(nl: "er is geen melding «\(handle)»", en: "there is no report “\(handle)”"),
        remedy: Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
    }
    return reports[number - 1]
  }

  private static func reports(_ functie: StreamID, _ views: ViewReader) throws -> [StreamID] {
    try Feit.about(functie, views).filter { $0.is(NevenwerkzaamheidGemeld.self) }.map(\.stream)
  }
}
