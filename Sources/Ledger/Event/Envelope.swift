/// What an event says: the claims of its signed payload (README, The event).
public struct Envelope: Sendable, Hashable {
  /// Which ledger: `iss`.
  public let origin: String
  /// Which event: `jti`.
  public let id: EventID
  /// When it was recorded, in seconds since 1970 UTC: `iat`.
  public let recordedAt: Int64
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
  /// The clear facts, in the order of the schema: `data` without `_sd`.
  public let facts: [JSON.Member]
  /// The digests of the sealed fields, sorted so that their order tells nothing: `data._sd`.
  public let sealedDigests: [String]

  /// States an event.
  public init(
    origin: String, id: EventID, recordedAt: Int64, stream: StreamID, seq: Int64, type: String, version: Int,
    effective: String, facts: [JSON.Member], sealedDigests: [String]
  ) {
    self.origin = origin
    self.id = id
    self.recordedAt = recordedAt
    self.stream = stream
    self.seq = seq
    self.type = type
    self.version = version
    self.effective = effective
    self.facts = facts
    self.sealedDigests = sealedDigests.sorted()
  }

  /// The payload as it is signed.
  var payload: JSON {
    var data = facts
    if !sealedDigests.isEmpty { data.append(JSON.Member("_sd", .array(sealedDigests.map { .string($0) }))) }
    return [
      "iss": .string(origin), "jti": .string(id.description), "iat": .int(recordedAt),
      "sub": .string(stream.description), "seq": .int(seq), "evt": .string(type), "ver": .int(Int64(version)),
      "op": .string(effective), "data": .object(data), "_sd_alg": "sha-256",
    ]
  }

  /// Reads a payload; every claim must be there, in its form, and no other.
  init(payload: JSON) throws(EventError) {
    guard let members = payload.members else { throw .malformed("payload") }
    let names = Self.claims
    // As they are written they stand in this order; then none has to be looked for.
    let isOrdered = members.count == names.count && zip(members, names).allSatisfy { $0.name == $1 }
    if !isOrdered, let unknown = members.first(where: { !names.contains($0.name) }) { throw .claim(unknown.name) }
    func claim(_ index: Int) -> JSON? { isOrdered ? members[index].value : payload[names[index]] }
    guard let origin = claim(0)?.string, !origin.isEmpty else { throw .claim("iss") }
    guard let id = claim(1)?.string.flatMap({ EventID($0) }) else { throw .claim("jti") }
    guard let recordedAt = claim(2)?.int, recordedAt >= 0 else { throw .claim("iat") }
    guard let stream = claim(3)?.string.flatMap({ StreamID($0) }) else { throw .claim("sub") }
    guard let seq = claim(4)?.int, seq >= 1 else { throw .claim("seq") }
    guard let type = claim(5)?.string, Self.isName(type) else { throw .claim("evt") }
    guard let version = claim(6)?.int, (1...9999).contains(version) else { throw .claim("ver") }
    guard let effective = claim(7)?.string else { throw .claim("op") }
    guard let data = claim(8)?.members else { throw .claim("data") }
    guard claim(9)?.string == "sha-256" else { throw .claim("_sd_alg") }
    var facts = data
    let place = facts.firstIndex { $0.name == "_sd" }
    let sealed = try Self.digests(place.map { facts.remove(at: $0).value })
    if let reserved = facts.first(where: { $0.name == "..." }) { throw .reservedName(reserved.name) }
    guard facts.allSatisfy({ Self.isName($0.name) }) else { throw .claim("data") }
    self.origin = origin
    self.id = id
    self.recordedAt = recordedAt
    self.stream = stream
    self.seq = seq
    self.type = type
    self.version = Int(version)
    self.effective = effective
    self.facts = facts
    sealedDigests = sealed
  }

  /// The claims in the order in which they are written.
  private static let claims = ["iss", "jti", "iat", "sub", "seq", "evt", "ver", "op", "data", "_sd_alg"]

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
