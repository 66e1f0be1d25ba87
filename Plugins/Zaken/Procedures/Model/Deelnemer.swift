import Governance

/// Someone who acts in a case, or whom it concerns.
struct Deelnemer: Sendable, Hashable {
  enum Soort: String, Sendable, CaseIterable {
    /// A party: someone whose case it is.
    case partij
    /// A function in the case, held by someone of the organisation who has a key.
    case functie
    /// A body outside, whose acts others record.
    case buiten
  }

  let id: String
  let soort: Soort
  let betekenis: String
  /// The roles of keys that may have this function in a case; what a party or a body outside does is recorded by others.
  let rollen: [Rol]
  /// Whether the routes of the procedure say who has this function.
  let volgtRoute: Bool
  /// Whether the case concerns this person, who then signs nothing and is admitted to nothing.
  let isBetrokkene: Bool
  let herkomst: Herkomst
}

/// Where a case, or a track of it, can stand.
struct Toestand: Sendable, Hashable {
  /// The track of states that are not named with another one.
  static let hoofdspoor = "hoofd"

  let id: String
  let betekenis: String
  /// Tracks go on beside each other, such as aangifte and opvang after one incident.
  let spoor: String
  let isBegin: Bool
  let isEind: Bool
  let herkomst: Herkomst
}
