import Governance
import RuleFiles
import Testing

/// What is read of a mapping, and what is told of it.
@Suite struct KaartTests {
  /// What reading gives, and every fault.
  private func lees<Value>(_ text: String, _ read: (Kaart) -> Value) throws -> (waarde: Value, fouten: [Fout]) {
    let report = Verslag()
    let node = try #require(Bestandstekst.knoop(Array(text.utf8), report, verwacht: Text("")))
    let map = try #require(Kaart(node, [], report))
    let value = read(map)
    map.klaar()
    return (value, report.inVolgorde)
  }

  @Test(arguments: [
    ("no", Fout.Soort.aanhalingstekens), ("2024-05-23", .aanhalingstekens), ("12:30", .aanhalingstekens),
    ("1e3", .aanhalingstekens), ("~", .aanhalingstekens), ("[a]", .verkeerdeVorm), ("\"\"", .verkeerdeVorm),
  ])
  func `a word that is not text for every reader of YAML is a fault at its place`(word: String, kind: Fout.Soort) throws
  {
    let read = try lees("a: \(word)\n") { $0.tekst("a") }
    #expect(read.fouten.map(\.soort) == [kind])
    #expect(read.fouten.first?.plaats == Plaats(regel: 1, kolom: 4))
  }

  @Test func `what was asked for is known, what nobody asked for is told, with what may have been meant`() throws {
    let read = try lees("bron: \"Awb 9:4\"\nbrn: x\n") { $0.bronnen() }
    #expect(read.waarde.map(\.text) == ["Awb 9:4"])
    #expect(read.fouten.map(\.text.nl) == ["onbekende sleutel «brn»; verwacht: bedoelt u «bron»?"])
  }

  @Test(arguments: ["zie boven", "C-03", "004:9-3", "000:0"])
  func `a source that is none is told where it stands in the list`(source: String) throws {
    let read = try lees("bron:\n  - \"000:258-261\"\n  - \"\(source)\"\n") { $0.bronnen() }
    #expect(read.waarde == [.bestand(nummer: "000", regels: 258...261, artikel: nil)])
    #expect(read.fouten.map(\.soort) == [.geenBron])
    #expect(read.fouten.first?.plaats == Plaats(regel: 3, kolom: 5))
  }

  @Test func `a key that stands twice is told with the place of the first, and the rest is read`() throws {
    let read = try lees("a: x\na: y\nb: 08\n") { ($0.tekst("a"), $0.getal("b", 1...9)) }
    #expect(read.waarde.0 == "x" && read.waarde.1 == nil)
    #expect(read.fouten.map(\.soort) == [.dubbeleSleutel, .geenGetal])
    #expect(read.fouten.first?.gevonden.nl == "«a» voor de tweede keer, eerder op 1:1")
  }
}
