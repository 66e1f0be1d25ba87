import Governance
import Ledger
import Organisatie

/// That someone left the service, and until when the rules of that day keep from hiring that person.
///
/// The ledger knows functions and no contracts of employment: whoever laid down the last function held in employment is
/// taken to have left.
struct Vertrek: Hashable {
  /// The time of holding a function that ended last.
  let bekleding: Bekleding
  /// The first day out of service.
  let uit: ImpreciseDate
  /// How long the rules of that day keep from hiring, and where they say so.
  let duur: Tijdsduur
  let bron: String
  /// Since when the person is in service again; nil while that is not so.
  let terug: ImpreciseDate?

  /// The last day of that time, as late as it can be; nil when nothing limits it.
  var uiterlijk: CalendarDate? { uit.latest.flatMap { try? $0.firstDay(after: duur) }?.vorige }

  /// Whether hiring from a day on can fall in that time.
  func kanTreffen(_ day: ImpreciseDate) -> Bool {
    day.precedes(uit) != .yes && uiterlijk.map { day.isAfter($0) != .yes } ?? true
      && terug.map { day.precedes($0) != .no } ?? true
  }

  /// The clock, as it is known while it runs and once it has passed.
  func clocks(_ onderwerp: Onderwerp) -> [ClockSpan] {
    let afterwards = uiterlijk?.volgende
    // Of a day that is not known the end is not known either.
    let end = uit.isExact ? uiterlijk.map { ImpreciseDate($0) } : nil
    func term(_ met: CalendarDate?) -> RunningTerm {
      RunningTerm(
        NevenfunctieTerms.draaideur(duur, bron), on: onderwerp, .on(end ?? .unknown), startedBy: bekleding.position,
        met: met.map { ImpreciseDate($0) }, withdrawn: terug,
        missing: end == nil && met == nil
          ? Text(
            nl: "de precieze dag van vertrek (bekend: \(uit.text.nl))",
            en: "the exact day of leaving (known: \(uit.text.en))") : nil)
    }
    return [
      ClockSpan(term(nil), from: uit.earliest ?? .first, until: afterwards),
      afterwards.map { ClockSpan(term(uiterlijk), from: $0) },
    ].compactMap(\.self)
  }
}

/// Someone who ever was in service, with each time of leaving that the rules attach something to.
struct Vertrokkene: Subject {
  /// It stands in no list but that of terms.
  enum State: String, CaseIterable {
    case vertrokken
  }

  static let kind = "vertrokkene"
  static let events: [any EventDefinition.Type] = [
    NevenfunctieregelsVastgesteld.self, FunctieBekleed.self, FunctieNeergelegd.self, FunctieOpgeheven.self,
    FunctieGecorrigeerd.self,
  ]

  /// In the order in which they were recorded.
  let vertrekken: [Vertrek]

  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    try Aanraking.personen(fact, views).map { .these($0.map { SubjectKey($0) }) } ?? .all
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let persoon = key.streams.first else { return nil }
    var seen: Set<StreamID> = []
    let functies = try views.facts(where: Houderschap.persoon, is: persoon, of: FunctieBekleed.self).map(\.stream)
      .filter { seen.insert($0).inserted }
    let all = try functies.flatMap { try Functies.bekledingen(of: $0, door: persoon, views) }
    let regels = try Regels.all(views)
    vertrekken = Self.vertrekken(all.filter { !$0.inhuur }.sorted { $0.position < $1.position }, regels)
  }

  static func van(_ persoon: StreamID, _ views: ViewReader) throws -> Vertrokkene? {
    try views.subject(Vertrokkene.self, SubjectKey(persoon))
  }

  func clocks(in views: ViewReader) throws -> [ClockSpan]? {
    try vertrekken.flatMap { vertrek in
      let functie = vertrek.bekleding.functie
      let naam = try Functies.functie(functie, views)?.naam ?? functie.description
      return vertrek.clocks(Onderwerp(stream: functie, versie: nil, handle: naam))
    }
  }

  /// Each time that nothing held in employment was left, under rules that then attached something to it.
  private static func vertrekken(_ inDienst: [Bekleding], _ regels: [Regels]) -> [Vertrek] {
    var seen: Set<ImpreciseDate> = []
    return inDienst.compactMap { holding in
      guard let uit = holding.uit, !seen.contains(uit) else { return nil }
      let day = uit.latest ?? .last
      guard inDienst.allSatisfy({ $0.isBekleed(op: day) == .no }), let rules = regels.geldend(op: day),
        let duur = rules.instellingen.draaideur
      else { return nil }
      seen.insert(uit)
      let terug = inDienst.map(\.van).filter { uit.precedes($0) == .yes }
        .min { ($0.earliest ?? .first) < ($1.earliest ?? .first) }
      return Vertrek(
        bekleding: holding, uit: uit, duur: duur, bron: rules.bron(.draaideur), terug: terug)
    }
  }
}

extension Vertrokkene {
  /// What to say when someone is hired who left less long ago than the rules of that day ask; nil for everything else.
  static func waarschuwing(_ draft: EventDraft, in views: ViewReader) throws -> Text? {
    guard draft.type.name == FunctieBekleed.type.name, draft[FunctieBekleed.inhuur] == true,
      let persoon = draft[Houderschap.persoon],
      let vertrek = try van(persoon, views)?.vertrekken.last(where: { $0.kanTreffen(draft.effective) })
    else { return nil }
    let (duur, bron) = (vertrek.duur.text, vertrek.bron)
    let last = vertrek.uit.exact?.vorige
    let left =
      last.map { Text(nl: "tot en met \($0.text.nl) in dienst", en: "in service up to and including \($0.text.en)") }
      ?? Text(nl: "in dienst tot \(vertrek.uit.text.nl)", en: "in service until \(vertrek.uit.text.en)")
    let until =
      vertrek.uiterlijk.map {
        Text(nl: ", tot en met \($0.text.nl)", en: ", up to and including \($0.text.en)")
      } ?? Text("")
    return Text(
      nl: "deze persoon was \(left.nl), voor zover dit grootboek weet (het kent functies, geen dienstverbanden); "
        + "binnen \(duur.nl) na vertrek\(until.nl) is inhuur volgens de regels hier niet zonder meer toegestaan (\(bron))",
      en: "this person was \(left.en), as far as this ledger knows (it knows functions, no contracts of employment); "
        + "within \(duur.en) after leaving\(until.en) the rules here do not allow hiring without more ado (\(bron))")
  }
}
