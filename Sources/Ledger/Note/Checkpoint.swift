import LedgerCrypto

/// A log's statement of its size and root (C2SP tlog-checkpoint): the text of a signed note.
public struct Checkpoint: Sendable, Hashable, CustomStringConvertible {
  /// Why text is not a checkpoint.
  public enum FormatError: Error, Equatable, Sendable {
    /// A line is empty, not terminated, or missing: there are at least three.
    case malformedLines
    /// The origin is empty or holds a line feed or another control character.
    case invalidOrigin
    /// Not a decimal number without leading zeros that fits in a signed 64-bit integer.
    case invalidSize(String)
    /// Not the base64 of 32 bytes.
    case invalidRoot(String)
  }

  /// The log's unique name.
  public let origin: String
  /// The number of entries.
  public let size: UInt64
  /// The root over all of them.
  public let root: Digest
  /// Opaque lines that others' logs may add and that no auditor can check; this ledger writes none.
  public let extensions: [String]

  /// States a log's size and root.
  /// - Throws: `FormatError.invalidOrigin`, or `.invalidSize` above 2^63-1.
  public init(origin: String, size: UInt64, root: Digest) throws(FormatError) {
    try self.init(origin: origin, size: size, root: root, extensions: [])
  }

  private init(origin: String, size: UInt64, root: Digest, extensions: [String]) throws(FormatError) {
    guard !origin.isEmpty, origin.utf8.allSatisfy({ $0 >= 0x20 }) else { throw .invalidOrigin }
    guard size <= MerkleTree.largestSize else { throw .invalidSize("\(size)") }
    self.origin = origin
    self.size = size
    self.root = root
    self.extensions = extensions
  }

  /// Reads a note's text.
  /// - Throws: `FormatError` for anything that `text` would not print.
  public init(text: [UInt8]) throws(FormatError) {
    guard let whole = String(validating: text, as: UTF8.self) else { throw .malformedLines }
    var lines = whole.utf8.split(separator: 0x0a, omittingEmptySubsequences: false).map { Substring($0) }
    guard lines.popLast()?.isEmpty == true, lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
      text.allSatisfy({ $0 >= 0x20 || $0 == 0x0a })
    else { throw .malformedLines }
    guard let size = CanonicalDecimal.parse(lines[1].utf8) else { throw .invalidSize(String(lines[1])) }
    guard let root = try? Digest(Base64.standard.decode(String(lines[2]))) else {
      throw .invalidRoot(String(lines[2]))
    }
    try self.init(origin: String(lines[0]), size: size, root: root, extensions: lines.dropFirst(3).map(String.init))
  }

  /// The bytes that are signed.
  public var text: [UInt8] { Array(description.utf8) }

  /// The text.
  public var description: String {
    ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined()
  }

  /// Whether both are the same bytes; `String` alone takes differently composed characters for equal.
  public static func == (left: Checkpoint, right: Checkpoint) -> Bool { left.text == right.text }

  /// Hashes the bytes that are signed.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// Signs the checkpoint.
  ///
  /// A log must never sign two checkpoints that are inconsistent: sign only what is committed.
  /// - Throws: `NoteError.tooLarge`.
  public func sign(by signer: NoteSigner) throws(NoteError) -> SignedNote {
    try SignedNote(text: text, signatures: [signer.sign(text)])
  }
}
