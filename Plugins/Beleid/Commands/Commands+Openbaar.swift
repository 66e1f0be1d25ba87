import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

extension BeleidCommand {
  /// `waarborg beleid maak-openbaar`
  struct MaakOpenbaar: VersieCommand {
    typealias Event = RegelingstekstOpenbaargemaakt
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "maak-openbaar", nl: "Zet de tekst van een vastgestelde versie op de publieke site.",
      en: "Put the text of an adopted version on the public site.",
      discussion: Text(
        nl: """
          Dat een versie geldt, staat al op de site; haar tekst pas na dit besluit. Zij staat er na de volgende publicatie.
          Voorbeeld: waarborg beleid maak-openbaar gedragscode@2
          """,
        en: """
          That a version is in force is on the site already; its text only after this decision, from the next publication on.
          Example: waarborg beleid maak-openbaar gedragscode@2
          """))
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: AppendingOptions

    func complete(_ draft: inout EventDraft, _ found: Betrokken, _ context: AppendContext) throws {
      // A rule judges what is there; that the text was destroyed since is not for a rule to see.
      guard let adopted = found.versie?.feit(RegelingVastgesteld.self),
        try context.reading.filter.reveal(adopted.reference(RegelingVastgesteld.tekst)) == .erased
      else { return }
      let handle = found.versie.map { found.regeling.handle($0) } ?? found.regeling.kenmerk
      throw Failure(
        .notFound, Text(nl: "de tekst van \(handle) is vernietigd", en: "the text of \(handle) has been erased"),
        remedy: Text(
          nl: "op de site staat al dat zij is vernietigd", en: "the site already says that it has been erased"))
    }

    /// Everyone gets the file as it is: not only for who typed a handle without a version.
    func about(_ found: Betrokken, _ context: AppendContext) throws -> Text? {
      try context.reading.about(found.regeling.stream, versie: found.versie?.digest?.hex, context.book.catalog)
    }

    func warnings(_ draft: EventDraft, _ found: Betrokken, _ context: AppendContext) throws -> [Text] {
      guard let adopted = found.versie?.feit(RegelingVastgesteld.self),
        let text = try context.reading.filter.sealed(RegelingVastgesteld.tekst, of: adopted),
        !text.mediaType.hasPrefix("text/")
      else { return [] }
      return [
        Text(
          nl: "het bestand komt op de site zoals het is; kijk na of er een naam van een maker in staat",
          en: "the file goes on the site as it is; see whether the name of its maker is in it")
      ]
    }
  }

  /// `waarborg beleid haal-van-site`
  struct HaalVanSite: VersieCommand {
    typealias Event = RegelingstekstVanSiteGehaald
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "haal-van-site", nl: "Haal de tekst van een versie van de publieke site.",
      en: "Take the text of a version off the public site.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid haal-van-site gedragscode@2",
        en: "Example: waarborg beleid haal-van-site gedragscode@2"))
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: AppendingOptions
  }
}
