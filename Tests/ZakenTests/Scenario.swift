import Foundation
import Governance
import Testing
import Yams

@testable import Zaken

/// One row of the tables in `Scenarios`: a case as it was recorded, and what holds for it on a day.
struct Scenario: Sendable, CustomTestStringConvertible {
  /// A step as a row writes it: `2024-06-03 KlachtIngediend`, with `door FUNCTIE` or `gecorrigeerd` behind it.
  struct Zet: Sendable {
    let op: String
    let stap: String
    let door: String?
    let isGecorrigeerd: Bool
    let velden: Veldwaarden

    init(_ text: String, _ velden: Veldwaarden) throws {
      let words = text.split(separator: " ").map(String.init)
      try #require(words.count >= 2, "a step is a day and a name: \(text)")
      (op, stap) = (words[0], words[1])
      door = words.firstIndex(of: "door").map { words[$0 + 1] }
      isGecorrigeerd = words.contains("gecorrigeerd")
      self.velden = velden
    }
  }

  let procedure: String
  let naam: String
  /// Where the row comes from, such as `cases.md 12`.
  let uit: [String]
  let over: String?
  let stappen: [Zet]
  /// The day that is asked about.
  let op: String
  /// The moment, for terms in hours.
  let nu: String?
  /// Where each track stands.
  let toestand: [String: String]
  /// What the holder of a function can do next.
  let kan: [String: [String]]
  /// Steps that are refused, and by which rule.
  let geweigerd: [(Zet, String)]
  /// How each term stands: raw end, last day where it is another one, status.
  let termijnen: [(String, String)]
  let som: [(String, String)]
  let merken: [String]
  /// Who sees a field: functions and parties.
  let ziet: [(String, [String])]
  /// Which roles can have a function.
  let wie: [(String, [String])]
  let bewaring: [(String, String)]

  var testDescription: String { "\(procedure): \(naam)" }

  init(_ row: Node, _ procedure: String, over: String?) throws {
    self.procedure = procedure
    naam = try #require(row["naam"]?.string)
    let naam = naam
    let known: Set = [
      "naam", "uit", "over", "stappen", "op", "nu", "toestand", "kan", "geweigerd", "termijnen", "som", "merken",
      "ziet",
      "wie", "bewaring",
    ]
    let keys = row.mapping.map { $0.keys.compactMap(\.string) } ?? []
    #expect(keys.allSatisfy(known.contains), "\(naam): \(keys.filter { !known.contains($0) })")
    uit = Self.lijst(row["uit"])
    self.over = row["over"]?.string ?? over
    op = try #require(row["op"]?.string, "\(naam)")
    nu = row["nu"]?.string
    stappen = try (row["stappen"]?.sequence.map(Array.init) ?? []).map { node in
      if let text = node.string { return try Zet(text, [:]) }
      let pair = try #require(node.mapping?.first, "\(naam)")
      return try Zet(
        try #require(pair.key.string),
        Dictionary(uniqueKeysWithValues: Self.paren(pair.value).map { ($0, Self.lijst($1)) }))
    }
    toestand =
      row["toestand"]?.string.map { [Toestand.hoofdspoor: $0] }
      ?? Dictionary(uniqueKeysWithValues: Self.paren(row["toestand"]).map { ($0, $1.string ?? "") })
    kan = Dictionary(uniqueKeysWithValues: Self.paren(row["kan"]).map { ($0, Self.lijst($1)) })
    geweigerd = try (row["geweigerd"]?.sequence.map(Array.init) ?? []).map { node in
      let regel = try #require(node["regel"]?.string, "\(naam)")
      let velden = Self.paren(node["velden"]).map { ($0, Self.lijst($1)) }
      return (
        try Zet(try #require(node["stap"]?.string), Dictionary(uniqueKeysWithValues: velden)), regel
      )
    }
    termijnen = Self.paren(row["termijnen"]).map { ($0, Self.lijst($1).joined(separator: "; ")) }
    som = Self.paren(row["som"]).map { ($0, $1.string ?? "") }
    merken = Self.lijst(row["merken"])
    ziet = Self.paren(row["ziet"]).map { ($0, Self.lijst($1)) }
    wie = Self.paren(row["wie"]).map { ($0, Self.lijst($1)) }
    bewaring = Self.paren(row["bewaring"]).map { ($0, $1.string ?? "") }
  }

  private static func paren(_ node: Node?) -> [(String, Node)] {
    node?.mapping.map { $0.compactMap { pair in pair.key.string.map { ($0, pair.value) } } } ?? []
  }

  /// A list, or one word.
  private static func lijst(_ node: Node?) -> [String] {
    guard let node else { return [] }
    return node.sequence.map { $0.compactMap(\.string) } ?? node.string.map { [$0] } ?? []
  }

  /// Every row of every table, in the order of the files.
  static let alle: [Scenario] = {
    do {
      let names = Meegeleverd.bestanden.map(\.id) + ["bezwaar", "klaagschrift", "beschikking"]
      return try names.flatMap { name in
        let found = Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Scenarios")
        let url = try #require(found, "no table for \(name)")
        let table = try Yams.compose(yaml: try String(contentsOf: url, encoding: .utf8))
        let node = try #require(table)
        let procedure = try #require(node["procedure"]?.string)
        let rows = try #require(node["rijen"]?.sequence, "\(name)")
        return try rows.map { try Scenario($0, procedure, over: node["over"]?.string) }
      }
    } catch {
      Issue.record("the tables cannot be read: \(error)")
      return []
    }
  }()
}
