import CSodium
import Glibc

/// Secret bytes that are wiped when the last owner lets go, compared in constant time, never printed.
///
/// Plain memory, unless they are guarded: libsodium's guarded pages cost several system calls for each of the many
/// short-lived keys of an import. A process that keeps keys open for hours guards them.
/// `@unchecked Sendable`: the buffer is written once in `init` and only read after that.
public final class SecretBytes: @unchecked Sendable, Equatable, CustomStringConvertible {
  private let buffer: UnsafeMutableRawBufferPointer

  /// The number of secret bytes.
  public let count: Int
  /// Whether they lie on pages of their own that are never swapped out, as far as the system allows that to this user.
  /// https://doc.libsodium.org/memory_management
  public let isGuarded: Bool

  /// Takes a copy of `bytes`.
  public convenience init(_ bytes: some Collection<UInt8>, isGuarded: Bool = false) {
    self.init(count: bytes.count, isGuarded: isGuarded) { $0.copyBytes(from: bytes) }
  }

  private init(count: Int, isGuarded: Bool, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
    Sodium.ready()
    self.count = count
    let guarded = isGuarded ? sodium_malloc(max(1, count)) : nil
    self.isGuarded = guarded != nil
    buffer =
      guarded.map { UnsafeMutableRawBufferPointer(start: $0, count: max(1, count)) }
      ?? .allocate(byteCount: max(1, count), alignment: 16)
    fill(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
  }

  /// Reads exactly so many bytes from a descriptor into guarded memory, and nowhere else; nil when they do not come.
  public convenience init?(guarding count: Int, from descriptor: Int32) {
    var filled = 0
    self.init(count: count, isGuarded: true) { buffer in
      while filled < count, let base = buffer.baseAddress {
        let read = Glibc.read(descriptor, base + filled, count - filled)
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        filled += read
      }
    }
    guard filled == count else { return nil }
  }

  /// Writes them to a descriptor without another copy; whether all were taken.
  public func write(to descriptor: Int32) -> Bool {
    var written = 0
    while written < count, let base = buffer.baseAddress {
      let more = Glibc.write(descriptor, base + written, count - written)
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { return false }
      written += more
    }
    return true
  }

  /// Wipes bytes that passed through an array on their way into or out of guarded memory.
  public static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
    }
  }

  deinit {
    if isGuarded { return sodium_free(buffer.baseAddress) }
    if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
    buffer.deallocate()
  }

  /// A part of it, guarded as the whole is.
  public func part(_ range: Range<Int>) -> SecretBytes {
    precondition(range.upperBound <= count, "a part lies within the whole")
    return SecretBytes(count: range.count, isGuarded: isGuarded) {
      $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
  }

  /// This and then another.
  public func joined(with other: SecretBytes) -> SecretBytes {
    SecretBytes(count: count + other.count, isGuarded: isGuarded || other.isGuarded) { joined in
      joined.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      UnsafeMutableRawBufferPointer(rebasing: joined[count...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: other.buffer[..<other.count]))
    }
  }

  /// Lends the bytes to `body`; they must not leave it.
  public func withBytes<T>(_ body: ([UInt8]) throws -> T) rethrows -> T {
    var copy = [UInt8](buffer.prefix(count))
    defer { Self.wipe(&copy) }
    return try body(copy)
  }

  func withPointer<T>(_ body: (UnsafePointer<UInt8>) throws -> T) rethrows -> T {
    guard let base = buffer.baseAddress else { preconditionFailure("a secret without memory") }
    return try body(base.assumingMemoryBound(to: UInt8.self))
  }

  /// Constant-time comparison.
  public static func == (left: SecretBytes, right: SecretBytes) -> Bool {
    left.count == right.count
      && left.withPointer { l in right.withPointer { r in sodium_memcmp(l, r, left.count) == 0 } }
  }

  /// Says that there is a secret, never which.
  public var description: String { "<secret, \(count) bytes>" }
}
