import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// The program as a command sees it: plugins, terminal, time, randomness, keys; nothing of it is global.
public struct Program: Sendable {
  /// What the installed plugins bring along.
  public let catalog: Catalog
  /// Where output goes.
  public private(set) var terminal: Terminal
  /// The language of messages.
  public let language: Language
  /// The environment variables.
  public let environment: [String: String]
  /// Where the time comes from.
  public let clock: any Clock
  /// Where randomness comes from.
  public let random: any RandomSource
  /// The program's version.
  public let version: String

  /// Whether the person is asked for a passphrase also for a key that is kept open, as the command wants it.
  private(set) var asksPassphrase = false

  /// The program with everything it stands on.
  public init(
    catalog: Catalog, terminal: Terminal, language: Language, environment: [String: String], clock: any Clock,
    random: any RandomSource, version: String
  ) {
    self.catalog = catalog
    self.terminal = terminal
    self.language = language
    self.environment = environment
    self.clock = clock
    self.random = random
    self.version = version
  }

  /// Runs a command.
  public func run(_ command: any ProgramCommand) throws {
    var program = self
    program.asksPassphrase = command.asksPassphrase
    program.terminal = terminal.choosing(command.shared.jsonVelden)
    // Also before a failure is told, which stands below what was read.
    defer { terminal.endList() }
    do { try command.run(program) } catch {
      // What the command found says more than how it was asked, but who asked wrongly has seen nothing.
      do { try program.terminal.fields?.finish() } catch { terminal.warn(error.message) }
      throw error
    }
    try program.terminal.fields?.finish()
  }

  /// The person's keys.
  public var keys: KeyStore { KeyStore(environment: environment) }
  /// The checkpoints seen before.
  public var memory: CheckpointMemory { CheckpointMemory(environment: environment) }

  /// The ledger's directory.
  /// - Throws: `Failure` when none was named.
  public func directory(_ options: SharedOptions) throws -> LedgerDirectory {
    guard let path = options.ledger ?? environment["WAARBORG_LEDGER"], !path.isEmpty else {
      throw Failure(
        .usage,
        Text(
          nl: "welk grootboek? Geef --ledger MAP of zet WAARBORG_LEDGER",
          en: "which ledger? Give --ledger DIR or set WAARBORG_LEDGER"))
    }
    return directory(at: path, options)
  }

  /// The ledger's directory at a path, with views in the person's own cache.
  public func directory(at path: String, _ options: SharedOptions) -> LedgerDirectory {
    LedgerDirectory(
      URL(fileURLWithPath: path),
      cache: UserFolders(environment: environment).cache?.appendingPathComponent("views"), waiting: options.wacht)
  }

  /// The ledger over opened stores.
  /// - Throws: `Failure` (65) for a copy that does not say whose it is.
  public func grootboek(_ stores: Stores, in directory: LedgerDirectory, origin: String) throws -> Grootboek {
    let kernelStores = LedgerStores(
      log: stores.log, vault: stores.vault, views: stores.views, documents: stores.documents,
      scratch: { try directory.scratchTables() }, scope: try stores.copyMark.map { try CopyScope($0) })
    return Grootboek(stores: kernelStores, catalog: catalog, origin: origin, clock: clock, random: random)
  }

  /// The log's own key, which signs checkpoints.
  public func logSigner(_ directory: LedgerDirectory) throws -> NoteSigner {
    let path = directory.logKey.path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .notFound,
        Text(
          nl: "\(path) ontbreekt: zonder deze sleutel kan niets worden toegevoegd",
          en: "\(path) is missing: nothing can be appended without this key"),
        remedy: Text(nl: "zet log.key terug uit een reservekopie", en: "restore log.key from a backup"))
    }
    try FilePrivacy.check(path)
    do { return try NoteSigner(privateForm: SecretBytes(data.filter { $0 != UInt8(ascii: "\n") })) } catch {
      throw Failure(
        .badInput, Text(nl: "\(path) is beschadigd of afgekapt", en: "\(path) is damaged or truncated"),
        remedy: Text(nl: "zet log.key terug uit een reservekopie", en: "restore log.key from a backup"))
    }
  }
}
