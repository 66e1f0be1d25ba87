import Foundation
import Governance
import Ledger
import LedgerCrypto
import Publication
import Testing

@testable import Publicatie

struct SiteTests {
  let boek: Proefboek
  let stroom: StreamID

  init() throws {
    boek = try Proefboek()
    stroom = StreamID(kind: "Publicatie", id: UUIDv7(milliseconds: 1, random: RepeatableRandom(seed: "stroom")))
    try stelIn(.toestaan)
  }

  private func stelIn(_ robots: SiteSettings.Robots) throws {
    var draft = EventDraft(PublicatieIngesteld.self, stream: stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[PublicatieIngesteld.adres] = "https://register.gemeente.example"
    draft[PublicatieIngesteld.contact] = "register@gemeente.example"
    draft[PublicatieIngesteld.beveiligingscontact] = "https://gemeente.example/melden"
    draft[PublicatieIngesteld.zoekmachines] = robots
    draft[PublicatieIngesteld.licentie] = "https://creativecommons.org/publicdomain/zero/1.0/"
    try boek.append(draft)
  }

  private func leg(_ made: (site: Site, source: SiteSource)) throws {
    var draft = EventDraft(PublicatieUitgevoerd.self, stream: stroom, effective: ImpreciseDate(made.source.day))
    draft[PublicatieUitgevoerd.manifest] = made.site.digest
    draft[PublicatieUitgevoerd.dag] = made.source.day
    draft[PublicatieUitgevoerd.omvang] = Int64(made.source.checkpoint.size)
    draft[PublicatieUitgevoerd.wortel] = made.source.checkpoint.root
    draft[PublicatieUitgevoerd.bestanden] = Int64(made.site.files.count)
    try boek.append(draft)
  }

  @Test func `the same ledger and day give the same bytes, on another day and after other publications`() throws {
    let first = try boek.site()
    try leg(first)
    boek.clock.moment = "2027-03-01T10:00:00Z"
    try leg(try boek.site("2027-03-01"))
    let again = try boek.site()
    #expect(again.site.files == first.site.files)
    #expect(again.site.digest == first.site.digest)
    #expect(again.source.checkpoint == first.source.checkpoint)
    #expect(try boek.verify().ok)
  }

  @Test func `an event that is not a publication is shown by the next site`() throws {
    let first = try boek.site()
    try stelIn(.toestaan)
    let second = try boek.site()
    #expect(second.source.checkpoint.size == first.source.checkpoint.size + 1)
    #expect(second.site.digest != first.site.digest)
  }

  @Test func `a site about a day before the last event says so and is kept from search engines`() throws {
    boek.clock.moment = "2026-12-05T10:00:00Z"
    try stelIn(.toestaan)
    let (now, earlier) = (try boek.site("2026-12-05"), try boek.site("2026-12-04"))
    #expect(now.source.isPresent && !earlier.source.isPresent)
    #expect(text("robots.txt", of: now.site)?.contains("Allow: /\n") == true)
    #expect(text("robots.txt", of: earlier.site) == "User-agent: *\nDisallow: /\n")
    #expect(text("proeven/index.html", of: earlier.site)?.contains("noindex") == true)
    #expect(text(".well-known/security.txt", of: earlier.site) == nil)
  }

  @Test func `the choice about search engines is on every page, in robots.txt and in the sitemap`() throws {
    #expect(text("proeven/index.html", of: try boek.site().site)?.contains("noindex") == false)
    try stelIn(.weigeren)
    let site = try boek.site().site
    for file in site.files where file.mediaType == "text/html" {
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("noindex"), "\(file.path)")
    }
    #expect(text("robots.txt", of: site) == "User-agent: *\nDisallow: /\n")
    #expect(text("sitemap.xml", of: site)?.contains("proeven") == false)
  }

  @Test(arguments: [
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href=\"/proeven/drie/\">3</a>"),
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href=\"/proeven/een/#nergens\">3</a>"),
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href=\"javascript:alert(1)\">3</a>"),
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href='http://a.example/'>3</a>"),
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href=\"//a.example/\">3</a>"),
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<p onclick=\"a()\">3</p>"),
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<p id=\"a\"></p><p id=\"a\"></p>"),
    Page(
      path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: String(repeating: "lang ", count: 20_000)),
    Page(path: "/proeven/een/", title: "Nog een", summary: "", trail: [], html: ""),
    Page(path: "/proeven/twee/", title: "Een", summary: "", trail: [], html: ""),
    Page(path: "/elders/twee/", title: "Twee", summary: "", trail: [], html: ""),
    Page(path: "/proeven/../twee/", title: "Twee", summary: "", trail: [], html: ""),
    Page(path: "/proeven/Karin-Voorbeeld/", title: "Twee", summary: "", trail: [], html: ""),
    Page(path: "/proeven/twee", title: "Twee", summary: "", trail: [], html: ""),
    Page(path: "/proeven//twee/", title: "Twee", summary: "", trail: [], html: ""),
  ])
  func `a site with a fault is not made, and the message names the page`(page: Page) throws {
    boek.onderwerp.extraPage = page
    let failure = try #require(#expect(throws: Failure.self) { try boek.site() })
    #expect(failure.kind == .foundWanting)
    #expect(failure.message.nl.contains(page.path), "\(failure.message.nl)")
  }

  private func text(_ path: String, of site: Site) -> String? {
    site.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
