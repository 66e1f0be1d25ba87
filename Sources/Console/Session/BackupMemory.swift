import Foundation
import Governance
import Ledger

/// When the last backup of a ledger was made on this machine, and how much was in it.
public struct BackupMemory: Sendable {
  private let file: URL

  /// What is remembered of one ledger.
  public init(_ memory: CheckpointMemory, _ ledger: CheckpointMemory.Ledger) {
    file = memory.url(ledger).appendingPathComponent("reservekopie")
  }

  /// One backup.
  public struct Made: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// How many events.
    public let size: UInt64

    /// A backup.
    public init(at moment: Instant, size: UInt64) { (at, self.size) = (moment, size) }
  }

  /// The last one; nil when none is known of.
  public var last: Made? {
    guard let data = FileManager.default.contents(atPath: file.path), let json = try? JSON(parsing: [UInt8](data)),
      let at = json["op"].flatMap({ Instant(json: $0) }),
      let size = json["omvang"]?.int.flatMap({ UInt64(exactly: $0) })
    else { return nil }
    return Made(at: at, size: size)
  }

  /// Remembers one; that it cannot be kept is no reason to have no backup.
  public func remember(_ made: Made) {
    let json: JSON = ["op": made.at.json, "omvang": .int(Int64(clamping: made.size))]
    try? RewrittenFile.write(Array(json.serialized), to: file.path)
  }
}
