import Foundation
import TestBench
import Testing

@testable import Publication

/// Fixed texts of the site at level B1.
struct ReadabilityTests {
  static let pages = ["start", "over", "publicatiebeleid", "correctie", "toegankelijkheid", "niet-gevonden"]

  @Test(arguments: pages)
  func `a page about the site reads at level B1`(page: String) throws {
    let sources = Dictionary(uniqueKeysWithValues: Layout.sources.map { ($0.name, $0.bytes) })
    let html = [page + "-opening", page].compactMap { sources[$0] }.map { LayoutSupport.text($0) }.joined(
      separator: "\n")
    let ease = try #require(ReadingEase(html))
    #expect(ease.score >= 60, "\(page): \(ease)")
  }

  @Test func `the measure tells plain words from officialese`() throws {
    let plain = try #require(ReadingEase("<p>De kat zit op de mat. Zij kijkt naar buiten.</p>"))
    let heavy = try #require(
      ReadingEase(
        "<p>Overeenkomstig de desbetreffende openbaarmakingsverplichtingen geschiedt de bekendmaking van nevenwerkzaamheden van leidinggevende functionarissen uitsluitend na voorafgaande belangenafweging.</p>"
      ))
    #expect(plain.score > 90 && heavy.score < 20, "\(plain) \(heavy)")
  }
}
