import Foundation
import LedgerCrypto
import TestBench
import Testing

/// What is registered from a file is what the holder of both keys signed, for this ledger and in this role.
struct KeyCardTests {
  /// What someone on the way does to a card, and what is then said.
  struct Alteration: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let words: String
    var rol = "directeur"
    let change: @Sendable (inout [String: String]) -> Void
  }

  private static let low = encoded([1] + Array(repeating: 0, count: 31))

  private static func encoded(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// A card over bytes that are no key has the kid of those bytes: nothing else may be wrong with it.
  private static func signing(_ bytes: [UInt8]) -> @Sendable (inout [String: String]) -> Void {
    { card in
      let x = encoded(bytes)
      card["x"] = x
      card["kid"] = encoded(SHA256.hash("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"\(x)\"}").bytes)
    }
  }

  private static let high: [UInt8] = Array(repeating: 0xFF, count: 31) + [0x7F]

  static let alterations = [
    Alteration(testDescription: "no signature", words: "niet door haar sleutel ondertekend") {
      $0["handtekening"] = nil
    },
    Alteration(testDescription: "no typ", words: "niet door haar sleutel ondertekend") { $0["typ"] = nil },
    Alteration(testDescription: "another origin", words: "ander grootboek") { $0["origin"] = "ledger.elders.example" },
    Alteration(testDescription: "another role", words: "veranderd", rol: "college") { $0["rol"] = "college" },
    Alteration(testDescription: "another sealing key", words: "veranderd") {
      $0["x25519"] = encoded(Array(repeating: 9, count: 32))
    },
    Alteration(testDescription: "a private half", words: "geheime helft") { $0["d"] = "AAAA" },
    Alteration(testDescription: "another kid", words: "kid") { $0["kid"] = low },
    Alteration(testDescription: "for encryption", words: "«use»") { $0["use"] = "enc" },
    Alteration(testDescription: "another algorithm", words: "«alg»") { $0["alg"] = "HS256" },
    Alteration(testDescription: "no key", words: "geen publieke sleutel") { $0["x"] = nil },
    Alteration(
      testDescription: "the neutral point", words: "punt van Ed25519",
      change: signing([1] + Array(repeating: 0, count: 31))),
    Alteration(
      testDescription: "a point of small order", words: "punt van Ed25519",
      change: signing(Array(repeating: 0, count: 32))),
    Alteration(testDescription: "a second spelling", words: "punt van Ed25519", change: signing(high)),
    Alteration(
      testDescription: "off the curve", words: "punt van Ed25519",
      change: signing([2] + Array(repeating: 0, count: 31))),
    Alteration(testDescription: "a sealing key of small order", words: "punt van X25519") { $0["x25519"] = low },
    Alteration(testDescription: "a sealing key in a second spelling", words: "punt van X25519") {
      $0["x25519"] = encoded(high)
    },
  ]

  private func bench() throws -> (bench: Bench, card: [String: String]) {
    let bench = try Bench.founded()
    try bench.run("key", "new", "ander", "--rol", "directeur").orThrow()
    let card = try bench.run("key", "show", "ander", "--kaart", "--origin", Bench.origin).orThrow().json().first
    return (bench, try #require(card as? [String: String]))
  }

  private func register(_ card: [String: String], _ rol: String?, _ bench: Bench) throws -> Outcome {
    let text = String(decoding: try JSONSerialization.data(withJSONObject: card), as: UTF8.self)
    let file = try bench.write(text, to: "kaart.jwk")
    return try bench.inLedger(
      ["key", "register", file, "--yes"] + (rol.map { ["--rol", $0] } ?? []), als: "secretariaat")
  }

  @Test(arguments: alterations)
  func `M14: a card that was altered is refused with what is wrong with it`(alteration: Alteration) throws {
    var (bench, card) = try bench()
    alteration.change(&card)
    let outcome = try bench.expectNothingWritten { try register(card, alteration.rol, bench) }
    expectRefusal(outcome, Exit.badInput, saying: alteration.words, "Wat te doen")
  }

  @Test func `M14: the registrar types the role, and it is that of the card`() throws {
    let (bench, card) = try bench()
    try bench.expectNothingWritten {
      expectRefusal(try register(card, nil, bench), Exit.usage, saying: "welke rol", "--rol")
      expectRefusal(try register(card, "college", bench), Exit.badInput, saying: "--rol", "directeur")
    }
    let outcome = try register(card, "directeur", bench)
    #expect(outcome.exitCode == Exit.done && outcome.errors.contains("directeur"), "\(outcome)")
    #expect(outcome.errors.contains(try #require(card["kid"])), "\(outcome)")
  }

  @Test func `M14: the plain public half of a key registers nothing`() throws {
    let (bench, _) = try bench()
    let card = try bench.run("key", "show", "ander", "--jwk").orThrow().json().first as? [String: String]
    expectRefusal(
      try register(try #require(card), "directeur", bench), Exit.badInput, saying: "niet door haar sleutel ondertekend")
  }

  @Test func `M14: a card is made with the key's passphrase and names its ledger`() throws {
    let (bench, _) = try bench()
    #expect(try bench.run("key", "show", "ander", "--kaart").exitCode == Exit.usage)
    try bench.write("een andere zin\n", to: "wachtwoord", mode: 0o600)
    let outcome = try bench.run("key", "show", "ander", "--kaart", "--origin", Bench.origin)
    expectRefusal(outcome, Exit.notPermitted, saying: "wachtwoord")
  }
}
