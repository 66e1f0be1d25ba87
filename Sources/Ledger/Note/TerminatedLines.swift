import LedgerCrypto

/// Terminated lines, taken one by one so that what follows stays as it was.
struct TerminatedLines {
  var rest: ArraySlice<UInt8>
  /// The number of the line last asked for, from 1.
  var number = 0

  init(rest: ArraySlice<UInt8>) { self.rest = rest }

  mutating func next() -> ArraySlice<UInt8>? {
    number += 1
    guard let end = rest.firstIndex(of: 0x0a) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// Hashes up to a blank line, and the note that is all the rest.
  mutating func hashesAndNote(
    most: Int
  ) throws(TlogProof.TlogProofError) -> (hashes: [Digest], note: SignedNote) {
    var hashes: [Digest] = []
    while let text = next() {
      if text.isEmpty {
        do { return (hashes, try SignedNote(Array(rest))) } catch { throw .note(error) }
      }
      guard hashes.count < most, let hash = try? Digest(Base64.standard.decode(text)) else {
        throw .malformedLine(number)
      }
      hashes.append(hash)
    }
    throw .noCheckpoint
  }
}

extension ArraySlice<UInt8> {
  /// What follows `prefix`; nil when the line begins otherwise.
  func after(_ prefix: String) -> ArraySlice<UInt8>? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }
}
