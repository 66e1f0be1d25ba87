import LedgerCrypto

/// A person's key with its secret halves in this process: what a key file holds.
public struct KeyPair: Sendable {
  /// Signs events.
  public let signing: SigningKey
  /// Opens what is sealed for this person.
  public let box: BoxSecretKey

  /// How many bytes the seeds of both have.
  public static let seedsLength = SigningKey.seedLength + BoxSecretKey.length

  /// Both halves of a key.
  public init(signing: SigningKey, box: BoxSecretKey) {
    self.signing = signing
    self.box = box
  }

  /// Grows both from their seeds, that of the signing key first.
  /// - Throws: `CryptoError.wrongLength`.
  public init(seeds: SecretBytes) throws(CryptoError) {
    signing = try SigningKey(seed: seeds.part(0..<min(SigningKey.seedLength, seeds.count)))
    box = try BoxSecretKey(seed: seeds.part(min(SigningKey.seedLength, seeds.count)..<seeds.count))
  }

  /// Makes a new key.
  public static func generate(_ random: some RandomSource) throws -> KeyPair {
    KeyPair(signing: try .generate(random), box: try .generate(random))
  }

  /// The seeds of both, that of the signing key first.
  public var seeds: SecretBytes { signing.seed.joined(with: box.seed) }

  /// What signs and opens with it.
  public var unlocked: UnlockedKey { UnlockedKey(signing: signing, box: box) }
}
