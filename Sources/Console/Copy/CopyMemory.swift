import Foundation
import Governance
import Ledger

/// What was last given to the reader of a copy: the next update goes on from there.
public struct CopyMemory: Sendable {
  private let file: URL

  /// What is remembered of one reader.
  public init(_ memory: CheckpointMemory, _ ledger: CheckpointMemory.Ledger, of reader: Thumbprint) {
    file = memory.url(ledger).appendingPathComponent("kopie-\(reader)")
  }

  /// What was given.
  public struct Given: Sendable, Hashable {
    /// How many events the reader has since.
    public let size: UInt64
    /// Whether what is sealed in closed circles went along.
    public let hasClosed: Bool

    /// What was given.
    public init(size: UInt64, hasClosed: Bool) { (self.size, self.hasClosed) = (size, hasClosed) }
  }

  /// The last; nil when nothing is known of one.
  public var last: Given? {
    guard let data = FileManager.default.contents(atPath: file.path), let json = try? JSON(parsing: [UInt8](data)),
      let size = json["omvang"]?.int.flatMap({ UInt64(exactly: $0) }), let hasClosed = json["besloten"]?.bool
    else { return nil }
    return Given(size: size, hasClosed: hasClosed)
  }

  /// Remembers one; that it cannot be kept is no reason to give nothing: then the next one says from where.
  public func remember(_ given: Given) {
    let json: JSON = ["omvang": .int(Int64(clamping: given.size)), "besloten": .bool(given.hasClosed)]
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? RewrittenFile.write(Array(json.serialized), to: file.path)
  }
}
