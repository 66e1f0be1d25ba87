import Ledger
import LedgerCrypto
import Synchronization

/// A sample of an event type in which every field is filled in.
struct SampleEvent {
  /// The payload as a reader has it when all fields are open.
  let payload: JSON
  /// The SD-JWT with all disclosures.
  let presentation: String

  init(_ type: EventType, _ fields: [FieldDeclaration], version: Int, key: SigningKey) throws {
    let random = RepeatableRandom(seed: "\(type.name) \(version)")
    let milliseconds: Int64 = 1_732_500_000_000
    let disclosures = fields.filter(\.visibility.isSealed).map {
      Disclosure(name: $0.name, value: $0.shape.sample, random: random)
    }
    let facts = fields.filter { !$0.visibility.isSealed }.map { JSON.Member($0.name, $0.shape.sample) }
    let envelope = Envelope(
      origin: "voorbeeld.example/grootboek", id: UUIDv7(milliseconds: milliseconds, random: random),
      signedAt: milliseconds / 1000,
      stream: StreamID(kind: type.streamKind, id: UUIDv7(milliseconds: milliseconds, random: random)), seq: 1,
      type: type.name, version: version, effective: "2024-11-13",
      checkpoint: SHA256.hash("checkpoint"), vaultRoot: disclosures.isEmpty ? nil : SHA256.hash("vault"), facts: facts,
      sealedDigests: disclosures.map(\.digest))
    presentation = try SignedEvent(envelope, signedBy: key).presentation(opening: disclosures)
    var claims: [JSON.Member] = [
      .init("iss", .string(envelope.origin)), .init("jti", envelope.id.json), .init("iat", .int(envelope.signedAt)),
      .init("sub", envelope.stream.json), .init("seq", 1), .init("evt", .string(type.name)),
      .init("ver", .int(Int64(version))), .init("op", "2024-11-13"),
    ]
    for (name, digest) in [("chk", envelope.checkpoint), ("vlt", envelope.vaultRoot)] {
      if let digest { claims.append(.init(name, .string(Base64.url.encode(digest.bytes)))) }
    }
    payload = .object(claims + [.init("data", .object(facts + disclosures.map { JSON.Member($0.name, $0.value) }))])
  }
}

/// Bytes that look random and are the same on every machine: for samples and tests, never for a key in use.
public final class RepeatableRandom: RandomSource {
  private let seed: String
  private let counter = Mutex(0)

  /// A source that always starts the same way for the same seed.
  public init(seed: String) { self.seed = seed }

  /// The next bytes.
  public func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let number = counter.withLock { counter in
        defer { counter += 1 }
        return counter
      }
      bytes += SHA256.hash("\(seed) \(number)").bytes
    }
    return Array(bytes.prefix(count))
  }
}
