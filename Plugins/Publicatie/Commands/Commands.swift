import ArgumentParser
import Console
import Governance
import Ledger
import Publication

/// `waarborg publicatie`: how the public site is published, and when it was.
struct PublicatieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publicatie",
    abstract: Language.ofProcess.choose(
      nl: "Hoe de openbare site wordt gepubliceerd, en wanneer dat gebeurde.",
      en: "How the public site is published, and when it was."),
    subcommands: [Instel.self, Toon.self, Lijst.self])
}

extension PublicatieCommand {
  /// `waarborg publicatie instel`
  struct Instel: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "instel",
      abstract: Language.ofProcess.choose(
        nl: "Kies waar de site staat, met welke contacten en voorwaarden.",
        en: "Choose where the site stands, with which contacts and conditions."),
      discussion: Language.ofProcess.choose(
        nl: """
          Wat u weglaat, blijft zoals het was; de eerste keer is alles nodig. Voorbeeld: waarborg publicatie instel \
          --adres https://register.gemeente.example --contact register@gemeente.example \
          --beveiliging ciso@gemeente.example --zoekmachines toestaan \
          --licentie https://creativecommons.org/publicdomain/zero/1.0/
          """,
        en: """
          What you leave out stays as it was; the first time everything is needed. Example: waarborg publicatie instel \
          --adres https://register.gemeente.example --contact register@gemeente.example \
          --beveiliging ciso@gemeente.example --zoekmachines toestaan \
          --licentie https://creativecommons.org/publicdomain/zero/1.0/
          """))
    @Option(help: Language.help(nl: "Het adres van de site (https).", en: "The site's address (https).", "adres"))
    var adres: String?
    @Option(
      help: Language.help(
        nl: "Waar men om een correctie vraagt: e-mailadres van de organisatie, niet van een persoon, of https-adres.",
        en:
          "Where to ask for a correction: an e-mail address of the organisation, not of a person, or an https address.",
        "contact"))
    var contact: String?
    @Option(
      help: Language.help(
        nl: "Waar men een kwetsbaarheid meldt (security.txt): e-mailadres of https-adres.",
        en: "Where to report a weakness (security.txt): e-mail address or https address.", "contact"))
    var beveiliging: String?
    @Option(
      help: Language.help(
        nl: "Of zoekmachines de site mogen opnemen: toestaan of weigeren.",
        en: "Whether search engines may list the site: toestaan (allow) or weigeren (refuse).", "keuze"))
    var zoekmachines: String?
    @Option(
      help: Language.help(nl: "De licentie van de gegevens (https).", en: "The licence of the data (https).", "adres"))
    var licentie: String?
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let robots: SiteSettings.Robots? = try zoekmachines.map { try Input.code($0, option: "--zoekmachines") }
      try program.append(options) { context in
        let known = try Publicaties.instelling(context.reading.views)
        var draft = EventDraft(
          PublicatieIngesteld.self, stream: known?.stroom ?? context.book.newStream("Publicatie"),
          effective: context.effective)
        draft[PublicatieIngesteld.adres] = try needed(adres ?? known?.adres, "--adres").withoutSlashAtEnd
        draft[PublicatieIngesteld.contact] = try needed(contact ?? known?.contact, "--contact")
        draft[PublicatieIngesteld.beveiligingscontact] = try needed(
          beveiliging ?? known?.beveiligingscontact, "--beveiliging")
        draft[PublicatieIngesteld.zoekmachines] = try needed(robots ?? known?.zoekmachines, "--zoekmachines")
        draft[PublicatieIngesteld.licentie] = try needed(licentie ?? known?.licentie, "--licentie")
        return Proposal(draft)
      }
    }

    private func needed<Value>(_ value: Value?, _ option: String) throws -> Value {
      guard let value else {
        throw Failure(
          .usage,
          Text(
            nl: "\(option) is nodig: publiceren is nog niet eerder ingesteld",
            en: "\(option) is needed: publishing has not been set up before"))
      }
      return value
    }
  }
}

extension String {
  /// The text without the slash that people end an address with.
  fileprivate var withoutSlashAtEnd: String { hasSuffix("/") ? String(dropLast()) : self }
}
