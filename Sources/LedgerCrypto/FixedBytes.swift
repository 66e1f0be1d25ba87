/// Public bytes of one fixed length, so that a nonce can never stand where a key belongs.
public protocol FixedBytes: Hashable, Sendable, CustomStringConvertible {
  /// The length in bytes that every value of this type has.
  static var length: Int { get }
  /// The bytes, always exactly `length` of them.
  var bytes: [UInt8] { get }
  /// Wraps bytes whose length the caller has checked.
  init(checked bytes: [UInt8])
}

extension FixedBytes {
  /// Wraps bytes after checking their length.
  /// - Throws: `CryptoError.wrongLength`.
  public init(_ bytes: some Collection<UInt8>) throws(CryptoError) {
    guard bytes.count == Self.length else {
      throw .wrongLength(kind: "\(Self.self)", expected: Self.length, found: bytes.count)
    }
    self.init(checked: Array(bytes))
  }

  /// Lowercase hexadecimal.
  public var hex: String { Hex.encode(bytes) }

  /// The value as lowercase hexadecimal.
  public var description: String { hex }
}
