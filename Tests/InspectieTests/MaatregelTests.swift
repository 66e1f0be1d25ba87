import Governance
import Ledger
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

/// What of a measure is not in order, and from which day.
struct MaatregelTests {
  let boek: Proefboek
  init() throws {
    boek = try Proefboek()
    try boek.ga(naar: "2025-06-01")
  }

  private func wijsAan(_ measure: StreamID, _ function: StreamID? = nil, _ words: String? = nil, op: String) throws {
    try boek.leg(VerantwoordelijkeAangewezen.self, in: measure, op: op) {
      $0[VerantwoordelijkeAangewezen.functie] = function
      $0[VerantwoordelijkeAangewezen.aanduiding] = words
    }
  }

  private func bevindingen(_ measure: StreamID, _ day: String) throws -> [String] {
    let all = Set(Maatregel.State.bevindingen.map(\.rawValue))
    return try boek.standen(Maatregel.self, measure, op: day)
      .filter { all.contains($0.hasSuffix("?") ? String($0.dropLast()) : $0) }
  }

  @Test(arguments: [
    (UitkomstMaatregel.werkt, []), (.werktDeels, []), (.werktNiet, ["werktNiet"]),
    (.nogNietTeZeggen, ["werkingOnbekend"]),
  ])
  func `A measure that does not work, or of which that is not known yet, stays open`(
    outcome: UitkomstMaatregel, open: [String]
  ) throws {
    let measure = try boek.maatregel(op: "2025-01-10")
    try wijsAan(measure, try boek.functie("teamleider", bekleedVan: "2024-09-02").functie, op: "2025-01-10")
    try boek.leg(MaatregelUitgevoerd.self, in: measure, op: "2025-04-01")
    try boek.leg(MaatregelGeevalueerd.self, in: measure, op: "2025-05-01") {
      $0[MaatregelGeevalueerd.uitkomst] = outcome
    }
    #expect(try bevindingen(measure, "2025-05-02") == open)
  }

  struct Gat: Sendable, CustomTestStringConvertible {
    let mist: String
    let leeg: @Sendable (inout EventDraft) -> Void
    var testDescription: String { mist }
  }

  static let gaten: [Gat] = [
    Gat(mist: "zonderDatum") { $0[MaatregelVastgelegd.uitvoerenVoor] = nil },
    Gat(mist: "zonderEvaluatiedatum") { $0[MaatregelVastgelegd.evaluerenVoor] = nil },
    Gat(mist: "zonderCriterium") { $0[MaatregelVastgelegd.criterium] = nil },
  ]

  @Test(arguments: gaten)
  func `What a measure lacks is an open finding from the day it was recorded, until it is added`(_ gat: Gat) throws {
    let measure = try boek.maatregel(op: "2025-01-10") { gat.leeg(&$0) }
    let (function, _) = try boek.functie("Teamleider P&O", bekleedVan: "2024-09-02")
    try wijsAan(measure, function, op: "2025-01-10")
    #expect(try bevindingen(measure, "2025-01-09") == [])
    #expect(try bevindingen(measure, "2025-01-10") == [gat.mist])
    try boek.leg(MaatregelBijgesteld.self, in: measure, op: "2025-02-01") {
      $0[MaatregelVastgelegd.uitvoerenVoor] = try CalendarDate("2025-04-30")
      $0[MaatregelVastgelegd.evaluerenVoor] = try CalendarDate("2025-05-10")
      $0[MaatregelVastgelegd.criterium] = "minder meldingen"
    }
    #expect(try bevindingen(measure, "2025-01-31") == [gat.mist])
    #expect(try bevindingen(measure, "2025-02-01") == [])
  }

  @Test func `One person answers for a measure: nobody, a team, a vacancy and two holders are open findings`() throws {
    let measure = try boek.maatregel(op: "2025-01-10")
    let (function, people) = try boek.functie("Teamleider P&O", bekleedVan: "2024-09-02")
    #expect(try bevindingen(measure, "2025-01-10") == ["zonderVerantwoordelijke"])
    try wijsAan(measure, nil, "team P&O", op: "2025-01-20")
    #expect(try bevindingen(measure, "2025-01-20") == ["verantwoordelijkeGeenFunctie"])
    try wijsAan(measure, function, op: "2025-02-01")
    #expect(try bevindingen(measure, "2025-02-01") == [])
    // The function falls vacant on 1 April (S17), without anything being recorded of the measure.
    try boek.leg(FunctieNeergelegd.self, in: function, op: "2025-04-01") { $0[FunctieNeergelegd.persoon] = people[0] }
    #expect(try bevindingen(measure, "2025-03-31") == [])
    #expect(try bevindingen(measure, "2025-04-01") == ["functieVacant"])
    _ = try boek.bekleed(function, van: "2025-04-10")
    #expect(try bevindingen(measure, "2025-04-10") == [])
    _ = try boek.bekleed(function, van: "2025-04-20")
    #expect(try bevindingen(measure, "2025-04-20") == ["functieMeerPersonen"])
    var audit = TimelineAudit(Maatregel.self)
    #expect(try audit.faults(boek) == [])
  }

  @Test func `When the dates do not tell whether one person holds the function, the finding is uncertain`() throws {
    let measure = try boek.maatregel(op: "2025-01-10")
    let (function, _) = try boek.functie("Adviseur", bekleedVan: "2025-02")
    try wijsAan(measure, function, op: "2025-01-10")
    #expect(try bevindingen(measure, "2025-01-31") == ["functieVacant"])
    #expect(try bevindingen(measure, "2025-02-10") == ["functieVacant?", "functieMeerPersonen?"])
    #expect(try bevindingen(measure, "2025-02-28") == [])
  }

  @Test func `A measure is late the day after its date, until it is done`() throws {
    let measure = try boek.maatregel(op: "2025-01-10")
    #expect(try !bevindingen(measure, "2025-04-30").contains("uitvoeringTeLaat"))
    #expect(try bevindingen(measure, "2025-05-01").contains("uitvoeringTeLaat"))
    try boek.leg(MaatregelUitgevoerd.self, in: measure, op: "2025-05-05")
    #expect(try bevindingen(measure, "2025-05-04").contains("uitvoeringTeLaat"))
    #expect(try !bevindingen(measure, "2025-05-05").contains("uitvoeringTeLaat"))
    #expect(try boek.termen("2025-05-06", "MTR-UITVOEREN") == ["MTR-UITVOEREN 2025-04-30 2025-04-30 teLaat"])
    #expect(try bevindingen(measure, "2025-05-11").contains("evaluatieTeLaat"))
    try boek.leg(MaatregelGeevalueerd.self, in: measure, op: "2025-05-09") {
      $0[MaatregelGeevalueerd.uitkomst] = .werktDeels
    }
    #expect(try !bevindingen(measure, "2025-05-11").contains("evaluatieTeLaat"))
    #expect(try boek.termen("2025-05-11", "MTR-EVALUEREN") == ["MTR-EVALUEREN 2025-05-10 2025-05-10 gehaald"])
    // A later date asks for a later evaluation.
    try boek.leg(MaatregelBijgesteld.self, in: measure, op: "2025-05-12") {
      $0[MaatregelVastgelegd.evaluerenVoor] = try CalendarDate("2025-05-20")
    }
    #expect(try bevindingen(measure, "2025-05-21").contains("evaluatieTeLaat"))
    #expect(try boek.termen("2025-05-21", "MTR-EVALUEREN") == ["MTR-EVALUEREN 2025-05-20 2025-05-20 verstreken"])
    var audit = TimelineAudit(Maatregel.self)
    #expect(try audit.faults(boek) == [])
  }

  @Test func `A measure that was dropped asks for nothing`() throws {
    let measure = try boek.maatregel(op: "2025-01-10")
    try boek.leg(MaatregelVervallen.self, in: measure, op: "2025-03-01", als: .college) {
      $0[MaatregelVervallen.reden] = "gaat op in een andere maatregel"
    }
    #expect(try boek.standen(Maatregel.self, measure, op: "2025-05-01") == ["vervallen"])
    #expect(try boek.termen("2025-05-01", "MTR-UITVOEREN") == ["MTR-UITVOEREN 2025-04-30 2025-04-30 vervallen"])
  }
}
