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
  public let neergelegd: ImpreciseDate?
  /// Since when the function itself no longer exists.
  public let opgeheven: ImpreciseDate?

  /// Where the name of the person stands; it is read through the visibility filter.
  public var naam: FieldReference { FieldReference(position: position, field: FunctieBekleed.naam.name) }

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let functie = row.text("functie").flatMap({ StreamID($0) }),
      let persoon = row.text("persoon").flatMap({ StreamID($0) }),
      let van = row.text("van").flatMap({ try? ImpreciseDate($0) }),
      let vastgelegd = row.text("vastgelegd").flatMap({ try? CalendarDate($0) })
    else { return nil }
    self.position = UInt64(position)
    self.functie = functie
    self.persoon = persoon
    self.van = van
    self.vastgelegd = vastgelegd
    tot = row.text("tot").flatMap { try? CalendarDate($0) }
    waarnemend = row.int("waarnemend") == 1
    inhuur = row.int("inhuur") == 1
    neergelegd = row.text("neergelegd").flatMap { try? ImpreciseDate($0) }
    opgeheven = row.text("opgeheven").flatMap { try? ImpreciseDate($0) }
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
    try bekledingen(of: function, views).last { $0.persoon == person && $0.neergelegd == nil }
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
