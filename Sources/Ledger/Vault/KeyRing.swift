import LedgerCrypto

/// What one member can open: follows wrapped keys from the member's own box key to the data key of a field.
public struct KeyRing: Sendable {
  private let member: any BoxOpener
  private let opened = OpenedKeys()
  /// The boxes of closed circles that are this member's, as far as is known.
  public let ownBoxes = OwnBoxes()

  /// The ring of a member.
  public init(member: any BoxOpener) { self.member = member }

  /// The member's public key, to which keys are wrapped.
  public var publicKey: BoxPublicKey { member.publicKey }

  /// The data key with this id; nil when the member has no way to it.
  ///
  /// A data key is wrapped under key-encryption keys, and each of those sealed either for the member or for a circle's key
  /// that is itself sealed for the member.
  /// - Throws: `VaultError.keyAltered` when there is a way for the member, and what lies on it does not open: that is not
  ///   the same as never having been admitted.
  public func dataKey(_ id: String, in vault: some KeySource) throws -> SymmetricKey? {
    try first(of: try vault.wrappedKeys(id)) { wrapped in
      guard let kek = try encryptionKey(wrapped.recipient, in: vault) else { return nil }
      let context = KeyWrapper.context(key: id, kek: wrapped.recipient)
      guard let key = try? kek.unwrap(wrapped.body, context: context) else { throw VaultError.keyAltered(key: id) }
      return key
    }
  }

  /// The first way that leads somewhere; when none does, that one of them was altered is told.
  private func first<Key>(of rows: [WrappedKey], _ open: (WrappedKey) throws -> Key?) throws -> Key? {
    var altered: VaultError?
    for row in rows {
      do { if let key = try open(row) { return key } } catch let error as VaultError { altered = error }
    }
    if let altered { throw altered }
    return nil
  }

  /// Which of the keys that are there for this member do not open.
  public func alteredKeys(in vault: some VaultReader) throws -> [String] {
    try vault.keys(wrappedFor: publicKey.name).filter { id in
      try vault.wrappedKeys(id).contains { try $0.recipient == publicKey.name && !opens($0) }
    }
  }

  /// Whether a key that is sealed for this member opens, and is what its name says.
  private func opens(_ wrapped: WrappedKey) throws -> Bool {
    guard let secret = try opened(box: wrapped.body) else { return false }
    guard BoxPublicKey(name: wrapped.key) != nil else { return (try? SymmetricKey(secret)) != nil }
    return (try? BoxSecretKey(seed: secret))?.publicKey.name == wrapped.key
  }

  /// What is in a sealed box that may be this member's.
  /// - Throws: `CryptoError.doesNotOpen` when it is not; anything else when who keeps the member's key does not answer.
  public func open(box: [UInt8]) throws -> SecretBytes { try member.open(box) }

  /// What is in a sealed box; nil when it is not this member's.
  func opened(box: [UInt8]) throws -> SecretBytes? { try Self.opened(box, by: member) }

  /// What is in a sealed box; nil when it does not open. That nobody answered who could open it is not the same.
  private static func opened(_ box: [UInt8], by opener: any BoxOpener) throws -> SecretBytes? {
    do { return try opener.open(box) } catch is CryptoError { return nil }
  }

  /// The secret key of a circle, such as the organisation's; nil when the member was never admitted to it.
  public func circleKey(_ publicKey: BoxPublicKey, in vault: some KeySource) throws -> BoxSecretKey? {
    try circleKey(named: publicKey.name, in: vault)
  }

  private func encryptionKey(_ id: String, in vault: some KeySource) throws -> SymmetricKey? {
    try first(of: try vault.wrappedKeys(id)) { wrapped in
      if let known = opened.encryptionKey(wrapped) { return known }
      let opener: (any BoxOpener)? =
        wrapped.recipient == member.publicKey.name ? member : try circleKey(named: wrapped.recipient, in: vault)
      guard let opener else { return nil }
      guard let secret = try Self.opened(wrapped.body, by: opener), let key = try? SymmetricKey(secret) else {
        throw VaultError.keyAltered(key: id)
      }
      opened.keep(key, of: wrapped)
      return key
    }
  }

  private func circleKey(named name: String, in vault: some KeySource) throws -> BoxSecretKey? {
    try first(of: try vault.wrappedKeys(name).filter { $0.recipient == member.publicKey.name }) { wrapped in
      if let known = opened.circleKey(wrapped) { return known }
      guard let seed = try opened(box: wrapped.body), let key = try? BoxSecretKey(seed: seed),
        key.publicKey.name == name
      else { throw VaultError.keyAltered(key: name) }
      opened.keep(key, of: wrapped)
      return key
    }
  }

  /// The disclosure in a vault record; nil when the member cannot open it.
  /// - Throws: `VaultError.altered` when what is inside is not what was signed.
  public func disclosure(of record: SealedRecord, in vault: some KeySource) throws -> Disclosure? {
    let encoded: [UInt8]
    switch record.sealing {
    case .plain: encoded = record.body
    case .encrypted(let id):
      guard let key = try dataKey(id, in: vault) else { return nil }
      guard let opened = try? key.open(record.body, context: Sealer.context(forDigest: record.digest)) else {
        throw VaultError.altered(event: record.event, field: record.field)
      }
      encoded = Padding.strip(opened)
    }
    return try record.checked(encoded)
  }
}

extension SealedRecord {
  /// The disclosure, when the record is kept as it is; nil when it is encrypted.
  /// - Throws: `VaultError.altered` when it is not what was signed.
  public func plainDisclosure() throws -> Disclosure? {
    guard case .plain = sealing else { return nil }
    return try checked(body)
  }

  func checked(_ encoded: [UInt8]) throws -> Disclosure {
    let disclosure = try? Disclosure(encoded: String(decoding: encoded, as: UTF8.self))
    guard let disclosure, disclosure.digest == digest, disclosure.name == field else {
      throw VaultError.altered(event: event, field: field)
    }
    return disclosure
  }
}

extension BoxPublicKey {
  /// How the vault and the log name this key: base64url.
  public var name: String { Base64.url.encode(bytes) }

  /// Reads a name; nil when it is not 32 bytes of base64url.
  public init?(name: String) {
    guard let bytes = try? Base64.url.decode(name), let key = try? BoxPublicKey(bytes) else { return nil }
    self = key
  }
}

/// What can be wrong with something in the vault.
public enum VaultError: Error, Sendable, Equatable {
  /// A field's stored bytes are not those that were signed.
  case altered(event: String, field: String)
  /// A key that is there for this member does not open.
  case keyAltered(key: String)
  /// A document's stored bytes are not those its name promises.
  case documentAltered(file: String)
  /// A document that is referred to is not there.
  case documentMissing(file: String)
}
