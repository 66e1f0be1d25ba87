import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// A real ledger in a temporary directory, and ways to do to it what someone with the disk could do.
final class VerificationLedger {
  /// Where the fixed events stand.
  enum Place {
    /// The director's key is registered.
    static let director: UInt64 = 1
    /// The first note: with a name, a memo and a document.
    static let note: UInt64 = 2
    /// The first note is closed.
    static let closed: UInt64 = 3
    /// A secret in a circle of one.
    static let secret: UInt64 = 5
    /// The name in this note was erased, by the event after it.
    static let erased: UInt64 = 6
    /// Plain notes up to the end.
    static let plain: Range<UInt64> = 8..<300
    static let size: UInt64 = 300
  }

  static let origin = "test.example/verificatie"
  let directory: LedgerDirectory
  let random = SystemRandom()
  let time: Int64 = 1_764_000_000
  let clock: FixedClock
  let secretary: UnlockedKey
  let director: UnlockedKey
  let logKey: NoteSigner
  let organisation: BoxSecretKey
  /// Every event's id and stream, by position.
  private(set) var events: [RecordedEvent] = []

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("verificatie-\(UUID().uuidString)")
    directory = LedgerDirectory(url, cache: URL(fileURLWithPath: url.path + ".cache"))
    clock = FixedClock(try Instant(secondsSince1970: time))
    secretary = try .generate(random)
    director = try .generate(random)
    logKey = try NoteSigner(name: Self.origin, key: .generate(random))
    organisation = try .generate(random)
    try directory.create { try fill($0) }
    try read { book in try book.read { _ in } }
  }

  deinit {
    for url in [directory.url, directory.cache].compactMap(\.self) { try? FileManager.default.removeItem(at: url) }
  }

  private func fill(_ stores: Stores) throws {
    let book = book(stores)
    let today = ImpreciseDate(book.today)
    var found = EventDraft(Geopend.self, stream: book.newStream("Grootboek"), effective: today)
    found[Geopend.logsleutel] = logKey.verifier.vkey
    found[Geopend.organisatiesleutel] = organisation.publicKey
    found[Geopend.sleutel] = secretary.signing.verifyingKey
    found[Geopend.verzegelsleutel] = secretary.box.publicKey
    try append([found], book, keys: [wrap(for: secretary)])
    var key = EventDraft(SleutelErbij.self, stream: book.newStream("Sleutel"), effective: today)
    key[SleutelErbij.sleutel] = director.signing.verifyingKey
    key[SleutelErbij.verzegelsleutel] = director.box.publicKey
    key[SleutelErbij.rol] = .algemeenDirecteur
    try append([key], book, keys: [wrap(for: director)])
    var note = draft("eerste", book)
    note[NotaGemaakt.memo] = "onder ons"
    note.attach(Document(bytes: Array("een stuk".utf8), mediaType: "text/plain"), as: NotaGemaakt.bijlage)
    try append([note], book)
    try append([EventDraft(NotaGesloten.self, stream: note.stream, effective: today)], book)
    let secret = book.newStream("Geheim")
    var access = EventDraft(ToegangVerleend.self, stream: book.newStream("Toegang"), effective: today)
    access[ToegangVerleend.stroom] = secret
    access[ToegangVerleend.sleutel] = director.id
    var content = EventDraft(GeheimGemaakt.self, stream: secret, effective: today)
    content[GeheimGemaakt.inhoud] = "geheim"
    try append([access], book, by: director)
    try append([content], book, by: director)
    try append([draft("vernietigd", book)], book)
    var erasure = EventDraft(StukkenVernietigd.self, stream: book.newStream("Vernietiging"), effective: today)
    erasure[StukkenVernietigd.stukken] = [ErasedFields(event: events[6].id, fields: ["naam"])]
    erasure[StukkenVernietigd.grond] = "test"
    erasure[StukkenVernietigd.bewaarregel] = "test"
    try append([erasure], book)
    try append(Place.plain.map { draft("nota \($0)", book) }, book)
  }

  func draft(_ title: String, _ book: Grootboek) -> EventDraft {
    var note = EventDraft(NotaGemaakt.self, stream: book.newStream("Nota"), effective: ImpreciseDate(book.today))
    note[NotaGemaakt.titel] = title
    note[NotaGemaakt.naam] = "naam van \(title)"
    return note
  }

  private func wrap(for key: UnlockedKey) throws -> WrappedKey {
    try .sealed(organisation.seed, id: organisation.publicKey.name, for: key.box.publicKey, random: random)
  }

  @discardableResult
  func append(
    _ drafts: [EventDraft], _ book: Grootboek, by key: UnlockedKey? = nil, keys: [WrappedKey] = [],
    dismissed: [BoxPublicKey] = []
  ) throws -> Appended {
    let appended = try book.append(
      drafts, signedBy: key ?? secretary, log: logKey, AppendOptions(wrappedKeys: keys, dismissed: dismissed))
    events += appended.events
    return appended
  }

  func book(_ stores: Stores) -> Grootboek {
    Grootboek(
      stores: LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
        scratch: { [directory] in try directory.scratchTables() }),
      catalog: Catalog([VerificationPlugin()]), origin: Self.origin,
      clock: clock, random: random)
  }

  func read<T>(_ body: (Grootboek) throws -> T) throws -> T { try directory.read { try body(book($0)) } }
  func write<T>(_ body: (Grootboek, Stores) throws -> T) throws -> T { try directory.write { try body(book($0), $0) } }

  func verify(_ options: VerificationOptions = VerificationOptions()) throws -> VerificationReport {
    try read { try $0.verify(options) }
  }

  /// Every finding as `question:check@position`.
  func findings(_ options: VerificationOptions = VerificationOptions()) throws -> [String] {
    try verify(options).checks.flatMap { check in
      check.findings.map { "\(check.name):\($0.check)@\($0.position.map { "\($0)" } ?? "-")" }
    }
  }

  /// Changes a database past its triggers, which are put back so that the schema shows nothing.
  func tamper(_ file: String, _ sql: String, _ arguments: StatementArguments = []) throws {
    let url = file == "views.sqlite" ? try directory.viewPlace().file : directory.url.appendingPathComponent(file)
    let queue = try DatabaseQueue(path: url.path)
    try queue.write { db in
      let triggers = try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
      try db.execute(sql: sql, arguments: arguments)
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
    }
    try queue.close()
  }

  /// Puts signed events into the log as someone would who has the log's key and heeds no rule.
  func force(_ signed: [SignedEvent]) throws {
    try directory.write { stores in
      try stores.log.write { log in
        let size = try log.size()
        var tree = try TreeAppender(size: size, reader: Tiles(log: log))
        for event in signed {
          let entry = LogEntry(position: tree.size, event: event)
          try log.insert(entry)
          for tile in tree.append(entry.leafHash) { try log.insert(StoredTile(tile)) }
        }
        let note = try Checkpoint(origin: Self.origin, size: tree.size, root: tree.root()).sign(by: logKey)
        try log.insert(StoredCheckpoint(size: tree.size, note: String(decoding: note.bytes, as: UTF8.self)))
      }
    }
  }

  struct Tiles: TileReader {
    let log: any LogReader
    func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
      try log.hashes(level: level, index: index, width: width)
    }
  }

  /// The name of the newest checkpoint, as an event that is signed now gives it.
  func newest() throws -> Digest? {
    try directory.read { try $0.log.latestCheckpoint().map { SHA256.hash(Array($0.note.utf8)) } }
  }

  /// An event that says the same as one in the log, but for what is given.
  func event(
    like position: UInt64, stream: StreamID? = nil, seq: Int64, type: EventType? = nil, at time: Int64? = nil,
    by key: UnlockedKey? = nil, facts: [JSON.Member]? = nil
  ) throws -> SignedEvent {
    let claims = events[Int(position)].signed.envelope
    let type = type ?? events[Int(position)].type
    let envelope = Envelope(
      origin: claims.origin, id: UUIDv7(milliseconds: claims.signedAt * 1000, random: random),
      signedAt: time ?? claims.signedAt, stream: stream ?? claims.stream, seq: seq, type: type.name, version: 1,
      effective: claims.effective, checkpoint: try newest(),
      facts: facts ?? (type.name == claims.type ? claims.facts : []), sealedDigests: [])
    return try SignedEvent(envelope, signedBy: (key ?? secretary).signing)
  }
}
