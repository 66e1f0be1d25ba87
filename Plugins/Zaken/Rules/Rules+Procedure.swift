import Beleid
import Governance
import Ledger
import LedgerCrypto

/// What the plugin refuses of procedures.
enum ProcedureRules {
  static let all: [Rule] = [
    recorder, ownName, historical, file, regulation, label, start,
    Correction.namesWhatCounts(id: "ZAAK-PROC-CORRECTIE", on: [ProcedureGecorrigeerd.self]),
    Correction.byWhoCouldRecord(id: "ZAAK-PROC-CORRECTIE-BEVOEGD", on: [ProcedureGecorrigeerd.self]), notYet, newDay,
  ]

  private static let recorder = HistoricalFact.recordersRecordHistory(
    id: "ZAAK-PROC-VASTLEGGER", source: "Awb 10:1", on: [ProcedureVastgesteld.self]
  ) { _, _ in
    Text(
      nl: "laat het orgaan tekenen of mandaat verlenen, of geef --historisch --bron",
      en: "let the body sign or give a mandate, or give --historisch --bron")
  }

  private static let ownName = HistoricalFact.adoptedInOwnName(
    id: "ZAAK-PROC-ORGAAN", source: "Awb 10:1; Awb 10:10", by: ProcedureVastgesteld.orgaan,
    on: [ProcedureVastgesteld.self])

  private static let historical = HistoricalFact.namesSourceAndIsBeforeFounding(
    id: "ZAAK-PROC-HISTORISCH", on: [ProcedureVastgesteld.self])

  private static let file = Rule(
    id: "ZAAK-PROC-BESTAND", source: "README, Procedures as data",
    demand: Text(
      nl: "het bestand staat in het grootboek, zodat elke zaak de regels bij zich heeft",
      en: "the file is in the ledger, so that every case has its rules with it"),
    on: [ProcedureVastgesteld.self]
  ) { context in
    guard context.event.signed.envelope.sealedDigests.isEmpty else { return nil }
    return Refusal(
      Text(nl: "het bestand ontbreekt", en: "the file is missing"),
      remedy: Text(
        nl: "geef het bestand: waarborg procedure stel-vast BESTAND",
        en: "give the file: waarborg procedure stel-vast FILE"))
  }

  private static let regulation = Rule(
    id: "ZAAK-PROC-REGELING", source: "004:4396-4398; README, Procedures as data",
    demand: Text(
      nl: "een procedure hoort bij een vastgestelde versie van een regeling",
      en: "a procedure belongs to an adopted version of a rule"),
    on: [ProcedureVastgesteld.self]
  ) { context in
    guard let stream = context.event[ProcedureVastgesteld.regeling] else {
      // The regulation is in the organisation's ledger, which this one has no link to.
      return context.registry.isOwnOfVertrouwenspersoon
        ? nil
        : Refusal(
          Text(nl: "de regeling ontbreekt", en: "the rule is missing"),
          remedy: Text(nl: "geef --regeling REGELING@VERSIE", en: "give --regeling RULE@VERSION"))
    }
    let adopted = try adopted(stream, context.event[ProcedureVastgesteld.regelingVersie], context.views)
    guard adopted.isEmpty else { return early(context.event.effective, adopted, option: "--op") }
    return Refusal(
      Text(nl: "die versie van de regeling is niet vastgesteld", en: "that version of the rule was not adopted"),
      remedy: Text(
        nl: "stel eerst de regeling vast: waarborg beleid stel-vast KENMERK; zie waarborg beleid lijst",
        en: "adopt the rule first: waarborg beleid stel-vast NAME; see waarborg beleid lijst"))
  }

  /// A procedure carries out its rule: there is none before there was a rule.
  private static func early(_ day: ImpreciseDate, _ adopted: [Fact], option: String) -> Refusal? {
    guard let first = adopted.compactMap(\.effective.earliest).min(), let day = day.latest, day < first else {
      return nil
    }
    return Refusal(
      Text(
        nl: "de regeling is op \(first.text.nl) vastgesteld, na de dag waarop de procedure zou ingaan",
        en: "the rule was adopted on \(first.text.en), after the day on which the procedure would take effect"),
      remedy: Text(nl: "geef \(option) \(first) of later", en: "give \(option) \(first) or later"))
  }

  /// The adoptions of the rule, or of the version of it, that a procedure belongs to.
  private static func adopted(_ stream: StreamID, _ version: Digest?, _ views: ViewReader) throws -> [Fact] {
    try views.facts(in: stream).filter { fact in
      fact.counts && fact.is(RegelingVastgesteld.self)
        && (version == nil || fact[RegelingVastgesteld.versie] == version)
    }
  }

  private static let label = Rule(
    id: "ZAAK-PROC-VERSIE", source: "README, Procedures as data",
    demand: Text(
      nl: "elke versie van een procedure heeft een eigen naam en een eigen inhoud",
      en: "each version of a procedure has a name and a content of its own"),
    on: [ProcedureVastgesteld.self]
  ) { context in
    guard let id = context.event[ProcedureVastgesteld.procedure] else { return nil }
    let others = try context.views.facts(where: ProcedureVastgesteld.procedure, is: id, of: ProcedureVastgesteld.self)
    let same = others.first { other in
      other.counts
        && (other[ProcedureVastgesteld.versie] == context.event[ProcedureVastgesteld.versie]
          || other[ProcedureVastgesteld.digest] == context.event[ProcedureVastgesteld.digest])
    }
    guard let same else { return nil }
    let name = same[ProcedureVastgesteld.versie] ?? ""
    return Refusal(
      Text(
        nl: "\(id) heeft al een versie «\(name)» (nummer \(same.position))",
        en: "\(id) has a version “\(name)” already (number \(same.position))"),
      remedy: Text(
        nl:
          "geef deze versie een andere naam in het bestand, of trek die andere in: waarborg procedure corrigeer VERSIE --reden …",
        en:
          "give this version another name in the file, or withdraw the other one: waarborg procedure corrigeer VERSION --reden …"
      ))
  }

  private static let start = Rule(
    id: "ZAAK-PROC-INGANG", source: "Awb 3:40",
    demand: Text(
      nl: "een procedure gaat niet in voor de dag waarop zij is vastgelegd, behalve als historisch feit",
      en: "a procedure does not take effect before the day on which it was recorded, except as a historical fact"),
    on: [ProcedureVastgesteld.self]
  ) { context in
    guard !context.isHistorical, let day = context.event.effective.exact, day < context.event.signedOn else {
      return nil
    }
    return early(day)
  }

  private static func early(_ day: CalendarDate) -> Refusal {
    Refusal(
      Text(nl: "\(day.text.nl) is voorbij", en: "\(day.text.en) is past"),
      remedy: Text(
        nl: "geef een dag van vandaag of later, of --historisch --bron",
        en: "give a day from today on, or --historisch --bron"))
  }

  private static let notYet = Rule(
    id: "ZAAK-PROC-INGEGAAN", source: "README, Procedures as data",
    demand: Text(
      nl: "een vaststelling wordt gecorrigeerd tot en met de dag waarop zij ingaat",
      en: "an adoption is corrected up to the day on which it takes effect"),
    on: [ProcedureGecorrigeerd.self]
  ) { context in
    guard let fact = try Correction.mistaken(context), fact.counts, !fact.isHistorical,
      let day = fact.effective.exact, context.event.signedOn > day
    else { return nil }
    return Refusal(
      Text(
        nl: "die versie geldt sinds \(day.text.nl); er kunnen zaken mee lopen",
        en: "that version has been in force since \(day.text.en); cases may run under it"),
      remedy: Text(
        nl: "stel een nieuwe versie vast: waarborg procedure stel-vast BESTAND",
        en: "adopt a new version: waarborg procedure stel-vast FILE"))
  }

  private static let newDay = Rule(
    id: "ZAAK-PROC-CORRECTIE-DATUM", source: "Awb 3:40",
    demand: Text(
      nl: "een juiste datum voldoet aan dezelfde eisen als de eerste", en: "a right date meets the demands of the first"
    ),
    on: [ProcedureGecorrigeerd.self]
  ) { context in
    guard let date = context.event[Correction.date], let fact = try Correction.mistaken(context) else { return nil }
    if let stream = fact[ProcedureVastgesteld.regeling] {
      let adopted = try adopted(stream, fact[ProcedureVastgesteld.regelingVersie], context.views)
      if let refusal = early(date, adopted, option: "--juiste-datum") { return refusal }
    }
    if fact.isHistorical { return HistoricalFact.dateRefusal(date, context, option: "--juiste-datum") }
    guard let day = date.exact else {
      return Refusal(
        Text(nl: "«\(date)» is geen exacte dag", en: "“\(date)” is not one exact day"),
        remedy: Text(nl: "geef --juiste-datum als JJJJ-MM-DD", en: "give --juiste-datum as YYYY-MM-DD"))
    }
    return day < context.event.signedOn ? early(day) : nil
  }
}
