import ArgumentParser
import Console
import Foundation
import Governance
import LedgerCrypto

/// The system's clock.
struct SystemClock: Clock {
  var now: Instant {
    // The only place where the time is read; a clock outside 1970…9999 is a broken machine.
    let seconds = Int64(Date().timeIntervalSince1970)
    guard let now = try? Instant(secondsSince1970: seconds) else {
      preconditionFailure("the system clock says \(seconds) seconds since 1970")
    }
    return now
  }
}

@main
enum Main {
  static func main() {
    let language = Language.ofProcess
    let terminal = Terminal.process(language: language, environment: ProcessInfo.processInfo.environment)
    do {
      let arguments = withNegativeValues(try ProcessInput.arguments())
      exit(run(terminal, language, arguments, try ProcessInput.environment()))
    } catch {
      exit(FailureReport(Failure(error)).print(on: terminal, json: FieldChoice.asksJSON(CommandLine.arguments)))
    }
  }

  private static func run(
    _ terminal: Terminal, _ language: Language, _ arguments: [String], _ environment: [String: String]
  ) -> Int32 {
    if let program = ExternalProgram(arguments, environment: environment, own: Waarborg.words) {
      do { return try program.run() } catch { return FailureReport(Failure(error)).print(on: terminal) }
    }
    if let script = CompletionScript(arguments) {
      terminal.outExactly(script.text)
      return 0
    }
    // The language is known by now; the parser takes it only behind a command.
    var arguments = FieldChoice.resolved(withoutLeadingLanguage(arguments))
    if let topic = HelpTopic(arguments) {
      terminal.outExactly(topic.rendered(terminal, language))
      return 0
    }
    let program = Program(
      catalog: Catalog(Installed.plugins), terminal: terminal, language: language, environment: environment,
      clock: SystemClock(), random: SystemRandom(), version: Installed.version)
    if let completion = Completion(arguments) {
      completion.answer(program)
      return 0
    }
    let command: any ParsableCommand
    do {
      arguments = KeyWords.joined(arguments, in: Waarborg.self)
      arguments = try DateWords.resolved(arguments, in: Waarborg.self, today: SystemClock().now.date)
      command = try complete(&arguments, terminal)
    } catch let failure as Failure {
      return FailureReport(failure).print(on: terminal, json: FieldChoice.asksJSON(arguments))
    } catch {
      return explain(error, arguments, terminal, language)
    }
    guard let command = command as? any ProgramCommand else {
      var command = command
      do {
        try command.run()
        return 0
      } catch let failure as Failure { return FailureReport(failure).print(on: terminal) } catch {
        return explain(error, arguments, terminal, language)
      }
    }
    do {
      try program.run(command)
      try terminal.finish()
      return 0
    } catch {
      return FailureReport(Failure(error)).print(on: terminal, json: command.shared.json)
    }
  }

  /// The command, with the confidential texts that are read once it is known that everything else was typed well.
  private static func complete(_ arguments: inout [String], _ terminal: Terminal) throws -> any ParsableCommand {
    let command: any ParsableCommand
    do { command = try Waarborg.parseAsRoot(arguments) } catch {
      guard terminal.isInteractive, !Waarborg.exitCode(for: error).isSuccess,
        let asked = ConfidentialText.asked(arguments, in: Waarborg.self)
      else { throw error }
      (arguments, command) = asked
    }
    let complete = try ConfidentialText.resolved(arguments, in: Waarborg.self, terminal)
    return complete == arguments ? command : try Waarborg.parseAsRoot(complete)
  }

  /// The arguments without a language before the command, where people type what is true of the whole.
  private static func withoutLeadingLanguage(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return arguments }
    let rest =
      first == "--taal"
      ? (arguments.dropFirst().first, arguments.dropFirst(2))
      : (first.hasPrefix("--taal=") ? String(first.dropFirst("--taal=".count)) : nil, arguments.dropFirst())
    // What is no language is left to the parser to refuse.
    return rest.0.flatMap { Language(rawValue: $0) } == nil ? arguments : Array(rest.1)
  }

  /// The arguments with `--option -1` as `--option=-1`: the parser takes a negative number for an option, and would say
  /// that the value is missing instead of that it is wrong.
  private static func withNegativeValues(_ arguments: [String]) -> [String] {
    arguments.reduce(into: []) { joined, argument in
      if let option = joined.last, option.hasPrefix("--"), option.count > 2, !option.contains("="),
        argument.wholeMatch(of: /-[0-9]+/) != nil
      {
        joined[joined.count - 1] = "\(option)=\(argument)"
      } else {
        joined.append(argument)
      }
    }
  }

  /// Help and version are no errors; anything else that the parser refuses is a matter of usage.
  private static func explain(
    _ error: any Error, _ arguments: [String], _ terminal: Terminal, _ language: Language
  ) -> Int32 {
    var said = Waarborg.fullMessage(for: error, columns: terminal.width - 2)
    if said.hasPrefix("OVERVIEW: ") {
      let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
      let about = CommandPath(words, from: Waarborg.self).command.configuration
      said =
        HelpPage(said, abstract: about.abstract, discussion: about.discussion, width: terminal.width - 2).text
    }
    // What is missing is looked up only where something is: of the whole program that takes long.
    if said.hasPrefix(MissingOptions.start) { said = MissingOptions(arguments, in: Waarborg.self).completed(said) }
    let message = ParserMessages.translate(said, language)
    let code = Waarborg.exitCode(for: error)
    if code.isSuccess {
      terminal.out(message)
      return 0
    }
    let slip = Slip(arguments, in: Waarborg.self)
    let answer = slip?.added(to: message, language) ?? message
    guard FieldChoice.asksJSON(arguments) else {
      terminal.note(StyledText(paragraphs: answer))
      return Failure.Kind.usage.exitCode
    }
    // The first line says what was wrong; the rest is how it is used.
    let lines = answer.split(separator: "\n", maxSplits: 1)
    let sentence = lines.first.map { $0.replacing(#/^(fout|error): /#, with: "") } ?? ""
    let usage = lines.dropFirst().first.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    return FailureReport(Failure(.usage, Text(String(sentence)), remedy: usage.map { Text(String($0)) })).print(
      on: terminal, json: true)
  }
}
