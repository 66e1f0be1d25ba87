import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Beleid
@testable import Inspectie
@testable import Instemming
@testable import Organisatie

/// A ledger with an inspection and what is recorded of it, and how its demands stand.
struct Standwereld {
  let boek: Proefboek
  let inspectie: StreamID

  /// Founded before the inspection of 26 September 2024.
  init() throws {
    boek = try Proefboek()
    inspectie = boek.stream("Inspectie")
  }

  /// It is this day, at noon.
  func dag(_ day: String) throws { boek.clock.move(to: try Instant("\(day)T11:00:00Z")) }

  @discardableResult
  func leg(
    _ type: any EventDefinition.Type, _ stream: StreamID, op: String, als role: Rol = .secretariaat,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    var draft = EventDraft(type.type, stream: stream, effective: try ImpreciseDate(op))
    try change(&draft)
    return try boek.append(draft, als: role)
  }

  /// The letter of 13 November 2024, which imposes the demands of its tree.
  func brief() throws {
    try bezoek()
    try eisOpgelegd("AI", "2428456/05")
  }

  func bezoek() throws {
    try leg(InspectieUitgevoerd.self, inspectie, op: "2024-09-26") {
      $0[InspectieUitgevoerd.gehoord] = [.gemeentesecretaris, .werknemers]
    }
  }

  func eisOpgelegd(_ boom: String, _ kenmerk: String, nummering: [Eisregel] = []) throws {
    try leg(EisOpgelegd.self, inspectie, op: "2024-11-13") {
      $0[EisOpgelegd.boom] = boom
      $0[EisOpgelegd.kenmerk] = kenmerk
      $0[EisOpgelegd.nummering] = nummering.isEmpty ? nil : nummering
      $0[EisOpgelegd.termijn] = Tijdsduur("P6M")
      $0[EisOpgelegd.herbewijsIedere] = Tijdsduur("P1Y")
      $0[EisOpgelegd.verzondenOp] = try CalendarDate("2024-11-13")
      $0[EisOpgelegd.brief.plaats] = .elders
      $0[EisOpgelegd.brief.vindplaats] = "archief"
    }
  }

  /// A piece of evidence of its own.
  @discardableResult
  func bewijs(
    _ type: any Bewijsgebeurtenis.Type, _ eisen: [String], op: String, verzameld: String? = nil,
    in stream: StreamID? = nil, als role: Rol = .secretariaat, _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try leg(type, stream ?? boek.stream(type.type.streamKind), op: op, als: role) {
      $0[Bewijs.eisen] = eisen.isEmpty ? nil : eisen
      $0[Bewijs.verzameldOp] = try verzameld.map { try CalendarDate($0) } ?? boek.today
      try change(&$0)
    }
  }

  /// So many of a group were reached.
  @discardableResult
  func dekking(
    _ type: any Dekking.Type, _ eisen: [String], _ reached: Int64, van all: Int64, _ group: Doelgroep, op: String,
    over subjects: [Onderwerpskeuze] = [.gedragsregels, .gevolgen, .signaleren, .voorkomen, .tegengaan]
  ) throws -> RecordedEvent {
    try bewijs(type, eisen, op: op) {
      $0[VoorlichtingOntvangen.doelgroep] = group
      $0[VoorlichtingOntvangen.bereikt] = reached
      $0[VoorlichtingOntvangen.omvang] = all
      $0[VoorlichtingOntvangen.onderwerpen] = subjects
    }
  }

  @discardableResult
  func maatregel(
    _ what: String, op: String, uitvoeren: String? = nil, evalueren: String? = nil, criterium: String? = nil,
    _ soort: SoortMaatregel = .voorkomen
  ) throws -> StreamID {
    let stream = boek.stream("Maatregel")
    try bewijs(MaatregelVastgelegd.self, [], op: op, in: stream) {
      $0[MaatregelVastgelegd.omschrijving] = what
      $0[MaatregelVastgelegd.soort] = soort
      $0[MaatregelVastgelegd.uitvoerenVoor] = try uitvoeren.map { try CalendarDate($0) }
      $0[MaatregelVastgelegd.evaluerenVoor] = try evalueren.map { try CalendarDate($0) }
      $0[MaatregelVastgelegd.criterium] = criterium
    }
    return stream
  }

  /// A function, and who holds it from a day on.
  func functie(_ name: String, bekleed: String?) throws -> StreamID {
    let stream = boek.stream("Functie")
    try leg(FunctieVastgelegd.self, stream, op: "2024-09-02") { $0[FunctieVastgelegd.naam] = name }
    if let bekleed {
      try leg(FunctieBekleed.self, stream, op: bekleed) {
        $0[FunctieBekleed.persoon] = boek.stream("Persoon")
        $0[FunctieBekleed.naam] = "Iemand"
      }
    }
    return stream
  }

  func beeld(
    _ eis: String? = "AI", op day: String, als role: Rol? = .secretariaat, known: KnownMoment = .now
  ) throws -> [Standbeeld] {
    let audience = try role.map { Audience.member(try boek.key($0).ring) } ?? .outside
    return try boek.directory.read { stores in
      let book = boek.book(stores)
      return try book.read(known: known, as: audience) { reading in
        try Standkeuze(eis).standbeelden(op: try CalendarDate(day), book, reading)
      }
    }
  }

  /// How one demand stands.
  func eis(_ id: String, op day: String, als role: Rol? = .secretariaat) throws -> Eisstand {
    try #require(try beeld(id, op: day, als: role).first?.eisen.first { $0.eis.id == id })
  }
}

extension Eisstand {
  var gemist: String { ontbreekt.map(\.nl).joined(separator: "; ") }
}
