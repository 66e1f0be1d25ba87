import Foundation
import TestBench
import Testing

/// Presses the button of `/controle/` on a site that the built program wrote, as it is and altered.
enum Controle {
  /// What the page says after the button was pressed.
  struct Saying: Decodable, Sendable {
    struct Expected: Decodable, Sendable {
      let entry: String?
      let words: [String]?
    }

    struct Entry: Decodable, Sendable {
      let name: String
      let outcome: String?
      let findings: [String]
    }

    let alteration: String
    let expected: Expected
    let outcome: String
    let sentence: String
    let general: [String]
    let entries: [Entry]
    let complaints: [String]
  }

  /// The alterations whose name holds these words; `nothing` is the site as it is.
  static func check(_ site: String, only words: String, on bench: Bench) throws -> [Saying] {
    try Python.run("browser/controle.py", [site, "--only", words], on: bench).orThrow().lines.map {
      try JSONDecoder().decode(Saying.self, from: Data($0.utf8))
    }
  }
}
