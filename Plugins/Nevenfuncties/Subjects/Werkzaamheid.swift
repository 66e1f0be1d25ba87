import Governance
import Ledger

/// How a reported activity stands.
enum Stand: Equatable {
  /// Reported or changed, and nothing decided since; `position` is the fact that asks for a decision.
  case inBeoordeling(sinds: UInt64)
  case toegestaan
  case onderVoorwaarden
  case geweigerd
  /// Advised not to combine it with the function (003:265).
  case nietCombineren
  /// The function changed, and nothing was decided since (004:3944-3945).
  case hertoetsing(sinds: UInt64)
  /// No longer done.
  case beeindigd

  /// Whether it may be published.
  var isBesloten: Bool { [.toegestaan, .onderVoorwaarden, .nietCombineren].contains(self) }
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
  let feiten: [Fact]
  let gemeld: Fact
  let persoon: StreamID
  /// The function beside which it was reported.
  let gemeldeFunctie: StreamID

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

  /// How it stands on a day; nil when it was not reported yet or by mistake.
  func stand(op day: CalendarDate? = nil) -> Stand? {
    guard telt else { return nil }
    var stand: Stand?
    for feit in geldend(op: day) {
      if feit.is(NevenwerkzaamheidBeeindigd.self) { return .beeindigd }
      stand = Self.next(stand, feit)
    }
    return stand
  }

  private static func next(_ stand: Stand?, _ feit: Fact) -> Stand? {
    switch feit.type {
    case NevenwerkzaamheidGemeld.type.name, NevenwerkzaamheidGewijzigd.type.name: .inBeoordeling(sinds: feit.position)
    case FunctieGewijzigd.type.name: .hertoetsing(sinds: feit.position)
    case ToestemmingVerleend.type.name: .toegestaan
    case ToestemmingOnderVoorwaardenVerleend.type.name: .onderVoorwaarden
    case ToestemmingGeweigerd.type.name: .geweigerd
    case NietCombinerenGeadviseerd.type.name: .nietCombineren
    default: stand
    }
  }

  /// The function beside which it is done on a day: a change of function takes it along.
  func functie(op day: CalendarDate? = nil) -> StreamID {
    geldend(op: day).last { $0.is(FunctieGewijzigd.self) }?[Houderschap.functie] ?? gemeldeFunctie
  }

  /// The function beside which it was done just before an event.
  func functie(voor position: UInt64) -> StreamID {
    feiten.last { $0.counts && $0.position < position && $0.is(FunctieGewijzigd.self) }?[Houderschap.functie]
      ?? gemeldeFunctie
  }

  /// The last fact of a type that counts on a day.
  func laatste(_ definition: (some EventDefinition).Type, op day: CalendarDate? = nil) -> Fact? {
    geldend(op: day).last { $0.is(definition) }
  }

  /// The last value of a field that the report and its changes share.
  func laatste<Value: FieldValue>(_ field: Field<Value>, op day: CalendarDate? = nil) -> Value? {
    geldend(op: day).reversed().lazy.compactMap { $0[field] }.first
  }

  /// The decision that holds on a day.
  func besluit(op day: CalendarDate? = nil) -> Fact? {
    geldend(op: day).last { feit in Besluiten.all.contains { $0.type.name == feit.type } }
  }

  /// The fact that it is no longer done.
  func einde(op day: CalendarDate? = nil) -> Fact? { laatste(NevenwerkzaamheidBeeindigd.self, op: day) }

  /// The fact that it is not published, unless a later statement says otherwise.
  func achterwege(op day: CalendarDate? = nil) -> Fact? { laatste(PublicatieAchterwegeGelaten.self, op: day) }

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

/// The decisions on an activity.
enum Besluiten {
  static let all: [any EventDefinition.Type] = [
    ToestemmingVerleend.self, ToestemmingOnderVoorwaardenVerleend.self, ToestemmingGeweigerd.self,
    NietCombinerenGeadviseerd.self,
  ]
}
