import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Beleid

/// Who may read what, what handles mean, and what changed between two texts.
struct ZichtTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  @Test func `A draft is for members and an adopted text for everyone`() throws {
    let draft = try code.ontwerp("geheim tot het besluit", plicht: .nietVereist)
    #expect(try code.boek.read { try $0.filter.document(RegelingOntworpen.concept, of: draft) } == nil)
    #expect(try code.boek.read { try $0.filter.reveal(draft.reference(RegelingOntworpen.concept)) } == .sealed(.intern))
    let member = try code.boek.read(als: .ondernemingsraad) {
      try $0.filter.document(RegelingOntworpen.concept, of: draft)
    }
    #expect(member == Proefregeling.document("geheim tot het besluit"))
    let adopted = try code.stelVast("geheim tot het besluit")
    let public_ = try code.boek.read { try $0.filter.document(RegelingVastgesteld.tekst, of: adopted) }
    #expect(public_?.bytes == Array("geheim tot het besluit".utf8))
  }

  @Test func `A handle names a rule, and a version by number, name or digest`() throws {
    try code.ontwerp(nil, naam: "2019", op: "2019", bron: "brief")
    try code.ontwerp("twee", eerste: false)
    try code.ontwerp("drie", eerste: false)
    let digest = Proefregeling.document("twee").digest.hex
    try code.boek.read { (reading: Reading) throws in
      let plugin = BeleidPlugin()
      for (handle, expected) in [
        ("gedragscode", "gedragscode@3"), ("gedragscode@2", "gedragscode@2"),
        ("gedragscode@\(digest.prefix(8))", "gedragscode@2"),
        ("gedragscode@2019", "gedragscode@1"), (code.stroom.description, "gedragscode@3"),
        ("\(code.stroom)@2", "gedragscode@2"),
      ] {
        #expect(try plugin.subject(handle, in: reading.views)?.handle == expected, "\(handle)")
      }
      #expect(try plugin.subject("gedragscode@2", in: reading.views)?.versie == digest)
      #expect(try plugin.subject("gedragscode@1", in: reading.views)?.versie == nil)
      #expect(try plugin.subject("iets anders", in: reading.views) == nil)
      #expect(try plugin.handle(of: code.stroom, versie: digest, in: reading.views) == "gedragscode@2")
      #expect { try plugin.subject("gedragscode@9", in: reading.views) } throws: { ($0 as? Failure)?.kind == .notFound }
      #expect { try plugin.subject("gedragscode@abc", in: reading.views) } throws: {
        ($0 as? Failure)?.kind == .notFound
      }
    }
  }

  @Test func `A difference shows what was removed and added with the lines around it`() {
    let old = (1...20).map { "regel \($0)" }
    var new = old
    new[1] = "regel twee"
    new.append("regel 21")
    let hunks = LineDifference(from: old, to: new).hunks
    #expect(hunks.map(\.header) == ["@@ -1,5 +1,5 @@", "@@ -18,3 +18,4 @@"])
    #expect(
      hunks.first?.lines.map { $0.kind.rawValue + $0.text } == [
        " regel 1", "-regel 2", "+regel twee", " regel 3", " regel 4", " regel 5",
      ])
    #expect(LineDifference(from: old, to: old).hunks.isEmpty)
    #expect(LineDifference(from: [], to: ["a"]).hunks.first?.header == "@@ -0,0 +1,1 @@")
  }

  @Test func `Only plain text is compared`() throws {
    let pdf = Document(bytes: [0x25, 0x50, 0x44, 0x46], mediaType: "application/pdf")
    #expect { try Versietekst.lines(pdf, "gedragscode@1") } throws: { ($0 as? Failure)?.kind == .badInput }
    #expect(try Versietekst.lines(Proefregeling.document("a\r\nb\n"), "gedragscode@1") == ["a", "b"])
  }

  @Test func `No event type holds a sealed value in its view`() throws {
    let sealed = BeleidPlugin().events.flatMap(\.fields).filter(\.visibility.isSealed).map(\.name)
    #expect(sealed == ["concept", "tekst"])
    try code.ontwerp("geheim tot het besluit", plicht: .nietVereist)
    try code.stelVast("geheim tot het besluit")
    let facts = try code.regeling().feiten
    #expect(facts.count == 2)
    #expect(facts.allSatisfy { fact in !fact.values.contains { sealed.contains($0.name) } })
  }
}
