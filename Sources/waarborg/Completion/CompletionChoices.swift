import ArgumentParser
import Console
import Governance

/// The words that can come behind others.
struct CompletionChoices {
  private let path: CommandPath
  private let isHelp: Bool
  private let current: String
  private let description: ParserDescription?

  /// - Parameters:
  ///   - before: The words behind the program's name that are complete.
  ///   - current: What was typed of the next one.
  init(_ before: [String], _ current: String) {
    var before = before[...]
    if before.first == "--taal" {
      before = before.dropFirst(2)
    } else if before.first?.hasPrefix("--taal=") == true {
      before = before.dropFirst()
    }
    isHelp = before.first == "help"
    path = CommandPath(Array(isHelp ? before.dropFirst() : before), from: Waarborg.self)
    self.current = current
    // A description goes down the whole tree: of a group of commands it would take long, and it takes nothing itself.
    description = CommandPath.below(path.command).isEmpty ? ParserDescription(path.command) : nil
  }

  /// What comes before the part to complete, and what that part can be.
  func found(_ program: Program) -> (prefix: String, choices: [CompletionChoice]) {
    let below = CommandPath.below(path.command).filter { $0.configuration.shouldDisplay }.map {
      CompletionChoice(value: CommandPath.name($0), said: $0.configuration.abstract)
    }
    if isHelp {
      let topics = path.words.count == 1 ? HelpTopic.allCases.map { CompletionChoice(value: $0.rawValue) } : []
      return ("", path.rest.isEmpty ? below + topics : [])
    }
    let values = CompletionValues(program: program, path: path)
    let (taker, places, isOnlyPlaces) = followed
    if let taker { return last(of: values.choices(for: taker), taker) }
    if current.hasPrefix("--"), !isOnlyPlaces, let sign = current.firstIndex(of: "=") {
      let name = current[..<sign]
      guard let option = description?.option(name), !option.isFlag else { return ("", []) }
      let (prefix, choices) = last(of: values.choices(for: option), option, behind: current.index(after: sign))
      return (prefix, choices)
    }
    if current.hasPrefix("-"), !isOnlyPlaces { return ("", options) }
    if path.rest.isEmpty, !below.isEmpty {
      return ("", path.words.count == 1 ? below + [CompletionChoice(value: "help")] : below)
    }
    let positionals = description?.positionals ?? []
    guard
      let taker = places < positionals.count
        ? positionals[places] : positionals.last.flatMap({ $0.isRepeating ? $0 : nil })
    else { return ("", isOnlyPlaces ? [] : options) }
    return last(of: values.choices(for: taker), taker)
  }

  /// What the words so far leave open: an option without its value, how many places are taken, and whether `--` was said.
  private var followed: (taker: ParserDescription.Argument?, places: Int, isOnlyPlaces: Bool) {
    var taker: ParserDescription.Argument?
    var (places, isOnlyPlaces) = (0, false)
    for word in path.rest {
      if taker != nil {
        taker = nil
      } else if isOnlyPlaces || !word.hasPrefix("--") {
        places += 1
      } else if word == "--" {
        isOnlyPlaces = true
      } else if !word.contains("=") {
        taker = description?.option(word).flatMap { $0.isFlag ? nil : $0 }
      }
    }
    return (taker, places, isOnlyPlaces)
  }

  /// The options that were not given yet.
  private var options: [CompletionChoice] {
    let typed = Set(path.rest.map { String($0.prefix { $0 != "=" }) })
    return (description?.arguments ?? []).filter { $0.isShown && !$0.isPositional }.flatMap { option in
      option.names.filter { option.isRepeating || !typed.contains($0) }
        .map { CompletionChoice(value: $0, said: option.abstract) }
    }
  }

  /// Of values with commas only the last is completed.
  private func last(
    of choices: [CompletionChoice], _ argument: ParserDescription.Argument, behind start: String.Index? = nil
  ) -> (prefix: String, choices: [CompletionChoice]) {
    let value = current[(start ?? current.startIndex)...]
    guard let comma = value.lastIndex(of: ","), !choices.contains(where: \.isMark) else {
      return (String(current[..<value.startIndex]), choices)
    }
    return (String(current[...comma]), choices)
  }
}
