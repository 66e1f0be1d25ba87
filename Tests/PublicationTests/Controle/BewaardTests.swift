import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

/// What a reader hears who comes back on a later day with a checkpoint or a receipt.
@Suite(.enabled(if: ControleBrowser.isExpected, ControleBrowser.reason))
struct BewaardTests {
  typealias Case = BewaardBrowser.Case

  /// A case, and what the page has to say of it.
  struct Expected: Sendable, CustomTestStringConvertible {
    let name: String
    let outcome: String
    let words: [String]
    var testDescription: String { name }

    init(_ name: String, _ outcome: String, _ words: String...) {
      self.name = name
      self.outcome = outcome
      self.words = words
    }
  }

  static let expected = [
    Expected("today", "klopt", "gaat verder op wat u bewaarde", "kwamen 0 gebeurtenissen bij"),
    Expected("yesterday", "klopt", "kwam 1 gebeurtenis bij"),
    Expected("early", "klopt", "niets van veranderd of weggehaald", "gebeurtenissen bij"),
    Expected("a full tile", "klopt", "gaat verder op wat u bewaarde"),
    Expected("with other line ends", "klopt", "gaat verder op wat u bewaarde"),
    Expected("chosen", "klopt", "gaat verder op wat u bewaarde"),
    Expected("dropped", "klopt", "gaat verder op wat u bewaarde"),
    Expected("by keyboard", "klopt", "gaat verder op wat u bewaarde"),
    Expected("of another ledger", "kan-niet", "van een ander grootboek", "elders.example"),
    Expected("of a later day", "kan-niet", "van een latere dag"),
    Expected("by another key", "klopt-niet", "niet door dit grootboek gemaakt"),
    Expected("altered in line 1", "kan-niet", "van een ander grootboek"),
    Expected("altered in line 2", "klopt-niet", "is veranderd", "de ondertekening klopt niet"),
    Expected("altered in line 3", "klopt-niet", "is veranderd", "de ondertekening klopt niet"),
    Expected("altered in line 4", "kan-niet", "geen controlepunt en geen bewijs"),
    Expected("altered in line 5", "klopt-niet", "is veranderd"),
    Expected("nothing", "kan-niet", "geen controlepunt en geen bewijs"),
    Expected("something else", "kan-niet", "geen controlepunt en geen bewijs"),
    Expected("far too large", "kan-niet", "te groot"),
    Expected("a fork of today", "klopt-niet", "Nee: het is van dezelfde stand", "ziet hetzelfde"),
    Expected("a fork of before", "klopt-niet", "Nee: het register van vandaag gaat niet verder", "Bewaar wat u hebt"),
    Expected("a tile altered", "kan-niet", "De site is beschadigd: de tegel tile/0/000 hoort niet"),
    Expected("a tile missing", "kan-niet", "De site is beschadigd: de tegel tile/0/000 ontbreekt"),
    Expected("a tile cut short", "kan-niet", "De site is beschadigd: de tegel tile/0/000 telt 64 bytes"),
    Expected("the last tile altered", "kan-niet", "De site is beschadigd", "tile/0/001.p/", "tile/1/000.p/1"),
    Expected("the site's checkpoint altered", "kan-niet", "De site zelf klopt niet"),
    Expected("a receipt", "klopt", "gaat verder", "Op plaats 9 staat nog dezelfde gebeurtenis", "geef er"),
    Expected("a receipt with its event", "klopt", "gaat verder", "staat zo op plaats", "Wie haar ondertekende"),
    Expected("a receipt with its event, chosen", "klopt", "staat zo op plaats"),
    Expected("a receipt with another event", "klopt-niet", "horen niet bij elkaar"),
    Expected("a receipt with an altered value", "klopt-niet", "niet de waarde die is ondertekend"),
    Expected("a receipt with another place", "klopt-niet", "Het bewijs klopt niet"),
    Expected("a receipt with another hash", "klopt-niet", "Het bewijs klopt niet"),
    Expected("a receipt with a line less", "klopt-niet", "te kort"),
    Expected("a receipt without a place", "klopt-niet", "veranderd of niet volledig"),
    Expected("a receipt with another checkpoint", "klopt-niet", "is veranderd"),
    Expected("an event without a receipt", "kan-niet", "geen controlepunt en geen bewijs"),
  ]

  @Test(arguments: expected)
  func `The page says what is so, and in which words`(expected: Expected) throws {
    let says = try #require(try Self.answers.get()[expected.name])
    #expect(says.outcome == expected.outcome, "\(says.sentence)")
    for words in expected.words { #expect(says.sentence.contains(words), "\(says.sentence)") }
    #expect(says.axe.isEmpty && says.wide.isEmpty, "\(says.axe) \(says.wide)")
  }

  @Test func `The values of a signed text that was kept are shown`() throws {
    let says = try #require(try Self.answers.get()["a receipt with its event"])
    #expect(says.more.contains { $0.hasPrefix("werkzaamheid: Bestuurslid “De Zaagmölen” & co <3>") }, "\(says.more)")
  }

  @Test func `Of all tiles the page fetches the few that it needs, and none when the sizes are equal`() throws {
    let answers = try Self.answers.get()
    #expect(answers["today"]?.asked.isEmpty == true)
    let asked = try #require(answers["early"]).asked
    #expect(asked.count == 3, "\(asked)")
    #expect(asked.contains { $0.hasSuffix("controle/tile/0/000") })
  }

  /// History rewritten by an insider who has every key: the list, its proofs, the tiles and today's checkpoint agree with
  /// each other, and the whole site passes; what a reader kept does not.
  @Test func `A log that was rewritten and signed again does not continue what a reader kept`() throws {
    let kept = try Self.world.get()
    let (site, position) = try kept.rewritten()
    #expect(try ControleBrowser.check(site, only: "nothing").first?.outcome == "klopt")
    let after = position + 2
    let honest = try kept.bytes("controle/tile/0/000")
    let answers = try BewaardBrowser.answers(
      site,
      [
        Case(name: "before", text: try kept.note(position)),
        Case(name: "after", text: try kept.note(after)),
        Case(name: "today", text: try kept.note(kept.size)),
        Case(name: "receipt", text: try kept.receipt(position, under: after)),
        // A tile that fits only what was kept must not do.
        Case(name: "with the old tile", text: try kept.note(after), put: [("controle/tile/0/000", honest)]),
      ])
    #expect(answers["before"]?.sentence.hasPrefix("Ja") == true, "\(answers)")
    #expect(answers["after"]?.outcome == "klopt-niet")
    #expect(answers["after"]?.sentence.hasPrefix("Nee: het register van vandaag gaat niet verder") == true)
    #expect(answers["today"]?.sentence.hasPrefix("Nee: het is van dezelfde stand") == true)
    #expect(answers["receipt"]?.sentence.hasPrefix("Nee") == true)
    #expect(answers["with the old tile"]?.outcome == "kan-niet")
    #expect(answers["with the old tile"]?.sentence.contains("de tegel tile/0/000 hoort niet") == true)
  }

  private static let world: Result<BewaardWorld, any Error> = Result { try BewaardWorld() }

  private static let answers: Result<[String: BewaardBrowser.Saying], any Error> = Result {
    let kept = try world.get()
    return try BewaardBrowser.answers(kept.site, try checkpoints(kept) + receipts(kept))
  }

  private static func checkpoints(_ kept: BewaardWorld) throws -> [Case] {
    let early = try kept.note(40)
    let random = kept.world.boek.random
    func altered(_ line: Int, _ change: (String) -> String) -> String {
      var lines = early.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines[line - 1] = change(lines[line - 1])
      return lines.joined(separator: "\n")
    }
    func flipped(_ text: String, _ place: Int) -> String {
      var scalars = Array(text)
      scalars[place] = scalars[place] == "A" ? "B" : "A"
      return String(scalars)
    }
    return [
      Case(name: "today", text: try kept.note(kept.size)),
      Case(name: "yesterday", text: try kept.note(kept.size - 1)),
      Case(name: "early", text: early),
      Case(name: "a full tile", text: try kept.note(256)),
      Case(name: "with other line ends", text: "\r\n" + early.replacing("\n", with: "\r\n") + "  "),
      Case(name: "chosen", files: [("kept.txt", Array(early.utf8))]),
      Case(name: "dropped", files: [("kept.txt", Array(early.utf8))], how: "drop"),
      Case(name: "by keyboard", text: early, how: "keys"),
      Case(
        name: "of another ledger",
        text: try kept.forged(
          40, origin: "elders.example", by: try NoteSigner(name: "elders.example", key: .generate(random)))),
      Case(name: "of a later day", text: try kept.forged(kept.size + 5)),
      Case(
        name: "by another key",
        text: try kept.forged(40, by: try NoteSigner(name: kept.world.boek.origin, key: .generate(random)))),
      Case(name: "altered in line 1", text: altered(1) { $0 + "x" }),
      Case(name: "altered in line 2", text: altered(2) { _ in "41" }),
      Case(name: "altered in line 3", text: altered(3) { flipped($0, 5) }),
      Case(name: "altered in line 4", text: altered(4) { _ in "x" }),
      Case(name: "altered in line 5", text: altered(5) { flipped($0, $0.count - 20) }),
      Case(name: "nothing", text: ""),
      Case(name: "something else", text: "hallo\n\ndaar <script>window.ran = true</script>"),
      Case(name: "far too large", files: [("groot.txt", [UInt8](repeating: 0x61, count: 10_000_000))]),
      Case(name: "a fork of today", text: try kept.forged(kept.size)),
      Case(name: "a fork of before", text: try kept.forged(40)),
      Case(name: "a tile altered", text: early, flip: ["controle/tile/0/000"]),
      Case(name: "a tile missing", text: early, gone: ["controle/tile/0/000"]),
      Case(name: "a tile cut short", text: early, put: [("controle/tile/0/000", [UInt8](repeating: 7, count: 64))]),
      Case(name: "the last tile altered", text: early, flip: ["controle/tile/0/001.p/\(kept.size - 256)"]),
      Case(name: "the site's checkpoint altered", text: early, flip: ["controle/checkpoint"]),
    ]
  }

  private static func receipts(_ kept: BewaardWorld) throws -> [Case] {
    let position = kept.world.opgaven[2].position
    let receipt = try kept.receipt(position, under: 40)
    let event = try kept.presentation(2)
    func altered(_ change: (inout [String]) -> Void) -> String {
      var lines = receipt.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      change(&lines)
      return lines.joined(separator: "\n")
    }
    let hash = SHA256.hash("anders").base64
    return [
      Case(name: "a receipt", text: try kept.receipt(9, under: 40)),
      Case(name: "a receipt with its event", text: receipt + event),
      Case(
        name: "a receipt with its event, chosen",
        files: [("x.tlog-proof", Array(receipt.utf8)), ("x.sd-jwt", Array(event.utf8))]),
      Case(name: "a receipt with another event", text: receipt + (try kept.presentation(3))),
      Case(
        name: "a receipt with an altered value",
        text: receipt + event.split(separator: "~", maxSplits: 1)[0] + "~WyJhIiwgIndlcmt6YWFtaGVpZCIsICJ4Il0~"),
      Case(name: "a receipt with another place", text: altered { $0[1] = "index \(position + 1)" }),
      Case(name: "a receipt with another hash", text: altered { $0[2] = hash }),
      Case(name: "a receipt with a line less", text: altered { $0.remove(at: 3) }),
      Case(name: "a receipt without a place", text: altered { $0.remove(at: 1) }),
      Case(name: "a receipt with another checkpoint", text: altered { $0[$0.firstIndex(of: "40") ?? 0] = "41" }),
      Case(name: "an event without a receipt", text: event),
    ]
  }
}
