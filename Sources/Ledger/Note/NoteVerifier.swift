import LedgerCrypto

/// A public key with the name under which it signs notes: a *vkey* of C2SP signed-note.
public struct NoteVerifier: Sendable, Hashable, CustomStringConvertible {
  /// The key's name, for a log the same as its origin.
  public let name: String
  /// What its signatures cover.
  public let type: NoteKeyType
  /// The Ed25519 key.
  public let key: VerifyingKey
  /// The label in signature lines.
  public let id: KeyID

  /// Names a key.
  /// - Throws: `NoteKeyError.invalidName`.
  public init(name: String, type: NoteKeyType, key: VerifyingKey) throws(NoteKeyError) {
    try NoteKeyText.check(name: name)
    self.name = name
    self.type = type
    self.key = key
    id = KeyID(name: name, type: type, key: key)
  }

  /// Reads a vkey such as `example.com/log+20bce0dd+AQOh…`.
  /// - Throws: `NoteKeyError` for any other spelling, an unknown type or a key id that does not belong to the key.
  public init(vkey: String) throws(NoteKeyError) {
    let fields = try NoteKeyText.parse(Array(vkey.utf8))
    try self.init(name: fields.name, type: fields.type, key: VerifyingKey(checked: fields.material))
    guard id == fields.id else { throw .wrongKeyID(expected: id, found: fields.id) }
  }

  /// The text form that other tools read.
  public var vkey: String {
    String(decoding: NoteKeyText.print(name: name, id: id, type: type, material: key.bytes), as: UTF8.self)
  }

  /// The vkey.
  public var description: String { vkey }

  /// Whether a signature line names this key; says nothing about who made it.
  public func isNamed(by signature: NoteSignature) -> Bool {
    signature.id == id && signature.name.utf8.elementsEqual(name.utf8)
  }

  /// Whether this key made `signature` over exactly `text`.
  public func isValid(_ signature: NoteSignature, for text: [UInt8]) -> Bool {
    guard isNamed(by: signature) else { return false }
    switch type {
    case .ed25519:
      guard let bytes = try? Signature(signature.signature) else { return false }
      return key.isValidSignature(bytes, for: text)
    case .cosignature:
      guard let cosignature = Cosignature(signature.signature) else { return false }
      return key.isValidSignature(cosignature.signature, for: Cosignature.message(text, time: cosignature.time))
    }
  }
}

/// The signature field of a timestamped Ed25519 cosignature (C2SP tlog-cosignature, Format).
struct Cosignature {
  let time: UInt64
  let signature: Signature

  init(time: UInt64, signature: Signature) {
    self.time = time
    self.signature = signature
  }

  /// Nil when the length is wrong or the time exceeds 2^63-1.
  init?(_ field: [UInt8]) {
    guard field.count == 8 + Signature.length, let signature = try? Signature(field.dropFirst(8)) else { return nil }
    time = field.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    self.signature = signature
    guard time <= UInt64(Int64.max) else { return nil }
  }

  var bytes: [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: time >> UInt64(56 - 8 * $0)) } + signature.bytes
  }

  static func message(_ text: [UInt8], time: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(time)\n".utf8) + text
  }
}
