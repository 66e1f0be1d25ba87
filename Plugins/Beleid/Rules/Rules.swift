import Governance
import Instemming
import Ledger
import LedgerCrypto

/// What the plugin refuses.
enum BeleidRules {
  static let all: [Rule] =
    [recordersRecordHistory, adoptsInOwnName, historical, namesVersion] + drafts
    + [onlyDrafts, onlyAdopted, once] + consents + dates + contents + publications + corrections

  /// What decides whether a text stands on the public site.
  static var onSite: [any EventDefinition.Type] {
    [RegelingstekstOpenbaargemaakt.self, RegelingstekstVanSiteGehaald.self]
  }

  /// Every event in the life of a rule; a correction is none, and neither is what the public site shows of it.
  static var life: [any EventDefinition.Type] {
    [
      RegelingOntworpen.self, WerknemersGeraadpleegd.self, RegelingVastgesteld.self, RegelingBekendgemaakt.self,
      RegelingInWerkingGetreden.self, RegelingGeevalueerd.self, LooptijdVerlengd.self, RegelingIngetrokken.self,
      ContentElementAangetoond.self, BeleidGeborgd.self,
    ]
  }

  private static let recordersRecordHistory = HistoricalFact.recordersRecordHistory(
    id: "BEL-VASTLEGGER", source: "Awb 10:1",
    on: [RegelingVastgesteld.self, RegelingGeevalueerd.self, LooptijdVerlengd.self, RegelingIngetrokken.self]
  ) { rol, name in
    Text(
      nl: "laat het orgaan mandaat verlenen: waarborg organisatie mandaat-verleen --aan \(rol.rawValue) "
        + "--gebeurtenis \(name), of geef --historisch --bron",
      en: "let the body give a mandate: waarborg organisatie mandaat-verleen --aan \(rol.rawValue) "
        + "--gebeurtenis \(name), or give --historisch --bron")
  }

  private static let adoptsInOwnName = HistoricalFact.adoptedInOwnName(
    id: "BEL-ORGAAN", source: "000:20; Awb 10:1; Awb 10:10", by: RegelingVastgesteld.orgaan,
    on: [RegelingVastgesteld.self])

  private static let historical = HistoricalFact.namesSourceAndIsBeforeFounding(id: "BEL-HISTORISCH", on: life)

  private static let namesVersion = Rule(
    id: "BEL-VERSIE", source: "000:50-53; README, Facts from before the ledger",
    demand: Text(
      nl: "een feit betreft precies één tekst, genoemd met zijn digest, behalve als de tekst van voor het grootboek is",
      en: "a fact concerns exactly one text, named by its digest, unless the text is from before the ledger"),
    on: [
      RegelingOntworpen.self, RegelingVastgesteld.self, RegelingBekendgemaakt.self, RegelingInWerkingGetreden.self,
      RegelingGeevalueerd.self, LooptijdVerlengd.self, RegelingIngetrokken.self, ContentElementAangetoond.self,
      RegelingstekstOpenbaargemaakt.self, RegelingstekstVanSiteGehaald.self,
    ]
  ) { context in
    let needsText = context.event.is(RegelingOntworpen.self) || context.event.is(RegelingVastgesteld.self)
    let hasText = !context.event.signed.envelope.sealedDigests.isEmpty
    if context.event[RegelingVastgesteld.versie] != nil {
      guard needsText, !hasText, !context.isHistorical else { return nil }
      return Refusal(
        Text(nl: "de tekst van de versie ontbreekt", en: "the text of the version is missing"),
        remedy: Text(nl: "geef het document", en: "give the document"))
    }
    if context.isHistorical { return nil }
    // A version that the ledger knows only by name can still be announced, reviewed and withdrawn.
    if !needsText, let known = try context.versie(), known.digest == nil { return nil }
    return Refusal(
      Text(nl: "de versie ontbreekt", en: "the version is missing"),
      remedy: Text(
        nl: "noem de versie: KENMERK@NUMMER; zie waarborg beleid toon KENMERK",
        en: "name the version: NAME@NUMBER; see waarborg beleid toon NAME"))
  }

  private static let onlyDrafts = Rule(
    id: "BEL-ONTWERP", source: "WOR art. 27 lid 1",
    demand: Text(nl: "alleen een ontworpen versie wordt vastgesteld", en: "only a drafted version is adopted"),
    on: [RegelingVastgesteld.self]
  ) { context in
    guard !context.isHistorical, try context.versie()?.feit(RegelingOntworpen.self) == nil else { return nil }
    return Refusal(
      Text(nl: "van deze versie is geen ontwerp vastgelegd", en: "no draft of this version is recorded"),
      remedy: Text(
        nl: "leg eerst het ontwerp vast: waarborg beleid ontwerp BESTAND --kenmerk KENMERK",
        en: "record the draft first: waarborg beleid ontwerp FILE --kenmerk NAME"))
  }

  private static let onlyAdopted = Rule(
    id: "BEL-VASTGESTELD", source: "README, Rules and views",
    demand: Text(
      nl: "alleen een vastgestelde versie wordt bekendgemaakt, treedt in werking, wordt geëvalueerd of ingetrokken",
      en: "only an adopted version is announced, enters into force, is reviewed or withdrawn"),
    on: [
      RegelingBekendgemaakt.self, RegelingInWerkingGetreden.self, RegelingGeevalueerd.self, LooptijdVerlengd.self,
      RegelingIngetrokken.self,
    ]
  ) { context in
    guard !context.isHistorical, try context.versie()?.isVastgesteld != true else { return nil }
    return Refusal(
      Text(nl: "deze versie is niet vastgesteld", en: "this version has not been adopted"),
      remedy: Text(
        nl: "leg eerst de vaststelling vast: waarborg beleid stel-vast KENMERK",
        en: "record its adoption first: waarborg beleid stel-vast NAME"))
  }

  private static let once = Rule(
    id: "BEL-EENMAAL", source: "README, Rules and views",
    demand: Text(
      nl: "een versie wordt één keer vastgesteld, treedt één keer in werking en wordt één keer ingetrokken",
      en: "a version is adopted once, enters into force once and is withdrawn once"),
    on: [RegelingVastgesteld.self, RegelingInWerkingGetreden.self, RegelingIngetrokken.self]
  ) { context in
    guard let versie = try context.versie(),
      let earlier = versie.feiten.first(where: { $0.type == context.event.type.name })
    else { return nil }
    return Refusal(
      Text(
        nl: "\(earlier.type) is voor versie \(versie.nummer) al vastgelegd, als nummer \(earlier.position)",
        en: "\(earlier.type) has been recorded for version \(versie.nummer), as number \(earlier.position)"),
      remedy: Text(
        nl: "was dat een vergissing: waarborg beleid corrigeer \(earlier.position) --reden …",
        en: "if that was a mistake: waarborg beleid corrigeer \(earlier.position) --reden …"))
  }
}

extension RuleContext {
  /// The rule just before the event; nil when the event opens its stream.
  func regeling() throws -> Regeling? { try Regeling.of(event.stream, views) }

  /// The version the event is about, just before it.
  func versie() throws -> Versie? { try regeling()?.versie(RegelingVastgesteld.self, of: event) }
}
