import Governance
import Instemming
import Ledger
import Proefboek

@testable import Vertrouwenspersonen

/// How it ends, what the municipality chooses, and what can be asked.
extension Wereld {
  @discardableResult
  func treedTerug(
    _ kandidaat: Kandidaat, op: String = "2026-11-21", _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(
      draft(VertrouwenspersoonTeruggetreden.self, kandidaat, op: op) {
        stuk(VertrouwenspersoonTeruggetreden.kennisgeving)(&$0)
        try change(&$0)
      }, als: .secretariaat)
  }

  @discardableResult
  func verstreken(_ kandidaat: Kandidaat, op: String, _ oorzaak: EindeOorzaak = .termijnAfgelopen) throws
    -> RecordedEvent
  {
    try boek.append(
      draft(VertrouwenspersoonTermijnVerstreken.self, kandidaat, op: op) {
        $0[VertrouwenspersoonTermijnVerstreken.oorzaak] = oorzaak
      }, als: .secretariaat)
  }

  @discardableResult
  func voorneem(_ kandidaat: Kandidaat, _ grond: OntheffingsGrond = .andereGrond, op: String = "2026-11-01")
    throws -> RecordedEvent
  {
    try boek.append(
      draft(OntheffingVoorgenomen.self, kandidaat, op: op) {
        $0[OntheffingVoorgenomen.grond] = grond
        $0[OntheffingVoorgenomen.toelichting] = "belangenverstrengeling met de hoofdfunctie"
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func stelVast(
    _ kandidaat: Kandidaat, vastgesteld: Bool = true, onafhankelijk: Bool = true, geheimhouding: Bool = true,
    op: String = "2026-11-10"
  ) throws -> RecordedEvent {
    try boek.append(
      draft(OnafhankelijkeVaststellingOntvangen.self, kandidaat, op: op) {
        $0[OnafhankelijkeVaststellingOntvangen.vastgesteld] = vastgesteld
        $0[OnafhankelijkeVaststellingOntvangen.onafhankelijk] = onafhankelijk
        $0[OnafhankelijkeVaststellingOntvangen.geheimhouding] = geheimhouding
        $0[OnafhankelijkeVaststellingOntvangen.instantie] = "Bureau Verzonnen"
      }, als: .secretariaat)
  }

  @discardableResult
  func onthef(
    _ kandidaat: Kandidaat, op: String = "2026-11-20", _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(
      draft(VertrouwenspersoonOntheven.self, kandidaat, op: op) {
        $0[VertrouwenspersoonOntheven.instemming] = try instemming(kandidaat, .ontheffen)
        stuk(VertrouwenspersoonOntheven.brief)(&$0)
        try change(&$0)
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func trekTerug(_ kandidaat: Kandidaat, op: String = "2026-11-21") throws -> RecordedEvent {
    try boek.append(draft(KandidaatTeruggetrokken.self, kandidaat, op: op), als: .secretariaat)
  }

  // MARK: Choices and questions

  @discardableResult
  func kies(
    op: String = "2020-01-01", als role: Rol = .algemeenDirecteur, _ change: (inout EventDraft) throws -> Void
  ) throws -> RecordedEvent {
    var draft = EventDraft(
      VertrouwenspersonenregelsVastgesteld.self, stream: try geheel(), effective: try ImpreciseDate(op))
    try change(&draft)
    return try boek.append(draft, als: role)
  }

  /// The one stream of what is about the vertrouwenspersonen as a whole.
  func geheel() throws -> StreamID {
    try boek.read { try Regelbesluiten.stroom($0.views) }
      ?? boek.stream("Vertrouwenspersonen")
  }

  func toestand(_ kandidaat: Kandidaat, op day: String = Proefboek.founded) throws -> Toestand? {
    try boek.read { reading in
      let day = try CalendarDate(day)
      return try Benoeming.find(kandidaat.stream, reading.views)?
        .toestand(on: day, reading.views)
    }
  }

  func plichten(op day: String = Proefboek.founded) throws -> [Plicht] {
    try boek.read { try Plicht.open(on: try CalendarDate(day), $0.views) }
  }

  func termen(op day: String = Proefboek.founded) throws -> [JudgedTerm] {
    let today = try CalendarDate(day)
    return try boek.read { reading in
      [JudgedTerm](
        try VertrouwenspersonenPlugin().terms(in: reading.views, on: today), today: today, warnBefore: 14)
    }
  }
}
