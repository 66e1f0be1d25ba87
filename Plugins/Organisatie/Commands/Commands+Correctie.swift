import ArgumentParser
import Console
import Governance
import Ledger

extension OrganisatieCommand {
  /// `waarborg organisatie corrigeer`
  struct Corrigeer: MistakeCommand {
    typealias Event = FunctieGecorrigeerd
    static let corrections = OrganisatieRules.corrections

    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Leg vast dat iets over een orgaan of functie een vergissing was; het telt niet meer.",
      en: "Record that something of a body or function was a mistake; it counts no more.",
      discussion: Text(
        nl: "Voorbeeld: waarborg organisatie corrigeer 14 --reden \"twee keer vastgelegd\"",
        en: "Example: waarborg organisatie corrigeer 14 --reden \"recorded twice\""))
    @OptionGroup var mistake: MistakeOptions
    @OptionGroup var recording: AppendingOptions

    var unknown: Failure {
      Failure(
        .notFound,
        Text(
          nl: "«\(mistaken)» is niets over een orgaan of functie", en: "“\(mistaken)” is nothing of a body or function"),
        remedy: Text(
          nl: "zie waarborg log; een mandaat of sluitingsdag trekt u in, een sleutel ook",
          en: "see waarborg log; a mandate or closure is withdrawn, and so is a key"))
    }
  }
}
