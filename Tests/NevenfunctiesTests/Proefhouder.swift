import Governance
import Ledger
import Proefboek
import Testing

@testable import Nevenfuncties
@testable import Organisatie

/// A holder of a function in a test ledger, and what is recorded about that holder.
struct Proefhouder {
  let gemeente: Proefgemeente
  let functie: StreamID
  let persoon: StreamID

  func bekleed(_ op: String, inhuur: Bool = false, tot: String? = nil) throws {
    try gemeente.append(FunctieBekleed.self, functie, op: op, als: .college) { draft in
      draft[FunctieBekleed.persoon] = persoon
      draft[FunctieBekleed.naam] = "Karin Voorbeeld"
      draft[FunctieBekleed.inhuur] = inhuur ? true : nil
      draft[FunctieBekleed.tot] = try tot.map { try CalendarDate($0) }
    }
  }

  func legNeer(_ op: String) throws {
    try gemeente.append(FunctieNeergelegd.self, functie, op: op, als: .college) {
      $0[FunctieNeergelegd.persoon] = persoon
    }
  }

  @discardableResult
  func meld(
    _ activiteit: String = "penningmeester", op: String = "2021-01-10", ingang: String? = "2021-02-01",
    einde: String? = nil, eigenGemeente: Bool? = nil, als rol: Rol = .secretariaat,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> Proefmelding {
    let stream = gemeente.boek.stream("Nevenwerkzaamheid")
    let event = try gemeente.append(NevenwerkzaamheidGemeld.self, stream, op: op, als: rol) { draft in
      draft[Houderschap.functie] = functie
      draft[Houderschap.persoon] = persoon
      let hasBegun = try ingang.map { try ImpreciseDate($0).precedes(ImpreciseDate(op)) == .yes } ?? false
      draft[NevenwerkzaamheidGemeld.voorgenomen] = !hasBegun
      draft[Looptijd.ingang] = try ingang.map { try ImpreciseDate($0) }
      draft[Looptijd.einde] = try einde.map { try ImpreciseDate($0) }
      draft[Looptijd.betaaldDoorEigenGemeente] = eigenGemeente
      draft[NevenwerkzaamheidGemeld.activiteit] = activiteit
      draft[Inhoud.organisatie] = "Stichting Verzonnen"
      try change(&draft)
    }
    return Proefmelding(houder: self, stream: stream, event: event)
  }

  @discardableResult
  func bevestig(
    geen: Bool, op: String, als rol: Rol = .secretariaat, naam: String? = nil
  ) throws -> RecordedEvent {
    try gemeente.append(NevenwerkzaamhedenBevestigd.self, gemeente.boek.stream("Bevestiging"), op: op, als: rol) {
      $0[Houderschap.functie] = functie
      $0[Houderschap.persoon] = persoon
      $0[NevenwerkzaamhedenBevestigd.geen] = geen
      $0[NevenwerkzaamhedenBevestigd.naam] = naam
    }
  }
}

/// A report in a test ledger, and what follows it.
struct Proefmelding {
  let houder: Proefhouder
  let stream: StreamID
  let event: RecordedEvent

  var gemeente: Proefgemeente { houder.gemeente }

  @discardableResult
  func leg<E: EventDefinition>(
    _ type: E.Type, op: String = "2021-01-20", als rol: Rol = .secretariaat,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try gemeente.append(type, stream, op: op, als: rol, change)
  }

  @discardableResult
  func vraag(_ voor: ToestemmingVoor = .start, op: String = "2021-01-11") throws -> RecordedEvent {
    try leg(ToestemmingGevraagd.self, op: op) { $0[ToestemmingGevraagd.voor] = voor }
  }

  /// Records what was decided, as each command does.
  @discardableResult
  func beslis(
    _ toegestaan: Bool, _ voorbehoud: Voorbehoud = .geen, op: String = "2021-01-20", als rol: Rol = .leidinggevende,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try leg(ToestemmingBeslist.self, op: op, als: rol) { draft in
      draft[ToestemmingBeslist.toegestaan] = toegestaan
      draft[ToestemmingBeslist.voorbehoud] = voorbehoud
      try change(&draft)
    }
  }

  @discardableResult
  func verleen(
    op: String = "2021-01-20", als rol: Rol = .leidinggevende, kanRaken: Bool? = nil
  ) throws -> RecordedEvent {
    try beslis(true, op: op, als: rol) { $0[ToestemmingBeslist.kanRaken] = kanRaken }
  }

  @discardableResult
  func verleenOnderVoorwaarden(op: String = "2021-01-20", als rol: Rol = .leidinggevende) throws -> RecordedEvent {
    try beslis(true, .voorwaarden, op: op, als: rol) {
      $0[ToestemmingBeslist.voorwaarden] = "niet in werktijd"
    }
  }

  @discardableResult
  func weiger(op: String = "2021-01-20", als rol: Rol = .leidinggevende) throws -> RecordedEvent {
    try beslis(false, op: op, als: rol) { $0[Motivering.motivering] = "nee" }
  }

  /// Asks for and gives permission.
  func toestaan(als rol: Rol = .leidinggevende) throws {
    try vraag()
    try verleen(als: rol)
  }

  static let lelystad: [OpenbaarVeld] = [.hoofdfunctie, .nevenwerkzaamheid, .organisatie, .ingang]

  @discardableResult
  func publiceer(
    op: String = "2021-02-01", als rol: Rol = .algemeenDirecteur, velden: [OpenbaarVeld] = lelystad,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> Proefopgave {
    let opgave = gemeente.boek.stream("Opgave")
    let event = try gemeente.append(OpgaveGepubliceerd.self, opgave, op: op, als: rol) { draft in
      draft[OpgaveGepubliceerd.melding] = stream
      draft[Opgaveveld.onthulling] = try onthulling(op, als: rol)
      try Self.fill(&draft, velden)
      try change(&draft)
    }
    return Proefopgave(melding: self, stream: opgave, event: event)
  }

  /// What a publication discloses of the decision.
  func onthulling(_ op: String, als rol: Rol) throws -> [DisclosedValue]? {
    try gemeente.boek.read(als: rol) { reading in
      guard let activity = try Werkzaamheid.of(stream, reading.views) else { return nil }
      return try Onthulling(activity, op: try CalendarDate(op), reading.views).van(activity, reading)
    }
  }

  static func fill(_ draft: inout EventDraft, _ velden: [OpenbaarVeld]) throws {
    draft[Opgaveveld.velden] = velden
    for veld in velden {
      switch veld {
      case .naam: draft[Opgaveveld.naam] = "Karin Voorbeeld"
      case .hoofdfunctie: draft[Opgaveveld.hoofdfunctie] = "gemeentesecretaris"
      case .nevenwerkzaamheid: draft[Opgaveveld.nevenwerkzaamheid] = "penningmeester"
      case .organisatie: draft[Opgaveveld.organisatie] = "Stichting Verzonnen"
      case .ingang: draft[Opgaveveld.ingang] = try ImpreciseDate("2021-02-01")
      case .einde: draft[Opgaveveld.einde] = try ImpreciseDate("2022-02-01")
      case .beperkingen: draft[Opgaveveld.beperkingen] = "niet in werktijd"
      case .bezoldigd: draft[Opgaveveld.bezoldigd] = true
      case .tijdsbeslag: draft[Opgaveveld.tijdsbeslag] = "4 uur per maand"
      }
    }
  }
}

/// A public statement in a test ledger.
struct Proefopgave {
  let melding: Proefmelding
  let stream: StreamID
  let event: RecordedEvent

  @discardableResult
  func werkBij(
    op: String, als rol: Rol = .algemeenDirecteur, velden: [OpenbaarVeld] = Proefmelding.lelystad,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try melding.gemeente.append(OpgaveBijgewerkt.self, stream, op: op, als: rol) { draft in
      draft[Opgaveveld.onthulling] = try melding.onthulling(op, als: rol)
      try Proefmelding.fill(&draft, velden)
      try change(&draft)
    }
  }

  @discardableResult
  func trekIn(
    _ reden: Intrekkingsgrond = .anders, op: String, als rol: Rol = .algemeenDirecteur
  ) throws -> RecordedEvent {
    try melding.gemeente.append(OpgaveIngetrokken.self, stream, op: op, als: rol) {
      $0[OpgaveIngetrokken.reden] = reden
    }
  }
}
