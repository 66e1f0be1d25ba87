import LedgerCrypto

/// A key file as it was read, and what tells it from any other, also from the same one changed.
struct StoredKey: Sendable {
  /// What the person calls it.
  let name: String
  /// Where it lies.
  let path: String
  /// What it says.
  let file: KeyFile
  /// The SHA-256 of where it lies and of its bytes.
  let tag: Digest

  init(name: String, path: String, file: KeyFile, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.file = file
    tag = SHA256.hash(Array(path.utf8) + [0] + bytes)
  }
}
