import Governance
import Yams

/// A word without quotes that readers of YAML take for something else than text.
enum Valstrik {
  /// What another reader makes of it; nil when it is text for all of them.
  static func text(_ word: String) -> Text? {
    let lower = word.lowercased()
    if ["y", "n", "yes", "no", "on", "off", "true", "false"].contains(lower) {
      return Text(nl: "een waarheidswaarde", en: "a truth value")
    }
    if ["", "~", "null"].contains(lower) { return Text(nl: "niets", en: "nothing") }
    // Every number and every date begins so.
    guard let first = word.first, first.isNumber || "+-.".contains(first) else { return nil }
    if word.wholeMatch(of: /[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?/) != nil {
      return Text(nl: "een datum", en: "a date")
    }
    let number = /[-+]?(0[xob][0-9a-fA-F_]+|[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?|\.[0-9]+|\.inf|\.nan)/
      .ignoresCase()
    if word.wholeMatch(of: number) != nil || word.wholeMatch(of: /[-+]?[0-9]+(:[0-9]+)+(\.[0-9]*)?/) != nil {
      return Text(nl: "een getal", en: "a number")
    }
    return nil
  }
}

extension Node.Scalar {
  /// Whether it stands between quotes.
  var isQuoted: Bool { style == .singleQuoted || style == .doubleQuoted }
}
