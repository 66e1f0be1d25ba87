import Governance
import Instemming
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Beleid
@testable import Organisatie

/// Each rule accepts what it should, and refuses its altered twin.
struct RegelTests {
  let code: Proefregeling
  init() throws { code = Proefregeling(try Proefboek()) }

  @Test func `A version is adopted with consent to exactly that version`() throws {
    try code.ontwerp("een")
    try code.verwachtWeigering("BEL-INSTEMMING") { try code.stelVast("een") }
    try code.stemIn("een")
    try code.stelVast("een")
    #expect(try code.beeld(1).code == "verleend")
  }

  @Test func `Consent to version 3 does not let version 4 be adopted, and the message says so`() throws {
    for (number, text) in ["een", "twee", "drie", "vier"].enumerated() { try code.ontwerp(text, eerste: number == 0) }
    try code.stemIn("drie")
    #expect {
      try code.stelVast("vier")
    } throws: { error in
      let failure = error as? Failure
      return failure?.rule?.id == "BEL-INSTEMMING"
        && failure?.message.nl == "instemming betreft versie 3, vastgesteld wordt versie 4"
        && failure?.remedy?.nl.contains("waarborg instemming vraag gedragscode@4") == true
    }
  }

  @Test func `History shows consent to another version without judging it`() throws {
    for (number, text) in ["een", "twee", "drie", "vier"].enumerated() {
      try code.ontwerp(text, op: "2019", eerste: number == 0, bron: "brief")
    }
    try code.stemIn("drie")
    try code.stelVast("vier", op: "2019", als: .secretariaat, bron: "brief")
    #expect(try code.beeld(4).text.nl == "instemming betreft versie 3, vastgesteld is versie 4")
  }

  @Test func `Consent of after the adoption does not count`() throws {
    try code.ontwerp("een", op: "2026-11-01")
    try code.stemIn("een", op: "2026-11-20")
    try code.verwachtWeigering("BEL-INSTEMMING") { try code.stelVast("een", op: "2026-11-19") }
    try code.stelVast("een", op: "2026-11-20")
  }

  @Test func `Where consent may be required, adoption waits until that is known`() throws {
    try code.ontwerp("een", plicht: .onbekend)
    try code.verwachtWeigering("BEL-INSTEMMING") { try code.stelVast("een") }
    let other = Proefregeling(code.boek, "ander")
    try other.ontwerp("een", plicht: .nietVereist)
    try other.stelVast("een")
  }

  @Test func `Whether consent is required is said with a ground`() throws {
    for duty in [Instemmingsplicht.vereist, .nietVereist] {
      try code.verwachtWeigering("BEL-INSTEMMING-GROND") {
        try code.ontwerp("een", plicht: duty) {
          $0[RegelingOntworpen.worOnderdeel] = nil
          $0[RegelingOntworpen.nietVereist] = nil
        }
      }
    }
    try code.verwachtWeigering("BEL-INSTEMMING-GROND") {
      try code.ontwerp("een", plicht: .nietVereist) { $0[RegelingOntworpen.nietVereist] = .anders }
    }
    try code.verwachtWeigering("BEL-INSTEMMING-GROND") {
      try code.ontwerp("een", plicht: .vereist) { $0[RegelingOntworpen.nietVereist] = .caoRegelt }
    }
    try code.ontwerp("een", plicht: .nietVereist) {
      $0[RegelingOntworpen.nietVereist] = .anders
      $0[RegelingOntworpen.instemmingReden] = "een reden"
    }
  }

  @Test func `Only a drafted version is adopted`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    try code.verwachtWeigering("BEL-ONTWERP") { try code.stelVast("twee") }
    try code.stelVast("een")
    try code.verwachtWeigering("BEL-EENMAAL") { try code.stelVast("een") }
  }

  @Test func `An adoption carries its text`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    try code.verwachtWeigering("BEL-VERSIE") {
      try code.leg(RegelingVastgesteld.self, "een", als: .college) { $0[RegelingVastgesteld.orgaan] = .college }
    }
    try code.verwachtWeigering("BEL-VERSIE") { try code.stelVast(nil) }
  }

  @Test func `The secretariat adopts only under a mandate or as history`() throws {
    try code.ontwerp("een", op: "2019", plicht: .nietVereist, bron: "archief")
    try code.verwachtWeigering("BEL-VASTLEGGER") { try code.stelVast("een", als: .secretariaat) }
    try code.stelVast("een", op: "2019", als: .secretariaat, bron: "archief")
  }

  @Test func `Under a mandate the secretariat signs for the college and for no one else`() throws {
    var mandate = EventDraft(
      MandaatVerleend.self, stream: StreamID(kind: "Mandaat", id: UUIDv7(milliseconds: 3, random: SystemRandom())),
      effective: try ImpreciseDate(Proefboek.founded))
    mandate[MandaatVerleend.mandaatgever] = .college
    mandate[MandaatVerleend.gemandateerde] = .secretariaat
    mandate[MandaatVerleend.gebeurtenissen] = ["RegelingVastgesteld"]
    mandate[MandaatVerleend.van] = try CalendarDate(Proefboek.founded)
    try code.boek.append(mandate, als: .college)
    try code.ontwerp("een", plicht: .nietVereist)
    try code.verwachtWeigering("BEL-ORGAAN") { try code.stelVast("een", als: .secretariaat, orgaan: .burgemeester) }
    try code.stelVast("een", als: .secretariaat)
  }

  @Test func `The body that adopts is the one that signs`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    try code.verwachtWeigering("BEL-ORGAAN") { try code.stelVast("een", als: .algemeenDirecteur) }
    try code.verwachtWeigering("BEL-ORGAAN") { try code.stelVast("een", orgaan: nil) }
    try code.stelVast("een", als: .algemeenDirecteur, orgaan: .algemeenDirecteur)
  }

  @Test func `A line manager may not adopt`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    #expect { try code.stelVast("een", als: .leidinggevende) } throws: { ($0 as? Failure)?.kind == .notPermitted }
  }

  @Test func `Only what is adopted is announced, enters into force, is reviewed or withdrawn`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    func announce() throws {
      try code.leg(RegelingBekendgemaakt.self, "een") { $0[RegelingBekendgemaakt.kanaal] = .intranet }
    }
    func review() throws {
      try code.leg(RegelingGeevalueerd.self, "een", als: .college) { $0[RegelingGeevalueerd.uitkomst] = .geenWijziging }
    }
    func enter() throws { try code.leg(RegelingInWerkingGetreden.self, "een") }
    func withdraw() throws { try code.leg(RegelingIngetrokken.self, "een", als: .college) }
    for act in [announce, review, enter, withdraw] { try code.verwachtWeigering("BEL-VASTGESTELD", act) }
    try code.stelVast("een")
    for act in [announce, review, enter, withdraw] { try act() }
    try code.verwachtWeigering("BEL-EENMAAL", withdraw)
    try code.verwachtWeigering("BEL-EENMAAL", enter)
  }

  @Test func `Entry into force needs one exact day`() throws {
    try code.ontwerp("een", op: "2026-10-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-10-02")
    try code.verwachtWeigering("BEL-INGANG-EXACT") {
      try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-11")
    }
    try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-11-01")
  }

  @Test func `A rule does not work back to a day after it entered into force`() throws {
    try code.ontwerp("een", op: "2026-10-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-10-02")
    for (back, isFine) in [("2026-12-01", false), ("2026-11-01", false), ("2026-01-01", true)] {
      func enter() throws {
        try code.leg(RegelingInWerkingGetreden.self, "een", op: "2026-11-01") {
          $0[RegelingInWerkingGetreden.terugwerkendTot] = try CalendarDate(back)
        }
      }
      if isFine { try enter() } else { try code.verwachtWeigering("BEL-TERUGWERKEND", enter) }
    }
  }

  @Test(arguments: [
    ("2026-10-01", false), ("2026-11", true), ("2026", true), ("XXXX", true), ("2026-11-02", true), ("2025", false),
  ])
  func `Withdrawal before adoption is refused only when it is certain`(_ op: String, _ isFine: Bool) throws {
    try code.ontwerp("een", op: "2026-11-01", plicht: .nietVereist)
    try code.stelVast("een", op: "2026-11-02")
    func withdraw() throws { try code.leg(RegelingIngetrokken.self, "een", op: op, als: .college) }
    if isFine { try withdraw() } else { try code.verwachtWeigering("BEL-VOLGORDE", withdraw) }
  }

  @Test func `A name belongs to one rule and is written plainly`() throws {
    try code.ontwerp("een")
    let twin = Proefregeling(code.boek)
    try code.verwachtWeigering("BEL-KENMERK") { try twin.ontwerp("twee") }
    for name in ["Gedragscode", "gedrags code", "gedragscode@2", String(repeating: "a", count: 41)] {
      let other = Proefregeling(code.boek, name)
      #expect { try other.ontwerp("twee") } throws: { error in
        (error as? Failure)?.rule?.id == "BEL-KENMERK" || (error as? Failure)?.kind == .badInput
      }
    }
  }

  @Test func `The first version says what the rule is and a later one gives it no other name`() throws {
    try code.verwachtWeigering("BEL-EERSTE-VERSIE") { try code.ontwerp("een") { $0[RegelingOntworpen.titel] = nil } }
    try code.ontwerp("een")
    try code.verwachtWeigering("BEL-EERSTE-VERSIE") {
      try code.ontwerp("twee", eerste: false) { $0[RegelingOntworpen.kenmerk] = "ander" }
    }
    try code.ontwerp("twee", eerste: false)
  }

  @Test func `The same text is drafted once`() throws {
    try code.ontwerp("een")
    try code.verwachtWeigering("BEL-ONTWERP-DUBBEL") { try code.ontwerp("een", eerste: false) }
  }

  @Test(arguments: [
    ("2019", true), ("XXXX", true), ("2020-01-01/..", true), ("2026-11-20", true), ("2026-11-21", false),
    ("2026-12", false), ("2026", false), ("2027/..", false),
  ])
  func `M20: history ends before the day of the founding`(_ op: String, _ isFine: Bool) throws {
    func draft() throws { try code.ontwerp(nil, naam: "oud", op: op, bron: "brief") }
    if isFine { try draft() } else { try code.verwachtWeigering("BEL-HISTORISCH", draft) }
  }

  @Test func `History names its source`() throws {
    try code.verwachtWeigering("BEL-HISTORISCH") {
      try code.ontwerp(nil, op: "2019", bron: "brief") { $0[HistoricalFact.bron] = nil }
    }
    try code.verwachtWeigering("BEL-HISTORISCH") {
      try code.ontwerp("een", bron: "brief") { $0[HistoricalFact.historisch] = nil }
    }
  }

  @Test(arguments: [
    ("G-1", true), ("G-6", true), ("G-7", false), ("G-0", false), ("K-16", true), ("K-17", false), ("K-01", false),
    ("AC-3.1", true), ("los", false), ("g-1", false),
  ])
  func `An element is one of the list or has a code of its own`(_ element: String, _ isFine: Bool) throws {
    try code.ontwerp("een")
    func show() throws {
      try code.leg(ContentElementAangetoond.self, "een") {
        $0[ContentElementAangetoond.element] = element
        $0[ContentElementAangetoond.vindplaats] = "hoofdstuk 2"
      }
    }
    if isFine { try show() } else { try code.verwachtWeigering("BEL-ELEMENT", show) }
  }

  @Test func `An element, a consultation and an HR process concern a version that exists`() throws {
    try code.ontwerp("een")
    try code.verwachtWeigering("BEL-VERSIE-ONBEKEND") {
      try code.leg(WerknemersGeraadpleegd.self, "twee") { $0[WerknemersGeraadpleegd.vorm] = .enquete }
    }
    try code.leg(WerknemersGeraadpleegd.self) { $0[WerknemersGeraadpleegd.vorm] = .enquete }
    try code.leg(BeleidGeborgd.self) { $0[BeleidGeborgd.proces] = .onboarding }
    #expect(try code.regeling().versies.count == 1)
  }

  @Test func `A version is replaced by another that exists`() throws {
    try code.ontwerp("een", plicht: .nietVereist)
    try code.stelVast("een")
    for replacement in ["een", "twee"] {
      try code.verwachtWeigering("BEL-VERVANGING") {
        try code.leg(RegelingIngetrokken.self, "een", als: .college) {
          $0[RegelingIngetrokken.vervangenDoorVersie] = Proefregeling.document(replacement).digest
        }
      }
    }
    try code.ontwerp("twee", eerste: false)
    try code.leg(RegelingIngetrokken.self, "een", als: .college) {
      $0[RegelingIngetrokken.vervangenDoorVersie] = Proefregeling.document("twee").digest
    }
  }

  @Test func `A run time does not end before the adoption, and a CVDR number looks like one`() throws {
    try code.ontwerp("een", plicht: .nietVereist) { $0[RegelingOntworpen.cvdr] = "CVDR91394/1" }
    try code.verwachtWeigering("BEL-LOOPTIJD") {
      try code.stelVast("een") { $0[RegelingVastgesteld.looptijdTot] = try CalendarDate("2026-11-21") }
    }
    try code.verwachtWeigering("BEL-LOOPTIJD") {
      try code.stelVast("een") { $0[RegelingVastgesteld.stilzwijgendDoor] = true }
    }
    try code.stelVast("een") { $0[RegelingVastgesteld.looptijdTot] = try CalendarDate("2026-11-22") }
    for number in ["91394", "CVDR", "CVDR1/2/3", "CVDR1/"] {
      try code.verwachtWeigering("BEL-CVDR") {
        try code.ontwerp("twee", eerste: false) { $0[RegelingOntworpen.cvdr] = number }
      }
    }
  }
}
