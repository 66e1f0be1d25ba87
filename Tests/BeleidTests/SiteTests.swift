import Governance
import Instemming
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Beleid

/// What the public site says of rules.
struct SiteTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  private func site(op day: String = Proefboek.founded) throws -> Proefsite {
    try Proefsite(code.boek, op: day)
  }

  @Test func `A rule of which nothing was adopted is not there, and neither is the subject`() throws {
    try code.ontwerp("concept", plicht: .nietVereist)
    #expect(try code.boek.read { try Proefsite.publish($0) == nil })
    try code.stelVast("concept")
    #expect(try site()["/regelingen/gedragscode/"] != nil)
  }

  @Test func `A draft beside an adopted version shows nowhere: not its text, digest, title, number or explanation`()
    throws
  {
    try code.geldt("aangenomen")
    try code.ontwerp("KANARIE-CONCEPT", naam: "KANARIE-NAAM", eerste: false) {
      $0[RegelingOntworpen.titel] = "KANARIE-TITEL"
      $0[RegelingOntworpen.aanleiding] = "KANARIE-AANLEIDING"
      $0[RegelingOntworpen.cvdr] = "CVDR99999/9"
      $0[RegelingOntworpen.link] = "https://kanarie.example/"
      $0[RegelingOntworpen.instemming] = .nietVereist
      $0[RegelingOntworpen.nietVereist] = .anders
      $0[RegelingOntworpen.instemmingReden] = "KANARIE-REDEN"
    }
    let other = Proefregeling(code.boek, "kanarie-kenmerk")
    try other.ontwerp("KANARIE-ANDER", plicht: .nietVereist)
    let site = try site()
    for word in [
      "kanarie", "99999", Proefregeling.document("KANARIE-CONCEPT").digest.hex.prefix(12).lowercased(), "versie 2",
    ] {
      #expect(!site.alles.lowercased().contains(word), "\(word)")
    }
    #expect(try site.kolom("nummer") == [.int(1)])
  }

  @Test func `What was typed as an explanation is on no page`() throws {
    try code.ontwerp("tekst", plicht: .nietVereist) {
      $0[RegelingOntworpen.aanleiding] = "KANARIE-AANLEIDING"
      $0[RegelingOntworpen.instemmingReden] = "KANARIE-GROND"
    }
    try code.leg(WerknemersGeraadpleegd.self, "tekst") {
      $0[WerknemersGeraadpleegd.vorm] = .werkgroep
      $0[WerknemersGeraadpleegd.toelichting] = "KANARIE-RAADPLEGING"
    }
    try code.stelVast("tekst")
    try code.leg(RegelingBekendgemaakt.self, "tekst") {
      $0[RegelingBekendgemaakt.kanaal] = .website
      $0[RegelingBekendgemaakt.toelichting] = "KANARIE-BEKENDMAKING"
    }
    try code.leg(ContentElementAangetoond.self, "tekst") {
      $0[ContentElementAangetoond.element] = "G-4"
      $0[ContentElementAangetoond.vindplaats] = "KANARIE-VINDPLAATS"
    }
    try code.leg(RegelingGeevalueerd.self, "tekst", als: .college) {
      $0[RegelingGeevalueerd.uitkomst] = .geenWijziging
      $0[RegelingGeevalueerd.toelichting] = "KANARIE-EVALUATIE"
    }
    try code.leg(RegelingIngetrokken.self, "tekst", op: "2026-12-01", als: .college) {
      $0[RegelingIngetrokken.reden] = "KANARIE-INTREKKING"
    }
    let site = try site()
    #expect(!site.alles.contains("KANARIE"))
    let page = try #require(site["/regelingen/gedragscode/"])
    for zin in ["werknemers geraadpleegd: werkgroep", "bekendgemaakt: website", "geëvalueerd: geen wijziging nodig"] {
      #expect(page.contains("Versie 1: \(zin)"), "\(zin)")
    }
  }

  // MARK: How it stands

  enum Stand: CaseIterable {
    case geldt, nogNiet, nietInWerking, nietMeer, onbekend
  }

  private func leg(_ stand: Stand) throws {
    switch stand {
    case .geldt: try code.geldt("tekst")
    case .nogNiet, .nietInWerking:
      try code.ontwerp("tekst", plicht: .nietVereist)
      try code.stelVast("tekst")
      guard stand == .nogNiet else { return }
      try code.leg(RegelingInWerkingGetreden.self, "tekst", op: "2027-01-01", als: .college)
    case .nietMeer:
      try code.geldt("tekst", op: "2026-10-01")
      try code.leg(RegelingIngetrokken.self, "tekst", op: "2026-11-01", als: .college)
    case .onbekend:
      try code.ontwerp(nil, naam: "2019", op: "2019", plicht: .onbekend, bron: "brief")
      try code.stelVast(nil, naam: "2019", op: "2019", als: .secretariaat, orgaan: nil, bron: "brief")
    }
  }

  @Test(arguments: [
    (Stand.geldt, "geldt", "Geldt sinds <time datetime=\"2026-11-21\">"),
    (.nogNiet, "geldt-nog-niet", "Vastgesteld, geldt vanaf <time datetime=\"2027-01-01\">"),
    (.nietInWerking, "geldt-nog-niet", "Vastgesteld, nog niet in werking getreden"),
    (.nietMeer, "geldt-niet-meer", "Geldt niet meer sinds <time datetime=\"2026-11-01\">"),
    (.onbekend, "onbekend", "Niet bekend of zij geldt: de datum van inwerkingtreding is niet bekend"),
  ])
  func `How a rule stands is said with its day, or that it is not known, on the list, its page and its filter`(
    stand: Stand, status: String, zin: String
  ) throws {
    try leg(stand)
    let site = try site()
    for path in ["/regelingen/", "/regelingen/gedragscode/", "/regelingen/status/\(status)/"] {
      #expect(site[path]?.contains(zin) == true, "\(path): \(site[path] ?? "")")
    }
    for other in Regelingstatus.allCases {
      let page = try #require(site["/regelingen/status/\(other.rawValue)/"])
      #expect(page.contains("Regeling gedragscode") == (other.rawValue == status), "\(other)")
      let count = "\(other.tekst.prefix(1).uppercased() + other.tekst.dropFirst()) <span class=\"aantal\">"
      #expect(page.contains(count + (other.rawValue == status ? "1<" : "0<")), "\(other)")
    }
  }

  @Test func `The state is the one that beleid lijst gives, on every day`() throws {
    try code.geldt("een", op: "2026-10-01")
    try code.ontwerp("twee", op: "2026-10-05", eerste: false)
    try code.stelVast("twee", op: "2026-10-10")
    try code.leg(RegelingInWerkingGetreden.self, "twee", op: "2026-11-01", als: .college)
    try code.leg(RegelingIngetrokken.self, "twee", op: "2026-12-01", als: .college)
    for (day, status, tweede) in [
      ("2026-10-02", "geldt", false), ("2026-10-31", "geldt", true), ("2026-11-30", "geldt", true),
      ("2026-12-01", "geldt-niet-meer", true),
    ] {
      let site = try site(op: day)
      #expect(site["/regelingen/status/\(status)/"]?.contains("Regeling gedragscode") == true, "\(day)")
      #expect((site["/regelingen/gedragscode/versies/2/"] != nil) == tweede, "\(day)")
    }
    let page = try #require(try site(op: "2026-12-01")["/regelingen/gedragscode/versies/1/"])
    // The second took its place, and was itself withdrawn later.
    #expect(
      page.contains("Deze versie gold van <time datetime=\"2026-10-01\">1 oktober 2026</time> tot 1 november 2026"))
    #expect(try site().kolom("geldtTot") == [.string("2026-11-01"), .string("2026-12-01")])
    #expect(try site().kolom("geldt") == [.string("nee"), .string("ja")])
  }

  @Test func `What is not known is said beside what is known, and never filled in`() throws {
    try leg(.onbekend)
    let site = try site()
    let page = try #require(site["/regelingen/gedragscode/"])
    for zin in [
      "Wat niet bekend is", "de tekst staat niet in het grootboek", "het orgaan dat vaststelde",
      "de inwerkingtreding is niet vastgelegd", "onbekend of instemming vereist is", "door wie: onbekend",
    ] {
      #expect(page.contains(zin), "\(zin)")
    }
    let version = try #require(site["/regelingen/gedragscode/versies/1/"])
    #expect(version.contains("Er is dus geen vingerafdruk") && version.contains("<dt>Instemming</dt><dd>Onbekend</dd>"))
    for name in ["versie", "vastgesteldDoor", "geldtVanaf", "geldtTot", "evaluatieUiterlijk", "instemmingZelfdeTekst"] {
      #expect(try site.kolom(name) == [.null], "\(name)")
    }
    #expect(try site.kolom("geldt") == [.string("onbekend")])
  }

  @Test func `A review that is due is said with its day, and one that is late is said to be`() throws {
    try code.ontwerp("tekst", op: "2026-01-05", plicht: .nietVereist)
    try code.stelVast("tekst", op: "2026-01-10") { $0[RegelingVastgesteld.evaluatieIedere] = Tijdsduur("P6M") }
    try code.leg(RegelingInWerkingGetreden.self, "tekst", op: "2026-01-12", als: .college)
    let early = try #require(try site(op: "2026-03-01")["/regelingen/"])
    #expect(early.contains("Uiterlijk <time datetime=\"2026-07-10\">") && !early.contains("te laat"))
    let late = try #require(try site()["/regelingen/"])
    #expect(late.contains("te laat</span> moest uiterlijk <time datetime=\"2026-07-10\">"))
    #expect(try site().subject.overview.figures.map(\.label) == ["regeling geldt nu", "evaluatie te laat"])
  }

  // MARK: Consent

  @Test func `Consent is told with its day and that it is about exactly this text`() throws {
    try code.ontwerp("tekst", op: "2026-10-01")
    try code.stemIn("tekst", op: "2026-10-20")
    try code.stelVast("tekst")
    let site = try site()
    #expect(site["/regelingen/"]?.contains("Verleend <small>op <time datetime=\"2026-10-20\">") == true)
    let page = try #require(site["/regelingen/gedragscode/versies/1/"])
    #expect(page.contains("gaat over precies deze tekst: de digest is gelijk."))
    #expect(page.contains(Proefregeling.document("tekst").digest.hex))
    #expect(try site.kolom("instemmingZelfdeTekst") == [.bool(true)])
  }

  @Test func `Consent to another digest is told, without that text when it was never adopted`() throws {
    try code.ontwerp("een", op: "2026-10-01")
    try code.stemIn("een", op: "2026-10-20")
    try code.ontwerp("twee", op: "2026-10-21", eerste: false)
    try code.stelVast("twee", op: "2026-10-22", als: .secretariaat, bron: "brief")
    let site = try site()
    let page = try #require(site["/regelingen/gedragscode/versies/2/"])
    #expect(page.contains("gaat over een andere tekst dan deze. Die tekst is niet vastgesteld."), "\(page)")
    #expect(!site.alles.contains(Proefregeling.document("een").digest.hex.prefix(12)))
    #expect(try site.kolom("instemmingZelfdeTekst") == [.bool(false)])
    try code.stelVast("een", op: "2026-10-21", als: .secretariaat, bron: "brief")
    let after = try #require(try self.site()["/regelingen/gedragscode/versies/2/"])
    #expect(after.contains("gaat over versie 1, en dat is een andere tekst dan deze."))
  }

  @Test func `A ground for which consent is not needed is told, and a decision without consent as well`() throws {
    try code.geldt("tekst")
    #expect(
      try site()["/regelingen/"]?.contains("Niet vereist: het onderwerp staat niet in WOR art. 27 lid 1") == true)
    let other = Proefregeling(code.boek, "zonder")
    try other.ontwerp("zonder")
    try other.stelVast("zonder") { $0[RegelingVastgesteld.zonderInstemming] = true }
    let site = try site()
    #expect(site["/regelingen/zonder/"]?.contains("Zonder instemming genomen") == true)
    #expect(site["/regelingen/zonder/"]?.contains("zonder de vereiste instemming") == true)
  }

  // MARK: Corrections

  @Test func `A date that was corrected says what it was and what it became`() throws {
    try code.ontwerp("tekst", op: "2026-10-01", plicht: .nietVereist)
    let adopted = try code.stelVast("tekst", op: "2026-10-05")
    try code.corrigeer(adopted, "2026-10-06", als: .college)
    let site = try site()
    let page = try #require(site["/regelingen/gedragscode/"])
    #expect(page.contains("<span class=\"was\">was: <time datetime=\"2026-10-05\">5 oktober 2026</time></span>"))
    #expect(page.contains("<span class=\"werd\">werd: <time datetime=\"2026-10-06\">6 oktober 2026</time></span>"))
    #expect(!site.alles.contains("verkeerd overgenomen"))
    #expect(site.subject.changes?.first?.title.contains("dag verbeterd van") == true)
  }

  @Test func `An adoption that was a mistake takes the version off`() throws {
    try code.ontwerp("tekst", plicht: .nietVereist)
    let adopted = try code.stelVast("tekst")
    try code.corrigeer(adopted, als: .college)
    #expect(try code.boek.read { try Proefsite.publish($0) == nil })
  }
}
