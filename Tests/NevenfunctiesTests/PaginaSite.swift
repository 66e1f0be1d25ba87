import Governance
import Ledger
import LedgerCrypto
import Proefboek
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
    pages = try (layout.pages(frame: frame) + subject.pages.all()).map { page in
      (page, String(decoding: try layout.render(page, frame: frame), as: UTF8.self))
    }
  }

  static func frame(_ subjects: [PublishedSubject], _ settings: SiteSettings = PaginaVoorbeeld.settings) -> Frame {
    Frame(
      settings: settings, day: PaginaVoorbeeld.day("2026-11-21"), size: 1234, root: SHA256.hash("wortel"),
      subjects: subjects)
  }

  /// The content of `main` of the page at this address.
  func main(_ path: String) -> String {
    pages.first { $0.page.path == path }.map { $0.page.opening + $0.page.html + $0.page.rail } ?? ""
  }
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

  /// A register that grew for years: one function with many holders who wrote much, many states and many changes.
  static func oud() throws -> OpenbaarRegister {
    let lang = Getoond.waarde(String(repeating: "Niet bij besluiten over <deze> stichting. ", count: 24))
    let functie = managers[1]
    let kaarten = (0..<40).map { nummer in
      kaart(
        "k\(nummer)", functie,
        .opgaven(
          (0..<2).map { tweede in
            versie(
              id(30_000 + 10 * nummer + tweede).description, hoofdfunctie: functie.naam, .waarde("Lid"),
              beperkingen: lang)
          }), naam: .waarde("Karin Voorbeeld"))
    }
    let standen = try (0..<400).map { nummer in
      OpenbareStand(
        vanaf: try day("2020-01-01").adding(days: 5 * nummer),
        totEnMet: nummer == 399 ? nil : try day("2020-01-01").adding(days: 5 * nummer + 4),
        kaarten: nummer == 399 ? kaarten : [kaarten[nummer % 40]])
    }
    let opgaven = kaarten.flatMap { kaart in
      kaart.versies.map {
        OpenbareOpgave(
          id: $0.opgave, functie: functie, kaart: kaart.id, versies: [$0],
          status: .actueel)
      }
    }
    let versies = (1...60).map {
      versie(id(40_000).description, $0, hoofdfunctie: functie.naam, .waarde("Lid \($0)"), beperkingen: lang)
    }
    let einden = (0..<400).map { nummer in
      OpenbareOpgave(
        id: id(40_000 + nummer).description, functie: functie, kaart: "oud",
        versies: nummer == 0 ? versies : [versies[0]],
        status: .beeindigd(op: imprecise("2024"), zichtbaarTot: nil))
    }
    return OpenbaarRegister(
      regeling: register().regeling, standen: standen, opgaven: opgaven + einden,
      wijzigingen: (0..<500).map { wijziging($0, "2024-02-01T09:00:00Z", "2024-02-01", .bevestigd, functie, "k1") })
  }
}
