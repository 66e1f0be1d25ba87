import Governance
import Ledger

/// What the plugin refuses.
enum VertrouwenspersonenRules {
  static let all: [Rule] =
    [historical, recordersRecordHistory, decider, notInFuture, samePerson, form, once] + withdrawing + ending
    + renewing + relieving + appointing + papers + overview + settling + [reaching] + corrections

  /// What follows from what the words mean, in every municipality.
  static let logica = "README, Rules and views"
  /// What a municipality laid down for itself; a refusal cites where that stands.
  static let eigenRegels = "de eigen regels: waarborg vertrouwenspersoon regels"

  /// Every event that can be a fact from before the ledger.
  static let facts: [any EventDefinition.Type] =
    personal + [
      JaaroverzichtVerstrekt.self, JaaroverzichtGepubliceerd.self, VertrouwenspersonenregelsVastgesteld.self,
      FormatieVastgesteld.self, AantalVertrouwenspersonenOpgegeven.self, AanspreekpuntVastgesteld.self,
    ]
  /// Every event about one person but the first and corrections.
  static let personal: [any EventDefinition.Type] = [
    KandidaatVoorgedragen.self, KandidaatTeruggetrokken.self, ContactgegevensGewijzigd.self,
    CertificeringVastgelegd.self,
    VertrouwenspersoonBenoemd.self, VertrouwenspersoonVerlengd.self, ExterneVertrouwenspersoonGecontracteerd.self,
    VertrouwenspersoonBeeindigd.self, DossierAangevuld.self, RegisterOvergedragen.self,
    ScholingVastgelegd.self, IntervisieVastgelegd.self,
  ]
  /// What begins the function.
  static let beginnings: [any EventDefinition.Type] = [
    VertrouwenspersoonBenoemd.self, ExterneVertrouwenspersoonGecontracteerd.self,
  ]
  /// What whoever appoints decides.
  static let decisions: [any EventDefinition.Type] =
    beginnings + [
      VertrouwenspersoonVerlengd.self, VertrouwenspersoonBeeindigd.self, DossierAangevuld.self,
    ]

  private static let historical = HistoricalFact.namesSourceAndIsBeforeFounding(id: "VP-HISTORISCH", on: facts)

  private static let recordersRecordHistory = HistoricalFact.recordersRecordHistory(
    id: "VP-BEVOEGD", source: "Awb 10:1",
    on: decisions + [VertrouwenspersonenregelsVastgesteld.self, FormatieVastgesteld.self]
  ) { rol, name in
    Text(
      nl: "laat wie besluit tekenen of mandaat verlenen: waarborg organisatie mandaat-verleen "
        + "--aan \(rol.rawValue) --gebeurtenis \(name); van vóór dit grootboek: --historisch --bron DOCUMENT",
      en: "let whoever decides sign or give a mandate: waarborg organisatie mandaat-verleen "
        + "--aan \(rol.rawValue) --gebeurtenis \(name); from before this ledger: --historisch --bron DOCUMENT")
  }

  private static let decider = Rule(
    id: "VP-BENOEMER", source: eigenRegels,
    demand: Text(
      nl: "wie volgens de regels benoemt, contracteert en ontheft, tekent zelf of gaf er mandaat voor",
      en: "who appoints, contracts and relieves under the rules signs or gave a mandate"),
    on: decisions
  ) { context in
    guard !context.isHistorical else { return nil }
    let regels = try context.regels()
    guard let benoemer = regels.benoemer, !context.decides(benoemer) else { return nil }
    return Refusal(
      Text(
        nl: "\(benoemer.text.nl) besluit hierover, maar \(context.capacity.decider.text.nl) ondertekent",
        en: "the \(benoemer.text.en) decides on this, but the \(context.capacity.decider.text.en) signs"),
      remedy: Text(
        nl:
          "laat \(benoemer.text.nl) tekenen of mandaat verlenen: waarborg organisatie mandaat-verleen --aan … --gebeurtenis …",
        en:
          "let the \(benoemer.text.en) sign or give a mandate: waarborg organisatie mandaat-verleen --aan … --gebeurtenis …"
      ),
      source: regels.bron(Keuzes.benoemer))
  }

  private static let notInFuture = Rule.notInFuture(
    id: "VP-TOEKOMST",
    on: [
      KandidaatVoorgedragen.self, KandidaatTeruggetrokken.self, VertrouwenspersoonVerlengd.self,
      DossierAangevuld.self, RegisterOvergedragen.self, ScholingVastgelegd.self,
      IntervisieVastgelegd.self, JaaroverzichtVerstrekt.self, JaaroverzichtGepubliceerd.self,
      AantalVertrouwenspersonenOpgegeven.self,
    ])

  private static let samePerson = Rule(
    id: "VP-PERSOON", source: logica,
    demand: Text(
      nl: "elk feit van een benoeming gaat over dezelfde persoon",
      en: "every fact of an appointment is about the same person"),
    on: personal
  ) { context in
    guard let benoeming = try context.benoeming(), let person = context.event[KandidaatVoorgedragen.persoon],
      person != benoeming.persoon
    else { return nil }
    return Refusal(
      Text(
        nl: "\(benoeming.handle) gaat over \(benoeming.persoon), dit feit noemt \(person)",
        en: "\(benoeming.handle) is about \(benoeming.persoon), this fact names \(person)"),
      remedy: Text(
        nl: "noem de benoeming van deze persoon; zie waarborg vertrouwenspersoon lijst",
        en: "name the appointment of this person; see waarborg vertrouwenspersoon lijst"))
  }

  private static let form = Rule(
    id: "VP-VORM", source: logica,
    demand: Text(
      nl: "een interne wordt benoemd, een externe gecontracteerd",
      en: "an internal one is appointed, an external one contracted"),
    on: beginnings
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    let isAppointment = context.event.is(VertrouwenspersoonBenoemd.self)
    guard isAppointment != (benoeming.vorm == .intern) else { return nil }
    return Refusal(
      Text(
        nl: "\(benoeming.handle) is voorgedragen als \(benoeming.vorm.text.nl)",
        en: "\(benoeming.handle) was put forward as \(benoeming.vorm.text.en)"),
      remedy: Text(
        nl: "gebruik waarborg vertrouwenspersoon \(isAppointment ? "contracteer" : "benoem") \(benoeming.handle)",
        en: "use waarborg vertrouwenspersoon \(isAppointment ? "contracteer" : "benoem") \(benoeming.handle)"))
  }

  private static let once = Rule(
    id: "VP-EENMAAL", source: logica,
    demand: Text(
      nl: "één voordracht leidt tot hoogstens één benoeming", en: "one candidacy leads to at most one appointment"),
    on: beginnings
  ) { context in
    guard let benoeming = try context.benoeming() else { return nil }
    if benoeming.feit(KandidaatVoorgedragen.self) == nil { return mistaken(benoeming) }
    guard let begin = benoeming.begin else { return nil }
    return Refusal(
      Text(
        nl: "\(benoeming.handle) is al \(benoeming.vorm == .intern ? "benoemd" : "gecontracteerd"), met als eerste dag "
          + "\(begin.effective.text.nl), nummer \(begin.position)",
        en: "\(benoeming.handle) was \(benoeming.vorm == .intern ? "appointed" : "contracted") already, from "
          + "\(begin.effective.text.en) on, number \(begin.position)"),
      remedy: Text(
        nl:
          "verleng haar, of draag voor een nieuwe termijn opnieuw voor: waarborg vertrouwenspersoon kandidaat --naam … "
          + "--zelfde-als \(benoeming.handle)",
        en: "renew it, or put forward anew for a new term: waarborg vertrouwenspersoon kandidaat --naam … "
          + "--zelfde-als \(benoeming.handle)"))
  }
}

extension RuleContext {
  /// The appointment to which the event belongs; nil when it opens one, or is about something else.
  func benoeming() throws -> Benoeming? {
    event.stream.kind == KandidaatVoorgedragen.type.streamKind
      ? try subject(Benoeming.self, SubjectKey(event.stream)) : nil
  }

  /// The first day after the term or contract that the event sets.
  var tot: CalendarDate? { Fact(event).tot }

  /// The municipality's choices in force on the day of the event.
  func regels() throws -> Vertrouwenspersonenregels {
    try (benoeming()?.keuzes ?? Regelbesluit.all(views)).regels(on: day)
  }
}
