import Foundation
import Governance
import Ledger

/// When something of a ledger was last taken elsewhere from this machine, and how much was in it.
public struct KeptMemory: Sendable {
  private let file: URL

  /// What is taken elsewhere.
  public enum Kind: String, Sendable {
    /// A backup: what is needed to go on.
    case reservekopie
    /// A signed checkpoint: what a later rewriting is noticed by.
    case controlepunt

    /// What people call it.
    public var name: Text {
      switch self {
      case .reservekopie: Text(nl: "reservekopie", en: "backup")
      case .controlepunt: Text(nl: "controlepunt", en: "checkpoint")
      }
    }
  }

  /// What is remembered of one ledger.
  public init(_ kind: Kind, _ memory: CheckpointMemory, _ ledger: CheckpointMemory.Ledger) {
    file = memory.url(ledger).appendingPathComponent(kind.rawValue)
  }

  /// One of them.
  public struct Made: Sendable, Hashable {
    /// When.
    public let at: Instant
    /// How many events.
    public let size: UInt64

    /// One.
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

  /// Remembers one; that it cannot be kept is no reason to have none.
  public func remember(_ made: Made) {
    let json: JSON = ["op": made.at.json, "omvang": .int(Int64(clamping: made.size))]
    try? RewrittenFile.write(Array(json.serialized), to: file.path)
  }
}
