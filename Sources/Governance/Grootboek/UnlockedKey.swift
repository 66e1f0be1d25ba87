import Ledger
import LedgerCrypto

/// A person's key, unlocked: signs in that person's role and opens what is sealed for it.
public struct UnlockedKey: Sendable {
  /// Signs events.
  public let signing: SigningKey
  /// Opens what is sealed for this person.
  public let box: BoxSecretKey

  /// Both halves of a key.
  public init(signing: SigningKey, box: BoxSecretKey) {
    self.signing = signing
    self.box = box
  }

  /// Makes a new key.
  public static func generate(_ random: some RandomSource) throws -> UnlockedKey {
    UnlockedKey(signing: try .generate(random), box: try .generate(random))
  }

  /// Its thumbprint.
  public var id: Thumbprint { Thumbprint(signing.verifyingKey) }
  /// What it can open.
  public var ring: KeyRing { KeyRing(member: box) }
}
