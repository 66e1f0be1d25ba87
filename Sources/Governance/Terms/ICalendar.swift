import Ledger

/// When a calendar of deadlines was last revised: by an event, or because a day began on which terms stand otherwise.
///
/// Both follow from the ledger and the day alone, so that the same file has the same revision wherever it is written.
public struct CalendarRevision: Sendable, Equatable {
  /// For `DTSTAMP` and `LAST-MODIFIED` (RFC 5545, sections 3.8.7.2 and 3.8.7.3).
  public let stamp: Instant
  /// For `SEQUENCE` (section 3.8.7.4): higher with each event and each day.
  public let sequence: Int64

  /// The revision that shows so many events, the last of them recorded then, as things stand on a day.
  public init(events: UInt64, recorded: Instant, on day: CalendarDate) {
    stamp = max(recorded, (try? Instant(startOf: day)) ?? recorded)
    sequence = Int64(clamping: events) + Int64(max(0, day.daysSinceEpoch))
  }
}

/// Deadlines as a calendar file (RFC 5545), in Dutch because it leaves the ledger.
///
/// Nothing in it depends on a clock: the same ledger on the same day gives the same bytes. It holds what was declared of a
/// term and the handle of its subject, never a sealed value.
public struct TermCalendarFile: Sendable {
  /// The file.
  public let text: String

  /// Writes judged terms as all-day events on their raw end; those without a computed end have no day to stand on.
  /// - Parameters:
  ///   - origin: Which ledger; part of every UID.
  ///   - stamp: When its contents were last revised.
  ///   - sequence: Which revision that is: a later one has a higher number, or calendars keep what they have.
  public init(_ terms: [JudgedTerm], origin: String, stamp: Instant, sequence: Int64 = 0) {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Waarborg//Termijnen//NL")
    lines.add("CALSCALE", "GREGORIAN")
    lines.add("X-WR-CALNAME", text: "Termijnen \(origin)")
    var isEmpty = true
    for term in terms {
      guard let raw = term.raw else { continue }
      isEmpty = false
      Self.add(term, on: raw, origin, Self.utc(stamp), sequence, to: &lines)
    }
    if isEmpty { Self.addTimeZone(to: &lines) }
    lines.add("END", "VCALENDAR")
    text = lines.text
  }

  /// Writes days with one word, and nothing else: for a calendar that goes through other people's machines.
  /// - Parameters:
  ///   - days: Each with an identifier that was made for this file.
  ///   - stamp: When it is written.
  public init(_ days: [(id: String, day: CalendarDate)], word: String, stamp: Instant) {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Waarborg//Termijnen//NL")
    lines.add("CALSCALE", "GREGORIAN")
    for (id, day) in days {
      lines.add("BEGIN", "VEVENT")
      lines.add("UID", text: id)
      lines.add("DTSTAMP", Self.utc(stamp))
      lines.add("DTSTART;VALUE=DATE", Self.basic(day))
      lines.add("SUMMARY", text: word)
      lines.add("TRANSP", "TRANSPARENT")
      lines.add("END", "VEVENT")
    }
    if days.isEmpty { Self.addTimeZone(to: &lines) }
    lines.add("END", "VCALENDAR")
    text = lines.text
  }

  private static func add(
    _ judged: JudgedTerm, on raw: CalendarDate, _ origin: String, _ stamp: String, _ sequence: Int64,
    to lines: inout ContentLines
  ) {
    let declaration = judged.term.declaration
    lines.add("BEGIN", "VEVENT")
    // The clock that was started by one event is the same clock for ever, whatever is learned about it later.
    lines.add("UID", text: "\(declaration.id)-\(judged.term.subject.stream)-\(judged.term.startedBy)@\(origin)")
    lines.add("DTSTAMP", stamp)
    lines.add("LAST-MODIFIED", stamp)
    lines.add("SEQUENCE", String(sequence))
    lines.add("DTSTART;VALUE=DATE", basic(raw))
    if let next = CalendarDate(ifInRange: raw.daysSinceEpoch + 1) { lines.add("DTEND;VALUE=DATE", basic(next)) }
    let status = judged.status?.text.nl ?? "niet te bepalen"
    lines.add("SUMMARY", text: "\(declaration.name.nl) (\(judged.term.subject.handle)): \(status)")
    lines.add("DESCRIPTION", text: description(judged))
    lines.add("CATEGORIES", text: status)
    lines.add("STATUS", judged.status == .vervallen ? "CANCELLED" : "CONFIRMED")
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }

  private static func description(_ judged: JudgedTerm) -> String {
    let declaration = judged.term.declaration
    var paragraphs: [String] = []
    if let sum = judged.sum { paragraphs.append("Som: \(sum.nl)") }
    if let latest = judged.latest, latest != judged.raw { paragraphs.append("Uiterlijk: \(latest.text.nl)") }
    if let missing = judged.missing { paragraphs.append("Ontbreekt: \(missing.nl)") }
    paragraphs.append("Gehaald door: \(declaration.meets.nl)")
    paragraphs.append("Anders: \(declaration.consequence.nl)")
    paragraphs.append("Bron: \(declaration.source)")
    return paragraphs.joined(separator: "\n")
  }

  /// A calendar needs at least one component (section 3.6), and a time zone is one that shows nothing.
  private static func addTimeZone(to lines: inout ContentLines) {
    lines.add("BEGIN", "VTIMEZONE")
    lines.add("TZID", "UTC")
    lines.add("BEGIN", "STANDARD")
    lines.add("DTSTART", "19700101T000000")
    lines.add("TZOFFSETFROM", "+0000")
    lines.add("TZOFFSETTO", "+0000")
    lines.add("END", "STANDARD")
    lines.add("END", "VTIMEZONE")
  }

  private static func basic(_ day: CalendarDate) -> String { day.description.replacing("-", with: "") }

  private static func utc(_ moment: Instant) -> String {
    moment.description.replacing("-", with: "").replacing(":", with: "")
  }
}
