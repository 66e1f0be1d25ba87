import ArgumentParser

/// The parser stops at the first thing that is missing; here all of them are named.
struct MissingOptions {
  /// What is said of one thing that is missing, in the parser's words.
  static let start = "Error: Missing expected argument '"
  /// The options that the command needs and that were not typed.
  let options: [ParserDescription.Argument]

  /// Looks up what the command that was typed needs.
  init(_ arguments: [String], in root: any ParsableCommand.Type) {
    let path = CommandPath(arguments, from: root)
    let typed = Set(path.rest.map { String($0.prefix { $0 != "=" }) })
    options = ParserDescription(path.command).arguments.filter { option in
      option.isNeeded && !option.isPositional && option.names.allSatisfy { !typed.contains($0) }
    }
  }

  /// The same message with everything that is missing in its first line.
  func completed(_ message: String) -> String {
    guard message.hasPrefix(Self.start) else { return message }
    let line = message.prefix { $0 != "\n" }
    let first = String(line.dropFirst(Self.start.count).dropLast())
    // As the parser writes it: `--reden <tekst>`.
    let more = options.compactMap { option in option.names.first.map { "\($0) <\(option.valueName)>" } }
      .filter { $0 != first }
    guard !more.isEmpty else { return message }
    let list = ([first] + more).map { "'\($0)'" }.joined(separator: ", ")
    return "Error: Missing expected arguments: \(list)" + message.dropFirst(line.count)
  }
}
