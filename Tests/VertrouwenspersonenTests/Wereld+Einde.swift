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
      draft(VertrouwenspersoonBeeindigd.self, kandidaat, op: op) {
        $0[VertrouwenspersoonBeeindigd.wijze] = .neergelegd
        $0[VertrouwenspersoonBeeindigd.vindplaats] = "dossier 12"
        try change(&$0)
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func verstreken(_ kandidaat: Kandidaat, op: String, _ oorzaak: Eindewijze = .termijnAfgelopen) throws
    -> RecordedEvent
  {
    try boek.append(
      draft(VertrouwenspersoonBeeindigd.self, kandidaat, op: op) {
        $0[VertrouwenspersoonBeeindigd.wijze] = oorzaak
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func voorneem(_ kandidaat: Kandidaat, _ grond: OntheffingsGrond = .andereGrond, op: String = "2026-11-01")
    throws -> RecordedEvent
  {
    try boek.append(
      draft(DossierAangevuld.self, kandidaat, op: op) {
        $0[DossierAangevuld.soort] = .voornemen
        $0[DossierAangevuld.grond] = grond
        $0[DossierAangevuld.toelichting] = "belangenverstrengeling met de hoofdfunctie"
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func stelVast(
    _ kandidaat: Kandidaat, vastgesteld: Bool = true, onafhankelijk: Bool = true, geheimhouding: Bool = true,
    op: String = "2026-11-10"
  ) throws -> RecordedEvent {
    try boek.append(
      draft(DossierAangevuld.self, kandidaat, op: op) {
        $0[DossierAangevuld.soort] = .vaststelling
        $0[DossierAangevuld.vastgesteld] = vastgesteld
        $0[DossierAangevuld.onafhankelijk] = onafhankelijk
        $0[DossierAangevuld.geheimhouding] = geheimhouding
        $0[DossierAangevuld.instantie] = "Bureau Verzonnen"
      }, als: .algemeenDirecteur)
  }

  @discardableResult
  func onthef(
    _ kandidaat: Kandidaat, op: String = "2026-11-20", _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(
      draft(VertrouwenspersoonBeeindigd.self, kandidaat, op: op) {
        $0[VertrouwenspersoonBeeindigd.wijze] = .ontheven
        $0[VertrouwenspersoonBeeindigd.instemming] = try instemming(kandidaat, .ontheffen)
        $0[VertrouwenspersoonBeeindigd.vindplaats] = "dossier 12"
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

  func toestand(
    _ kandidaat: Kandidaat, op day: String = Proefboek.founded, als rol: Rol? = .secretariaat
  ) throws -> Toestand? {
    try boek.read(als: rol) { reading in
      let day = try CalendarDate(day)
      return try Benoeming.find(kandidaat.stream, reading.views)?
        .toestand(on: day, reading)
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
