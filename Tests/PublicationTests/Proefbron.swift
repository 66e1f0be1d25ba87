import Governance
import Ledger
import LedgerCrypto
import Proefboek

@testable import Publication

/// What a site is made of, without a ledger behind it.
enum Proefbron {
  static let settings = settings(address: "https://register.gemeente.example")

  static func settings(
    address: String, contact: String = "register@gemeente.example", robots: SiteSettings.Robots = .toestaan
  ) -> SiteSettings {
    SiteSettings(
      organisatie: "Gemeente Voorbeeld", origin: "ledger.gemeente.example", address: address, contact: contact,
      securityContact: "https://gemeente.example/melden", robots: robots,
      licence: "https://creativecommons.org/publicdomain/zero/1.0/")
  }

  static func source(
    day: String = "2026-11-21", newest: String = "2026-11-21T09:00:00Z", settings: SiteSettings = settings,
    subjects: [PublishedSubject]? = nil
  ) throws -> SiteSource {
    let checkpoint = try Checkpoint(origin: settings.origin, size: 10, root: SHA256.hash("wortel"))
    let day = try CalendarDate(day)
    return SiteSource(
      settings: settings, day: day, checkpoint: checkpoint, note: "", newest: try Instant(newest),
      since: try CalendarDate("2026-01-02"), subjects: try subjects ?? [try Proefonderwerp.subject(op: day)])
  }
}
