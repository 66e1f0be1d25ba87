import ArgumentParser
import Governance

extension CommandConfiguration {
  /// A command's name, and what help and the man page say of it in the language of this process.
  public init(
    _ name: String, nl: String, en: String, discussion: Text = Text(""),
    subcommands: [any ParsableCommand.Type] = []
  ) {
    self.init(
      commandName: name, abstract: Language.ofProcess.choose(nl: nl, en: en),
      discussion: discussion(Language.ofProcess), subcommands: subcommands)
  }
}

extension ValidationError {
  /// What is wrong with the arguments together, in the language of this process.
  public init(nl: String, en: String) { self.init(Language.ofProcess.choose(nl: nl, en: en)) }
}
