import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Zaken

/// What may be recorded in a case: refused with the rule that refuses it, and then nothing is written.
@Suite struct StapTests {
  let wereld: Zakenwereld
  let zaak: StreamID

  init() throws {
    wereld = try Zakenwereld()
    zaak = try wereld.open(als: wereld.directeur, leden: [(wereld.onderzoeker, "onderzoeker")])
  }

  /// Expects that a step is refused and leaves log, vault and documents as they were.
  private func expectWeigering(
    _ soort: Failure.Kind, _ regel: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> some Any
  ) throws {
    let uitkomst: Uitkomst = soort == .refused ? .geweigerd(regel) : .anders(soort)
    let failure = try wereld.boek.expectRefusal(uitkomst, sourceLocation: sourceLocation, body)
    #expect(failure?.rule?.id == regel, sourceLocation: sourceLocation)
  }

  @Test func `a step from the wrong state`() throws {
    try expectWeigering(.refused, "ZAAK-TOESTAND") {
      try wereld.stap("BehandelingAfgerond", in: zaak, als: wereld.directeur)
    }
  }

  @Test func `a step that is taken once`() throws {
    try expectWeigering(.refused, "ZAAK-EENMALIG") {
      try wereld.stap("KlachtIngediend", in: zaak, als: wereld.directeur, Zakenwereld.klacht)
    }
  }

  @Test func `a step before what it needs`() throws {
    try wereld.stap(
      "OnderzoekBelegd", in: zaak, als: wereld.directeur, ["wijze": ["extern"], "onderzoekers": ["Jan"]])
    try wereld.leg(.gecorrigeerd(nummer: 2, reden: "-"), in: zaak, als: wereld.directeur)
    try expectWeigering(.refused, "ZAAK-VEREIST") {
      try wereld.stap("PartijGeinformeerd", in: zaak, als: wereld.directeur, ["wie": ["klager"]])
    }
  }

  @Test func `a step by the wrong function`() throws {
    try expectWeigering(.notPermitted, "ZAAK-ROL") {
      try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.onderzoeker)
    }
  }

  @Test func `a step dated before the event it answers`() throws {
    try expectWeigering(.badInput, "ZAAK-VOLGORDE") {
      try wereld.stap("OntvangstbevestigingVerzonden", in: zaak, als: wereld.directeur, op: "2026-09-30")
    }
    // A date that may lie after it is accepted: what is not known is not refused.
    try wereld.stap("OntvangstbevestigingVerzonden", in: zaak, als: wereld.directeur, op: "2026-10")
  }

  @Test func `a standpunt dated before the hearing`() throws {
    let steps: [(String, UnlockedKey, Veldwaarden, String)] = [
      ("OnderzoekBelegd", wereld.directeur, ["wijze": ["intern"], "onderzoekers": ["Jan"]], "2026-10-02"),
      ("HoorverslagVastgesteld", wereld.onderzoeker, ["wie": ["klager"], "gehoordOp": ["2026-10-12"]], "2026-10-12"),
      ("OnderzoeksrapportVastgesteld", wereld.onderzoeker, [:], "2026-10-20"),
    ]
    for (naam, key, velden, dag) in steps { try wereld.stap(naam, in: zaak, als: key, op: dag, velden) }
    try expectWeigering(.badInput, "ZAAK-VOLGORDE") {
      try wereld.stap("StandpuntVerzonden", in: zaak, als: wereld.directeur, op: "2026-10-11")
    }
    try wereld.stap("StandpuntVerzonden", in: zaak, als: wereld.directeur, op: "2026-10-21")
    #expect(try wereld.zaak(zaak, als: wereld.directeur)?.hoofdtoestand == "standpuntVerzonden")
  }

  @Test func `a field that the step does not know, though another does`() throws {
    try expectWeigering(.badInput, "ZAAK-VELD") {
      try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["uitkomst": ["gegrond"]])
    }
  }

  /// A requirement with 0, 1, 20 and 21 answers.
  @Test(arguments: [(0, false), (1, true), (20, true), (21, false)])
  func `a requirement with so many answers`(_ aantal: Int, _ mag: Bool) throws {
    var velden = Zakenwereld.klacht
    velden["beklaagde"] = (0..<aantal).map { "Persoon \($0)" }
    guard mag else {
      return try expectWeigering(.badInput, "ZAAK-VELD") { try wereld.open(als: wereld.directeur, velden) }
    }
    let stream = try wereld.open(als: wereld.directeur, velden)
    #expect(try wereld.zaak(stream, als: wereld.directeur)?.feiten.first?.velden["beklaagde"] == velden["beklaagde"])
  }

  static let vormen: [(veld: String, waarde: String)] = [
    ("indiener", "Werkzaam"), ("indiener", "werkzaam "), ("datumGedraging", "2026-02-30"), ("datumGedraging", "morgen"),
    ("gedraging", ""), ("gedraging", "\u{1B}[31m"), ("gedraging", "a\u{202E}b"), ("beklaagde", "a\u{0}b"),
    ("klacht", "klacht.pdf"), ("klacht", ""), ("vorm", "brief"),
  ]

  @Test(arguments: vormen) func `a value of another form`(_ vorm: (veld: String, waarde: String)) throws {
    var velden = Zakenwereld.klacht
    velden[vorm.veld] = [vorm.waarde]
    let failure = try wereld.boek.expectRefusal(.anders(.badInput)) { try wereld.open(als: wereld.directeur, velden) }
    #expect(failure?.rule?.id == "ZAAK-VELD" && failure?.message.nl.contains(vorm.veld) == true)
    if vorm.waarde.count > 2, vorm.waarde != "werkzaam " {
      #expect(failure.map { "\($0)".contains(vorm.waarde) } == false)
    }
  }

  @Test func `more than an entry holds`() throws {
    var velden = Zakenwereld.klacht
    velden["beklaagde"] = Array(repeating: String(repeating: "x", count: 100_000), count: 16)
    let failure = try wereld.boek.expectRefusal(.anders(.badInput)) { try wereld.open(als: wereld.directeur, velden) }
    #expect(failure?.message.en.contains("too large") == true)
  }

  /// Who opens what, and what is said when the procedure has no route.
  @Test func `opening where the procedure has no route, or another one`() throws {
    let meegeleverd = try #require(Meegeleverd.bytes("P-04"))
    try wereld.neemAan(try Zakenwereld.procedure("P-04").procedure, meegeleverd)
    try expectWeigering(.refused, "ZAAK-ROUTE") {
      try wereld.open(
        "P-04", als: wereld.directeur, over: "algemeenDirecteur", [:])
    }
    // What is not meant for the procedure is taken up all the same, and marked.
    #expect(try wereld.open(als: wereld.directeur, over: "politiekeAmbtsdrager").kind == "Zaak")
    try expectWeigering(.notPermitted, "ZAAK-ROL") {
      try wereld.open(als: wereld.burgemeester, over: "politiekeAmbtsdrager")
    }
    try expectWeigering(.notPermitted, "ZAAK-ROL") { try wereld.open(als: wereld.directeur, over: "algemeenDirecteur") }
    try expectWeigering(.notPermitted, "ZAAK-ROL") { try wereld.open(als: wereld.griffier) }
    try expectWeigering(.notPermitted, "ZAAK-ROL") { try wereld.open(als: wereld.griffier, over: "griffier") }
    for over in [nil, "niemand"] {
      let failure = try wereld.boek.expectRefusal(.anders(.badInput)) {
        try wereld.open(als: wereld.directeur, over: over)
      }
      #expect(failure?.remedy?.nl.contains("algemeenDirecteur") == true)
    }
    #expect(try wereld.open(als: wereld.burgemeester, over: "algemeenDirecteur").kind == "Zaak")
  }

  @Test func `admission of who is involved reads like that of who has another role`() throws {
    let betrokken = try wereld.sleutel(.onderzoeker)
    let stream = try wereld.open(als: wereld.directeur, betrokken: [betrokken])
    var gezegd: [String] = []
    for key in [betrokken, wereld.griffier] {
      let failure = try wereld.boek.expectRefusal(.anders(.notPermitted)) {
        try wereld.laatToe(key, "onderzoeker", in: stream, als: wereld.directeur)
      }
      gezegd.append("\(String(describing: failure))")
    }
    #expect(gezegd[0] == gezegd[1] && gezegd[0].contains("ZAAK-TOEGANG"))
  }

  @Test func `an adviser and an investigator may open what the sources give them, and no more`() throws {
    let procedure = try Zakenwereld.procedure("P-01").procedure
    // What the source says of the two that see least (004:4539-4541, 004:4612-4620).
    let adviseur = ["eindeWerkrelatie", "vorm", "conflictGetoetst", "redenExtern", "stappen"]
    let onderzoeker = ["verslagKlager", "gehoordOp", "reactieUiterlijk"]
    for stap in procedure.stappen {
      for veld in stap.velden {
        let functies = procedure.functies(voor: veld)
        #expect(functies.contains("bevoegd"), "\(stap.id).\(veld.id)")
        if adviseur.contains(veld.id) { #expect(functies == ["bevoegd", "adviseur"], "\(stap.id).\(veld.id)") }
        if onderzoeker.contains(veld.id) { #expect(functies == ["bevoegd", "onderzoeker"], "\(stap.id).\(veld.id)") }
      }
    }
  }

  @Test func `a step of P-01 leads to the same state for everyone in the case`() throws {
    let procedure = try Zakenwereld.procedure("P-01").procedure
    for stap in procedure.stappen {
      guard case .per(let naam, _) = stap.naar, let veld = stap.veld(naam) else { continue }
      #expect(procedure.isVoorAllen(veld), "\(stap.id).\(naam)")
    }
  }
}
