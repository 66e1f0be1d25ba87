import Governance
import Ledger

/// One time that someone holds or held a function.
public struct Bekleding: Sendable, Hashable {
  /// The event that says so.
  public let position: UInt64
  /// The function.
  public let functie: StreamID
  /// Who, as a pseudonym.
  public let persoon: StreamID
  /// From when on.
  public let van: ImpreciseDate
  /// The last day, when it was fixed beforehand.
  public let tot: CalendarDate?
  /// Whether it is in someone's place.
  public let waarnemend: Bool
  /// Whether the person is hired for a time instead of employed.
  public let inhuur: Bool
  /// The day on which it was recorded.
  public let vastgelegd: CalendarDate
  /// Since when the person no longer holds it.
  public private(set) var neergelegd: ImpreciseDate?
  /// Since when the function itself no longer exists.
  public let opgeheven: ImpreciseDate?

  /// Where the name of the person stands; it is read through the visibility filter.
  public var naam: FieldReference { FieldReference(position: position, field: FunctieBekleed.naam.name) }

  /// What one event says; nil when it does not say that someone holds a function.
  private init?(_ fact: Fact, opgeheven: ImpreciseDate?) {
    guard fact.is(FunctieBekleed.self), let persoon = fact[FunctieBekleed.persoon] else { return nil }
    self.init(
      position: fact.position, functie: fact.stream, persoon: persoon, van: fact.effective,
      tot: fact[FunctieBekleed.tot],
      waarnemend: fact[FunctieBekleed.waarnemend] == true, inhuur: fact[FunctieBekleed.inhuur] == true,
      vastgelegd: fact.recordedOn, neergelegd: nil, opgeheven: opgeheven)
  }

  init(
    position: UInt64, functie: StreamID, persoon: StreamID, van: ImpreciseDate, tot: CalendarDate?, waarnemend: Bool,
    inhuur: Bool, vastgelegd: CalendarDate, neergelegd: ImpreciseDate?, opgeheven: ImpreciseDate?
  ) {
    self.position = position
    self.functie = functie
    self.persoon = persoon
    self.van = van
    self.tot = tot
    self.waarnemend = waarnemend
    self.inhuur = inhuur
    self.vastgelegd = vastgelegd
    self.neergelegd = neergelegd
    self.opgeheven = opgeheven
  }

  /// Every time that these facts of one function tell of.
  static func all(_ facts: [Fact], opgeheven: ImpreciseDate?) -> [Bekleding] {
    var all: [Bekleding] = []
    var open: [StreamID: [Int]] = [:]
    for fact in facts {
      if let one = Bekleding(fact, opgeheven: opgeheven) {
        open[one.persoon, default: []].append(all.count)
        all.append(one)
      } else if fact.is(FunctieNeergelegd.self), let persoon = fact[FunctieNeergelegd.persoon],
        // Only the last time: an earlier one ended by itself, on the day that was fixed.
        let last = open[persoon]?.popLast()
      {
        all[last].neergelegd = fact.effective
      }
    }
    return all
  }

  /// The first day on which the person no longer holds it, by the earliest of what ended it; nil while nothing does.
  public var uit: ImpreciseDate? {
    let afterLast = tot.flatMap { try? $0.adding(days: 1) }.map { ImpreciseDate($0) }
    return [neergelegd, opgeheven, afterLast].compactMap(\.self).min { ($0.latest ?? .last) < ($1.latest ?? .last) }
  }

  /// Whether this person holds the function on a day; unknown when the dates do not tell.
  public func isBekleed(op day: CalendarDate) -> Certainty {
    if let tot, tot < day { return .no }
    let answers = [van.isOnOrBefore(day)] + [neergelegd, opgeheven].compactMap { $0?.isAfter(day) }
    if answers.contains(.no) { return .no }
    return answers.contains(.unknown) ? .unknown : .yes
  }

  /// Whether the last day was fixed and certainly lies before a date.
  func ended(before date: ImpreciseDate) -> Bool { tot.map { date.isAfter($0) == .yes } ?? false }
}

extension Functies {
  /// The last time that a person took up a function without laying it down.
  static func open(_ person: StreamID, of function: StreamID, _ views: ViewReader) throws -> Bekleding? {
    try bekledingen(of: function, door: person, views).last { $0.neergelegd == nil }
  }

  /// The one person that holds a function.
  static func enige(of function: StreamID, on date: ImpreciseDate, _ views: ViewReader) throws -> StreamID {
    let holders = try bekledingen(of: function, views).filter { $0.neergelegd == nil && !$0.ended(before: date) }
    guard holders.count == 1, let holder = holders.first else {
      throw Failure(
        .badInput,
        Text(
          nl: "deze functie wordt door \(holders.count) personen bekleed",
          en: "this function is held by \(holders.count) people"),
        remedy: Text(nl: "geef --persoon", en: "give --persoon"))
    }
    return holder.persoon
  }
}
