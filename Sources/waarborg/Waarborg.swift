import ArgumentParser
import Beleid
import Console
import Governance
import Instemming
import Organisatie

/// The one list of installed plugins, in dependency order.
enum Installed {
  static let plugins: [any CommandPlugin] = [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin()]
  static let version = "0.1.0"
}

/// `waarborg`: the program.
struct Waarborg: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waarborg",
    abstract: Language.ofProcess.choose(
      nl: "Een grootboek voor goed bestuur: ondertekend, op volgorde, controleerbaar.",
      en: "A ledger for good governance: signed, in order, verifiable."),
    version: Installed.version,
    subcommands: Installed.plugins.flatMap { type(of: $0).commands })
}
