import Ledger
import LedgerCrypto

/// A person's key, unlocked: signs in that person's role and opens what is sealed for it.
///
/// Where the secret halves are is no matter of who uses it: in this process, or in one that keeps them open.
public struct UnlockedKey: Sendable {
  /// Signs events.
  public let signing: any Signer
  /// Opens what is sealed for this person.
  public let box: any BoxOpener

  /// Both halves of a key.
  public init(signing: any Signer, box: any BoxOpener) {
    self.signing = signing
    self.box = box
  }

  /// Makes a new key, which is nowhere but here.
  public static func generate(_ random: some RandomSource) throws -> UnlockedKey {
    try KeyPair.generate(random).unlocked
  }

  /// Its thumbprint.
  public var id: Thumbprint { Thumbprint(signing.verifyingKey) }
  /// What it can open.
  public var ring: KeyRing { KeyRing(member: box) }
}
