import Ledger
import LedgerCrypto
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `a new identifier has version 7, its time, and reads back`(seed: UInt64) throws {
    let random = SeededRandom(seed: seed)
    let times: [Int64] = [0, 1, 1_764_000_000_000, 0xFFFF_FFFF_FFFF]
    for milliseconds in times {
      let id = UUIDv7(milliseconds: milliseconds, random: random)
      let hex = id.description.filter { $0 != "-" }
      #expect(Int64(hex.prefix(12), radix: 16) == milliseconds, "seed \(seed)")
      #expect(UUIDv7(id.description) == id, "seed \(seed)")
    }
  }

  /// RFC 9562, appendix A.6.
  @Test func `the RFC's own example is read and its bits are made`() {
    #expect(UUIDv7("017f22e2-79b0-7cc3-98c4-dc0c0c07398f") != nil)
    let made = UUIDv7(milliseconds: 0x017F_22E2_79B0, random: CountingRandom())
    #expect(made.description == "017f22e2-79b0-7647-8849-4a4b4c4d4e4f")
  }

  @Test(arguments: [UInt64(4), 5])
  func `identifiers sort by the millisecond in which they were made`(seed: UInt64) {
    let random = SeededRandom(seed: seed)
    let times: [Int64] = [
      0, 1, 255, 256, 65_535, 65_536, 1_764_000_000_000, 1_764_000_000_001, 0xFFFF_FFFF_FFFF,
    ]
    let ids = times.map { UUIDv7(milliseconds: $0, random: random) }
    #expect(ids.shuffled().sorted() == ids, "seed \(seed)")
  }

  @Test(arguments: [
    "", "019aa0a0-0000-7123-8456-0123456789a", "019aa0a0-0000-7123-8456-0123456789abc",
    "019AA0A0-0000-7123-8456-0123456789AB", "019aa0a0-0000-4123-8456-0123456789ab",
    "019aa0a0-0000-7123-c456-0123456789ab", "019aa0a0-0000-7123-7456-0123456789ab",
    "019aa0a00000-7123-8456-0123456789abcd", "{19aa0a0-0000-7123-8456-0123456789ab",
    "019aa0a0-0000-7123-8456-0123456789ag", "019aa0a0_0000_7123_8456_0123456789ab",
    "019aa0a0-0000-7123-8456-01234567８9", " 019aa0a0-0000-7123-8456-012345678ab",
  ])
  func `another spelling of an identifier is refused`(text: String) {
    #expect(UUIDv7(text) == nil)
  }

  @Test(arguments: ["Regeling", "A", "Persoon2", String(repeating: "A", count: 64)])
  func `a stream names a kind and which one`(kind: String) throws {
    let stream = try #require(StreamID("\(kind)/\(KnownEvent.id)"))
    #expect(stream.kind == kind)
    #expect(stream.description == "\(kind)/\(KnownEvent.id)")
  }

  @Test(arguments: [
    "", "Regeling", "/", "Regeling/", "/\(KnownEvent.id)", "regeling/\(KnownEvent.id)", "2eling/\(KnownEvent.id)",
    "Rege ling/\(KnownEvent.id)", "Rege_ling/\(KnownEvent.id)", "Régeling/\(KnownEvent.id)",
    "Regeling/\(KnownEvent.id)/", "Regeling/\(KnownEvent.id)/x", "Regeling//\(KnownEvent.id)",
    "Regeling/\(KnownEvent.id.uppercased())", "Regeling/019aa0a0-0000-4123-8456-0123456789ab",
    "\u{212A}ring/\(KnownEvent.id)", String(repeating: "A", count: 65) + "/\(KnownEvent.id)",
  ])
  func `another spelling of a stream is refused`(text: String) {
    #expect(StreamID(text) == nil)
  }

  /// RFC 8037, appendix A.3.
  @Test func `a thumbprint is that of RFC 7638`() throws {
    let key = try VerifyingKey(Base64.url.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"))
    #expect(Thumbprint(key).description == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
  }

  @Test(arguments: [
    "", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k=",
    "kPrK/qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4l",
    "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4kA",
  ])
  func `another spelling of a thumbprint is refused`(text: String) {
    #expect(Thumbprint(text) == nil)
  }
}
