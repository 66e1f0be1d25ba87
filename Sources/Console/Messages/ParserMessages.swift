import Governance

/// The help and the errors of swift-argument-parser, which speaks only English, in the operator's language.
///
/// Works on the finished text, line by line, from two tables; a line that is not in them stays as it is. Written
/// against version 1.8; the tests compare with what the package really says, so that a change of wording is noticed.
public enum ParserMessages {
  /// The text in one language; in English only `Error:` changes, to the way other failures begin.
  ///
  /// A help line becomes at most two columns longer, so ask the parser for two columns less than there are. Not meant
  /// for completion scripts.
  public static func translate(_ text: String, _ language: Language) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    switch language {
    case .english:
      return lines.map { line in
        if line.hasPrefix("Error: ") { return "error: " + line.dropFirst("Error: ".count) }
        // The name of a group says what it is.
        return line.hasSuffix(" SUBCOMMANDS:") ? line.dropLast(" SUBCOMMANDS:".count) + ":" : String(line)
      }.joined(separator: "\n")
    case .dutch:
      var isUsage = false
      return lines.map { line in
        // A usage of several lines hangs under its first word, which has moved two columns.
        let continuesUsage = isUsage && line.hasPrefix("       ")
        isUsage = continuesUsage || line.uppercased().hasPrefix("USAGE: ")
        return continuesUsage ? "  " + inUsage(String(line)) : dutch(line)
      }.joined(separator: "\n")
    }
  }

  private static func dutch(_ line: Substring) -> String {
    if line.hasPrefix("Error: ") {
      let message = line.dropFirst("Error: ".count)
      return "fout: " + (firstMatch(errors, message, filling: inList) ?? String(message))
    }
    return firstMatch(headings, line, filling: inUsage) ?? firstMatch(errors, line, filling: inList)
      ?? inHelp(String(line))
  }

  private static func firstMatch(_ phrases: [Phrase], _ line: Substring, filling: (String) -> String) -> String? {
    for phrase in phrases {
      if let translated = phrase.translated(line, filling: filling) { return translated }
    }
    return nil
  }

  /// Lines with a fixed place in help and usage. `UITLEG` rather than a longer word, as the text after it was wrapped.
  private static let headings: [Phrase] = [
    Phrase("OVERVIEW: {}", "UITLEG: {}"),
    Phrase("USAGE: {}", "GEBRUIK: {}"),
    Phrase("Usage: {}", "Gebruik: {}"),
    Phrase("ARGUMENTS:", "ARGUMENTEN:"),
    Phrase("OPTIONS:", "OPTIES:"),
    Phrase("COMMON OPTIONS:", "ALGEMENE OPTIES:"),
    Phrase("SUBCOMMANDS:", "OPDRACHTEN:"),
    Phrase("{} SUBCOMMANDS:", "{}:"),
    Phrase("Help:  {}", "Uitleg:  {}"),
    Phrase("  See '{}' for detailed help.", "  Zie '{}' voor de volledige uitleg."),
    Phrase("  See '{}' for more information.", "  Zie '{}' voor meer informatie."),
  ]

  /// What can be wrong with the arguments; the more precise sentence comes first.
  private static let errors: [Phrase] = [
    Phrase("Unknown option '{}'. Did you mean '{}'?", "Onbekende optie '{}'. Bedoelt u '{}'?"),
    Phrase("Unknown option '{}'", "Onbekende optie '{}'"),
    Phrase("Invalid option: {}", "Ongeldige optie: {}"),
    Phrase("Missing expected argument '{}'", "Er ontbreekt een argument: '{}'"),
    Phrase("Missing expected arguments: {}", "Er ontbreken argumenten: {}"),
    Phrase("Missing one of: '{}'", "Er ontbreekt een van: '{}'"),
    Phrase("Missing value for '{}'", "Er ontbreekt een waarde voor '{}'"),
    Phrase("   or: Missing value for '{}' in '{}'", "   of: er ontbreekt een waarde voor '{}' in '{}'"),
    Phrase("Unexpected argument '{}'", "Onverwacht argument '{}'"),
    Phrase("{} unexpected arguments: '{}'", "{} onverwachte argumenten: '{}'"),
    Phrase(
      "The option '{}' does not take any value, but '{}' was specified.",
      "De optie '{}' neemt geen waarde, maar kreeg '{}'."),
    Phrase(
      "Value to be set with flag {} had already been set with flag {}",
      "De vlag {} gaat niet samen met de eerdere vlag {}"),
    Phrase(
      "The value '{}' is invalid for '{}'. Please provide one of the following:",
      "De waarde '{}' is ongeldig voor '{}'. Kies een van deze:"),
    Phrase(
      "The value '{}' is invalid for '{}'. Please provide one of {}.",
      "De waarde '{}' is ongeldig voor '{}'. Kies {}."),
    Phrase("The value '{}' is invalid for '{}': {}", "De waarde '{}' is ongeldig voor '{}': {}"),
    Phrase("The value '{}' is invalid for '{}'", "De waarde '{}' is ongeldig voor '{}'"),
    Phrase("Can't generate completion scripts for '{}'.", "Er is geen aanvulscript voor '{}'."),
    Phrase("Can't autodetect a supported shell.", "De shell is niet herkend."),
    Phrase(
      "Please use --generate-completion-script=<shell> with one of:",
      "Gebruik --generate-completion-script=<shell> met een van:"),
  ]

  /// The parser's own words inside a line of help, each with its Dutch.
  private static let fragments: [(english: String, dutch: String)] = [
    ("Show help information.", "Toon deze uitleg."),
    ("Show subcommand help information.", "Toon de uitleg van een opdracht."),
    ("Show the version.", "Toon de versie."),
    ("(values: ", "(keuze: "),
    ("; default: ", "; standaard: "),
    ("(default: ", "(standaard: "),
  ]

  private static func inHelp(_ line: String) -> String {
    // The mark of a subcommand stands in the left column: the next column stays where it is.
    var line = line.replacing(" (default)  ", with: " (standaard)")
    if line.hasSuffix(" (default)") { line = line.dropLast("(default)".count) + "(standaard)" }
    for (english, dutch) in fragments { line = line.replacing(english, with: dutch) }
    return line
  }

  private static func inUsage(_ words: String) -> String {
    inHelp(words).replacing("<subcommand>", with: "<opdracht>").replacing("<options>", with: "<opties>")
  }

  /// `'a', 'b' or 'c'`, and `'a' and 'b'` where one of the two is meant.
  private static func inList(_ words: String) -> String {
    words.replacing("' or '", with: "' of '").replacing("' and '", with: "' of '")
  }
}
