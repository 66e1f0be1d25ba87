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
      VertrouwelijkeMeldingGedaan.self, ToestemmingBeslist.self,
    ]
  /// Everything that can be a fact from before the ledger and then names its source.
  private static let historical: [any EventDefinition.Type] =
    facts.filter { $0.type.name != VertrouwelijkeMeldingGedaan.type.name } + [
      FunctieAangewezen.self, FunctieaanwijzingIngetrokken.self,
    ]
  /// What the secretariat may record without a mandate when it is from before the ledger.
  private static let recorded: [any EventDefinition.Type] =
    [
      ToestemmingBeslist.self, NevenfunctieregelsVastgesteld.self, FunctieAangewezen.self,
      FunctieaanwijzingIngetrokken.self,
      PublicatieAchterwegeGelaten.self, OpgaveGepubliceerd.self, OpgaveBijgewerkt.self, OpgaveIngetrokken.self,
    ]

  private static let general = [sourceIsNamed, beforeFounding, notInFuture, recorderOnlyHistorical]

  private static let sourceIsNamed = HistoricalFact.namesSource(id: "NEV-BRON", on: historical)

  private static let beforeFounding = HistoricalFact.isBeforeFounding(
    id: "NEV-HISTORISCH", on: historical + [NevenfunctieregelsVastgesteld.self])

  private static let notInFuture = Rule.notInFuture(id: "NEV-TOEKOMST", on: facts)

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
