import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Publicatie

struct SiteTests {
  let proef: Proefsite

  init() throws {
    proef = try Proefsite()
    try proef.stelIn()
  }

  @Test func `the same ledger and day give the same bytes, on another day and after other publications`() throws {
    let first = try proef.site()
    try proef.legVast(first)
    proef.boek.clock.move(days: 100)
    try proef.legVast(try proef.site("2027-03-01"))
    let again = try proef.site()
    #expect(again.files == first.files)
    #expect(again.site.digest == first.site.digest)
    #expect(again.source.checkpoint == first.source.checkpoint)
    #expect(try proef.boek.verify().ok)
  }

  @Test func `an event that is not a publication is shown by the next site`() throws {
    let first = try proef.site()
    try proef.stelIn(.toestaan)
    let second = try proef.site()
    #expect(second.source.checkpoint.size == first.source.checkpoint.size + 1)
    #expect(second.site.digest != first.site.digest)
  }

  @Test func `a site about a day before the last event says so and is kept from search engines`() throws {
    proef.boek.clock.move(days: 14)
    try proef.stelIn(.toestaan)
    let (now, earlier) = (try proef.site("2026-12-05"), try proef.site("2026-12-04"))
    #expect(now.source.isPresent && !earlier.source.isPresent)
    #expect(text("robots.txt", of: now)?.contains("Allow: /\n") == true)
    #expect(text("robots.txt", of: earlier) == "User-agent: *\nDisallow: /\n")
    #expect(text("proeven/index.html", of: earlier)?.contains("noindex") == true)
    #expect(text(".well-known/security.txt", of: earlier) == nil)
  }

  @Test func `the choice about search engines is on every page, in robots.txt and in the sitemap`() throws {
    #expect(text("proeven/index.html", of: try proef.site())?.contains("noindex") == false)
    try proef.stelIn(.weigeren)
    let site = try proef.site()
    for file in site.files where file.mediaType == "text/html" {
      #expect(String(decoding: file.bytes, as: UTF8.self).contains("noindex"), "\(file.path)")
    }
    #expect(text("robots.txt", of: site) == "User-agent: *\nDisallow: /\n")
    #expect(text("sitemap.xml", of: site)?.contains("proeven") == false)
  }

  @Test(arguments: [
    Page(path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href=\"/proeven/drie/\">3</a>"),
    Page(
      path: "/proeven/twee/", title: "Twee", summary: "", trail: [], html: "<a href=\"/proeven/een/#nergens\">3</a>"),
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
    let failure = try #require(
      #expect(throws: Failure.self) { try proef.site(Proefboek.founded, Proefonderwerp(extraPage: page)) })
    #expect(failure.kind == .foundWanting)
    #expect(failure.message.nl.contains(page.path), "\(failure.message.nl)")
  }

  private func text(_ path: String, of site: Proefsite.Gemaakt) -> String? {
    site.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
