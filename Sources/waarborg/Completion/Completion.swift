import ArgumentParser
import Console
import Glibc
import Governance

/// What a shell asks while someone types: which words can come here.
///
/// One place for all shells and commands: it follows the tree of commands and what each says that it takes. It asks no passphrase
/// and opens no vault, and says nothing when it would take long or does not know.
struct Completion {
  /// The first word of the shell's question, which nobody types.
  static let word = "---vul-aan"

  private let shell: String
  private let words: [String]

  /// The question; nil for any other command.
  init?(_ arguments: [String]) {
    guard arguments.first == Self.word, arguments.count >= 2 else { return nil }
    shell = arguments[1]
    words = Self.joined(Array(arguments.dropFirst(2)))
  }

  /// bash takes `--rol=x` apart at the sign.
  private static func joined(_ words: [String]) -> [String] {
    var result: [String] = []
    for (index, word) in words.enumerated() {
      let hasSign = index > 0 && words[index - 1] == "="
      if let last = result.last,
        (word == "=" && last.hasPrefix("--") && !last.contains("=")) || (hasSign && last.hasSuffix("="))
      {
        result[result.count - 1] = last + word
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// Writes what can come here, a line each; a shell that is kept waiting gets nothing.
  func answer(_ program: Program) {
    signal(SIGALRM) { _ in _exit(0) }
    alarm(2)
    for line in lines(program) { program.terminal.outExactly(line + "\n") }
  }

  private func lines(_ program: Program) -> [String] {
    let current = words.last ?? ""
    let choices = CompletionChoices(Array(words.dropLast()), current)
    let (prefix, values) = choices.found(program)
    let typed = current.dropFirst(prefix.count)
    return values.filter { $0.isMark || $0.value.hasPrefix(typed) }.map { choice in
      // bash replaces only what stands behind the sign.
      let value =
        choice.isMark || shell == "bash" && prefix.hasSuffix("=") ? choice.value.safe() : prefix + choice.value.safe()
      return shell == "bash" || choice.said.isEmpty ? value : value + "\t" + choice.said
    }
  }
}

/// One word that can come somewhere.
struct CompletionChoice: Equatable {
  let value: String
  /// What it means; empty where the word says it.
  var said = ""
  /// Whether it is no word but what the shell itself finds: files or directories.
  var isMark = false

  /// Any file.
  static let files = CompletionChoice(value: ":bestand", isMark: true)
  /// Any directory.
  static let folders = CompletionChoice(value: ":map", isMark: true)
}
