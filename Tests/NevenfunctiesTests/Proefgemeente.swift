import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Testing

@testable import Beleid
@testable import Instemming
@testable import Nevenfuncties
@testable import Organisatie

/// A municipality in a test ledger with rules, designated functions and their holders.
struct Proefgemeente {
  let boek: Proefboek
  let regels: StreamID

  static let rollen: [Rol] = [
    .college, .algemeenDirecteur, .directeur, .griffier, .leidinggevende, .werkgeverscommissie, .concernteam,
    .functionarisGegevensbescherming, .ondernemingsraad,
  ]

  /// Founds a ledger, long ago enough that everything a test tells has happened, and lays down rules.
  /// - Parameter weigertNiets: Whether anything can be recorded, also what the rules refuse.
  init(
    _ model: Modelregels? = .lelystad, op: String = "2020-01-01", vandaag: String = "2026-11-21",
    weigertNiets: Bool = false, _ change: (inout Instellingen) -> Void = { _ in }
  ) throws {
    let plugins: [any Plugin] = [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), NevenfunctiesPlugin()]
    boek = try Proefboek(
      weigertNiets ? plugins.map { ZonderRegels($0) } : plugins, roles: Self.rollen, founded: "2019-06-01")
    let days = try CalendarDate(vandaag).daysSinceEpoch - boek.today.daysSinceEpoch
    boek.clock.move(days: Int64(days))
    regels = boek.stream("Nevenfunctieregels")
    if let model { try stelIn(model, op: op, change) }
  }

  @discardableResult
  func stelIn(
    _ model: Modelregels, op: String, als rol: Rol = .college, grondslag: String?? = .none,
    _ change: (inout Instellingen) -> Void = { _ in }
  ) throws -> RecordedEvent {
    let preset = Model.van(model)
    var draft = EventDraft(NevenfunctieregelsVastgesteld.self, stream: regels, effective: try ImpreciseDate(op))
    draft[NevenfunctieregelsVastgesteld.titel] = preset.titel
    draft[NevenfunctieregelsVastgesteld.bron] = preset.bron
    draft[NevenfunctieregelsVastgesteld.grondslag] = grondslag ?? preset.grondslag
    var choices = preset.instellingen
    change(&choices)
    choices.fill(&draft)
    return try boek.append(draft, als: rol)
  }

  /// The same ledger with rules in another stream.
  private init(_ boek: Proefboek, regels: StreamID) {
    self.boek = boek
    self.regels = regels
  }

  var metAndereRegels: Proefgemeente { Proefgemeente(boek, regels: boek.stream("Nevenfunctieregels")) }

  /// A function with a holder, designated.
  @discardableResult
  func functie(
    _ naam: String, sinds: String = "2020-01-01", houder: String? = "2020-01-01", inhuur: Bool = false,
    aangewezen: String? = "2020-01-01", houderRol: Rol? = nil, verantwoordelijke: Rol? = nil
  ) throws -> Proefhouder {
    let functie = boek.stream("Functie")
    var draft = EventDraft(FunctieVastgelegd.self, stream: functie, effective: try ImpreciseDate(sinds))
    draft[FunctieVastgelegd.naam] = naam
    try boek.append(draft, als: .college)
    let holder = Proefhouder(gemeente: self, functie: functie, persoon: boek.stream("Persoon"))
    if let houder { try holder.bekleed(houder, inhuur: inhuur) }
    if let aangewezen {
      try wijsAan(functie, op: aangewezen, houderRol: houderRol, verantwoordelijke: verantwoordelijke)
    }
    return holder
  }

  @discardableResult
  func wijsAan(
    _ functie: StreamID, op: String, houderRol: Rol? = nil, verantwoordelijke: Rol? = nil,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    var draft = EventDraft(
      FunctieAangewezen.self, stream: boek.stream("Functieaanwijzing"), effective: try ImpreciseDate(op))
    draft[Houderschap.functie] = functie
    draft[FunctieAangewezen.regels] = regels
    draft[FunctieAangewezen.houderRol] = houderRol
    draft[FunctieAangewezen.houderTekentNiet] = houderRol == nil ? true : nil
    draft[FunctieAangewezen.verantwoordelijke] = verantwoordelijke
    try change(&draft)
    return try boek.append(draft, als: .college)
  }

  /// The register as someone without a key reads it.
  func register(_ day: String) throws -> OpenbaarRegister {
    try boek.read { reading in
      try #require(try OpenbaarRegister.lees(op: try CalendarDate(day), reading.views, reading.filter))
    }
  }

  /// The one card on a day.
  func kaart(_ day: String) throws -> Kaart {
    let cards = try #require(try register(day).standen.last).kaarten
    #expect(cards.count == 1)
    return try #require(cards.first)
  }

  /// Expects that a rule refuses and that nothing is written.
  func weigert(
    _ rule: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    try boek.expectRefusal(.geweigerd(rule), sourceLocation: sourceLocation, body)
  }

  @discardableResult
  func append<E: EventDefinition>(
    _ type: E.Type, _ stream: StreamID, op: String, als rol: Rol, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    var draft = EventDraft(type, stream: stream, effective: try ImpreciseDate(op))
    try change(&draft)
    return try boek.append(draft, als: rol)
  }
}
