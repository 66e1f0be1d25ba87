import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie

/// A real ledger in a temporary directory, founded by the secretariat, with a key for each role that a test needs.
///
/// Every test has its own; the directory goes with it.
public final class Proefboek: Sendable {
  /// The day on which a ledger was founded, and on which a test takes place, unless it says otherwise.
  public static let founded = "2026-11-21"

  /// Where it lies.
  public let directory: LedgerDirectory
  /// What is installed.
  public let plugins: [any Plugin]
  /// Its name in every proof.
  public let origin: String
  /// Signs its checkpoints.
  public let logKey: NoteSigner
  /// The time, which a test can move.
  public let clock: MovingClock
  /// Where keys and identifiers come from.
  public let random = SystemRandom()
  private let keys: [Rol: KeyPair]
  private let place: URL

  /// Founds a ledger.
  /// - Parameters:
  ///   - plugins: What is installed; the organisation's own plugin has to be among them.
  ///   - roles: The roles with a key; the secretariat, which founds, always has one.
  ///   - origin: Its name.
  ///   - founded: The day, at ten in the morning UTC, or a moment in RFC 3339.
  ///   - isFounded: Whether there is a ledger to begin with; else only an empty directory with stores.
  public init(
    _ plugins: [any Plugin], roles: [Rol] = [], origin: String = "test.example/proefboek",
    founded: String = Proefboek.founded, isFounded: Bool = true
  ) throws {
    place = FileManager.default.temporaryDirectory.appendingPathComponent("proefboek-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    directory = LedgerDirectory(
      place.appendingPathComponent("gemeente.ledger"), cache: place.appendingPathComponent("waarborg/views"), waiting: 5
    )
    self.plugins = plugins
    self.origin = origin
    clock = MovingClock(try Instant(founded.contains("T") ? founded : "\(founded)T10:00:00Z"))
    logKey = try NoteSigner(name: origin, key: .generate(random))
    var keys: [Rol: KeyPair] = [:]
    for role in [.secretariaat] + roles where keys[role] == nil { keys[role] = try .generate(random) }
    self.keys = keys
    try directory.create { stores in if isFounded { try found(book(stores)) } }
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  private func found(_ book: Grootboek) throws {
    let first = try key(.secretariaat)
    let others = keys.keys.filter { $0 != .secretariaat }.sorted { $0.rawValue < $1.rawValue }
    let organisation = try book.newOrganisationKey(for: keys.values.map(\.box.publicKey))
    let opened = Founding.draft(
      book, organisatie: "Gemeente Voorbeeld", logKey: logKey.verifier, organisationKey: organisation.key, key: first,
      rol: .secretariaat)
    let registered = try others.map { rol in
      let key = try key(rol)
      return Registration.draft(book, signing: key.signing.verifyingKey, box: key.box.publicKey, rol: rol)
    }
    _ = try book.append(
      [opened] + registered, signedBy: first, log: logKey, AppendOptions(wrappedKeys: organisation.wrapped))
  }

  /// The key of a role.
  /// - Throws: `Failure` when the ledger was made without one.
  public func key(_ role: Rol) throws -> UnlockedKey { try pair(role).unlocked }

  /// The key of a role with its secret halves, as a key file holds it.
  /// - Throws: `Failure` when the ledger was made without one.
  public func pair(_ role: Rol) throws -> KeyPair {
    guard let key = keys[role] else { throw Failure(.notFound, Text("no key for \(role)")) }
    return key
  }

  // MARK: The ledger

  /// The ledger over stores that were lent, with other plugins when a test says so.
  public func book(_ stores: Stores, _ plugins: [any Plugin]? = nil) -> Grootboek {
    Grootboek(
      stores: LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { [directory] in try directory.scratchTables() }),
      catalog: Catalog(plugins ?? self.plugins), origin: origin, clock: clock, random: random)
  }

  /// What is installed, as one catalogue.
  public var catalog: Catalog { Catalog(plugins) }

  /// Appends one event and returns it.
  @discardableResult
  public func append(_ draft: EventDraft, als role: Rol) throws -> RecordedEvent {
    guard let event = try append([draft], als: role).first else {
      throw Failure(.io, Text("nothing was appended"))
    }
    return event
  }

  /// Appends events, all of them or none, and returns them.
  @discardableResult
  public func append(_ drafts: [EventDraft], als role: Rol) throws -> [RecordedEvent] {
    let key = try key(role)
    return try directory.write { try book($0).append(drafts, signedBy: key, log: logKey).events }
  }

  /// Lends the views to `body`, as a role sees them or as someone outside does.
  public func read<T>(als role: Rol? = nil, known: KnownMoment = .now, _ body: (Reading) throws -> T) throws -> T {
    let audience = try role.map { Audience.member(try key($0).ring) } ?? .outside
    return try directory.read { try book($0).read(known: known, as: audience, body) }
  }

  /// The same for who examines the ledger: an event that cannot be relied on does not stop it.
  public func examine<T>(als role: Rol? = nil, _ body: (Reading) throws -> T) throws -> T {
    let audience = try role.map { Audience.member(try key($0).ring) } ?? .outside
    return try directory.read { try book($0).examine(as: audience, body) }
  }

  /// Answers the five questions of verification.
  public func verify(_ options: VerificationOptions = VerificationOptions()) throws -> VerificationReport {
    try directory.read { try book($0).verify(options) }
  }

  // MARK: Drafting

  /// A stream of a kind that nothing has been recorded in.
  public func stream(_ kind: String) -> StreamID {
    StreamID(kind: kind, id: UUIDv7(milliseconds: clock.now.secondsSince1970 * 1000, random: random))
  }

  /// The day it is.
  public var today: CalendarDate { clock.now.date }
}
