import Governance
import Ledger
import LedgerCrypto
import Organisatie
import Proefboek
import Testing

@testable import Beleid
@testable import Instemming

extension Proefboek {
  /// A ledger with what these tests need.
  convenience init() throws {
    try self.init(
      [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin()],
      roles: [.algemeenDirecteur, .college, .ondernemingsraad, .leidinggevende], origin: "test.example/beleid")
  }
}

/// A rule in a test ledger, and how its events are written.
struct Proefregeling {
  let boek: Proefboek
  let kenmerk: String
  let stroom: StreamID

  init(_ boek: Proefboek, _ kenmerk: String = "gedragscode") {
    self.boek = boek
    self.kenmerk = kenmerk
    stroom = StreamID(kind: "Regeling", id: UUIDv7(milliseconds: 1, random: SystemRandom()))
  }

  static func document(_ text: String, _ mediaType: String = "text/markdown") -> Document {
    Document(bytes: Array(text.utf8), mediaType: mediaType)
  }

  /// Appends an event about the version with this text, or this name when it has none.
  @discardableResult
  func leg<E: RegelingGebeurtenis>(
    _ type: E.Type, _ text: String? = nil, naam: String? = nil, op: String = Proefboek.founded,
    als role: Rol = .secretariaat, bron: String? = nil, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    var draft = EventDraft(type, stream: stroom, effective: try ImpreciseDate(op))
    draft[E.versie] = text.map { Self.document($0).digest }
    draft[E.aanduiding] = naam
    draft[HistoricalFact.bron] = bron
    draft[HistoricalFact.historisch] = bron == nil ? nil : true
    try change(&draft)
    return try boek.append(draft, als: role)
  }

  /// Drafts a version; the first one also says what the rule is.
  @discardableResult
  func ontwerp(
    _ text: String?, naam: String? = nil, op: String = Proefboek.founded, eerste: Bool = true,
    plicht: Instemmingsplicht = .vereist, bron: String? = nil, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try leg(RegelingOntworpen.self, text, naam: naam, op: op, bron: bron) { draft in
      if eerste {
        draft[RegelingOntworpen.kenmerk] = kenmerk
        draft[RegelingOntworpen.titel] = "Regeling \(kenmerk)"
        draft[RegelingOntworpen.soort] = .regeling
        draft[RegelingOntworpen.instemming] = plicht
        draft[RegelingOntworpen.worOnderdeel] = plicht == .vereist ? .d : nil
        draft[RegelingOntworpen.nietVereist] = plicht == .nietVereist ? .buitenArtikel27 : nil
      }
      if let text { draft.attach(Self.document(text), as: RegelingOntworpen.concept) }
      try change(&draft)
    }
  }

  @discardableResult
  func stelVast(
    _ text: String?, naam: String? = nil, op: String = Proefboek.founded, als role: Rol = .college,
    orgaan: Rol? = .college,
    bron: String? = nil, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try leg(RegelingVastgesteld.self, text, naam: naam, op: op, als: role, bron: bron) { draft in
      draft[RegelingVastgesteld.orgaan] = orgaan
      if let text { draft.attach(Self.document(text), as: RegelingVastgesteld.tekst) }
      try change(&draft)
    }
  }

  /// The works council consents to the version with this text.
  func stemIn(
    _ text: String, op: String = Proefboek.founded, besluit: InstemmingsBesluit? = nil
  ) throws {
    let stream = StreamID(kind: "Instemming", id: UUIDv7(milliseconds: 2, random: SystemRandom()))
    for (type, role) in [(InstemmingGevraagd.type, Rol.college), (InstemmingVerleend.type, .ondernemingsraad)] {
      var draft = EventDraft(type, stream: stream, effective: try ImpreciseDate(op))
      draft[Betreft.onderwerp] = stroom
      draft[Betreft.versie] = Self.document(text).digest
      draft[Betreft.orgaan] = .ondernemingsraad
      draft[Betreft.besluit] = besluit
      if type.name == InstemmingGevraagd.type.name {
        draft[Betreft.worOnderdeel] = .d
        draft[InstemmingGevraagd.overzicht] = .tekst
        draft[InstemmingGevraagd.beweegredenen] = "de regels zijn verouderd"
        draft[InstemmingGevraagd.gevolgen] = "iedereen volgt de nieuwe regels"
      }
      try boek.append(draft, als: role)
    }
  }

  @discardableResult
  func corrigeer(_ event: RecordedEvent, _ date: String? = nil, als role: Rol = .secretariaat) throws -> RecordedEvent {
    var draft = EventDraft(RegelingGecorrigeerd.self, stream: stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[Correction.event] = event.id
    draft[Correction.date] = try date.map { try ImpreciseDate($0) }
    draft[RegelingGecorrigeerd.reden] = "verkeerd overgenomen"
    return try boek.append(draft, als: role)
  }

  /// The rule as the view has it.
  func regeling() throws -> Regeling {
    try boek.read { try #require(try Regeling.of(stroom, $0.views)) }
  }

  func geldend(_ day: String) throws -> Geldend {
    try boek.read { reading in
      let regeling = try #require(try Regeling.of(stroom, reading.views))
      return Geldend(
        regeling: regeling, dag: try CalendarDate(day), opening: reading.registry.founding?.at.date,
        nietigheden: try Nietigheidsbeeld.over(regeling, reading.views))
    }
  }

  func beeld(_ number: Int) throws -> InstemmingBeeld {
    try boek.read { reading in
      let regeling = try #require(try Regeling.of(stroom, reading.views))
      return try InstemmingBeeld(
        try #require(regeling.versies.first { $0.nummer == number }), of: regeling, reading.views)
    }
  }

  /// Expects that a rule refuses and that nothing is written.
  func verwachtWeigering(
    _ rule: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    try boek.expectRefusal(.geweigerd(rule), sourceLocation: sourceLocation, body)
  }
}
