/// `--json=veld,veld`, which the parser does not know of a flag: turned into `--json` and the fields before it sees them.
enum FieldChoice {
  private static let start = "--json="

  static func resolved(_ arguments: [String]) -> [String] {
    let options = arguments.prefix { $0 != "--" }
    return options.flatMap { argument in
      argument.hasPrefix(start) ? ["--json", "--json-velden", String(argument.dropFirst(start.count))] : [argument]
    } + arguments[options.count...]
  }

  /// Whether JSON was asked for, of arguments that the parser has not seen or could not take.
  static func asksJSON(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--json" || $0.hasPrefix(start) }
  }
}
