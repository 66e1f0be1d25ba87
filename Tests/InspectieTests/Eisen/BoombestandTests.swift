import Foundation
import Governance
import Organisatie
import RuleFiles
import Testing

@testable import Beleid
@testable import Inspectie
@testable import Instemming
@testable import Vertrouwenspersonen

/// Files of these tests, and the events that a tree may name.
enum Proefboom {
  static let catalog = Catalog([
    OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), VertrouwenspersonenPlugin(), InspectiePlugin(),
  ])

  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Bestanden"))
    return [UInt8](try Data(contentsOf: url))
  }

  static func gelezen(_ text: String) -> GelezenBoom {
    GelezenBoom(Array(text.utf8), catalog, naast: MeegeleverdeBomen.alle)
  }
}

/// The trees that come with the program: they are in order, and say of each demand what the sources say.
struct BoombestandTests {
  @Test(arguments: MeegeleverdeBomen.bestanden.map(\.id))
  func `a file of the program has no fault`(_ id: String) throws {
    let bytes = try #require(MeegeleverdeBomen.bytes(id))
    let gelezen = GelezenBoom(bytes, Proefboom.catalog, naast: MeegeleverdeBomen.alle)
    #expect(gelezen.fouten.map { "\($0.plaats) \($0.soort): \($0.text.nl)" } == [])
    #expect(gelezen.boom == MeegeleverdeBomen.alle.first { $0.id == id })
  }

  @Test func `every demand of the letter and the norm is there, in order, with its sources and its events`() throws {
    let lines = String(decoding: try Proefboom.bytes("eisen.txt"), as: UTF8.self).split(separator: "\n")
    let all = MeegeleverdeBomen.alle.flatMap(\.eisen)
    #expect(lines.count == 158)
    #expect(all.map(\.id) == lines.map { String($0.prefix { $0 != " " }) })
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      let eis = try #require(all.first { $0.id == parts[0] })
      #expect(eis.bronnen.map(\.text) == parts[1].split(separator: ",").map(String.init), "\(eis.id)")
      let named = Set(eis.bewijs.flatMap(\.door) + eis.registratie + eis.zaakstappen)
      let expected = parts[2] == "-" ? [] : parts[2].split(separator: ",").map(String.init)
      #expect(Set(expected).subtracting(named) == [], "\(eis.id)")
    }
  }

  @Test func `the demands of the letter name those of the norm that ask something alike`() throws {
    let bomen = Eisenbomen.meegeleverd
    let owner = try #require(bomen.eis("AI-1.16")?.eis)
    #expect(owner.verwant == ["AC-3.1.d", "AC-3.1.q", "AC-3.1.r", "AC-3.1.s", "AC-3.1.t"])
    let training = try #require(bomen.eis("AC-7.1.j")?.eis)
    #expect(bomen.verwant(training) == ["AI-2.9", "AI-2.10", "AI-2.11", "AI-2.15", "AI-2.16"])
  }

  @Test func `of a case itself nothing proves a demand`() throws {
    for eis in MeegeleverdeBomen.alle.flatMap(\.eisen) where !eis.zaakstappen.isEmpty {
      #expect(Set(eis.bewijs.flatMap(\.door)).isDisjoint(with: eis.zaakstappen), "\(eis.id)")
    }
  }

  @Test func `a tree of another municipality is read from its file alone`() throws {
    let gelezen = GelezenBoom(try Proefboom.bytes("eigen.yaml"), Proefboom.catalog, naast: MeegeleverdeBomen.alle)
    #expect(gelezen.fouten.map { "\($0.plaats) \($0.text.nl)" } == [])
    #expect(gelezen.boom?.eisen.map(\.id) == ["ZW-1", "ZW-2", "ZW-3", "ZW-4"])
  }
}

/// A file with one thing changed: the fault it should give, where the mark `⟦` stands in the new text, or else at the
/// beginning of a line.
struct Boomfout: Sendable, CustomTestStringConvertible {
  let wat: String
  let soort: Fout.Soort
  let van: String
  let naar: String
  var lijn: String?

  init(_ wat: String, _ soort: Fout.Soort, _ van: String, _ naar: String, op lijn: String? = nil) {
    (self.wat, self.soort, self.van, self.naar, self.lijn) = (wat, soort, van, naar, lijn)
  }

  var testDescription: String { wat }

  static let alle: [Boomfout] = [
    Boomfout("a demand twice", .dubbeleSleutel, "  ZW-2:\n", "  ⟦ZW-1:\n"),
    Boomfout(
      "a demand of another tree", .geenNaam, "  ZW-2:\n", "  ⟦AI-1.1:\n"),
    Boomfout(
      "a demand without a source", .zonderBron, "    bron: \"Arbobesluit art. 2.15 lid 2\"\n", "", op: "  ZW-1:"),
    Boomfout(
      "a source that is none", .geenBron, "bron: \"Arbobesluit art. 2.15 lid 2\"", "bron: ⟦\"zie de brief\""),
    Boomfout("an event that does not exist", .onbekendeGebeurtenis, "[TrainingGevolgd]", "[⟦TrainingGegeven]"),
    Boomfout("a registered event that does not exist", .onbekendeGebeurtenis, "[HerinspectieUitgevoerd]", "[⟦Terug]"),
    Boomfout(
      "a field that the event does not have", .onbekendVeld, "{ doelgroep: leidinggevenden }",
      "{ groep: ⟦leidinggevenden }"),
    Boomfout(
      "a field that must be there and does not exist", .onbekendVeld, "door: [OnderzoekUitgevoerd]",
      "door: [OnderzoekUitgevoerd], met: [⟦cijfers]"),
    Boomfout(
      "a field that is sealed", .onbekendVeld, "door: [OnderzoekUitgevoerd]",
      "door: [OnderzoekUitgevoerd], met: [⟦stukDocument]"),
    Boomfout(
      "a value that the field cannot have", .onbekendeWaarde, "{ doelgroep: leidinggevenden }",
      "{ doelgroep: ⟦bazen }"),
    Boomfout("a condition that does not exist", .onbekendeWaarde, "voorwaarden: [dekking]", "voorwaarden: [⟦volledig]"),
    Boomfout(
      "a headcount of events that count nobody", .onbekendVeld, "door: [OnderzoekUitgevoerd]",
      "door: [OnderzoekUitgevoerd], voorwaarden: [⟦dekking]"),
    Boomfout("an element that does not exist", .onbekendElement, "{ element: W-1 }", "{ element: ⟦W-2 }"),
    Boomfout(
      "nothing that proves it", .geenBewijs,
      "    bewijs:\n      - { wat: het onderzoek, door: [OnderzoekUitgevoerd] }\n", "", op: "  ZW-2:"),
    Boomfout("related to nothing", .onbekendeEis, "verwant: [AI-2.9]", "verwant: [⟦AI-2.99]"),
    Boomfout(
      "a judgement that claims to be a matter of record", .oordeelAlsVastlegging,
      "    aard: oordeel\n    maatstaf: [deugdelijk, volledig]",
      "    aard: ⟦vastlegging\n    maatstaf: [deugdelijk, volledig]"),
    Boomfout(
      "a part that does not exist", .onbekendDeel, "deel: werkdruk\n    woorden: het", "deel: ⟦druk\n    woorden: het"),
    Boomfout(
      "evidence of which nothing says that it serves the demand", .nietGericht, "door: [OnderzoekUitgevoerd]",
      "door: [⟦RegelingVastgesteld]"),
    Boomfout(
      "a kind of rule that does not exist", .onbekendeWaarde, "door: [OnderzoekUitgevoerd]",
      "door: [RegelingVastgesteld], regeling: { soort: [⟦code] }"),
    Boomfout("a bare date", .aanhalingstekens, "versie: \"2027-01\"", "versie: ⟦2027-01-01"),
    Boomfout("a bare no", .aanhalingstekens, "plaats: slot", "plaats: ⟦no"),
    Boomfout("an unknown key", .onbekendeSleutel, "    plaats: slot\n", "    plaats: slot\n    ⟦palats: slot\n"),
    Boomfout("an anchor", .anker, "plaats: slot", "plaats: ⟦&x slot"),
    Boomfout("a missing measure", .ontbreekt, "    maatstaf: inhoud\n", "", op: "    soort: norm"),
  ]

  func maak() throws -> (bytes: [UInt8], plaats: Plaats) {
    let base = String(decoding: try Proefboom.bytes("eigen.yaml"), as: UTF8.self)
    let range = try #require(base.firstRange(of: van), "\(wat): nothing to change")
    var marked = base
    marked.replaceSubrange(range, with: naar)
    if let lijn {
      let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
      let index = try #require(lines.firstIndex { $0.hasPrefix(lijn) })
      return (Array(marked.utf8), Plaats(regel: index + 1, kolom: lijn.prefix { $0 == " " }.count + 1))
    }
    let mark = try #require(marked.firstIndex(of: "⟦"), "\(wat): no mark")
    let before = marked[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    return (
      Array(marked.filter { $0 != "⟦" }.utf8), Plaats(regel: before.count, kolom: (before.last?.count ?? 0) + 1)
    )
  }
}

struct BoomfoutTests {
  @Test(arguments: Boomfout.alle)
  func `a fault is named by line and column`(_ change: Boomfout) throws {
    let (bytes, place) = try change.maak()
    let gelezen = GelezenBoom(bytes, Proefboom.catalog, naast: MeegeleverdeBomen.alle)
    let found = gelezen.fouten.map { "\($0.plaats) \($0.soort): \($0.text.nl)" }
    #expect(
      gelezen.fouten.contains { $0.plaats == place && $0.soort == change.soort }, "\(place) \(change.soort) in \(found)"
    )
    #expect(gelezen.boom == nil)
  }

  @Test func `every fault is told at once, in the order of the file`() throws {
    let base = String(decoding: try Proefboom.bytes("eigen.yaml"), as: UTF8.self)
    let text = base.replacing("TrainingGevolgd", with: "Training").replacing("AI-2.9", with: "AI-9.9")
      .replacing("element: W-1", with: "element: W-9").replacing("soort: norm", with: "soort: norn")
    let found = Proefboom.gelezen(text).fouten
    #expect(
      Set(found.map(\.soort)).isSuperset(of: [
        .onbekendeGebeurtenis, .onbekendeEis, .onbekendElement, .onbekendeWaarde,
      ]))
    #expect(found.map(\.plaats) == found.map(\.plaats).sorted())
  }
}
