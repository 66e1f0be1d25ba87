import ArgumentParser
import Console
import Foundation
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak neem-uit`
  struct NeemUit: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "neem-uit",
      abstract: Language.ofProcess.choose(
        nl: "Schrijf een stuk uit een zaak naar een bestand voor u alleen; dat wordt in de zaak vastgelegd.",
        en: "Write a paper of a case into a file for you alone; that is recorded in the case."))
    @OptionGroup var zaak: ZaakArgument
    @Argument(
      help: Language.help(nl: "Het nummer van de stap in de zaak.", en: "The number of the step in the case.", "nummer")
    )
    var nummer: Int64
    @Argument(help: Language.help(nl: "Het veld.", en: "The field.", "veld")) var veld: String
    @Argument(help: Language.help(nl: "Het nieuwe bestand.", en: "The new file.", "bestand")) var bestand: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      var bytes = 0
      try program.append(options, isSummedUp: true) { context in
        let found = try context.zaken.zaak(zaak.zaak)
        var proposal = try context.voorstel(
          .init(gebeurtenis: .uitgenomen(nummer: nummer, veld: veld), op: context.effective), found)
        let waarde = found.feiten.first { $0.nummer == nummer }?.waarde(veld)
        guard let stuk = waarde.flatMap({ Stukwaarde($0)?.document }) else {
          throw Failure(
            .notPermitted,
            Text(
              nl: "dit stuk is er niet, of niet voor uw functie",
              en: "this paper is not there, or not for your function"))
        }
        bytes = stuk.bytes.count
        proposal.work = OutsideWork(
          carryOut: { try PrivateFile.create(bestand, stuk.bytes) },
          undo: { try? FileManager.default.removeItem(atPath: bestand) },
          finish: {})
        return proposal
      }
      guard !options.dryRun else { return }
      guard !shared.json else { return }
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(
            nl: "\(bytes) bytes geschreven, alleen voor u leesbaar; verwijder het bestand na gebruik",
            en: "\(bytes) bytes written, readable for you alone; remove the file after use")))
    }
  }
}
