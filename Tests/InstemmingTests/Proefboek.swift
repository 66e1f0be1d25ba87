import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

@testable import Instemming
@testable import Organisatie

/// A real ledger in a temporary directory with a key for each role that a test needs.
final class Proefboek {
  static let roles: [Rol] = [
    .secretariaat, .algemeenDirecteur, .college, .ondernemingsraad, .functionarisGegevensbescherming, .lokaalOverleg,
    .beheerder,
  ]
  /// The ledger was founded on this day, and the tests take place on it.
  static let founded = "2026-11-21"

  let directory: LedgerDirectory
  let logKey: NoteSigner
  private(set) var keys: [Rol: UnlockedKey] = [:]
  private let random = SystemRandom()
  private let clock: FixedClock
  private static let origin = "test.example/instemming"

  init() throws {
    directory = LedgerDirectory(
      FileManager.default.temporaryDirectory.appendingPathComponent("instemming-\(UUID().uuidString)"))
    clock = FixedClock(try Instant("\(Self.founded)T10:00:00Z"))
    logKey = try NoteSigner(name: Self.origin, key: .generate(random))
    for role in Self.roles { keys[role] = try .generate(random) }
    try directory.create { try found(book($0)) }
  }

  deinit { try? FileManager.default.removeItem(at: directory.url) }

  private func found(_ book: Grootboek) throws {
    let first = try key(.secretariaat)
    let organisation = try book.newOrganisationKey(for: Self.roles.map { try key($0).box.publicKey })
    var opened = EventDraft(
      GrootboekGeopend.self, stream: book.newStream("Grootboek"), effective: ImpreciseDate(book.today))
    opened[GrootboekGeopend.organisatie] = "Gemeente Voorbeeld"
    opened[GrootboekGeopend.logsleutel] = logKey.verifier.vkey
    opened[GrootboekGeopend.organisatiesleutel] = organisation.key
    opened[GrootboekGeopend.sleutel] = first.signing.verifyingKey
    opened[GrootboekGeopend.verzegelsleutel] = first.box.publicKey
    opened[GrootboekGeopend.rol] = .secretariaat
    var drafts = [opened]
    for role in Self.roles.dropFirst() {
      var draft = EventDraft(
        SleutelGeregistreerd.self, stream: book.newStream("Sleutel"), effective: ImpreciseDate(book.today))
      draft[SleutelGeregistreerd.sleutel] = try key(role).signing.verifyingKey
      draft[SleutelGeregistreerd.verzegelsleutel] = try key(role).box.publicKey
      draft[SleutelGeregistreerd.rol] = role
      drafts.append(draft)
    }
    _ = try book.append(drafts, signedBy: first, log: logKey, AppendOptions(wrappedKeys: organisation.wrapped))
  }

  func key(_ role: Rol) throws -> UnlockedKey {
    guard let key = keys[role] else { throw Failure(.notFound, Text("no key for \(role)")) }
    return key
  }

  var catalog: Catalog { Catalog([OrganisatiePlugin(), InstemmingPlugin()]) }

  private func book(_ stores: Stores) -> Grootboek {
    Grootboek(
      stores: LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { [directory] in try directory.scratchTables() }),
      catalog: catalog, origin: Self.origin, clock: clock, random: random)
  }

  /// Appends one event and returns it.
  @discardableResult
  func append(_ draft: EventDraft, als role: Rol) throws -> RecordedEvent {
    let appended = try directory.write { stores in
      try book(stores).append([draft], signedBy: try key(role), log: logKey)
    }
    guard let event = appended.events.first else { throw Failure(.io, Text("nothing was appended")) }
    return event
  }

  func read<T>(als role: Rol? = nil, known: KnownMoment = .now, _ body: (Reading) throws -> T) throws -> T {
    let audience = try role.map { Audience.member(try key($0).ring) } ?? .outside
    return try directory.read { try book($0).read(known: known, as: audience, body) }
  }

  func verify() throws -> VerificationReport {
    try directory.read { try book($0).verify(VerificationOptions()) }
  }
}

/// What consent in a test is about, and how its events are written.
struct Zaak {
  let boek: Proefboek
  let onderwerp: StreamID
  let versie: Digest?
  let stroom: StreamID

  /// A new procedure about a version of a new or a given subject.
  init(
    _ boek: Proefboek, versie: String? = "tekst 1", onderwerp: StreamID? = nil, kind: String = "Instemming",
    subject: String = "Regeling"
  ) {
    self.boek = boek
    let random = SystemRandom()
    self.onderwerp = onderwerp ?? StreamID(kind: subject, id: UUIDv7(milliseconds: 1, random: random))
    self.versie = versie.map { SHA256.hash(Array($0.utf8)) }
    stroom = StreamID(kind: kind, id: UUIDv7(milliseconds: 2, random: random))
  }

  /// A draft that names what this procedure is about; `change` does the rest.
  func draft(
    _ type: (some EventDefinition).Type, op: String = Proefboek.founded, orgaan: Rol = .ondernemingsraad,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> EventDraft {
    var draft = EventDraft(type, stream: stroom, effective: try ImpreciseDate(op))
    draft[Betreft.onderwerp] = onderwerp
    draft[Betreft.versie] = versie
    draft[Betreft.orgaan] = orgaan
    try change(&draft)
    return draft
  }

  /// Asks consent.
  @discardableResult
  func vraag(op: String = Proefboek.founded) throws -> RecordedEvent {
    try boek.append(draft(InstemmingGevraagd.self, op: op), als: .college)
  }

  /// The works council answers.
  @discardableResult
  func antwoord(
    _ type: (some EventDefinition).Type, op: String = Proefboek.founded, als role: Rol = .ondernemingsraad,
    _ change: (inout EventDraft) throws -> Void = { _ in }
  ) throws -> RecordedEvent {
    try boek.append(draft(type, op: op, change), als: role)
  }

  /// Says that an event was a mistake.
  @discardableResult
  func corrigeer(_ event: RecordedEvent, als role: Rol, _ type: EventType = InstemmingGecorrigeerd.type) throws
    -> RecordedEvent
  {
    try corrigeer(event.id, als: role, type)
  }

  @discardableResult
  func corrigeer(_ id: EventID, als role: Rol, _ type: EventType = InstemmingGecorrigeerd.type) throws -> RecordedEvent
  {
    var draft = EventDraft(type, stream: stroom, effective: try ImpreciseDate(Proefboek.founded))
    draft[Correctie.gebeurtenis] = id
    draft[Correctie.reden] = "vergissing"
    return try boek.append(draft, als: role)
  }

  /// Where consent about this version stands.
  func stand(op day: String? = nil, known: KnownMoment = .now) throws -> InstemmingOverVersie? {
    try boek.read(known: known) { reading in
      try InstemmingView().stand(
        onderwerp, versie: versie?.hex, op: try day.map { try CalendarDate($0) }, in: reading.views)
    }
  }
}

/// How an append ended: accepted, refused by a rule, or not permitted.
enum Uitkomst: Equatable {
  case aanvaard
  case geweigerd(String)
  case anders(Failure.Kind)

  init(_ body: () throws -> some Any) {
    do {
      _ = try body()
      self = .aanvaard
    } catch let failure as Failure {
      if failure.kind == .refused, let rule = failure.rule {
        self = .geweigerd(rule.id)
      } else {
        self = .anders(failure.kind)
      }
    } catch {
      self = .anders(.io)
    }
  }
}

/// Marks a draft as a historical fact.
func historisch(_ bron: String = "brief van 2019") -> (inout EventDraft) -> Void {
  { draft in
    draft[Herkomst.historisch] = true
    draft[Herkomst.bron] = bron
  }
}

/// Adds a reason that only members read.
func reden(_ tekst: String = "hoofdstuk 3 is onduidelijk") -> (inout EventDraft) -> Void {
  { draft in draft[Motivering.toelichting] = tekst }
}
