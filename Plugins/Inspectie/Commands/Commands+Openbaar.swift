import ArgumentParser
import Console
import Governance
import Ledger

extension InspectieCommand {
  /// `waarborg inspectie maak-openbaar`
  struct MaakOpenbaar: OverCommand {
    typealias Event = EisOpenbaargemaakt

    static let configuration = CommandConfiguration(
      "maak-openbaar", nl: "Zet de eis, haar termijn en wat ervan kwam op de publieke site.",
      en: "Put the demand, its term and what became of it on the public site.",
      discussion: Text(
        nl: """
          Bewijs, brieven en wie is gehoord komen er niet op. Een maatregel komt erbij met een besluit van haar zelf.
          Voorbeeld: waarborg inspectie maak-openbaar inspectie-1
          Daarna: waarborg rie maak-openbaar maatregel-1 --bij inspectie-1
          """,
        en: """
          Evidence, letters and who was heard do not go there. A measure is added by a decision of its own.
          Example: waarborg inspectie maak-openbaar inspectie-1
          Then: waarborg rie maak-openbaar maatregel-1 --bij inspectie-1
          """))
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: AppendingOptions
  }

  /// `waarborg inspectie haal-van-site`
  struct HaalVanSite: OverCommand {
    typealias Event = EisVanSiteGehaald

    static let configuration = CommandConfiguration(
      "haal-van-site", nl: "Haal de eis met haar maatregelen van de publieke site.",
      en: "Take the demand with its measures off the public site.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: AppendingOptions
  }
}

extension RieCommand {
  /// `waarborg rie maak-openbaar`
  struct MaakOpenbaar: OverCommand {
    typealias Event = MaatregelOpenbaargemaakt

    static let configuration = CommandConfiguration(
      "maak-openbaar", nl: "Zet een maatregel op de publieke site, bij een eis die er staat.",
      en: "Put a measure on the public site, with a demand that is there.",
      discussion: Text(
        nl: """
          Erop komen: wat de maatregel is, waartoe zij dient, wanneer zij wordt uitgevoerd en geëvalueerd en waaraan zij \
          wordt afgemeten. Wie ervoor verantwoordelijk is, komt er niet op.
          Voorbeeld: waarborg rie maak-openbaar maatregel-1 --bij inspectie-1
          """,
        en: """
          It says what the measure is, what it is for, when it is carried out and evaluated and by what it is judged. Who \
          answers for it is not on the site.
          Example: waarborg rie maak-openbaar maatregel-1 --bij inspectie-1
          """))
    @OptionGroup var over: Over<Maatregel>
    @Option(help: Language.help(nl: "Bij welke eis zij staat.", en: "The demand it stands with.", "inspectie"))
    var bij: String
    @OptionGroup var recording: AppendingOptions

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.inspectie] = try Inspectiezaak.require(bij, context.views)
    }

    /// The words were written for the plan; here they become the municipality's own to everyone.
    func about(_ found: StreamID, _ context: AppendContext) throws -> Text? {
      let facts = try context.views.facts(in: found).filter(\.counts).inVolgorde
      return facts.laatste(MaatregelVastgelegd.omschrijving).map {
        Text(nl: "op de site komt: «\($0)»", en: "the site will say: “\($0)”")
      }
    }
  }

  /// `waarborg rie haal-van-site`
  struct HaalVanSite: OverCommand {
    typealias Event = MaatregelVanSiteGehaald

    static let configuration = CommandConfiguration(
      "haal-van-site", nl: "Haal een maatregel van de publieke site.", en: "Take a measure off the public site.")
    @OptionGroup var over: Over<Maatregel>
    @OptionGroup var recording: AppendingOptions
  }
}
