import Governance
import Ledger

@testable import Organisatie

extension OrganisatieWorld {
  static let weekdays: [Weekdag] = [.maandag, .dinsdag, .woensdag, .donderdag, .vrijdag]

  func workingDays(
    _ days: [Weekdag] = weekdays, on date: String? = nil, feestdagen: Dagsoort = .vrij,
    gelijkgesteld: Dagsoort = .werkdag, regeling: String = "Werktijden art. 2"
  ) throws -> EventDraft {
    var draft = EventDraft(WerkdagenVastgesteld.self, stream: stream("Werkdagen"), effective: try on(date))
    draft[WerkdagenVastgesteld.weekdagen] = days
    draft[WerkdagenVastgesteld.feestdagen] = feestdagen
    draft[WerkdagenVastgesteld.gelijkgesteldeDagen] = gelijkgesteld
    draft[WerkdagenVastgesteld.regeling] = regeling
    return draft
  }

  func closing(_ day: String, on date: String? = nil, reden: String = "Carnaval") throws -> EventDraft {
    var draft = EventDraft(SluitingsdagVastgelegd.self, stream: stream("Sluitingsdag"), effective: try on(date))
    draft[SluitingsdagVastgelegd.dag] = try CalendarDate(day)
    draft[SluitingsdagVastgelegd.reden] = reden
    return draft
  }

  func opening(_ closing: StreamID, on date: String? = nil) throws -> EventDraft {
    EventDraft(SluitingsdagIngetrokken.self, stream: closing, effective: try on(date))
  }

  func table(_ table: GelijkgesteldeDagen, on date: String? = nil) throws -> EventDraft {
    var draft = EventDraft(
      GelijkgesteldeDagenVastgelegd.self, stream: stream("GelijkgesteldeDagen"), effective: try on(date))
    draft[GelijkgesteldeDagenVastgelegd.versie] = table.version
    draft[GelijkgesteldeDagenVastgelegd.besluiten] = table.decrees
    draft[GelijkgesteldeDagenVastgelegd.herkomst] = "verzonnen"
    return draft
  }

  func decree(_ years: ClosedRange<Int>, _ days: String...) throws -> GelijkgesteldeDagen.Besluit {
    guard let decree = GelijkgesteldeDagen.Besluit(years, try days.map { try CalendarDate($0) }) else {
      throw Failure(.badInput, Text("no decree"))
    }
    return decree
  }

  /// The calendar for a clock that starts on a day.
  func calendar(_ start: String, known: KnownMoment = .now) throws -> Kalender {
    try read(known: known) { try Kalenders($0.views).kalender(voor: try CalendarDate(start)) }
  }

  /// The raw end of a term of the organisation's own.
  func count(_ length: String, from start: String, known: KnownMoment = .now) throws -> String {
    let rule = TermRule(try TermLength(length), .eigenRegel)
    return try TermCalculation(rule, from: CalendarDate(start), by: calendar(start, known: known)).raw.description
  }
}
