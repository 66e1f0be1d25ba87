import Governance
import Ledger
import Proefboek
import Testing

@testable import Instemming
@testable import Vertrouwenspersonen

/// What an appointment or contract needs: each refusal with a twin that is accepted.
struct BenoemenTests {
  private let wereld: Wereld
  private let boek: Proefboek

  init() throws {
    wereld = try Wereld()
    boek = wereld.boek
  }

  @Test func `With consent, certification, letter and declaration someone is appointed`() throws {
    #expect(Uitkomst { try wereld.benoem(wereld.gereed()) } == .aanvaard)
    #expect(try boek.verify().ok)
  }

  @Test func `Without consent nobody is appointed`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat) }
    _ = try wereld.vraag(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat) }
  }

  @Test func `Consent to another person does not count, and the refusal says whose it is`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    let other = try wereld.kandidaat(naam: "Ben Fictief")
    let consent = try wereld.verleen(other)
    let failure = try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) {
      try wereld.benoem(kandidaat) { $0[VertrouwenspersoonBenoemd.instemming] = consent }
    }
    #expect(failure?.message.nl.contains("vertrouwenspersoon-2") == true)
    // A procedure nobody ever opened is no consent either.
    try wereld.verleen(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) {
      try wereld.benoem(kandidaat) { $0[VertrouwenspersoonBenoemd.instemming] = boek.stream("Instemming") }
    }
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) {
      try wereld.benoem(kandidaat) { $0[VertrouwenspersoonBenoemd.instemming] = nil }
    }
    #expect(Uitkomst { try wereld.benoem(kandidaat) } == .aanvaard)
  }

  @Test func `Consent to another decision about the same person does not count`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try wereld.verleen(kandidaat, .verlengen)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat) }
  }

  @Test func `Withheld consent stops an appointment until consent is given anew`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try wereld.onthoud(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat) }
    try wereld.verleen(kandidaat)
    #expect(Uitkomst { try wereld.benoem(kandidaat) } == .aanvaard)
  }

  @Test func `An appointment the works council calls void is refused before and listed after`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try wereld.roepNietigheidIn(kandidaat)
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat) }

    // Nullity that is invoked afterwards, about an appointment on which nothing was asked, shows as a duty not met.
    func isOpen() throws -> Bool { try wereld.plichten().contains { $0.id == "VP-INSTEMMING" } }
    try wereld.benoem(wereld.gereed())
    #expect(try !isOpen())
    let other = try wereld.kandidaat(naam: "Ben Fictief")
    try wereld.benoem(other, als: .secretariaat, vanVroeger)
    #expect(try isOpen())
    try wereld.roepNietigheidIn(other)
    #expect(try wereld.plichten().contains { $0.wat.nl == "instemming: nietigheid ingeroepen" })
  }

  @Test(arguments: [(.lelystad, true), (.utrecht, false), (.maastricht, false), (nil, false)] as [(Regelmodel?, Bool)])
  func `Nullity does something to an appointment only where the rules here give a right of consent`(
    _ model: Regelmodel?, _ hasRight: Bool
  ) throws {
    let wereld = try Wereld(model)
    let kandidaat = try wereld.kandidaat()
    var appeal = EventDraft(
      NietigheidIngeroepen.self, stream: wereld.boek.stream("Instemming"), effective: try ImpreciseDate("2022-02-01"))
    appeal[Betreft.onderwerp] = kandidaat.stream
    appeal[Betreft.orgaan] = .ondernemingsraad
    appeal[Betreft.persoonsbesluit] = .benoemen
    appeal[NietigheidIngeroepen.bekendOp] = try CalendarDate("2022-02-01")
    func said() throws -> [String] {
      try wereld.boek.read(als: .ondernemingsraad) {
        try VertrouwenspersonenPlugin().warnings(about: appeal, $0).map(\.nl)
      }
    }
    #expect(try said().isEmpty == hasRight)
    if !hasRight { #expect(try said().first?.contains("WOR art. 32") == true) }
    if model == .utrecht { #expect(try said().first?.contains("003:134") == true) }
    try wereld.boek.append(appeal, als: .ondernemingsraad)
    #expect(try wereld.toestand(kandidaat, op: "2022-03-01") == (hasRight ? .instemmingOnthouden : .kandidaat))
    try wereld.benoem(kandidaat, als: .secretariaat, vanVroeger)
    #expect(try wereld.plichten().contains { $0.id == "VP-INSTEMMING" } == hasRight)
    appeal[Betreft.persoonsbesluit] = .ontheffen
    #expect(try said().isEmpty == hasRight)
    #expect(try wereld.boek.verify().ok)
  }

  @Test func `Consent of after the appointment does not carry it`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.certificeer(kandidaat)
    try wereld.verleen(kandidaat, op: "2023-01-02")
    try boek.expectRefusal(.geweigerd("VP-INSTEMMING")) { try wereld.benoem(kandidaat, op: "2023-01-01") }
    #expect(Uitkomst { try wereld.benoem(kandidaat, op: "2023-01-02", tot: "2027-01-02") } == .aanvaard)
  }

  @Test(arguments: [
    ("2021-01-01", "2022-12-31", false), ("2023-01-02", "2032-12-31", false), ("2021-01-01", "2023-01-01", true),
    ("2023-01-01", "2023-01-01", true),
  ])
  func `Certification holds on the first day`(van: String, tot: String, isAccepted: Bool) throws {
    let kandidaat = try wereld.gereed(certificaat: (van, tot))
    #expect(
      Uitkomst { try wereld.benoem(kandidaat, op: "2023-01-01") }
        == (isAccepted ? .aanvaard : .geweigerd("VP-CERTIFICERING")))
  }

  @Test func `Without a certificate, or without accepting the LVV's code, nobody is appointed`() throws {
    let none = try wereld.kandidaat()
    try wereld.verleen(none)
    try boek.expectRefusal(.geweigerd("VP-CERTIFICERING")) { try wereld.benoem(none) }
    try wereld.certificeer(none, conformeert: false)
    try boek.expectRefusal(.geweigerd("VP-CERTIFICERING")) { try wereld.benoem(none) }
  }

  @Test func `A certificate of another person does not count`() throws {
    let kandidaat = try wereld.kandidaat()
    try wereld.verleen(kandidaat)
    try wereld.certificeer(wereld.kandidaat(naam: "Ben Fictief"))
    try boek.expectRefusal(.geweigerd("VP-CERTIFICERING")) { try wereld.benoem(kandidaat) }
  }

  @Test func `Letter and declaration are recorded, each of them`() throws {
    let kandidaat = try wereld.gereed()
    try boek.expectRefusal(.geweigerd("VP-AANSTELLINGSBRIEF")) {
      try wereld.benoem(kandidaat, zonder(VertrouwenspersoonBenoemd.brief))
    }
    try boek.expectRefusal(.geweigerd("VP-VERKLARING")) {
      try wereld.benoem(kandidaat, zonder(VertrouwenspersoonBenoemd.verklaring))
    }
    // Saying that a paper is there without giving it or its place is not enough.
    try boek.expectRefusal(.geweigerd("VP-STUK")) {
      try wereld.benoem(kandidaat) { $0[VertrouwenspersoonBenoemd.brief.vindplaats] = nil }
    }
    #expect(Uitkomst { try wereld.benoem(kandidaat) } == .aanvaard)
  }

  @Test func `F29: who is refused reads what is true, also of a first day that is still to come`() throws {
    let later = try wereld.benoemde(op: "2027-01-01", tot: "2031-01-01")
    let failure = try boek.expectRefusal(.geweigerd("VP-EENMAAL")) { try wereld.benoem(later) }
    #expect(
      failure?.message.nl.hasPrefix("vertrouwenspersoon-1 is al benoemd, met als eerste dag 1 januari 2027") == true)
    let extern = try wereld.kandidaat(.extern)
    try wereld.certificeer(extern)
    let contract = try boek.expectRefusal(.geweigerd("VP-CONTRACT")) {
      try wereld.contracteer(extern, zonder(ExterneVertrouwenspersoonGecontracteerd.contract))
    }
    #expect(contract?.message.nl == "het contract ontbreekt")
  }

  @Test func `Another person can serve at the same time`() throws {
    _ = try wereld.benoemde()
    #expect(Uitkomst { try wereld.benoemde() } == .aanvaard)
  }

  @Test func `The municipal secretary decides; the secretariat only under a mandate or about the past`() throws {
    let kandidaat = try wereld.gereed()
    try boek.expectRefusal(.geweigerd("VP-BEVOEGD")) { try wereld.benoem(kandidaat, als: .secretariaat) }
    try boek.expectRefusal(.anders(.notPermitted)) { try wereld.benoem(kandidaat, als: .ondernemingsraad) }
    #expect(Uitkomst { try wereld.benoem(kandidaat, als: .algemeenDirecteur) } == .aanvaard)
  }

  @Test func `A fact names the person of its appointment`() throws {
    let kandidaat = try wereld.gereed()
    try boek.expectRefusal(.geweigerd("VP-PERSOON")) {
      try wereld.benoem(kandidaat) { $0[VertrouwenspersoonBenoemd.persoon] = boek.stream("Persoon") }
    }
  }

  @Test func `An internal one is appointed and an external one contracted`() throws {
    let extern = try wereld.kandidaat(.extern, naam: "Loes Verzonnen")
    try boek.expectRefusal(.geweigerd("VP-VORM")) { try wereld.benoem(extern) }
    let intern = try wereld.gereed()
    try boek.expectRefusal(.geweigerd("VP-VORM")) { try wereld.contracteer(intern) }
  }

  @Test func `An external one is certified as well, with a contract, and needs no consent`() throws {
    let extern = try wereld.kandidaat(.extern, naam: "Loes Verzonnen")
    try boek.expectRefusal(.geweigerd("VP-CERTIFICERING")) { try wereld.contracteer(extern) }
    try wereld.certificeer(extern)
    try boek.expectRefusal(.geweigerd("VP-CONTRACT")) {
      try wereld.contracteer(extern, zonder(ExterneVertrouwenspersoonGecontracteerd.contract))
    }
    try boek.expectRefusal(.geweigerd("VP-VOLGORDE")) { try wereld.contracteer(extern, laatsteDag: "2022-12-31") }
    #expect(Uitkomst { try wereld.contracteer(extern) } == .aanvaard)
    #expect(try wereld.toestand(extern) == .actief)
  }
}
