import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak verstrek`
  struct Verstrek: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "verstrek",
      abstract: Language.ofProcess.choose(
        nl: "Maak voor een partij het eigen dossier; wat van een ander is, blijft weg, met de grond.",
        en: "Make a party's own file; what is another's is withheld, with the ground."))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.help(nl: "Aan welke partij.", en: "To which party.", "partij")) var aan: String
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .verstrekt(aan: aan) }

    func toon(_ zaak: Zaak, _ terminal: Terminal) {
      guard let partij = zaak.procedure.deelnemer(aan) else { return }
      let dossier = Partijdossier(zaak, voor: partij)
      if shared.json { terminal.outJSON(dossier.json.text) } else { terminal.out(dossier.tekst) }
    }
  }
}

/// What a party may have of a case: the steps that say something to it, without what is not for it.
struct Partijdossier {
  private struct Regel {
    let feit: Zaakfeit
    let stap: Stap
    let velden: [(veld: Veld, waarden: [String])]
    let onthouden: [Veld]
  }

  private let titel: String
  private let partij: Deelnemer
  private let regels: [Regel]

  init(_ zaak: Zaak, voor partij: Deelnemer) {
    titel = zaak.procedure.titel
    self.partij = partij
    // A step of which the party may see nothing is not mentioned: that it was taken is not for the party either.
    regels = zaak.stappen.compactMap { feit in
      guard let stap = feit.stap else { return nil }
      let filled = stap.velden.filter { feit.velden[$0.id] != nil }
      let seen = filled.filter { $0.zichtbaar.contains(partij.id) && !$0.isIdentiteit }
      guard !seen.isEmpty else { return nil }
      return Regel(
        feit: feit, stap: stap, velden: seen.map { ($0, feit.velden[$0.id] ?? []) },
        onthouden: filled.filter { veld in !seen.contains { $0.id == veld.id } })
    }
  }

  private func grond(_ veld: Veld, _ stap: Stap) -> String {
    let bron = veld.herkomst.isLeeg ? stap.herkomst.text : veld.herkomst.text
    return "niet voor \(partij.id) (\(bron))"
  }

  var tekst: String {
    var lines = ["\(titel): dossier voor \(partij.id)", ""]
    for regel in regels {
      lines.append("\(regel.feit.op.text.nl) – \(regel.stap.betekenis)")
      for (veld, waarden) in regel.velden {
        lines.append("  \(veld.id): \(waarden.map { Stukwaarde($0)?.omschrijving ?? $0 }.joined(separator: ", "))")
      }
      for veld in regel.onthouden { lines.append("  \(veld.id): [onthouden: \(grond(veld, regel.stap))]") }
    }
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    .array(
      regels.map { regel in
        [
          "op": regel.feit.op.json, "stap": .string(regel.stap.id),
          "velden": .object(
            regel.velden.map { JSON.Member($0.veld.id, .array($0.waarden.map { .string($0) })) }),
          "onthouden": .object(
            regel.onthouden.map { JSON.Member($0.id, .string(grond($0, regel.stap))) }),
        ]
      })
  }
}
