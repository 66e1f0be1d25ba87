import Bag
import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie
@testable import Organisatie

/// What is in a bundle beside the evidence itself, and what stays out of it until someone names it.
struct InhoudTests {
  private func page(_ proef: Proefbundel, _ name: String = "bundel") throws -> String {
    String(decoding: try #require(try proef.files(name)["data/LEESMIJ.html"]), as: UTF8.self)
  }

  private func heeft(_ proef: Proefbundel, _ position: UInt64, _ name: String = "bundel") throws -> Bool {
    try proef.files(name)["data/" + Bundelindeling.pad(.gebeurtenis, position)] != nil
  }

  private static let verslag = Document(
    bytes: Array("Presentielijst van een verzonnen training.\n".utf8), mediaType: "text/plain")

  @Test
  func `The case of a letter is told from the visit to the revisit, and to the public only that there is a letter`()
    throws
  {
    let proef = try Proefbundel()
    let inspectie = try proef.boek.eis()
    try proef.boek.leg(BezwaarIngediend.self, in: inspectie, op: "2024-11-28")
    try proef.boek.leg(BeslissingOpBezwaarOntvangen.self, in: inspectie, op: "2025-02-14") {
      $0[BeslissingOpBezwaarOntvangen.uitkomst] = .ongegrond
    }
    let fine = try proef.boek.leg(BoeterapportOpgemaakt.self, in: inspectie, op: "2025-02-20")
    try proef.maak("bundel", "--eis", "AI-1.1")
    for fact in try proef.boek.read({ try $0.views.facts(in: inspectie) }) {
      #expect(try heeft(proef, fact.position), "\(fact.type)")
    }
    let page = try page(proef)
    for words in [
      "In de tijd: de brief 2428456/05 van 13 november 2024", "gehoord: gemeentesecretaris, ondernemingsraad",
      "Er is geen zienswijze gegeven.", "Er is bezwaar gemaakt tegen de eis.", "uitkomst: ongegrond",
      "De Arbeidsinspectie maakte een boeterapport op.",
    ] { #expect(page.contains(words), "\(words)") }
    try proef.maak("brief", "--eis", "inspectie-1")
    #expect(try self.page(proef, "brief").contains("de brief 2428456/05 van 13 november 2024 (hier: inspectie-1)"))
    try proef.maak("publiek", "--eis", "AI-1.2", "--voor", "publiek")
    #expect(try !heeft(proef, fine.position, "publiek"))
    for name in ["bundel", "brief", "publiek"] {
      #expect(Uitkomst { try proef.controleer(name, "--grootboek") } == .aanvaard)
    }
  }

  @Test func `Evidence that was withdrawn leaves its trace, and of a date that was put right both are told`() throws {
    let proef = try Proefbundel()
    let fact = try #require(try proef.boek.read { try $0.views.fact(at: proef.bewijs) })
    let correction = try proef.boek.leg(BewijsGecorrigeerd.self, in: fact.stream) {
      $0[Correction.event] = fact.id
      $0[Correction.reason] = "Het verkeerde verslag"
    }
    let other = try proef.boek.leg(BewijsstukVastgelegd.self, op: "2025-02-15") {
      $0[Bewijs.eisen] = ["AI-1.1"]
      $0[BewijsstukVastgelegd.wat] = "Het goede verslag"
      $0[Bewijs.stuk.plaats] = .elders
      $0[Bewijs.stuk.vindplaats] = "archief"
    }
    let moved = try proef.boek.leg(BewijsGecorrigeerd.self, in: other.stream) {
      $0[Correction.event] = other.id
      $0[Correction.date] = try ImpreciseDate("2025-02-12")
      $0[Correction.reason] = "Drie dagen eerder"
    }
    try proef.maak("bundel", "--eis", "AI-1.1")
    for position in [proef.bewijs, correction.position, other.position, moved.position] {
      #expect(try heeft(proef, position))
    }
    let page = try page(proef)
    #expect(page.contains("ingetrokken op 1 maart 2025, nummer \(correction.position), omdat: Het verkeerde verslag"))
    #expect(page.contains("; telt niet mee"))
    #expect(
      page.contains("eerst vastgelegd als van 15 februari 2025, nummer \(moved.position), omdat: Drie dagen eerder"))
    #expect(page.contains("nummer \(other.position) is van 12 februari 2025"))
    // In what happened it stands on its right day.
    #expect(page.contains(".json\">\(other.position)</a></th><td>12 februari 2025</td>"))
    #expect(Uitkomst { try proef.controleer("bundel", "--grootboek") } == .aanvaard)
  }

  @Test
  func `Of each demand and measure it is said which function or role to ask, with its mandate and without a name`()
    throws
  {
    let proef = try Proefbundel()
    let functie = try #require(try proef.boek.read { try $0.views.fact(at: proef.houder) }).stream
    let measure = try proef.boek.maatregel(op: "2025-01-10")
    try proef.boek.leg(VerantwoordelijkeAangewezen.self, in: measure, op: "2025-01-11") {
      $0[VerantwoordelijkeAangewezen.functie] = functie
    }
    try proef.boek.leg(MandaatVerleend.self, als: .college) {
      $0[MandaatVerleend.mandaatgever] = .college
      $0[MandaatVerleend.gemandateerde] = .secretariaat
      $0[MandaatVerleend.gebeurtenissen] = ["BewijsBeoordeeld"]
      $0[MandaatVerleend.van] = try CalendarDate("2025-01-01")
    }
    let fact = try #require(try proef.boek.read { try $0.views.fact(at: proef.bewijs) })
    try proef.boek.leg(BewijsBeoordeeld.self) {
      $0[BewijsBeoordeeld.eis] = "AI-1.1"
      $0[BewijsBeoordeeld.uitkomst] = .voldoende
      $0[BewijsBeoordeeld.over] = [fact.id]
      $0[BewijsBeoordeeld.reden] = "Het is volledig"
    }
    try proef.maak("bundel", "--eis", "AI-1.1", "--eis", "AI-1.16")
    let page = try page(proef)
    let mandated = "secretariaat, in mandaat van college van burgemeester en wethouders"
    #expect(page.contains("wie ervoor instaat: Griffier"))
    #expect(page.contains("legde het vast: secretariaat (nummer \(proef.bewijs)); beoordeelde het: \(mandated)"))
    #expect(page.contains("<td>\(mandated)</td>"))
    #expect(!page.contains(Proefbundel.naam))
  }

  @Test
  func `An internal paper that no demand asks for stays at home until it is named, and a dry run tells so beforehand`()
    throws
  {
    let proef = try Proefbundel()
    let measure = try proef.boek.maatregel(op: "2025-01-10")
    let done = try proef.boek.leg(MaatregelUitgevoerd.self, in: measure, op: "2025-02-10") {
      $0[Bewijs.stuk.plaats] = .bijgevoegd
      $0.attach(Self.verslag, as: Bewijs.stuk.document)
    }.position
    let file = "data/stukken/\(SHA256.hash(Self.verslag.bytes).hex).txt"
    try proef.maak("dicht", "--eis", "AI-1.13")
    #expect(try proef.files("dicht")[file] == nil && heeft(proef, done, "dicht"))
    let rows = try proef.json("weggelaten.json", "dicht")["gebeurtenissen"]?.array
    #expect(
      rows?.first { $0["nummer"]?.int == Int64(done) }?["weggelaten"]
        == [["veld": "stukDocument", "grond": "niet-gevorderd"]])
    #expect(try page(proef, "dicht").contains("gaat alleen mee als een eis om het stuk"))
    let before = try proef.maak("proef", "--eis", "AI-1.13", "--eis", "AI-1.1", "--dry-run")
    let lines = before.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("\(done)") && $0.contains("weggelaten: niet-gevorderd") }, "\(before)")
    #expect(lines.contains { $0.contains("Verslag van de training") && $0.contains("stuk, intern") }, "\(before)")
    #expect(!FileManager.default.fileExists(atPath: proef.path("proef")))
    try proef.maak("open", "--eis", "AI-1.13", "--met-stuk", "\(done)")
    #expect(try proef.files("open")[file] == Self.verslag.bytes)
    #expect(
      Uitkomst { try proef.maak("anders", "--eis", "AI-1.13", "--met-stuk", "\(proef.bewijs)") } == .anders(.badInput))
    for name in ["dicht", "open"] { #expect(Uitkomst { try proef.controleer(name, "--grootboek") } == .aanvaard) }
  }

  @Test func `What a judged demand rests on goes along with its paper, and no paper of a person does`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1")
    #expect(try proef.files()["data/stukken/\(SHA256.hash(Proefbundel.stuk).hex).txt"] != nil)
    // The name of who holds a function is no paper of a demand about papers.
    try proef.maak("naam", "--eis", "AI-1.1", "--gebeurtenis", "\(proef.houder)")
    #expect(try proef.json("gebeurtenissen/\(proef.houder).json", "naam")["gegevens"]?["naam"] != nil)
  }

  @Test func `The public is told that it may ask by the law on open government, and that use is free`() throws {
    let proef = try Proefbundel()
    try proef.maak("publiek", "--eis", "AI-1.2", "--voor", "publiek")
    let metadata = String(decoding: try #require(try proef.files("publiek")["data/mdto/bundel.xml"]), as: UTF8.self)
    #expect(metadata.contains("<begripLabel>Openbaar</begripLabel>"))
    #expect(try proef.json("weggelaten.json", "publiek")["opvraagbaar"]?.string?.contains("Wet open overheid") == true)
    #expect(Uitkomst { try proef.controleer("publiek") } == .aanvaard)
  }

  @Test func `Which bundles were made is listed, and each is shown with what it is recognised by`() throws {
    let proef = try Proefbundel()
    #expect(try proef.program.typ("lijst").isEmpty)
    try proef.maak("bundel", "--eis", "AI-1.1")
    let digest = SHA512.hash(try #require(try proef.files()["tagmanifest-sha512.txt"])).hex
    let number = try proef.boek.read { $0.size } - 1
    let list = try proef.program.typ("lijst")
    for words in ["\(number)", "Nederlandse Arbeidsinspectie", "AI-1.1", "secretariaat", String(digest.prefix(16))] {
      #expect(list.contains(words), "\(list)")
    }
    #expect(try proef.program.typ("toon \(number)").contains(digest))
    #expect(try JSON(parsing: proef.program.typ("toon \(number) --json"))["tagmanifest"]?.string == digest)
    #expect(try JSON(parsing: proef.program.typ("lijst --json"))["nummer"]?.int == Int64(number))
    #expect(Uitkomst { try proef.program.typ("toon 1") } == .anders(.notFound))
    #expect(try proef.program.typ("lijst --op 2025-02-01").isEmpty)
  }
}
