import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

@testable import Beleid
@testable import Instemming
@testable import Organisatie

/// A real ledger in a temporary directory with a key for each role that a test needs.
final class Proefboek {
  static let roles: [Rol] = [
    .secretariaat, .algemeenDirecteur, .college, .ondernemingsraad, .leidinggevende,
  ]
  /// The ledger was founded on this day, and the tests take place on it.
  static let founded = "2026-11-21"

  let directory: LedgerDirectory
  let logKey: NoteSigner
  private(set) var keys: [Rol: UnlockedKey] = [:]
  private let random = SystemRandom()
  private let clock: FixedClock
  private static let origin = "test.example/beleid"

  init() throws {
    directory = LedgerDirectory(
      FileManager.default.temporaryDirectory.appendingPathComponent("beleid-\(UUID().uuidString)"))
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

  var catalog: Catalog { Catalog([OrganisatiePlugin(), InstemmingPlugin(), BeleidPlugin()]) }

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
