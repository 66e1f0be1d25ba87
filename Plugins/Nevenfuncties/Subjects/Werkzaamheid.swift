import Governance
import Ledger

/// How a reported activity stands.
enum Stand: Equatable {
  /// Reported or changed, and nothing decided since; `position` is the fact that asks for a decision.
  case inBeoordeling(sinds: UInt64)
  /// Decided on; how, is sealed.
  case beslist
  /// The function changed, and nothing was decided since (004:3944-3945).
  case hertoetsing(sinds: UInt64)
  /// No longer done.
  case beeindigd

  /// As the last fact that changes it leaves it; nil for one that changes nothing.
  init?(_ feit: Fact) {
    switch feit.type {
    case NevenwerkzaamheidGemeld.type.name, NevenwerkzaamheidGewijzigd.type.name:
      self = .inBeoordeling(sinds: feit.position)
    case FunctieGewijzigd.type.name: self = .hertoetsing(sinds: feit.position)
    case ToestemmingBeslist.type.name: self = .beslist
    case NevenwerkzaamheidBeeindigd.type.name: self = .beeindigd
    default: return nil
    }
  }

  /// Whether a decision is awaited.
  var wachtOpBesluit: Bool {
    switch self {
    case .inBeoordeling, .hertoetsing: true
    default: false
    }
  }
}

/// A reported activity with everything that was recorded about it.
struct Werkzaamheid: Sendable {
  let stream: StreamID
  /// Every fact, in the order of the log, also those that were corrected.
  private(set) var feiten: [Fact]
  let gemeld: Fact
  let persoon: StreamID
  /// The function beside which it was reported.
  let gemeldeFunctie: StreamID
  private var tijdlijnen = Once<Werkzaamheidtijdlijnen>()

  init?(_ feiten: [Fact]) {
    guard let gemeld = feiten.first, gemeld.is(NevenwerkzaamheidGemeld.self),
      let persoon = gemeld[Houderschap.persoon], let functie = gemeld[Houderschap.functie]
    else { return nil }
    stream = gemeld.stream
    self.feiten = feiten
    self.gemeld = gemeld
    self.persoon = persoon
    gemeldeFunctie = functie
  }

  /// Whether the report itself still counts.
  var telt: Bool { gemeld.counts }

  /// The facts that count and had certainly happened on a day, in the order of the log: each was judged by what was
  /// recorded before it.
  func geldend(op day: CalendarDate? = nil) -> [Fact] {
    feiten.filter { feit in feit.counts && day.map { feit.happened(by: $0) } ?? true }
  }

  /// What each day's answers are found in.
  var tijdlijn: Werkzaamheidtijdlijnen { tijdlijnen.value { Werkzaamheidtijdlijnen(geldend()) } }

  /// What a correction changes stands before it, so then everything is folded again; what is about the holder or a
  /// statement is not kept here.
  mutating func add(_ fact: Fact) -> Bool {
    guard fact.stream == stream else { return true }
    guard !fact.isCorrection, let last = feiten.last, last.position < fact.position else { return false }
    feiten.append(fact)
    tijdlijnen = Once()
    return true
  }

  /// How it stands on a day; nil when it was not reported yet or by mistake.
  func stand(op day: CalendarDate? = nil) -> Stand? {
    guard telt else { return nil }
    if einde(op: day) != nil { return .beeindigd }
    return tijdlijn.stand.on(day ?? .last).flatMap { Stand($0) }
  }

  /// The function beside which it is done on a day: a change of function takes it along.
  func functie(op day: CalendarDate? = nil) -> StreamID {
    tijdlijn.functie.on(day ?? .last)?[Houderschap.functie] ?? gemeldeFunctie
  }

  /// The function beside which it was done just before an event.
  func functie(voor position: UInt64) -> StreamID {
    tijdlijn.functiewissels.last { $0.position < position }?[Houderschap.functie] ?? gemeldeFunctie
  }

  /// The report and its changes by a day, the last one first: what one leaves out is as the one before it says.
  func inhoud(op day: CalendarDate? = nil) -> [Fact] {
    geldend(op: day).reversed().filter { $0.is(NevenwerkzaamheidGemeld.self, NevenwerkzaamheidGewijzigd.self) }
  }

  /// The decision that holds on a day.
  func besluit(op day: CalendarDate? = nil) -> Fact? {
    tijdlijn.besluit.on(day ?? .last)
  }

  /// The fact that it is no longer done.
  func einde(op day: CalendarDate? = nil) -> Fact? { tijdlijn.einde.on(day ?? .last) }

  /// The fact that it is not published, unless a later statement says otherwise.
  func achterwege(op day: CalendarDate? = nil) -> Fact? { tijdlijn.achterwege.on(day ?? .last) }

  /// The activity of a stream.
  static func of(_ stream: StreamID, _ views: ViewReader) throws -> Werkzaamheid? {
    try views.subject(Werkzaamheid.self, SubjectKey(stream))
  }

  /// Every activity, in the order in which they were reported.
  static func all(_ views: ViewReader) throws -> [Werkzaamheid] {
    try views.streams(of: NevenfunctiesPlugin.types(of: NevenwerkzaamheidGemeld.type.streamKind)).compactMap {
      Werkzaamheid($0)
    }
  }

  /// What one holder reported beside a function, now or before a change of function.
  static func of(_ persoon: StreamID, beside functie: StreamID, _ views: ViewReader) throws -> [Werkzaamheid] {
    var seen: Set<StreamID> = []
    return try views.facts(
      where: Houderschap.persoon, is: persoon, of: NevenwerkzaamheidGemeld.self, FunctieGewijzigd.self
    ).filter { $0[Houderschap.functie] == functie && seen.insert($0.stream).inserted }
      .compactMap { try of($0.stream, views) }
  }
}
