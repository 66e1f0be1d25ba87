import Governance
import Ledger
import Organisatie

/// What the plugin refuses.
enum NevenfunctieRules {
  static let all =
    general + configuration + designation + reporting + deciding + publishing + confirming + correcting
    + interests

  /// Everything that is a fact of the past; rules and designations may be laid down for a later day.
  static let facts: [any EventDefinition.Type] =
    [
      NevenwerkzaamheidGemeld.self, NevenwerkzaamheidGewijzigd.self, NevenwerkzaamheidBeeindigd.self,
      FunctieGewijzigd.self, NevenwerkzaamhedenBevestigd.self, ToestemmingGevraagd.self,
      PublicatieAchterwegeGelaten.self, OpgaveGepubliceerd.self, OpgaveBijgewerkt.self, OpgaveIngetrokken.self,
      FinancieelBelangGemeld.self,
    ] + Besluiten.all
  /// Everything that can be a fact from before the ledger and then names its source.
  private static let historical: [any EventDefinition.Type] =
    facts.filter { $0.type.name != FinancieelBelangGemeld.type.name } + [
      FunctieAangewezen.self, FunctieaanwijzingIngetrokken.self,
    ]
  /// What the secretariat may record without a mandate when it is from before the ledger.
  private static let recorded: [any EventDefinition.Type] =
    Besluiten.all + [
      NevenfunctieregelsVastgesteld.self, FunctieAangewezen.self, FunctieaanwijzingIngetrokken.self,
      PublicatieAchterwegeGelaten.self, OpgaveGepubliceerd.self, OpgaveBijgewerkt.self, OpgaveIngetrokken.self,
    ]

  private static let general = [sourceIsNamed, beforeFounding, notInFuture, recorderOnlyHistorical]

  private static let sourceIsNamed = Rule(
    id: "NEV-BRON", source: "README, Facts from before the ledger",
    demand: Text(
      nl: "een historisch feit noemt het document dat het zegt, en alleen een historisch feit doet dat",
      en: "a historical fact names the document that says it, and only a historical fact does"),
    on: historical
  ) { context in
    HistoricalFact.sourceRefusal(isHistorical: context.isHistorical, source: context.event[HistoricalFact.bron])
  }

  private static let beforeFounding = Rule(
    id: "NEV-HISTORISCH", source: "README, Facts from before the ledger",
    demand: Text(
      nl: "een historisch feit is uiterlijk van de dag waarop dit grootboek is geopend",
      en: "a historical fact is of the day on which this ledger was founded at the latest"),
    on: historical + [NevenfunctieregelsVastgesteld.self]
  ) { context in
    context.isHistorical ? HistoricalFact.dateRefusal(context.event.effective, context) : nil
  }

  private static let notInFuture = Rule(
    id: "NEV-TOEKOMST", source: "README, The event",
    demand: Text(nl: "wat is vastgelegd, is al gebeurd", en: "what is recorded has happened"), on: facts
  ) { context in
    guard context.event.effective.isAfter(context.event.recordedOn) == .yes else { return nil }
    return Refusal(
      Text(
        nl: "\(context.event.effective.text.nl) ligt in de toekomst",
        en: "\(context.event.effective.text.en) lies in the future"),
      remedy: Text(nl: "leg het vast op of na die dag", en: "record it on or after that day"))
  }

  private static let recorderOnlyHistorical = Rule(
    id: "NEV-VASTLEGGER", source: "Awb 10:1; 004:5439-5440",
    demand: Text(
      nl: "het secretariaat legt zonder mandaat alleen vast wat van vóór dit grootboek is",
      en: "without a mandate the secretariat records only what is from before this ledger"),
    on: recorded
  ) { context in
    guard context.capacity.mandaat == nil, !context.event.type.signers.contains(context.capacity.rol),
      !context.isHistorical
    else { return nil }
    return Refusal(
      Text(
        nl: "\(context.capacity.rol.text.nl) besluit dit niet zelf en heeft er geen mandaat voor",
        en: "the \(context.capacity.rol.text.en) does not decide this and has no mandate for it"),
      remedy: Text(
        nl: "laat tekenen wie besluit, of verleen mandaat: waarborg organisatie mandaat-verleen --aan secretariaat "
          + "--gebeurtenis \(context.event.type.name); van vóór dit grootboek: --historisch --bron DOCUMENT",
        en: "let who decides sign, or give a mandate: waarborg organisatie mandaat-verleen --aan secretariaat "
          + "--gebeurtenis \(context.event.type.name); from before this ledger: --historisch --bron DOCUMENT"))
  }
}
