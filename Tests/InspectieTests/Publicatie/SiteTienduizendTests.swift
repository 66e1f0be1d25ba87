import Governance
import Ledger
import Proefboek
import Publication
import Testing

@testable import Inspectie

/// Ten thousand measures with one demand: as one that was recorded, each with a number of its own.
struct SiteTienduizendTests {
  @Test func `Ten thousand measures are each on a page of the demand once, and no page is heavy`() throws {
    let boek = try Proefboek()
    let zaak = try boek.eis()
    try boek.leg(EisOpenbaargemaakt.self, in: zaak)
    let measure = try boek.maatregel()
    try boek.leg(MaatregelOpenbaargemaakt.self, in: measure) { $0[MaatregelOpenbaargemaakt.inspectie] = zaak }
    let count = 10_000
    try boek.read { reading in
      let day = try CalendarDate("2025-03-01")
      let request = PublicationRequest(
        views: reading.views, filter: reading.filter, settings: Proefsite.settings, day: day)
      let one = try #require(try Inspectielezer(request).register().eisen.first)
      let first = try #require(one.maatregelen.first)
      let many = (1...count).map { number in
        OpenbareMaatregel(
          nummer: Int64(number), stand: first.stand, feit: first.feit, voortgang: first.voortgang,
          isUitvoeringTeLaat: false, isEvaluatieTeLaat: false, isGeevalueerd: false, eisen: first.eisen)
      }
      let eis = OpenbareEis(
        nummer: one.nummer, brief: one.brief, feit: one.feit, toestand: one.toestand, briefAan: one.briefAan,
        delen: one.delen, maatregelen: many, gebeurtenissen: one.gebeurtenissen)
      let site = try Inspectiepublicatie(Inspectieregister(dag: day, eisen: [eis], weggehaald: []), Proefsite.settings)
      var (rows, heaviest) = (0, 0)
      try site.eis(eis) { page in
        rows += page.html.matches(of: /<th scope="row"/).count
        heaviest = max(heaviest, page.html.utf8.count)
      }
      #expect(rows == count && heaviest < 80_000, "\(rows) \(heaviest)")
      #expect(try site.subject().dataset.rows.count == count + 1)
    }
  }
}
