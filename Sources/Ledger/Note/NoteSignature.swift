import LedgerCrypto

/// One line below a note: who claims to have signed, and with what.
public struct NoteSignature: Sendable, Hashable, CustomStringConvertible {
  /// The key's name.
  public let name: String
  /// The key's id.
  public let id: KeyID
  /// What the key's type prescribes: 64 bytes for a signature, 72 for a cosignature, other lengths for unknown types.
  public let signature: [UInt8]

  init(checked name: String, id: KeyID, signature: [UInt8]) {
    self.name = name
    self.id = id
    self.signature = signature
  }

  private static let dash = Array("— ".utf8)

  /// Reads one line, without its line feed; nil when it is not one.
  public init?(line: some Collection<UInt8>) {
    guard line.starts(with: Self.dash) else { return nil }
    let fields = line.dropFirst(Self.dash.count).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard fields.count == 2, let name = String(validating: fields[0], as: UTF8.self),
      (try? NoteKeyText.check(name: name)) != nil,
      let payload = try? Base64.standard.decode(Array(fields[1])), payload.count > KeyID.length
    else { return nil }
    self.init(
      checked: name, id: KeyID(checked: Array(payload.prefix(KeyID.length))),
      signature: Array(payload.dropFirst(KeyID.length)))
  }

  /// The line, without its line feed.
  public var line: String { "— \(name) \(Base64.standard.encode(id.bytes + signature))" }

  /// The line.
  public var description: String { line }

  /// When a cosigner says it saw the checkpoint, in POSIX seconds; nil for other lengths than a cosignature's.
  ///
  /// Believe it only after the signature has been verified with a cosigner's key.
  public var claimedTime: UInt64? { Cosignature(signature)?.time }
}
