extension ImpreciseDate {
  /// The date as a person would say it: "november 2024", "omstreeks 2019", "na 13 november 2024, dag niet bekend".
  public var text: Text {
    switch form {
    case .unknown: Text(nl: "datum niet bekend", en: "date not known")
    case .season(let year, let season): season.text + Text(" \(year.padded(to: 4))")
    case .single(let part): part.text
    case .interval(.date(let start), .date(let end)):
      Text(nl: "tussen ", en: "between ") + start.textAsStart + Text(nl: " en ", en: " and ") + end.textAsEnd
    case .interval(.date(let start), let end):
      start.textOrLater + (end == .open ? Self.dayNotKnown : Text(nl: ", einde niet bekend", en: ", end not known"))
    case .interval(let start, .date(let end)):
      end.textOrEarlier + (start == .open ? Self.dayNotKnown : Text(nl: ", begin niet bekend", en: ", start not known"))
    case .interval: Self.unknown.text
    }
  }

  private static let dayNotKnown = Text(nl: ", dag niet bekend", en: ", day not known")
}

extension DatePart {
  /// The date on its own, naming what is not known of it.
  fileprivate var text: Text {
    switch self {
    case .date(let precision, let qualifier): qualified(precision.text, qualifier)
    case .unspecified(.day): textAsStart + Text(nl: ", dag niet bekend", en: ", day not known")
    case .unspecified(.month): textAsStart + Text(nl: ", maand niet bekend", en: ", month not known")
    case .unspecified(.dayAndMonth):
      textAsStart + Text(nl: ", dag en maand niet bekend", en: ", day and month not known")
    case .unspecified(.decade), .unspecified(.century):
      Text(nl: "een jaar van ", en: "a year from ") + textAsStart + Text(nl: " tot en met ", en: " to ") + textAsEnd
    }
  }

  /// The date as the start of an interval; of unspecified digits, the first that fit.
  fileprivate var textAsStart: Text { text(year: namedDays.lowerBound.year) }

  /// The date as the end of an interval; of unspecified digits, the last that fit.
  fileprivate var textAsEnd: Text { text(year: namedDays.upperBound.year) }

  private func text(year: Int) -> Text {
    switch self {
    case .date(let precision, let qualifier): qualified(precision.text, qualifier)
    case .unspecified(.day(let year, let month)): Precision.month(year: year, month: month).text
    case .unspecified: Precision.year(year).text
    }
  }

  /// From this date on: for an exact day as "after the day before", which leaves no doubt that the day itself is meant
  /// too.
  fileprivate var textOrLater: Text {
    if case .date(.day(let day), nil) = self, let before = try? day.adding(days: -1) {
      return Text(nl: "na ", en: "after ") + before.text
    }
    return preposition + textAsStart + Text(nl: " of later", en: " or later")
  }

  /// Up to and including this date.
  fileprivate var textOrEarlier: Text {
    if case .date(.day(let day), nil) = self, let after = try? day.adding(days: 1) {
      return Text(nl: "vóór ", en: "before ") + after.text
    }
    return preposition + textAsEnd + Text(nl: " of eerder", en: " or earlier")
  }

  private var preposition: Text {
    switch self {
    case .date(.day, nil): Text(nl: "op ", en: "on ")
    case .date(_, nil), .unspecified: Text(nl: "in ", en: "in ")
    case .date: Text("")
    }
  }

  private func qualified(_ text: Text, _ qualifier: Qualifier?) -> Text {
    switch qualifier {
    case nil: text
    case .uncertain: Text(nl: "mogelijk ", en: "possibly ") + text
    case .approximate: Text(nl: "omstreeks ", en: "around ") + text
    case .uncertainAndApproximate: Text(nl: "mogelijk omstreeks ", en: "possibly around ") + text
    }
  }
}

extension DatePart.Precision {
  fileprivate var text: Text {
    switch self {
    case .day(let day): day.text
    case .month(let year, let month): CalendarDate.name(ofMonth: month) + Text(" \(year.padded(to: 4))")
    case .year(let year): Text(year.padded(to: 4))
    }
  }
}
