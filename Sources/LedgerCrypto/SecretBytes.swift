import CSodium

/// Secret bytes in guarded memory that are wiped when the last owner lets go, compared in constant time, never printed.
///
/// `@unchecked Sendable`: the buffer is written once in `init` and only read after that.
public final class SecretBytes: @unchecked Sendable, CustomStringConvertible {
  private let buffer: UnsafeMutableRawBufferPointer

  /// The number of secret bytes.
  public let count: Int

  /// Takes a copy of `bytes`.
  public init(_ bytes: some Collection<UInt8>) {
    Sodium.ready()
    count = bytes.count
    guard let base = sodium_malloc(max(1, bytes.count)) else {
      preconditionFailure("no guarded memory left for a secret of \(bytes.count) bytes")
    }
    buffer = UnsafeMutableRawBufferPointer(start: base, count: bytes.count)
    buffer.copyBytes(from: bytes)
  }

  /// Wipes bytes that passed through an array on their way into or out of guarded memory.
  static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { sodium_memzero(base, buffer.count) }
    }
  }

  deinit { sodium_free(buffer.baseAddress) }

  /// Lends the bytes to `body`; they must not leave it.
  public func withBytes<T>(_ body: ([UInt8]) throws -> T) rethrows -> T {
    var copy = [UInt8](buffer)
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
