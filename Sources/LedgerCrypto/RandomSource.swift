import CSodium

/// Where randomness comes from; passed in everywhere so that a test can repeat a run byte for byte.
public protocol RandomSource: Sendable {
  /// Returns `count` fresh random bytes.
  func bytes(_ count: Int) -> [UInt8]
}

/// The operating system's cryptographic random generator.
public struct SystemRandom: RandomSource {
  /// The generator needs no set-up.
  public init() {}

  /// Returns `count` bytes no one can predict.
  public func bytes(_ count: Int) -> [UInt8] {
    Sodium.ready()
    var bytes = [UInt8](repeating: 0, count: count)
    bytes.withUnsafeMutableBytes { buffer in
      if let base = buffer.baseAddress { randombytes_buf(base, buffer.count) }
    }
    return bytes
  }
}
