import Foundation
import Governance
import Ledger
import Proefboek
import Testing

@testable import Inspectie

/// What the state is shown as: the same value each time, in forms that others read.
struct VormTests {
  let wereld: Standwereld
  let beelden: [Standbeeld]

  init() throws {
    wereld = try Standwereld()
    try wereld.dag("2024-11-14")
    try wereld.brief()
    try wereld.dag("2025-05-13")
    try wereld.maatregel(
      "training <leiding> & co", op: "2025-01-10", uitvoeren: "2025-04-01", evalueren: "2025-10-01", criterium: "80 %")
    try wereld.dekking(TrainingGevolgd.self, ["AI-2.9"], 80, van: 80, .leidinggevenden, op: "2025-05-12")
    beelden = try wereld.beeld(op: "2025-05-13")
  }

  @Test func `JSON names every demand with its state, its events and what is missing`() throws {
    let json = try #require(beelden.first).json
    let parsed = try JSON(parsing: json.text)
    #expect(parsed == json)
    #expect(json["eisen"]?.array?.count == 52)
    #expect(json["aantallen"]?["aangetoond"]?.int == 2)
    let training = try #require(json["eisen"]?.array?.first { $0["eis"]?.string == "AI-2.9" })
    #expect(training["stand"]?.string == "aangetoond" && training["opTijd"]?.string == "ja")
    #expect(training["positions"]?.array?.count == 1)
  }

  @Test func `the matrix has a line for each demand, and no cell begins a formula`() throws {
    let text = String(decoding: Standbeeld.csv(beelden), as: UTF8.self)
    #expect(text.split(separator: "\r\n").count == 53)
    #expect(text.contains("\"AI-2.9\";;\"brief aan gemeente Maastricht: Eis 2, vierde gedachtestreepje\""))
  }

  @Test func `the picture is the same each time, is well formed, and does not need colour`() throws {
    let svg = Bord(beelden).svg
    #expect(svg == Bord(try wereld.beeld(op: "2025-05-13")).svg)
    #expect(svg.contains("training &lt;leiding&gt; &amp; co") && svg.contains("termijn 13 mei 2025"))
    for stand in Stand.allCases { #expect(svg.contains("class=\"\(stand.rawValue)\"")) }
    #expect(Set(Stand.allCases.map(\.teken)).count == Stand.allCases.count)
  }

  @Test func `whoever has no key sees the same states`() throws {
    let outside = try wereld.beeld(op: "2025-05-13", als: nil)
    #expect(outside.flatMap(\.eisen).map(\.stand) == beelden.flatMap(\.eisen).map(\.stand))
  }
}
