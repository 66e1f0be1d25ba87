import Governance
import Ledger
import Proefboek
import Publication
import Testing

@testable import Beleid

/// Ten thousand rules: as one that was recorded, each with a name of its own.
struct SiteTienduizendTests {
  @Test func `Ten thousand rules are each on the list, in the data and found once, on pages that stay light`() throws {
    let code = Proefregeling(try Proefboek())
    try code.geldt("tekst")
    let count = 10_000
    try code.boek.read { reading in
      let one = try #require(
        try Regelinglezer(reading.views, reading.filter, op: try CalendarDate(Proefboek.founded)).register()
          .regelingen.first)
      let many = (0..<count).map { number in
        OpenbareRegeling(
          woord: "regeling-\(number)", kenmerk: "regeling-\(number)", titel: "Regeling over onderwerp \(number)",
          soort: one.soort, cvdr: one.cvdr, link: one.link, status: one.status, hoofd: one.hoofd, versies: one.versies,
          kandidaten: one.kandidaten, evaluatie: one.evaluatie, onbekend: one.onbekend,
          gebeurtenissen: one.gebeurtenissen, perioden: one.perioden)
      }
      let register = Regelingregister(dag: try CalendarDate(Proefboek.founded), regelingen: many)
      let site = try Regelingenpublicatie(register, Proefsite.settings)
      let sheets = try site.lijstbladen()
      #expect(sheets.map { $0.html.matches(of: /<th scope="row"/).count }.reduce(0, +) == count)
      #expect(sheets.allSatisfy { $0.html.utf8.count <= Sheets.mostBytes })
      #expect(Set(sheets.map(\.path)).count == sheets.count)
      let subject = try site.subject()
      #expect(subject.dataset.rows.count == count && Set(subject.findable.map(\.path)).count == count)
      #expect(subject.history?.rows.count == count * one.perioden.count)
    }
  }
}
