import ArgumentParser
import Console
import Governance
import Ledger

/// Which appointment a command is about.
struct BenoemingArgument: ParsableArguments {
  @Argument(
    help: Language.help(
      nl: "De benoeming: vertrouwenspersoon-1, de naam als maar één die heeft, of Vertrouwenspersoon/018f….",
      en: "The appointment: vertrouwenspersoon-1, the name if only one has it, or Vertrouwenspersoon/018f….",
      "kenmerk|naam"))
  var kenmerk: String

  func find(_ context: AppendContext) throws -> Benoeming {
    try Verwijzing.require(kenmerk, in: context.reading)
  }
}

/// Another end than the usual one.
struct TermijnOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl: "Een ander einde: de eerste dag na de termijn.", en: "Another end: the first day after the term.", "dag"))
  var tot: String?
  @Option(
    help: Language.help(
      nl: "Een andere duur dan de gewone, zoals P2Y.", en: "Another length than the usual one, such as P2Y.", "duur"))
  var termijn: String?

  func validate() throws {
    guard tot != nil, termijn != nil else { return }
    throw ValidationError(nl: "geef --tot of --termijn, niet beide", en: "give --tot or --termijn, not both")
  }

  /// The day until which a term runs that begins on a day, and whether it was chosen.
  func einde(from start: CalendarDate?, _ usual: Tijdsduur?) throws -> (tot: CalendarDate?, isAfwijkend: Bool) {
    if let tot { return (try Input.day(tot, option: "--tot"), true) }
    let duur = try Input.duration(termijn, option: "--termijn") ?? usual
    guard let start, let duur else { return (nil, termijn != nil) }
    do { return (try start.firstDay(after: duur), termijn != nil) } catch {
      throw Failure(.badInput, Text("--termijn: ") + error.text)
    }
  }
}

extension Input {
  /// A length of time as the rule states them.
  static func duration(_ text: String, option: String) throws -> Tijdsduur {
    try duration(
      text, option: option,
      expected: Text(
        nl: "is geen duur; verwacht: P4Y, P6M, P8W of P14D",
        en: "is no length of time; expected: P4Y, P6M, P8W or P14D"))
  }

  @_disfavoredOverload
  static func duration(_ text: String?, option: String) throws -> Tijdsduur? {
    try text.map { try duration($0, option: option) }
  }
}
