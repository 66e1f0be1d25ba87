import ArgumentParser

/// Where the words that were typed lead in the tree of commands.
struct CommandPath {
  /// The command that they reach.
  let command: any ParsableCommand.Type
  /// The words that name it, the program's own first.
  let words: [String]
  /// What comes after them.
  let rest: ArraySlice<String>

  init(_ arguments: [String], from root: any ParsableCommand.Type) {
    var (command, words) = (root, [Self.name(root)])
    var rest = arguments[...]
    while let word = rest.first, let next = Self.below(command).first(where: { Self.name($0) == word }) {
      command = next
      words.append(word)
      rest.removeFirst()
    }
    (self.command, self.words, self.rest) = (command, words, rest)
  }

  /// The commands below one.
  static func below(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    command.configuration.subcommands
  }

  /// How a command is spelled.
  static func name(_ command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }
}
