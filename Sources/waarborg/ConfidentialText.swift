import ArgumentParser
import Console
import Governance

/// Text that had better not stand in a command: `@FILE` or `-` instead of the text, and asked for where it was left out.
enum ConfidentialText {
  /// The arguments with the texts themselves.
  /// - Throws: `Failure` for a file that cannot be read, and for two texts from one input.
  static func resolved(
    _ arguments: [String], in root: any ParsableCommand.Type, _ terminal: Terminal
  ) throws -> [String] {
    // Nearly always there is none, and then nothing is looked up.
    guard arguments.contains(where: isElsewhere) else { return arguments }
    var fromInput: String?
    return try TypedValues(arguments, in: root).replaced { taker, value in
      guard isConfidential(taker), let option = taker.names.first, value == "-" || value.hasPrefix("@") else {
        return nil
      }
      if value == "-" {
        if terminal.isInteractive {
          terminal.note(
            Text("\(option): ")
              + Text(
                nl: "typ de tekst, en sluit af met ctrl-D op een lege regel",
                en: "type the text, and end with ctrl-D on an empty line"))
        } else if let first = fromInput {
          throw Failure(
            .usage,
            Text(
              nl: "\(first) en \(option) kunnen niet allebei van de invoer komen",
              en: "\(first) and \(option) cannot both come from standard input"),
            remedy: Text(nl: "geef een van beide als @BESTAND", en: "give one of them as @FILE"))
        }
        fromInput = option
      }
      return try Input.text(value, option: option)
    }
  }

  /// The arguments with `-` for each text that is needed and was left out, and the command; nil when something else is
  /// missing or wrong.
  static func asked(
    _ arguments: [String], in root: any ParsableCommand.Type
  ) -> (arguments: [String], command: any ParsableCommand)? {
    let missing = MissingOptions(arguments, in: root).options.filter(isConfidential).compactMap(\.names.first)
    let asked = arguments + missing.map { "\($0)=-" }
    return missing.isEmpty ? nil : (try? root.parseAsRoot(asked)).map { (asked, $0) }
  }

  private static func isElsewhere(_ argument: String) -> Bool {
    let value =
      argument.hasPrefix("--") ? argument.split(separator: "=", maxSplits: 1).dropFirst().first : argument[...]
    return value.map { $0 == "-" || $0.hasPrefix("@") } ?? false
  }

  private static func isConfidential(_ taker: TypedValues.Taker) -> Bool {
    taker.valueName.hasSuffix(Language.confidentialValue)
  }
}
