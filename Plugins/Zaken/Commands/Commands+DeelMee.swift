import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak deel-mee`
  struct DeelMee: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "deel-mee",
      abstract: Language.ofProcess.choose(
        nl:
          "Leg vast dat iemand over een stap is ingelicht, of op welke grond niet; zie «Nog mede te delen» in zaak toon.",
        en: "Record that someone was told of a step, or on what ground not; see “Still to be told” in zaak toon."))
    @OptionGroup var zaak: ZaakArgument
    @Argument(
      help: Language.help(nl: "Het nummer van de stap in de zaak.", en: "The number of the step in the case.", "nummer")
    )
    var nummer: Int64
    @Option(help: Language.help(nl: "Aan wie.", en: "Whom.", "wie")) var aan: String
    @Option(
      help: Language.help(
        nl: "Op welke grond niet, zoals de procedure hem noemt.", en: "On what ground not, as the procedure names it.",
        "grond"))
    var onthouden: String?
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis {
      .medegedeeld(nummer: nummer, aan: aan, onthouden: onthouden)
    }
  }
}
