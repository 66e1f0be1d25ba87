import Foundation
import Governance
import Ledger
import LedgerSQLite
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

/// What looks like proof and is none, or means two things.
struct TwijfelTests {
  @Test func `A headcount that falls from 410 to 3 within a year is a remark and no proof, until it is explained`()
    throws
  {
    let wereld = try Standwereld()
    try wereld.dag("2025-12-01")
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 410, van: 410, .alleWerknemers, op: "2025-04-01")
    #expect(try wereld.eis("AI-2.5", op: "2025-12-01").stand == .aangetoond)
    try wereld.dekking(VoorlichtingOntvangen.self, ["AI-2.5"], 3, van: 3, .alleWerknemers, op: "2025-07-01")
    let jumped = try wereld.eis("AI-2.5", op: "2025-12-01")
    #expect(jumped.stand == .gedeeltelijk)
    #expect(jumped.gemist.contains("«alle werknemers» ging binnen een jaar van 410 (nummer "), "\(jumped.gemist)")
    try wereld.bewijs(VoorlichtingOntvangen.self, ["AI-2.5"], op: "2025-08-01") {
      $0[VoorlichtingOntvangen.doelgroep] = .alleWerknemers
      $0[VoorlichtingOntvangen.bereikt] = 3
      $0[VoorlichtingOntvangen.omvang] = 3
      $0[VoorlichtingOntvangen.onderwerpen] = [.gedragsregels, .gevolgen]
      $0[Bewijs.toelichting] = "de gemeente is opgegaan in een andere"
    }
    #expect(try wereld.eis("AI-2.5", op: "2025-12-01").stand == .aangetoond)
  }

  @Test func `A judgement of which the reason was destroyed shows nothing, and the demand says so`() throws {
    let proef = try Proefbundel()
    let fact = try #require(try proef.boek.read { try $0.views.fact(at: proef.bewijs) })
    let judgement = try proef.boek.leg(BewijsBeoordeeld.self, als: .college) {
      $0[BewijsBeoordeeld.eis] = "AI-1.1"
      $0[BewijsBeoordeeld.uitkomst] = .voldoende
      $0[BewijsBeoordeeld.over] = [fact.id]
      $0[BewijsBeoordeeld.reden] = "Het verslag is volledig"
    }
    try proef.boek.leg(StukkenVernietigd.self) {
      $0[StukkenVernietigd.stukken] = [ErasedFields(event: judgement.id, fields: ["reden"])]
      $0[StukkenVernietigd.grond] = "verzoek"
      $0[StukkenVernietigd.bewaarregel] = "AVG art. 17"
    }
    try proef.maak("bundel", "--eis", "AI-1.1")
    let row = try #require(try proef.json("matrix.json")["standen"]?.array?.first?["eisen"]?.array?.first)
    #expect(row["stand"] != "aangetoond", "\(row.text)")
    let page = String(decoding: try #require(try proef.files()["data/LEESMIJ.html"]), as: UTF8.self)
    #expect(page.contains("de reden van het oordeel (nummer \(judgement.position)) is vernietigd"))
    #expect(Uitkomst { try proef.controleer("bundel", "--grootboek") } == .aanvaard)
  }

  @Test func `A plan that was imported before is refused with what it would double`() throws {
    let boek = try Proefboek()
    try boek.ga(naar: "2025-03-01")
    let rie = try Proefprogramma(RieCommand.self, over: boek, keys: [.secretariaat])
    _ = try boek.maatregel(op: "2025-01-10")
    let file = boek.directory.url.deletingLastPathComponent().appendingPathComponent("plan.csv").path
    let head = try rie.typ("importeer --sjabloon").split(separator: "\r\n").first.map(String.init) ?? ""
    let columns = head.trimmingCharacters(in: CharacterSet(charactersIn: "\u{FEFF}\n")).split(separator: ";")
    let row = ["TRAINING in signaleren", "voorkomen"] + Array(repeating: "", count: max(0, columns.count - 2))
    try Data("\(columns.joined(separator: ";"))\n\(row.joined(separator: ";"))\n".utf8).write(
      to: URL(fileURLWithPath: file))
    let before = try boek.read { $0.size }
    let refused = #expect(throws: Failure.self) { try rie.typ(["importeer", file, "--als", "secretariaat"]) }
    #expect(refused.map { "\($0.message.nl)" }?.contains("maatregel-1") == true, "\(String(describing: refused))")
    #expect(try boek.read { $0.size } == before)
  }
}
