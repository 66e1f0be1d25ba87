import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Zaken

/// What someone with the disk and the key of a case puts into it counts for nothing, is named, and opens nothing.
@Suite struct VouwTests {
  let wereld: Zakenwereld
  let zaak: StreamID
  /// The key of the case, as everyone has it who once belonged to it.
  let sleutel: ClosedKey

  init() throws {
    wereld = try Zakenwereld()
    zaak = try wereld.open(als: wereld.directeur, leden: [(wereld.onderzoeker, "onderzoeker")])
    sleutel = try #require(try wereld.zaak(zaak, als: wereld.directeur)).sleutel
  }

  private var leden: [UnlockedKey] { [wereld.directeur, wereld.onderzoeker] }

  /// Expects that the last entry changed nothing, that every member is told so, and that the next one is sealed as if it
  /// had not been there: under no secret that came with it.
  private func expectNiets(
    _ bevinding: String, _ geheim: CircleSecret? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for lid in leden {
      let gelezen = try #require(try wereld.zaak(zaak, als: lid), sourceLocation: sourceLocation)
      #expect(gelezen.hoofdtoestand == "ingediend", sourceLocation: sourceLocation)
      #expect(gelezen.feiten.count == 1 && gelezen.leden.count == 2, sourceLocation: sourceLocation)
      #expect(gelezen.gebreken == ["\(gelezen.nummer): \(bevinding)"], sourceLocation: sourceLocation)
    }
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Geheim"]])
    for lid in leden {
      let gelezen = try #require(try wereld.zaak(zaak, als: lid), sourceLocation: sourceLocation)
      #expect(gelezen.feiten.last?.waarde("maatregel") == "Geheim", sourceLocation: sourceLocation)
      guard let geheim else { continue }
      let (vreemd, nummer) = (try wereld.sleutel(.onderzoeker), gelezen.nummer)
      let opened = try wereld.vak(1, nummer: nummer, of: zaak, als: vreemd, knowing: [geheim])
      #expect(opened == nil, "sealed under a secret that came from outside", sourceLocation: sourceLocation)
    }
    #expect(try wereld.boek.verify().ok, sourceLocation: sourceLocation)
  }

  @Test func `signed inside by who never belonged to it`() throws {
    let geheim = try CircleSecret.generate(wereld.boek.random)
    try wereld.smokkel(
      .init(
        inhoud: .stap("KlachtNietInBehandelingGenomen"), door: wereld.griffier, aan: leden + [wereld.griffier],
        geheim: geheim), met: sleutel)
    try expectNiets("signed by who is not of the case", geheim)
  }

  @Test func `signed inside by a key that nobody registered`() throws {
    let geheim = try CircleSecret.generate(wereld.boek.random)
    let vreemd = try UnlockedKey.generate(wereld.boek.random)
    try wereld.smokkel(
      .init(inhoud: .stap("MaatregelGetroffen"), door: vreemd, aan: leden, geheim: geheim), met: sleutel)
    try expectNiets("signed with a key that may not", geheim)
  }

  @Test func `an admission by who does not belong to it admits nobody`() throws {
    let lid = Lid(sleutel: wereld.adviseur.id, functie: "adviseur")
    try wereld.smokkel(
      .init(
        inhoud: Vakinhoud(kring: .zaak, gebeurtenis: .toegangVerleend(lid)), door: wereld.adviseur,
        aan: leden + [wereld.adviseur]), met: sleutel)
    #expect(try wereld.zaak(zaak, als: wereld.adviseur) == nil)
    try expectNiets("signed by who is not of the case")
  }

  @Test func `copied from another case`() throws {
    let ander = try wereld.open(als: wereld.directeur, leden: [(wereld.onderzoeker, "onderzoeker")])
    try wereld.stap(
      "KlachtNietInBehandelingGenomen", in: ander, als: wereld.directeur, ["grond": ["geenRedelijkeGronden"]])
    let tekst = try #require(try wereld.vak(1, nummer: 2, of: ander, als: wereld.directeur))
    try wereld.smokkel(
      .init(inhoud: .stap("-"), door: wereld.onderzoeker, aan: leden, tekst: tekst), met: sleutel)
    try expectNiets("the signature inside does not hold")
  }

  @Test func `copied from another number of the same case`() throws {
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Een"]])
    let tekst = try #require(try wereld.vak(1, nummer: 2, of: zaak, als: wereld.directeur))
    try wereld.smokkel(
      .init(inhoud: .stap("-"), door: wereld.onderzoeker, aan: leden, tekst: tekst), met: sleutel)
    for lid in leden {
      let gelezen = try #require(try wereld.zaak(zaak, als: lid))
      #expect(gelezen.feiten.count == 2 && gelezen.gebreken == ["3: the signature inside does not hold"])
    }
  }

  @Test func `signed for another compartment`() throws {
    let plaats = Vakplaats(origin: wereld.boek.origin, stream: zaak, nummer: 2, vak: 2)
    try wereld.smokkel(
      .init(inhoud: .stap("MaatregelGetroffen"), door: wereld.directeur, aan: leden, plaats: plaats), met: sleutel)
    try expectNiets("the signature inside does not hold")
  }

  /// What a member's own program could try, when it heeds no rule.
  struct Poging: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let gebeurtenis: @Sendable (Zakenwereld) -> Zaakgebeurtenis
    var velden: Veldwaarden = [:]
    let bevinding: String
    var door: @Sendable (Zakenwereld) -> UnlockedKey = { $0.directeur }
  }

  static let pogingen: [Poging] = [
    .init(
      testDescription: "a step from the wrong state", gebeurtenis: { _ in .gezet(stap: "BehandelingAfgerond") },
      bevinding:
        "the case is at “ingediend”; BehandelingAfgerond can be taken from: standpuntVerzonden"),
    .init(
      testDescription: "a step by the wrong function", gebeurtenis: { _ in .gezet(stap: "MaatregelGetroffen") },
      bevinding: "this key does not sign MaatregelGetroffen; who does: bevoegd", door: { $0.onderzoeker }),
    .init(
      testDescription: "a step that leads nowhere", gebeurtenis: { _ in .gezet(stap: "OnderzoekBelegd") },
      velden: ["onderzoekers": ["Jan"]],
      bevinding: "OnderzoekBelegd, wijze: does not say where the step leads"),
    .init(
      testDescription: "a step with a field that is not of it",
      gebeurtenis: { _ in .gezet(stap: "MaatregelGetroffen") },
      velden: ["uitkomst": ["gegrond"]],
      bevinding: "MaatregelGetroffen, uitkomst: does not belong to MaatregelGetroffen"),
    .init(
      testDescription: "a step that the procedure does not know", gebeurtenis: { _ in .gezet(stap: "Verzonnen") },
      bevinding: "P-01 does not know the step “Verzonnen”"),
    .init(
      testDescription: "a second opening",
      gebeurtenis: { wereld in
        .geopend(
          Opening(
            procedure: "P-01", digest: SHA256.hash("-"), over: nil, betrokken: [],
            leden: [Lid(sleutel: wereld.griffier.id, functie: "bevoegd")], sleutel: SecretBytes([1])),
          stap: "KlachtIngediend")
      }, bevinding: "the case is open already"),
    .init(
      testDescription: "admission of a role that cannot have the function",
      gebeurtenis: { .toegangVerleend(Lid(sleutel: $0.griffier.id, functie: "bevoegd")) },
      bevinding: "this key cannot be bevoegd in this case"),
    .init(
      testDescription: "correction of a step by who may not sign it",
      gebeurtenis: { _ in .gecorrigeerd(nummer: 1, reden: "-") },
      bevinding: "number 1 is no step that counts and can be taken back", door: { $0.onderzoeker }),
    .init(
      testDescription: "closing what has not ended", gebeurtenis: { _ in .gesloten },
      bevinding: "the case has not ended: ingediend"),
    .init(
      testDescription: "opening what is not closed again", gebeurtenis: { _ in .heropend(grond: "-") },
      bevinding: "the case is not closed"),
  ]

  @Test(arguments: pogingen) func `a member whose program heeds no rule`(_ poging: Poging) throws {
    let inhoud = Vakinhoud(
      kring: .zaak, gebeurtenis: poging.gebeurtenis(wereld), op: try ImpreciseDate("2026-11-21"), velden: poging.velden)
    try wereld.smokkel(.init(inhoud: inhoud, door: poging.door(wereld), aan: leden), met: sleutel)
    try expectNiets(poging.bevinding)
  }

  @Test func `whom the case concerns signs nothing and is admitted to nothing, whoever tries`() throws {
    let ander = try wereld.sleutel(.onderzoeker)
    let over = try wereld.open(als: wereld.directeur, betrokken: [ander])
    let sleutel = try #require(try wereld.zaak(over, als: wereld.directeur)).sleutel
    try wereld.smokkel(
      .init(inhoud: .stap("MaatregelGetroffen"), door: ander, aan: [wereld.directeur]), met: sleutel)
    let toegang = Vakinhoud(
      kring: .zaak, gebeurtenis: .toegangVerleend(Lid(sleutel: ander.id, functie: "onderzoeker")))
    try wereld.smokkel(.init(inhoud: toegang, door: wereld.directeur, aan: [wereld.directeur, ander]), met: sleutel)
    let gelezen = try #require(try wereld.zaak(over, als: wereld.directeur))
    #expect(gelezen.feiten.count == 1 && gelezen.leden.count == 1)
    #expect(
      gelezen.gebreken == [
        "2: signed by who is not of the case", "3: this key cannot be onderzoeker in this case",
      ])
    #expect(try wereld.zaak(over, als: ander) == nil)
  }

  @Test func `an entry that a member cannot open is named and does not stop the case`() throws {
    try wereld.smokkel(
      .init(inhoud: .stap("MaatregelGetroffen"), door: wereld.griffier, aan: [wereld.griffier]), met: sleutel)
    try expectNiets("cannot be opened with this key")
  }

  @Test func `boxes exchanged in the vault open nothing else, and their members are told which entry they miss`() throws
  {
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Een"]])
    // The whole circle of the second entry under another secret: as long, as many, and for nobody.
    let event = try wereld.read(als: wereld.directeur) { reading in
      let position = try Zaakstromen.posities(of: zaak, reading.views)[1]
      return try #require(try reading.filter.event(at: position))
    }
    try wereld.boek.directory.write { stores in
      let record = try #require(try stores.vault.sealedFields(of: event.id).first { $0.field == "vak1" })
      let key = try #require(record.sealing.key)
      let wrapped = try #require(try stores.vault.wrappedKeys(key).first)
      let boxes = try stores.vault.wrappedKeys(wrapped.recipient)
      let other = try CircleSecret.generate(wereld.boek.random)
      try stores.vault.write { vault in
        for box in boxes {
          let sealed = try other.bytes.withBytes {
            try BoxSecretKey.generate(wereld.boek.random).publicKey.seal($0, random: wereld.boek.random)
          }
          try vault.put(
            StoredKey(
              event: record.event, key: WrappedKey(key: box.key, recipient: box.recipient, body: sealed)))
        }
        try vault.put(
          StoredKey(
            event: record.event,
            key: WrappedKey(key: wrapped.key, recipient: wrapped.recipient, body: wrapped.body.reversed())))
      }
    }
    for lid in leden {
      let gelezen = try #require(try wereld.zaak(zaak, als: lid))
      #expect(gelezen.gebreken == ["2: cannot be opened with this key"] && gelezen.feiten.count == 1)
    }
  }

  @Test func `a key revoked later changes nothing of what was recorded before, whatever moment it names`() throws {
    try wereld.stap("MaatregelGetroffen", in: zaak, als: wereld.directeur, ["maatregel": ["Toen"]])
    wereld.boek.clock.move(by: 3600)
    try wereld.trekIn(wereld.directeur, vanaf: try Instant("2026-11-20T10:00:00Z"))
    let gelezen = try #require(try wereld.zaak(zaak, als: wereld.onderzoeker))
    #expect(gelezen.feiten.count == 2 && gelezen.gebreken.isEmpty)
  }

  @Test func `a case under a procedure that is not there hides no other, and is named`() throws {
    let stream = try wereld.leg(als: wereld.directeur) { context in
      let procedure = try Zakenwereld.procedure("P-01").procedure
      return try context.opening(
        (SHA256.hash("een ander bestand"), procedure), procedure.openingen[0], over: "medewerker", betrokken: [],
        leden: [], Zakenwereld.klacht)
    }
    try wereld.read(als: wereld.directeur) { reading in
      let zaken = wereld.zaken(reading, wereld.directeur)
      var genoemd: [StreamID: Failure.Kind] = [:]
      let gelezen = try zaken.alle { genoemd[$0] = $1.kind }
      #expect(gelezen.map(\.stream) == [zaak] && genoemd == [stream: .notFound])
      // Where a sum is made of all of them, none is left out in silence.
      #expect(throws: Failure.self) { try zaken.alle() }
    }
  }
}
