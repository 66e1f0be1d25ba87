import LedgerCrypto

/// The first four bytes of a hash over a key's name, type and public half (C2SP signed-note, Signatures).
///
/// A label for finding the key, not proof of anything: another key with the same id is easily made.
public struct KeyID: FixedBytes {
  /// Four.
  public static let length = 4
  /// The id, big-endian.
  public let bytes: [UInt8]
  /// Wraps bytes whose length is known to be right.
  public init(checked bytes: [UInt8]) { self.bytes = bytes }

  /// Computes the id of a key.
  public init(name: String, type: NoteKeyType, key: VerifyingKey) {
    var hash = SHA256()
    hash.update(Array(name.utf8))
    hash.update([0x0a, type.rawValue])
    hash.update(key.bytes)
    self.init(checked: Array(hash.digest().bytes.prefix(Self.length)))
  }
}

/// The signature types of C2SP signed-note that the ledger uses; both are Ed25519.
public enum NoteKeyType: UInt8, Sendable, Hashable, CaseIterable {
  /// A signature over the note text.
  case ed25519 = 0x01
  /// A cosignature over a checkpoint with the time it was seen (C2SP tlog-cosignature).
  case cosignature = 0x04
}

/// The text forms of keys: `<name>+<key id>+<base64 of type and key>`, read and printed in one spelling.
enum NoteKeyText {
  static let privatePrefix = Array("PRIVATE+KEY+".utf8)
  private static let plus = UInt8(ascii: "+")

  struct Fields {
    let name: String
    let id: KeyID
    let type: NoteKeyType
    /// 32 bytes: the public key, or the seed.
    let material: [UInt8]
  }

  /// Key names are non-empty, without Unicode spaces and plus signs (C2SP signed-note, Format).
  static func check(name: String) throws(NoteKeyError) {
    let isAllowed = name.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar != "+" && scalar.value >= 0x20
    }
    guard !name.isEmpty, isAllowed else { throw .invalidName(name) }
  }

  static func print(name: String, id: KeyID, type: NoteKeyType, material: [UInt8]) -> [UInt8] {
    Array("\(name)+\(id.hex)+".utf8) + Base64.standard.encodeBytes([type.rawValue] + material)
  }

  static func parse(_ bytes: [UInt8]) throws(NoteKeyError) -> Fields {
    // Base64 may hold plus signs, a name may not: only the first two separate.
    let parts = bytes.split(separator: plus, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(validating: parts[0], as: UTF8.self),
      let id = try? KeyID(Hex.decode(String(decoding: parts[1], as: UTF8.self))),
      let payload = try? Base64.standard.decode(parts[2]), let typeByte = payload.first
    else { throw .malformed }
    try check(name: name)
    guard let type = NoteKeyType(rawValue: typeByte) else { throw .unknownType(typeByte) }
    let material = Array(payload.dropFirst())
    guard material.count == VerifyingKey.length else {
      throw .wrongKeyLength(expected: VerifyingKey.length, found: material.count)
    }
    return Fields(name: name, id: id, type: type, material: material)
  }
}
