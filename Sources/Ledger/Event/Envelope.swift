import LedgerCrypto

/// What an event says: the claims of its signed payload (README, The event).
public struct Envelope: Sendable, Hashable {
  /// Which ledger: `iss`.
  public let origin: String
  /// Which event: `jti`.
  public let id: EventID
  /// When it was signed, in seconds since 1970 UTC: `iat`. When it was recorded follows from the log.
  public let signedAt: Int64
  /// Which stream: `sub`.
  public let stream: StreamID
  /// Its version of the stream, from 1 without gaps: `seq`.
  public let seq: Int64
  /// Its type, an identifier of the glossary: `evt`.
  public let type: String
  /// The version of the type's schema: `ver`.
  public let version: Int
  /// The date on which it took or takes effect, EDTF: `op`.
  public let effective: String
  /// The SHA-256 of the newest checkpoint that the log kept when this was signed: `chk`; nil for the first event.
  public let checkpoint: Digest?
  /// What it brings into the vault, as one digest over the list of it: `vlt`; nil when that is nothing.
  public let vaultRoot: Digest?
  /// The clear facts, in the order of the schema: `data` without `_sd`.
  public let facts: [JSON.Member]
  /// The digests of the sealed fields, sorted so that their order tells nothing: `data._sd`.
  public let sealedDigests: [String]

  /// States an event.
  public init(
    origin: String, id: EventID, signedAt: Int64, stream: StreamID, seq: Int64, type: String, version: Int,
    effective: String, checkpoint: Digest? = nil, vaultRoot: Digest? = nil, facts: [JSON.Member],
    sealedDigests: [String]
  ) {
    self.origin = origin
    self.id = id
    self.signedAt = signedAt
    self.stream = stream
    self.seq = seq
    self.type = type
    self.version = version
    self.effective = effective
    self.checkpoint = checkpoint
    self.vaultRoot = vaultRoot
    self.facts = facts
    self.sealedDigests = sealedDigests.sorted()
  }

  /// The payload as it is signed.
  public var payload: JSON {
    var data = facts
    if !sealedDigests.isEmpty { data.append(JSON.Member("_sd", .array(sealedDigests.map { .string($0) }))) }
    var claims: [JSON.Member] = [
      .init("iss", .string(origin)), .init("jti", .string(id.description)), .init("iat", .int(signedAt)),
      .init("sub", .string(stream.description)), .init("seq", .int(seq)), .init("evt", .string(type)),
      .init("ver", .int(Int64(version))), .init("op", .string(effective)),
    ]
    for (name, digest) in [("chk", checkpoint), ("vlt", vaultRoot)] {
      if let digest { claims.append(.init(name, .string(Base64.url.encode(digest.bytes)))) }
    }
    claims += [.init("data", .object(data)), .init("_sd_alg", "sha-256")]
    return .object(claims)
  }

  /// The same, signed at another moment.
  public func signed(at moment: Int64) -> Envelope {
    Envelope(
      origin: origin, id: id, signedAt: moment, stream: stream, seq: seq, type: type, version: version,
      effective: effective, checkpoint: checkpoint, vaultRoot: vaultRoot, facts: facts, sealedDigests: sealedDigests)
  }

  /// Reads a payload; every claim must be there, in its form, and no other, but those that not every event has.
  /// - Throws: `EventError`.
  public init(payload: JSON) throws(EventError) {
    guard let members = payload.members else { throw .malformed("payload") }
    // As they are written they stand in this order, and then none has to be looked for.
    var (places, next) = ([JSON?](repeating: nil, count: Self.claims.count), 0)
    for member in members {
      var place = next
      while place < Self.claims.count, Self.claims[place] != member.name { place += 1 }
      if place == Self.claims.count {
        guard let found = Self.claims.firstIndex(of: member.name) else { throw .claim(member.name) }
        place = found
      }
      places[place] = member.value
      next = place + 1
    }
    func claim(_ index: Int) -> JSON? { places[index] }
    guard let origin = claim(0)?.string, !origin.isEmpty else { throw .claim("iss") }
    guard let id = claim(1)?.string.flatMap({ EventID($0) }) else { throw .claim("jti") }
    guard let signedAt = claim(2)?.int, signedAt >= 0 else { throw .claim("iat") }
    guard let stream = claim(3)?.string.flatMap({ StreamID($0) }) else { throw .claim("sub") }
    guard let seq = claim(4)?.int, seq >= 1 else { throw .claim("seq") }
    guard let type = claim(5)?.string, Self.isName(type) else { throw .claim("evt") }
    guard let version = claim(6)?.int, (1...9999).contains(version) else { throw .claim("ver") }
    guard let effective = claim(7)?.string else { throw .claim("op") }
    let checkpoint = try Self.digest(claim(8), "chk")
    let vaultRoot = try Self.digest(claim(9), "vlt")
    guard let data = claim(10)?.members else { throw .claim("data") }
    guard claim(11)?.string == "sha-256" else { throw .claim("_sd_alg") }
    var facts = data
    let place = facts.firstIndex { $0.name == "_sd" }
    let sealed = try Self.digests(place.map { facts.remove(at: $0).value })
    if let reserved = facts.first(where: { $0.name == "..." }) { throw .reservedName(reserved.name) }
    guard facts.allSatisfy({ Self.isName($0.name) }) else { throw .claim("data") }
    self.origin = origin
    self.id = id
    self.signedAt = signedAt
    self.stream = stream
    self.seq = seq
    self.type = type
    self.version = Int(version)
    self.effective = effective
    self.checkpoint = checkpoint
    self.vaultRoot = vaultRoot
    self.facts = facts
    sealedDigests = sealed
  }

  /// The claims in the order in which they are written.
  private static let claims = [
    "iss", "jti", "iat", "sub", "seq", "evt", "ver", "op", "chk", "vlt", "data", "_sd_alg",
  ]

  /// A claim that not every event has.
  private static func digest(_ json: JSON?, _ name: String) throws(EventError) -> Digest? {
    guard let json else { return nil }
    guard let text = json.string, Thumbprint.isDigest(text), let bytes = try? Base64.url.decode(text),
      let digest = try? Digest(bytes)
    else { throw .claim(name) }
    return digest
  }

  /// Whether a text is printable ASCII: Swift holds differently composed characters for equal, other software does not, so
  /// a name could be of the catalogue here and unknown elsewhere.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }

  private static func digests(_ json: JSON?) throws(EventError) -> [String] {
    guard let json else { return [] }
    guard let elements = json.array, !elements.isEmpty else { throw .claim("_sd") }
    var digests: [String] = []
    for element in elements {
      guard let text = element.string, Thumbprint.isDigest(text) else { throw .claim("_sd") }
      digests.append(text)
    }
    for (before, after) in zip(digests, digests.dropFirst()) {
      guard before <= after else { throw .claim("_sd") }
    }
    for (before, after) in zip(digests, digests.dropFirst()) {
      guard before != after else { throw .repeatedDigest }
    }
    return digests
  }
}
