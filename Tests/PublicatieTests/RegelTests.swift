import Governance
import Ledger
import LedgerCrypto
import Publication
import Testing

@testable import Publicatie

struct RegelTests {
  let boek: Proefboek
  let stroom: StreamID

  init() throws {
    boek = try Proefboek()
    stroom = StreamID(kind: "Publicatie", id: UUIDv7(milliseconds: 1, random: RepeatableRandom(seed: "stroom")))
  }

  private func ingesteld(_ change: (inout EventDraft) -> Void = { _ in }) throws -> EventDraft {
    var draft = EventDraft(PublicatieIngesteld.self, stream: stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[PublicatieIngesteld.adres] = "https://register.gemeente.example"
    draft[PublicatieIngesteld.contact] = "register@gemeente.example"
    draft[PublicatieIngesteld.beveiligingscontact] = "https://gemeente.example/melden"
    draft[PublicatieIngesteld.zoekmachines] = .toestaan
    draft[PublicatieIngesteld.licentie] = "https://creativecommons.org/publicdomain/zero/1.0/"
    change(&draft)
    return draft
  }

  private func uitgevoerd(
    dag: String = Proefboek.founded, omvang: Int64, _ change: (inout EventDraft) -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(PublicatieUitgevoerd.self, stream: stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[PublicatieUitgevoerd.manifest] = SHA256.hash("manifest")
    draft[PublicatieUitgevoerd.dag] = try CalendarDate(dag)
    draft[PublicatieUitgevoerd.omvang] = omvang
    draft[PublicatieUitgevoerd.wortel] = SHA256.hash("wortel")
    draft[PublicatieUitgevoerd.bestanden] = 12
    change(&draft)
    return draft
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let failure as Failure { return failure.rule?.id ?? "\(failure.kind)" } catch { return "\(error)" }
  }

  @Test(arguments: [
    "https://gemeente.example", "https://gemeente.example/register", "https://www.a-b.gemeente.example:8443/een/twee",
  ])
  func `an address that a site can have is accepted, and verification agrees`(address: String) throws {
    try boek.append(try ingesteld { $0[PublicatieIngesteld.adres] = address })
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
    #expect(refusal { try boek.append(draft) } == "PUB-ADRES")
  }

  @Test(arguments: ["javascript:alert(1)", "http://gemeente.example", "data:text/html,x", "ftp://gemeente.example"])
  func `an address of another scheme is no address at all`(address: String) throws {
    let draft = try ingesteld { $0[PublicatieIngesteld.adres] = address }
    #expect(refusal { try boek.append(draft) } == "badInput")
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
      #expect(refusal { try boek.append(draft) } == "PUB-CONTACT")
    }
  }

  @Test func `a licence is a link that can stand on a page`() throws {
    let draft = try ingesteld { $0[PublicatieIngesteld.licentie] = "https://licentie.example/\"><script>" }
    #expect(refusal { try boek.append(draft) } == "PUB-LICENTIE")
  }

  @Test func `nothing is published before publishing was set up`() throws {
    #expect(throws: Failure.self) { try boek.append(try uitgevoerd(omvang: 6)) }
    #expect(throws: PublicatieRules.notSetUp) { try boek.site() }
  }

  @Test func `a second site is refused, a changed choice is not`() throws {
    try boek.append(try ingesteld())
    try boek.append(try ingesteld { $0[PublicatieIngesteld.zoekmachines] = .weigeren })
    let other = StreamID(kind: "Publicatie", id: UUIDv7(milliseconds: 2, random: RepeatableRandom(seed: "andere")))
    var draft = EventDraft(PublicatieIngesteld.self, stream: other, effective: try ImpreciseDate(Proefboek.founded))
    for field in [
      PublicatieIngesteld.adres, PublicatieIngesteld.contact, PublicatieIngesteld.beveiligingscontact,
      PublicatieIngesteld.licentie,
    ] { draft[field] = try ingesteld()[field] }
    draft[PublicatieIngesteld.zoekmachines] = .toestaan
    #expect(refusal { try boek.append(draft) } == "PUB-EEN")
    #expect(try boek.read { try PublicatieView().instelling($0.views)?.zoekmachines } == .weigeren)
  }

  @Test func `a day that is still to come is refused, the day itself is not`() throws {
    try boek.append(try ingesteld())
    #expect(refusal { try boek.append(try uitgevoerd(dag: "2026-11-22", omvang: 7)) } == "PUB-DAG")
    #expect(refusal { try boek.append(try uitgevoerd(dag: "2026-11-21", omvang: 7)) } == nil)
    #expect(try boek.verify().ok)
  }

  @Test func `a site shows everything but the publications at the end, no more and no less`() throws {
    try boek.append(try ingesteld())
    for wrong in [Int64(5), 6, 8, 100] {
      #expect(refusal { try boek.append(try uitgevoerd(omvang: wrong)) } == "PUB-STAND")
    }
    // The second and third still show what the first did; after another choice there is more to show.
    for _ in 1...3 { try boek.append(try uitgevoerd(omvang: 7)) }
    try boek.append(try ingesteld())
    #expect(refusal { try boek.append(try uitgevoerd(omvang: 7)) } == "PUB-STAND")
    #expect(refusal { try boek.append(try uitgevoerd(omvang: 11)) } == nil)
    #expect(try boek.verify().ok)
  }

  @Test(arguments: Proefboek.roles)
  func `those who answer for what is published may sign, others may not`(role: Rol) throws {
    let may: Set<Rol> = [.algemeenDirecteur, .griffier, .college, .secretariaat]
    #expect((refusal { try boek.append(try ingesteld(), als: role) } == nil) == may.contains(role))
  }
}
