import Governance
import RuleFiles
import Testing

@testable import Zaken

/// A procedure file with one thing changed: the fault it should give, at the place of the mark `⟦` in the new text.
struct Wijziging: Sendable, CustomTestStringConvertible {
  let wat: String
  let soort: Fout.Soort
  let van: String
  let naar: String

  init(_ wat: String, _ soort: Fout.Soort, _ van: String, _ naar: String) {
    (self.wat, self.soort, self.van, self.naar) = (wat, soort, van, naar)
  }

  var testDescription: String { wat }

  /// The changed file, and the place where the fault is.
  func maak() throws -> (bytes: [UInt8], plaats: Plaats) {
    let base = String(decoding: try Proefprocedure.bytes("klaagschrift"), as: UTF8.self)
    let range = try #require(base.firstRange(of: van), "\(wat): nothing to change")
    var marked = base
    marked.replaceSubrange(range, with: naar)
    if let lijn {
      let lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
      let index = try #require(lines.firstIndex { $0.hasPrefix(lijn) })
      return (Array(marked.utf8), Plaats(regel: index + 1, kolom: kolom ?? lijn.prefix { $0 == " " }.count + 1))
    }
    let mark = try #require(marked.firstIndex(of: "⟦"), "\(wat): no mark")
    let before = marked[..<mark].split(separator: "\n", omittingEmptySubsequences: false)
    let text = marked.filter { $0 != "⟦" }
    return (Array(text.utf8), Plaats(regel: before.count, kolom: (before.last?.count ?? 0) + 1))
  }

  static let alle: [Wijziging] = vorm + inhoud
  static let vorm: [Wijziging] = [
    Wijziging("an unknown key", .onbekendeSleutel, "titel: Klacht", "⟦titl: x\ntitel: Klacht"),
    Wijziging("a truth value where ja or nee is expected", .geenJaNee, "vertrouwelijk: nee", "vertrouwelijk: ⟦no"),
    Wijziging("a bare no", .aanhalingstekens, "titel: Klacht van een burger", "titel: ⟦no"),
    Wijziging("a bare date", .aanhalingstekens, "versie: \"proef\"", "versie: ⟦2024-05-23"),
    Wijziging("a bare number", .aanhalingstekens, "versie: \"proef\"", "versie: ⟦2.0"),
    Wijziging("a number of sixty", .aanhalingstekens, "versie: \"proef\"", "versie: ⟦12:30"),
    Wijziging(
      "a key that is a truth value", .aanhalingstekens, "  ontvangen: { begin",
      "  ⟦no: { betekenis: x }\n  ontvangen: { begin"),
    Wijziging("an octal", .geenGetal, "    rang: 1\n", "    rang: ⟦08\n"),
    Wijziging("a number out of range", .geenGetal, "    rang: 1\n", "    rang: ⟦21\n"),
    Wijziging("a length without a unit", .geenLengte, "lengte: 6 weken", "lengte: ⟦6"),
    Wijziging("a length that is octal", .geenLengte, "lengte: 6 weken", "lengte: ⟦08 weken"),
    Wijziging("a length of nothing", .geenLengte, "lengte: 6 weken", "lengte: ⟦0 dagen"),
    Wijziging("a length that nobody means", .geenLengte, "lengte: 6 weken", "lengte: ⟦100000 weken"),
    Wijziging("a source that is none", .geenBron, "bron: \"Awb 9:4\" }\n  orgaan", "bron: ⟦\"zie boven\" }\n  orgaan"),
    Wijziging("a code that does not exist", .onbekendeWaarde, "soort: partij", "soort: ⟦partei"),
    Wijziging(
      "a mark for a code that does not exist", .onbekendeWaarde, "waarden: [met, zonder],",
      "waarden: [met, zonder], merkt: ⟦[misschien],"),
    Wijziging("a list where text is expected", .verkeerdeVorm, "titel: Klacht van een burger", "titel: ⟦[a, b]"),
    Wijziging(
      "text where a mapping is expected", .verkeerdeVorm,
      "  klager: { soort: partij, betekenis: wie klaagt, bron: \"Awb 9:4\" }", "  klager: ⟦iemand"),
    Wijziging("a tag", .label, "titel: Klacht", "titel: ⟦!!binary Klacht"),
    Wijziging(
      "a missing key", .ontbreekt, "  ontvangen: { begin: ja, betekenis: het klaagschrift is ontvangen }",
      "  ontvangen: ⟦{ begin: ja }"),
    Wijziging(
      "two lengths", .verkeerdeVorm, "  K-1:\n    naam: afhandelen\n    lengte: 6 weken",
      "  K-1:\n    ⟦naam: afhandelen\n    tot: KlaagschriftOntvangen\n    lengte: 6 weken"),
    Wijziging(
      "a name with a dot", .geenNaam, "  KlachtAfgehandeld:\n",
      "  ⟦Klacht.Op: { betekenis: x, van: open, door: [orgaan], bron: \"Awb 9:1\" }\n  KlachtAfgehandeld:\n"),
  ]
  static let inhoud: [Wijziging] = [
    Wijziging(
      "a state that cannot be reached", .onbereikbaar, "  afgehandeld: { eind",
      "  ⟦zwevend: { betekenis: los }\n  afgehandeld: { eind"),
    Wijziging(
      "a state without a way out", .geenUitweg,
      "  ontvangen: { begin: ja, betekenis: het klaagschrift is ontvangen }\n  afgehandeld: { eind: ja,",
      "  ⟦ontvangen: { begin: ja, betekenis: het klaagschrift is ontvangen }\n  afgehandeld: {"),
    Wijziging(
      "a step from an unknown state", .onbekendeToestand,
      "van: [ontvangen]\n    door: [orgaan]\n    bron: \"Awb 9:11 lid 2\"",
      "van: [⟦ontvang]\n    door: [orgaan]\n    bron: \"Awb 9:11 lid 2\""),
    Wijziging("a step to an unknown state", .onbekendeToestand, "naar: afgehandeld", "naar: ⟦afgehandled"),
    Wijziging("a step of someone unknown", .onbekendeDeelnemer, "door: [klager]", "door: [⟦klaagster]"),
    Wijziging(
      "a step that nobody can sign", .niemandTekent,
      "  KlachtAfgehandeld:\n    betekenis: de bevindingen zijn meegedeeld\n    van: [ontvangen]\n    naar: afgehandeld\n    door: [orgaan]",
      "  ⟦KlachtAfgehandeld:\n    betekenis: de bevindingen zijn meegedeeld\n    van: [ontvangen]\n    naar: afgehandeld\n    door: [klager]"
    ),
    Wijziging("a role that does not exist", .onbekendeRol, "rollen: [college]", "rollen: [⟦colege]"),
    Wijziging(
      "a step without a source", .zonderBron, "    door: [orgaan]\n    bron: \"Awb 9:12\"", "    door: [orgaan]"
    ).op("  KlachtAfgehandeld:"),
    Wijziging(
      "a field without visibility", .zonderZichtbaarheid, "verplicht: ja, zichtbaar: [orgaan] }", "verplicht: ja }"
    ).op("      commissie:"),
    Wijziging(
      "a required field that the signer may not see", .tekenaarZietNiet, "verplicht: ja, zichtbaar: [orgaan] }",
      "verplicht: ja, zichtbaar: ⟦[klager] }"),
    Wijziging(
      "a field for whom another field says, which is not there", .onbekendVeld,
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager] }",
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager], alleenVoor: [⟦wie] }"
    ),
    Wijziging(
      "a field for whom a field says that names nobody", .onbekendVeld,
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager] }",
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager], alleenVoor: [⟦met] }"
    ),
    Wijziging(
      "a field for whom a field says that names several", .verkeerdeVorm,
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager] }",
      "      wie: { soort: persoon, betekenis: wie, verplicht: nee, hoogstens: 2, zichtbaar: [orgaan] }\n      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager], alleenVoor: [⟦wie] }"
    ),
    Wijziging(
      "a field for whom a field says that names no party", .onbekendeDeelnemer,
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager] }",
      "      wie: { soort: keuze, waarden: [klager, orgaan], betekenis: wie, verplicht: nee, zichtbaar: [orgaan] }\n      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager], alleenVoor: [⟦wie] }"
    ),
    Wijziging(
      "a field for whom a field says that its reader does not see", .tekenaarZietNiet,
      "      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager] }",
      "      wie: { soort: persoon, betekenis: wie, verplicht: nee, zichtbaar: [klager] }\n      instemming: { soort: document, betekenis: de instemming, verplicht: ja, zichtbaar: [orgaan, klager], alleenVoor: [⟦wie] }"
    ),
    Wijziging("a term that no step can meet", .termijnNooitGehaald, "gehaald: [KlachtAfgehandeld]", "gehaald: ⟦[]"),
    Wijziging(
      "a term met before it starts", .termijnVoorBegin,
      "begint: KlaagschriftOntvangen\n    gehaald: [KlachtAfgehandeld]",
      "begint: KlachtAfgehandeld\n    gehaald: ⟦[AfhandelingVerdaagd]"),
    Wijziging(
      "a term met by the step that starts it", .termijnVoorBegin,
      "begint: KlaagschriftOntvangen\n    gehaald: [KlachtAfgehandeld]",
      "begint: KlaagschriftOntvangen\n    gehaald: ⟦[KlaagschriftOntvangen]"),
    Wijziging(
      "a term that waits for itself", .termijnInKring,
      "  K-1:\n    naam: afhandelen\n    lengte: 6 weken\n    begint: KlaagschriftOntvangen",
      "  ⟦K-1:\n    naam: afhandelen\n    lengte: 6 weken\n    begint: einde K-1"),
    Wijziging("two terms of one step without an order", .zonderVolgorde, "    rang: 2\n", "    rang: 1\n").op("  K-2:"),
    Wijziging(
      "a term without an effect when missed", .zonderGevolg,
      "    gemist: { gevolg: merk, betekenis: te laat, bron: \"Awb 9:11 lid 1\" }\n", ""
    ).op("  K-1:"),
    Wijziging(
      "a suspension without an article", .opschortingZonderArtikel, "    gemist: {",
      "    opschorting:\n      ⟦stil: { stap: AfhandelingVerdaagd, vanaf: erna, eindigt: [VerderUitstel] }\n    gemist: {"
    ),
    Wijziging(
      "a suspension without an end", .opschortingZonderEinde, "    gemist: {",
      "    opschorting:\n      ⟦stil: { artikel: \"Awb 9:11 lid 3\", stap: AfhandelingVerdaagd, vanaf: erna }\n    gemist: {"
    ),
    Wijziging(
      "a suspension that ends before it begins", .opschortingZonderEinde, "    gemist: {",
      "    opschorting:\n      ⟦stil: { artikel: \"Awb 9:11 lid 3\", stap: KlachtAfgehandeld, vanaf: erna, eindigt: [VerderUitstel] }\n    gemist: {"
    ),
    Wijziging("an extension by a field of another kind", .onbekendVeld, "veld: met, grond", "veld: ⟦instemming, grond"),
    Wijziging(
      "a route that nobody can hold", .niemandBeslist, "  gedraging: { betekenis: een gedraging, bij",
      "  ⟦gedraging: { uitgesloten: [college], betekenis: een gedraging, bij"),
    Wijziging(
      "a route whose decider has no place in the procedure", .niemandBeslist,
      "  gedraging: { betekenis: een gedraging, bij: het college, beslist: [college]",
      "  ⟦gedraging: { betekenis: een gedraging, bij: het college, beslist: [griffier]"),
    Wijziging(
      "no route without a choice", .keuzeNietGenoemd,
      "  gedraging: { betekenis: een gedraging, bij: het college, beslist: [college]",
      "  ⟦gedraging: { betekenis: een gedraging, bij: het college, geenRoute: niemand"),
    Wijziging("retention without a start", .bewaringZonderBegin, "    brondatum: [KlachtAfgehandeld]\n", "").op(
      "  dossier:"),
    Wijziging(
      "what stays for ever has a date", .bewarenMetDatum, "    duur: 5 jaren\n    brondatum: [KlachtAfgehandeld]",
      "    duur: bewaren\n    brondatum: ⟦[KlachtAfgehandeld]"),
    Wijziging(
      "retention that is not set, without a choice", .keuzeNietGenoemd, "    duur: 5 jaren\n", "    duur: onbepaald\n"
    ).op("  dossier:"),
    Wijziging("a choice that is not named", .keuzeNietGenoemd, "    rang: 1\n", "    rang: 1\n    keuze: ⟦C-99\n"),
    Wijziging(
      "a term that can be read in two ways, without a choice", .keuzeNietGenoemd,
      "  K-1:\n    naam: afhandelen\n    lengte: 6 weken",
      "  ⟦K-1:\n    naam: afhandelen\n    lezingen: [6 weken, 8 weken]"),
    Wijziging("a condition on a code that does not exist", .onbekendeWaarde, "is: [zonder] }", "is: [geen] }").op(
      "    alleen:", kolom: 13),
    Wijziging(
      "a step from one track to another", .stapBuitenSpoor, "  afgehandeld: { eind: ja,",
      "  afgehandeld: { spoor: elders, eind: ja,"
    ).op("  KlachtAfgehandeld:"),
    Wijziging(
      "a track that no step opens", .geenBegin, "  afgehandeld: { eind",
      "  ⟦elders: { spoor: elders, begin: ja, eind: ja, betekenis: los }\n  afgehandeld: { eind"),
    Wijziging("an opening that leads into the middle", .geenBegin, "  ontvangen: { begin: ja, ", "  ontvangen: { ").op(
      "  KlaagschriftOntvangen:"),
    Wijziging(
      "a field that tells who the melder is, without a circle for it", .zonderZichtbaarheid,
      "zichtbaar: [orgaan] }\n    bron: \"Awb 9:4\"", "zichtbaar: [orgaan], identiteit: ja }\n    bron: \"Awb 9:4\""
    ).op("      commissie:"),
  ]

  /// The place is that of the first line that begins so.
  func op(_ line: String, kolom: Int? = nil) -> Wijziging { Wijziging(wat, soort, van, naar, line, kolom) }

  private var lijn: String?
  private var kolom: Int?

  private init(_ wat: String, _ soort: Fout.Soort, _ van: String, _ naar: String, _ lijn: String, _ kolom: Int?) {
    self.init(wat, soort, van, naar)
    (self.lijn, self.kolom) = (lijn, kolom)
  }
}

/// Every fault of a file is told, with its place, and nothing else is.
@Suite struct FoutTests {
  @Test func `the file that is changed has no fault itself`() throws {
    #expect(Gelezen(try Proefprocedure.bytes("klaagschrift")).fouten.isEmpty)
  }

  @Test(arguments: Wijziging.alle)
  func `a fault is named by line and column`(_ change: Wijziging) throws {
    let (bytes, place) = try change.maak()
    let gelezen = Gelezen(bytes)
    let found = gelezen.fouten.map { "\($0.plaats) \($0.soort.rawValue): \($0.text.nl)" }
    #expect(
      gelezen.fouten.contains { $0.plaats == place && $0.soort == change.soort }, "\(place) \(change.soort) in \(found)"
    )
    #expect(gelezen.procedure == nil)
    #expect(gelezen.fouten.allSatisfy { !$0.text.en.isEmpty })
  }

  @Test func `every fault is told at once, in the order of the file`() throws {
    let base = String(decoding: try Proefprocedure.bytes("klaagschrift"), as: UTF8.self)
    let text = base.replacing("vertrouwelijk: nee", with: "vertrouwelijk: no").replacing(
      "rollen: [college]", with: "rollen: [colege]"
    )
    .replacing("naar: afgehandeld", with: "naar: weg").replacing("lengte: 10 weken", with: "lengte: tien")
    let found = Gelezen(Array(text.utf8)).fouten
    #expect(
      Set(found.map(\.soort)).isSuperset(of: [
        .geenJaNee, .onbekendeRol, .onbekendeToestand, .geenLengte, .onbereikbaar,
      ]))
    #expect(found.map(\.plaats) == found.map(\.plaats).sorted())
  }

  @Test func `one slip in the name of a state is one fault`() throws {
    let base = String(decoding: try Proefprocedure.bytes("klaagschrift"), as: UTF8.self)
    let found = Gelezen(Array(base.replacing("naar: afgehandeld", with: "naar: afgehandled").utf8)).fouten
    #expect(found.map(\.soort) == [.onbekendeToestand])
  }

  @Test func `what may have been meant is said`() throws {
    let base = String(decoding: try Proefprocedure.bytes("klaagschrift"), as: UTF8.self)
    let found = Gelezen(
      Array(base.replacing("    betekenis: de bevindingen", with: "    betekenins: de bevindingen").utf8)
    ).fouten
    #expect(
      found.first { $0.soort == .onbekendeSleutel }?.text.nl
        == "onbekende sleutel «betekenins»; verwacht: bedoelt u «betekenis»?")
  }

  @Test func `what comes after a key that stands twice keeps its place`() throws {
    let base = String(decoding: try Proefprocedure.bytes("klaagschrift"), as: UTF8.self)
    let line = "  klager: { soort: partij, soort: functie, betekenis: wie klaagt, bron: \"nergens\" }"
    let text = base.replacing("  klager: { soort: partij, betekenis: wie klaagt, bron: \"Awb 9:4\" }", with: line)
    let found = Gelezen(Array(text.utf8)).fouten
    let number = text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0 == line[...] } ?? 0
    #expect(found.map(\.soort) == [.dubbeleSleutel, .geenBron])
    #expect(found.map(\.plaats) == [Plaats(regel: number + 1, kolom: 28), Plaats(regel: number + 1, kolom: 73)])
  }

  @Test func `each key that stands twice is told, in blocks and in lines, and the rest of the file is read as well`()
    throws
  {
    let base = String(decoding: try Proefprocedure.bytes("klaagschrift"), as: UTF8.self)
    let text = base.replacing("titel: Klacht van een burger\n", with: "titel: Klacht van een burger\ntitel: Nog eens\n")
      .replacing("  klager: { soort: partij,", with: "  klager: { soort: partij, soort: functie,")
      .replacing("    naar: ontvangen\n", with: "    naar: ontvangen\n    door: [klager]\n    \"naar\": elders\n")
      .replacing("lengte: 10 weken", with: "lengte: tien")
    let found = Gelezen(Array(text.utf8)).fouten
    #expect(
      found.filter { $0.soort == .dubbeleSleutel }.map { $0.gevonden.nl.prefix(8) }.sorted() == [
        "«door» v", "«naar» v", "«soort» ", "«titel» ",
      ])
    #expect(found.first?.plaats == Plaats(regel: 4, kolom: 1))
    #expect(found.first?.gevonden.nl == "«titel» voor de tweede keer, eerder op 3:1")
    #expect(found.contains { $0.soort == .geenLengte })
  }
}
