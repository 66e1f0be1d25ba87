import Governance

/// Dates in templates: a partial `datum` shows them as "3 april 2026", with a form for machines when there is one.
public enum HTMLDate {
  /// An exact day.
  public static func value(_ day: CalendarDate) -> TemplateValue {
    ["tekst": .text(day.text(.dutch)), "machine": .text(day.description)]
  }

  /// A day as precisely as it is known; HTML has a machine form for a day, a month and a year only.
  public static func value(_ date: ImpreciseDate) -> TemplateValue {
    ["tekst": .text(date.text(.dutch)), "machine": .optional(isInHTML(date) ? date.description : nil)]
  }

  /// A date that an event holds as text; what is no date is shown as it is.
  public static func value(written text: String) -> TemplateValue {
    guard let date = try? ImpreciseDate(text) else { return ["tekst": .text(text), "machine": false] }
    return value(date)
  }

  private static func isInHTML(_ date: ImpreciseDate) -> Bool {
    let parts = date.description.split(separator: "-", omittingEmptySubsequences: false)
    let isNumeric = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
    // Seasons are written as months 21 to 24; the year zero does not exist in HTML.
    let isMonth = parts.count < 2 || (Int(parts[1]) ?? 0) <= 12
    return isNumeric && (1...3).contains(parts.count) && isMonth && parts[0] != "0000"
  }
}
