import Governance
import LedgerCrypto
import Synchronization

/// A key that another process keeps open: signs and opens there, and asks the person when that process no longer does so.
final class BorrowedKey: Signer, BoxOpener {
  private let agent: KeyAgent
  private let key: StoredKey
  /// The key itself, once it had to be asked for.
  private let own = Mutex<KeyPair?>(nil)
  private let ask: @Sendable (Text) throws -> KeyPair

  /// A key that is open there.
  /// - Parameter ask: Gets the key from the person, after saying why.
  init(_ key: StoredKey, by agent: KeyAgent, otherwise ask: @escaping @Sendable (Text) throws -> KeyPair) {
    (self.key, self.agent, self.ask) = (key, agent, ask)
  }

  /// What a command signs and opens with.
  var unlocked: UnlockedKey { UnlockedKey(signing: self, box: self) }

  var verifyingKey: VerifyingKey { key.file.signing }

  var publicKey: BoxPublicKey { key.file.box }

  func sign(_ message: [UInt8]) throws -> Signature {
    try either({ $0.signing.sign(message) }) {
      // What comes from another process is believed when it is right.
      let bytes = try agent.sign(message, with: key)
      guard let signature = try? Signature(bytes), verifyingKey.isValidSignature(signature, for: message)
      else { throw KeyAgent.Gone(text: KeyAgent.silent) }
      return signature
    }
  }

  func open(_ box: [UInt8]) throws -> SecretBytes {
    try either({ try $0.box.open(box) }) { try agent.open(box, with: key) }
  }

  /// With the key itself where it had to be asked for, else there; asked once, however many wait for it.
  private func either<T>(_ here: (KeyPair) throws -> T, there: () throws -> T) throws -> T {
    if let own = own.withLock({ $0 }) { return try here(own) }
    let reason: Text
    do { return try there() } catch let gone as KeyAgent.Gone { reason = gone.text } catch let problem as AgentProblem {
      reason = problem.text
    }
    let pair = try own.withLock { own in
      if let own { return own }
      let asked = try ask(reason)
      own = asked
      return asked
    }
    return try here(pair)
  }
}
