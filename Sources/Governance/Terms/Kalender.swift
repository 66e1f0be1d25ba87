/// Why a day is not an ordinary one for the Algemene termijnenwet: art. 1 names the weekend, art. 3 the rest.
public enum VrijeDag: Sendable, Hashable {
  /// A holiday: art. 3 lid 1 and 2.
  case feestdag(Feestdag)
  /// Equated with a holiday by royal decree: art. 3 lid 3.
  case gelijkgesteld
  /// A Saturday or Sunday.
  case weekend(Weekday)

  /// What it is called in a sentence.
  public var text: Text {
    switch self {
    case .feestdag(let feestdag): feestdag.text
    case .gelijkgesteld: Text(nl: "gelijkgesteld met een feestdag", en: "equated with a holiday")
    case .weekend(let weekday): weekday.text
    }
  }
}

/// A day on which a municipality is closed, Carnaval for example; never a holiday for the Algemene termijnenwet.
public struct Sluitingsdag: Sendable, Hashable {
  /// The day.
  public let day: CalendarDate
  /// Why.
  public let name: String

  /// A day on which the municipality is closed.
  public init(_ day: CalendarDate, _ name: String) {
    self.day = day
    self.name = name
  }
}

/// What a municipality calls a working day; its own rules use the word without saying so.
public struct Werkdagdefinitie: Sendable, Hashable {
  /// How it is cited beside a result.
  public let name: Text
  /// The days of the week on which people work.
  public let weekdays: Set<Weekday>
  /// Whether holidays of Algemene termijnenwet art. 3 lid 1 and 2 are free.
  public let holidaysAreFree: Bool
  /// Whether days that a royal decree equates with holidays are free.
  public let equatedDaysAreFree: Bool

  /// A municipality's own definition.
  public init(name: Text, weekdays: Set<Weekday>, holidaysAreFree: Bool, equatedDaysAreFree: Bool) {
    self.name = name
    self.weekdays = weekdays
    self.holidaysAreFree = holidaysAreFree
    self.equatedDaysAreFree = equatedDaysAreFree
  }

  /// The default, N-2: Monday to Friday, except holidays and Goede Vrijdag.
  ///
  /// Days equated by decree count as working days: they are equated for the Algemene termijnenwet alone, and the earlier
  /// end is the safe one.
  public static let standaard: Werkdagdefinitie = Werkdagdefinitie(
    name: Text(
      nl: "werkdag: maandag tot en met vrijdag, behalve feestdagen (standaard N-2)",
      en: "werkdag: Monday to Friday, except holidays (default N-2)"),
    weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], holidaysAreFree: true, equatedDaysAreFree: false)
}

/// Which days are free, and by which version of which table; data, so that an old deadline can be counted again.
public struct Kalender: Sendable, Hashable {
  /// The days equated with holidays.
  public let equated: GelijkgesteldeDagen
  /// The municipality's definition of a working day.
  public let werkdag: Werkdagdefinitie
  /// The days on which the municipality is closed: no working days, whatever the definition says.
  public let closures: [Sluitingsdag]

  /// A calendar; without arguments the national one with the default definition of a working day.
  public init(
    equated: GelijkgesteldeDagen = .present, werkdag: Werkdagdefinitie = .standaard, closures: [Sluitingsdag] = []
  ) {
    self.equated = equated
    self.werkdag = werkdag
    self.closures = closures
  }

  /// The same without what a municipality chose itself: for terms that are set in a statute (Atw art. 1 en 3).
  var zonderEigen: Kalender { Kalender(equated: equated) }

  /// The version that a result names.
  public var version: String { equated.version }

  /// Why a day is not an ordinary one under the Algemene termijnenwet; nil when it is one.
  ///
  /// The table of equated days is asked only when the answer depends on it.
  /// - Throws: `TermProblem.yearNotCovered`, `.yearTooEarly`.
  public func vrijeDag(_ day: CalendarDate) throws(TermProblem) -> VrijeDag? {
    if day.year >= Feestdag.firstYear, let feestdag = Feestdag.on(day) { return .feestdag(feestdag) }
    switch day.weekday {
    case .saturday, .sunday: return .weekend(day.weekday)
    default: return try equated.contains(day) ? .gelijkgesteld : nil
    }
  }

  /// Whether a day is a working day in this municipality.
  /// - Throws: `TermProblem.yearTooEarly`; `.yearNotCovered` when the definition looks at equated days.
  public func isWerkdag(_ day: CalendarDate) throws(TermProblem) -> Bool {
    guard werkdag.weekdays.contains(day.weekday), !closures.contains(where: { $0.day == day }) else { return false }
    if werkdag.holidaysAreFree {
      guard day.year >= Feestdag.firstYear else { throw .yearTooEarly(day.year) }
      if Feestdag.on(day) != nil { return false }
    }
    guard werkdag.equatedDaysAreFree else { return true }
    return try !equated.contains(day)
  }
}
