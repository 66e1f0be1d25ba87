import LedgerCrypto

/// "Random" bytes that are known beforehand.
struct FixedRandom: RandomSource {
  let first: UInt8
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { first &+ UInt8(truncatingIfNeeded: $0) } }
}

func secret(_ range: ClosedRange<UInt8>) -> SecretBytes { SecretBytes(Array(range)) }
