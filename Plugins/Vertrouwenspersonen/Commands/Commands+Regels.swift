import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon stel-regels-vast`
  struct StelRegelsVast: GeheelCommand {
    typealias Event = VertrouwenspersonenregelsVastgesteld

    static let configuration = CommandConfiguration(
      "stel-regels-vast", nl: "Leg de regels van de gemeente vast, als geheel naar een model of punt voor punt.",
      en: "Lay the municipality's rules down, as a whole after a model or point by point.",
      discussion: Text(
        nl: """
          Een model vult in wat die bronnen zeggen, en noemt een standaard waar zij op twee manieren te lezen zijn.
          Elke optie gaat daarboven. Met een model is wat het niet noemt, niet meer geregeld.
          Zonder model blijft dat zoals het was. Om wat niet is geregeld, wordt niets geweigerd.
          Zie daarna: waarborg vertrouwenspersoon regels.
          Voorbeeld: waarborg vertrouwenspersoon stel-regels-vast --model utrecht --verklaring vereist \
          --grondslag "besluit van 3 maart 2026, artikel 2"
          """,
        en: """
          A model fills in what those sources say, and names a default where they can be read in two ways.
          Every option goes above it. With a model what it does not name is no longer settled.
          Without one it stays as it was. What is not settled is no ground to refuse anything.
          See afterwards: waarborg vertrouwenspersoon regels.
          Example: waarborg vertrouwenspersoon stel-regels-vast --model utrecht --verklaring vereist \
          --grondslag "decision of 3 March 2026, article 2"
          """))
    @Option(
      help: Language.help(
        nl: "Het uitgangspunt: \(Regelmodel.woorden).", en: "The starting point: \(Regelmodel.woorden).", "model"))
    var model: String?
    @Option(help: Language.help(nl: "Hoe de regels heten.", en: "What the rules are called.", "tekst"))
    var titel: String?
    @Option(
      help: Language.help(
        nl: "Waar de gemeente dit zelf heeft bepaald: wie wordt geweigerd, leest dit.",
        en: "Where the municipality itself laid this down: who is refused reads it.", "tekst"))
    var grondslag: String?
    @Option(help: Language.help(nl: "De regeling in dit grootboek.", en: "The regulation in this ledger.", "kenmerk"))
    var regeling: String?
    @OptionGroup var benoeming: BenoemingsregelOptions
    @OptionGroup var plichten: PlichtregelOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.model] = try Input.code(model, option: "--model")
      fields[Event.titel] = titel
      fields[Event.grondslag] = grondslag
      try benoeming.fill(&fields)
      try plichten.fill(&fields)
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Event.regeling] = try regeling.map { try context.reading.subject($0, context.book.catalog).stream }
      if let model = draft[Event.model] { Modelregeling.van(model).fill(&draft) }
    }
  }
}
