import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Zaken

extension Zaak {
  /// What its reader would give a party.
  func dossier(_ partij: String, persoon: Int64? = nil) throws -> String {
    let partij = try #require(procedure.deelnemer(partij))
    return Partijdossier(stand, voor: partij, persoon: persoon, door: stand.functies(lezer)).tekst
  }
}

/// Of several people of one party each gets the own file.
@Suite struct VerstrekTests {
  private func met(_ wereld: Zakenwereld, _ beklaagden: [String]) throws -> StreamID {
    var klacht = Zakenwereld.klacht
    klacht["beklaagde"] = beklaagden
    let zaak = try wereld.open(als: wereld.directeur, leden: [(wereld.onderzoeker, "onderzoeker")], klacht)
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur, op: "2026-10-05",
      ["wijze": ["intern"], "onderzoekers": ["J. Fictief"]])
    return zaak
  }

  private func hoor(_ naam: String?, _ wie: String, in zaak: StreamID, _ tekst: String, _ wereld: Zakenwereld) throws {
    let verslag = Document(bytes: Array(tekst.utf8), mediaType: "text/plain")
    var velden: Veldwaarden = ["wie": [wie], "gehoordOp": ["2026-10-12"]]
    velden["verslag\(wie.capitalized)"] = [Stukwaarde(verslag).text]
    velden["gehoorde"] = naam.map { [$0] }
    try wereld.stap("HoorverslagVastgesteld", in: zaak, als: wereld.onderzoeker, op: "2026-10-12", velden)
  }

  @Test(arguments: ["beklaagde", "getuige"])
  func `each of several who were heard gets the own report only`(_ partij: String) throws {
    let wereld = try Zakenwereld()
    let zaak = try met(wereld, ["P. Fictief", "Q. Fictief"])
    try hoor("P. Fictief", partij, in: zaak, "het eerste verslag", wereld)  // 3
    try hoor("Q. Fictief", partij, in: zaak, "een ander verslag, langer", wereld)  // 4
    try hoor("  p.  FICTIEF ", partij, in: zaak, "nog een verslag van de eerste", wereld)  // 5
    try hoor(nil, partij, in: zaak, "van iemand die niet is genoemd, het langst van alle", wereld)  // 6
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    let veld = "  verslag\(partij.capitalized):"
    func verslagen(_ persoon: Int64?) throws -> Int {
      try gelezen.dossier(partij, persoon: persoon).components(separatedBy: veld).count - 1
    }
    #expect(try [3, 4, 5, 6, nil].map(verslagen) == [2, 1, 2, 1, 0])
    #expect(try gelezen.dossier(partij, persoon: 3) == gelezen.dossier(partij, persoon: 5))
    #expect(try gelezen.dossier(partij, persoon: 3) != gelezen.dossier(partij, persoon: 4))
    for persoon in [3, 4, 5, 6, nil] as [Int64?] {
      let tekst = try gelezen.dossier(partij, persoon: persoon)
      #expect(
        !tekst.contains("Q. Fictief") && !tekst.contains("P. Fictief"), "no name of another, nor which is one's own")
      #expect(tekst.contains("gedraging") == (partij == "beklaagde"), "what is everyone's is in every file")
    }
    let lid = try #require(gelezen.procedure.deelnemer(partij))
    #expect(Partijdossier.eigen(gelezen.stand, van: lid) == [3, 4, 5, 6])
  }

  @Test func `a copy that one beklaagde got is in the file of that one`() throws {
    let wereld = try Zakenwereld()
    let zaak = try met(wereld, ["P. Fictief", "Q. Fictief"])
    let afschrift = Document(bytes: Array("zonder de naam van Q.".utf8), mediaType: "text/plain")
    try wereld.stap(
      "AfschriftAanBeklaagdeVerstrekt", in: zaak, als: wereld.directeur,
      ["aanWie": ["P. Fictief"], "afschrift": [Stukwaarde(afschrift).text]])  // 3
    try hoor("Q. Fictief", "beklaagde", in: zaak, "verslag", wereld)  // 4
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.directeur))
    #expect(try gelezen.dossier("beklaagde", persoon: 3).contains("afschrift:"))
    #expect(try !gelezen.dossier("beklaagde", persoon: 4).contains("afschrift:"))
    #expect(try !gelezen.dossier("beklaagde").contains("afschrift:"))
  }

  @Test func `a person of whom nothing is recorded is not one`() throws {
    let wereld = try Zakenwereld()
    let zaak = try met(wereld, ["P. Fictief"])
    try hoor("P. Fictief", "beklaagde", in: zaak, "verslag", wereld)  // 3
    for (aan, persoon) in [("beklaagde", 1), ("beklaagde", 99), ("klager", 3), ("getuige", 3)] as [(String, Int64)] {
      let failure = try wereld.boek.expectRefusal(.anders(.badInput)) {
        try wereld.leg(.verstrekt(aan: aan, persoon: persoon), in: zaak, als: wereld.directeur)
      }
      #expect(failure?.message.nl.contains("nummer \(persoon) heeft niets") == true)
    }
    try wereld.leg(.verstrekt(aan: "beklaagde", persoon: 3), in: zaak, als: wereld.directeur)
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.onderzoeker))
    #expect(gelezen.feiten.last?.gebeurtenis == .verstrekt(aan: "beklaagde", persoon: 3))
    #expect(gelezen.bevindingen.isEmpty)
  }

  @Test func `aftercare that was agreed with one party is not read by another`() throws {
    let wereld = try Zakenwereld()
    let ontvanger = try wereld.sleutel(.adviespunt)
    let zaak = try wereld.open("P-17", als: ontvanger, ["indiener": ["melder"], "gedrag": ["Iets onaardigs"]])
    try wereld.stap("Doorverwezen", in: zaak, als: ontvanger, ["trede": ["mediation"]])
    for wie in [["melder"], ["beschuldigde", "getuige"]] {
      try wereld.stap(
        "NazorgafspraakVastgelegd", in: zaak, als: ontvanger,
        ["voor": wie, "afspraak": ["Een afspraak met \(wie.joined())."]])  // 3, 4
    }
    let gelezen = try #require(try wereld.zaak(zaak, als: ontvanger))
    for (partij, nummer, leest) in [
      ("melder", 3, ["melder"]), ("melder", 4, []), ("melder", nil, []), ("beschuldigde", 3, []),
      ("beschuldigde", 4, ["beschuldigdegetuige"]), ("getuige", 4, ["beschuldigdegetuige"]), ("getuige", 3, []),
    ] as [(String, Int64?, [String])] {
      let tekst = try gelezen.dossier(partij, persoon: nummer)
      let found = ["melder", "beschuldigdegetuige"].filter { tekst.contains("Een afspraak met \($0).") }
      #expect(found == leest, "\(partij), \(nummer ?? 0)")
    }
  }

  @Test func `where nobody sees all of it, each gives a part that says who holds the rest`() throws {
    let wereld = try Zakenwereld()
    let ontvanger = try wereld.sleutel(.adviespunt)
    let zaak = try wereld.open(
      "P-17", als: ontvanger, leden: [(wereld.onderzoeker, "commissie"), (wereld.directeur, "bevoegdGezag")],
      ["indiener": ["melder"], "gedrag": ["Iets onaardigs"]])
    func dossier(_ key: UnlockedKey) throws -> String {
      try #require(try wereld.zaak(zaak, als: key)).dossier("melder")
    }
    // Until here the receiver sees all of it, so nobody else gives a part.
    #expect(try !dossier(ontvanger).contains("een ander deel"))
    _ = try wereld.boek.expectRefusal(.anders(.notPermitted)) {
      try wereld.leg(.verstrekt(aan: "melder", persoon: nil), in: zaak, als: wereld.directeur)
    }
    try wereld.stap("KlachtUitMelding", in: zaak, als: ontvanger)
    try wereld.stap("OntvankelijkheidBeoordeeld", in: zaak, als: wereld.onderzoeker, ["ontvankelijk": ["nee"]])
    try wereld.stap("KlachtNietOntvankelijk", in: zaak, als: wereld.onderzoeker, ["reden": ["Te oud."]])
    #expect(try dossier(ontvanger).contains("[een ander deel verstrekt: bevoegdGezag, commissie]"))
    #expect(try dossier(ontvanger).contains("Iets onaardigs") && !dossier(ontvanger).contains("Te oud."))
    #expect(try dossier(wereld.onderzoeker).contains("[een ander deel verstrekt: bevoegdGezag, ontvanger]"))
    #expect(try dossier(wereld.onderzoeker).contains("Te oud."))
    for key in [ontvanger, wereld.onderzoeker] {
      try wereld.leg(.verstrekt(aan: "melder", persoon: nil), in: zaak, als: key)
    }
    #expect(try #require(try wereld.zaak(zaak, als: wereld.directeur)).bevindingen.isEmpty)
  }
}
