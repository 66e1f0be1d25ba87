import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak identiteit`
  struct Identiteit: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "identiteit",
      abstract: Language.ofProcess.choose(
        nl: "Toon wie de melder is, aan wie dat mag weten; dat en waarom wordt in de zaak vastgelegd.",
        en: "Show who the melder is, to who may know; that and why is recorded in the case."))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.help(nl: "Waarom.", en: "Why.", "tekst")) var grond: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      var gevonden: [(nummer: Int64, veld: String, waarden: [String])] = []
      try program.append(options, isSummedUp: true) { context in
        let found = try context.zaken.zaak(zaak.zaak)
        gevonden = found.feiten.filter(\.telt).flatMap { feit in
          feit.identiteit.sorted().map { (feit.nummer, $0, feit.velden[$0] ?? []) }
        }
        return try context.voorstel(
          .init(gebeurtenis: .identiteitGeopend(grond: grond), op: context.effective), found)
      }
      // First recorded, then shown: nobody looks unseen.
      guard !options.dryRun else { return }
      if shared.json {
        for veld in gevonden {
          let json: JSON = [
            "nummer": .int(veld.nummer), "veld": .string(veld.veld),
            "waarden": .array(veld.waarden.map { .string($0) }),
          ]
          program.terminal.outJSON(json.text)
        }
        return
      }
      var list = KeyValueList()
      for veld in gevonden {
        let waarden = veld.waarden.map { Stukwaarde($0)?.omschrijving ?? $0 }.joined(separator: ", ")
        list.add(Text("\(veld.nummer) \(veld.veld)"), "\(waarden)")
      }
      guard !gevonden.isEmpty else {
        program.terminal.note(Text(nl: "In deze zaak is niemand genoemd.", en: "Nobody is named in this case."))
        return
      }
      program.terminal.out(list)
    }
  }
}
