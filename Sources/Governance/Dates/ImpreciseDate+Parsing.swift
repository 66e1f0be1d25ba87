extension ImpreciseDate {
  /// Reads EDTF strictly: ASCII only, capital `X`, no spaces, and no second spelling of the same value.
  /// - Throws: `DateProblem.malformed` when it is not EDTF at level 0 or 1; `.refused` when EDTF has it and this ledger
  ///   does not; `.noSuchMonth`, `.noSuchDay` or `.endBeforeStart` when it is well written but cannot be.
  public init(_ edtf: String) throws(DateProblem) {
    if let numbers = DigitScanner.day(edtf) {
      let day = try CalendarDate(year: numbers.year, month: numbers.month, day: numbers.day)
      self.init(form: .single(.date(.day(day), nil)))
    } else {
      self.init(form: try ImpreciseDateParser(found: edtf).form())
    }
  }
}

/// The grammar, with the whole text at hand for the problem that is thrown.
private struct ImpreciseDateParser {
  let found: String

  private var malformed: DateProblem { .malformed(found: found, expected: .impreciseDate) }

  func form() throws(DateProblem) -> ImpreciseDate.Form {
    // The longest value takes 23 bytes; anything long is not worth reading.
    guard found.utf8.count <= 64 else { throw malformed }
    if let feature = refusedFeature { throw .refused(found: found, feature) }
    let sides = Array(found.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return try single(sides[0])
    case 2: return try interval(end(sides[0]), end(sides[1]))
    default: throw malformed
    }
  }

  /// What a reader of the standards might expect to work, recognised by a character that stands nowhere else.
  private var refusedFeature: DateProblem.Feature? {
    guard found.utf8.contains(where: Self.isDigit) else { return nil }
    if found.hasPrefix("[") || found.hasPrefix("{") { return .set }
    if zip(found.utf8, found.utf8.dropFirst()).contains(where: { Self.isDigit($0) && $1 == UInt8(ascii: "T") }) {
      return .timeOfDay
    }
    for side in found.split(separator: "/") {
      if side.hasPrefix("Y") { return .longYear }
      if side.hasPrefix("-") { return .negativeYear }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func interval(_ start: ImpreciseDate.End, _ end: ImpreciseDate.End) throws(DateProblem) -> ImpreciseDate.Form
  {
    guard start.part != nil || end.part != nil else { throw .refused(found: found, .intervalWithoutDate) }
    guard start != end else { throw .refused(found: found, .intervalOfOneDate) }
    if let first = start.part?.namedDays.lowerBound, let last = end.part?.namedDays.upperBound, first > last {
      throw .endBeforeStart(found: found)
    }
    return .interval(start: start, end: end)
  }

  private func end(_ bytes: ArraySlice<UInt8>) throws(DateProblem) -> ImpreciseDate.End {
    if bytes.isEmpty { return .unknown }
    if bytes.elementsEqual("..".utf8) { return .open }
    switch try single(bytes) {
    case .single(let part): return .date(part)
    case .season: throw .refused(found: found, .seasonInInterval)
    case .unknown: throw .refused(found: found, .unknownInInterval)
    case .interval: throw malformed
    }
  }

  /// A date, a season or `XXXX`, with its qualifier.
  private func single(_ bytes: ArraySlice<UInt8>) throws(DateProblem) -> ImpreciseDate.Form {
    guard let last = bytes.last else { throw malformed }
    guard let qualifier = DatePart.Qualifier(rawValue: Character(Unicode.Scalar(last))) else { return try bare(bytes) }
    switch try bare(bytes.dropLast()) {
    case .single(.date(let precision, _)): return .single(.date(precision, qualifier))
    case .single(.unspecified), .unknown: throw .refused(found: found, .qualifiedUnspecified)
    case .season: throw .refused(found: found, .qualifiedSeason)
    case .interval: throw malformed
    }
  }

  /// The same without a qualifier.
  private func bare(_ bytes: ArraySlice<UInt8>) throws(DateProblem) -> ImpreciseDate.Form {
    let fields = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    switch fields.count {
    case 1: return try yearAlone(fields[0])
    case 2: return try yearAndMonth(year(fields[0]), fields[1])
    case 3: return .single(try yearMonthAndDay(year(fields[0]), fields[1], fields[2]))
    default: throw malformed
    }
  }

  private func yearAlone(_ bytes: ArraySlice<UInt8>) throws(DateProblem) -> ImpreciseDate.Form {
    guard bytes.count == 4 else { throw malformed }
    let digits = bytes.prefix { $0 != UInt8(ascii: "X") }
    guard bytes.dropFirst(digits.count).allSatisfy({ $0 == UInt8(ascii: "X") }),
      let number = DigitScanner.number(digits, digits: digits.count)
    else { throw malformed }
    switch digits.count {
    case 4: return .single(.date(.year(number), nil))
    case 3: return .single(.unspecified(.decade(number * 10)))
    case 2: return .single(.unspecified(.century(number * 100)))
    case 0: return .unknown
    default: throw malformed
    }
  }

  private func yearAndMonth(_ year: Int, _ bytes: ArraySlice<UInt8>) throws(DateProblem) -> ImpreciseDate.Form {
    if isUnspecified(bytes) { return .single(.unspecified(.month(year: year))) }
    guard let number = DigitScanner.number(bytes, digits: 2) else { throw malformed }
    if let season = Season(rawValue: number) { return .season(year: year, season) }
    // EDTF level 2, sub-year groupings, goes on to 41.
    guard !(25...41).contains(number) else { throw .refused(found: found, .subYearGrouping) }
    guard (1...12).contains(number) else { throw .noSuchMonth(number) }
    return .single(.date(.month(year: year, month: number), nil))
  }

  private func yearMonthAndDay(
    _ year: Int, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>
  ) throws(DateProblem) -> DatePart {
    if isUnspecified(month), isUnspecified(day) { return .unspecified(.dayAndMonth(year: year)) }
    guard let month = DigitScanner.number(month, digits: 2) else { throw malformed }
    if isUnspecified(day) {
      guard (1...12).contains(month) else { throw .noSuchMonth(month) }
      return .unspecified(.day(year: year, month: month))
    }
    guard let day = DigitScanner.number(day, digits: 2) else { throw malformed }
    return .date(.day(try CalendarDate(year: year, month: month, day: day)), nil)
  }

  private func year(_ bytes: ArraySlice<UInt8>) throws(DateProblem) -> Int {
    guard let year = DigitScanner.number(bytes, digits: 4) else { throw malformed }
    return year
  }

  private func isUnspecified(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.elementsEqual("XX".utf8) }
}
