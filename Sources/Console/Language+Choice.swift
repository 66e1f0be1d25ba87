import Governance

extension Language {
  /// The language to speak, known before the arguments are parsed because the parser's own messages need it.
  ///
  /// The first of these that says something decides: `--taal nl|en`, `WAARBORG_TAAL`, and the locale as POSIX reads it
  /// (`LC_ALL`, `LC_MESSAGES`, `LANG`), where only an English locale gives English. A wrong `--taal` is left to the
  /// parser to refuse.
  public static func choose(arguments: [String], environment: [String: String]) -> Language {
    if let asked = option(in: arguments).flatMap(Language.init(rawValue:)) { return asked }
    if let asked = environment["WAARBORG_TAAL"].flatMap(Language.init(rawValue:)) { return asked }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    guard let locale else { return .dutch }
    let tongue = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    return tongue.lowercased() == "en" ? .english : .dutch
  }

  /// The last `--taal`, as the parser takes the last one too; nothing counts after `--`.
  private static func option(in arguments: [String]) -> String? {
    var found: String?
    let options = arguments.prefix { $0 != "--" }
    for (index, argument) in options.enumerated() {
      if argument == "--taal", index + 1 < options.count {
        found = options[options.startIndex + index + 1]
      } else if argument.hasPrefix("--taal=") {
        found = String(argument.dropFirst("--taal=".count))
      }
    }
    return found
  }
}
