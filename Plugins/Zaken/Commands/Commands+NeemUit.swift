import ArgumentParser
import Console
import Foundation
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak neem-uit`
  struct NeemUit: Zaakvervolg {
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

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .uitgenomen(nummer: nummer, veld: veld) }

    func werk(_ zaak: Zaak) throws -> OutsideWork? {
      guard let stuk = stuk(zaak) else {
        throw Failure(
          .notPermitted,
          Text(
            nl: "dit stuk is er niet, of niet voor uw functie", en: "this paper is not there, or not for your function")
        )
      }
      return OutsideWork(
        carryOut: { try PrivateFile.create(bestand, stuk.bytes) },
        undo: { try? FileManager.default.removeItem(atPath: bestand) },
        finish: {})
    }

    func toon(_ zaak: Zaak, _ terminal: Terminal) {
      guard !shared.json, let stuk = stuk(zaak) else { return }
      terminal.note(
        StyledText.verdict(
          .good,
          Text(
            nl: "\(stuk.bytes.count) bytes geschreven, alleen voor u leesbaar; verwijder het bestand na gebruik",
            en: "\(stuk.bytes.count) bytes written, readable for you alone; remove the file after use")))
    }

    private func stuk(_ zaak: Zaak) -> Document? {
      zaak.feiten.first { $0.nummer == nummer }?.waarde(veld).flatMap { Stukwaarde($0)?.document }
    }
  }
}
