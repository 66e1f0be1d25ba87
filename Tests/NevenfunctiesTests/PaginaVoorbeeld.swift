import Governance
import Ledger
import Publication

@testable import Nevenfuncties

/// A register with every state in it, long words, and texts that try to be HTML.
enum PaginaVoorbeeld {
  static let settings = SiteSettings(
    organisatie: "Gemeente Voorbeeld", origin: "ledger.gemeente.example", address: "https://gemeente.example/register",
    contact: "integriteit@gemeente.example", securityContact: "mailto:veilig@gemeente.example", robots: .toestaan,
    licence: "https://creativecommons.org/publicdomain/zero/1.0/deed.nl")

  static let lelystad: [OpenbaarVeld] = [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang, .beperkingen]

  static func day(_ text: String) -> CalendarDate {
    do { return try CalendarDate(text) } catch { fatalError("\(error)") }
  }

  static func imprecise(_ text: String) -> ImpreciseDate {
    do { return try ImpreciseDate(text) } catch { fatalError("\(error)") }
  }

  static func instant(_ text: String) -> Instant {
    do { return try Instant(text) } catch { fatalError("\(error)") }
  }

  static func duur(_ text: String) -> Tijdsduur {
    guard let duur = Tijdsduur(text) else { fatalError(text) }
    return duur
  }

  static func id(_ number: Int) -> UUIDv7 {
    let digits = String(number, radix: 16)
    let tail = String(repeating: "0", count: 12 - digits.count) + digits
    guard let id = UUIDv7("01890a5d-ac96-774b-bcce-\(tail)") else { fatalError("\(number)") }
    return id
  }

  static func functie(_ naam: String, _ slug: String, _ number: Int) -> OpenbareFunctie {
    OpenbareFunctie(stroom: StreamID(kind: "Functie", id: id(number)), naam: naam, slug: slug)
  }

  static func versie(
    _ opgave: String, _ nummer: Int = 1, position: UInt64 = 9, vanaf: String = "2025-03-01", totEnMet: String? = nil,
    hoofdfunctie: String, _ nevenwerkzaamheid: Getoond, bij organisatie: Getoond? = .waarde("Stichting Voorbeeldzorg"),
    ingang: Getoond? = .waarde("2023-09-01"), einde: Getoond? = nil, beperkingen: Getoond? = nil,
    bezoldigd: Getoond? = nil, tijdsbeslag: Getoond? = nil
  ) -> OpgaveVersie {
    OpgaveVersie(
      opgave: opgave, nummer: nummer, event: id(1000 + Int(position)), position: position, vanaf: day(vanaf),
      totEnMet: totEnMet.map(day), hoofdfunctie: hoofdfunctie, nevenwerkzaamheid: nevenwerkzaamheid,
      organisatie: organisatie, ingang: ingang, einde: einde, beperkingen: beperkingen, bezoldigd: bezoldigd,
      tijdsbeslag: tijdsbeslag)
  }

  static func kaart(
    _ id: String, _ functie: OpenbareFunctie, _ stand: Kaartstand, naam: Getoond? = nil, isInhuur: Bool = false,
    van: String = "2022-01-01", gewijzigd: String? = "2025-03-01", bevestigd: String? = "2026-04-03",
    uiterlijk: String? = "2027-04-03", teLaat: Bool = false
  ) -> Kaart {
    Kaart(
      id: id, functie: functie, naam: naam, isInhuur: isInhuur, van: imprecise(van), stand: stand, nietGepubliceerd: [],
      laatstGewijzigd: gewijzigd.map(day), laatstBevestigd: bevestigd.map(day), bevestigenUiterlijk: uiterlijk.map(day),
      isBevestigingTeLaat: teLaat)
  }
}
