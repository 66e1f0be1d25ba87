import Governance
import Ledger

/// What stands already, told before the same is recorded a second time: a nervous second Enter is more likely than two
/// functions of one name.
///
/// Asked of the command and not of history: there can be two, and the name of a holder is sealed.
enum Dubbel {
  /// Refuses a second body of a name, while the first one exists.
  static func check(orgaan naam: String, from: ImpreciseDate, _ views: ViewReader) throws {
    guard let standing = try standing(naam, OrgaanVastgelegd.type, from, views) else { return }
    throw refusal(
      Text(
        nl: "het orgaan «\(standing.naam)» bestaat al: nummer \(standing.position), sinds \(standing.sinds.text.nl)",
        en: "the body “\(standing.naam)” exists already: number \(standing.position), since \(standing.sinds.text.en)"
      ))
  }

  /// Refuses a second function of a name beside the same body, while the first one exists.
  static func check(functie naam: String, of body: StreamID?, from: ImpreciseDate, _ views: ViewReader) throws {
    guard let standing = try standing(naam, FunctieVastgelegd.type, from, views, where: { $0.orgaan == body }) else {
      return
    }
    throw refusal(
      Text(
        nl: "de functie «\(standing.naam)» bestaat al: nummer \(standing.position), sinds \(standing.sinds.text.nl)",
        en:
          "the function “\(standing.naam)” exists already: number \(standing.position), since \(standing.sinds.text.en)"
      ))
  }

  /// Refuses that someone of the same name takes a function up a second time, as far as this reader can see names.
  static func check(
    houder naam: String, of function: StreamID, from: ImpreciseDate, until last: CalendarDate?, _ reading: Reading
  ) throws {
    let standing = try Functies.bekledingen(of: function, reading.views).first { holding in
      let isBefore = holding.uit.map { $0.precedes(from) == .yes || $0 == from } ?? false
      let isAfter = last.map { ImpreciseDate($0).precedes(holding.van) == .yes } ?? false
      guard !isBefore, !isAfter else { return false }
      return try reading.filter.reveal(holding.naam).string?.comparisonKey == naam.comparisonKey
    }
    guard let standing else { return }
    throw refusal(
      Text(
        nl: "iemand met deze naam bekleedt de functie al: nummer \(standing.position), sinds \(standing.van.text.nl)",
        en:
          "someone of this name holds the function already: number \(standing.position), since \(standing.van.text.en)")
    )
  }

  /// The unit of this name and kind that was not abolished by the day from which the new one is.
  private static func standing(
    _ naam: String, _ kind: EventType, _ from: ImpreciseDate, _ views: ViewReader,
    where belongs: (Unit) -> Bool = { _ in true }
  ) throws -> Unit? {
    try Eenheidsnamen().eenheden(naam, views).first { unit in
      unit.stream.kind == kind.streamKind && belongs(unit)
        && unit.opgeheven.map { $0.precedes(from) != .yes && $0 != from } ?? true
    }
  }

  private static func refusal(_ what: Text) -> Failure {
    Failure(
      .refused, what,
      remedy: Text(
        nl: "er is niets vastgelegd; is het echt een tweede, geef dan --nog-een",
        en: "nothing was recorded; when it really is a second one, give --nog-een"))
  }
}
