import Governance
import Testing

@testable import Zaken

/// Suspension and extension, on procedures made up for it: Awb 7:10, 9:11 and 4:15.
@Suite struct OpschortingTests {
  static let besluit: [GezetteStap] = {
    let made = [
      try? zet("BesluitBekendgemaakt", "2024-11-13"),
      try? zet("BezwaarOntvangen", "2024-12-10", ["gepost": "2024-12-09"], codes: ["commissie": "zonder"]),
    ]
    return made.compactMap(\.self)
  }()

  @Test func `a suspension ends of itself on the last day of the term that was set`() throws {
    let steps = Self.besluit + [try zet("VerzuimherstelGevraagd", "2025-01-15", ["uiterlijk": "2025-01-29"])]
    let klok = try Proefprocedure("bezwaar").klok("B-3", steps, op: "2025-02-01")
    #expect(klok.ruw?.description == "2025-02-23")
    #expect(!klok.staatStil)
  }

  @Test func `a request to complete without a term suspends nothing`() throws {
    let steps = Self.besluit + [try zet("VerzuimherstelGevraagd", "2025-01-15")]
    let klok = try Proefprocedure("bezwaar").klok("B-3", steps, op: "2025-02-01")
    #expect(klok.laatste?.description == "2025-02-10")
    #expect(klok.merken == [.opschortingZonderTermijn(stap: "VerzuimherstelGevraagd", grond: "Awb 7:10 lid 2")])
  }

  @Test func `extending twice, too long or too late is recorded and marked`() throws {
    let proef = try Proefprocedure("bezwaar")
    func extended(_ day: String, _ length: String, more: [GezetteStap] = []) throws -> Klok {
      try proef.klok(
        "B-3", Self.besluit + [try zet("BeslissingVerdaagd", day, duren: ["duur": length])] + more, op: "2025-06-01")
    }
    let long = try extended("2025-02-03", "8 weken")
    #expect(long.laatste?.description == "2025-03-24")
    #expect(long.merken == [.verlengingTeLang(stap: "BeslissingVerdaagd", hoogstens: .of(6, .weken))])
    let late = try extended("2025-02-11", "6 weken")
    #expect(late.laatste?.description == "2025-02-10")
    #expect(late.merken == [.verlengingTeLaat(stap: "BeslissingVerdaagd", op: try ImpreciseDate("2025-02-11"))])
    let twice = try extended(
      "2025-02-03", "3 weken", more: [try zet("BeslissingVerdaagd", "2025-02-20", duren: ["duur": "3 weken"])])
    #expect(twice.laatste?.description == "2025-03-03")
    #expect(twice.merken == [.verlengingTeVaak(stap: "BeslissingVerdaagd", hoogstens: 1)])
  }

  @Test func `an extension until a date can be any date`() throws {
    let steps = Self.besluit + [try zet("VerderUitstel", "2025-02-05", ["tot": "2025-02-19"])]
    let klok = try Proefprocedure("bezwaar").klok("B-3", steps, op: "2025-02-06")
    #expect(klok.laatste?.description == "2025-02-19")
    #expect(klok.som.nl.hasPrefix("6 weken, verlengd tot en met 19 februari 2025 na 30 december 2024"))
  }

  @Test func `each ground of suspension has its own days, and days that two of them share count once`() throws {
    let proef = try Proefprocedure("beschikking")
    let opened = try zet("AanvraagOntvangen", "2026-02-02")
    func raw(_ steps: GezetteStap..., op: String = "2026-03-20") throws -> String? {
      try proef.klok("A-1", [opened] + steps, op: op).ruw?.description
    }
    #expect(try raw() == "2026-03-30")
    let asked = try zet("AanvullingGevraagd", "2026-02-10", ["uiterlijk": "2026-02-24"])
    #expect(try raw(asked, try zet("AanvraagAangevuld", "2026-02-20")) == "2026-04-08")
    let agreed = try zet("UitstelOvereengekomen", "2026-02-16", ["tot": "2026-02-27"])
    #expect(try raw(agreed) == "2026-04-10")
    // 11 to 20 February and 17 to 28 February: 11 to 28, 17 days.
    #expect(try raw(asked, agreed, try zet("AanvraagAangevuld", "2026-02-20")) == "2026-04-16")
    let force = try zet("OvermachtGemeld", "2026-03-02")
    #expect(try raw(force, try zet("OvermachtGeeindigd", "2026-03-04")) == "2026-04-01")
    let still = try proef.klok("A-1", [opened, force], op: "2026-03-05")
    #expect(still.staatStil)
    #expect(still.status == .loopt)
    #expect(still.ruw?.description == "2026-04-03")
  }

  /// Steps in any order of recording give the same end; the seed is printed, so that a failure can be repeated.
  @Test(arguments: [7, 2026, 41_871] as [UInt64])
  func `the order in which extension and suspension were recorded makes no difference`(_ seed: UInt64) throws {
    var random = Volgorde(state: seed)
    let proef = try Proefprocedure("bezwaar")
    for round in 0..<60 {
      let asked = Int.random(in: 1...30, using: &random)
      let set = asked + Int.random(in: 1...20, using: &random)
      let done = asked + Int.random(in: 0...25, using: &random)
      let january = try CalendarDate("2025-01-01")
      func day(_ number: Int) throws -> String { try january.adding(days: number).description }
      var steps = [
        try zet("VerzuimherstelGevraagd", try day(asked), ["uiterlijk": try day(set)]),
        try zet("VerzuimHersteld", try day(done)),
        try zet(
          "BeslissingVerdaagd", try day(Int.random(in: 1...35, using: &random)),
          duren: ["duur": "\(Int.random(in: 1...6, using: &random)) weken"]),
      ]
      if Bool.random(using: &random) {
        steps.append(
          try zet(
            "VerderUitstel", try day(Int.random(in: 1...35, using: &random)),
            ["tot": try day(Int.random(in: 40...150, using: &random))]))
      }
      let whole = Self.besluit + steps
      let expected = try proef.klok("B-3", whole, op: "2025-07-01")
      for _ in 0..<8 {
        let other = try proef.klok("B-3", whole.shuffled(using: &random), op: "2025-07-01")
        #expect(other.ruw == expected.ruw && other.laatste == expected.laatste, "seed \(seed), round \(round)")
        #expect(other.status == expected.status, "seed \(seed), round \(round)")
      }
    }
  }
}

/// A small generator, so that a seed gives the same cases everywhere (SplitMix64).
struct Volgorde: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
