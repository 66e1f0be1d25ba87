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
    let names = ["iss", "jti", "iat", "sub", "seq", "evt", "ver", "op", "data", "_sd_alg"]
    guard let members = payload.members else { throw .malformed("payload") }
    if let unknown = members.first(where: { !names.contains($0.name) }) { throw .claim(unknown.name) }
    guard let origin = payload["iss"]?.string, !origin.isEmpty else { throw .claim("iss") }
    guard let id = payload["jti"]?.string.flatMap({ EventID($0) }) else { throw .claim("jti") }
    guard let recordedAt = payload["iat"]?.int, recordedAt >= 0 else { throw .claim("iat") }
    guard let stream = payload["sub"]?.string.flatMap({ StreamID($0) }) else { throw .claim("sub") }
    guard let seq = payload["seq"]?.int, seq >= 1 else { throw .claim("seq") }
    guard let type = payload["evt"]?.string, !type.isEmpty else { throw .claim("evt") }
    guard let version = payload["ver"]?.int, (1...9999).contains(version) else { throw .claim("ver") }
    guard let effective = payload["op"]?.string else { throw .claim("op") }
    guard let data = payload["data"]?.members else { throw .claim("data") }
    guard payload["_sd_alg"]?.string == "sha-256" else { throw .claim("_sd_alg") }
    let digests = data.first { $0.name == "_sd" }?.value
    let sealed = try Self.digests(digests)
    if let reserved = data.first(where: { $0.name == "..." }) { throw .reservedName(reserved.name) }
    self.init(
      origin: origin, id: id, recordedAt: recordedAt, stream: stream, seq: seq, type: type, version: Int(version),
      effective: effective, facts: data.filter { $0.name != "_sd" }, sealedDigests: sealed)
  }

  private static func digests(_ json: JSON?) throws(EventError) -> [String] {
    guard let json else { return [] }
    guard let elements = json.array, !elements.isEmpty else { throw .claim("_sd") }
    var digests: [String] = []
    for element in elements {
      guard let text = element.string, Thumbprint(text) != nil else { throw .claim("_sd") }
      digests.append(text)
    }
    guard digests == digests.sorted() else { throw .claim("_sd") }
    guard Set(digests).count == digests.count else { throw .repeatedDigest }
    return digests
  }
}
