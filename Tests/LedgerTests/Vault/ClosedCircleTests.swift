import LedgerCrypto
import Testing

@testable import Ledger

/// What is sealed in closed circles has few lengths and always as many rows, whatever it says and for however many.
@Suite struct ClosedCircleTests {
  let random = SeededRandom(seed: 41)
  let event: EventID

  init() throws { event = try #require(EventID(KnownEvent.id)) }

  /// Seals texts of these lengths, each for so many.
  private func seal(
    _ contents: [(length: Int, holders: [BoxSecretKey])]
  ) throws -> (records: [SealedRecord], vault: MemoryVault) {
    var sealer = ClosedSealer(random: random)
    let fields = try contents.enumerated().map { index, content in
      let seal = try #require(
        ClosedSeal(secret: try .generate(random), holders: Set(content.holders.map(\.publicKey))))
      let value = JSON.string(String(repeating: "é\"", count: content.length / 2))
      return (disclosure: Disclosure(name: "vak\(index + 1)", value: value, random: random), circle: seal)
    }
    return (try sealer.seal(fields, event: event), MemoryVault(keys: sealer.takeWrappedKeys()))
  }

  private func people(_ count: Int) throws -> [BoxSecretKey] { try (0..<count).map { _ in try .generate(random) } }

  @Test(arguments: [0, 1, 10, 300, 500, 600, 1_500, 2_000, 6_000, 20_000, 90_000, 200_000])
  func `its length is one of a few, the same for all fields of an event`(_ length: Int) throws {
    let (records, _) = try seal([(length, try people(1)), (3, try people(2)), (0, [])])
    let inner = Set(records.map { $0.body.count - SymmetricKey.overhead })
    #expect(inner.count == 1)
    #expect(inner.isSubset(of: [2, 8, 32, 128, 512, 2_048].map { $0 << 10 }), "\(inner)")
    for record in records { #expect(record.isOfFixedLength) }
  }

  @Test func `no other length is one`() {
    for length in [0, 1, 40, 41, 2_047, 2_048, 2_087, 2_089, 8_192, 9_000, 32_768, 131_072] {
      #expect(!Self.record(length).isOfFixedLength, "\(length)")
    }
    for step in [2, 8, 32, 128] { #expect(Self.record(step << 10 + SymmetricKey.overhead).isOfFixedLength) }
  }

  private static func record(_ length: Int) -> SealedRecord {
    SealedRecord(
      event: "e", field: "vak1", digest: "d", sealing: .encrypted(key: "k"), body: [UInt8](repeating: 7, count: length))
  }

  @Test(arguments: 0...ClosedSeal.places) func `the number of rows and their lengths do not tell for how many`(
    _ count: Int
  ) throws {
    let (records, vault) = try seal([(9, try people(count)), (30, try people(12 - count)), (0, [])])
    #expect(vault.keys.count == 3 * (1 + ClosedSeal.places))
    for record in records {
      let wraps = try vault.wrappedKeys(try #require(record.sealing.key))
      #expect(wraps.count == 1)
      let boxes = try vault.wrappedKeys(wraps[0].recipient)
      #expect(boxes.count == ClosedSeal.places && Set(boxes.map(\.body.count)).count == 1)
      #expect(Set(boxes.map(\.recipient.count)).count == 1)
    }
    #expect(Set(vault.keys.map(\.recipient)).count == vault.keys.count)
  }

  @Test func `more members than places are refused`() throws {
    #expect(
      ClosedSeal(secret: try .generate(random), holders: Set(try people(13).map(\.publicKey))) == nil)
  }

  @Test func `every member opens it, with the own key or a known secret, and no one else does`() throws {
    let (ann, bob, eve) = (try people(3)[0], try people(1)[0], try people(1)[0])
    let (records, vault) = try seal([(20, [ann, bob]), (20, [ann]), (0, [])])
    func opened(_ person: BoxSecretKey, _ secrets: [CircleSecret] = []) throws -> [Bool] {
      try records.map { try KeyRing(member: person).closedDisclosure(of: $0, knowing: secrets, in: vault) != nil }
    }
    #expect(try opened(ann) == [true, true, false])
    #expect(try opened(bob) == [true, false, false])
    #expect(try opened(eve) == [false, false, false])
    let second = try #require(try KeyRing(member: ann).closedDisclosure(of: records[1], knowing: [], in: vault)).secret
    #expect(try opened(eve, [second]) == [false, true, false])
  }

  @Test func `a ciphertext under another key or in another field is not what was signed`() throws {
    let ann = try people(1)[0]
    let (records, vault) = try seal([(20, [ann]), (20, [ann])])
    let moved = SealedRecord(
      event: records[0].event, field: records[0].field, digest: records[0].digest, sealing: records[1].sealing,
      body: records[1].body)
    #expect(throws: VaultError.self) {
      try KeyRing(member: ann).closedDisclosure(of: moved, knowing: [], in: vault)
    }
  }
}
