import Beleid
import Governance
import Ledger

/// The facts that proof is made of, found by key and each read once: those that count and had certainly happened by a day.
final class Standfeiten {
  let dag: CalendarDate
  let zaak: Eisbrief?
  let reading: Reading
  let catalog: Catalog
  /// The measures that had not been dropped.
  let maatregelen: [Maatregel]
  /// The organisation's rules.
  private(set) lazy var regelingen: Result<[RegelingBeeld], any Error> = Result {
    try BeleidView().regelingen(op: dag, in: reading)
  }

  init(zaak: Eisbrief?, op dag: CalendarDate, _ reading: Reading, _ catalog: Catalog) throws {
    (self.dag, self.zaak, self.reading, self.catalog) = (dag, zaak, reading, catalog)
    let states = Maatregel.State.voortgang.filter { $0 != .vervallen }
    var seen: Set<SubjectKey> = []
    maatregelen = try reading.views.subjects(Maatregel.self, states, on: dag).filter { seen.insert($0.key).inserted }
      .compactMap { try reading.views.subject(Maatregel.self, $0.key) }
  }

  var views: ViewReader { reading.views }

  /// Whether a fact counts and had certainly happened by the day.
  func telt(_ fact: Fact) -> Bool { fact.counts && fact.happened(by: dag) }

  /// The evidence that names a demand.
  func dienend(_ eis: String) throws -> [Fact] {
    try views.facts(where: Bewijs.eisen, holds: eis).filter { $0[EisenboomVastgesteld.boom] == nil && telt($0) }
  }

  /// What a person signed about a demand, last.
  func beoordeling(_ eis: String) throws -> Fact? {
    try views.facts(where: BewijsBeoordeeld.eis, is: eis, of: BewijsBeoordeeld.self).filter { telt($0) }
      .max { ($0.day, $0.position) < ($1.day, $1.position) }
  }

  /// Facts of these types in streams of one kind; those of an inspection in that of the letter.
  func van(_ kind: String, _ types: [EventType]) throws -> [Fact] {
    switch kind {
    case Maatregel.streamKind:
      return maatregelen.flatMap(\.feiten).filter { fact in types.contains { $0.name == fact.type } && telt(fact) }
    case Inspectiezaak.streamKind:
      let facts = try zaak.map { try views.facts(in: $0.stream) } ?? views.facts(of: types)
      return facts.filter { fact in types.contains { $0.name == fact.type } && telt(fact) }
    default: return try views.facts(of: types.filter { $0.streamKind == kind }).filter { telt($0) }
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

  /// An event as proof.
  func bewijsfeit(_ fact: Fact) -> Bewijsfeit {
    Bewijsfeit(
      position: fact.position, id: fact.id, stream: fact.stream, type: fact.type,
      betekenis: catalog.event(named: fact.type)?.meaning ?? fact.type,
      telling: JaarverklaringAfgegeven.woorden(fact) ?? Reekstelling.woorden(fact), gedaan: fact.effective,
      verzameld: fact[Bewijs.verzameldOp], vastgelegd: fact.recordedOn, van: fact[Bewijs.van], tot: fact[Bewijs.tot],
      isHistorisch: fact.isHistorical, ligging: .init(fact, uiterlijk: zaak?.uiterlijk))
  }
}

extension Bewijsfeit.Ligging {
  /// What an event of which the date is not exact lies before is the day on which it was recorded.
  init(_ fact: Fact, uiterlijk: CalendarDate?) {
    guard let uiterlijk else {
      self = .zonderTermijn
      return
    }
    if fact.recordedOn <= uiterlijk {
      self = .voor
    } else if let latest = fact.effective.latest, latest <= uiterlijk {
      self = .voorLaterVastgelegd
    } else if let earliest = fact.effective.earliest, earliest > uiterlijk {
      self = .na
    } else {
      self = .onbekend
    }
  }
}
