import Foundation
import Governance
import Ledger
import LedgerCrypto

/// The last checkpoint seen of each ledger, remembered outside it: how a shrunk or forked ledger is recognised.
public struct CheckpointMemory: Sendable {
  private let folder: URL

  /// The folder that belongs to an environment (XDG Base Directory Specification).
  public init(environment: [String: String]) {
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? (environment["HOME"] ?? "/")
      + "/.local/state"
    folder = URL(fileURLWithPath: base).appendingPathComponent("waarborg/checkpoints")
  }

  /// Where the checkpoint of an origin lies; the name tells nothing, an origin may hold any character.
  public func url(_ origin: String) -> URL { folder.appendingPathComponent(SHA256.hash(origin).hex) }

  /// The remembered checkpoint; nil when this ledger was never seen.
  public func checkpoint(of origin: String) throws -> Checkpoint? {
    guard let data = FileManager.default.contents(atPath: url(origin).path) else { return nil }
    guard let note = try? SignedNote([UInt8](data)), let checkpoint = try? Checkpoint(text: note.text),
      checkpoint.origin == origin
    else {
      throw Failure(
        .badInput, Text(nl: "\(url(origin).path) is beschadigd", en: "\(url(origin).path) is damaged"),
        remedy: Text(
          nl: "verwijder het bestand nadat u het grootboek hebt gecontroleerd",
          en: "remove the file after checking the ledger"))
    }
    return checkpoint
  }

  /// Remembers a checkpoint, unless a larger one is remembered; failing to is not an error of the work itself.
  public func remember(_ note: String, of checkpoint: Checkpoint) {
    if let known = try? self.checkpoint(of: checkpoint.origin), known.size >= checkpoint.size { return }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(note.utf8).write(to: url(checkpoint.origin), options: .atomic)
  }

  /// Refuses a ledger that has shrunk or forked since it was last seen here.
  public func check(_ log: any LogStore, origin: String) throws {
    guard let known = try checkpoint(of: origin), let problem = try Self.problem(log, since: known) else { return }
    throw Failure(
      .foundWanting, problem,
      remedy: Text(
        nl: "zet het grootboek terug zoals het was; het laatst geziene controlepunt ligt in \(url(origin).path)",
        en: "restore the ledger as it was; the checkpoint last seen is in \(url(origin).path)"))
  }

  /// What shows that a log is not an extension of a checkpoint; nil when it is one.
  public static func problem(_ log: any LogStore, since known: Checkpoint) throws -> Text? {
    let size = try log.size()
    guard size >= known.size else {
      return Text(
        nl:
          "dit grootboek telt \(size) gebeurtenissen, maar het telde er eerder \(known.size): het is ingekort of teruggezet",
        en: "this ledger has \(size) events, but it had \(known.size) before: it was cut short or rolled back")
    }
    guard try TreeReader(LogTiles(log: log)).root(at: known.size) == known.root else {
      return Text(
        nl:
          "de eerste \(known.size) gebeurtenissen van dit grootboek zijn niet meer dezelfde als eerder: het is herschreven",
        en: "the first \(known.size) events of this ledger are no longer those of before: it was rewritten")
    }
    return nil
  }
}

/// A log's tiles as a value, because an existential cannot be a generic argument.
public struct LogTiles: TileReader {
  private let log: any LogReader

  /// The tiles of a log.
  public init(log: any LogReader) { self.log = log }

  /// The first hashes of a tile.
  public func hashes(level: Int, index: UInt64, width: Int) throws -> [Digest] {
    try log.hashes(level: level, index: index, width: width)
  }
}
