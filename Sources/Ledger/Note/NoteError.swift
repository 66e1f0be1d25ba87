/// Why a note, one of its signatures or a list of keys is refused.
public enum NoteError: Error, Equatable, Sendable {
  /// The note is larger than what is read at all.
  case tooLarge(found: Int, limit: Int)
  /// The bytes are not UTF-8.
  case notUTF8
  /// A control character other than a line feed.
  case controlCharacter(byte: UInt8, offset: Int)
  /// No blank line separates text from signatures.
  case noSignatureBlock
  /// The text does not end in a line feed, or is empty.
  case textNotTerminated
  /// A line of the signature block is not an em dash, a key name and base64 of at least five bytes.
  case malformedSignatureLine(number: Int)
  /// More signature lines than are looked at.
  case tooManySignatures(found: Int, limit: Int)
  /// Two keys in the list answer to the same name and key id.
  case ambiguousKeys(name: String, id: KeyID)
  /// A known key's signature does not verify, so nothing in the note is believed.
  case invalidSignature(name: String, id: KeyID)
  /// No signature is by a known key.
  case noKnownSignature
}

/// Why text is not a key, or a key cannot be made.
public enum NoteKeyError: Error, Equatable, Sendable {
  /// The name is empty or holds white space, a plus sign or a control character.
  case invalidName(String)
  /// Not the form `<name>+<8 hexadecimal digits>+<base64>`, or not its one spelling.
  case malformed
  /// The key id in the text is not the one that the name and the key give.
  case wrongKeyID(expected: KeyID, found: KeyID)
  /// A signature type that this program does not verify or make.
  case unknownType(UInt8)
  /// A key of another type than is needed here.
  case wrongType(expected: NoteKeyType, found: NoteKeyType)
  /// The key material has the wrong length for its type.
  case wrongKeyLength(expected: Int, found: Int)
}
