import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Zaken

/// What is recorded about a step after it: what was left out, who was told, what a party gets, and the end.
@Suite struct VervolgTests {
  let wereld: Zakenwereld
  let zaak: StreamID

  init() throws {
    wereld = try Zakenwereld()
    var klacht = Zakenwereld.klacht
    klacht["klager"] = ["K. Lager"]
    zaak = try wereld.open(
      als: wereld.directeur,
      leden: [(wereld.onderzoeker, "onderzoeker"), (wereld.adviseur, "adviseur")], klacht)
  }

  private func gelezen(_ key: UnlockedKey) throws -> Zaak { try #require(try wereld.zaak(zaak, als: key)) }

  private func dossier(_ partij: String) throws -> String {
    let zaak = try gelezen(wereld.directeur)
    return try zaak.dossier(partij)
  }

  private func belegd() throws {
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur, op: "2026-10-05",
      ["wijze": ["intern"], "onderzoekers": ["J. Fictief"]])
  }

  // MARK: Days

  @Test func `what has not happened yet is not recorded`() throws {
    _ = try wereld.boek.expectRefusal(.anders(.badInput)) {
      try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, op: "2030-01-01")
    }
    _ = try wereld.boek.expectRefusal(.anders(.badInput)) { try wereld.open(als: wereld.directeur, op: "2027-06-01") }
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, op: "\(wereld.boek.today)")
  }

  @Test func `a case is shown as it stood on a day`() throws {
    try belegd()
    let nu = try gelezen(wereld.directeur)
    let toen = try #require(nu.zoals(op: try CalendarDate("2026-10-04")))
    #expect(toen.toestanden[Toestand.hoofdspoor]?.id == "ingediend" && toen.stappen.count == 1)
    #expect(nu.zoals(op: try CalendarDate("2026-09-30")) == nil)
    #expect(nu.zoals(op: try CalendarDate("2026-10-05"))?.stappen.count == 2)
  }

  // MARK: What was left out

  @Test func `a receipt is added when it is known, and meets its term`() throws {
    try wereld.stap("OntvangstbevestigingVerzonden", in: zaak, als: wereld.directeur, op: "2026-10-02")
    let termijn = try #require(try gelezen(wereld.directeur).procedure.termijn("T-01.3"))
    func klok() throws -> Klok {
      let clocks = try gelezen(wereld.adviseur).klokken(op: wereld.boek.today).klokken(van: termijn)
      return try #require(clocks.first)
    }
    #expect(try klok().status == nil && klok().isOpen)
    try wereld.leg(.aangevuld(nummer: 2), in: zaak, als: wereld.directeur, ["ontvangen": ["2026-10-06"]])
    #expect(try klok().status == .gehaald)
    // For who may see it, and for nobody else.
    #expect(try gelezen(wereld.adviseur).feiten[1].velden["ontvangen"] == ["2026-10-06"])
    let onderzoeker = try gelezen(wereld.onderzoeker)
    #expect(onderzoeker.feiten.allSatisfy { $0.velden["ontvangen"] == nil } && onderzoeker.bevindingen.isEmpty)
    #expect(try wereld.boek.verify().ok)
  }

  @Test func `what was said is not said again, nor by who may not`() throws {
    func aangevuld(_ key: UnlockedKey, _ nummer: Int64, _ velden: Veldwaarden, _ soort: Failure.Kind) throws {
      _ = try wereld.boek.expectRefusal(.anders(soort)) {
        try wereld.leg(.aangevuld(nummer: nummer), in: zaak, als: key, velden)
      }
    }
    try aangevuld(wereld.directeur, 1, ["vorm": ["anders"]], .badInput)
    try aangevuld(wereld.directeur, 1, ["onzin": ["x"]], .badInput)
    try aangevuld(wereld.directeur, 1, ["datumGedraging": ["morgen"]], .badInput)
    try aangevuld(wereld.directeur, 1, [:], .badInput)
    try aangevuld(wereld.directeur, 9, ["vorm": ["email"]], .badInput)
    try aangevuld(wereld.onderzoeker, 1, ["datumGedraging": ["2026-09-01"]], .notPermitted)
    try wereld.leg(.aangevuld(nummer: 1), in: zaak, als: wereld.directeur, ["datumGedraging": ["2026-09-01"]])
    try aangevuld(wereld.directeur, 1, ["datumGedraging": ["2026-09-02"]], .badInput)
  }

  // MARK: Who was told

  @Test func `who is told of what says why not, when there is nothing to tell`() throws {
    try belegd()
    func gezegd(_ nummer: Int64, _ aan: String) throws -> String {
      let failure = try wereld.boek.expectRefusal(.anders(.badInput)) {
        try wereld.leg(.medegedeeld(nummer: nummer, aan: aan, onthouden: nil), in: zaak, als: wereld.directeur)
      }
      return failure?.message.nl ?? ""
    }
    #expect(try gezegd(2, "koning").contains("kent «koning» niet"))
    #expect(try gezegd(99, "klager").contains("nummer 99 is geen stap"))
    #expect(try gezegd(2, "klager").contains("PartijGeinformeerd"))
  }

  // MARK: A party's own file

  @Test func `what a step keeps from a party stays out of its file, with the ground, until it is given`() throws {
    #expect(try dossier("beklaagde").contains("K. Lager"))
    try wereld.stap(
      "AfschriftAanBeklaagdeOnthouden", in: zaak, als: wereld.directeur, ["grond": ["onderzoeksbelang"]])
    #expect(try !dossier("beklaagde").contains("K. Lager"))
    #expect(try dossier("beklaagde").contains("[onthouden: onderzoeksbelang"))
    #expect(try dossier("klager").contains("K. Lager"))
    try wereld.stap("AfschriftAanBeklaagdeVerstrekt", in: zaak, als: wereld.directeur)
    #expect(try dossier("beklaagde").contains("K. Lager"))
  }

  @Test func `who is left uninformed does not read it in the file either`() throws {
    try belegd()
    try wereld.stap(
      "PartijOningelichtGelaten", in: zaak, als: wereld.directeur,
      ["wie": ["beklaagde"], "grond": ["onderzoeksbelang"]])
    #expect(try !dossier("beklaagde").contains("J. Fictief"))
    #expect(try dossier("klager").contains("J. Fictief"))
    try wereld.stap("PartijGeinformeerd", in: zaak, als: wereld.directeur, ["wie": ["klager"]])
    #expect(try !dossier("beklaagde").contains("J. Fictief"))
    try wereld.stap("PartijGeinformeerd", in: zaak, als: wereld.directeur, ["wie": ["beklaagde"]])
    #expect(try dossier("beklaagde").contains("J. Fictief"))
  }

  @Test func `who does not see all that a party may have gives no file, and a party without one gets none`() throws {
    let failure = try wereld.boek.expectRefusal(.anders(.notPermitted)) {
      try wereld.leg(.verstrekt(aan: "klager", persoon: nil), in: zaak, als: wereld.onderzoeker)
    }
    #expect(failure?.message.nl.contains("bevoegd") == true)
    _ = try wereld.boek.expectRefusal(.anders(.badInput)) {
      try wereld.leg(.verstrekt(aan: "getuige", persoon: nil), in: zaak, als: wereld.directeur)
    }
    try wereld.leg(.verstrekt(aan: "klager", persoon: nil), in: zaak, als: wereld.directeur)
    #expect(try gelezen(wereld.onderzoeker).bevindingen.isEmpty)
  }

  /// In P-17 nobody is in every part of the procedure: what a party may have is given by who has several functions.
  @Test(arguments: Meegeleverd.bestanden.map(\.id).filter { $0 != "P-17" })
  func `of every party someone sees all that it may have`(_ id: String) throws {
    let procedure = try Proefprocedure(id).procedure
    for partij in procedure.deelnemers where partij.soort == .partij {
      let sees = procedure.deelnemers.filter { functie in
        functie.soort == .functie
          && procedure.stappen.flatMap(\.velden).allSatisfy { veld in
            let functies = procedure.functies(voor: veld)
            return veld.isIdentiteit || !veld.zichtbaar.contains(partij.id) || functies.isEmpty
              || functies.contains(functie.id)
          }
      }
      #expect(!sees.isEmpty, "\(id): \(partij.id)")
    }
  }

  // MARK: The end

  @Test func `a case is not closed before its last step, nor while someone must still be told`() throws {
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur, op: "2026-10-02",
      ["wijze": ["intern"], "onderzoekers": ["J. Fictief"]])
    try wereld.stap(
      "HoorverslagVastgesteld", in: zaak, als: wereld.onderzoeker, op: "2026-10-12",
      ["wie": ["getuige"], "gehoordOp": ["2026-10-12"]])
    try wereld.stap("OnderzoeksrapportVastgesteld", in: zaak, als: wereld.onderzoeker, op: "2026-10-20")
    try wereld.stap("StandpuntVerzonden", in: zaak, als: wereld.directeur, op: "2026-10-21")
    try wereld.stap("BehandelingAfgerond", in: zaak, als: wereld.directeur, op: "2026-11-10")
    let open = try gelezen(wereld.directeur).stand.openMededelingen.map { "\($0.nummer) \($0.aan)" }
    #expect(open == ["4 klager", "4 beklaagde", "6 getuige"])
    let failure = try wereld.boek.expectRefusal(.geweigerd("ZAAK-EINDE")) {
      try wereld.leg(.gesloten, in: zaak, als: wereld.directeur)
    }
    #expect(failure?.message.nl.contains("6 BehandelingAfgerond aan getuige") == true)
    _ = try wereld.boek.expectRefusal(.anders(.badInput)) {
      try wereld.leg(
        .medegedeeld(nummer: 6, aan: "getuige", onthouden: nil), in: zaak, als: wereld.directeur, op: "2026-11-09")
    }
    for (nummer, aan) in [(4, "klager"), (4, "beklaagde"), (6, "getuige")] as [(Int64, String)] {
      try wereld.leg(.medegedeeld(nummer: nummer, aan: aan, onthouden: nil), in: zaak, als: wereld.directeur)
    }
    _ = try wereld.boek.expectRefusal(.anders(.badInput)) {
      try wereld.leg(.gesloten, in: zaak, als: wereld.directeur, op: "2026-11-09")
    }
    try wereld.leg(.gesloten, in: zaak, als: wereld.directeur)
    for key in [wereld.directeur, wereld.adviseur, wereld.onderzoeker] {
      let zaak = try gelezen(key)
      #expect(zaak.isGesloten && zaak.bevindingen.isEmpty)
    }
  }

  @Test func `a witness who was not heard is not told`() throws {
    try belegd()
    try wereld.stap("OnderzoeksrapportVastgesteld", in: zaak, als: wereld.onderzoeker, op: "2026-10-20")
    try wereld.stap("StandpuntVerzonden", in: zaak, als: wereld.directeur, op: "2026-10-21")
    try wereld.stap("BehandelingAfgerond", in: zaak, als: wereld.directeur, op: "2026-11-10")
    #expect(try !gelezen(wereld.directeur).stand.openMededelingen.contains { $0.aan == "getuige" })
  }

  @Test func `what was kept from someone can still be told`() throws {
    try belegd()
    try wereld.stap("OnderzoeksrapportVastgesteld", in: zaak, als: wereld.onderzoeker, op: "2026-10-20")
    func meld(_ onthouden: String?) throws {
      try wereld.leg(.medegedeeld(nummer: 3, aan: "beklaagde", onthouden: onthouden), in: zaak, als: wereld.directeur)
    }
    try meld("ernstigeBezwaren")
    try meld(nil)
    _ = try wereld.boek.expectRefusal(.anders(.badInput)) { try meld(nil) }
  }
}
