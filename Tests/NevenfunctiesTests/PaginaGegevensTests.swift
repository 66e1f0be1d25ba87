import Governance
import Ledger
import Proefboek
import Publication
import Testing

@testable import Nevenfuncties

/// The data beside the pages.
struct PaginaGegevensTests {
  private let subject: PublishedSubject
  private let paths: Set<String>

  init() throws {
    subject = try Publicatie(
      PaginaVoorbeeld.register(velden: PaginaVoorbeeld.alleVelden), PaginaVoorbeeld.settings
    ).subject()
    paths = Set(try subject.pages.all().map(\.path))
  }

  private func column(_ name: String) throws -> [JSON] {
    let index = try #require(subject.dataset.columns.firstIndex { $0.name == name })
    return subject.dataset.rows.map { $0[index] }
  }

  @Test func `every row has a value or null in every column, and what is required is there`() {
    #expect(Set(subject.dataset.columns.map(\.name)).count == subject.dataset.columns.count)
    for row in subject.dataset.rows {
      #expect(row.count == subject.dataset.columns.count)
      for (value, column) in zip(row, subject.dataset.columns) where column.isRequired { #expect(value != .null) }
    }
  }

  @Test func `values are of the kind that the column says`() throws {
    for (index, column) in subject.dataset.columns.enumerated() {
      for value in subject.dataset.rows.map({ $0[index] }) where value != .null {
        switch column.kind {
        case .text: #expect(value.string != nil, "\(column.name)")
        case .day: #expect(throws: Never.self) { try CalendarDate(#require(value.string)) }
        case .number: #expect(value.int != nil, "\(column.name)")
        case .truth: #expect(value.bool != nil, "\(column.name)")
        case .code(let words): #expect(words.contains(try #require(value.string)), "\(column.name)")
        case .path: #expect(paths.contains(try #require(value.string)), "\(column.name)")
        }
      }
    }
  }

  @Test func `none reported, not yet received and not published are three different rows`() throws {
    let standen = try column("stand").compactMap(\.string)
    for woord in ["actueel", "geen-gemeld", "nog-niet-ontvangen", "niet-gepubliceerd", "opgave-vervallen"] {
      #expect(standen.contains(woord))
    }
    for (stand, zin) in zip(standen, try column("toelichting")) {
      #expect((zin == .null) == ["actueel", "opgave-vervallen"].contains(stand))
    }
    #expect(try column("toelichting").contains(.string("Geen nevenwerkzaamheden gemeld (bevestigd op 3 april 2026)")))
  }

  @Test func `an erased value is null, and its field is named`() throws {
    let erased = try column("vernietigd").compactMap(\.string)
    #expect(erased == ["nevenwerkzaamheid organisatie ingang beperkingen"])
  }

  @Test func `what can be checked is what is shown, with the values of the event`() throws {
    let entry = try #require(subject.checked.first { $0.label.contains("Voorzitter") })
    #expect(entry.position == 31)
    #expect(paths.contains(entry.path))
    #expect(entry.shown.first { $0.field == "bezoldigd" }?.value == .bool(true))
    #expect(entry.shown.first { $0.field == "ingang" }?.value == .string("2023-09"))
    #expect(entry.shown.contains { $0.field == "naam" && $0.value == .string("Karin Voorbeeld") })
    #expect(!entry.shown.contains { $0.field == "einde" })
    #expect(Set(subject.checked.map(\.id)).count == subject.checked.count)
  }

  @Test func `the policy names what is published and what is not`() throws {
    let lelystad = try Publicatie(PaginaVoorbeeld.register(), PaginaVoorbeeld.settings).subject()
    let text = lelystad.policy.flatMap(\.paragraphs).joined(separator: "\n")
    #expect(text.contains("hoofdfunctie, nevenwerkzaamheid, organisatie, ingang en beperkingen"))
    #expect(
      text.contains("Bij een opgave staat niet: de naam van wie de functie vervult, de einddatum, of het betaald is"))
    #expect(text.contains("blijft de opgave nog 2 jaar in de historie"))
  }
}
