import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Testing

@testable import Console
@testable import Organisatie

/// A ledger of its own for each test, founded by the secretariat, in a directory that is gone afterwards.
final class OrganisatieWorld: Sendable {
  static let origin = "ledger.voorbeeld.example/organisatie"
  /// Ten in the morning of 21 November 2026 in the Netherlands.
  static let start: Int64 = 1_795_251_600

  let boek: Proefboek
  /// Signs for the secretariat and founded the ledger.
  let secretariaat: UnlockedKey

  var directory: LedgerDirectory { boek.directory }
  var clock: MovingClock { boek.clock }
  var random: SystemRandom { boek.random }
  var logKey: NoteSigner { boek.logKey }

  init(founded: Bool = true) throws {
    boek = try Proefboek(
      [OrganisatiePlugin(), ProefPlugin()], origin: Self.origin, founded: "2026-11-21T09:00:00Z", isFounded: founded)
    secretariaat = try boek.key(.secretariaat)
  }

  // MARK: The ledger

  func book(_ stores: Stores, _ plugins: [any Plugin]? = nil) -> Grootboek { boek.book(stores, plugins) }

  /// Appends what `body` proposes, as a command does.
  @discardableResult
  func propose(
    as key: UnlockedKey? = nil, on day: String? = nil, _ body: (AppendContext) throws -> Proposal
  ) throws -> Appended {
    let key = key ?? secretariaat
    return try directory.write { stores in
      let book = book(stores)
      let effective = try day.map { try ImpreciseDate($0) } ?? ImpreciseDate(book.today)
      let proposal = try book.read(as: .member(key.ring)) { reading in
        try body(AppendContext(book: book, reading: reading, key: key, effective: effective))
      }
      return try book.append(proposal.drafts, signedBy: key, log: logKey, proposal.options)
    }
  }

  @discardableResult
  func append(_ drafts: EventDraft..., as key: UnlockedKey? = nil) throws -> [RecordedEvent] {
    try append(drafts, as: key)
  }

  @discardableResult
  func append(_ drafts: [EventDraft], as key: UnlockedKey? = nil) throws -> [RecordedEvent] {
    try directory.write { try book($0).append(drafts, signedBy: key ?? secretariaat, log: logKey).events }
  }

  func read<T>(
    as key: UnlockedKey? = nil, known: KnownMoment = .now, _ body: (Reading) throws -> T
  ) throws -> T {
    try directory.read { try book($0).read(known: known, as: key.map { .member($0.ring) } ?? .outside, body) }
  }

  var registry: KeyRegistry { get throws { try read { $0.registry } } }
  /// The moments from which keys were said to be revoked, whether or not they had signed since.
  func claimedRevocations(_ reading: Reading) throws -> [Thumbprint: Instant] {
    try reading.registry.keys.compactMapValues { try Sleutelintrekking(of: $0.id, reading.views)?.vanaf }
  }
  var size: UInt64 { get throws { try directory.read { try $0.log.size() } } }

  /// Every finding of verification, as `question:check@position`.
  func findings(_ options: VerificationOptions = VerificationOptions()) throws -> [String] {
    try directory.read { stores in
      try book(stores).verify(options).checks.flatMap { check in
        check.findings.map { "\(check.name):\($0.check)@\($0.position.map { "\($0)" } ?? "-")" }
      }
    }
  }

  // MARK: Time

  var today: CalendarDate { clock.now.date }

  func day(_ offset: Int) throws -> CalendarDate { try CalendarDate(daysSinceEpoch: today.daysSinceEpoch + offset) }

  func moment(_ offset: Int64) throws -> Instant { try clock.now.adding(seconds: offset) }

  // MARK: Refusals

  /// Expects that `body` fails in this way and that log, vault and documents keep every byte.
  @discardableResult
  func expectRefusal(
    _ kind: Failure.Kind, rule: String? = nil, location: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws -> Failure? {
    let failure = try boek.expectRefusal(
      rule.map { .geweigerd($0) } ?? .anders(kind), sourceLocation: location, body)
    #expect(failure?.kind == kind, sourceLocation: location)
    #expect(failure?.rule?.id == rule, sourceLocation: location)
    return failure
  }

  /// The files of the ledger in which a text stands in the clear.
  func files(holding text: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: directory.url.path).filter { path in
      let content = FileManager.default.contents(atPath: directory.url.appendingPathComponent(path).path)
      return content?.range(of: Data(text.utf8)) != nil
    }
  }
}
