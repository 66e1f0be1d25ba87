/// Why a term cannot be counted.
public enum TermProblem: Error, Sendable, Hashable {
  /// The table of equated days does not cover a year on which the answer depends.
  case yearNotCovered(Int, table: String)
  /// A year before the first one for which holidays are computed.
  case yearTooEarly(Int)
  /// The table of equated days has no version of this name.
  case noSuchTable(String)
  /// The end lies outside the years 0000 to 9999.
  case outOfRange
  /// Not a length of time.
  case malformedLength(String)
  /// Hours extended with days, or the other way round: no rule says from which hour a day counts.
  case hoursAndDays

  /// What is wrong and what was expected.
  public var text: Text {
    switch self {
    case .yearNotCovered(let year, let table):
      Text(
        nl: "voor \(year) is niet bekend welke dagen met een feestdag zijn gelijkgesteld (kalender \(table))",
        en: "for \(year) it is not known which days are equated with a holiday (calendar \(table))")
    case .yearTooEarly(let year):
      Text(
        nl: "feestdagen worden berekend vanaf \(Feestdag.firstYear), niet voor \(year)",
        en: "holidays are computed from \(Feestdag.firstYear) on, not for \(year)")
    case .noSuchTable(let version):
      Text(nl: "kalender «\(version)» bestaat niet", en: "calendar “\(version)” does not exist")
    case .outOfRange:
      Text(nl: "het einde valt buiten de jaren 0000 tot en met 9999", en: "the end lies outside the years 0000 to 9999")
    case .malformedLength(let found):
      Text(
        nl: "«\(found)» is geen duur: verwacht een getal en een eenheid, zoals 7 dagen, 10 werkdagen of 6 weken",
        en:
          "“\(found)” is not a length of time: a number and a unit are expected, such as 7 days, 10 werkdagen or 6 weeks"
      )
    case .hoursAndDays:
      Text(
        nl: "een termijn in uren wordt alleen met uren verlengd", en: "a term in hours is extended with hours only")
    }
  }

  /// What to do about it.
  public var remedy: Text? {
    switch self {
    case .yearNotCovered:
      Text(
        nl:
          "neem een tabel die dit jaar bevat; het programma kent \(GelijkgesteldeDagen.present.coverage), een koninklijk besluit over andere jaren legt u zelf vast",
        en:
          "take a table that covers this year; the program knows \(GelijkgesteldeDagen.present.coverage), a royal decree on other years is for you to record"
      )
    case .noSuchTable:
      Text(
        nl: "kies uit \(Self.tables)", en: "choose from \(Self.tables)")
    case .malformedLength:
      Text(
        nl: "eenheden: minuten, uren, dagen, werkdagen, weken, maanden, jaren",
        en: "units: minutes, hours, days, werkdagen, weeks, months, years")
    case .yearTooEarly, .outOfRange, .hoursAndDays: nil
    }
  }

  /// How it is told to a person: always a matter of input.
  public var failure: Failure { Failure(.badInput, text, remedy: remedy) }

  private static var tables: String { GelijkgesteldeDagen.versions.map(\.version).joined(separator: ", ") }
}
