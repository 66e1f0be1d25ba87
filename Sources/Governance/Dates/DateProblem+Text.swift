extension DateProblem {
  /// What was found and what is expected, in one sentence.
  public var text: Text {
    switch self {
    case .malformed(let found, let expected):
      Self.quote(found) + Self.isNot(expected)
    case .noSuchMonth(let month):
      Text(
        nl: "maand \(month) bestaat niet: een jaar heeft maand 01 tot en met 12",
        en: "month \(month) does not exist: a year has months 01 to 12")
    case .noSuchDay(let year, let month, let day):
      Self.noSuchDay(year, month, day)
    case .yearOutOfRange(let year):
      Text(
        nl: "het jaar \(year) valt buiten 0000 tot en met 9999",
        en: "the year \(year) lies outside 0000 to 9999")
    case .dayOutOfRange:
      Text(
        nl: "de berekende dag valt buiten de jaren 0000 tot en met 9999",
        en: "the computed day lies outside the years 0000 to 9999")
    case .noSuchTime(let found):
      Self.quote(found)
        + Text(
          nl:
            " noemt een tijd die niet bestaat: uren gaan tot en met 23, minuten en seconden tot en met 59",
          en: " names a time that does not exist: hours go up to 23, minutes and seconds up to 59")
    case .instantOutOfRange(let found):
      Self.quote(found)
        + Text(
          nl: " valt buiten 1970 tot en met 9999: verwacht een moment zoals \(Self.sampleInstant)",
          en: " lies outside 1970 to 9999: a moment such as \(Self.sampleInstant) is expected")
    case .endBeforeStart(let found):
      Self.quote(found)
        + Text(
          nl: " eindigt voordat het begint: zet de vroegste datum vóór de schuine streep",
          en: " ends before it starts: put the earliest date before the slash")
    case .refused(let found, let feature):
      Self.quote(found) + Text(": ") + feature.text
    }
  }

  /// The start of what was found, between quotation marks and without anything that could disturb a terminal.
  private static func quote(_ found: String) -> Text {
    let limit = 40
    var shown = String.UnicodeScalarView()
    for scalar in found.unicodeScalars.prefix(limit) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    let isCut = found.unicodeScalars.dropFirst(limit).first != nil
    return Text("\"\(String(shown))\(isCut ? "…" : "")\"")
  }

  private static func noSuchDay(_ year: Int, _ month: Int, _ day: Int) -> Text {
    let length = CalendarDate.length(ofMonth: month, year: year)
    let monthOfYear = CalendarDate.name(ofMonth: month) + Text(" \(year.padded(to: 4))")
    return Text("\(day) ") + monthOfYear + Text(nl: " bestaat niet: ", en: " does not exist: ") + monthOfYear
      + Text(nl: " heeft \(length) dagen", en: " has \(length) days")
  }

  private static let sampleInstant = "2026-11-21T10:00:00Z"

  private static func isNot(_ notation: Notation) -> Text {
    switch notation {
    case .day:
      Text(
        nl: " is geen datum: verwacht jaar, maand en dag, zoals 2024-11-13",
        en: " is not a date: year, month and day are expected, as in 2024-11-13")
    case .instant:
      Text(
        nl: " is geen tijdstip: verwacht datum, tijd en zone, zoals \(sampleInstant)",
        en: " is not a moment: date, time and zone are expected, as in \(sampleInstant)")
    case .impreciseDate:
      Text(
        nl: " is geen datum: verwacht bijvoorbeeld 2024-11-13 (dag), 2024-11 (maand), 2024 (jaar), 2024-11-XX (dag niet"
          + " bekend), 2024~ (omstreeks), 2024? (onzeker), 2024-21 (voorjaar), 2024-11-14/.. (op die dag of later)"
          + " of XXXX (niet bekend)",
        en:
          " is not a date: expected is for example 2024-11-13 (day), 2024-11 (month), 2024 (year), 2024-11-XX (day not"
          + " known), 2024~ (around), 2024? (uncertain), 2024-21 (spring), 2024-11-14/.. (on that day or later)"
          + " or XXXX (not known)")
    }
  }
}

extension DateProblem.Feature {
  /// What is not taken, and what to write instead.
  var text: Text {
    switch self {
    case .longYear:
      Text(nl: "een jaar heeft hier precies vier cijfers", en: "a year has exactly four digits here")
    case .negativeYear:
      Text(nl: "een jaar vóór 0000 wordt niet gebruikt", en: "a year before 0000 is not used")
    case .timeOfDay:
      Text(nl: "een datum heeft hier geen tijd; laat de tijd weg", en: "a date has no time here; leave the time out")
    case .set:
      Text(
        nl: "een keuze uit datums wordt niet gebruikt; schrijf een tijdvak zoals 2024-11-14/2025-05-31",
        en: "a choice of dates is not used; write an interval such as 2024-11-14/2025-05-31")
    case .subYearGrouping:
      Text(
        nl: "alleen de seizoenen 21 (voorjaar), 22 (zomer), 23 (najaar) en 24 (winter) worden gebruikt",
        en: "only the seasons 21 (spring), 22 (summer), 23 (autumn) and 24 (winter) are used")
    case .qualifiedSeason:
      Text(
        nl: "achter een seizoen staat geen ?, ~ of %; schrijf maanden, zoals 2024-03~/2024-06~",
        en: "a season is not followed by ?, ~ or %; write months, as in 2024-03~/2024-06~")
    case .seasonInInterval:
      Text(
        nl: "een tijdvak begint en eindigt niet met een seizoen; schrijf maanden, zoals 2024-03/2024-08",
        en: "an interval does not start or end with a season; write months, as in 2024-03/2024-08")
    case .qualifiedUnspecified:
      Text(
        nl: "X zegt al wat niet bekend is; laat ?, ~ of % weg",
        en: "X already says what is not known; leave ?, ~ or % out")
    case .unknownInInterval:
      Text(
        nl: "laat de onbekende kant van een tijdvak leeg, zoals in 2024-11-14/",
        en: "leave the unknown side of an interval empty, as in 2024-11-14/")
    case .intervalWithoutDate:
      Text(
        nl: "een tijdvak noemt ten minste één datum; schrijf XXXX als de datum niet bekend is",
        en: "an interval names at least one date; write XXXX when the date is not known")
    case .intervalOfOneDate:
      Text(
        nl: "begin en einde zijn gelijk; schrijf de datum één keer",
        en: "start and end are the same; write the date once")
    case .fractionOfSecond:
      Text(nl: "schrijf hele seconden, zonder breuk", en: "write whole seconds, without a fraction")
    case .leapSecond:
      Text(nl: "een schrikkelseconde wordt niet gebruikt; schrijf 59", en: "a leap second is not used; write 59")
    case .unknownOffset:
      Text(
        nl: "-00:00 zegt dat de tijdzone niet bekend is; schrijf Z of de echte afwijking, zoals +01:00",
        en: "-00:00 says that the zone is not known; write Z or the real offset, such as +01:00")
    }
  }
}
