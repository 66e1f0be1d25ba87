import Bag
import Foundation
import Governance
import Instemming
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie
@testable import Organisatie

/// A ledger with evidence for one demand, and bundles of it.
struct Proefbundel {
  let boek: Proefboek
  let program: Proefprogramma
  let place: URL
  /// The number of the evidence.
  let bewijs: UInt64
  /// The number of the holder of a function, whose name is sealed.
  let houder: UInt64

  static let naam = "Iris Verzonnen"
  static let stuk = "Verslag van de training, zonder namen.\n"

  init() throws {
    boek = try Proefboek()
    try boek.ga(naar: "2025-03-01")
    bewijs = try boek.leg(BewijsstukVastgelegd.self) {
      $0[Bewijs.eisen] = ["AI-1.1"]
      $0[BewijsstukVastgelegd.wat] = "Verslag van de training"
      $0[Bewijs.stuk.plaats] = .bijgevoegd
      $0.attach(Document(bytes: Array(Self.stuk.utf8), mediaType: "text/plain"), as: Bewijs.stuk.document)
    }.position
    let functie = try boek.leg(FunctieVastgelegd.self, op: "2024-09-02") { $0[FunctieVastgelegd.naam] = "Griffier" }
    _ = try boek.bekleed(functie.stream, van: "2024-09-02")
    houder = functie.position + 1
    program = try Proefprogramma(BundelCommand.self, over: boek, keys: [.secretariaat, .ondernemingsraad])
    place = boek.directory.url.deletingLastPathComponent()
  }

  func path(_ name: String) -> String { place.appendingPathComponent(name).path }

  @discardableResult
  func maak(_ name: String = "bundel", _ more: String...) throws -> String {
    try program.typ(["maak", path(name), "--als", "secretariaat"] + more)
  }

  func controleer(_ name: String = "bundel", _ more: String...) throws -> String {
    try program.typ(["controleer", path(name)] + more)
  }

  /// Every file below a folder, by its path.
  func files(_ name: String = "bundel") throws -> [String: [UInt8]] {
    let folder = try BagFolder.open(place.appendingPathComponent(name)).folder
    return try folder.files.reduce(into: [:]) { found, file in found[file.key] = try folder.bytes(file.key) }
  }

  func json(_ file: String, _ name: String = "bundel") throws -> JSON {
    try JSON(parsing: try #require(try files(name)["data/" + file]))
  }
}

struct BundelTests {
  @Test func `A bundle holds the evidence of a demand, its document and who could sign, and is in order`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1", "--zip", proef.path("bundel.zip"))
    let files = try proef.files()
    #expect(files["data/gebeurtenissen/\(proef.bewijs).sdjwt"] != nil)
    #expect(files["data/gebeurtenissen/0.sdjwt"] != nil)
    #expect(files["data/gebeurtenissen/\(proef.houder).sdjwt"] == nil)
    let digest = SHA256.hash(Proefbundel.stuk).hex
    #expect(files["data/stukken/\(digest).txt"] == Array(Proefbundel.stuk.utf8))
    #expect(files["data/mdto/\(digest).xml"] != nil)
    let row = try #require(try proef.json("matrix.json")["eisen"]?.array?.first)
    #expect(row["eis"] == "AI-1.1")
    #expect(row["gebeurtenissen"]?.array?.contains(.int(Int64(proef.bewijs))) == true, "\(row.text)")
    for name in ["bundel", "bundel.zip"] {
      #expect(Uitkomst { try proef.controleer(name, "--grootboek") } == .aanvaard)
    }
  }

  @Test func `Where an element stands goes along with the text in which it stands, as far as a receiver may read it`()
    throws
  {
    let proef = try Proefbundel()
    let code = proef.boek.stream("Regeling")
    let text = StandTests.tekst("Artikel 1. Waarvoor deze regels er zijn.")
    try proef.boek.leg(RegelingOntworpen.self, in: code) {
      $0[RegelingOntworpen.versie] = text.digest
      $0[RegelingOntworpen.kenmerk] = "gedragscode"
      $0[RegelingOntworpen.titel] = "Gedragscode"
      $0[RegelingOntworpen.soort] = .gedragscode
      $0[RegelingOntworpen.instemming] = .nietVereist
      $0[RegelingOntworpen.nietVereist] = .buitenArtikel27
      $0.attach(text, as: RegelingOntworpen.concept)
    }
    try proef.boek.leg(ContentElementAangetoond.self, in: code) {
      $0[ContentElementAangetoond.versie] = text.digest
      $0[ContentElementAangetoond.element] = "G-1"
      $0[ContentElementAangetoond.vindplaats] = "artikel 1"
    }
    let file = "data/stukken/\(text.digest.hex).md"
    try proef.maak("inspectie", "--eis", "AI-1.20")
    #expect(try proef.files("inspectie")[file] == text.bytes)
    try proef.maak("publiek", "--eis", "AI-1.20", "--voor", "publiek")
    #expect(try proef.files("publiek")[file] == nil)
    // In a text that was adopted it stands since then, and pointing it out keeps its own day.
    try proef.boek.ga(naar: "2025-04-01")
    try proef.boek.leg(ContentElementAangetoond.self, in: code) {
      $0[ContentElementAangetoond.versie] = text.digest
      $0[ContentElementAangetoond.element] = "G-1"
      $0[ContentElementAangetoond.vindplaats] = "artikel 1, tweede zin"
    }
    try proef.boek.leg(RegelingVastgesteld.self, in: code, op: "2025-03-01", als: .college) {
      $0[RegelingVastgesteld.versie] = text.digest
      $0[RegelingVastgesteld.orgaan] = .college
      $0.attach(text, as: RegelingVastgesteld.tekst)
    }
    try proef.maak("vastgesteld", "--eis", "AI-1.20")
    #expect(try proef.json("matrix.json", "vastgesteld").text.contains(#""sinds":"2025-03-01""#))
    for name in ["inspectie", "publiek", "vastgesteld"] {
      #expect(Uitkomst { try proef.controleer(name) } == .aanvaard)
    }
  }

  @Test func `What is not for everyone is not readable for everyone, and no event that is not there goes along`() throws
  {
    let proef = try Proefbundel()
    try proef.maak("eigen", "--eis", "AI-1.1", "--zip", proef.path("eigen.zip"))
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: proef.path(name))[.posixPermissions] as? Int
    }
    #expect(try mode("eigen") == 0o700 && mode("eigen.zip") == 0o600)
    let refused = Uitkomst { try proef.maak("geen", "--gebeurtenis", "99999") }
    #expect(refused == .anders(.notFound) && !FileManager.default.fileExists(atPath: proef.path("geen")))
  }

  @Test func `A paper that is withheld goes along with no other event either`() throws {
    let proef = try Proefbundel()
    let other = try proef.boek.leg(BewijsstukVastgelegd.self) {
      $0[Bewijs.eisen] = ["AI-1.1"]
      $0[BewijsstukVastgelegd.wat] = "Nog een keer hetzelfde verslag"
      $0[Bewijs.stuk.plaats] = .bijgevoegd
      $0.attach(Document(bytes: Array(Proefbundel.stuk.utf8), mediaType: "text/plain"), as: Bewijs.stuk.document)
    }.position
    let field = "\(proef.bewijs).stukDocument"
    let refused = Uitkomst {
      try proef.maak("half", "--eis", "AI-1.1", "--weglaten", "niet-gevorderd=\(field)")
    }
    #expect(refused == .anders(.badInput) && !FileManager.default.fileExists(atPath: proef.path("half")))
    try proef.maak("dicht", "--eis", "AI-1.1", "--weglaten", "niet-gevorderd=\(field),\(other).stukDocument")
    #expect(try proef.files("dicht")["data/stukken/\(SHA256.hash(Proefbundel.stuk).hex).txt"] == nil)
  }

  @Test func `Measures go along where a demand is about them, and are told in words`() throws {
    let proef = try Proefbundel()
    let measure = try proef.boek.maatregel(op: "2025-01-10")
    let position = try #require(try proef.boek.read { try $0.views.facts(in: measure) }.first).position
    try proef.maak("ander", "--eis", "AI-1.1")
    try proef.maak("maatregel", "--eis", "AI-1.16")
    let file = "data/gebeurtenissen/\(position).sdjwt"
    #expect(try proef.files("ander")[file] == nil && proef.files("maatregel")[file] != nil)
    let page = String(decoding: try #require(try proef.files("maatregel")["data/LEESMIJ.html"]), as: UTF8.self)
    #expect(page.contains("uitvoeren: uiterlijk 30 april 2025") && page.contains("niemand genoemd"))
    for name in ["ander", "maatregel"] { #expect(Uitkomst { try proef.controleer(name) } == .aanvaard) }
  }

  @Test func `Who answers for a measure is named to the inspector, and to nobody else`() throws {
    let proef = try Proefbundel()
    let functie = try #require(try proef.boek.read { try $0.views.fact(at: proef.houder) }).stream
    let measure = try proef.boek.maatregel(op: "2025-01-10")
    try proef.boek.leg(VerantwoordelijkeAangewezen.self, in: measure, op: "2025-01-11") {
      $0[VerantwoordelijkeAangewezen.functie] = functie
    }
    try proef.maak("inspectie", "--eis", "AI-1.16")
    let file = "gebeurtenissen/\(proef.houder).json"
    #expect(try proef.json(file, "inspectie")["gegevens"]?["naam"]?.string == Proefbundel.naam)
    // For the others the function is enough; and the inspector may be refused on a ground.
    for receiver in ["ondernemingsraad", "publiek"] {
      try proef.maak(receiver, "--eis", "AI-1.16", "--voor", receiver)
      #expect(try proef.files(receiver)["data/" + file] == nil)
    }
    try proef.maak("dicht", "--eis", "AI-1.16", "--weglaten", "niet-gevorderd=FunctieBekleed.naam")
    for (path, bytes) in try proef.files("dicht") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(Proefbundel.naam), "\(path)")
    }
    for name in ["inspectie", "publiek", "dicht"] { #expect(Uitkomst { try proef.controleer(name) } == .aanvaard) }
  }

  @Test func `What is missing is written out`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.2")
    let page = String(decoding: try #require(try proef.files()["data/LEESMIJ.html"]), as: UTF8.self)
    #expect(page.contains("AI-1.2") && page.contains("niet aangetoond"))
    #expect(!page.contains("<script"))
  }

  @Test func `The same ledger, day and choices give the same bytes, as a folder and as one file`() throws {
    let proef = try Proefbundel()
    // A dry run makes everything and writes nothing, so that the ledger stays the same.
    let first = try proef.maak("bundel", "--eis", "AI-1.1", "--dry-run", "--json")
    #expect(!FileManager.default.fileExists(atPath: proef.path("bundel")))
    let second = try proef.maak("bundel", "--eis", "AI-1.1", "--zip", proef.path("bundel.zip"), "--json")
    func digest(_ text: String) throws -> String? {
      try JSON(parsing: String(text.split(separator: "\n").last ?? ""))["tagmanifest"]?.string
    }
    #expect(try digest(first) == digest(second))
    let tag = try #require(try proef.files()["tagmanifest-sha512.txt"])
    #expect(try digest(second) == SHA512.hash(tag).hex)
    let (zip, _) = try ZipFile.open(proef.place.appendingPathComponent("bundel.zip"))
    #expect(try zip.bytes("tagmanifest-sha512.txt") == tag)
  }

  @Test func `A name stays closed on a ground, and everyone can count that it does`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--gebeurtenis", "\(proef.houder)", "--weglaten", "niet-gevorderd=FunctieBekleed.naam")
    for (path, bytes) in try proef.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(Proefbundel.naam), "\(path)")
    }
    let legend = try proef.json("weggelaten.json")
    let row = try #require(legend["gebeurtenissen"]?.array?.first { $0["nummer"]?.int == Int64(proef.houder) })
    #expect(row["verzegeld"]?.int == 1 && row["open"]?.int == 0)
    #expect(row["weggelaten"]?.array?.first?["grond"] == "niet-gevorderd")
    #expect(legend["gronden"]?.array?.first?["artikel"]?.string?.contains("5:13") == true)
    #expect(legend["beslotenDoor"] == "secretariaat")
  }

  @Test func `Without a ground a name is open for the inspectorate, and the public is refused it`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--gebeurtenis", "\(proef.houder)")
    #expect(
      try proef.json("gebeurtenissen/\(proef.houder).json")["gegevens"]?["naam"]?.string == Proefbundel.naam)
    #expect(
      Uitkomst { try proef.maak("anders", "--gebeurtenis", "\(proef.houder)", "--voor", "publiek") }
        == .anders(.badInput))
    try proef.maak(
      "anders", "--gebeurtenis", "\(proef.houder)", "--voor", "publiek", "--weglaten",
      "woo-persoonlijke-levenssfeer=naam")
    #expect(Uitkomst { try proef.controleer("anders") } == .aanvaard)
  }

  @Test(arguments: [
    ["--weglaten", "omdat=naam"], ["--weglaten", "woo-persoonlijke-levenssfeer=naam"], ["--weglaten", "naam"],
    ["--weglaten", "niet-gevorderd=nam"], ["--weglaten", "niet-gevorderd="], ["--weglaten", "niet-gevorderd=naam,"],
    ["--weglaten", "wettelijk-geheim=naam"],
    ["--weglaten", "medisch:Jeugdwet=naam"], ["--voor", "beheerder"], ["--voor", "buurman"],
    ["--gebeurtenis", "0", "--weglaten", "niet-gevorderd=Zaak.naam"],
  ])
  func `A ground that is none, or none for this receiver, and a role that may see nothing are refused`(
    options: [String]
  ) throws {
    let proef = try Proefbundel()
    #expect(
      Uitkomst {
        try proef.program.typ(
          ["maak", proef.path("bundel"), "--als", "secretariaat", "--gebeurtenis", "\(proef.houder)"] + options)
      } == .anders(.badInput))
    #expect(!FileManager.default.fileExists(atPath: proef.path("bundel")))
  }

  @Test func `A law that keeps something secret is named, and local secrecy is called contestable`() throws {
    let proef = try Proefbundel()
    try proef.maak(
      "wet", "--gebeurtenis", "\(proef.houder)", "--weglaten", "wettelijk-geheim:Jeugdwet art. 7.3.11=naam")
    #expect(
      try proef.json("weggelaten.json", "wet")["gronden"]?.array?.contains {
        $0["genoemdeWet"] == "Jeugdwet art. 7.3.11"
      }
        == true)
    try proef.maak("lokaal", "--gebeurtenis", "\(proef.houder)", "--weglaten", "lokale-geheimhouding=naam")
    let page = String(decoding: try #require(try proef.files("lokaal")["data/LEESMIJ.html"]), as: UTF8.self)
    #expect(page.contains("betwistbaar"))
    for name in ["wet", "lokaal"] { #expect(Uitkomst { try proef.controleer(name) } == .aanvaard) }
  }

  @Test func `A folder or file in which there is something is left alone`() throws {
    let proef = try Proefbundel()
    try FileManager.default.createDirectory(atPath: proef.path("vol"), withIntermediateDirectories: true)
    try Data("van iemand\n".utf8).write(to: proef.place.appendingPathComponent("vol/brief.txt"))
    #expect(Uitkomst { try proef.maak("vol", "--eis", "AI-1.1") } == .anders(.badInput))
    #expect(try FileManager.default.contentsOfDirectory(atPath: proef.path("vol")) == ["brief.txt"])
    #expect(
      Uitkomst { try proef.maak("bundel", "--eis", "AI-1.1", "--zip", proef.path("vol/brief.txt")) }
        == .anders(.badInput))
    #expect(!FileManager.default.fileExists(atPath: proef.path("bundel")))
    try proef.maak("bundel", "--eis", "AI-1.1")
    #expect(Uitkomst { try proef.maak("bundel", "--eis", "AI-1.1") } == .anders(.badInput))
  }

  @Test func `Who may not record that a bundle was made leaves none behind`() throws {
    let proef = try Proefbundel()
    #expect(
      Uitkomst {
        try proef.program.typ(["maak", proef.path("bundel"), "--als", "ondernemingsraad", "--eis", "AI-1.1"])
      } == .anders(.notPermitted))
    let left = try FileManager.default.contentsOfDirectory(atPath: proef.place.path)
    #expect(!left.contains { $0.contains("bundel") }, "\(left)")
  }

  @Test func `Whoever kept a checkpoint sees that the ledger continued it`() throws {
    let proef = try Proefbundel()
    let kept = proef.path("bewaard")
    let note = try proef.boek.directory.read { try #require(try $0.log.latestCheckpoint()?.note) }
    try Data(note.utf8).write(to: URL(fileURLWithPath: kept))
    try proef.boek.leg(FunctieVastgelegd.self, op: "2024-09-02") { $0[FunctieVastgelegd.naam] = "Bode" }
    try proef.maak("bundel", "--eis", "AI-1.1", "--sinds", kept, "--sinds", kept)
    let earlier = try proef.files().keys.filter { $0.hasPrefix("data/eerder/") }
    #expect(earlier.count == 2, "\(earlier)")
    func log(_ name: String) throws -> JSON? {
      try JSON(parsing: try proef.controleer(name, "--vertrouw", kept, "--json"))["checks"]?["log"]
    }
    let judged = try log("bundel")
    #expect(judged?["ok"] == true && judged?["notJudged"]?.int == 0)
    let page = String(decoding: try #require(try proef.files()["data/LEESMIJ.html"]), as: UTF8.self)
    #expect(page.contains("verdergaat op uw controlepunt van"))
    // Without it that is not judged.
    try proef.maak("zonder", "--eis", "AI-1.1")
    #expect(try log("zonder")?["notJudged"]?.int == 1)
  }

  @Test func `What is no checkpoint of this ledger is refused, and so is one that it does not continue`() throws {
    let (proef, other) = (try Proefbundel(), try Proefbundel())
    func sinds(_ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: proef.path("punt")))
      try proef.maak("bundel", "--eis", "AI-1.1", "--sinds", proef.path("punt"))
    }
    let strange = try other.boek.directory.read { try #require(try $0.log.latestCheckpoint()?.note) }
    #expect(Uitkomst { try sinds(strange) } == .anders(.badInput))
    #expect(Uitkomst { try sinds("een briefje\n") } == .anders(.badInput))
    let (size, key) = (try proef.boek.read { $0.size }, proef.boek.logKey)
    let forked = try Checkpoint(origin: proef.boek.origin, size: size, root: SHA256.hash("anders")).sign(by: key)
    #expect(Uitkomst { try sinds(String(decoding: forked.bytes, as: UTF8.self)) } == .anders(.foundWanting))
    let later = try Checkpoint(origin: proef.boek.origin, size: 9999, root: SHA256.hash("anders")).sign(by: key)
    #expect(Uitkomst { try sinds(String(decoding: later.bytes, as: UTF8.self)) } == .anders(.foundWanting))
    #expect(
      Uitkomst { try proef.maak("bundel", "--eis", "AI-1.1", "--sinds", proef.path("nergens")) } == .anders(.notFound))
    #expect(!FileManager.default.fileExists(atPath: proef.path("bundel")))
  }

  @Test func `The ledger knows the bundles that it made, and no other`() throws {
    let proef = try Proefbundel()
    try proef.maak("bundel", "--eis", "AI-1.1")
    let other = try Proefbundel()
    try other.maak("bundel", "--eis", "AI-1.1")
    #expect(
      Uitkomst { try proef.program.typ(["controleer", other.path("bundel"), "--grootboek"]) }
        == .anders(.foundWanting))
    // What lies in the folder is as it was, but the ledger never made it: one made by hand out of its files.
    try FileManager.default.copyItem(atPath: proef.path("bundel"), toPath: proef.path("kopie"))
    try FileManager.default.removeItem(atPath: proef.path("kopie/tagmanifest-sha512.txt"))
    #expect(Uitkomst { try proef.controleer("kopie", "--grootboek") } == .anders(.foundWanting))
  }

  @Test func `A demand that does not exist is refused`() throws {
    let proef = try Proefbundel()
    #expect(Uitkomst { try proef.maak("bundel", "--eis", "AI-9.9") } == .anders(.notFound))
  }

  @Test func `Why someone judged evidence to be enough is in the event, and nowhere when that is withheld`() throws {
    let proef = try Proefbundel()
    let fact = try #require(try proef.boek.read { try $0.views.fact(at: proef.bewijs) })
    try proef.boek.leg(BewijsBeoordeeld.self, als: .college) {
      $0[BewijsBeoordeeld.eis] = "AI-1.1"
      $0[BewijsBeoordeeld.uitkomst] = .voldoende
      $0[BewijsBeoordeeld.over] = [fact.id]
      $0[BewijsBeoordeeld.reden] = "Kanarie-Reden-Kwikstaart"
    }
    func places(_ name: String) throws -> [String] {
      try proef.files(name).filter { String(decoding: $0.value, as: UTF8.self).contains("Kanarie-Reden") }.keys.sorted()
    }
    try proef.maak("open", "--eis", "AI-1.1")
    #expect(try places("open").contains("data/LEESMIJ.html"))
    try proef.maak("dicht", "--eis", "AI-1.1", "--weglaten", "niet-gevorderd=reden")
    #expect(try places("dicht") == [])
    for name in ["open", "dicht"] { #expect(Uitkomst { try proef.controleer(name) } == .aanvaard) }
  }

  @Test func `What says that evidence was a mistake goes along with it`() throws {
    let proef = try Proefbundel()
    let fact = try #require(try proef.boek.read { try $0.views.fact(at: proef.bewijs) })
    let correction = try proef.boek.leg(BewijsGecorrigeerd.self, in: fact.stream) {
      $0[Correction.event] = fact.id
      $0[Correction.reason] = "Het verkeerde verslag"
    }
    try proef.maak("bundel", "--gebeurtenis", "\(proef.bewijs)")
    #expect(try proef.files()["data/gebeurtenissen/\(correction.position).sdjwt"] != nil)
  }
}
