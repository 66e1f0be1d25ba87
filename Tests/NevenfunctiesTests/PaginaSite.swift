import Governance
import Ledger
import LedgerCrypto
import Publication
import Testing

@testable import Nevenfuncties

/// The whole site as a reader gets it.
struct PaginaSite: CustomTestStringConvertible {
  let subject: PublishedSubject
  let pages: [(page: Page, html: String)]

  var testDescription: String { "\(pages.count) pages, \(subject.dataset.columns.count) columns" }

  init(_ register: OpenbaarRegister, _ settings: SiteSettings = PaginaVoorbeeld.settings) throws {
    subject = try Publicatie(register, settings).subject()
    let frame = Self.frame([subject], settings)
    let layout = try Layout()
    pages = try (layout.pages(frame: frame) + subject.pages).map { page in
      (page, String(decoding: try layout.render(page, frame: frame), as: UTF8.self))
    }
  }

  static func frame(_ subjects: [PublishedSubject], _ settings: SiteSettings = PaginaVoorbeeld.settings) -> Frame {
    Frame(
      settings: settings, day: PaginaVoorbeeld.day("2026-11-21"), size: 1234, root: SHA256.hash("wortel"),
      subjects: subjects)
  }

  /// The content of `main` of the page at this address.
  func main(_ path: String) -> String { pages.first { $0.page.path == path }?.page.html ?? "" }
}

extension PaginaVoorbeeld {
  /// A register with as many holders of as many functions.
  static func groot(_ aantal: Int) -> OpenbaarRegister {
    let kaarten = (0..<aantal).map { nummer -> Kaart in
      let functie = functie("Concernmanager afdeling \(nummer)", "concernmanager-\(nummer)", 5000 + nummer)
      let versie = versie(
        id(20_000 + nummer).description, hoofdfunctie: functie.naam, .waarde("Lid van de raad van toezicht"),
        bij: .waarde("Stichting nummer \(nummer)"), beperkingen: .waarde("Alleen buiten werktijd"))
      return kaart("k\(nummer)", functie, .opgaven([versie]), naam: .waarde("Karin Voorbeeld"))
    }
    let regeling = register().regeling
    return OpenbaarRegister(
      regeling: regeling, standen: [OpenbareStand(vanaf: day("2026-01-01"), totEnMet: nil, kaarten: kaarten)],
      opgaven: kaarten.map { kaart in
        OpenbareOpgave(
          id: kaart.versies[0].opgave, functie: kaart.functie, kaart: kaart.id, versies: kaart.versies, status: .actueel
        )
      }, wijzigingen: [])
  }
}
