import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

extension Program {
  /// What a copy or an update holds.
  public struct Given: Sendable {
    /// Its header.
    public let update: CopyUpdate
    /// The checkpoint that it ends with.
    public let head: SignedHead
  }

  /// Makes a copy to read, in a new folder.
  /// - Throws: `Failure` and others; then there is no folder.
  public func makeCopy(
    at path: String, for name: String, hasClosed: Bool, _ shared: SharedOptions
  ) throws -> Given {
    let target = directory(at: path, shared)
    return try giving(name, hasClosed: hasClosed, since: 0, shared) { book, update, give in
      try target.createCopy(marked: update.scope.bytes) { stores in
        try grootboek(stores, in: target, origin: book.origin).takeUp(
          update, keys: book.logKeys(), known: []
        ) { take in try give(take) }
      }
    }
  }

  /// Writes what brings a reader's copy up to date.
  /// - Parameter start: How many events that copy has; what was given last when left out.
  /// - Throws: `Failure` and others; then there is no file.
  public func writeUpdate(
    to path: String, for name: String, hasClosed: Bool, since start: UInt64?, _ shared: SharedOptions
  ) throws -> Given {
    try giving(name, hasClosed: hasClosed, since: start, shared) { _, update, give in
      try PrivateFile.create(path) { write in
        try write(Self.line(update.json))
        try give { try write(Self.line($0.json)) }
      }
    }
  }

  private static func line(_ json: JSON) -> [UInt8] { Array(json.serialized) + [UInt8(ascii: "\n")] }

  /// Lends what a reader may have, while nothing can be erased.
  private func giving(
    _ name: String, hasClosed: Bool, since start: UInt64?, _ shared: SharedOptions,
    _ body: (Grootboek, CopyUpdate, (@escaping (CopyPart) throws -> Void) throws -> Void) throws -> Void
  ) throws -> Given {
    let directory = try directory(shared)
    return try directory.write { stores in
      let book = try grootboek(stores, in: directory)
      tell(stores)
      let ledger = try CheckpointMemory.Ledger(book)
      try memory.checkGoesOn(book.stores, ledger, at: directory.url)
      let key = try book.read { reading in
        if try book.isVaultOlder(than: reading) { try eraseAgain(book) }
        return try registered(name, reading.registry)
      }
      let given = CopyMemory(memory, ledger, of: key.id)
      let size = try stores.log.size()
      guard let from = start ?? given.last?.size else { throw Self.neverGiven(name) }
      guard from <= size else { throw Self.beyond(from, size) }
      let scope = CopyScope(
        reader: key.id, box: key.box, hasClosed: hasClosed || start != 0 && given.last?.hasClosed == true)
      let update = CopyUpdate(origin: book.origin, scope: scope, start: from, end: size)
      var head: SignedHead?
      try terminal.withProgress(Text(nl: "Kopiëren", en: "Copying")) { bar in
        try body(book, update) { take in
          head = try book.copy(for: scope, from: from) {
            bar.update(Int(clamping: $0 - min(from, $0)), Int(clamping: $1 - from))
          } _: {
            try take($0)
          }
        }
      }
      remember(book, ledger, at: directory.url)
      given.remember(CopyMemory.Given(size: size, hasClosed: scope.hasClosed))
      return Given(update: update, head: try head ?? book.signedHead())
    }
  }

  private static func neverGiven(_ name: String) -> Failure {
    Failure(
      .usage,
      Text(
        nl: "vanaf waar? Op deze machine is voor «\(name)» nog geen kopie gemaakt",
        en: "from where? No copy was made for “\(name)” on this machine yet"),
      remedy: Text(
        nl: "geef --sinds met het aantal gebeurtenissen dat die kopie telt (waarborg status zegt het daar)",
        en: "give --sinds with the number of events that copy has (waarborg status says so there)"))
  }

  private static func beyond(_ start: UInt64, _ size: UInt64) -> Failure {
    Failure(
      .badInput,
      Text(
        nl: "--sinds \(start): dit grootboek telt \(size) gebeurtenissen",
        en: "--sinds \(start): this ledger has \(size) events"))
  }

  /// What became of an update.
  public struct BroughtUpToDate: Sendable {
    /// How many events the copy had.
    public let before: UInt64
    /// How many it has now.
    public let after: UInt64
  }

  /// Brings a copy up to date from a file: what was erased goes first.
  /// - Throws: `Failure` and others: what is not so; nothing was written.
  public func bringUpToDate(from path: String, _ shared: SharedOptions) throws -> BroughtUpToDate {
    let directory = try directory(shared)
    return try directory.write(mendsCopy: true) { stores in
      let book = try grootboek(stores, in: directory)
      guard let scope = book.stores.scope else { throw Self.noCopy(directory.url.path) }
      var lines = try CopyLines(at: path)
      let update = try lines.header()
      let size = try stores.log.size()
      try Self.check(update, book.origin, scope, size)
      let ledger = try CheckpointMemory.Ledger(book)
      let known = try memory.checkpoint(of: ledger).map { [$0] } ?? []
      let keys = try book.logKeys()
      guard update.end > size else { return BroughtUpToDate(before: size, after: size) }
      try terminal.withProgress(Text(nl: "Bijwerken", en: "Bringing up to date")) { bar in
        try book.takeUp(update, keys: keys, known: known) { take in
          var done = update.start
          while let part = try lines.next() {
            try take(part)
            guard case .event = part else { continue }
            done += 1
            bar.update(Int(clamping: done - update.start), Int(clamping: update.end - update.start))
          }
        }
      }
      _ = try book.reapplyErasures()
      remember(book, ledger, at: directory.url)
      return BroughtUpToDate(before: size, after: try stores.log.size())
    }
  }

  private static func check(_ update: CopyUpdate, _ origin: String, _ scope: CopyScope, _ size: UInt64) throws {
    guard update.origin == origin else {
      throw Failure(
        .badInput,
        Text(
          nl: "deze bijwerking is van een ander grootboek: \(update.origin)",
          en: "this update is of another ledger: \(update.origin)"))
    }
    guard update.scope == scope else {
      throw Failure(
        .badInput,
        Text(
          nl: "deze bijwerking is niet voor deze kopie gemaakt, maar voor sleutel \(update.scope.reader)",
          en: "this update was not made for this copy but for key \(update.scope.reader)"),
        remedy: Text(
          nl: "deze kopie is voor sleutel \(scope.reader)\(scope.hasClosed ? ", met --besloten" : "")",
          en: "this copy is for key \(scope.reader)\(scope.hasClosed ? ", with --besloten" : "")"))
    }
    guard update.start <= size else {
      throw Failure(
        .badInput,
        Text(
          nl: "deze kopie telt \(size) gebeurtenissen en de bijwerking begint na \(update.start): er ontbreekt iets",
          en: "this copy has \(size) events and the update begins after \(update.start): something is missing"),
        remedy: Text(
          nl: "vraag een bijwerking met --sinds \(size)", en: "ask for an update with --sinds \(size)"))
    }
  }

  private static func noCopy(_ path: String) -> Failure {
    Failure(
      .badInput,
      Text(nl: "\(path) is geen kopie maar het grootboek zelf", en: "\(path) is no copy but the ledger itself"),
      remedy: Text(nl: "noem de kopie met --ledger", en: "name the copy with --ledger"))
  }
}
