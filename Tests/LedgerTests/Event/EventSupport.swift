import Ledger
import LedgerCrypto

/// The event whose bytes an independent implementation computed as well (Python, on `cryptography`).
enum KnownEvent {
  static let id = "019aa0a0-0000-7123-8456-0123456789ab"
  static let stream = "Regeling/019aa0a0-0000-7000-8000-000000000001"
  static let thumbprint = "1IG2tMH7J2wbJZnOf8LJzQitKf7LMvoAElsuDMVM54Y"
  static let disclosure =
    "WyJRRUZDUTBSRlJrZElTVXBMVEUxT1QxQlJVbE5VVlZaWFdGbGFXMXhkWGw4IiwibmFhbSIsIlpvw6sgXCJYXCJcbiJd"
  static let digest = "lX1kscbQE-p_RpuwrIG_daQv5OKM1JNJEkEtbC1B5OY"
  static let leaf =
    "eyJhbGciOiJFZERTQSIsImtpZCI6IjFJRzJ0TUg3SjJ3Ykpabk9mOExKelFpdEtmN0xNdm9BRWxzdURNVk01NFkiLCJ0eXAiOiJ3YWFyYm9yZy1l"
    + "dmVudCtzZC1qd3QifQ.eyJpc3MiOiJsZWRnZXIuZXhhbXBsZS5ubC90ZXN0IiwianRpIjoiMDE5YWEwYTAtMDAwMC03MTIzLTg0NTYtMDEyMzQ1"
    + "Njc4OWFiIiwiaWF0IjoxNzY0MDAwMDAwLCJzdWIiOiJSZWdlbGluZy8wMTlhYTBhMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiLCJzZXEi"
    + "OjMsImV2dCI6IlJlZ2VsaW5nVmFzdGdlc3RlbGQiLCJ2ZXIiOjEsIm9wIjoiMjAyNi0xMS0yMSIsImRhdGEiOnsidGl0ZWwiOiJHZWRyYWdzY29k"
    + "ZSDigJwyMDI24oCdIiwiX3NkIjpbImxYMWtzY2JRRS1wX1JwdXdySUdfZGFRdjVPS00xSk5KRWtFdGJDMUI1T1kiXX0sIl9zZF9hbGciOiJzaGEt"
    + "MjU2In0.66MybraOWuYsN6RwXGSbQT24RMiMv34aKiZUUu9Yvi5Hi1b7MxfSo7S4W0-sWx9UFvq-120g-Ydx_Omdor5CDQ~"

  static func key() throws -> SigningKey { try KnownKeys.key(seed: 0x00...0x1f) }

  static func envelope(facts: [JSON.Member] = [.init("titel", "Gedragscode “2026”")], sealed: [String] = [digest])
    throws
    -> Envelope
  {
    guard let id = EventID(id), let stream = StreamID(stream) else { throw EventError.claim("jti") }
    return Envelope(
      origin: "ledger.example.nl/test", id: id, signedAt: 1_764_000_000, stream: stream, seq: 3,
      type: "RegelingVastgesteld", version: 1, effective: "2026-11-21", facts: facts, sealedDigests: sealed)
  }

  /// A properly signed entry with any header and payload.
  static func leaf(header: String, payload: String) throws -> [UInt8] {
    let signed = Base64.url.encode(Array(header.utf8)) + "." + Base64.url.encode(Array(payload.utf8))
    return Array((signed + "." + Base64.url.encode(try key().sign(Array(signed.utf8)).bytes) + "~").utf8)
  }

  static let header = #"{"alg":"EdDSA","kid":"\#(thumbprint)","typ":"waarborg-event+sd-jwt"}"#
  static let claims: [(name: String, value: String)] = [
    ("iss", #""ledger.example.nl/test""#), ("jti", #""\#(id)""#), ("iat", "1764000000"), ("sub", #""\#(stream)""#),
    ("seq", "3"), ("evt", #""RegelingVastgesteld""#), ("ver", "1"), ("op", #""2026-11-21""#),
    ("data", #"{"titel":"x"}"#), ("_sd_alg", #""sha-256""#),
  ]

  static func payload(_ changed: String? = nil, to value: String? = nil) -> String {
    let members = claims.compactMap { claim -> String? in
      guard claim.name == changed else { return #""\#(claim.name)":\#(claim.value)"# }
      return value.map { #""\#(claim.name)":\#($0)"# }
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}

/// Randomness that a seed repeats, different at every call.
final class SeededRandom: RandomSource, @unchecked Sendable {
  // `@unchecked Sendable`: each test draws from its own source, on one thread.
  private var generator: SeededGenerator
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) } }
}

/// The bytes 0x40, 0x41, …, as in the known event's salt.
struct CountingRandom: RandomSource {
  func bytes(_ count: Int) -> [UInt8] { (0..<count).map { 0x40 &+ UInt8(truncatingIfNeeded: $0) } }
}
