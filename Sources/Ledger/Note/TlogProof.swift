import LedgerCrypto

/// A receipt that can be checked offline: an entry's index, its inclusion proof and a signed checkpoint
/// (`c2sp.org/tlog-proof@v1`).
public struct TlogProof: Sendable, Hashable {
  /// Why bytes are not a proof, or a proof does not hold.
  public enum TlogProofError: Error, Equatable, Sendable {
    /// Larger than what is read at all.
    case tooLarge(found: Int, limit: Int)
    /// The first line is not `c2sp.org/tlog-proof@v1`.
    case unknownFormat
    /// A line, counted from 1, is not what stands at that place, or is not in its one spelling.
    case malformedLine(Int)
    /// No blank line before the checkpoint.
    case noCheckpoint
    /// The checkpoint is not a signed note.
    case note(NoteError)
    /// The checkpoint is not believed.
    case policy(CheckpointPolicy.PolicyError)
    /// The entry is not in the tree of the checkpoint.
    case inclusion(ProofError)
  }

  /// The file name extension that the specification recommends, without its dot.
  public static let fileExtension = "tlog-proof"
  /// The largest proof that is read: a note, extra data of the same size and the hashes.
  public static let sizeLimit = 2 * SignedNote.sizeLimit
  /// A tree of 2^63 leaves has no longer proofs.
  public static let hashLimit = 63

  private static let header = "c2sp.org/tlog-proof@v1"

  /// Data for the application, which nothing in the proof authenticates.
  public let unauthenticatedExtra: [UInt8]?
  /// The entry's place in the log, from 0.
  public let index: UInt64
  /// The inclusion proof, leaf side first.
  public let hashes: [Digest]
  /// The checkpoint, verbatim.
  public let checkpoint: SignedNote

  /// Puts a proof together; nothing is checked before `verify`.
  public init(index: UInt64, hashes: [Digest], checkpoint: SignedNote, unauthenticatedExtra: [UInt8]? = nil) {
    self.index = index
    self.hashes = hashes
    self.checkpoint = checkpoint
    self.unauthenticatedExtra = unauthenticatedExtra
  }

  /// The proof as it is stored and served.
  public var bytes: [UInt8] {
    var lines = [Self.header]
    if let extra = unauthenticatedExtra { lines.append("extra " + Base64.standard.encode(extra)) }
    lines.append("index \(index)")
    lines += hashes.map(\.base64)
    return Array(lines.map { $0 + "\n" }.joined().utf8) + [0x0a] + checkpoint.bytes
  }

  /// Reads a proof.
  /// - Throws: `TlogProofError` for anything that `bytes` would not print.
  public init(_ bytes: [UInt8]) throws(TlogProofError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(found: bytes.count, limit: Self.sizeLimit) }
    var lines = TerminatedLines(rest: bytes[...])
    guard let first = lines.next(), first.elementsEqual(Self.header.utf8) else { throw .unknownFormat }

    var line = lines.next()
    if let base64 = line?.after("extra ") {
      guard let extra = try? Base64.standard.decode(base64) else { throw .malformedLine(lines.number) }
      unauthenticatedExtra = extra
      line = lines.next()
    } else {
      unauthenticatedExtra = nil
    }
    guard let digits = line?.after("index "), let index = CanonicalDecimal.parse(digits) else {
      throw .malformedLine(lines.number)
    }
    self.index = index

    (hashes, checkpoint) = try lines.hashesAndNote(most: Self.hashLimit)
  }

  /// Checks that `entry` stands at `index` in a log that `policy` believes.
  /// - Throws: `TlogProofError`.
  public func verify(entry: [UInt8], policy: CheckpointPolicy) throws(TlogProofError) -> VerifiedCheckpoint {
    try verify(leafHash: MerkleTree.leafHash(of: entry), policy: policy)
  }

  /// Checks that the entry with this leaf hash stands at `index` in a log that `policy` believes.
  /// - Throws: `TlogProofError`.
  public func verify(leafHash: Digest, policy: CheckpointPolicy) throws(TlogProofError) -> VerifiedCheckpoint {
    let verified: VerifiedCheckpoint
    do { verified = try policy.verify(checkpoint) } catch { throw .policy(error) }
    let proof = InclusionProof(index: index, size: verified.checkpoint.size, hashes: hashes)
    do { try proof.verify(leafHash: leafHash, root: verified.checkpoint.root) } catch { throw .inclusion(error) }
    return verified
  }
}
