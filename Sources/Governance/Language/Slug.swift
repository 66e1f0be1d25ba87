import Foundation

extension String {
  /// The word for a name in an address: small letters a to z and figures, with hyphens between; empty when there are none.
  ///
  /// An address is meant to last and to say what it is about, so no letter is lost: what has no accent to drop is written
  /// in the letters that stand for it (`Ĳ` as `ij`, `ß` as `ss`, `ø` as `o`), also from another alphabet (ICU transforms).
  public var slug: String {
    let isPlain = utf8.allSatisfy { $0 < 0x80 }
    let seen = String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnseen }))
    let latin =
      isPlain ? self : seen.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? seen
    var slug = ""
    for scalar in latin.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.canonicalCombiningClass == .notReordered, !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}
