import LedgerCrypto

/// The secret of a closed circle: what its members share, and what opens everything that is sealed in it.
///
/// Unlike other circles, nothing in the vault says whose it is or how many belong to it (README, Cases).
public struct CircleSecret: Sendable {
  let key: SymmetricKey

  /// Makes the secret of a new circle.
  public static func generate(_ random: some RandomSource) throws(CryptoError) -> CircleSecret {
    CircleSecret(key: try .generate(random))
  }

  init(key: SymmetricKey) { self.key = key }

  /// As it is handed on inside the circle: 32 bytes. Never anywhere else.
  public var bytes: SecretBytes { key.secret }

  /// Reads a secret that was handed on.
  /// - Throws: `CryptoError.wrongLength`.
  public init(_ bytes: SecretBytes) throws(CryptoError) { key = try SymmetricKey(bytes) }
}

/// What is sealed in a closed circle.
public struct ClosedSeal: Sendable {
  /// The secret of the circle.
  public let secret: CircleSecret
  /// Who belongs to it.
  public let holders: Set<BoxPublicKey>

  /// The most holders that a circle can have: the vault always holds so many boxes.
  public static let places = 12

  /// A circle; nil when more belong to it than have a place.
  public init?(secret: CircleSecret, holders: Set<BoxPublicKey>) {
    guard holders.count <= Self.places else { return nil }
    self.secret = secret
    self.holders = holders
  }
}

/// Seals fields for closed circles, so that what is stored tells neither how much, nor for how many, nor for whom.
///
/// Each field has a data key of its own, wrapped under the circle's secret; the secret is sealed in as many boxes as a
/// circle has places, those that are over to keys that nobody has. No box says whose it is (libsodium's sealed boxes do
/// not name the recipient), and what is inside is filled up to one of a few lengths, the same for all fields of an event.
public struct ClosedSealer: Sendable {
  private let random: any RandomSource
  private var wrappedKeys: [WrappedKey] = []

  /// A sealer for one append.
  public init(random: any RandomSource) { self.random = random }

  /// The rows that the vault must keep with what was sealed, and were not taken before.
  public mutating func takeWrappedKeys() -> [WrappedKey] {
    defer { wrappedKeys = [] }
    return wrappedKeys
  }

  /// Seals the fields of an event, each in its circle.
  public mutating func seal(
    _ fields: [(disclosure: Disclosure, circle: ClosedSeal)], event: EventID
  ) throws -> [SealedRecord] {
    let length = Padding.length(fields.map { $0.disclosure.encoded.utf8.count }.max() ?? 0)
    return try fields.map { try seal($0.disclosure, event, in: $0.circle, length) }
  }

  private mutating func seal(
    _ disclosure: Disclosure, _ event: EventID, in circle: ClosedSeal, _ length: Int
  ) throws -> SealedRecord {
    let (id, kek) = (KeyWrapper.newID(random), KeyWrapper.newID(random))
    let key = try SymmetricKey.generate(random)
    wrappedKeys.append(
      WrappedKey(
        key: id, recipient: kek,
        body: circle.secret.key.wrap(key, context: KeyWrapper.context(key: id, kek: kek), random: random)))
    var boxes: [[UInt8]] = []
    for place in 0..<ClosedSeal.places {
      let holders = circle.holders.sorted { $0.name < $1.name }
      let holder = place < holders.count ? holders[place] : try BoxSecretKey.generate(random).publicKey
      boxes.append(try circle.secret.bytes.withBytes { try holder.seal($0, random: random) })
    }
    // Rows are kept by recipient, and a random name puts them in a random order.
    wrappedKeys += boxes.map { WrappedKey(key: kek, recipient: Base64.url.encode(random.bytes(32)), body: $0) }
    let body = key.seal(
      Padding.fill(Array(disclosure.encoded.utf8), to: length), context: Sealer.context(forDigest: disclosure.digest),
      random: random)
    return SealedRecord(
      event: event.description, field: disclosure.name, digest: disclosure.digest, sealing: .encrypted(key: id),
      body: body)
  }
}

extension KeyRing {
  /// What a record of a closed circle holds, and the secret that opened it; nil when this member has no way to it.
  /// - Parameter known: Secrets of the same stream that are known already, the likeliest one first; a box costs two
  ///   multiplications on a curve, a known secret next to nothing.
  /// - Throws: `VaultError.altered` when what is inside is not what was signed.
  public func closedDisclosure(
    of record: SealedRecord, knowing known: [CircleSecret], in vault: some VaultReader
  ) throws -> (disclosure: Disclosure, secret: CircleSecret)? {
    guard case .encrypted(let id) = record.sealing else { return nil }
    for wrapped in try vault.wrappedKeys(id) {
      let context = KeyWrapper.context(key: id, kek: wrapped.recipient)
      for secret in known {
        guard let key = try? secret.key.unwrap(wrapped.body, context: context) else { continue }
        return (try disclosure(of: record, under: key), secret)
      }
      for box in ownBoxes.ordered(try vault.wrappedKeys(wrapped.recipient)) {
        guard let bytes = try opened(box: box.body), let secret = try? CircleSecret(bytes),
          let key = try? secret.key.unwrap(wrapped.body, context: context)
        else { continue }
        ownBoxes.keep(box)
        return (try disclosure(of: record, under: key), secret)
      }
    }
    return nil
  }

  private func disclosure(of record: SealedRecord, under key: SymmetricKey) throws -> Disclosure {
    guard let filled = try? key.open(record.body, context: Sealer.context(forDigest: record.digest)) else {
      throw VaultError.altered(event: record.event, field: record.field)
    }
    return try record.checked(Padding.strip(filled))
  }
}
