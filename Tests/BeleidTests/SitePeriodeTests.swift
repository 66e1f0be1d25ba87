import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Beleid

/// Which version held from when to when, as the history file and the page that compares two days have it.
struct SitePeriodeTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  private func perioden(op day: String = Proefboek.founded) throws -> [Regelingperiode] {
    try code.boek.read { reading in
      try Regelinglezer(reading.views, reading.filter, op: try CalendarDate(day)).register()
        .regelingen.first?.perioden ?? []
    }
  }

  private func regels(op day: String = Proefboek.founded) throws -> [String] {
    try perioden(op: day).map { periode in
      "\(periode.vanaf)…\(periode.totEnMet?.description ?? "") \(periode.stand.status.tekst) "
        + periode.stand.nummers.map(String.init).joined(separator: "/")
    }
  }

  /// A first version that holds, and one after it.
  private func twee() throws {
    try code.ontwerp("een", op: "2026-08-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-08-15")
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-09-01", als: .college)
    try code.ontwerp("twee", op: "2026-09-10", eerste: false)
    try code.stelVast("twee", op: "2026-09-20")
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2026-10-01", als: .college)
  }

  @Test func `A rule has one row for each time that something else held, without a gap`() throws {
    try twee()
    #expect(
      try regels() == [
        "2026-08-15…2026-08-31 geldt nog niet 1", "2026-09-01…2026-09-30 geldt 1", "2026-10-01… geldt 2",
      ])
    let all = try perioden()
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.vervangen == $1.vastgelegd && $0.vervangen != nil })
    #expect(all.map(\.stand.digest) == ["een", "een", "twee"].map { Proefregeling.document($0).digest })
  }

  @Test func `What is not known of a day is told as unknown, and a draft makes no row`() throws {
    try code.ontwerp("een", op: "2026-08-01", plicht: .nietVereist)
    #expect(try perioden().isEmpty)
    try code.stelVast("een", op: "2026-08-15")
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-09-01", als: .college)
    try code.leg(RegelingIngetrokken.self, "een", op: "2026-10", als: .college)
    #expect(
      try regels() == [
        "2026-08-15…2026-08-31 geldt nog niet 1", "2026-09-01…2026-09-30 geldt 1", "2026-10-01…2026-10-30 onbekend 1",
        "2026-10-31… geldt niet meer 1",
      ])
  }

  @Test func `On each day the row says what the rule itself answers for that day`() throws {
    try twee()
    try code.leg(RegelingIngetrokken.self, "twee", op: "2026-11", als: .college) {
      $0[RegelingIngetrokken.reden] = "KANARIE-REDEN"
    }
    let all = try perioden()
    try code.boek.read { reading in
      let rule = try #require(try Regeling.of(code.stroom, reading.views))
      var day = try CalendarDate("2026-08-01")
      let last = try CalendarDate(Proefboek.founded)
      while day <= last {
        let own = try Overzicht(rule, op: day, reading)
        let row = all.last { $0.vanaf <= day && $0.totEnMet.map { day <= $0 } ?? true }
        #expect((row == nil) == own.vastgesteld.isEmpty, "\(day)")
        #expect(row?.stand.status == (row == nil ? nil : Regelingstatus(own.toestand, isNietig: false)), "\(day)")
        day = try day.adding(days: 1)
      }
    }
    let site = try Proefsite(code.boek)
    #expect(!site.alles.contains("KANARIE") && !"\(site.subject.history?.rows ?? [])".contains("KANARIE"))
    #expect(site.subject.history?.rows.count == all.count)
  }

  @Test func `The list leads to the page that lays two days side by side`() throws {
    try twee()
    #expect(
      try Proefsite(code.boek)["/regelingen/"]?.contains("<a href=\"vergelijk/\">Twee dagen naast elkaar") == true)
  }
}
