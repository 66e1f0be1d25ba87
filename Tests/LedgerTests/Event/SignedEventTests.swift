import Ledger
import LedgerCrypto
import Testing

@Suite struct SignedEventTests {
  @Test func `a fixed key, time and salt give exactly the known bytes`() throws {
    let event = try SignedEvent(KnownEvent.envelope(), signedBy: KnownEvent.key())
    #expect(String(decoding: event.leaf, as: UTF8.self) == KnownEvent.leaf)
    #expect(event.key.description == KnownEvent.thumbprint)
  }

  @Test func `what was signed is read back`() throws {
    let event = try SignedEvent(leaf: Array(KnownEvent.leaf.utf8))
    #expect(event == (try SignedEvent(KnownEvent.envelope(), signedBy: KnownEvent.key())))
    #expect(event.envelope == (try KnownEvent.envelope()))
    #expect(event.isSigned(by: try KnownEvent.key().verifyingKey))
    #expect(!event.isSigned(by: try KnownKeys.key(seed: 0x20...0x3f).verifyingKey))
  }

  @Test func `every change of one byte is refused or breaks the signature`() throws {
    let leaf = Array(KnownEvent.leaf.utf8)
    let key = try KnownEvent.key().verifyingKey
    for index in leaf.indices {
      for change in [UInt8(1), 2, 0x20, 0x80] {
        var altered = leaf
        altered[index] ^= change
        let isAccepted = (try? SignedEvent(leaf: altered))?.isSigned(by: key) ?? false
        #expect(!isAccepted, "byte \(index) changed by \(change)")
      }
    }
  }

  @Test func `every truncation and every extension is refused`() throws {
    let leaf = Array(KnownEvent.leaf.utf8)
    for count in 0..<leaf.count {
      #expect(throws: EventError.self) { try SignedEvent(leaf: Array(leaf.prefix(count))) }
    }
    for extra in ["~", ".", "~x~", "\n", " ", "\(KnownEvent.disclosure)~"] {
      #expect(throws: EventError.self) { try SignedEvent(leaf: leaf + Array(extra.utf8)) }
    }
  }

  @Test(arguments: [
    #"{"alg":"none","kid":"K","typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":"Ed25519","kid":"K","typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":"ES256","kid":"K","typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":"eddsa","kid":"K","typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":"EdDSA","kid":"K","typ":"JWT"}"#,
    #"{"alg":"EdDSA","kid":"K","typ":"waarborg-event+sd-jwt","crit":["b64"]}"#,
    #"{"alg":"EdDSA","kid":"K","typ":"waarborg-event+sd-jwt","jwk":{}}"#, #"{"alg":"EdDSA","kid":"K"}"#,
    #"{"alg":"EdDSA","typ":"waarborg-event+sd-jwt"}"#, #"{"alg":"EdDSA","kid":"","typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":"EdDSA","kid":1,"typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":["EdDSA"],"kid":"K","typ":"waarborg-event+sd-jwt"}"#,
    #"{"alg":"EdDSA","alg":"EdDSA","kid":"K","typ":"waarborg-event+sd-jwt"}"#, "[]", "null", "", "{",
  ])
  func `another header is refused, even when signed`(header: String) throws {
    let filled = header.replacing(#""K""#, with: #""\#(KnownEvent.thumbprint)""#)
    let leaf = try KnownEvent.leaf(header: filled, payload: KnownEvent.payload())
    #expect(throws: EventError.self) { try SignedEvent(leaf: leaf) }
  }

  @Test func `the claims used for the reject list are themselves accepted`() throws {
    let leaf = try KnownEvent.leaf(header: KnownEvent.header, payload: KnownEvent.payload())
    #expect(try SignedEvent(leaf: leaf).isSigned(by: KnownEvent.key().verifyingKey))
  }

  @Test(arguments: KnownEvent.claims.map(\.name))
  func `a missing claim is refused by name`(name: String) throws {
    let leaf = try KnownEvent.leaf(header: KnownEvent.header, payload: KnownEvent.payload(name))
    #expect(throws: EventError.claim(name)) { try SignedEvent(leaf: leaf) }
    let null = try KnownEvent.leaf(header: KnownEvent.header, payload: KnownEvent.payload(name, to: "null"))
    #expect(throws: EventError.claim(name)) { try SignedEvent(leaf: null) }
  }

  @Test(arguments: [
    ("iss", #""""#), ("iss", "1"), ("jti", #""x""#), ("jti", #""019AA0A0-0000-7123-8456-0123456789AB""#),
    ("iat", "-1"), ("iat", #""1764000000""#), ("iat", "true"), ("sub", #""Regeling""#), ("seq", "0"), ("seq", "-1"),
    ("evt", #""""#), ("ver", "0"), ("ver", "10000"), ("op", "20261121"), ("data", "[]"), ("data", #""x""#),
    ("_sd_alg", #""sha-512""#), ("_sd_alg", #""SHA-256""#),
    // Letters that Unicode holds equivalent to others: the sign for kelvin, and an accent that stands apart.
    ("evt", #""\u212aandidaatVoorgedragen""#), ("evt", #""Regelinge\u0301""#), ("data", #"{"\u212aleur":"x"}"#),
  ])
  func `a claim of another form is refused by name`(name: String, value: String) throws {
    let leaf = try KnownEvent.leaf(header: KnownEvent.header, payload: KnownEvent.payload(name, to: value))
    #expect(throws: EventError.claim(name)) { try SignedEvent(leaf: leaf) }
  }

  @Test(arguments: ["exp", "nbf", "aud", "cnf", "_sd", "x"])
  func `a claim that is not one of ours is refused by name`(name: String) throws {
    let payload = KnownEvent.payload().dropLast() + #","\#(name)":1}"#
    let leaf = try KnownEvent.leaf(header: KnownEvent.header, payload: String(payload))
    #expect(throws: EventError.claim(name)) { try SignedEvent(leaf: leaf) }
  }

  @Test(arguments: [
    ("[]", EventError.claim("_sd")), ("{}", .claim("_sd")), ("[1]", .claim("_sd")), (#"["x"]"#, .claim("_sd")),
    (#"["\#(KnownEvent.digest)=","\#(KnownEvent.digest)"]"#, .claim("_sd")),
    (#"["\#(KnownEvent.digest)","\#(KnownEvent.thumbprint)"]"#, .claim("_sd")),
    (#"["\#(KnownEvent.digest)","\#(KnownEvent.digest)"]"#, .repeatedDigest),
  ])
  func `digests that are malformed, unsorted or repeated are refused`(digests: String, error: EventError) throws {
    let payload = KnownEvent.payload("data", to: #"{"titel":"x","_sd":\#(digests)}"#)
    let leaf = try KnownEvent.leaf(header: KnownEvent.header, payload: payload)
    #expect(throws: error) { try SignedEvent(leaf: leaf) }
  }

  @Test func `an array placeholder among the facts is refused`() throws {
    let payload = KnownEvent.payload("data", to: #"{"...":"\#(KnownEvent.digest)"}"#)
    let leaf = try KnownEvent.leaf(header: KnownEvent.header, payload: payload)
    #expect(throws: EventError.reservedName("...")) { try SignedEvent(leaf: leaf) }
  }

  @Test(arguments: ["_sd", "..."])
  func `a fact with a reserved name cannot be signed`(name: String) throws {
    let envelope = try KnownEvent.envelope(facts: [.init(name, "x")])
    #expect(throws: EventError.reservedName(name)) { try SignedEvent(envelope, signedBy: KnownEvent.key()) }
  }

  @Test func `the order of the digests says nothing about the order of the fields`() throws {
    let digests = (0..<8).map { Disclosure(name: "veld\($0)", value: 1, random: SeededRandom(seed: UInt64($0))).digest }
    let events = try [digests, digests.reversed(), digests.sorted()].map {
      try SignedEvent(KnownEvent.envelope(sealed: $0), signedBy: KnownEvent.key())
    }
    #expect(Set(events.map(\.leaf)).count == 1)
    #expect(events[0].envelope.sealedDigests == digests.sorted())
  }

  @Test func `an entry of 65,535 bytes is accepted and one of 65,536 is refused`() throws {
    func event(filler: Int) throws -> SignedEvent {
      let known = try KnownEvent.envelope()
      let envelope = Envelope(
        origin: "o", id: known.id, signedAt: known.signedAt,
        stream: known.stream, seq: known.seq, type: known.type, version: known.version, effective: known.effective,
        facts: [.init("titel", .string(String(repeating: "x", count: filler)))], sealedDigests: [])
      return try SignedEvent(envelope, signedBy: KnownEvent.key())
    }
    let small = try event(filler: 1).leaf.count
    // Three bytes of payload make four bytes of entry: try the few lengths around the limit.
    let near = (65_535 - small) / 4 * 3
    let sizes = (near - 3...near + 6).map { filler in
      (filler, (try? event(filler: filler))?.leaf.count)
    }
    let largest = try #require(sizes.last { $0.1 != nil })
    let entry = try event(filler: largest.0)
    #expect(entry.leaf.count == 65_535)
    #expect(try SignedEvent(leaf: entry.leaf) == entry)
    // Base64url has no text of 4n + 1 characters, so one more byte of payload makes two more of entry here.
    #expect(throws: EventError.tooLarge(bytes: 65_537)) { try event(filler: largest.0 + 1) }
    #expect(throws: EventError.tooLarge(bytes: 65_536)) {
      try SignedEvent(leaf: [UInt8](repeating: UInt8(ascii: "~"), count: 65_536))
    }
    #expect(throws: EventError.malformed("not three parts")) {
      try SignedEvent(leaf: [UInt8](repeating: UInt8(ascii: "~"), count: 65_535))
    }
  }

  @Test func `a presentation appends the opened disclosures, each followed by a tilde`() throws {
    let event = try SignedEvent(leaf: Array(KnownEvent.leaf.utf8))
    let disclosure = try Disclosure(encoded: KnownEvent.disclosure)
    #expect(event.presentation(opening: []) == KnownEvent.leaf)
    #expect(event.presentation(opening: [disclosure]) == KnownEvent.leaf + KnownEvent.disclosure + "~")
    #expect(event.envelope.sealedDigests.contains(disclosure.digest))
  }

  @Test(arguments: ["..", "a.b", "a.b.c", "a.b.c.d", ".."])
  func `parts that are missing, extra or not base64url are refused`(text: String) {
    #expect(throws: EventError.self) { try SignedEvent(leaf: Array((text + "~").utf8)) }
  }
}
