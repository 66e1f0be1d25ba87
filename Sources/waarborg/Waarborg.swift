import ArgumentParser
import Beleid
import Console
import Governance
import Inspectie
import Instemming
import Nevenfuncties
import Organisatie
import Publicatie
import Vertrouwenspersonen
import Zaken

/// The one list of installed plugins, in dependency order.
enum Installed {
  static let plugins: [any CommandPlugin] = [
    OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), VertrouwenspersonenPlugin(), PublicatiePlugin(),
    NevenfunctiesPlugin(), ZakenPlugin(), InspectiePlugin(),
  ]
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
    subcommands: own + Installed.plugins.flatMap { type(of: $0).commands })

  private static let own: [any ParsableCommand.Type] = [
    VandaagCommand.self, StatusCommand.self, LogCommand.self, ShowCommand.self, VerifyCommand.self, RebuildCommand.self,
    CheckpointCommand.self, ProveCommand.self, TermijnenCommand.self, TermijnCommand.self, ConceptCommand.self,
    OndertekenCommand.self, NeemOpCommand.self, KopieCommand.self, BackupCommand.self, HerstelCommand.self,
    DoctorCommand.self,
    VernietigCommand.self, CatalogusCommand.self, OntgrendelCommand.self, VergrendelCommand.self, AgentCommand.self,
  ]

  /// The first words that are our own, which no program on the `PATH` can take over.
  static var words: Set<String> {
    Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
  }
}
