import Beleid
import Governance
import Ledger

/// The facts that proof is made of, found by key and each read once: those that count and had happened by a day.
final class Standfeiten {
  /// By when it had to be so.
  let dag: CalendarDate
  /// The day that is asked about: what was pointed out by then counts, also when it was so long before.
  let gevraagd: CalendarDate
  /// Whether what only may have happened by the day counts as well.
  let isMogelijk: Bool
  let zaak: Eisbrief?
  let reading: Reading
  let catalog: Catalog
  /// The measures that had not been dropped.
  let maatregelen: [Maatregel]
  /// The organisation's rules.
  private(set) lazy var regelingen: Result<[RegelingBeeld], any Error> = Result {
    try BeleidView().regelingen(op: dag, in: reading)
  }

  private let bron: Feitenbron

  init(zaak: Eisbrief?, op dag: CalendarDate, _ reading: Reading, _ catalog: Catalog) throws {
    (self.dag, gevraagd, isMogelijk) = (dag, dag, false)
    (self.zaak, self.reading, self.catalog) = (zaak, reading, catalog)
    bron = Feitenbron(reading.views)
    maatregelen = try Self.maatregelen(op: dag, reading)
  }

  /// The same facts as they were on the last day of the term, by what is known on the day that is asked about.
  private init(_ later: Standfeiten, op dag: CalendarDate, isMogelijk: Bool) throws {
    (self.dag, gevraagd, self.isMogelijk) = (dag, later.gevraagd, isMogelijk)
    (zaak, reading, catalog, bron) = (later.zaak, later.reading, later.catalog, later.bron)
    maatregelen = try Self.maatregelen(op: dag, reading)
  }

  /// The facts on the last day of the term; nil while it runs, or without one.
  private(set) lazy var bijEindeTermijn: Result<(zeker: Standfeiten, mogelijk: Standfeiten)?, any Error> = Result {
    guard let end = zaak?.uiterlijk, end < dag else { return nil }
    return (
      try Standfeiten(self, op: end, isMogelijk: false), try Standfeiten(self, op: end, isMogelijk: true)
    )
  }

  /// The same with what may have happened by the day.
  private(set) lazy var mogelijk: Result<Standfeiten, any Error> = Result {
    try Standfeiten(self, op: dag, isMogelijk: true)
  }

  private static func maatregelen(op dag: CalendarDate, _ reading: Reading) throws -> [Maatregel] {
    let states = Maatregel.State.voortgang.filter { $0 != .vervallen }
    var seen: Set<SubjectKey> = []
    return try reading.views.subjects(Maatregel.self, states, on: dag).filter { seen.insert($0.key).inserted }
      .compactMap { try reading.views.subject(Maatregel.self, $0.key) }
  }

  var views: ViewReader { reading.views }

  /// Whether a fact counts and had happened by the day.
  func telt(_ fact: Fact) -> Bool {
    fact.counts && (fact.happened(by: dag) || isMogelijk && fact.effective.isOnOrBefore(dag) != .no)
  }

  /// Whether that a text has an element counts: when that was pointed out does not matter, and since when the text is there
  /// is known of its version.
  func isGetoond(_ fact: Fact) -> Bool { fact.counts && fact.happened(by: gevraagd) }

  /// The evidence that names a demand.
  func dienend(_ eis: String) throws -> [Fact] {
    try bron.dienend(eis).filter { fact in
      // What was recorded of another inspection serves the letter of that one.
      let isElders = fact.stream.kind == Inspectiezaak.streamKind && zaak.map { $0.stream != fact.stream } ?? false
      return telt(fact) && !isElders
    }
  }

  /// What a person signed about a demand, last.
  func beoordeling(_ eis: String) throws -> Fact? {
    try bron.beoordelingen(eis).filter { $0.counts && $0.happened(by: gevraagd) }
      .max { ($0.day, $0.position) < ($1.day, $1.position) }
  }

  /// Facts of these types in streams of one kind; those of an inspection in that of the letter.
  func van(_ kind: String, _ types: [EventType]) throws -> [Fact] {
    switch kind {
    case Maatregel.streamKind:
      return maatregelen.flatMap(\.feiten).filter { fact in types.contains { $0.name == fact.type } && telt(fact) }
    case Inspectiezaak.streamKind:
      let facts = try zaak.map { try bron.stroom($0.stream) } ?? bron.soorten(types)
      return facts.filter { fact in types.contains { $0.name == fact.type } && telt(fact) }
    default: return try bron.soorten(types.filter { $0.streamKind == kind }).filter { telt($0) }
    }
  }

  /// The rules that a demand is about.
  func regelingen(_ keuze: Bewijsregel.Regelingkeuze) throws -> [RegelingBeeld] {
    var all = try regelingen.get()
    if !keuze.soorten.isEmpty { all = all.filter { keuze.soorten.contains($0.soort.rawValue) } }
    if !keuze.bevat.isEmpty {
      let streams = Set(try keuze.bevat.flatMap { try BeleidView().bevat($0, in: views) })
      all = all.filter { streams.contains($0.stream) }
    }
    return all
  }

  /// What is recorded of a rule's version, or of the rule as a whole.
  func feiten(van regeling: RegelingBeeld) throws -> [Fact] {
    guard isMogelijk else { return regeling.feiten }
    return try bron.stroom(regeling.stream).filter { fact in
      let version = fact[RegelingVastgesteld.versie]
      return telt(fact) && (version == nil || version == regeling.versie)
    }
  }

  /// An event as proof.
  func bewijsfeit(_ fact: Fact) throws -> Bewijsfeit {
    // Pointing out an element is of a day of its own; it is in the text since that version was adopted.
    let version = fact.is(ContentElementAangetoond.self) ? try bron.vaststelling(fact) : nil
    return Bewijsfeit(
      position: fact.position, id: fact.id, stream: fact.stream, type: fact.type,
      betekenis: catalog.event(named: fact.type)?.meaning ?? fact.type,
      telling: JaarverklaringAfgegeven.woorden(fact) ?? Reekstelling.woorden(fact), gedaan: fact.effective,
      sinds: version?.effective, verzameld: fact[Bewijs.verzameldOp], vastgelegd: fact.recordedOn,
      van: fact[Bewijs.van], tot: fact[Bewijs.tot], isHistorisch: fact.isHistorical,
      ligging: .init(
        version?.effective ?? fact.effective, vastgelegd: version?.recordedOn ?? fact.recordedOn,
        uiterlijk: zaak?.uiterlijk))
  }

  /// A paper of the event that was destroyed: then nothing can be seen from it any more.
  func vernietigdStuk(_ fact: Fact) throws -> String? {
    let gone = try reading.filter.erasedFields(of: fact.id)
    return gone.isEmpty ? nil : bron.documentvelden(fact, catalog).first(where: gone.contains)
  }

  /// The adoption of the version in which a fact points out an element.
  func vaststelling(_ fact: Fact) throws -> Fact? { try bron.vaststelling(fact) }
}

extension Bewijsfeit.Ligging {
  /// What was done is judged by its own date; what has no exact one lies before the day on which it was recorded.
  init(_ gedaan: ImpreciseDate, vastgelegd: CalendarDate, uiterlijk: CalendarDate?) {
    guard let uiterlijk else {
      self = .zonderTermijn
      return
    }
    if let earliest = gedaan.earliest, earliest > uiterlijk {
      self = .na
    } else if vastgelegd <= uiterlijk {
      self = .voor
    } else if let latest = gedaan.latest, latest <= uiterlijk {
      self = .voorLaterVastgelegd
    } else {
      self = .onbekend
    }
  }
}
