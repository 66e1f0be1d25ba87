import ArgumentParser
import Console

/// The values that were typed, each with what takes it, before the parser sees them: what holds for a kind of value is done
/// here once, and no command can forget it.
struct TypedValues {
  /// What takes a value.
  typealias Taker = ParserDescription.Argument

  private let command: [String]
  private let rest: ArraySlice<String>
  private let description: ParserDescription

  init(_ arguments: [String], in root: any ParsableCommand.Type) {
    let path = CommandPath(arguments, from: root)
    (command, rest) = (Array(arguments[..<path.rest.startIndex]), path.rest)
    description = ParserDescription(path.command)
  }

  /// The arguments with other values where `replacement` gives one.
  func replaced(_ replacement: (Taker, String) throws -> String?) rethrows -> [String] {
    var (replaced, place) = (command, 0)
    var option: Taker?
    for argument in rest {
      if let taker = option {
        option = nil
        // In one word: a value may begin with a hyphen.
        if let value = try replacement(taker, argument) {
          replaced[replaced.count - 1] += "=\(value)"
        } else {
          replaced.append(argument)
        }
      } else if argument.hasPrefix("--") {
        let name = argument.prefix { $0 != "=" }
        let found = description.option(name)
        if name.count < argument.count {
          let value = try found.flatMap { try replacement($0, String(argument.dropFirst(name.count + 1))) }
          replaced.append(value.map { "\(name)=\($0)" } ?? argument)
        } else {
          option = found.flatMap { $0.isFlag ? nil : $0 }
          replaced.append(argument)
        }
      } else {
        let taker = place < description.positionals.count ? description.positionals[place] : nil
        place += 1
        replaced.append(try taker.flatMap { try replacement($0, argument) } ?? argument)
      }
    }
    return replaced
  }
}
