import LedgerCrypto

/// A private key with the name under which it signs notes (type 0x01).
public struct NoteSigner: Sendable, CustomStringConvertible {
  /// The public half, with the same name.
  public let verifier: NoteVerifier
  private let key: SigningKey

  /// Names a key.
  /// - Throws: `NoteKeyError.invalidName`.
  public init(name: String, key: SigningKey) throws(NoteKeyError) {
    verifier = try NoteVerifier(name: name, type: .ed25519, key: key.verifyingKey)
    self.key = key
  }

  /// Reads Go's private form, `PRIVATE+KEY+<name>+<key id>+<base64 of type and seed>` (golang/mod, sumdb/note).
  /// - Throws: `NoteKeyError`; `.wrongType` when the key is a cosigner's.
  public init(privateForm: SecretBytes) throws(NoteKeyError) {
    let (name, key) = try PrivateForm.parse(privateForm, type: .ed25519)
    try self.init(name: name, key: key)
  }

  /// Go's private form, for storing the key encrypted or handing it to another tool.
  public var privateForm: SecretBytes { PrivateForm.print(verifier, key) }

  /// Signs a note text, which must end in a line feed.
  public func sign(_ text: [UInt8]) -> NoteSignature {
    NoteSignature(checked: verifier.name, id: verifier.id, signature: key.sign(text).bytes)
  }

  /// Names the public half only.
  public var description: String { "<note signer \(verifier)>" }
}

/// The private key of a witness or another cosigner of checkpoints (type 0x04, C2SP tlog-cosignature).
///
/// What is signed does not contain the name, so one Ed25519 key must never serve two cosigners.
public struct CheckpointCosigner: Sendable, CustomStringConvertible {
  /// The public half, with the same name.
  public let verifier: NoteVerifier
  private let key: SigningKey

  /// Names a key.
  /// - Throws: `NoteKeyError.invalidName`.
  public init(name: String, key: SigningKey) throws(NoteKeyError) {
    verifier = try NoteVerifier(name: name, type: .cosignature, key: key.verifyingKey)
    self.key = key
  }

  /// Reads `PRIVATE+KEY+…` with type byte 0x04.
  /// - Throws: `NoteKeyError`; `.wrongType` when the key signs notes.
  public init(privateForm: SecretBytes) throws(NoteKeyError) {
    let (name, key) = try PrivateForm.parse(privateForm, type: .cosignature)
    try self.init(name: name, key: key)
  }

  /// The private form, for storing the key encrypted.
  public var privateForm: SecretBytes { PrivateForm.print(verifier, key) }

  /// States that at `time` (POSIX seconds) this is the largest consistent tree head seen for its origin.
  public func cosign(_ checkpoint: Checkpoint, at time: UInt64) -> NoteSignature {
    precondition(time <= UInt64(Int64.max), "a cosignature's time may not exceed 2^63-1 seconds, found \(time)")
    let signature = key.sign(Cosignature.message(checkpoint.text, time: time))
    return NoteSignature(
      checked: verifier.name, id: verifier.id, signature: Cosignature(time: time, signature: signature).bytes)
  }

  /// Names the public half only.
  public var description: String { "<checkpoint cosigner \(verifier)>" }
}

private enum PrivateForm {
  static func parse(_ text: SecretBytes, type: NoteKeyType) throws(NoteKeyError) -> (String, SigningKey) {
    // The closure of `withBytes` cannot carry a typed error out.
    let result = text.withBytes { bytes in
      Result { () throws(NoteKeyError) in try parse(bytes, type: type) }
    }
    return try result.get()
  }

  private static func parse(_ bytes: [UInt8], type: NoteKeyType) throws(NoteKeyError) -> (String, SigningKey) {
    guard bytes.starts(with: NoteKeyText.privatePrefix) else { throw .malformed }
    let fields = try NoteKeyText.parse(Array(bytes.dropFirst(NoteKeyText.privatePrefix.count)))
    guard fields.type == type else { throw .wrongType(expected: type, found: fields.type) }
    guard let key = try? SigningKey(seed: SecretBytes(fields.material)) else { throw .malformed }
    let id = KeyID(name: fields.name, type: type, key: key.verifyingKey)
    guard id == fields.id else { throw .wrongKeyID(expected: id, found: fields.id) }
    return (fields.name, key)
  }

  static func print(_ verifier: NoteVerifier, _ key: SigningKey) -> SecretBytes {
    key.seed.withBytes { seed in
      SecretBytes(
        NoteKeyText.privatePrefix
          + NoteKeyText.print(name: verifier.name, id: verifier.id, type: verifier.type, material: seed))
    }
  }
}
