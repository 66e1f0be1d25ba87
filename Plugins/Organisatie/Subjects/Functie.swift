import Governance
import Ledger

/// A function of the organisation, as it was recorded.
public struct Functie: Sendable, Hashable {
  /// Its stream, which is its id.
  public let stream: StreamID
  /// What it is called; two functions may have one name.
  public let naam: String
  /// The body it belongs to.
  public let orgaan: StreamID?
  /// Since when it exists.
  public let sinds: ImpreciseDate
  /// Since when it no longer exists.
  public let opgeheven: ImpreciseDate?
  /// The event that recorded it.
  public let position: UInt64

  init(_ unit: Unit) {
    stream = unit.stream
    naam = unit.naam
    orgaan = unit.orgaan
    sinds = unit.sinds
    opgeheven = unit.opgeheven
    position = unit.position
  }
}

/// The functions of the organisation and who holds them, for this plugin and for those built on it.
public enum Functies {
  /// How a fact elsewhere names the function that it is about; looked up before a function is taken away.
  static let verwijzing = Field<StreamID>(
    "functie", .clear, "De functie waarover het gaat.", shape: .stream(kind: "Functie"))

  /// Functions, also those abolished since, in the order in which they were recorded.
  public static func alle(_ views: ViewReader, _ page: ListPage = .all) throws -> [Functie] {
    try views.keys(Unit.self, series: "Functie", page).compactMap { try views.subject(Unit.self, $0) }
      .map { Functie($0) }
  }

  /// The function of a stream, also when it was abolished since; nil when none was recorded there.
  public static func functie(_ stream: StreamID, _ views: ViewReader) throws -> Functie? {
    guard stream.kind == "Functie" else { return nil }
    return try views.subject(Unit.self, SubjectKey(stream)).map { Functie($0) }
  }

  /// Whether a function was recorded in a stream; one that was abolished since was.
  public static func bestaat(_ stream: StreamID, _ views: ViewReader) throws -> Bool {
    try functie(stream, views) != nil
  }

  /// The function that a person means by a name or an id; an abolished one only by its id.
  /// - Throws: `Failure`: not found, or ambiguous.
  public static func zoek(_ naamOfKenmerk: String, _ views: ViewReader) throws -> Functie {
    Functie(try Unit.find(naamOfKenmerk, kind: "Functie", views))
  }

  /// Every time that someone held a function, in the order in which it was recorded.
  /// - Complexity: Linear in what was recorded of the function; of one person `bekledingen(of:door:)` knows sooner.
  public static func bekledingen(of functie: StreamID, _ views: ViewReader) throws -> [Bekleding] {
    let facts = try views.facts(in: functie).filter(\.counts)
    return Bekleding.all(facts, opgeheven: facts.last { $0.is(FunctieOpgeheven.self) }?.effective)
  }

  /// Every time that one person held a function, in the order in which it was recorded.
  public static func bekledingen(
    of functie: StreamID, door persoon: StreamID, _ views: ViewReader
  ) throws -> [Bekleding] {
    try views.subject(Bekleder.self, SubjectKey(functie, persoon))?.bekledingen ?? []
  }

  /// Who holds a function on a day, deputies included; those of whom the dates do not tell as well.
  public static func bekleders(of functie: StreamID, op day: CalendarDate, _ views: ViewReader) throws -> [Bekleding] {
    try bekledingen(of: functie, views).filter { $0.isBekleed(op: day) != .no }
  }

  /// Drafts that someone holds a function from a date on.
  public static func draft(_ persoon: StreamID, bekleedt functie: StreamID, naam: String, van: ImpreciseDate)
    -> EventDraft
  {
    var draft = EventDraft(FunctieBekleed.self, stream: functie, effective: van)
    draft[FunctieBekleed.persoon] = persoon
    draft[FunctieBekleed.naam] = naam
    return draft
  }

  /// Drafts a new function and its first holder, in one batch.
  public static func drafts(_ book: Grootboek, naam: String, houder: String) -> [EventDraft] {
    let stream = book.newStream("Functie")
    let today = ImpreciseDate(book.today)
    var function = EventDraft(FunctieVastgelegd.self, stream: stream, effective: today)
    function[FunctieVastgelegd.naam] = naam
    var holder = EventDraft(FunctieBekleed.self, stream: stream, effective: today)
    holder[FunctieBekleed.persoon] = book.newStream("Persoon")
    holder[FunctieBekleed.naam] = houder
    return [function, holder]
  }
}
