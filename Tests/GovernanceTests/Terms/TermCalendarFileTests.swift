import Governance
import Ledger
import TestBench
import Testing

@Suite struct TermCalendarFileTests {
  private func terms(on today: String) throws -> [JudgedTerm] {
    let stream = try #require(StreamID("Zaak/018f0000-0000-7000-8000-000000000001"))
    func subject(_ handle: String) -> Onderwerp { Onderwerp(stream: stream, versie: nil, handle: handle) }
    let week = TermDeclaration(
      id: "WBK-ONTVANGST", Text(nl: "ontvangstbevestiging", en: "acknowledgement"), TermRule(.of(7, .dagen), .wet),
      starts: Text("ontvangst"), meets: Text(nl: "bevestiging verzonden; schriftelijk, met datum", en: "sent"),
      consequence: Text(nl: "grond voor een externe melding \\ regel 1\nregel 2 – één, twee; drie", en: "x"),
      source: "Wbk art. 2, tweede lid, onder e")
    return [JudgedTerm](
      [
        try #require(
          RunningTerm(week, on: subject("zaak-1; of, zo"), from: .day(ImpreciseDate(day("2026-03-27"))), startedBy: 7)),
        try #require(
          RunningTerm(
            week, on: subject("zaak-2"), from: .day(ImpreciseDate(day("2026-03-02"))), startedBy: 3,
            withdrawn: ImpreciseDate(day("2026-03-03")))),
        try #require(RunningTerm(week, on: subject("zaak-3"), from: .day(.unknown), startedBy: 4)),
      ], today: try day(today), warnBefore: 14)
  }

  private func file(_ terms: [JudgedTerm]) throws -> String {
    TermCalendarFile(terms, origin: "lelystad.nl/waarborg", stamp: try Instant("2026-03-28T09:00:00Z")).text
  }

  @Test func `the same terms give the same bytes, and a UID never changes`() throws {
    let text = try file(terms(on: "2026-03-30"))
    #expect(try text == file(terms(on: "2026-03-30")))
    let later = try file(terms(on: "2026-04-30"))
    #expect(later != text)
    for term in [text, later] {
      let unfolded = term.replacing("\r\n ", with: "")
      #expect(
        unfolded.contains(
          "UID:WBK-ONTVANGST-Zaak/018f0000-0000-7000-8000-000000000001-7@lelystad.nl/waarborg\r\n"))
    }
  }

  @Test func `B15: what changes by an event or by the day has a later revision, and what does not has the same`() throws
  {
    let recorded = try Instant("2026-03-28T09:00:00Z")
    func revision(_ events: UInt64, _ day: String) throws -> CalendarRevision {
      CalendarRevision(events: events, recorded: recorded, on: try CalendarDate(day))
    }
    let first = try revision(12, "2026-03-28")
    #expect(try first == revision(12, "2026-03-28"))
    // The day of the event itself: the event is the later of the two.
    #expect(first.stamp == recorded)
    for later in [try revision(13, "2026-03-28"), try revision(12, "2026-03-29")] {
      #expect(later.sequence > first.sequence && later.stamp >= first.stamp)
    }
    // A day begins by Dutch time, also when the clock has just changed.
    #expect(try revision(12, "2026-03-29").stamp == Instant("2026-03-28T23:00:00Z"))
    #expect(try revision(12, "2026-03-30").stamp == Instant("2026-03-29T22:00:00Z"))
    #expect(try revision(0, "0001-01-01").sequence == 0)
    let text = TermCalendarFile(
      try terms(on: "2026-03-30"), origin: "x", stamp: first.stamp, sequence: first.sequence
    ).text
    #expect(
      text.contains("DTSTAMP:20260328T090000Z\r\nLAST-MODIFIED:20260328T090000Z\r\nSEQUENCE:\(first.sequence)\r\n"))
  }

  @Test func `lines end in CRLF, are folded at 75 octets and hold no bare control character`() throws {
    let text = try file(terms(on: "2026-03-30"))
    #expect(text.hasSuffix("\r\n"))
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.count <= 75)
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    }
    #expect(text.contains("DTSTART;VALUE=DATE:20260403\r\nDTEND;VALUE=DATE:20260404\r\n"))
    #expect(text.contains("DTSTAMP:20260328T090000Z\r\n"))
    #expect(text.replacing("\r\n ", with: "").contains(#"SUMMARY:ontvangstbevestiging (zaak-1\; of\, zo): nadert"#))
  }

  @Test func `a calendar program by others reads it`() throws {
    let text = try file(terms(on: "2026-03-30"))
    guard let result = try OtherSoftware.run("agenda.py", needing: "icalendar", on: text) else { return }
    #expect(result.status == 0, "\(result.output)")
    let stream = "Zaak/018f0000-0000-7000-8000-000000000001"
    let rest =
      "Gehaald door: bevestiging verzonden; schriftelijk, met datum"
      + "|Anders: grond voor een externe melding \\ regel 1|regel 2 – één, twee; drie"
      + "|Bron: Wbk art. 2, tweede lid, onder e"
    #expect(
      result.output.split(separator: "\n").map(String.init) == [
        "WBK-ONTVANGST-\(stream)-7@lelystad.nl/waarborg\t2026-03-28T09:00:00+00:00\t2026-04-03\t2026-04-04"
          + "\tontvangstbevestiging (zaak-1; of, zo): nadert"
          + "\tSom: 7 dagen na 27 maart = 3 april, Goede Vrijdag, dus 7 april: Atw art. 1 en 3"
          + "|Uiterlijk: 7 april 2026|\(rest)\tCONFIRMED",
        "WBK-ONTVANGST-\(stream)-3@lelystad.nl/waarborg\t2026-03-28T09:00:00+00:00\t2026-03-09\t2026-03-10"
          + "\tontvangstbevestiging (zaak-2): vervallen\tSom: 7 dagen na 2 maart = 9 maart|\(rest)\tCANCELLED",
      ])
  }

  @Test func `a calendar without terms is still valid`() throws {
    let text = try file([])
    #expect(text.contains("BEGIN:VTIMEZONE\r\n"))
    guard let result = try OtherSoftware.run("agenda.py", needing: "icalendar", on: text) else { return }
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output == "")
  }
}
