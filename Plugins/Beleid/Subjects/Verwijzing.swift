import Governance
import Ledger
import LedgerCrypto

/// What a person means by `gedragscode`, `gedragscode@2`, `gedragscode@1f3a…`, `gedragscode@2019` or `Regeling/<id>`.
struct Verwijzing {
  let regeling: Regeling
  /// The version that was named, or the newest one.
  let versie: Versie?
  /// Whether a version was named.
  let isExpliciet: Bool

  /// "gedragscode@2".
  var handle: String { versie.map { regeling.handle($0) } ?? regeling.kenmerk }

  /// The version that is meant.
  /// - Parameter adopted: Whether a rule named without a version means the newest one that was adopted.
  func version(adopted: Bool) throws -> Versie {
    let newest = adopted && !isExpliciet ? regeling.versies.last(where: \.isVastgesteld) : nil
    if let found = newest ?? versie { return found }
    throw Failure(
      .notFound, Text(nl: "\(handle) heeft geen versie", en: "\(handle) has no version"))
  }

  /// The rule and version; nil when the name before the `@` is none of a rule.
  /// - Throws: `Failure` when the rule exists but the version does not.
  static func find(_ text: String, in views: ViewReader) throws -> Verwijzing? {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, !name.isEmpty else { return nil }
    let found = try StreamID(name).map { try Regeling.of($0, views) } ?? Regeling.named(name.lowercased(), views)
    guard let regeling = found else { return nil }
    guard parts.count == 2, let wanted = parts.last else {
      return Verwijzing(regeling: regeling, versie: regeling.nieuwste, isExpliciet: false)
    }
    return Verwijzing(regeling: regeling, versie: try version(wanted, of: regeling), isExpliciet: true)
  }

  /// The rule and version that must be there.
  static func require(_ text: String, in views: ViewReader) throws -> Verwijzing {
    if let found = try find(text, in: views) { return found }
    throw Failure(
      .notFound, Text(nl: "er is geen regeling «\(text)»", en: "there is no rule “\(text)”"),
      remedy: Nearest.question(Nearest.handle(to: text, among: try Regeling.kenmerken(views)))
        + Text(nl: "zie waarborg beleid lijst", en: "see waarborg beleid lijst"))
  }

  /// A number comes first, then a name such as 2019, then the first digits of a digest.
  private static func version(_ wanted: String, of regeling: Regeling) throws -> Versie {
    if let number = Int(wanted), let found = regeling.versies.first(where: { $0.nummer == number }) { return found }
    if let found = regeling.versies.first(where: { $0.aanduiding == wanted }) { return found }
    let matches =
      wanted.count < 4 ? [] : regeling.versies.filter { $0.digest?.hex.hasPrefix(wanted.lowercased()) == true }
    if matches.count == 1, let found = matches.first { return found }
    let known = regeling.versies.map { regeling.handle($0) }.joined(separator: ", ")
    guard matches.isEmpty else {
      throw Failure(
        .badInput,
        Text(
          nl: "«\(wanted)» past op meer versies van \(regeling.kenmerk)",
          en: "“\(wanted)” fits several versions of \(regeling.kenmerk)"),
        remedy: Text(nl: "geef meer cijfers, of een van: \(known)", en: "give more digits, or one of: \(known)"))
    }
    throw Failure(
      .notFound,
      Text(
        nl: "\(regeling.kenmerk) heeft geen versie «\(wanted)»", en: "\(regeling.kenmerk) has no version “\(wanted)”"),
      remedy: Text(nl: "de versies zijn: \(known)", en: "the versions are: \(known)"))
  }
}
