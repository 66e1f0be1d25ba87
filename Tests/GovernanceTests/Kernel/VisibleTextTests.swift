import Foundation
import Ledger
import Testing

@testable import Governance

/// B07, B02, B14: what may be in a text, and which texts are one to a person.
@Suite struct VisibleTextTests {
  static let invisible = [
    "", " ", "\t\n", "\u{AD}\u{AD}", "\u{200D}", "\u{3164}", "\u{115F}\u{1160}", "\u{2800}", "\u{A0}\u{AD}\u{A0}",
    "\u{FE0F}", "\u{34F}", "\u{301}", "\u{2060}\u{FEFF}", "\u{E0020}",
  ]

  @Test(arguments: invisible)
  func `B07: a text in which there is nothing to see is empty`(text: String) {
    #expect(!text.hasVisibleText)
    #expect(FieldShape.text(most: 200).problem(.string(text))?.nl.hasPrefix("de tekst is leeg") == true)
    #expect(FieldShape.prose(most: 200).problem(.string(text))?.nl.hasPrefix("de tekst is leeg") == true)
  }

  @Test(arguments: [
    "a", "é", "e\u{301}", "主任", "🎈", "👩\u{200D}⚕\u{FE0F}", "5", "–", "Be\u{AD}dacht", "می\u{200D}خواهم",
  ])
  func `What can be seen is a text`(text: String) {
    #expect(text.hasVisibleText)
    #expect(FieldShape.text(most: 200).problem(.string(text)) == nil)
  }

  @Test(arguments: [
    ("Piet Be\u{AD}dacht", "Piet Bedacht"), ("Stichting Café", "stichting cafe\u{301}"),
    ("Stichting  Café", "Stichting\u{A0}Café"), ("Ĳsclub", "IJsclub"), ("ﬁets", "fiets"), ("Ａｂｃ", "abc"),
    ("a\u{200D}b", "ab"), (" Griffier\u{2003}", "griffier"), ("regel\r\ntwee", "regel twee"), ("Å", "A\u{30A}"),
  ])
  func `B07, B08: texts that look the same are one`(left: String, right: String) {
    #expect(left.comparisonKey == right.comparisonKey)
  }

  @Test(arguments: [
    ("Cafe", "Café"), ("m²", "m2"), ("½", "1/2"), ("C++", "C#"), ("Jansen", "Janssen"), ("ab", "a b"), ("Ø", "O"),
    ("а", "a"),
  ])
  func `Texts that differ to the eye, or by alphabet, stay two`(left: String, right: String) {
    #expect(left.comparisonKey != right.comparisonKey)
  }

  @Test(arguments: [1, 2, 3, UInt64.random(in: .min ... .max)])
  func `B07: what nobody sees makes no difference, wherever it stands`(seed: UInt64) {
    print("seed of the comparison key test: \(seed)")
    var random = SeededGenerator(state: seed)
    let letters = Array("abzABZéèÉïçñåØßĲ主ي059&-.")
    let unseen: [Unicode.Scalar] = ["\u{AD}", "\u{200D}", "\u{200C}", "\u{2060}", "\u{FE0F}", "\u{34F}"]
    for _ in 0..<500 {
      let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        String((0..<Int.random(in: 1...6, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
      }
      let plain = words.joined(separator: " ")
      var other = String.UnicodeScalarView()
      for scalar in words.joined(separator: "\u{A0} ").decomposedStringWithCanonicalMapping.unicodeScalars {
        other.append(scalar)
        // Not before a mark that goes with the letter: that one would be seen elsewhere.
        if Bool.random(using: &random), let hidden = unseen.randomElement(using: &random) { other.append(hidden) }
      }
      let typed = Bool.random(using: &random) ? String(other) : String(other).lowercased()
      #expect(typed.comparisonKey == plain.comparisonKey, "seed \(seed): \(plain)")
      #expect(plain.comparisonKey.comparisonKey == plain.comparisonKey, "seed \(seed): \(plain)")
      #expect(typed.hasVisibleText, "seed \(seed): \(plain)")
    }
  }

  @Test func `B02: the sign for what could not be read is refused in a new text, and read where it stands`() {
    let shape = FieldShape.text(most: 200)
    #expect(shape.problem("Co\u{FFFD}rdinator")?.nl.contains("U+FFFD") == true)
    #expect(shape.canRead("Co\u{FFFD}rdinator") && shape.canRead("\u{AD}"))
    #expect(!shape.canRead("a\u{202E}b") && !shape.canRead(" ") && !shape.canRead("a\tb"))
    #expect(FieldShape.list(shape, most: 2).problem(["a", "\u{FFFD}"]) != nil)
    #expect(FieldShape.record([.init("a", shape)]).problem(["a": "\u{AD}"]) != nil)
  }

  @Test(arguments: [
    ("a\tb", "een tab (U+0009)", 2), ("ab\u{B}", "een regeleinde (U+000B)", 3),
    ("\u{7}a", "een besturingsteken (U+0007)", 1),
    ("a\u{200B}b", "een onzichtbare spatie (U+200B)", 2), ("a\u{202E}b", "een richtingsteken (U+202E)", 2),
    ("\u{F0B7} a", "een teken dat alleen in één lettertype bestaat (U+F0B7)", 1),
    ("a\u{2028}", "een regeleinde (U+2028)", 2),
  ])
  func `B14: a character that may not be there is named as people call it, with its place`(
    text: String, name: String, place: Int
  ) {
    let problem = FieldShape.text(most: 20).problem(.string(text))
    #expect(problem?.nl.contains("op plaats \(place) \(name)") == true, "\(String(describing: problem))")
  }

  @Test(arguments: [
    ("Gemeentesecretaris / algemeen directeur", "gemeentesecretaris-algemeen-directeur"),
    ("Directeur Ĳsselmeergebied", "directeur-ijsselmeergebied"), ("Straße", "strasse"), ("Øst & Łódź", "ost-lodz"),
    ("Æra", "aera"), ("Griffiër", "griffier"), ("e\u{301}e\u{301}n", "een"), ("Be\u{AD}dacht", "bedacht"),
    ("主任", "zhu-ren"),
    ("C++", "c"), ("🎈", ""), ("--a--", "a"),
  ])
  func `B14: no letter of a name is lost in an address`(name: String, slug: String) {
    #expect(name.slug == slug)
  }

  static let inOrder = [
    "Æra", "Club A", "Eland", "Élan Zorg", "elan zorg b", "IJsclub", "Ĳsclub Zuid", "Iets", "Jansen", "Øst",
    "Stichting Äpfel",
    "stichting b", "Zorggroep",
  ]

  @Test func `B08: names stand in Dutch order, with letters with marks among those without`() {
    let sorted = ["Zorggroep", "élan", "Eland", "elf", "Ĳsclub", "IJsbaan", "iets", "Álvarez", "azijn"]
      .sorted(by: DutchOrder.precedes)
    #expect(sorted == ["Álvarez", "azijn", "élan", "Eland", "elf", "iets", "IJsbaan", "Ĳsclub", "Zorggroep"])
  }

  @Test(arguments: [1, 2, UInt64.random(in: .min ... .max)])
  func `B08: the order is one order, however the list came`(seed: UInt64) {
    print("seed of the order test: \(seed)")
    var random = SeededGenerator(state: seed)
    let sorted = Self.inOrder.sorted(by: DutchOrder.precedes)
    for _ in 0..<20 {
      #expect(Self.inOrder.shuffled(using: &random).sorted(by: DutchOrder.precedes) == sorted, "seed \(seed)")
    }
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect(DutchOrder.precedes(left, right) && !DutchOrder.precedes(right, left))
    }
    // Two spellings of one name are not equal: one of them always comes first.
    #expect(DutchOrder.precedes("Cafe\u{301}", "Caf\u{E9}") != DutchOrder.precedes("Caf\u{E9}", "Cafe\u{301}"))
  }
}
