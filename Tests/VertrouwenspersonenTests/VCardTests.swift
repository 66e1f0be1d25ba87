import Governance
import Ledger
import Proefboek
import TestBench
import Testing

@testable import Vertrouwenspersonen

struct VCardTests {
  private static let naam =
    "Élodie Verzónnen-van der Wàarde, mr.; \\ zij\u{301} 👩🏽‍💼 met een naam die niet op één regel past"

  private func kaart() throws -> (persoon: StreamID, text: String) {
    let wereld = try Wereld()
    let kandidaat = try wereld.benoemde()
    return try wereld.boek.read { reading in
      let benoeming = try #require(try Benoeming.find(kandidaat.stream, reading.views))
      let card = VCard(
        benoeming, naam: Self.naam, telefoon: "+31 320 000000", email: "vp@voorbeeld.example",
        organisatie: "Gemeente Voorbeeld; Bureau A, B", note: "Bel gerust.\nOok buiten kantoortijd",
        stamp: try Instant("2026-11-21T10:00:00Z"))
      return (kandidaat.persoon, card.text)
    }
  }

  @Test func `Lines end in CRLF, are folded at 75 octets and hold no bare control character`() throws {
    let text = try kaart().text
    #expect(text.hasPrefix("BEGIN:VCARD\r\nVERSION:4.0\r\n") && text.hasSuffix("END:VCARD\r\n"))
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      #expect(line.utf8.count <= 75)
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    }
    let unfolded = text.replacing("\r\n ", with: "")
    #expect(unfolded.contains(#"FN:Élodie Verzónnen-van der Wàarde\, mr.\; \\ "#))
    #expect(unfolded.contains(#"ORG:Gemeente Voorbeeld\; Bureau A\, B"#))
    #expect(unfolded.contains(#"NOTE:Bel gerust.\nOok buiten kantoortijd"#))
  }

  @Test func `The same facts give the same bytes`() throws {
    let (person, text) = try kaart()
    let (other, again) = try kaart()
    #expect(text == again.replacing("\(other.id)", with: "\(person.id)"))
  }

  @Test func `A contact program by others reads it`() throws {
    let (person, text) = try kaart()
    guard let result = try OtherSoftware.run("kaart.py", needing: "vobject", on: text + text) else { return }
    #expect(result.status == 0, "\(result.output)")
    let expected = [
      "urn:uuid:\(person.id)", Self.naam, "Vertrouwenspersoon (intern)", "Gemeente Voorbeeld; Bureau A, B",
      "+31 320 000000", "work,voice", "vp@voorbeeld.example", "Bel gerust.|Ook buiten kantoortijd", "20261121T100000Z",
    ].joined(separator: "\t")
    #expect(result.output == "\(expected)\n\(expected)\n")
  }
}
