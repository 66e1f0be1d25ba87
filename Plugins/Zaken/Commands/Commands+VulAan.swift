import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak vul-aan`
  struct VulAan: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "vul-aan",
      abstract: Language.ofProcess.choose(
        nl: "Vul aan wat bij een eerdere stap nog niet bekend was, zoals de dag waarop iets is ontvangen.",
        en: "Add what was not known yet with an earlier step, such as the day on which something was received."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg zaak vul-aan zaak-3f9a2c 2 --veld ontvangen=2024-06-12",
        en: "Example: waarborg zaak vul-aan zaak-3f9a2c 2 --veld ontvangen=2024-06-12"))
    @OptionGroup var zaak: ZaakArgument
    @Argument(
      help: Language.help(nl: "Het nummer van de stap in de zaak.", en: "The number of the step in the case.", "nummer")
    )
    var nummer: Int64
    @OptionGroup var velden: VeldOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options, isSummedUp: true) { context in
        let found = try context.zaken.zaak(zaak.zaak)
        let stap = found.stappen.first { $0.nummer == nummer }?.stap
        let waarden = try stap.map { try velden.waarden($0) } ?? [:]
        return try context.voorstel(
          .init(gebeurtenis: .aangevuld(nummer: nummer), op: context.effective, velden: waarden), found)
      }
      guard !shared.json, !options.meldtProef(program.terminal) else { return }
      program.terminal.note(StyledText.verdict(.good, Text(nl: "vastgelegd in de zaak", en: "recorded in the case")))
    }
  }
}
