import Governance
import Ledger
import LedgerCrypto
import Testing

@testable import Console
@testable import Organisatie

/// What the log itself refuses of a key, whatever program registers it.
struct BadPointTests {
  let world: OrganisatieWorld

  init() throws { world = try OrganisatieWorld() }

  private func register(_ signing: VerifyingKey, _ box: BoxPublicKey) throws {
    try world.propose {
      Proposal(
        KeyCommand.registration(PublicKeyCard(signing: signing, box: box, rol: .directeur), nil, $0))
    }
  }

  @Test func `M14: a sealing key that any registered key has, is not registered again, also when that one was revoked`()
    throws
  {
    let college = try world.member(.college)
    let new = try UnlockedKey.generate(world.random)
    for box in [college.box.publicKey, world.secretariaat.box.publicKey] {
      let failure = try world.expectRefusal(.badInput) { try register(new.signing.verifyingKey, box) }
      #expect(failure?.message == AuthorityProblem.boxKnown(new.id).text)
    }
    try world.revoke(college)
    try world.expectRefusal(.badInput) { try register(new.signing.verifyingKey, college.box.publicKey) }
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31), [2] + [UInt8](repeating: 0, count: 31),
    [UInt8](repeating: 0xFF, count: 31) + [0x7F], [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F], [UInt8](repeating: 0xFF, count: 32),
  ])
  func `M14: a signing key that is no point of its curve is not registered`(bytes: [UInt8]) throws {
    let box = try UnlockedKey.generate(world.random).box.publicKey
    let key = try VerifyingKey(bytes)
    #expect(!key.isPoint)
    let failure = try world.expectRefusal(.badInput) { try register(key, box) }
    #expect(failure?.message == AuthorityProblem.noPoint(Thumbprint(key)).text)
  }

  @Test(arguments: [
    [UInt8](repeating: 0, count: 32), [1] + [UInt8](repeating: 0, count: 31),
    [UInt8](repeating: 0xFF, count: 31) + [0x7F], [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F], [9] + [UInt8](repeating: 0, count: 30) + [0x80],
  ])
  func `M14: a sealing key with which no secret can be shared is not registered`(bytes: [UInt8]) throws {
    let box = try BoxPublicKey(bytes)
    #expect(!box.isPoint)
    let signing = try UnlockedKey.generate(world.random).signing.verifyingKey
    let failure = try world.expectRefusal(.badInput) { try register(signing, box) }
    #expect(failure?.message == AuthorityProblem.noPoint(Thumbprint(signing)).text)
  }

  @Test func `Every key that was made from a seed is a point`() throws {
    for _ in 0..<50 {
      let key = try UnlockedKey.generate(world.random)
      #expect(key.signing.verifyingKey.isPoint && key.box.publicKey.isPoint)
    }
  }
}
