import Beleid
import Governance
import Instemming
import Ledger
import Proefboek
import Testing

@testable import Inspectie
@testable import Organisatie

extension Proefboek {
  /// A ledger with what these tests need, founded before the inspection that they tell of.
  convenience init() throws {
    try self.init(
      [OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin(), InspectiePlugin()],
      roles: [.algemeenDirecteur, .college, .ondernemingsraad, .beheerder], origin: "test.example/inspectie",
      founded: "2024-09-02")
  }

  /// Goes to a day, at ten in the morning UTC.
  func ga(naar day: String) throws { clock.move(to: try Instant("\(day)T10:00:00Z")) }

  /// Records an event of a day, in a stream of its own unless one is given; evidence was collected that day.
  @discardableResult
  func leg<E: EventDefinition>(
    _ type: E.Type, in stream: StreamID? = nil, op: String? = nil, als rol: Rol = .secretariaat,
    _ fill: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    let effective = try op.map { try ImpreciseDate($0) } ?? ImpreciseDate(today)
    var draft = EventDraft(type, stream: stream ?? self.stream(type.type.streamKind), effective: effective)
    if type is any Bewijsgebeurtenis.Type { draft[Bewijs.verzameldOp] = min(effective.latest ?? today, today) }
    try fill(&draft)
    return try append(draft, als: rol)
  }

  /// Records an inspection and the order that followed, as in Maastricht.
  func eis(
    reeks: String = "2428456", verzonden: String? = "2024-11-13", _ fill: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> StreamID {
    if today.description < "2024-11-25" { try ga(naar: "2024-11-25") }
    let inspectie = try leg(InspectieUitgevoerd.self, op: "2024-09-26") {
      $0[InspectieUitgevoerd.gehoord] = [.gemeentesecretaris, .ondernemingsraad, .bureauIntegriteit]
    }.stream
    try leg(VoornemenOntvangen.self, in: inspectie, op: "2024-10-17") { $0[VoornemenOntvangen.kenmerk] = "\(reeks)/03" }
    try leg(ZienswijzeAchterwegeGelaten.self, in: inspectie, op: "2024-11-12")
    try leg(EisOpgelegd.self, in: inspectie, op: "2024-11-13") {
      $0[EisOpgelegd.kenmerk] = "\(reeks)/05"
      $0[EisOpgelegd.boom] = "AI"
      $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
      $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
      $0[EisOpgelegd.verzondenOp] = try verzonden.map { try CalendarDate($0) }
      try fill(&$0)
    }
    return inspectie
  }

  /// Records a measure that lacks nothing but an owner.
  func maatregel(op: String? = nil, _ fill: (inout EventDraft) throws -> Void = { _ in }) throws -> StreamID {
    try leg(MaatregelVastgelegd.self, op: op) {
      $0[MaatregelVastgelegd.omschrijving] = "Training in signaleren"
      $0[MaatregelVastgelegd.soort] = .voorkomen
      $0[MaatregelVastgelegd.uitvoerenVoor] = try CalendarDate("2025-04-30")
      $0[MaatregelVastgelegd.evaluerenVoor] = try CalendarDate("2025-05-10")
      $0[MaatregelVastgelegd.criterium] = "Negen van de tien leidinggevenden herkennen signalen"
      try fill(&$0)
    }.stream
  }

  /// Records a function and who holds it from a day on.
  func functie(_ naam: String, bekleedVan days: String...) throws -> (functie: StreamID, personen: [StreamID]) {
    let functie = try leg(FunctieVastgelegd.self, op: "2024-09-02") { $0[FunctieVastgelegd.naam] = naam }.stream
    return (functie, try days.map { try bekleed(functie, van: $0) })
  }

  /// Records that someone holds a function.
  func bekleed(_ functie: StreamID, van day: String) throws -> StreamID {
    let persoon = stream("Persoon")
    try append(
      Functies.draft(persoon, bekleedt: functie, naam: "Iris Verzonnen", van: ImpreciseDate(day)), als: .secretariaat)
    return persoon
  }

  /// The clocks on a day: id, raw end, last day, status.
  func termen(_ day: String, _ ids: String...) throws -> [String] {
    let today = try CalendarDate(day)
    return try read { reading in
      let terms = try InspectiePlugin().terms(in: reading.views, on: today)
      return [JudgedTerm](terms, today: today, warnBefore: 14)
        .filter { ids.isEmpty || ids.contains($0.term.declaration.id) }.map {
          "\($0.term.declaration.id) \($0.raw?.description ?? "?") \($0.latest?.description ?? "?") "
            + "\($0.status?.rawValue ?? "?")"
        }
    }
  }

  /// The clocks that ask for something on a day.
  func open(_ day: String) throws -> [String] {
    let day = try CalendarDate(day)
    return try read { try InspectiePlugin().openTerms(in: $0.views, on: day).map(\.declaration.id) }
  }

  /// How a subject stands on a day; a question mark for what is only possible.
  func standen<S: Genoemd>(_ type: S.Type, _ stream: StreamID, op day: String) throws -> [String] {
    try read { reading in
      try reading.views.subject(S.self, SubjectKey(stream))?.standing(on: CalendarDate(day), in: reading.views)
        .map { $0.state.rawValue + ($0.certainty == .yes ? "" : "?") } ?? []
    }
  }
}
