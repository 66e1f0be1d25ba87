import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak identiteit`
  struct Identiteit: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "identiteit",
      abstract: Language.ofProcess.choose(
        nl: "Toon wie de melder is, aan wie dat mag weten; dat en waarom wordt in de zaak vastgelegd.",
        en: "Show who the melder is, to who may know; that and why is recorded in the case."))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.confidential(nl: "Waarom", en: "Why", "tekst", isForCircle: true)) var grond: String
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .identiteitGeopend(grond: grond) }

    func toon(_ zaak: Zaak, _ terminal: Terminal) {
      let gevonden = zaak.feiten.filter(\.telt).flatMap { feit in
        feit.identiteit.sorted().map { (nummer: feit.nummer, veld: $0, waarden: feit.velden[$0] ?? []) }
      }
      if shared.json {
        for veld in gevonden {
          let json: JSON = [
            "nummer": .int(veld.nummer), "veld": .string(veld.veld),
            "waarden": .array(veld.waarden.map { .string($0) }),
          ]
          terminal.outJSON(json.text)
        }
        return
      }
      guard !gevonden.isEmpty else {
        terminal.note(Text(nl: "In deze zaak is niemand genoemd.", en: "Nobody is named in this case."))
        return
      }
      var list = KeyValueList()
      for veld in gevonden {
        let waarden = veld.waarden.map { Stukwaarde($0)?.omschrijving ?? $0 }.joined(separator: ", ")
        list.add(Text("\(veld.nummer) \(veld.veld)"), "\(waarden)")
      }
      terminal.out(list)
    }
  }
}
