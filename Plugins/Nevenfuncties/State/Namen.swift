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
    var seen: Set<StreamID> = []
    var used: Set<String> = []
    for aanwijzing in try Aanwijzing.all(views) where seen.insert(aanwijzing.functie).inserted {
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
    let number = try views.rows(
      NevenfunctiesView(),
      """
      SELECT COUNT(*) AS nummer FROM {feit} WHERE functie = ? AND soort = ?
      AND position <= (SELECT position FROM {feit} WHERE stroom = ? AND functie = ? AND soort = ?)
      """, Self.reported(functie) + [.text(melding.description)] + Self.reported(functie)
    ).first?.int("nummer")
    return number.flatMap { $0 > 0 ? "\(slug)/\($0)" : nil }
  }

  /// The handle of every report, in one pass over all of them in the order of the log.
  func handles(_ werkzaamheden: [Werkzaamheid]) -> [StreamID: String] {
    let slugs = Dictionary(functies.map { ($0.stroom, $0.slug) }) { first, _ in first }
    var numbers: [StreamID: Int] = [:]
    var handles: [StreamID: String] = [:]
    for activity in werkzaamheden {
      let number = numbers[activity.gemeldeFunctie, default: 0] + 1
      numbers[activity.gemeldeFunctie] = number
      handles[activity.stream] = slugs[activity.gemeldeFunctie].map { "\($0)/\(number)" }
    }
    return handles
  }

  /// The report that a handle names; nil when the word before the slash is none of a designated function.
  /// - Throws: `Failure` when the function is designated but has no such report.
  func melding(_ handle: String, _ views: ViewReader) throws -> StreamID? {
    if let stream = StreamID(handle), stream.kind == NevenwerkzaamheidGemeld.type.streamKind { return stream }
    let parts = handle.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let functie = functies.first(where: { $0.slug == String(parts[0]) }) else { return nil }
    guard let number = Int64(parts[1]), number > 0, let stream = try Self.report(number, functie.stroom, views) else {
      throw Failure(
        .notFound, Text(nl: "er is geen melding «\(handle)»", en: "there is no report “\(handle)”"),
        remedy: Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
    }
    return stream
  }

  private static func report(_ number: Int64, _ functie: StreamID, _ views: ViewReader) throws -> StreamID? {
    try views.rows(
      NevenfunctiesView(),
      "SELECT stroom FROM {feit} WHERE functie = ? AND soort = ? ORDER BY position LIMIT 1 OFFSET ?",
      reported(functie) + [.int(number - 1)]
    ).first?.text("stroom").flatMap { StreamID($0) }
  }

  private static func reported(_ functie: StreamID) -> [TableValue] {
    [.text(functie.description), .text(NevenwerkzaamheidGemeld.type.name)]
  }
}
