import Governance
import Ledger
import LedgerCrypto

@testable import Publication

/// A site with one subject, and settings that a test can change.
enum LayoutSupport {
  static func settings(
    organisatie: String = "Gemeente Voorbeeld", address: String = "https://gemeente.example/register",
    contact: String = "integriteit@gemeente.example", robots: SiteSettings.Robots = .toestaan,
    licence: String = "https://creativecommons.org/publicdomain/zero/1.0/deed.nl"
  ) -> SiteSettings {
    SiteSettings(
      organisatie: organisatie, origin: "ledger.gemeente.example", address: address, contact: contact,
      securityContact: "mailto:veilig@gemeente.example", robots: robots, licence: licence)
  }

  static func frame(_ settings: SiteSettings = settings(), title: String = "Nevenfuncties") throws -> Frame {
    Frame(
      settings: settings, day: try CalendarDate("2026-11-21"), size: 1234, root: SHA256.hash("wortel"),
      subjects: [
        PublishedSubject(
          slug: "nevenfuncties", title: title, summary: "Ander werk.", legalBase: "Regeling, art. 4",
          responsible: "Gemeentesecretaris", pages: PageStream([]),
          dataset: Dataset(description: "", keywords: [], columns: [], rows: []), changes: [], checked: [],
          policy: [("Waarom", ["Omdat het moet."])])
      ])
  }

  static func page(
    _ path: String = "/nevenfuncties/", title: String = "Nevenfuncties", html: String = "<h1>Kop</h1>",
    isListed: Bool = true
  ) -> Page {
    Page(
      path: path, title: title, summary: "Alles in één tabel.", trail: [Page.Link("Start", "/")], html: html,
      alternates: [Page.Alternate("application/json", "JSON", "/v1/nevenfuncties.json")], isListed: isListed)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
