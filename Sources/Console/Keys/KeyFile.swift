import Governance
import Ledger
import LedgerCrypto

/// A person's key on disk: public halves in the clear, secret halves encrypted with a passphrase (Argon2id).
public struct KeyFile: Sendable {
  /// The public signing key.
  public let signing: VerifyingKey
  /// The public sealing key.
  public let box: BoxPublicKey
  /// The role for which it was made.
  public let rol: Rol
  private let passwordHash: PasswordHash
  private let secret: [UInt8]

  private static let format: JSON = "waarborg-sleutel-1"

  /// Locks a key with a passphrase.
  public init(_ key: KeyPair, rol: Rol, passphrase: SecretBytes, random: some RandomSource) throws {
    signing = key.signing.verifyingKey
    box = key.box.publicKey
    self.rol = rol
    passwordHash = try .interactive(random)
    let lock = try passwordHash.key(for: passphrase)
    let context = Self.context(signing, box, rol)
    secret = key.seeds.withBytes { lock.seal($0, context: context, random: random) }
  }

  /// Its thumbprint.
  public var id: Thumbprint { Thumbprint(signing) }

  /// Unlocks the key.
  /// - Throws: `CryptoError.doesNotOpen` for a wrong passphrase or an altered file.
  public func unlock(_ passphrase: SecretBytes) throws -> KeyPair {
    var seeds = try passwordHash.key(for: passphrase).open(secret, context: Self.context(signing, box, rol))
    defer { SecretBytes.wipe(&seeds) }
    guard seeds.count == KeyPair.seedsLength else { throw CryptoError.doesNotOpen }
    let key = try KeyPair(seeds: SecretBytes(seeds))
    guard key.signing.verifyingKey == signing, key.box.publicKey == box else { throw CryptoError.doesNotOpen }
    return key
  }

  /// The public and role parts are bound to the secret, so that none can be exchanged in the file.
  private static func context(_ signing: VerifyingKey, _ box: BoxPublicKey, _ rol: Rol) -> [UInt8] {
    Array("waarborg/v1 sleutel ".utf8) + signing.bytes + box.bytes + Array(rol.rawValue.utf8)
  }

  /// Reads a key file; nil when it is not one or not whole.
  public init?(_ bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes), json["formaat"] == Self.format,
      let signing = json["x"].flatMap({ VerifyingKey(json: $0) }),
      let box = json["x25519"].flatMap({ BoxPublicKey(json: $0) }),
      let rol = json["rol"].flatMap({ Rol(json: $0) }), let argon = json["argon2id"],
      let salt = argon["salt"]?.string.flatMap({ try? Base64.url.decode($0) }), let passes = argon["passes"]?.int,
      let memory = argon["memory"]?.int, passes > 0,
      let hash = try? PasswordHash(salt: salt, passes: UInt64(passes), memory: Int(memory)),
      let secret = json["geheim"]?.string.flatMap({ try? Base64.url.decode($0) }), secret.count == 64 + 24 + 16
    else { return nil }
    self.signing = signing
    self.box = box
    self.rol = rol
    passwordHash = hash
    self.secret = secret
  }

  /// The file's bytes.
  public var bytes: [UInt8] {
    let json: JSON = [
      "formaat": Self.format, "rol": rol.json, "kid": .string(id.description), "x": signing.json, "x25519": box.json,
      "argon2id": [
        "salt": .string(Base64.url.encode(passwordHash.salt)), "passes": .int(Int64(passwordHash.passes)),
        "memory": .int(Int64(passwordHash.memory)),
      ],
      "geheim": .string(Base64.url.encode(secret)),
    ]
    return Array((json.prettyText + "\n").utf8)
  }
}

/// The public half of a key as a JSON Web Key (RFC 7517, RFC 8037); `x25519` and `rol` are extra members that others
/// must ignore.
public struct PublicKeyCard: Sendable, Hashable {
  /// The public signing key.
  public let signing: VerifyingKey
  /// The public sealing key.
  public let box: BoxPublicKey
  /// The role for which it was made.
  public let rol: Rol

  /// A card.
  public init(signing: VerifyingKey, box: BoxPublicKey, rol: Rol) {
    self.signing = signing
    self.box = box
    self.rol = rol
  }

  /// Reads a card; nil when it is not one.
  public init?(json: JSON) {
    guard json["kty"] == "OKP", json["crv"] == "Ed25519", let signing = json["x"].flatMap({ VerifyingKey(json: $0) }),
      let box = json["x25519"].flatMap({ BoxPublicKey(json: $0) }), let rol = json["rol"].flatMap({ Rol(json: $0) })
    else { return nil }
    self.init(signing: signing, box: box, rol: rol)
  }

  /// The card as a JWK.
  public var jwk: JSON {
    [
      "kty": "OKP", "crv": "Ed25519", "x": signing.json, "kid": .string(Thumbprint(signing).description),
      "alg": "EdDSA",
      "use": "sig", "x25519": box.json, "rol": rol.json,
    ]
  }
}
