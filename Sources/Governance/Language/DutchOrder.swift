import Foundation

/// The order in which people look for names: by Dutch rules (CLDR, by ICU), whatever the machine's language is.
public enum DutchOrder {
  private static let locale = Locale(identifier: "nl_NL")

  /// Whether the left name stands before the right one; letters with marks stand among those without.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    switch left.compare(right, options: [], range: nil, locale: locale) {
    case .orderedAscending: true
    case .orderedDescending: false
    // The same letters written otherwise: any order will do that is always the same one.
    case .orderedSame: left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}
