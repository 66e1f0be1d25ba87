import Console
import Testing

@testable import Nevenfuncties

struct ImportReadingTests {
  @Test(arguments: [
    ("functie", ImportKolom.functie), ("FUNCTIE", .functie), ("Functie sinds", .functieSinds),
    ("functie_sinds", .functieSinds), ("Uren-per-maand", .uren), ("besluit op", .besluitOp),
  ])
  func `A heading may be written with capitals, hyphens and spaces`(heading: String, kolom: ImportKolom) {
    #expect(ImportKolom(heading: heading) == kolom)
  }

  @Test(arguments: [
    ("organistie", ImportKolom.organisatie as ImportKolom?), ("begindatum", nil), ("bezoldigt", .bezoldigd),
    ("Jansen", nil),
  ])
  func `A heading that is almost right is recognised`(heading: String, kolom: ImportKolom?) {
    #expect(ImportKolom.nearest(to: heading) == kolom)
  }
}
