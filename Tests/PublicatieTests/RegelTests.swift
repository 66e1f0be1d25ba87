import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

@testable import Publicatie

struct RegelTests {
  let proef: Proefsite
  var boek: Proefboek { proef.boek }

  init() throws { proef = try Proefsite() }

  private func ingesteld(_ change: (inout EventDraft) -> Void = { _ in }) throws -> EventDraft {
    try proef.ingesteld(change)
  }

  private func uitgevoerd(
    dag: String = Proefboek.founded, omvang: Int64, _ change: (inout EventDraft) -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(PublicatieUitgevoerd.self, stream: proef.stroom, effective: ImpreciseDate(boek.today))
    draft[PublicatieUitgevoerd.manifest] = SHA256.hash("manifest")
    draft[PublicatieUitgevoerd.dag] = try CalendarDate(dag)
    draft[PublicatieUitgevoerd.omvang] = omvang
    draft[PublicatieUitgevoerd.wortel] = SHA256.hash("wortel")
    draft[PublicatieUitgevoerd.bestanden] = 12
    change(&draft)
    return draft
  }

  @Test(arguments: [
    "https://gemeente.example", "https://gemeente.example/register", "https://www.a-b.gemeente.example:8443/een/twee",
  ])
  func `an address that a site can have is accepted, and verification agrees`(address: String) throws {
    try boek.append(try ingesteld { $0[PublicatieIngesteld.adres] = address }, als: .secretariaat)
    #expect(try boek.verify().ok)
  }

  @Test(arguments: [
    "https://gemeente.example/", "https://Gemeente.example", "https://gemeente.example/Register",
    "https://gemeente.example/a?b=c", "https://gemeente.example/a#b", "https://gemeente", "https://a@gemeente.example",
    "https://gemeente.example/../x", "https://gemeente.example/a//b", "https://gemeente.example:0/a",
    "https://gemeente.example/\"><script>", "https://gemeente.example/é", "https://-a.example",
  ])
  func `an address that a site cannot have is refused`(address: String) throws {
    let draft = try ingesteld { $0[PublicatieIngesteld.adres] = address }
    try boek.expectRefusal(.geweigerd("PUB-ADRES")) { try boek.append(draft, als: .secretariaat) }
  }

  @Test(arguments: ["javascript:alert(1)", "http://gemeente.example", "data:text/html,x", "ftp://gemeente.example"])
  func `an address of another scheme is no address at all`(address: String) throws {
    let draft = try ingesteld { $0[PublicatieIngesteld.adres] = address }
    try boek.expectRefusal(.anders(.badInput)) { try boek.append(draft, als: .secretariaat) }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "mailto:a@gemeente.example", "http://gemeente.example/contact",
    "data:text/html;base64,PHNjcmlwdD4=", "a@b", "a@@gemeente.example", "a b@gemeente.example", "a@gemeente.example,b",
    "a@gemeente.example?subject=x", "\"><script>@gemeente.example", "bel ons", "https://gemeente.example/\"onclick=",
    "https://gemeente.example/%zz", "//gemeente.example",
  ])
  func `a contact that is neither a plain e-mail address nor an https link is refused`(contact: String) throws {
    for field in [PublicatieIngesteld.contact, PublicatieIngesteld.beveiligingscontact] {
      let draft = try ingesteld { $0[field] = contact }
      try boek.expectRefusal(.geweigerd("PUB-CONTACT")) { try boek.append(draft, als: .secretariaat) }
    }
  }

  @Test func `a licence is a link that can stand on a page`() throws {
    let draft = try ingesteld { $0[PublicatieIngesteld.licentie] = "https://licentie.example/\"><script>" }
    try boek.expectRefusal(.geweigerd("PUB-LICENTIE")) { try boek.append(draft, als: .secretariaat) }
  }

  @Test func `nothing is published before publishing was set up`() throws {
    try boek.expectRefusal(.anders(.notFound)) { try boek.append(try uitgevoerd(omvang: 6), als: .secretariaat) }
    try boek.expectRefusal(.geweigerd("PUB-INGESTELD")) { try proef.site() }
  }

  @Test func `a second site is refused, a changed choice is not`() throws {
    try boek.append(try ingesteld(), als: .secretariaat)
    try boek.append(try ingesteld { $0[PublicatieIngesteld.zoekmachines] = .weigeren }, als: .secretariaat)
    let draft = try proef.ingesteld(op: boek.stream("Publicatie"))
    try boek.expectRefusal(.geweigerd("PUB-EEN")) { try boek.append(draft, als: .secretariaat) }
    #expect(try boek.read { try Publicaties.instelling($0.views)?.zoekmachines } == .weigeren)
  }

  @Test func `a day that is still to come is refused, the day itself is not`() throws {
    try boek.append(try ingesteld(), als: .secretariaat)
    try boek.expectRefusal(.geweigerd("PUB-DAG")) {
      try boek.append(try uitgevoerd(dag: "2026-11-22", omvang: 7), als: .secretariaat)
    }
    try boek.append(try uitgevoerd(dag: "2026-11-21", omvang: 7), als: .secretariaat)
    #expect(try boek.verify().ok)
  }

  @Test func `a site shows everything but the publications at the end, no more and no less`() throws {
    try boek.append(try ingesteld(), als: .secretariaat)
    for wrong in [Int64(5), 6, 8, 100] {
      try boek.expectRefusal(.geweigerd("PUB-STAND")) {
        try boek.append(try uitgevoerd(omvang: wrong), als: .secretariaat)
      }
    }
    // The second and third still show what the first did; after another choice there is more to show.
    for _ in 1...3 { try boek.append(try uitgevoerd(omvang: 7), als: .secretariaat) }
    try boek.append(try ingesteld(), als: .secretariaat)
    try boek.expectRefusal(.geweigerd("PUB-STAND")) { try boek.append(try uitgevoerd(omvang: 7), als: .secretariaat) }
    try boek.append(try uitgevoerd(omvang: 11), als: .secretariaat)
    #expect(try boek.verify().ok)
  }

  @Test(arguments: Proefsite.roles + [.secretariaat])
  func `those who answer for what is published may sign, others may not`(role: Rol) throws {
    let may: Set<Rol> = [.algemeenDirecteur, .griffier, .college, .secretariaat]
    let expected: Uitkomst = may.contains(role) ? .aanvaard : .anders(.notPermitted)
    #expect(Uitkomst { try boek.append(try ingesteld(), als: role) } == expected)
  }
}
