import ArgumentParser

/// The fingerprint of a key as the value of an option: one in sixty-four begins with a hyphen, which the parser would take
/// for an option of its own.
enum KeyWords {
  static func joined(_ arguments: [String], in root: any ParsableCommand.Type) -> [String] {
    // Nearly always there is no such word, and then nothing is looked up.
    guard arguments.contains(where: isFingerprint) else { return arguments }
    return TypedValues(arguments, in: root).replaced { _, value in isFingerprint(value) ? value : nil }
  }

  /// Whether a word is a SHA-256 in base64url (RFC 7638) that looks like an option.
  private static func isFingerprint(_ word: String) -> Bool {
    word.utf8.count == 43 && word.hasPrefix("-")
      && word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
  }
}
