import Foundation
import Ledger

/// What verification may use besides the ledger itself.
public struct VerificationOptions: Sendable {
  /// Signed notes that an auditor brought along: each must be of a prefix of this log.
  public var trusted: [String]
  /// The checkpoint that was remembered outside the ledger: a prefix of this log as well.
  public var remembered: Checkpoint?
  /// The log's public key as whoever verifies got it by another way; nil to believe the one that the log itself names.
  public var logKey: NoteVerifier?
  /// Opens what is sealed for one member, so that it can be compared with what was signed.
  public var ring: KeyRing?
  /// How many threads may work at once.
  public var workers: Int

  /// Options.
  public init(
    trusted: [String] = [], remembered: Checkpoint? = nil, logKey: NoteVerifier? = nil, ring: KeyRing? = nil,
    workers: Int = ProcessInfo.processInfo.activeProcessorCount
  ) {
    self.trusted = trusted
    self.remembered = remembered
    self.logKey = logKey
    self.ring = ring
    self.workers = max(1, workers)
  }
}
