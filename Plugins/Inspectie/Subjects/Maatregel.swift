import Governance
import Ledger
import Organisatie

/// One measure: what is done, who answers for it, by when, by what it is judged, and whether it works.
struct Maatregel: Genoemd {
  /// How it stands, and what is not in order about it; several hold at once.
  enum State: String, NamedCode, Hashable {
    case gepland, uitgevoerd, geevalueerd, vervallen
    case zonderVerantwoordelijke, verantwoordelijkeGeenFunctie, functieVacant, functieMeerPersonen
    case zonderDatum, zonderEvaluatiedatum, zonderCriterium, uitvoeringTeLaat, evaluatieTeLaat, werktNiet,
      werkingOnbekend

    /// What is not in order.
    static let bevindingen: [State] = [
      .zonderVerantwoordelijke, .verantwoordelijkeGeenFunctie, .functieVacant, .functieMeerPersonen, .zonderDatum,
      .zonderEvaluatiedatum, .zonderCriterium, .uitvoeringTeLaat, .evaluatieTeLaat, .werktNiet, .werkingOnbekend,
    ]
    /// What has become of it.
    static let voortgang: [State] = [.gepland, .uitgevoerd, .geevalueerd, .vervallen]

    /// In words.
    var text: Text {
      switch self {
      case .gepland: Text(nl: "gepland", en: "planned")
      case .uitgevoerd: Text(nl: "uitgevoerd", en: "carried out")
      case .geevalueerd: Text(nl: "geëvalueerd", en: "evaluated")
      case .vervallen: Text(nl: "vervallen", en: "dropped")
      case .zonderVerantwoordelijke: Text(nl: "niemand is verantwoordelijk", en: "nobody is responsible")
      case .verantwoordelijkeGeenFunctie:
        Text(
          nl: "verantwoordelijke is geen functie van één persoon", en: "who is responsible is no function of one person"
        )
      case .functieVacant: Text(nl: "functie is vacant", en: "the function is vacant")
      case .functieMeerPersonen: Text(nl: "functie heeft meer dan één bekleder", en: "the function has several holders")
      case .zonderDatum: Text(nl: "geen datum voor de uitvoering", en: "no date for carrying it out")
      case .zonderEvaluatiedatum: Text(nl: "geen datum voor de evaluatie", en: "no date for the evaluation")
      case .zonderCriterium: Text(nl: "geen criterium", en: "no criterion")
      case .uitvoeringTeLaat: Text(nl: "uitvoering is te laat", en: "carrying it out is late")
      case .evaluatieTeLaat: Text(nl: "evaluatie is te laat", en: "the evaluation is late")
      case .werktNiet:
        Text(nl: "werkt niet: bijstellen of vervangen", en: "does not work: adjust or replace it")
      case .werkingOnbekend:
        Text(
          nl: "of het werkt is nog niet te zeggen: opnieuw evalueren",
          en: "whether it works cannot be told yet: evaluate anew")
      }
    }
  }

  static let kind = "maatregel"
  static let streamKind = "Maatregel"
  static let lijst = "waarborg rie maatregelen"
  static let events: [any EventDefinition.Type] =
    Gebeurtenissen.maatregel + [
      MaatregelGecorrigeerd.self, FunctieBekleed.self, FunctieNeergelegd.self, FunctieOpgeheven.self,
      FunctieGecorrigeerd.self,
    ]

  let stream: StreamID
  /// What was recorded and counts, in the order in which it was so.
  let feiten: [Fact]

  /// A function's holders matter to every measure for which it was named.
  static func touched(by fact: Fact, in views: ViewReader) throws -> Touched {
    guard fact.stream.kind == "Functie" else { return .these([SubjectKey(fact.stream)]) }
    var seen: Set<StreamID> = []
    let named = try views.facts(
      where: VerantwoordelijkeAangewezen.functie, is: fact.stream, of: VerantwoordelijkeAangewezen.self)
    return .these(named.map(\.stream).filter { seen.insert($0).inserted }.map { SubjectKey($0) })
  }

  init?(_ key: SubjectKey, in views: ViewReader) throws {
    guard let stream = key.streams.first else { return nil }
    self.stream = stream
    feiten = try views.facts(in: stream).filter(\.counts).inVolgorde
    if feiten.laatste(MaatregelVastgelegd.self) == nil { return nil }
  }

  /// What the plan says of a measure, after what adjusted it.
  struct Planning: Sendable, Hashable {
    let uitvoerenVoor: CalendarDate?
    let evaluerenVoor: CalendarDate?
    let criterium: String?

    init(_ facts: [Fact]) {
      uitvoerenVoor = facts.laatste(MaatregelVastgelegd.uitvoerenVoor)
      evaluerenVoor = facts.laatste(MaatregelVastgelegd.evaluerenVoor)
      criterium = facts.laatste(MaatregelVastgelegd.criterium)
    }
  }

  /// Who answers for it on a day.
  func verantwoordelijke(on day: CalendarDate, _ views: ViewReader) throws -> Verantwoordelijke {
    try Verantwoordelijke(Verloop(feiten, op: day).mogelijk, op: day, views)
  }

  func days(in views: ViewReader) throws -> [CalendarDate] {
    var days = feiten.flatMap(\.boundaries)
    for fact in feiten {
      days += [fact[MaatregelVastgelegd.uitvoerenVoor], fact[MaatregelVastgelegd.evaluerenVoor]]
        .compactMap { $0?.volgende }
    }
    for function in Set(feiten.compactMap { $0[VerantwoordelijkeAangewezen.functie] }) {
      for holding in try Functies.bekledingen(of: function, views) {
        days += [holding.van, holding.neergelegd, holding.opgeheven].compactMap(\.self)
          .flatMap { [$0.earliest, $0.latest].compactMap(\.self) }
        if let last = holding.tot { days.append(last.volgende) }
      }
    }
    return days
  }

  func standing(on day: CalendarDate, in views: ViewReader) throws -> [Standing<State>] {
    let course = Verloop(feiten, op: day)
    let (certain, possible) = (
      try Self.states(course.zeker, op: day, views), try Self.states(course.mogelijk, op: day, views)
    )
    return State.allCases.compactMap { state in
      switch (certain[state], possible[state]) {
      case (.yes?, .yes?): Standing(state)
      case (nil, nil): nil
      default: Standing(state, .unknown)
      }
    }
  }

  /// How it stands by these facts, each as certain as the holders of its function are.
  private static func states(
    _ facts: [Fact], op day: CalendarDate, _ views: ViewReader
  ) throws -> [State: Certainty] {
    if facts.laatste(MaatregelVastgelegd.self) == nil { return [:] }
    if facts.laatste(MaatregelVervallen.self) != nil { return [.vervallen: .yes] }
    let planning = Planning(facts)
    let evaluated = facts.laatste(MaatregelGeevalueerd.self) != nil
    let done = facts.laatste(MaatregelUitgevoerd.self) != nil || facts.laatste(MaatregelVastgelegd.bestond) == true
    var states: [State: Certainty] = [evaluated ? .geevalueerd : done ? .uitgevoerd : .gepland: .yes]
    switch try Verantwoordelijke(facts, op: day, views) {
    case .een: break
    case .geen: states[.zonderVerantwoordelijke] = .yes
    case .geenFunctie: states[.verantwoordelijkeGeenFunctie] = .yes
    case .vacant: states[.functieVacant] = .yes
    case .meer: states[.functieMeerPersonen] = .yes
    case .onzeker:
      states[.functieVacant] = .unknown
      states[.functieMeerPersonen] = .unknown
    }
    if planning.uitvoerenVoor == nil, !done { states[.zonderDatum] = .yes }
    if planning.evaluerenVoor == nil, !evaluated { states[.zonderEvaluatiedatum] = .yes }
    if planning.criterium == nil { states[.zonderCriterium] = .yes }
    if let due = planning.uitvoerenVoor, due < day, !done { states[.uitvoeringTeLaat] = .yes }
    if let due = planning.evaluerenVoor, due < day, evaluation(facts) == nil { states[.evaluatieTeLaat] = .yes }
    switch facts.laatste(MaatregelGeevalueerd.uitkomst) {
    case .werktNiet: states[.werktNiet] = .yes
    case .nogNietTeZeggen: states[.werkingOnbekend] = .yes
    case .werkt, .werktDeels, nil: break
    }
    return states
  }

  func terms(on day: CalendarDate, in views: ViewReader) throws -> [RunningTerm] {
    let facts = Verloop(feiten, op: day).mogelijk
    guard let start = facts.laatste(MaatregelVastgelegd.self) else { return [] }
    let about = Onderwerp(stream: stream, versie: nil, handle: try Self.handle(of: stream, views) ?? "\(stream)")
    let planning = Planning(facts)
    let dropped = facts.laatste(MaatregelVervallen.self)
    let done =
      facts.alle(MaatregelUitgevoerd.self).first
      ?? facts.first { $0[MaatregelVastgelegd.bestond] == true }
    func clock(_ declaration: TermDeclaration, _ due: CalendarDate?, _ met: Fact?) -> RunningTerm? {
      due.map {
        RunningTerm(
          declaration, on: about, .on(ImpreciseDate($0)), startedBy: start.position, met: met?.effective,
          withdrawn: met == nil ? dropped?.effective : nil,
          positions: [met?.position ?? dropped?.position].compactMap(\.self))
      }
    }
    return [
      clock(InspectieTerms.uitvoeren, planning.uitvoerenVoor, done),
      clock(InspectieTerms.evalueren, planning.evaluerenVoor, Self.evaluation(facts)),
    ].compactMap(\.self)
  }

  /// The evaluation that meets the date that was set last: one after which no later date was set.
  static func evaluation(_ facts: [Fact]) -> Fact? {
    let set = facts.lastIndex { $0[MaatregelVastgelegd.evaluerenVoor] != nil }
    return facts[(set ?? facts.startIndex)...].first { $0.is(MaatregelGeevalueerd.self) }
  }
}
