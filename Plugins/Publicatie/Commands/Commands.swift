import ArgumentParser
import Console
import Governance
import Ledger
import Publication

/// `waarborg publicatie`: how the public site is published, and when it was.
struct PublicatieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "publicatie", nl: "Hoe de openbare site wordt gepubliceerd, en wanneer dat gebeurde.",
    en: "How the public site is published, and when it was.",
    subcommands: [Instel.self, Toon.self, Lijst.self])
}

extension PublicatieCommand {
  /// `waarborg publicatie instel`
  struct Instel: RecordingCommand {
    typealias Event = PublicatieIngesteld

    static let configuration = CommandConfiguration(
      "instel", nl: "Kies waar de site staat, met welke contacten en voorwaarden.",
      en: "Choose where the site stands, with which contacts and conditions.",
      discussion: Text(
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
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.adres] = adres
      fields[Event.contact] = contact
      fields[Event.beveiligingscontact] = beveiliging
      fields[Event.zoekmachines] = try Input.code(zoekmachines, option: "--zoekmachines")
      fields[Event.licentie] = licentie
    }

    func find(_ context: AppendContext) throws -> StreamID {
      try Publicaties.instelling(context.views)?.stroom ?? context.book.newStream(Event.type.streamKind)
    }

    /// What was left out stays as it was.
    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      let known = try Publicaties.instelling(context.views)
      draft[Event.adres] = (draft[Event.adres] ?? known?.adres)?.withoutSlashAtEnd
      draft[Event.contact] = draft[Event.contact] ?? known?.contact
      draft[Event.beveiligingscontact] = draft[Event.beveiligingscontact] ?? known?.beveiligingscontact
      draft[Event.zoekmachines] = draft[Event.zoekmachines] ?? known?.zoekmachines
      draft[Event.licentie] = draft[Event.licentie] ?? known?.licentie
      var problems = TypedProblems()
      problems.need(draft[Event.adres], "--adres")
      problems.need(draft[Event.contact], "--contact")
      problems.need(draft[Event.beveiligingscontact], "--beveiliging")
      problems.need(draft[Event.zoekmachines], "--zoekmachines")
      problems.need(draft[Event.licentie], "--licentie")
      try problems.check(
        Text(
          nl: "publiceren is nog niet eerder ingesteld, en er ontbreekt",
          en: "publishing has not been set up before, and this is missing"))
    }
  }
}

extension String {
  /// The text without the slash that people end an address with.
  fileprivate var withoutSlashAtEnd: String { hasSuffix("/") ? String(dropLast()) : self }
}
