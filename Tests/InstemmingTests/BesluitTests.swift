import Governance
import Ledger
import Proefboek
import Testing

@testable import Instemming

/// From the decision that was taken to the ruling about it.
struct BesluitTests {
  private let boek: Proefboek

  init() throws { boek = try Proefboek() }

  private func open(_ day: String) throws -> [String] {
    let day = try CalendarDate(day)
    return try boek.read { reading in
      try Catalog([InstemmingPlugin()]).openTerms(in: reading.views, on: day).map {
        let judged = JudgedTerm($0, today: day, warnBefore: 14)
        return "\($0.declaration.id) \(judged.latest?.description ?? "?")"
      }
    }
  }

  private func list(_ day: String) throws -> [StreamID] {
    let day = try CalendarDate(day)
    return try boek.read { try $0.views.subjects(Procedure.self, [.open], on: day).compactMap(\.key.streams.first) }
  }

  private func gevolg(_ zaak: Zaak, _ needed: Certainty) throws -> Nietigheid.Gevolg? {
    try boek.read {
      try InstemmingView().nietigheden(over: zaak.onderwerp, in: $0.views).first?.gevolg(needed)
    }
  }

  private func roepIn(_ zaak: Zaak, bekend: String, op: String, ontvangen: String? = nil) throws {
    try zaak.antwoord(NietigheidIngeroepen.self, op: op) {
      $0[NietigheidIngeroepen.bekendOp] = try CalendarDate(bekend)
      $0[NietigheidIngeroepen.ontvangenOp] = try ontvangen.map { try CalendarDate($0) }
    }
  }

  private func spreek(_ zaak: Zaak, _ verzoek: Kantonrechtersverzoek, _ toegewezen: Bool) throws {
    try zaak.antwoord(KantonrechterBeslist.self, als: .college) {
      $0[Rechtszaak.verzoek] = verzoek
      $0[KantonrechterBeslist.toegewezen] = toegewezen
      $0[Rechtszaak.zaaknummer] = "12345 EJ 26-1"
    }
  }

  @Test func `F9: the month runs from the day on which the works council was told, and before anything was invoked`()
    throws
  {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-01-05")
    try zaak.antwoord(InstemmingOnthouden.self, op: "2026-01-20", reden())
    #expect(try open("2026-01-25") == ["INS-NIETIGHEID ?"])
    try zaak.antwoord(BesluitMeegedeeld.self, op: "2026-01-31", als: .secretariaat)
    #expect(try open("2026-01-25") == ["INS-NIETIGHEID ?"])
    #expect(try open("2026-02-01") == ["INS-NIETIGHEID 2026-03-02"])
  }

  @Test func `S20: without notice it runs from the day on which the execution was noticed`() throws {
    let zaak = Zaak(boek)
    try zaak.antwoord(UitvoeringGebleken.self, op: "2026-04-10")
    #expect(try open("2026-04-11") == ["INS-NIETIGHEID 2026-05-11"])
    #expect(
      Uitkomst { try Zaak(boek).antwoord(UitvoeringGebleken.self, als: .secretariaat) }
        == .geweigerd("INS-EIGEN-SLEUTEL"))
  }

  @Test func `S19: nullity counts on the day on which the letter is received`() throws {
    for (received, isLate) in [(String?.none, false), ("2026-03-02", false), ("2026-03-03", true)] {
      let zaak = Zaak(boek)
      try roepIn(zaak, bekend: "2026-01-31", op: "2026-03-02", ontvangen: received)
      let found = try boek.read { try InstemmingView().nietigheden(over: zaak.onderwerp, in: $0.views) }
      let nullity = try #require(found.first)
      #expect(nullity.isTeLaat == (isLate ? .yes : .no))
      #expect(try nullity.uiterlijk == CalendarDate("2026-03-02"))
    }
    #expect(
      Uitkomst { try roepIn(Zaak(boek), bekend: "2026-01-31", op: "2026-03-02", ontvangen: "2026-03-01") }
        == .geweigerd("INS-NIETIGHEID-BEKEND"))
  }

  @Test func `F2: a decision without consent is void, one of which consent is disputed is in dispute`() throws {
    let refused = Zaak(boek)
    try refused.vraag(op: "2026-10-01")
    try refused.antwoord(InstemmingOnthouden.self, op: "2026-10-02", reden())
    try roepIn(refused, bekend: "2026-11-01", op: "2026-11-10")
    #expect(try gevolg(refused, .yes) == .nietig)
    #expect(try gevolg(refused, .unknown) == .betwist)
    let unneeded = Zaak(boek)
    try unneeded.antwoord(InstemmingNietVereist.self, op: "2026-10-01", als: .college) {
      $0[InstemmingNietVereist.reden] = .caoRegelt
    }
    try roepIn(unneeded, bekend: "2026-11-01", op: "2026-11-10")
    #expect(try gevolg(unneeded, .yes) == .betwist)
    try unneeded.antwoord(NietigheidTeruggenomen.self)
    #expect(try gevolg(unneeded, .yes) == nil)
  }

  @Test(arguments: [
    (Kantonrechtersverzoek.onthouding, true, Nietigheid.Gevolg.nietig), (.onthouding, false, .geen),
    (.verklaring, true, .geen), (.verklaring, false, .nietig),
  ])
  func `The court settles what was disputed`(
    _ verzoek: Kantonrechtersverzoek, _ granted: Bool, _ expected: Nietigheid.Gevolg
  ) throws {
    let zaak = Zaak(boek)
    try zaak.antwoord(InstemmingNietVereist.self, op: "2026-10-01", als: .college) {
      $0[InstemmingNietVereist.reden] = .buitenArtikel27
    }
    #expect(Uitkomst { try spreek(zaak, verzoek, granted) } == .geweigerd("INS-KANTONRECHTER"))
    try roepIn(zaak, bekend: "2026-11-01", op: "2026-11-10")
    #expect(try gevolg(zaak, .no) == .betwist)
    try zaak.antwoord(KantonrechterVerzocht.self, als: .college) { $0[Rechtszaak.verzoek] = verzoek }
    #expect(try open(Proefboek.founded).contains("INS-KANTONRECHTER ?"))
    try spreek(zaak, verzoek, granted)
    #expect(try gevolg(zaak, .no) == expected)
    #expect(try zaak.stand()?.stand == (expected == .nietig ? .nietigIngeroepen : .nietVereist))
    #expect(try !open(Proefboek.founded).contains("INS-KANTONRECHTER ?"))
  }

  @Test func `Permission is asked where consent is missing, and given it substitutes consent`() throws {
    let zaak = Zaak(boek)
    try zaak.vraag(op: "2026-10-01")
    try zaak.antwoord(InstemmingOnthouden.self, op: "2026-10-02", reden())
    try zaak.antwoord(KantonrechterVerzocht.self, als: .college) { $0[Rechtszaak.verzoek] = .toestemming }
    #expect(try list(Proefboek.founded) == [zaak.stroom])
    #expect(Uitkomst { try spreek(zaak, .toestemming, true) } == .geweigerd("INS-TOESTEMMING"))
    try zaak.antwoord(InstemmingVervangen.self, als: .college) { $0[InstemmingVervangen.zaaknummer] = "1" }
    #expect(try zaak.stand()?.geldtAlsInstemming == true)
    #expect(try list(Proefboek.founded).isEmpty)
    #expect(
      Uitkomst {
        try zaak.antwoord(KantonrechterVerzocht.self, als: .college) { $0[Rechtszaak.verzoek] = .toestemming }
      } == .geweigerd("INS-KANTONRECHTER"))
  }

  @Test func `F23: a request holds reasons and consequences, as text or in a document; one about a person need not`()
    throws
  {
    for change in [
      { (draft: inout EventDraft) in draft[InstemmingGevraagd.gevolgen] = nil },
      { (draft: inout EventDraft) in draft[InstemmingGevraagd.overzicht] = nil },
      { (draft: inout EventDraft) in
        draft[InstemmingGevraagd.overzicht] = .document
        draft[InstemmingGevraagd.beweegredenen] = nil
        draft[InstemmingGevraagd.gevolgen] = nil
      },
    ] {
      let zaak = Zaak(boek)
      #expect(
        Uitkomst { try boek.append(zaak.draft(InstemmingGevraagd.self, change), als: .college) }
          == .geweigerd("INS-OVERZICHT"))
    }
    let documented = Zaak(boek)
    try boek.append(
      documented.draft(InstemmingGevraagd.self) { draft in
        draft[InstemmingGevraagd.overzicht] = .document
        draft[InstemmingGevraagd.beweegredenen] = nil
        draft[InstemmingGevraagd.gevolgen] = nil
        draft.attach(Document(bytes: Array("brief".utf8), mediaType: "text/plain"), as: Motivering.document)
      }, als: .college)
    let person = Zaak(boek, versie: nil, subject: "Benoeming")
    try boek.append(
      person.draft(InstemmingGevraagd.self) { draft in
        draft[InstemmingGevraagd.overzicht] = nil
        draft[InstemmingGevraagd.beweegredenen] = nil
        draft[InstemmingGevraagd.gevolgen] = nil
      }, als: .college)
  }

  @Test func `What waits is listed: a request, conditions, a court; what is settled is not`() throws {
    let asked = Zaak(boek)
    try asked.vraag(op: "2026-10-01")
    let conditional = Zaak(boek)
    try conditional.vraag(op: "2026-10-05")
    try conditional.antwoord(InstemmingOnderVoorwaardenVerleend.self, op: "2026-10-20", reden())
    let given = Zaak(boek)
    try given.vraag(op: "2026-10-05")
    try given.antwoord(InstemmingVerleend.self, op: "2026-10-20")
    #expect(try list("2026-09-30").isEmpty)
    #expect(try list("2026-10-10") == [asked.stroom, conditional.stroom, given.stroom])
    #expect(try list("2026-11-01") == [asked.stroom, conditional.stroom])
    #expect(try open("2026-11-01") == ["INS-ANTWOORD ?", "INS-VOORWAARDEN ?"])
    try conditional.antwoord(VoorwaardenAanvaard.self, als: .college)
    #expect(
      Uitkomst { try conditional.antwoord(VoorwaardenAanvaard.self, als: .college) }
        == .geweigerd("INS-VOORWAARDEN"))
    #expect(try list(Proefboek.founded) == [asked.stroom])
  }

  @Test func `A day to answer that was agreed is a term`() throws {
    let zaak = Zaak(boek)
    try boek.append(
      zaak.draft(InstemmingGevraagd.self, op: "2026-10-01") {
        $0[InstemmingGevraagd.antwoordVoor] = try CalendarDate("2026-12-01")
      }, als: .college)
    #expect(try open("2026-11-01") == ["INS-ANTWOORD 2026-12-01"])
    try zaak.antwoord(InstemmingVerleend.self)
    #expect(try open(Proefboek.founded).isEmpty)
  }

  @Test func `A body votes after it was asked and before its letter`() throws {
    for (voted, outcome) in [
      ("2026-09-30", Uitkomst.geweigerd("INS-GESTEMD")), ("2026-10-06", .geweigerd("INS-GESTEMD")),
      ("2026-10-03", .aanvaard),
    ] {
      let zaak = Zaak(boek)
      try zaak.vraag(op: "2026-10-01")
      #expect(
        Uitkomst {
          try zaak.antwoord(InstemmingVerleend.self, op: "2026-10-05") {
            $0[Stemming.gestemdOp] = try CalendarDate(voted)
          }
        } == outcome)
    }
  }

  @Test func `F16: consent whose date is blank is recorded for a version that is known by name`() throws {
    let zaak = Zaak(boek, versie: nil)
    func named(_ draft: inout EventDraft) { draft[Betreft.aanduiding] = "2020" }
    #expect(Uitkomst { try zaak.antwoord(InstemmingVerleend.self, named) } == .geweigerd("INS-VERSIE"))
    try zaak.antwoord(InstemmingVerleend.self, op: "XXXX", als: .secretariaat) { draft in
      named(&draft)
      historisch("004:7826")(&draft)
    }
    let stand = try boek.read {
      try InstemmingView().stand(zaak.onderwerp, versie: nil, aanduiding: "2020", in: $0.views)
    }
    #expect(stand?.stand == .verleend && stand?.op == .unknown && stand?.besluit == .vaststellen)
    let other = try boek.read {
      try InstemmingView().stand(zaak.onderwerp, versie: nil, aanduiding: "2021", in: $0.views)
    }
    #expect(other == nil)
  }
}
