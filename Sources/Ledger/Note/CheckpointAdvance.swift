import LedgerCrypto

/// A checkpoint, and the proof that its tree begins with an older one: what is sent to a witness (C2SP tlog-witness,
/// `add-checkpoint`), and what shows someone who kept the older one that nothing before it was rewritten.
public struct CheckpointAdvance: Sendable, Hashable {
  /// The largest that is read.
  public static let sizeLimit = 2 * SignedNote.sizeLimit
  /// Between trees of at most 2^63 leaves no proof is longer.
  public static let hashLimit = 63

  /// How many leaves the older tree has.
  public let old: UInt64
  /// The consistency proof, leaf side first.
  public let hashes: [Digest]
  /// The newer checkpoint, verbatim.
  public let checkpoint: SignedNote

  /// Puts it together; nothing is checked.
  public init(old: UInt64, hashes: [Digest], checkpoint: SignedNote) {
    self.old = old
    self.hashes = hashes
    self.checkpoint = checkpoint
  }

  /// It as it is stored and sent.
  public var bytes: [UInt8] {
    let lines = ["old \(old)"] + hashes.map(\.base64)
    return Array(lines.map { $0 + "\n" }.joined().utf8) + [0x0a] + checkpoint.bytes
  }

  /// Reads one.
  /// - Throws: `TlogProofError` for anything that `bytes` would not print.
  public init(_ bytes: [UInt8]) throws(TlogProof.TlogProofError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(found: bytes.count, limit: Self.sizeLimit) }
    var lines = TerminatedLines(rest: bytes[...])
    guard let digits = lines.next()?.after("old "), let old = CanonicalDecimal.parse(digits) else {
      throw .malformedLine(1)
    }
    self.old = old
    (hashes, checkpoint) = try lines.hashesAndNote(most: Self.hashLimit)
  }
}
