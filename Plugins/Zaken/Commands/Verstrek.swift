import ArgumentParser
import Console
import Foundation
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak verstrek`
  struct Verstrek: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "verstrek",
      abstract: Language.ofProcess.choose(
        nl:
          "Maak voor een partij het eigen dossier; wat van een ander is of wordt onthouden, blijft weg, met de grond.",
        en: "Make a party's own file; what is another's or is kept from it stays out, with the ground."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg zaak verstrek zaak-3f9a2c --aan klager --map dossier",
        en: "Example: waarborg zaak verstrek zaak-3f9a2c --aan klager --map dossier"))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.help(nl: "Aan welke partij.", en: "To which party.", "partij")) var aan: String
    @Option(
      help: Language.help(
        nl: "Aan wie van die partij: het nummer van wat over die persoon is vastgelegd, of geen voor wat van ieder is.",
        en: "To whom of that party: the number of what was recorded of that person, or geen for what is everyone's.",
        "nummer"))
    var persoon: String?
    @Option(
      help: Language.help(
        nl: "Een nieuwe map voor het dossier met de stukken zelf, alleen voor u leesbaar.",
        en: "A new folder for the file with the papers themselves, readable for you alone.", "map"))
    var map: String?
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .verstrekt(aan: aan, persoon: try nummer(zaak)) }

    /// Which entry names the person; nil for what is everyone's. Nobody is guessed: who forgets to say it is asked.
    private func nummer(_ zaak: Zaak) throws -> Int64? {
      guard let persoon else {
        let eigen = zaak.procedure.deelnemer(aan).map { Partijdossier.eigen(zaak.stand, van: $0) } ?? []
        guard !eigen.isEmpty else { return nil }
        throw Failure(
          .badInput,
          Text(
            nl: "niet alles wat \(aan) mag hebben is voor ieder van hen",
            en: "not all that \(aan) may have is for each of them"), remedy: Partijdossier.keuze(eigen))
      }
      guard persoon != "geen" else { return nil }
      guard let nummer = Int64(persoon), nummer > 0 else {
        throw Failure(
          .badInput,
          Text(nl: "--persoon: «\(persoon)» is geen nummer", en: "--persoon: “\(persoon)” is no number"),
          remedy: Text(
            nl: "geef een nummer uit waarborg zaak toon ZAAK, of geen",
            en: "give a number from waarborg zaak toon CASE, or geen"))
      }
      return nummer
    }

    func werk(_ zaak: Zaak) throws -> OutsideWork? {
      guard let map, let partij = zaak.procedure.deelnemer(aan) else { return nil }
      let dossier = Partijdossier(
        zaak.stand, voor: partij, persoon: try nummer(zaak), door: zaak.stand.functies(zaak.lezer))
      return OutsideWork(
        carryOut: { try dossier.schrijf(in: map) }, undo: { try? FileManager.default.removeItem(atPath: map) },
        finish: {})
    }

    func toon(_ zaak: Zaak, _ terminal: Terminal) throws {
      guard let partij = zaak.procedure.deelnemer(aan) else { return }
      let dossier = Partijdossier(
        zaak.stand, voor: partij, persoon: try nummer(zaak), door: zaak.stand.functies(zaak.lezer))
      if shared.json { return terminal.outJSON(dossier.json.text) }
      if let map {
        return terminal.note(
          StyledText.verdict(
            .good,
            Text(
              nl: "geschreven in \(map), alleen voor u leesbaar; verwijder de map na gebruik",
              en: "written into \(map), readable for you alone; remove the folder after use")))
      }
      terminal.out(dossier.tekst)
      guard dossier.heeftStukken else { return }
      terminal.note(
        Text(
          nl: "De stukken zelf: met --map MAP, of waarborg zaak neem-uit ZAAK NUMMER VELD BESTAND.",
          en: "The papers themselves: with --map DIRECTORY, or waarborg zaak neem-uit CASE NUMBER FIELD FILE."))
    }
  }
}
