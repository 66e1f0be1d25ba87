import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// Cost follows the answer, counted and not timed: a ledger with many times the events that gives the same answer takes
/// hardly more steps.
@Suite(.serialized) struct GroeiTests {
  let klein: Groeiboek
  let groot: Groeiboek
  private let vandaag: CalendarDate

  init() throws {
    (klein, groot) = (try Groeiboek.klein.get(), try Groeiboek.groot.get())
    vandaag = try CalendarDate(Groeiboek.vandaag)
  }

  @Test func `the larger ledger holds many times as much`() throws {
    let sizes = try [klein, groot].map { try $0.omvang() }
    #expect(sizes[0] > 900 && sizes[1] >= 7 * sizes[0], "\(sizes)")
    let opvolgers = try [klein, groot].map { ledger in
      try ledger.boek.read { try $0.views.facts(in: ledger.kern.lang).count }
    }
    #expect(opvolgers[1] >= 100 * opvolgers[0] || opvolgers[1] >= 2_000, "\(opvolgers)")
  }

  @Test(arguments: Vraag.all) func `a question of every day costs what its answer costs`(vraag: Vraag) throws {
    let found = try [klein, groot].map { ledger in
      try ledger.boek.meet { try vraag.antwoord($0, ledger.boek.catalog, vandaag) }
    }
    #expect(!found[0].antwoord.isEmpty)
    #expect(found[0].antwoord == found[1].antwoord)
    Meting.expectSame(found[0].meting, found[1].meting)
    #expect(try groot.boek.scans(found[1].meting.statements).isEmpty)
  }

  @Test(arguments: Oordeel.all) func `judging an event by every rule costs what it is about`(oordeel: Oordeel) throws {
    let costs = try [klein, groot].map { ledger in
      try ledger.boek.meet(oordeel.concepten(ledger.kern, Concept(ledger.boek)), als: oordeel.rol)
    }
    Meting.expectSame(costs[0], costs[1])
    #expect(try groot.boek.scans(costs[1].statements).isEmpty)
  }

  @Test func `a report that is appended costs what it is about, its row in the lists included`() throws {
    let costs = try [klein, groot].map { ledger in
      let (kern, concept) = (ledger.kern, Concept(ledger.boek))
      return try ledger.boek.meet(
        [
          try concept.meld(ledger.boek.stream("Nevenwerkzaamheid"), kern.secretaris, kern.houder, op: "2026-11-20")
        ], als: .secretariaat, isDryRun: false)
    }
    Meting.expectSame(costs[0], costs[1])
  }
}
