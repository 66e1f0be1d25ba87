import ArgumentParser
import Console
import Governance

/// `vandaag`, `gisteren`, `eergisteren` and `morgen` wherever a command takes a date: turned into the day itself before the
/// command sees it, so that no option can forget them.
enum DateWords {
  static func resolved(
    _ arguments: [String], in root: any ParsableCommand.Type, today: CalendarDate
  ) throws -> [String] {
    // Nearly always there is no such word, and then nothing is looked up.
    guard try arguments.contains(where: { try word($0, today) != nil }) else { return arguments }
    let path = CommandPath(arguments, from: root)
    let description = ParserDescription(path.command)
    var (resolved, place) = (Array(arguments[..<path.rest.startIndex]), 0)
    var option: ParserDescription.Argument?
    for argument in path.rest {
      if let taker = option {
        resolved.append(try takesDate(taker) ? word(argument, today) ?? argument : argument)
        option = nil
      } else if argument.hasPrefix("--") {
        let name = argument.prefix { $0 != "=" }
        let found = description.option(name)
        if name.count < argument.count {
          let value = String(argument.dropFirst(name.count + 1))
          let day = try found.map { try takesDate($0) ? word(value, today) : nil } ?? nil
          resolved.append(day.map { "\(name)=\($0)" } ?? argument)
        } else {
          option = found.flatMap { $0.isFlag ? nil : $0 }
          resolved.append(argument)
        }
      } else {
        let taker = place < description.positionals.count ? description.positionals[place] : nil
        place += 1
        let isDay = taker.map { takesDate($0) && !$0.isRepeating } ?? false
        resolved.append(try isDay ? word(argument, today) ?? argument : argument)
      }
    }
    return resolved
  }

  /// The day that an argument means, and nothing else; the day of a longer one is not looked for.
  private static func word(_ argument: String, _ today: CalendarDate) throws -> String? {
    let value =
      argument.hasPrefix("--") ? argument.split(separator: "=", maxSplits: 1).dropFirst().first : argument[...]
    return try value.flatMap { try Input.relative(String($0), today)?.description }
  }

  /// Whether a day is asked for; of a number of events, `--bekend` takes the end of a day as well.
  private static func takesDate(_ argument: ParserDescription.Argument) -> Bool {
    let kinds = argument.valueName.split(separator: "|")
    return kinds.contains("dag") || kinds.contains("datum") || argument.names.contains("--bekend")
  }
}
