import Governance

extension Terminal {
  /// Asks as `confirm` does, and goes on only after a yes.
  /// - Throws: ``Governance/Failure`` of kind `usage` for any other answer, and when there is nobody to ask.
  public func requireYes(_ question: Text, assumeYes: Bool) throws(Failure) {
    guard try confirm(question, assumeYes: assumeYes) else {
      throw Failure(.usage, Text(nl: "afgebroken; er is niets geschreven", en: "stopped; nothing was written"))
    }
  }

  /// Asks a yes/no question on standard error; nothing but a yes is a yes.
  ///
  /// - Parameter assumeYes: Whether `--yes` was given, so that nothing is asked.
  /// - Returns: Whether the answer was yes; an empty answer, or none after three questions, is no.
  /// - Throws: ``Governance/Failure`` of kind `usage` when there is nobody to ask, so that a script does not hang.
  public func confirm(_ question: Text, assumeYes: Bool = false) throws(Failure) -> Bool {
    if assumeYes { return true }
    guard isInteractive else {
      throw Failure(
        .usage,
        Text(
          nl: "dit vraagt een bevestiging, maar er is niemand om die te geven: ",
          en: "this asks for confirmation, but there is nobody to give it: ") + question,
        remedy: Text(
          nl: "Voeg --yes toe als het antwoord ja is.", en: "Add --yes if the answer is yes."))
    }
    let hint = Text(nl: " [j/N] ", en: " [y/N] ")
    for _ in 1...3 {
      messages.write(StyledText(question + hint, .emphasis).rendered(language, colour: messages.allowsColour))
      guard let line = readLine() else {
        messages.write("\n")
        return false
      }
      switch line.lowercased().filter({ !$0.isWhitespace }) {
      // Both languages, whatever the question was asked in: a habit should not turn a yes into a no.
      case "j", "ja", "y", "yes": return true
      case "", "n", "nee", "no": return false
      default: note(Text(nl: "Antwoord met ja of nee.", en: "Answer yes or no."))
      }
    }
    return false
  }
}
