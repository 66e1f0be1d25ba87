import Governance
import Proefboek
import Testing

@testable import Beleid

/// What two texts say differently, place by place.
struct TekstverschilTests {
  /// A place as one would write it down: `kop | was | werd`, with what differs in brackets.
  private func plekken(_ oud: String, _ nieuw: String) throws -> [String] {
    let regels = [oud, nieuw].map { Tekstregels.alle($0) }
    return try #require(Tekstverschil(van: regels[0], naar: regels[1])).plekken.map { plek in
      let delen = [plek.was, plek.werd].map { stukken in
        stukken.map { $0.isAnders ? "[\($0.woorden)]" : $0.woorden }.joined(separator: " ")
      }
      // Words that moved into another paragraph are not gone.
      let rest = delen.map { $0.isEmpty && plek.isVerplaatst ? "=" : $0 }
      return "\(plek.kop ?? "-") | \(rest[0]) | \(rest[1])"
    }
  }

  @Test(arguments: [
    ("een twee drie", "een vier drie", ["- | een [twee] drie | een [vier] drie"]),
    ("een", "een\n\ntwee", ["- |  | [twee]"]),
    ("een\n\ntwee", "twee", ["- | [een] | "]),
    ("", "een", ["- |  | [een]"]), ("een", "", ["- | [een] | "]), ("", "", []),
    ("een\ntwee", "een twee", []), ("een  twee\n\n\ndrie", "een twee\n\ndrie\n", []),
    ("een\n\ntwee\n\ndrie", "EEN\n\ntwee\n\nDRIE", ["- | [een] | [EEN]", "- | [drie] | [DRIE]"]),
    ("a b\n\nc d", "a x\n\nc y\n\nz", ["- | a [b] | a [x]", "- | c [d] | c [y]", "- |  | [z]"]),
    ("een\r\n\r\ntwee", "een\n\ntwee", []), ("een twee\n\ndrie", "een\n\ntwee drie", []),
    ("a de b", "x de y", ["- | [a de b] | [x de y]"]), ("de a", "de b", ["- | de [a] | de [b]"]),
    ("a een twee drie b", "x een twee drie y", ["- | [a] een twee drie [b] | [x] een twee drie [y]"]),
    ("a de\n\nb", "x de\n\ny", ["- | [a] de | [x] de", "- | [b] | [y]"]),
    ("een\n\ntwee", "een twee drie", ["- | een | een twee [drie]", "- | twee | ="]),
  ])
  func `What differs is told, and what does not is left out`(oud: String, nieuw: String, expected: [String]) throws {
    #expect(try plekken(oud, nieuw) == expected)
  }

  @Test(arguments: [
    ("# Regels", "Regels"), ("## 2. Wie", "2. Wie"), ("Artikel 3", "Artikel 3"),
    ("Artikel 3a. Wie", "Artikel 3a. Wie"), ("HOOFDSTUK IV Slot", "HOOFDSTUK IV Slot"),
    ("Bijlage 1: lijst", "Bijlage 1: lijst"),
    ("4. Wat we verwachten", "4. Wat we verwachten"), ("\n2.1 Wie", "2.1 Wie"),
  ])
  func `A place is named by the heading above it`(regel: String, kop: String) throws {
    #expect(try plekken("\(regel)\neen", "\(regel)\ntwee") == ["\(kop) | [een] | [twee]"])
  }

  @Test(arguments: [
    "Artikel drie zegt dit", "1. Dit is een zin.", "zin\n2. punt", "artikelen 3", "#", "#geen kop",
    "Artikel 3 " + String(repeating: "woord ", count: 40),
  ])
  func `A sentence is no heading`(regel: String) throws {
    #expect(try plekken("\(regel)\n\neen", "\(regel)\n\ntwee") == ["- | [een] | [twee]"])
  }

  @Test(arguments: ["- ", "* ", "1. ", "a. ", "3° ", "b) "])
  func `Each item of a list is a place of its own`(begin: String) throws {
    #expect(
      try plekken("\(begin)een\n\(begin)twee\n\(begin)drie", "\(begin)een\n\(begin)vier\n\(begin)drie")
        == ["- | \(begin)[twee] | \(begin)[vier]"])
  }

  @Test(arguments: [1, 2, UInt64.random(in: .min ... .max)])
  func `Whatever texts there are, what was and what became are found again in the places`(seed: UInt64) throws {
    print("seed of the text comparison test: \(seed)")
    var random = Toeval(seed)
    for _ in 0..<200 {
      let (oud, nieuw) = (Self.tekst(&random), Self.tekst(&random))
      let regels = [oud, nieuw].map { Tekstregels.alle($0) }
      let verschil = try #require(Tekstverschil(van: regels[0], naar: regels[1]))
      let was = verschil.plekken.flatMap(\.was)
      let werd = verschil.plekken.flatMap(\.werd)
      // Undoing what differs makes the old text of the new one, word for word.
      #expect(Self.geteld(oud, min: was) == Self.geteld(nieuw, min: werd), "\(oud)\n---\n\(nieuw)")
      let gebleven = [was, werd].map { stukken in
        stukken.filter { !$0.isAnders }.flatMap { $0.woorden.split(separator: " ") }
      }
      #expect(gebleven[0] == gebleven[1], "\(oud)\n---\n\(nieuw)")
      if verschil.plekken.isEmpty { #expect(Self.woorden(oud) == Self.woorden(nieuw), "\(oud)\n---\n\(nieuw)") }
      // A text beside itself has no places.
      #expect(Tekstverschil(van: regels[0], naar: regels[0])?.plekken.isEmpty == true)
    }
  }

  /// How often each word is outside the words that differ.
  private static func geteld(_ tekst: String, min stukken: [Tekstverschil.Stuk]) -> [Substring: Int] {
    var all = Dictionary(woorden(tekst).map { ($0, 1) }, uniquingKeysWith: +)
    for woord in stukken.filter(\.isAnders).flatMap({ $0.woorden.split(separator: " ") }) {
      all[woord, default: 0] -= 1
    }
    return all.filter { $0.value != 0 }
  }

  private static func woorden(_ tekst: String) -> [Substring] { tekst.split(whereSeparator: \.isWhitespace) }

  private static func tekst(_ random: inout Toeval) -> String {
    (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        ["een", "twee", "drie", "vier"].randomElement(using: &random) ?? ""
      }
      .joined(separator: " ")
    }.joined(separator: "\n\n")
  }

  @Test func `Two texts of which nothing is the same are left to the reader`() {
    let many = { (word: String) in (0..<1500).flatMap { ["\(word)\($0)", ""] } }
    #expect(Tekstverschil(van: many("a"), naar: many("b")) == nil)
    // So much text is compared where little of it differs.
    #expect(Tekstverschil(van: many("a"), naar: many("a") + ["slot"])?.plekken.count == 1)
  }
}
