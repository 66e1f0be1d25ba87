import LedgerCrypto

/// Who may open what is sealed.
public enum Circle: Sendable, Hashable {
  /// Anyone who can read the vault.
  case everyone
  /// The holders of these keys; sealing needs only their public halves.
  case holders([BoxPublicKey])
}

/// Seals fields and documents for a circle; one data key for each stream and circle in one append.
public struct Sealer: Sendable {
  private struct Purpose: Hashable {
    let stream: StreamID
    let holders: Set<BoxPublicKey>
  }

  private let random: any RandomSource
  private var keys: [Purpose: (id: String, key: SymmetricKey)] = [:]
  private var wrapper: KeyWrapper
  /// The wrapped keys that must be stored with what was sealed, and were not taken before.
  public mutating func takeWrappedKeys() -> [WrappedKey] { wrapper.takeWrappedKeys() }

  /// A sealer for one append that draws keys and salts from `random`.
  public init(random: any RandomSource) {
    self.random = random
    wrapper = KeyWrapper(random: random)
  }

  /// The bytes a field's ciphertext is bound to, so that it cannot be moved to another field.
  static func context(forDigest digest: String) -> [UInt8] { Array("waarborg/v1 field \(digest)".utf8) }
  private static let documentContext = Array("waarborg/v1 document".utf8)

  /// Seals one field of an event.
  /// - Parameter others: Everything sealed beside it where all must have one length; nil where that may differ.
  public mutating func seal(
    _ disclosure: Disclosure, asLongAs others: [Disclosure]? = nil, event: EventID, stream: StreamID, for circle: Circle
  ) throws -> SealedRecord {
    let encoded = Array(disclosure.encoded.utf8)
    let longest = others?.map(\.encoded.utf8.count).max()
    let (sealing, body) = try seal(
      encoded, { bytes in longest.map { Padding.fill(bytes, to: Padding.length($0)) } ?? Padding.inSteps(bytes) },
      Self.context(forDigest: disclosure.digest), stream: stream, for: circle)
    return SealedRecord(
      event: event.description, field: disclosure.name, digest: disclosure.digest, sealing: sealing, body: body)
  }

  /// Seals a document and returns what to store and how it is kept.
  public mutating func sealDocument(
    _ bytes: [UInt8], stream: StreamID, for circle: Circle
  ) throws -> (sealing: Sealing, stored: [UInt8]) {
    try seal(bytes, Padding.document, Self.documentContext, stream: stream, for: circle)
  }

  private mutating func seal(
    _ bytes: [UInt8], _ filled: ([UInt8]) -> [UInt8], _ context: [UInt8], stream: StreamID, for circle: Circle
  ) throws -> (Sealing, [UInt8]) {
    guard case .holders(let holders) = circle else { return (.plain, bytes) }
    let (id, key) = try dataKey(Purpose(stream: stream, holders: Set(holders)))
    return (.encrypted(key: id), key.seal(filled(bytes), context: context, random: random))
  }

  private mutating func dataKey(_ purpose: Purpose) throws -> (id: String, key: SymmetricKey) {
    if let known = keys[purpose] { return known }
    let made = (id: KeyWrapper.newID(random), key: try SymmetricKey.generate(random))
    try wrapper.wrap(made.key, id: made.id, for: purpose.holders)
    keys[purpose] = made
    return made
  }

  /// Opens a stored document.
  /// - Throws: `VaultError.documentAltered` when the key does not fit the bytes.
  public static func openDocument(_ stored: [UInt8], file: Digest, key: SymmetricKey) throws -> [UInt8] {
    guard let filled = try? key.open(stored, context: documentContext), let bytes = Padding.stripDocument(filled) else {
      throw VaultError.documentAltered(file: file.hex)
    }
    return bytes
  }
}
