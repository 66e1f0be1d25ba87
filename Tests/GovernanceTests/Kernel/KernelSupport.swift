import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Synchronization
import Testing

@testable import Governance

/// A ledger of its own for each test, in a directory that is gone afterwards.
final class KernelWorld: Sendable {
  static let origin = "ledger.example.nl/proef"
  static let start: Int64 = 1_795_255_200

  let place: URL
  let directory: LedgerDirectory
  let clock = MovingClock(KernelWorld.start)
  let random: RepeatableRandom
  let signer: NoteSigner
  /// Signs for the secretariat and founded the ledger.
  let secretaris: UnlockedKey
  private let removesPlace: Bool

  init(at url: URL? = nil, seed: UInt64 = 1) throws {
    place = url ?? FileManager.default.temporaryDirectory.appendingPathComponent("waarborg-\(UUID().uuidString)")
    removesPlace = url == nil
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    random = RepeatableRandom(seed: seed)
    secretaris = try .generate(random)
    signer = try NoteSigner(name: Self.origin, key: .generate(random))
    directory = LedgerDirectory(
      place.appendingPathComponent("proef.ledger"), cache: place.appendingPathComponent("cache"), waiting: 5)
    try directory.create { stores in
      let book = book(stores)
      let organisation = try book.newOrganisationKey(for: [secretaris.box.publicKey])
      var founding = EventDraft(GrootboekGesticht.self, stream: book.newStream("Proeforganisatie"), effective: try day)
      founding[GrootboekGesticht.ondertekening] = secretaris.signing.verifyingKey
      founding[GrootboekGesticht.doos] = secretaris.box.publicKey
      founding[GrootboekGesticht.organisatiesleutel] = organisation.key
      founding[GrootboekGesticht.logsleutel] = signer.verifier.vkey
      let options = AppendOptions(wrappedKeys: organisation.wrapped)
      _ = try book.append([founding], signedBy: secretaris, log: signer, options)
    }
  }

  deinit { if removesPlace { try? FileManager.default.removeItem(at: place) } }

  var day: ImpreciseDate { get throws { try ImpreciseDate("2026-11-21") } }

  func book(_ stores: Stores, _ plugin: ProefPlugin = ProefPlugin()) -> Grootboek {
    book(LedgerStores(stores, directory), plugin)
  }

  func book(_ stores: LedgerStores, _ plugin: ProefPlugin = ProefPlugin()) -> Grootboek {
    Grootboek(stores: stores, catalog: Catalog([plugin]), origin: Self.origin, clock: clock, random: random)
  }

  @discardableResult
  func append(
    _ drafts: EventDraft..., as key: UnlockedKey? = nil, options: AppendOptions = AppendOptions(),
    plugin: ProefPlugin = ProefPlugin()
  ) throws -> [RecordedEvent] {
    try directory.write { stores in
      try book(stores, plugin).append(drafts, signedBy: key ?? secretaris, log: signer, options).events
    }
  }

  func read<T>(
    as key: UnlockedKey? = nil, known: KnownMoment = .now, plugin: ProefPlugin = ProefPlugin(),
    _ body: (Reading) throws -> T
  ) throws -> T {
    try directory.read { stores in
      try book(stores, plugin).read(known: known, as: key.map { .member($0.ring) } ?? .outside, body)
    }
  }

  var size: UInt64 { get throws { try directory.read { try $0.log.size() } } }

  func stream(_ kind: String) throws -> StreamID { StreamID(kind: kind, id: UUIDv7(milliseconds: 1, random: random)) }

  /// A draft of a note, all of whose sealed fields are left out.
  func note(_ title: String = "titel", on stream: StreamID? = nil) throws -> EventDraft {
    var draft = EventDraft(NotitieVastgelegd.self, stream: try stream ?? self.stream("Notitie"), effective: try day)
    draft[NotitieVastgelegd.titel] = title
    return draft
  }

  /// A new key in a role, registered by the secretariat and admitted to what is `intern`.
  func member(_ rol: Rol) throws -> UnlockedKey {
    let key = try UnlockedKey.generate(random)
    try directory.write { stores in
      let book = book(stores)
      var draft = EventDraft(SleutelIngeschreven.self, stream: try stream("Proefsleutel"), effective: try day)
      draft[SleutelIngeschreven.ondertekening] = key.signing.verifyingKey
      draft[SleutelIngeschreven.doos] = key.box.publicKey
      draft[SleutelIngeschreven.rol] = rol
      let wrapped = try book.read { reading in
        try book.organisationKeys(for: key.box.publicKey, openedBy: secretaris.ring, reading.registry)
      }
      _ = try book.append([draft], signedBy: secretaris, log: signer, AppendOptions(wrappedKeys: wrapped))
    }
    return key
  }

  /// Revokes a key and renews the organisation's key for the members that stay.
  func revoke(_ key: UnlockedKey, from moment: Int64? = nil, dismissing: Bool = true) throws {
    try directory.write { stores in
      let book = book(stores)
      let staying = try book.read { $0.registry.keysInOrder.filter { $0.id != key.id }.map(\.box) }
      let organisation = try book.newOrganisationKey(for: staying)
      var draft = EventDraft(SleutelIngetrokken.self, stream: try stream("Proefsleutel"), effective: try day)
      draft[SleutelIngetrokken.sleutel] = key.id
      draft[SleutelIngetrokken.vanaf] = moment ?? clock.now.secondsSince1970
      draft[SleutelIngetrokken.organisatiesleutel] = organisation.key
      let options = AppendOptions(
        wrappedKeys: organisation.wrapped, dismissed: dismissing ? [key.box.publicKey] : [])
      _ = try book.append([draft], signedBy: secretaris, log: signer, options)
    }
  }

  func admit(_ key: UnlockedKey, to stream: StreamID, by admitting: UnlockedKey) throws {
    try directory.write { stores in
      let book = book(stores)
      var draft = EventDraft(ToegangVerleend.self, stream: try self.stream("Toegang"), effective: try day)
      draft[ToegangVerleend.stroom] = stream
      draft[ToegangVerleend.sleutel] = key.id
      let wrapped = try book.circleKeys(of: stream, for: key.box.publicKey, openedBy: admitting.ring)
      _ = try book.append([draft], signedBy: admitting, log: signer, AppendOptions(wrappedKeys: wrapped))
    }
  }

  /// The keys in a stream's circle.
  func circle(of stream: StreamID) throws -> [Thumbprint] {
    try read { $0.registry.circle(try AuthorityView().circle(of: stream, $0.views)).map(\.id) }
  }

  func erase(_ event: RecordedEvent, _ fields: String...) throws {
    try append(try erasure(event, fields))
  }

  func erasure(_ event: RecordedEvent, _ fields: [String]) throws -> EventDraft {
    var draft = EventDraft(StukkenVernietigd.self, stream: try stream("Vernietiging"), effective: try day)
    draft[StukkenVernietigd.stukken] = [ErasedFields(event: event.id, fields: fields)]
    draft[StukkenVernietigd.grond] = "verzoek"
    draft[StukkenVernietigd.bewaarregel] = "AVG art. 17"
    return draft
  }

  /// What a reader gets for each sealed field of the event at a position, by name.
  func revealed(
    _ event: RecordedEvent, to key: UnlockedKey? = nil, known: KnownMoment = .now
  ) throws -> [String: Revealed] {
    try read(as: key, known: known) { reading in
      Dictionary(uniqueKeysWithValues: try reading.filter.reveal(event).map { ($0.field.name, $0.revealed) })
    }
  }

  func titles(_ reading: Reading) throws -> [String] {
    try reading.views.rows(Notities(), "SELECT titel FROM {notitie} ORDER BY position").compactMap { $0.text("titel") }
  }

  /// Every file of the ledger's directory, by path, and what is in it.
  func files() throws -> [String: [UInt8]] {
    try files(below: directory.url).merging(files(below: directory.viewPlace().file.deletingLastPathComponent())) {
      first, _ in first
    }
  }

  private func files(below url: URL) throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
      var isDirectory: ObjCBool = false
      let file = url.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue else {
        continue
      }
      found[path] = [UInt8](try Data(contentsOf: file))
    }
    return found
  }

  /// The paths of the files that came, went or changed.
  ///
  /// Readers leave an empty WAL and its index of shared memory behind, which the next writer clears away.
  func changes(since before: [String: [UInt8]]) throws -> [String] {
    let now = try files()
    return Set(now.keys).union(before.keys).filter { path in
      let isEmptyWAL = path.hasSuffix("-wal") && (now[path] ?? []).isEmpty && (before[path] ?? []).isEmpty
      return now[path] != before[path] && !isEmptyWAL && !path.hasSuffix("-shm")
    }.sorted()
  }

  /// The paths of the files that hold `text`.
  func places(of text: some Collection<UInt8>) throws -> [String] {
    try files().filter { Data($0.value).range(of: Data(text)) != nil }.keys.sorted()
  }
}

extension LedgerStores {
  init(_ stores: Stores, _ directory: LedgerDirectory) {
    self.init(
      log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
      scratch: { try directory.scratchTables() })
  }
}

/// A clock that a test puts forward and back.
final class MovingClock: Clock {
  private let seconds: Mutex<Int64>
  init(_ seconds: Int64) { self.seconds = Mutex(seconds) }

  var now: Instant { (try? Instant(secondsSince1970: seconds.withLock { $0 })) ?? .last }
  func move(by delta: Int64) { seconds.withLock { $0 += delta } }
}

/// Randomness that a seed repeats (SplitMix64), different at every call.
final class RepeatableRandom: RandomSource {
  private let state: Mutex<UInt64>
  init(seed: UInt64) { state = Mutex(seed) }

  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
      }
    }
  }
}
