import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// What may never be read where: interests, internal answers, erased values, names.
struct VertrouwelijkheidTests {
  let gemeente: Proefgemeente
  let houder: Proefhouder

  init() throws {
    gemeente = try Proefgemeente()
    houder = try gemeente.functie("Directeur")
  }

  private func belang(als rol: Rol = .algemeenDirecteur) throws -> [RecordedEvent] {
    let stream = gemeente.boek.stream("VertrouwelijkeMelding")
    let day = try ImpreciseDate("2026-11-21")
    var access = EventDraft(ToegangVerleend.self, stream: gemeente.boek.stream("Toegang"), effective: day)
    access[ToegangVerleend.stroom] = stream
    access[ToegangVerleend.sleutel] = try gemeente.boek.key(rol).id
    var draft = EventDraft(VertrouwelijkeMeldingGedaan.self, stream: stream, effective: day)
    draft[VertrouwelijkeMeldingGedaan.onderwerp] = .financieelBelang
    draft[VertrouwelijkeMeldingGedaan.betrokkene] = houder.persoon
    draft[VertrouwelijkeMeldingGedaan.vanNaaste] = false
    draft[VertrouwelijkeMeldingGedaan.soort] = .aandelen
    draft[VertrouwelijkeMeldingGedaan.omschrijving] = "KANARIE-BELANG"
    return try gemeente.boek.append([access, draft], als: rol)
  }

  @Test func `A financial interest is in no register, no view and no clear byte`() throws {
    try houder.bevestig(geen: true, op: "2026-11-20")
    let event = try #require(try belang().last)
    for day in ["2026-11-20", "2026-11-21"] {
      let register = try gemeente.register(day)
      #expect(!"\(register)".contains("KANARIE") && !"\(register)".contains("aandelen"))
      #expect(register.wijzigingen.allSatisfy { $0.event != event.id })
    }
    #expect(try gemeente.boek.read { try $0.views.facts(in: event.stream) }.isEmpty)
    for path in try FileManager.default.subpathsOfDirectory(atPath: gemeente.boek.directory.url.path) {
      let bytes = FileManager.default.contents(
        atPath: gemeente.boek.directory.url.appendingPathComponent(path).path)
      #expect(bytes?.range(of: Data("KANARIE".utf8)) == nil, "\(path)")
    }
    // F7: nor does the log say whose it is, or that it is an interest at all.
    #expect(event.facts.isEmpty)
    let part = try #require(String(decoding: event.signed.leaf, as: UTF8.self).split(separator: ".").dropFirst().first)
    let payload = String(decoding: try Base64.url.decode(String(part)), as: UTF8.self)
    for word in ["\(houder.persoon)", "elang", "aandelen"] {
      #expect(!payload.contains(word), "\(word)")
    }
  }

  @Test func `Only who is in its circle reads a financial interest`() throws {
    let event = try #require(try belang().last)
    let field = event.reference(VertrouwelijkeMeldingGedaan.omschrijving)
    #expect(try gemeente.boek.read(als: .algemeenDirecteur) { try $0.filter.reveal(field) } == .value("KANARIE-BELANG"))
    for rol in [Rol.secretariaat, .college, .ondernemingsraad] {
      #expect(try gemeente.boek.read(als: rol) { try $0.filter.reveal(field) } == .sealed(.vertrouwelijk))
    }
    #expect(try gemeente.boek.read { try $0.filter.reveal(field) } == .sealed(.vertrouwelijk))
  }

  private func corrigeer(
    _ event: RecordedEvent, in stream: StreamID? = nil, als rol: Rol = .algemeenDirecteur
  ) throws -> RecordedEvent {
    try gemeente.append(VertrouwelijkeMeldingGecorrigeerd.self, stream ?? event.stream, op: "2026-11-21", als: rol) {
      $0[Correction.event] = event.id
      $0[VertrouwelijkeMeldingGecorrigeerd.reden] = "KANARIE-REDEN"
    }
  }

  @Test func `A financial interest is corrected once, in its own stream, by its circle, and only that reads why`()
    throws
  {
    let (first, other) = (try #require(try belang().last), try #require(try belang().last))
    let elsewhere = try houder.bevestig(geen: true, op: "2026-11-20")
    for mistaken in [elsewhere, other] {
      try gemeente.weigert("NEV-BELANG-CORRECTIE") { _ = try corrigeer(mistaken, in: first.stream) }
    }
    try gemeente.weigert("NEV-BELANG-KRING") { _ = try corrigeer(first, als: .directeur) }
    let correction = try corrigeer(first)
    try gemeente.weigert("NEV-BELANG-CORRECTIE") { _ = try corrigeer(first) }
    let field = correction.reference(VertrouwelijkeMeldingGecorrigeerd.reden)
    #expect(try gemeente.boek.read(als: .algemeenDirecteur) { try $0.filter.reveal(field) } == .value("KANARIE-REDEN"))
    for rol in [Rol.directeur, .secretariaat, .college] {
      #expect(try gemeente.boek.read(als: rol) { try $0.filter.reveal(field) } == .sealed(.vertrouwelijk))
    }
    let reports = try gemeente.boek.read { reading in
      try [first, other].map { try Belangmelding.with($0.id, reading.views)?.gecorrigeerd }
    }
    #expect(reports == [correction.position, nil])
    #expect(correction.facts.map(\.name) == ["gebeurtenis"])
    let findings = try gemeente.boek.verify().checks.flatMap(\.findings)
    #expect(findings == [])
  }

  @Test func `The secretariat does not record a financial interest`() throws {
    try gemeente.boek.expectRefusal(.anders(.notPermitted)) { try belang(als: .secretariaat) }
  }

  @Test func `What is internal in a report or decision is in no register`() throws {
    let report = try houder.meld("KANARIE-ACTIVITEIT") { draft in
      draft[Inhoud.organisatie] = "KANARIE-ORGANISATIE"
      draft[Inhoud.toelichting] = "KANARIE-TOELICHTING"
      draft[Inhoud.bezoldigd] = true
      draft[Inhoud.vragen] = [Vraagantwoord(.bedenkelijkeReputatie, .ja)]
    }
    try report.vraag()
    try report.beslis(true, .voorwaarden) {
      $0[ToestemmingBeslist.voorwaarden] = "KANARIE-VOORWAARDEN"
      $0[Motivering.motivering] = "KANARIE-MOTIVERING"
    }
    try report.publiceer(velden: Proefmelding.lelystad + [.beperkingen])
    let register = "\(try gemeente.register("2026-11-21"))"
    for word in ["KANARIE", "bedenkelijkeReputatie", "Karin"] { #expect(!register.contains(word), "\(word)") }
  }

  private func vernietig(_ event: RecordedEvent, _ fields: [String]) throws -> RecordedEvent {
    try gemeente.append(
      StukkenVernietigd.self, gemeente.boek.stream("Vernietiging"), op: "2026-11-21",
      als: .functionarisGegevensbescherming
    ) {
      $0[StukkenVernietigd.stukken] = [ErasedFields(event: event.id, fields: fields)]
      $0[StukkenVernietigd.grond] = "AVG art. 17"
      $0[StukkenVernietigd.bewaarregel] = "proef"
    }
  }

  @Test func `An erased value reads as erased on every day, never as empty`() throws {
    let report = try houder.meld()
    try report.toestaan()
    let statement = try report.publiceer(op: "2021-02-01")
    let erasure = try vernietig(statement.event, ["organisatie"])
    for day in ["2021-02-01", "2023-06-01", "2026-11-21"] {
      guard case .opgaven(let versions) = try gemeente.kaart(day).stand else {
        Issue.record("no statement on \(day)")
        return
      }
      #expect(versions.map(\.organisatie) == [.vernietigd])
      #expect(versions.map(\.nevenwerkzaamheid) == [.waarde("penningmeester")])
    }
    let register = try gemeente.register("2026-11-21")
    #expect(register.opgaven.map(\.status) == [.actueel])
    #expect(register.wijzigingen.last?.soort == .vernietigd)
    #expect(register.wijzigingen.last?.event == erasure.id)
    let findings = try gemeente.boek.verify().checks.flatMap(\.findings)
    #expect(findings == [])
  }

  @Test func `A statement of which everything was erased has lapsed, and leaves its fact`() throws {
    let report = try houder.meld()
    try report.toestaan()
    let statement = try report.publiceer(op: "2021-02-01")
    _ = try vernietig(statement.event, ["hoofdfunctie", "nevenwerkzaamheid", "organisatie", "ingang"])
    let entry = try #require(try gemeente.register("2026-11-21").opgaven.first)
    #expect(entry.status == .vervallen(op: try CalendarDate("2026-11-21")))
    #expect(entry.versies.map(\.nevenwerkzaamheid) == [.vernietigd])
    #expect(entry.versies.map(\.hoofdfunctie) == [.vernietigd])
  }

  @Test func `No view holds a name or the content of a report`() throws {
    let report = try houder.meld()
    try report.toestaan()
    try report.publiceer()
    let folder = try gemeente.boek.directory.viewPlace().file.deletingLastPathComponent()
    let views = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("views") }
    #expect(!views.isEmpty)
    for path in views {
      let bytes = FileManager.default.contents(
        atPath: folder.appendingPathComponent(path).path)
      for word in ["penningmeester", "Verzonnen", "Karin"] {
        #expect(bytes?.range(of: Data(word.utf8)) == nil, "\(path)")
      }
    }
  }

  @Test func `The same ledger and day give the same register, and it verifies`() throws {
    for name in ["Concernmanager", "Concerncontroller"] {
      let report = try gemeente.functie(name).meld()
      try report.toestaan()
      try report.publiceer()
    }
    try houder.bevestig(geen: true, op: "2026-01-01")
    let (first, second) = (try gemeente.register("2026-11-21"), try gemeente.register("2026-11-21"))
    #expect(first == second)
    #expect("\(first)" == "\(second)")
    let findings = try gemeente.boek.verify().checks.flatMap(\.findings)
    #expect(findings == [])
  }
}
