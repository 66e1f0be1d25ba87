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
    return try TypedValues(arguments, in: root).replaced { taker, value in
      takesDate(taker) ? try word(value, today) : nil
    }
  }

  /// The day that an argument means, and nothing else; the day of a longer one is not looked for.
  private static func word(_ argument: String, _ today: CalendarDate) throws -> String? {
    let value =
      argument.hasPrefix("--") ? argument.split(separator: "=", maxSplits: 1).dropFirst().first : argument[...]
    return try value.flatMap { try Input.relative(String($0), today)?.description }
  }

  /// Whether a day is asked for; of a number of events, `--bekend` takes the end of a day as well.
  private static func takesDate(_ argument: TypedValues.Taker) -> Bool {
    if argument.isPositional && argument.isRepeating { return false }
    let kinds = argument.valueName.split(separator: "|")
    return kinds.contains("dag") || kinds.contains("datum") || argument.names.contains("--bekend")
  }
}
