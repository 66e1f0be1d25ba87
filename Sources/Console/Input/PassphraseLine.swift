import Glibc
import LedgerCrypto

/// A line typed without echo, byte by byte, with the few editing keys that a passphrase needs.
struct PassphraseLine: ~Copyable {
  enum Step: Equatable {
    case more
    case done
    case cancelled
    case interrupted
  }

  /// More than anyone types, and a bound on what is kept.
  static let capacity = 4096

  private var bytes: [UInt8] = []
  private(set) var hasControlKeys = false
  private(set) var isTooLong = false

  init() {
    // Growing would leave copies behind.
    bytes.reserveCapacity(Self.capacity)
  }

  mutating func type(_ byte: UInt8) -> Step {
    switch byte {
    case 0x0A, 0x0D: return .done
    case 0x03, 0x1C: return .interrupted
    case 0x04: return bytes.isEmpty ? .cancelled : .done
    case 0x08, 0x7F: eraseCharacter()
    case 0x15:
      explicit_bzero(&bytes, bytes.count)
      bytes.removeAll(keepingCapacity: true)
    case 0x00..<0x20: hasControlKeys = true
    default:
      if bytes.count < Self.capacity { bytes.append(byte) } else { isTooLong = true }
    }
    return .more
  }

  /// Hands over what was typed and wipes it here.
  mutating func take() -> SecretBytes {
    let secret = SecretBytes(bytes)
    explicit_bzero(&bytes, bytes.count)
    bytes.removeAll(keepingCapacity: true)
    return secret
  }

  /// Removes one UTF-8 character: its continuation bytes and its first byte.
  private mutating func eraseCharacter() {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
