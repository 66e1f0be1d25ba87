import LedgerCrypto

/// Whose word is needed before a checkpoint is believed.
public struct CheckpointPolicy: Sendable, Hashable {
  /// Why a policy cannot be, or a checkpoint does not meet it.
  public enum PolicyError: Error, Equatable, Sendable {
    /// More cosignatures are asked for than there are cosigners.
    case impossibleQuorum(needed: Int, cosigners: Int)
    /// A cosigner's key stands twice in the list, or is the log's own, so that one voice would count for two.
    case repeatedCosigner(VerifyingKey)
    /// A log key that makes cosignatures, or a cosigner that does not.
    case wrongKeyType(name: String, expected: NoteKeyType, found: NoteKeyType)
    /// The note itself is refused.
    case note(NoteError)
    /// The note's text is not a checkpoint.
    case format(Checkpoint.FormatError)
    /// The checkpoint is another log's.
    case wrongOrigin(expected: String, found: String)
    /// None of the log's own keys signed it.
    case notSignedByLog
    /// Too few of the cosigners signed it.
    case quorumMissed(needed: Int, found: Int)
  }

  /// The log's name.
  public let origin: String
  /// The log's keys: more than one while keys are being changed.
  public let logKeys: [NoteVerifier]
  /// Witnesses and others whose cosignatures count.
  public let cosigners: [NoteVerifier]
  /// How many of them must have signed.
  public let needed: Int

  /// Trusts `logKeys` for `origin`, if at least `needed` of `cosigners` agree.
  /// - Throws: `PolicyError`.
  public init(
    origin: String, logKeys: [NoteVerifier], cosigners: [NoteVerifier] = [], needed: Int = 0
  ) throws(PolicyError) {
    for key in logKeys where key.type != .ed25519 {
      throw .wrongKeyType(name: key.name, expected: .ed25519, found: key.type)
    }
    var seen = Set(logKeys.map(\.key))
    for cosigner in cosigners {
      guard cosigner.type == .cosignature else {
        throw .wrongKeyType(name: cosigner.name, expected: .cosignature, found: cosigner.type)
      }
      // What is cosigned does not hold the name: one key under two names would vouch twice (C2SP tlog-cosignature).
      guard seen.insert(cosigner.key).inserted else { throw .repeatedCosigner(cosigner.key) }
    }
    guard (0...cosigners.count).contains(needed) else {
      throw .impossibleQuorum(needed: needed, cosigners: cosigners.count)
    }
    self.origin = origin
    self.logKeys = logKeys
    self.cosigners = cosigners
    self.needed = needed
  }

  /// Trusts one key for the origin that has its name.
  /// - Throws: `PolicyError`.
  public init(log: NoteVerifier, cosigners: [NoteVerifier] = [], needed: Int = 0) throws(PolicyError) {
    try self.init(origin: log.name, logKeys: [log], cosigners: cosigners, needed: needed)
  }

  /// Checks a signed checkpoint against this policy.
  /// - Throws: `PolicyError` with the first requirement that is not met.
  public func verify(_ note: SignedNote) throws(PolicyError) -> VerifiedCheckpoint {
    let verified: VerifiedNote
    do { verified = try note.verified(by: logKeys + cosigners) } catch { throw .note(error) }
    let checkpoint: Checkpoint
    do { checkpoint = try Checkpoint(text: note.text) } catch { throw .format(error) }
    guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
      throw .wrongOrigin(expected: origin, found: checkpoint.origin)
    }
    let cosignatures = verified.entries.filter { $0.verifier.type == .cosignature }
    guard cosignatures.count < verified.entries.count else { throw .notSignedByLog }
    guard cosignatures.count >= needed else { throw .quorumMissed(needed: needed, found: cosignatures.count) }
    return VerifiedCheckpoint(checkpoint: checkpoint, note: note, cosignatures: cosignatures)
  }
}

/// A checkpoint that met a policy.
public struct VerifiedCheckpoint: Sendable, Hashable {
  /// The log's size and root.
  public let checkpoint: Checkpoint
  /// The note it stood in.
  public let note: SignedNote
  /// The cosigners that signed, with their times.
  public let cosignatures: [VerifiedNote.Entry]
}
