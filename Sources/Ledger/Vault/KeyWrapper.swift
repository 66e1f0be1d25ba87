import LedgerCrypto

/// Wraps data keys in one append, each under a key-encryption key (KEK) that is made here and dropped afterwards.
///
/// A KEK serves one append and one exact set of holders: it is sealed once for each of them and never for anyone else.
/// Who is admitted later gets the data keys of the streams in question under a KEK of that later append, so opening one
/// stream opens nothing of another that was recorded beside it. Erasing a stream deletes every wrap of its data key, which
/// no KEK brings back.
public struct KeyWrapper: Sendable {
  private let random: any RandomSource
  private var encryptionKeys: [Set<BoxPublicKey>: (id: String, key: SymmetricKey)] = [:]
  private var wrappedKeys: [WrappedKey] = []

  /// A wrapper for one append.
  public init(random: any RandomSource) { self.random = random }

  /// The rows that the vault must keep, and were not taken before: each KEK for each of its holders, each data key under its
  /// KEK.
  public mutating func takeWrappedKeys() -> [WrappedKey] {
    defer { wrappedKeys = [] }
    return wrappedKeys
  }

  /// Wraps a data key for exactly these holders; needs their public keys only.
  /// - Throws: `CryptoError.doesNotOpen` when nothing can be sealed to one of them.
  public mutating func wrap(_ key: SymmetricKey, id: String, for holders: Set<BoxPublicKey>) throws {
    let (kek, encryptionKey) = try encryptionKey(for: holders)
    wrappedKeys.append(
      WrappedKey(
        key: id, recipient: kek,
        body: encryptionKey.wrap(key, context: Self.context(key: id, kek: kek), random: random)))
  }

  private mutating func encryptionKey(for holders: Set<BoxPublicKey>) throws -> (id: String, key: SymmetricKey) {
    if let known = encryptionKeys[holders] { return known }
    let made = (id: Self.newID(random), key: try SymmetricKey.generate(random))
    for holder in holders.sorted(by: { $0.name < $1.name }) {
      wrappedKeys.append(try .sealed(made.key.secret, id: made.id, for: holder, random: random))
    }
    encryptionKeys[holders] = made
    return made
  }

  /// The bytes a wrapped data key is bound to, so that it cannot be passed off as another or moved under another KEK.
  static func context(key: String, kek: String) -> [UInt8] { Array("waarborg/v2 key \(key) \(kek)".utf8) }

  /// A random identifier for a data key or a KEK.
  static func newID(_ random: some RandomSource) -> String { Base64.url.encode(random.bytes(16)) }
}

extension WrappedKey {
  /// A KEK, or the secret of the organisation's key, sealed for one holder.
  public static func sealed(
    _ secret: SecretBytes, id: String, for holder: BoxPublicKey, random: some RandomSource
  ) throws -> WrappedKey {
    WrappedKey(key: id, recipient: holder.name, body: try secret.withBytes { try holder.seal($0, random: random) })
  }
}
