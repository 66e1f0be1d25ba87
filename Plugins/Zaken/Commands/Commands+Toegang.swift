import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak toegang`
  struct Toegang: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toegang",
      abstract: Language.ofProcess.choose(
        nl: "Laat iemand tot een zaak toe, of trek dat in; zonder sleutel: wie er nu bij hoort.",
        en: "Admit someone to a case, or take that back; without a key: who belongs to it now."))
    @OptionGroup var zaak: ZaakArgument
    @Argument(help: Language.help(nl: "De sleutel.", en: "The key.", "sleutel")) var sleutel: String?
    @Option(help: Language.help(nl: "In welke functie.", en: "In which function.", "functie")) var functie: String?
    @Flag(help: Language.help(nl: "Trek de toegang in.", en: "Take the admission back.")) var intrekken = false
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func validate() throws {
      guard sleutel == nil || intrekken != (functie != nil) else {
        throw ValidationError(
          Language.ofProcess.choose(
            nl: "geef --functie FUNCTIE of --intrekken", en: "give --functie FUNCTION or --intrekken"))
      }
    }

    func run(_ program: Program) throws {
      guard let sleutel else { return try lijst(program) }
      try program.append(options, isSummedUp: true) { context in
        let found = try context.zaken.zaak(zaak.zaak)
        let key = try program.sleutel(sleutel, context.reading.registry, option: "sleutel")
        let gebeurtenis: Zaakgebeurtenis
        if let functie {
          gebeurtenis = .toegangVerleend(Lid(sleutel: key.id, functie: functie))
        } else {
          gebeurtenis = .toegangIngetrokken(key.id)
        }
        return try context.voorstel(.init(gebeurtenis: gebeurtenis, op: context.effective), found)
      }
      guard !shared.json, !options.dryRun else { return }
      program.terminal.note(StyledText.verdict(.good, Text(nl: "vastgelegd in de zaak", en: "recorded in the case")))
    }

    private func lijst(_ program: Program) throws {
      try program.zaken(options) { _, zaken in
        let found = try zaken.zaak(zaak.zaak)
        var table = Table([
          .init(Text(nl: "Functie", en: "Function")), .init(Text(nl: "Rol", en: "Role")),
          .init(Text(nl: "Sleutel", en: "Key"), overflow: .keep),
        ])
        for lid in found.leden {
          let rol = zaken.reading.registry.keys[lid.sleutel]?.rol
          if shared.json {
            program.terminal.outJSON(lid.json.text)
          } else {
            table.row("\(lid.functie)", "\(rol?.text ?? Text("–"))", "\(lid.sleutel)")
          }
        }
        if !shared.json { program.terminal.out(table) }
      }
    }
  }
}
