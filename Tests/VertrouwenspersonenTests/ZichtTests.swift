import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Vertrouwenspersonen

/// Who sees a name, and how people call an appointment.
struct ZichtTests {
  private let wereld: Wereld
  private let boek: Proefboek
  private let kandidaat: Wereld.Kandidaat

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
    kandidaat = try wereld.benoemde()
  }

  private func lijst(als role: Rol?) throws -> JSON {
    try boek.read(als: role) { reading in
      let day = boek.today
      let benoeming = try #require(try Benoeming.find(kandidaat.stream, reading.views))
      return try BenoemingJSON(reading, day).json(benoeming)
    }
  }

  @Test func `A member reads the name; someone outside reads the dates`() throws {
    #expect(try lijst(als: .ondernemingsraad)["naam"]?.string == "Karin Voorbeeld")
    let outside = try lijst(als: nil)
    #expect(outside["naam"] == .null && outside["van"]?.string == "2023-01-01")
    #expect(outside["tot"]?.string == "2027-01-01" && outside["kenmerk"]?.string == "vertrouwenspersoon-1")
  }

  @Test func `The members of the JSON are those that help promises`() throws {
    for member in try #require(try lijst(als: nil).members) { #expect(BenoemingJSON.help.contains(member.name)) }
  }

  @Test func `The signed bytes and the views hold no name, number, address or explanation`() throws {
    try wereld.voorneem(kandidaat, .andereGrond)
    let leaves = try boek.directory.read {
      try $0.log.entries(from: 0, limit: 100).map { String(decoding: $0.leaf, as: UTF8.self) }
    }
    let payloads = leaves.compactMap { leaf in
      leaf.split(separator: ".").dropFirst().first.flatMap { try? Base64.url.decode(String($0)) }
        .map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(payloads.count == leaves.count)
    let secrets = [
      "Karin", "+31 320", "vp@voorbeeld", "dossier 12", "belangenverstrengeling", "andereGrond", "voornemen",
    ]
    for text in payloads { for secret in secrets { #expect(!text.contains(secret), "\(secret)") } }
    try boek.read { reading in
      let facts = try reading.views.facts(in: kandidaat.stream)
      #expect(facts.contains { $0.is(DossierAangevuld.self) })
      for fact in facts {
        for secret in secrets { #expect(!JSON.object(fact.values).text.contains(secret), "\(secret)") }
      }
    }
  }

  @Test func `The newest contact details are shown, and what did not change stays`() throws {
    try boek.append(
      wereld.draft(ContactgegevensGewijzigd.self, kandidaat, op: "2026-11-21") {
        $0[Contact.telefoon] = "+31 320 111111"
      }, als: .secretariaat)
    try boek.read(als: .secretariaat) { reading in
      let benoeming = try #require(try Benoeming.find(kandidaat.stream, reading.views))
      let contact = try Contactgegevens(benoeming, reading.filter)
      #expect(contact.naam.string == "Karin Voorbeeld" && contact.telefoon.string == "+31 320 111111")
    }
  }

  @Test func `A handle names one appointment, both ways, and never a person`() throws {
    try boek.read { reading in
      let plugin = VertrouwenspersonenPlugin()
      let subject = try #require(try plugin.subject("vertrouwenspersoon-1", in: reading.views))
      #expect(subject.stream == kandidaat.stream && subject.versie == nil)
      #expect(try plugin.handle(of: kandidaat.stream, versie: nil, in: reading.views) == "vertrouwenspersoon-1")
      #expect(try plugin.subject(kandidaat.stream.description, in: reading.views)?.handle == "vertrouwenspersoon-1")
      #expect(try plugin.subject("gedragscode@2", in: reading.views) == nil)
      #expect(try plugin.handle(of: boek.stream("Regeling"), versie: nil, in: reading.views) == nil)
      #expect(throws: Failure.self) { try plugin.subject("vertrouwenspersoon-9", in: reading.views) }
    }
  }
}
