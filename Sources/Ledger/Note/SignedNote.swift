import LedgerCrypto

/// A text with the signatures below it, none of them checked yet (C2SP signed-note v1.0.0).
///
/// The signatures are covered by nothing: anyone can add or remove lines. Whoever needs an identity hashes the text.
public struct SignedNote: Sendable, Hashable {
  /// The largest note that is read, as in Go.
  public static let sizeLimit = 1_000_000
  /// The most signature lines that are looked at, as in Go.
  public static let signatureLimit = 100

  /// What is signed: UTF-8 that ends in a line feed.
  public let text: [UInt8]
  /// The lines below the blank line, in order.
  public private(set) var signatures: [NoteSignature]

  /// Puts signatures under a text.
  /// - Throws: `NoteError` when the result could not be read back.
  public init(text: [UInt8], signatures: [NoteSignature]) throws(NoteError) {
    try Self.check(text)
    guard text.last == Self.lineFeed else { throw .textNotTerminated }
    guard !signatures.isEmpty else { throw .noSignatureBlock }
    self.text = text
    self.signatures = signatures
    try checkLimits()
  }

  /// Reads a note.
  /// - Throws: `NoteError` for anything that is not exactly a note.
  public init(_ bytes: [UInt8]) throws(NoteError) {
    guard bytes.count <= Self.sizeLimit else { throw .tooLarge(found: bytes.count, limit: Self.sizeLimit) }
    try Self.check(bytes)
    // The text may hold blank lines: only the last one separates.
    guard
      let end = bytes.indices.dropLast().last(where: { bytes[$0] == Self.lineFeed && bytes[$0 + 1] == Self.lineFeed })
    else { throw .noSignatureBlock }
    text = Array(bytes[...end])
    signatures = []

    var lines = bytes[(end + 2)...].split(separator: Self.lineFeed, omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true else { throw .malformedSignatureLine(number: lines.count + 1) }
    guard !lines.isEmpty else { throw .noSignatureBlock }
    guard lines.count <= Self.signatureLimit else {
      throw .tooManySignatures(found: lines.count, limit: Self.signatureLimit)
    }
    for (offset, line) in lines.enumerated() {
      guard let signature = NoteSignature(line: line) else { throw .malformedSignatureLine(number: offset + 1) }
      signatures.append(signature)
    }
  }

  /// The note as it is stored and served.
  public var bytes: [UInt8] {
    text + [Self.lineFeed] + signatures.flatMap { Array($0.line.utf8) + [Self.lineFeed] }
  }

  /// The same text with one signature more.
  /// - Throws: `NoteError` when there are too many.
  public func adding(_ signature: NoteSignature) throws(NoteError) -> SignedNote {
    try SignedNote(text: text, signatures: signatures + [signature])
  }

  /// Checks every signature by a key in `verifiers`; signatures by other keys are ignored.
  ///
  /// Go's library stops at a key's first signature; here each one by a known key must hold.
  /// - Throws: `NoteError.invalidSignature` when one of those keys' signatures does not hold, `.noKnownSignature` when
  ///   there is none, `.ambiguousKeys` when two keys answer to one name and id.
  public func verified(by verifiers: [NoteVerifier]) throws(NoteError) -> VerifiedNote {
    let known = try Self.index(verifiers)
    var verified: [VerifiedNote.Entry] = []
    for signature in signatures {
      guard let verifier = known[Label(signature.name, signature.id)] else { continue }
      guard verifier.isValid(signature, for: text) else {
        throw .invalidSignature(name: verifier.name, id: verifier.id)
      }
      if !verified.contains(where: { $0.verifier == verifier }) {
        verified.append(.init(verifier: verifier, signature: signature))
      }
    }
    guard !verified.isEmpty else { throw .noKnownSignature }
    return VerifiedNote(note: self, entries: verified)
  }

  /// What a signature line is looked up by; bytes, because Swift takes differently composed characters for equal.
  private struct Label: Hashable {
    let name: [UInt8]
    let id: KeyID

    init(_ name: String, _ id: KeyID) {
      self.name = Array(name.utf8)
      self.id = id
    }
  }

  private static func index(_ verifiers: [NoteVerifier]) throws(NoteError) -> [Label: NoteVerifier] {
    var known: [Label: NoteVerifier] = [:]
    for verifier in verifiers {
      let before = known.updateValue(verifier, forKey: Label(verifier.name, verifier.id))
      if before != nil { throw .ambiguousKeys(name: verifier.name, id: verifier.id) }
    }
    return known
  }

  private static let lineFeed: UInt8 = 0x0a

  private static func check(_ bytes: [UInt8]) throws(NoteError) {
    if let offset = bytes.firstIndex(where: { $0 < 0x20 && $0 != lineFeed }) {
      throw .controlCharacter(byte: bytes[offset], offset: offset)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
  }

  private func checkLimits() throws(NoteError) {
    guard signatures.count <= Self.signatureLimit else {
      throw .tooManySignatures(found: signatures.count, limit: Self.signatureLimit)
    }
    let size = bytes.count
    guard size <= Self.sizeLimit else { throw .tooLarge(found: size, limit: Self.sizeLimit) }
  }
}

/// A note of which every signature by a known key was checked, and at least one held.
public struct VerifiedNote: Sendable, Hashable {
  /// A known key and its signature.
  public struct Entry: Sendable, Hashable {
    /// The key that made it.
    public let verifier: NoteVerifier
    /// The first of the key's lines in the note.
    public let signature: NoteSignature

    /// When the cosigner saw the checkpoint, in POSIX seconds; nil for a plain signature.
    public var time: UInt64? { verifier.type == .cosignature ? signature.claimedTime : nil }
  }

  /// The note itself.
  public let note: SignedNote
  /// Each key that signed, once, in the note's order.
  public let entries: [Entry]

  /// The text that was signed.
  public var text: [UInt8] { note.text }
}
