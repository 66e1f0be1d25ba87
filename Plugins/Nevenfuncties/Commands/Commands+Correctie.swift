import ArgumentParser
import Console
import Governance
import Ledger

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie corrigeer`
  struct Corrigeer: CorrectingCommand {
    typealias Event = NevenwerkzaamheidGecorrigeerd
    static let corrections = NevenfunctieRules.corrections

    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Leg vast dat een eerdere gebeurtenis een vergissing was; zij telt niet meer.",
      en: "Record that an earlier event was a mistake; it counts no more.",
      discussion: Text(
        nl: "Voorbeeld: waarborg nevenfunctie corrigeer 14 --reden \"bij de verkeerde functie vastgelegd\"",
        en: "Example: waarborg nevenfunctie corrigeer 14 --reden \"recorded beside the wrong function\""))
    @Argument(
      help: Language.help(
        nl: "Het nummer, zoals nevenfunctie toon het geeft.", en: "The number, as nevenfunctie toon gives it.", "nummer"
      ))
    var nummer: UInt64
    @Option(help: Language.confidential(nl: "Wat er niet klopte", en: "What was wrong", "tekst"))
    var reden: String
    @OptionGroup var recording: AppendingOptions

    var mistaken: String { String(nummer) }
    var unknown: Failure {
      Failure(
        .notFound,
        Text(
          nl: "nummer \(nummer) is niets wat hier gecorrigeerd wordt",
          en: "number \(nummer) is nothing that is corrected here"),
        remedy: Text(
          nl: "zie waarborg nevenfunctie toon MELDING; regels wijzigt u met waarborg nevenfunctie stel-in",
          en: "see waarborg nevenfunctie toon REPORT; rules are changed with waarborg nevenfunctie stel-in"))
    }
  }
}
