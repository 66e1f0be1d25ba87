import Ledger

extension GelijkgesteldeDagen.Besluit: FieldValue {
  private static let mostDays = 50

  /// Its first year, its last year, its days.
  public static var defaultShape: FieldShape {
    .record([
      FieldShape.Part("van", .number(Int64(Feestdag.firstYear)...9999)),
      FieldShape.Part("totEnMet", .number(Int64(Feestdag.firstYear)...9999)),
      FieldShape.Part("dagen", .list(.day, most: mostDays)),
    ])
  }

  /// Reads a decree; nil when its years are in the wrong order or do not hold its days.
  public init?(json: JSON) {
    guard let first = json["van"]?.int, let last = json["totEnMet"]?.int, first <= last,
      let days = json["dagen"].flatMap({ [CalendarDate](json: $0) })
    else { return nil }
    self.init(Int(first)...Int(last), days)
  }

  /// The decree as it is recorded, its days in order.
  public var json: JSON {
    [
      "van": .int(Int64(years.lowerBound)), "totEnMet": .int(Int64(years.upperBound)), "dagen": days.sorted().json,
    ]
  }
}
