import Governance
import Ledger
import Proefboek
import Testing

@testable import Inspectie

/// What an inspector waits for costs what the answer costs: not what was ever recorded beside it.
@Suite(.serialized) struct InspectieGroeiTests {
  let klein: Inspectiegroei
  let groot: Inspectiegroei
  private let vandaag: CalendarDate

  init() throws {
    (klein, groot) = (try Inspectiegroei.klein.get(), try Inspectiegroei.groot.get())
    vandaag = try CalendarDate(Inspectiegroei.vandaag)
  }

  @Test func `the larger ledger holds many times as much`() throws {
    let sizes = try [klein, groot].map { try $0.omvang() }
    #expect(sizes[1] >= 8 * sizes[0], "\(sizes)")
  }

  struct Vraag: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let antwoord: @Sendable (Reading, Grootboek, CalendarDate) throws -> [String]

    init(_ name: String, _ antwoord: @escaping @Sendable (Reading, Grootboek, CalendarDate) throws -> [String]) {
      (testDescription, self.antwoord) = (name, antwoord)
    }
  }

  private static func stand(_ eis: String) -> Vraag {
    Vraag("inspectie stand --eis \(eis)") { reading, book, day in
      try Standkeuze(eis).standbeelden(op: day, book, reading).flatMap { beeld in
        beeld.eisen.map { "\($0.eis.id) \($0.stand.rawValue) \($0.ontbreekt.map(\.nl))" }
          + beeld.maatregelen.map { "\($0.handle) \($0.verantwoordelijkeText.nl) \($0.bevindingen.map(\.nl))" }
      }
    }
  }

  static let vragen: [Vraag] = [
    stand("AI-1.16"), stand("AI-2.9"), stand("inspectie-1"),
    Vraag("rie maatregelen, the first three") { reading, _, day in
      try reading.views.keys(Maatregel.self, series: Maatregel.kind, ListPage(limit: 3)).map { key in
        let subject = try #require(try reading.views.subject(Maatregel.self, key))
        let beeld = try Maatregelbeeld(subject, on: day, reading)
        return "\(beeld.omschrijving) \(beeld.verantwoordelijke.nl)"
      }
    },
    Vraag("inspectie openstaand, measures") { reading, _, day in
      try reading.views.subjects(Maatregel.self, Maatregel.State.bevindingen, on: day, ListPage(limit: 101))
        .compactMap { try Bevinding($0, on: day, reading) }.map {
          "\($0.handle) \($0.wat.nl) \($0.sinds?.description ?? "-")"
        }
    },
    Vraag("inspectie openstaand, terms") { reading, _, day in
      try InspectiePlugin().openTerms(in: reading.views, on: day).map { "\($0.declaration.id) \($0.subject.handle)" }
    },
    Vraag("what a handle names") { reading, _, _ in
      try ["inspectie-1", "maatregel-2", "bewijs-1", "rie-1"].map { handle in
        try #require(try InspectiePlugin().subject(handle, in: reading.views)).handle
      }
    },
  ]

  @Test(arguments: vragen) func `a question of every day costs what its answer costs`(vraag: Vraag) throws {
    let found = try [klein, groot].map { ledger in
      try ledger.boek.meetBoek { try vraag.antwoord($0, $1, vandaag) }
    }
    #expect(!found[0].antwoord.isEmpty)
    #expect(found[0].antwoord == found[1].antwoord)
    Meting.expectSame(found[0].meting, found[1].meting)
    #expect(try groot.boek.scans(found[1].meting.statements).isEmpty)
  }

  @Test func `judging another meeting of a series costs what the series holds`() throws {
    let costs = try [klein, groot].map { ledger in
      try ledger.boek.meet([try ledger.training(["AI-2.9"], "kern")], als: .secretariaat)
    }
    Meting.expectSame(costs[0], costs[1])
    #expect(try groot.boek.scans(costs[1].statements).isEmpty)
  }
}
