import Governance
import Ledger
import Organisatie

/// The clear facts of the register up to a day: who is on the list, what was reported, published and confirmed.
struct Registerfeiten: Sendable {
  /// The day up to which it is read.
  var dag: CalendarDate
  /// Every version of the rules, in the order in which they govern.
  let regels: [Regels]
  let namen: Namen
  let aanwijzingen: [Aanwijzing]
  let plekken: [Plek]
  let werkzaamheden: [Werkzaamheid]
  /// Every statement, in the order of the log.
  let opgaven: [Opgave]
  /// Every statement by the report it was made of.
  let opgavenVan: [StreamID: [Opgave]]
  /// Every confirmation that counts, by day and then in the order of the log.
  private let alleBevestigingen: [Fact]
  /// The same by holder or by stream, so that a long list is read in the time it is long.
  private let plekVan: [Houderschap.Wie: Plek]
  private let meldingenVan: [Houderschap.Wie: [Werkzaamheid]]
  private let meldingenPerDag: [Houderschap.Wie: [Werkzaamheid]]
  private let bevestigingenVan: [Houderschap.Wie: [Fact]]
  private let werkzaamheid: [StreamID: Werkzaamheid]
  private let levend: [StreamID: Stretches<Opgave?>]

  /// Reads everything that was recorded; what it costs grows with the register.
  init(op dag: CalendarDate, _ views: ViewReader) throws {
    let (namen, aanwijzingen) = (try Namen(views), try Aanwijzing.all(views))
    var bevestigingen: [Fact] = []
    try views.forEachFact(of: [NevenwerkzaamhedenBevestigd.self]) { bevestigingen.append($0) }
    self.init(
      dag, regels: try Regels.all(views), namen, aanwijzingen, try Plek.all(namen, aanwijzingen, views),
      try Werkzaamheid.all(views), bevestigingen, try Opgave.all(views))
  }

  /// Reads what was recorded of one person: the functions held, and what was reported, published and confirmed.
  init(op dag: CalendarDate, van persoon: StreamID, _ views: ViewReader) throws {
    let gemeld = try views.facts(where: Houderschap.persoon, is: persoon, of: NevenwerkzaamheidGemeld.self)
    // Not as subjects of their own: a person's many would drive the other persons out of what is kept.
    let werkzaamheden = try gemeld.compactMap { Werkzaamheid(try views.facts(in: $0.stream)) }
    let bekleed = try views.facts(where: Houderschap.persoon, is: persoon, of: FunctieBekleed.self).map(\.stream)
    var seen: Set<StreamID> = []
    let functies = (bekleed + werkzaamheden.flatMap { $0.functies.sorted { $0.description < $1.description } })
      .filter { seen.insert($0).inserted }
    let aanwijzingen = Dictionary(
      try functies.map { ($0, try Aanwijzing.of($0, views)) }, uniquingKeysWith: { first, _ in first })
    let namen = Namen(
      try functies.filter { aanwijzingen[$0]?.isEmpty == false }.compactMap { try Namen.functie($0, views) })
    let plekken = try namen.functies.compactMap { functie in
      Plek(
        functie: functie, persoon: persoon,
        perioden: try Functies.bekledingen(of: functie.stroom, door: persoon, views),
        aanwijzingen: aanwijzingen[functie.stroom] ?? [])
    }
    self.init(
      dag, regels: try Regels.all(views), namen, namen.functies.flatMap { aanwijzingen[$0.stroom] ?? [] },
      plekken.filter { !$0.perioden.isEmpty }, werkzaamheden,
      try views.facts(where: Houderschap.persoon, is: persoon, of: NevenwerkzaamhedenBevestigd.self),
      try werkzaamheden.flatMap { try Opgave.of(melding: $0.stream, views) })
  }

  private init(
    _ dag: CalendarDate, regels: [Regels], _ namen: Namen, _ aanwijzingen: [Aanwijzing], _ plekken: [Plek],
    _ werkzaamheden: [Werkzaamheid], _ bevestigingen: [Fact], _ opgaven: [Opgave]
  ) {
    self.dag = dag
    self.regels = regels
    self.namen = namen
    self.aanwijzingen = aanwijzingen
    self.plekken = plekken
    self.werkzaamheden = werkzaamheden
    self.opgaven = opgaven
    alleBevestigingen = bevestigingen.filter(\.counts).sorted { $0.volgorde < $1.volgorde }
    opgavenVan = Dictionary(grouping: opgaven, by: \.melding)
    levend = opgavenVan.mapValues { statements in
      Stretches(first: statements) { $0.levensduur.map { [(from: $0.vanaf, until: $0.tot)] } ?? [] }
    }
    plekVan = Dictionary(plekken.map { (Houderschap.Wie($0), $0) }) { first, _ in first }
    let meldingen: [Houderschap.Wie: [Werkzaamheid]] = werkzaamheden.reduce(into: [:]) { meldingen, activity in
      for functie in activity.functies {
        meldingen[Houderschap.Wie(persoon: activity.persoon, functie: functie), default: []].append(activity)
      }
    }
    meldingenVan = meldingen
    meldingenPerDag = meldingen.mapValues { reports in reports.sorted { $0.gemeld.volgorde < $1.gemeld.volgorde } }
    bevestigingenVan = Dictionary(grouping: alleBevestigingen) { fact in
      Houderschap.Wie(
        persoon: fact[Houderschap.persoon] ?? fact.stream, functie: fact[Houderschap.functie] ?? fact.stream)
    }
    werkzaamheid = Dictionary(werkzaamheden.map { ($0.stream, $0) }) { first, _ in first }
  }

  /// The same, up to another day.
  func op(_ dag: CalendarDate) -> Registerfeiten {
    var feiten = self
    feiten.dag = dag
    return feiten
  }

  /// Every confirmation by the day, in the order of the log.
  var bevestigingen: [Fact] {
    alleBevestigingen.filter { $0.happened(by: dag) }.sorted { $0.position < $1.position }
  }

  /// What the rules in force on a day choose.
  func instellingen(op day: CalendarDate) -> Instellingen? { regels.geldend(op: day)?.instellingen }

  /// What is published of the function beside which an activity is done: as its designation says, or else the rules.
  func grens(_ activity: Werkzaamheid, op day: CalendarDate) -> Openbaarmakingsgrens? {
    let designation = plek(activity.persoon, activity.functie(op: day))?.aanwijzingen.last { $0.geldt(op: day) }
    return designation?.grens ?? instellingen(op: day)?.grens
  }

  /// What one holder ever reported beside one function, in the order of the log.
  func meldingen(_ plek: Plek) -> [Werkzaamheid] { meldingenVan[Houderschap.Wie(plek)] ?? [] }

  /// The same, in the order of the days on which it was reported.
  func meldingenPerDag(_ plek: Plek) -> [Werkzaamheid] { meldingenPerDag[Houderschap.Wie(plek)] ?? [] }

  /// The statement of a report that is on the list on the day, as far as its own stream says.
  func levendeOpgave(_ melding: Werkzaamheid) -> Opgave? { levend[melding.stream]?.on(dag) }

  /// What one holder reported beside one function and had reported by a day.
  func werkzaamheden(_ plek: Plek, op day: CalendarDate) -> [Werkzaamheid] {
    meldingen(plek).filter { hoort($0, bij: plek, op: day) }
  }

  /// Whether a report had been made by a day and was then beside this function.
  func hoort(_ melding: Werkzaamheid, bij plek: Plek, op day: CalendarDate) -> Bool {
    melding.telt && melding.gemeld.happened(by: day) && melding.functie(op: day) == plek.functie.stroom
  }

  /// The confirmations of one holder by the day, oldest first.
  func bevestigingen(_ plek: Plek) -> [Fact] {
    (bevestigingenVan[Houderschap.Wie(plek)] ?? []).filter { $0.happened(by: dag) }
  }

  /// The last of them.
  func bevestiging(_ plek: Plek) -> Fact? { bevestigingenVan[Houderschap.Wie(plek)]?.last(upTo: dag) { $0.day } }

  /// The report of a statement and the holder beside whose function it was published; nil for one that has no card.
  func plaats(_ opgave: Opgave) -> (werkzaamheid: Werkzaamheid, plek: Plek)? {
    guard let first = opgave.feiten.first, let activity = werkzaamheid[opgave.melding]
    else { return nil }
    let functie = activity.functie(voor: first.position)
    return plek(activity.persoon, functie).map { (activity, $0) }
  }

  /// The card of a person beside a function.
  func plek(_ persoon: StreamID, _ functie: StreamID) -> Plek? {
    plekVan[Houderschap.Wie(persoon: persoon, functie: functie)]
  }

  /// By when must be confirmed what was confirmed or reported on a day, by the rules of that day.
  func uiterlijk(na day: CalendarDate) -> CalendarDate? {
    instellingen(op: day).flatMap { try? day.adding($0.bevestigingIedere) }
  }
}

extension Houderschap {
  /// A person in a function.
  struct Wie: Hashable, Sendable {
    let persoon: StreamID
    let functie: StreamID

    init(persoon: StreamID, functie: StreamID) {
      self.persoon = persoon
      self.functie = functie
    }

    init(_ plek: Plek) { self.init(persoon: plek.persoon, functie: plek.functie.stroom) }
  }
}

extension Werkzaamheid {
  /// The functions beside which it was ever done.
  var functies: Set<StreamID> { Self.functies(feiten) }

  /// The same among these facts of one activity.
  static func functies(_ feiten: [Fact]) -> Set<StreamID> {
    Set(
      feiten.prefix(1).compactMap { $0[Houderschap.functie] }
        + feiten.lazy.filter { $0.is(FunctieGewijzigd.self) }.compactMap { $0[Houderschap.functie] })
  }

  /// The days on which it can become another thing on the list.
  var grenzen: [CalendarDate] {
    feiten.map(\.day)
  }

  /// Of what counts on a day, the latest by day and then by place in the log.
  func laatsteFeit(op day: CalendarDate) -> Fact? { geldend(op: day).max { $0.volgorde < $1.volgorde } }
}

extension Opgave {
  /// The days on which its own stream changes it.
  var grenzen: [CalendarDate] {
    feiten.flatMap { [$0.day, $0[Opgaveveld.laatsteDag]?.volgende].compactMap(\.self) }
  }
}

extension Fact {
  /// Where it comes among others: by day, and then by place in the log.
  var volgorde: (CalendarDate, UInt64) { (day, position) }
}
