import LedgerCrypto

/// What a command asks of the process that keeps keys open. There is no question that a key is the answer to.
enum AgentRequest: Sendable, Equatable {
  /// Whether the key in a file is open, as the file is now.
  case seek(path: String, tag: Digest)
  /// A signature under a message.
  case sign([UInt8], tag: Digest)
  /// What is in a sealed box.
  case open([UInt8], tag: Digest)
  /// To keep a key open for so many seconds; its seeds come behind the message.
  case keep(path: String, tag: Digest, seconds: UInt32)
  /// To let go of the key in a file.
  case drop(path: String)
  /// To let go of all.
  case dropAll

  /// The most bytes of a message: the longest text that can be signed, with room.
  static let mostBytes = 16 << 20

  var bytes: [UInt8] {
    switch self {
    case .seek(let path, let tag): [1] + tag.bytes + Array(path.utf8)
    case .sign(let message, let tag): [2] + tag.bytes + message
    case .open(let box, let tag): [3] + tag.bytes + box
    case .keep(let path, let tag, let seconds): [4] + tag.bytes + BigEndian.bytes(seconds) + Array(path.utf8)
    case .drop(let path): [5] + Array(path.utf8)
    case .dropAll: [6]
    }
  }

  /// Reads a message; nil for anything else.
  init?(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return nil }
    if kind == 5 || kind == 6 {
      guard let path = String(validating: bytes.dropFirst(), as: UTF8.self), (kind == 6) == path.isEmpty else {
        return nil
      }
      self = kind == 6 ? .dropAll : .drop(path: path)
      return
    }
    guard let tag = try? Digest(bytes.dropFirst().prefix(Digest.length)) else { return nil }
    let rest = bytes.dropFirst(1 + Digest.length)
    switch kind {
    case 2: self = .sign(Array(rest), tag: tag)
    case 3: self = .open(Array(rest), tag: tag)
    case 1:
      guard let path = String(validating: rest, as: UTF8.self) else { return nil }
      self = .seek(path: path, tag: tag)
    case 4:
      guard let seconds = BigEndian.number(rest.prefix(4)),
        let path = String(validating: rest.dropFirst(4), as: UTF8.self)
      else { return nil }
      self = .keep(path: path, tag: tag, seconds: seconds)
    default: return nil
    }
  }
}

/// What it answers.
enum AgentAnswer: Sendable, Equatable {
  /// Done, or open for so many seconds more.
  case done(UInt32)
  /// A signature, or what was in a box.
  case bytes([UInt8])
  /// The key is not open here, or no longer.
  case absent
  /// It was open, but its file is another now: it has been let go.
  case changed
  /// The box does not open with this key.
  case doesNotOpen
  /// What was asked cannot be done.
  case refused

  var bytes: [UInt8] {
    switch self {
    case .done(let number): [0] + BigEndian.bytes(number)
    case .bytes(let bytes): [1] + bytes
    case .absent: [2]
    case .changed: [3]
    case .doesNotOpen: [4]
    case .refused: [5]
    }
  }

  /// Reads an answer; nil for anything else.
  init?(_ bytes: [UInt8]) {
    switch (bytes.first, bytes.count) {
    case (0, _):
      guard let number = BigEndian.number(bytes.dropFirst()) else { return nil }
      self = .done(number)
    case (1, _): self = .bytes(Array(bytes.dropFirst()))
    case (2, 1): self = .absent
    case (3, 1): self = .changed
    case (4, 1): self = .doesNotOpen
    case (5, 1): self = .refused
    default: return nil
    }
  }
}

/// A number as four bytes, the highest first.
enum BigEndian {
  static func bytes(_ number: UInt32) -> [UInt8] {
    stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
  }

  static func number(_ bytes: some Collection<UInt8>) -> UInt32? {
    bytes.count == 4 ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : nil
  }
}
