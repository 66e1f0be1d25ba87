import Governance
import Ledger
import Organisatie

/// The clear facts of the register up to a day: who is on the list, what was reported, published and confirmed.
struct Registerfeiten {
  let dag: CalendarDate
  /// Every version of the rules, in the order in which they govern.
  let regels: [Regels]
  let namen: Namen
  /// What each report is called; a report beside a function that is not designated has no name.
  let handles: [StreamID: String]
  let aanwijzingen: [Aanwijzing]
  let plekken: [Plek]
  let werkzaamheden: [Werkzaamheid]
  let bevestigingen: [Feit]
  /// Every statement, in the order of the log.
  let opgaven: [Opgave]
  /// Every statement by the report it was made of.
  let opgavenVan: [StreamID: [Opgave]]
  let views: ViewReader
  /// The same by holder or by stream, so that a long list is read in the time it is long.
  private let plekVan: [Houder: Plek]
  private let meldingenVan: [Houder: [Werkzaamheid]]
  private let bevestigingenVan: [Houder: [Feit]]
  private let werkzaamheid: [StreamID: Werkzaamheid]

  /// Reads what was recorded.
  init(op dag: CalendarDate, _ views: ViewReader) throws {
    self.dag = dag
    self.views = views
    regels = try Regels.all(views)
    namen = try Namen(views)
    aanwijzingen = try Aanwijzing.all(views)
    plekken = try Plek.all(namen, aanwijzingen, views)
    werkzaamheden = try Werkzaamheid.all(views)
    handles = namen.handles(werkzaamheden)
    bevestigingen = try Feit.all(NevenwerkzaamhedenBevestigd.type.streamKind, views)
      .filter { $0.is(NevenwerkzaamhedenBevestigd.self) && $0.telt && $0.isGebeurd(op: dag) }
    opgaven = try Opgave.all(views)
    opgavenVan = Dictionary(grouping: opgaven, by: \.melding)
    plekVan = Dictionary(plekken.map { (Houder(persoon: $0.persoon, functie: $0.functie.stroom), $0) }) { first, _ in
      first
    }
    meldingenVan = werkzaamheden.reduce(into: [:]) { meldingen, activity in
      for functie in activity.functies {
        meldingen[Houder(persoon: activity.persoon, functie: functie), default: []].append(activity)
      }
    }
    bevestigingenVan = Dictionary(
      grouping: bevestigingen.sorted { $0.volgorde < $1.volgorde },
      by: { Houder(persoon: $0[Houderschap.persoon] ?? $0.stream, functie: $0[Houderschap.functie] ?? $0.stream) })
    werkzaamheid = Dictionary(werkzaamheden.map { ($0.stream, $0) }) { first, _ in first }
  }

  /// What the rules in force on a day choose.
  func instellingen(op day: CalendarDate) -> Instellingen? { regels.geldend(op: day)?.instellingen }

  /// What one holder ever reported beside one function, in the order of the log.
  func meldingen(_ plek: Plek) -> [Werkzaamheid] { meldingenVan[Houder(plek)] ?? [] }

  /// What one holder reported beside one function and had reported by a day.
  func werkzaamheden(_ plek: Plek, op day: CalendarDate) -> [Werkzaamheid] {
    meldingen(plek).filter { hoort($0, bij: plek, op: day) }
  }

  /// Whether a report had been made by a day and was then beside this function.
  func hoort(_ melding: Werkzaamheid, bij plek: Plek, op day: CalendarDate) -> Bool {
    melding.telt && melding.gemeld.isGebeurd(op: day) && melding.functie(op: day) == plek.functie.stroom
  }

  /// The confirmations of one holder, oldest first.
  func bevestigingen(_ plek: Plek) -> [Feit] { bevestigingenVan[Houder(plek)] ?? [] }

  /// The confirmations of one holder by a day, oldest first.
  func bevestigingen(_ plek: Plek, op day: CalendarDate) -> [Feit] {
    bevestigingen(plek).filter { $0.isGebeurd(op: day) }
  }

  /// The report of a statement and the holder beside whose function it was published; nil for one that has no card.
  func plaats(_ opgave: Opgave) -> (werkzaamheid: Werkzaamheid, plek: Plek)? {
    guard let first = opgave.feiten.first, let activity = werkzaamheid[opgave.melding]
    else { return nil }
    let functie = activity.functie(voor: first.position)
    return plek(activity.persoon, functie).map { (activity, $0) }
  }

  /// The card of a person beside a function.
  func plek(_ persoon: StreamID, _ functie: StreamID) -> Plek? { plekVan[Houder(persoon: persoon, functie: functie)] }

  /// By when must be confirmed what was confirmed or reported on a day, by the rules of that day.
  func uiterlijk(na day: CalendarDate) -> CalendarDate? {
    instellingen(op: day).flatMap { try? day.adding($0.bevestigingIedere) }
  }
}

extension Registerfeiten {
  /// Whether a statement is on the list on a day.
  ///
  /// That it was published shows that it had been reported, also when nobody knows on which day.
  func staatOpLijst(_ opgave: Opgave, _ activity: Werkzaamheid, _ plek: Plek, op day: CalendarDate) -> Bool {
    guard plek.bekleding(op: day, regels) != nil, opgave.leeft(op: day), activity.telt,
      activity.einde(op: day) == nil
    else { return false }
    let last = activity.laatste(Looptijd.einde, op: day) ?? activity.gemeld[Looptijd.einde]
    return last?.latest.map { day <= $0 } ?? true
  }

  /// The day from which a statement is no longer on the list; nil while it is.
  func einde(_ opgave: Opgave, _ activity: Werkzaamheid, _ plek: Plek) -> (op: ImpreciseDate, dag: CalendarDate)? {
    guard let first = opgave.versies(op: dag).first?.dag, !staatOpLijst(opgave, activity, plek, op: dag) else {
      return nil
    }
    var end = first
    let days = plek.grenzen + regels.map(\.vanaf) + opgave.grenzen + activity.grenzen
    for day in days.filter({ first <= $0 && $0 <= dag }).sorted(by: >) {
      if staatOpLijst(opgave, activity, plek, op: day) { break }
      end = day
    }
    if let fact = activity.einde(op: dag), fact.dag == end { return (fact.op, end) }
    return (ImpreciseDate(end), end)
  }
}

/// A person in a function.
private struct Houder: Hashable {
  let persoon: StreamID
  let functie: StreamID

  init(persoon: StreamID, functie: StreamID) {
    self.persoon = persoon
    self.functie = functie
  }

  init(_ plek: Plek) { self.init(persoon: plek.persoon, functie: plek.functie.stroom) }
}

extension Werkzaamheid {
  /// The functions beside which it was ever done.
  fileprivate var functies: Set<StreamID> {
    Set([gemeldeFunctie] + feiten.lazy.filter { $0.is(FunctieGewijzigd.self) }.compactMap { $0[Houderschap.functie] })
  }

  /// The days on which it can become another thing on the list.
  var grenzen: [CalendarDate] {
    feiten.flatMap { [$0.dag, $0[Looptijd.einde]?.latest?.volgende].compactMap(\.self) }
  }

  /// Of what counts on a day, the latest by day and then by place in the log.
  func laatsteFeit(op day: CalendarDate) -> Feit? { geldend(op: day).max { $0.volgorde < $1.volgorde } }
}

extension Opgave {
  /// The days on which its own stream changes it.
  var grenzen: [CalendarDate] { feiten.map(\.dag) }
}

extension Feit {
  /// Where it comes among others: by day, and then by place in the log.
  var volgorde: (CalendarDate, UInt64) { (dag, position) }
}
