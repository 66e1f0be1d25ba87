import ArgumentParser
import Governance

/// A mistyped command: where the words leave the tree of commands, and which command lies nearest.
struct Slip {
  /// The command that was probably meant, with the words before it: `waarborg beleid lijst`.
  let meant: String

  /// Follows the words that were typed; nil when they name a command, or nothing lies near.
  init?(_ arguments: [String], in root: any ParsableCommand.Type) {
    let path = CommandPath(arguments, from: root)
    // What follows is followed too: there can be two slips in one command.
    let words = Self.words(path.rest.prefix { !$0.hasPrefix("-") }, below: path.command)
    guard !words.isEmpty else { return nil }
    meant = (path.words + words).joined(separator: " ")
  }

  /// The words that name commands below one, each as it is spelled; as far as they lie near.
  private static func words(_ typed: ArraySlice<String>, below command: any ParsableCommand.Type) -> [String] {
    let known = CommandPath.below(command)
    // Where a command stands for those that are not named, any word can be meant for it.
    guard let word = typed.first, !known.isEmpty, command.configuration.defaultSubcommand == nil else { return [] }
    let name =
      known.map(CommandPath.name).first { $0 == word } ?? Nearest.name(to: word, among: known.map(CommandPath.name))
    guard let name, let next = known.first(where: { CommandPath.name($0) == name }) else { return [] }
    return [name] + words(typed.dropFirst(), below: next)
  }

  /// The parser's message with the question behind its first line.
  func added(to message: String, _ language: Language) -> String {
    let question = Text(nl: "Bedoelt u '\(meant)'?", en: "Did you mean '\(meant)'?")(language)
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first else { return question }
    lines[0] = first + (first.hasSuffix(".") ? " " : ". ") + question
    return lines.joined(separator: "\n")
  }
}
