import Foundation
import TestBench
import Testing

/// What a message tells someone to type can be typed: each `waarborg …` in the sources is read as the parser would.
struct RemedyTests {
  /// A command of the program, from the parser's own description of it.
  private struct Command {
    let below: [String: Command]
    /// Whether each option takes a value, by name.
    let options: [String: Bool]
    let needed: Set<String>
    /// Whether each positional argument is needed, in order; and whether the last one takes all.
    let positionals: [Bool]
    let takesAll: Bool

    init(_ json: [String: Any]) {
      below = (json["subcommands"] as? [[String: Any]] ?? []).reduce(into: [:]) { below, sub in
        if let name = sub["commandName"] as? String { below[name] = Command(sub) }
      }
      let arguments = json["arguments"] as? [[String: Any]] ?? []
      func names(_ argument: [String: Any]) -> [String] {
        (argument["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
          .compactMap { $0["name"] as? String }.map { "--\($0)" }
      }
      let named = arguments.filter { $0["kind"] as? String != "positional" }
      options = named.reduce(into: [:]) { options, argument in
        for name in names(argument) { options[name] = argument["kind"] as? String == "option" }
      }
      needed = Set(named.filter { $0["isOptional"] as? Bool == false }.compactMap { names($0).first })
      let positional = arguments.filter { $0["kind"] as? String == "positional" }
      positionals = positional.map { $0["isOptional"] as? Bool == false }
      takesAll = positional.last?["isRepeating"] as? Bool == true
    }
  }

  private struct Mention: CustomStringConvertible {
    let file: String
    let text: String
    /// Whether it is an example, in which small words are values as well.
    let isExample: Bool
    var description: String { "\(file): waarborg \(text)" }
  }

  /// Why a mention cannot be typed; nil when it can.
  private func problem(_ mention: Mention, _ root: Command) -> String? {
    var words = Self.words(mention.text)[...]
    var (command, isOver, path) = (root, false, [String]())
    while let word = words.first, !isOver, let next = command.below[word.core] {
      (command, isOver) = (next, word.isLast)
      path.append(word.core)
      words.removeFirst()
    }
    // Said of the program itself, or of a group of commands: typed like this it explains itself.
    if path.isEmpty || !command.below.isEmpty { return nil }
    var (given, values) = (Set<String>(), 0)
    while let word = words.first, !isOver {
      words.removeFirst()
      isOver = word.isLast
      if word.core.hasPrefix("--") {
        let name = String(word.core.prefix { $0 != "=" })
        guard let takesValue = command.options[name] else { return "there is no \(name)" }
        given.insert(name)
        guard takesValue, !word.core.contains("=") else { continue }
        guard !isOver, let value = words.popFirst() else { return "\(name) has no value" }
        isOver = value.isLast
      } else if word.isPlaceholder
        || mention.isExample && (values < command.positionals.count || command.takesAll)
      {
        values += 1
      } else {
        // A sentence goes on.
        break
      }
    }
    let missing = command.needed.subtracting(given).sorted()
    if !missing.isEmpty { return "it lacks \(missing.joined(separator: ", "))" }
    if values < command.positionals.count(where: { $0 }) { return "it lacks an argument" }
    if values > command.positionals.count, !command.takesAll { return "it has an argument too many" }
    return nil
  }

  private struct Word {
    let core: String
    let isLast: Bool

    /// Whether it stands for a value: in capitals, filled in, a number, or a handle with one.
    var isPlaceholder: Bool {
      guard let first = core.utf8.first else { return false }
      if core.hasPrefix("…") || core.hasPrefix("«") || core.hasPrefix("\"") || core.contains("WAARDE") && first != 40 {
        return true
      }
      if (48...57).contains(first)
        || core.utf8.count > 1 && core.utf8.allSatisfy({ (65...90).contains($0) || $0 == 45 })
      {
        return true
      }
      let tail = core.utf8.reversed().prefix { (48...57).contains($0) }
      return core.contains("@") || core.contains("/") || !tail.isEmpty && core.utf8.dropLast(tail.count).last == 45
    }
  }

  /// The words of a command; punctuation behind one ends it, and so does what a shell would not hand to the program.
  private static func words(_ text: String) -> [Word] {
    var (words, current, isQuoted, spaces) = ([String](), "", false, 0)
    for character in text {
      if character == " ", !isQuoted {
        if !current.isEmpty { words.append(current) }
        (current, spaces) = ("", spaces + 1)
        // What is explained beside an example stands apart.
        if spaces > 1 { break }
      } else {
        if character == "\"" { isQuoted.toggle() }
        current.append(character)
        spaces = 0
      }
    }
    if !current.isEmpty { words.append(current) }
    return words.prefix { $0 != ">" && $0 != "|" }.map { word in
      var core = word
      while let last = core.last, ";,.:)]?»`'".contains(last) { core.removeLast() }
      return Word(core: core, isLast: core != word)
    }
  }

  /// Every mention in what a Swift file holds between quotation marks.
  private static func mentions(_ source: [UInt8], in file: String) -> [Mention] {
    SwiftLiterals(source).all.filter { $0.text.contains("waarborg ") }.flatMap { literal -> [Mention] in
      literal.text.split(separator: "\n").flatMap { line in
        line.split(separator: "waarborg ").dropFirst(line.hasPrefix("waarborg ") ? 0 : 1).map {
          Mention(
            file: file, text: String($0),
            isExample: literal.isLong || literal.text.contains("oorbeeld") || literal.text.contains("xample"))
        }
      }
    }
  }

  private static func allMentions() throws -> [Mention] {
    try ["Sources", "Plugins"].flatMap { folder -> [Mention] in
      let root = Executable.repository.appendingPathComponent(folder)
      return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }.sorted()
        .flatMap { path in
          mentions([UInt8](try Data(contentsOf: root.appendingPathComponent(path))), in: "\(folder)/\(path)")
        }
    }
  }

  /// Described once: the whole tree takes the parser half a minute in a debug build.
  private static let root: Result<Command, any Error> = Result { Command(try ParserTree.command()) }

  @Test func `U5: every command that a message names can be typed as it is printed`() throws {
    let (root, mentions) = (try Self.root.get(), try Self.allMentions())
    #expect(mentions.count > 400, "\(mentions.count) commands were found in the sources")
    for mention in mentions {
      if let problem = problem(mention, root) { Issue.record("\(mention)\n  \(problem)") }
    }
  }

  @Test(arguments: [
    ("beleid corrigeer 13", "--reden"), ("zaak heropen", "--grond"), ("key replace", "argument"),
    ("beleid lijst --onzin", "--onzin"), ("vernietig 12 --grond", "no value"), ("key wachtwoord EEN TWEE", "too many"),
  ])
  func `a command that cannot be typed is found`(text: String, problem: String) throws {
    let mention = Mention(file: "-", text: text, isExample: false)
    #expect(try self.problem(mention, Self.root.get())?.contains(problem) == true)
  }

  @Test(arguments: [
    "beleid corrigeer 13 --reden …", "zaak heropen ZAAK --grond …; en dan verder", "key list, zonder grootboek",
    "organisatie lijst laat zien wie", "inspectie bewijs", "vernietig --over gemeentesecretaris/1 --grond …",
  ])
  func `one that can be typed is not`(text: String) throws {
    #expect(try problem(Mention(file: "-", text: text, isExample: false), Self.root.get()) == nil)
  }
}
