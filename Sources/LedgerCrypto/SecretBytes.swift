import CSodium

/// Secret bytes that are wiped when the last owner lets go, compared in constant time, never printed.
///
/// Plain memory: libsodium's guarded pages cost several system calls for each of the many short-lived keys of an import.
/// `@unchecked Sendable`: the buffer is written once in `init` and only read after that.
public final class SecretBytes: @unchecked Sendable, Equatable, CustomStringConvertible {
  private let buffer: UnsafeMutableRawBufferPointer

  /// The number of secret bytes.
  public let count: Int

  /// Takes a copy of `bytes`.
  public init(_ bytes: some Collection<UInt8>) {
    Sodium.ready()
    count = bytes.count
    buffer = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    buffer.copyBytes(from: bytes)
  }

  /// Wipes bytes that passed through an array on their way into or out of guarded memory.
  static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
    }
  }

  deinit {
    if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
    buffer.deallocate()
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
