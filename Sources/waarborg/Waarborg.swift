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
    discussion: Language.ofProcess.choose(
      nl: """
        Nieuw hier: waarborg vandaag zegt wat er vandaag wacht, met de opdracht die het afdoet.
        Zie ook waarborg help omgeving en waarborg help exitcodes.
        """,
      en: """
        New here: waarborg vandaag says what waits today, with the command that settles it.
        See also waarborg help environment and waarborg help exit-codes.
        """),
    version: Installed.version, subcommands: [AgentCommand.self],
    groupedSubcommands: [
      CommandGroup(name: Language.ofProcess.choose(nl: "Begin hier", en: "Start here"), subcommands: daily),
      CommandGroup(
        name: Language.ofProcess.choose(nl: "Onderwerpen", en: "Subjects"),
        subcommands: Installed.plugins.flatMap { type(of: $0).commands }.filter { !isOfKeeping($0) }),
      CommandGroup(
        name: Language.ofProcess.choose(nl: "Sleutels en tekenen", en: "Keys and signing"),
        subcommands: Installed.plugins.flatMap { type(of: $0).commands }.filter(isOfKeeping) + signing),
      CommandGroup(
        name: Language.ofProcess.choose(nl: "Controleren en bewaren", en: "Verifying and keeping"),
        subcommands: keeping),
    ])

  private static let daily: [any ParsableCommand.Type] = [
    VandaagCommand.self, StatusCommand.self, TermijnenCommand.self, LogCommand.self, ShowCommand.self,
  ]
  private static let signing: [any ParsableCommand.Type] = [
    OntgrendelCommand.self, VergrendelCommand.self, ConceptCommand.self, OndertekenCommand.self, NeemOpCommand.self,
  ]
  private static let keeping: [any ParsableCommand.Type] = [
    VerifyCommand.self, CheckpointCommand.self, ProveCommand.self, KopieCommand.self, BackupCommand.self,
    HerstelCommand.self, DoctorCommand.self, RebuildCommand.self, VernietigCommand.self, TermijnCommand.self,
    CatalogusCommand.self,
  ]

  /// What the first plugin brings for the ledger itself, beside its subject.
  private static func isOfKeeping(_ command: any ParsableCommand.Type) -> Bool {
    ["init", "key", "klok"].contains(command.configuration.commandName)
  }

  /// The first words that are our own, which no program on the `PATH` can take over.
  static var words: Set<String> {
    Set(configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
  }
}
