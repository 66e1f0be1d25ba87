import Governance
import Ledger
import Organisatie

/// Who answers for a measure on a day, and whether that is one person (AI-1.16).
public enum Verantwoordelijke: Sendable, Hashable {
  /// Nobody was named.
  case geen
  /// What the plan names is no function: a team, a unit.
  case geenFunctie(String)
  /// The function has no holder on that day.
  case vacant(StreamID)
  /// More than one person holds the function on that day.
  case meer(StreamID, Int)
  /// The dates do not tell whether exactly one person holds it.
  case onzeker(StreamID)
  /// One person, as the only holder of the function; the name is read through the visibility filter.
  case een(Bekleding)

  /// Who answers for it, by what was recorded up to a day.
  init(_ facts: [Fact], op day: CalendarDate, _ views: ViewReader) throws {
    guard let fact = facts.laatste(VerantwoordelijkeAangewezen.self) else {
      self = .geen
      return
    }
    guard let function = fact[VerantwoordelijkeAangewezen.functie] else {
      self = .geenFunctie(fact[VerantwoordelijkeAangewezen.aanduiding] ?? "")
      return
    }
    let holders = try Functies.bekleders(of: function, op: day, views)
    let certain = Set(holders.filter { $0.isBekleed(op: day) == .yes }.map(\.persoon))
    let possible = Set(holders.map(\.persoon))
    switch (certain.count, possible.count) {
    case (0, 0): self = .vacant(function)
    case (2..., _): self = .meer(function, certain.count)
    case (1, 1): self = holders.first { certain.contains($0.persoon) }.map { .een($0) } ?? .onzeker(function)
    default: self = .onzeker(function)
    }
  }

  /// Whether exactly one person answers for it.
  public var isEen: Bool { if case .een = self { true } else { false } }

  /// In words, with the function's name; nil functions are not known any more.
  public func text(_ views: ViewReader) throws -> Text {
    func name(_ function: StreamID) throws -> String { try Functies.functie(function, views)?.naam ?? "\(function)" }
    switch self {
    case .geen: return Text(nl: "niemand genoemd", en: "nobody named")
    case .geenFunctie(let what):
      return Text(nl: "«\(what)» is geen functie van één persoon", en: "“\(what)” is no function of one person")
    case .vacant(let function):
      let name = try name(function)
      return Text(nl: "\(name) (vacant)", en: "\(name) (vacant)")
    case .meer(let function, let count):
      let name = try name(function)
      return Text(nl: "\(name) (\(count) personen)", en: "\(name) (\(count) people)")
    case .onzeker(let function):
      let name = try name(function)
      return Text(nl: "\(name) (niet zeker of dat één persoon is)", en: "\(name) (not certain to be one person)")
    case .een(let holding): return Text(try name(holding.functie))
    }
  }
}
