import LedgerCrypto
import Testing

@testable import Ledger

@Suite struct SealingTests {
  let random = SeededRandom(seed: 20)
  let event: EventID
  let stream: StreamID
  let ann: BoxSecretKey
  let bob: BoxSecretKey

  init() throws {
    event = try #require(EventID(KnownEvent.id))
    stream = try #require(StreamID(KnownEvent.stream))
    ann = try .generate(random)
    bob = try .generate(random)
  }

  func seal(_ values: [String: JSON], for circle: Circle) throws -> (records: [SealedRecord], vault: MemoryVault) {
    var sealer = Sealer(random: random)
    let records = try values.sorted { $0.key < $1.key }.map { name, value in
      try sealer.seal(Disclosure(name: name, value: value, random: random), event: event, stream: stream, for: circle)
    }
    return (records, MemoryVault(keys: sealer.wrappedKeys))
  }

  @Test func `every holder opens what is sealed for the circle, and no one else does`() throws {
    let (records, vault) = try seal(["naam": "Zoë", "reden": 4], for: .holders([ann.publicKey, bob.publicKey]))
    for member in [ann, bob] {
      let ring = KeyRing(member: member)
      #expect(try records.map { try ring.disclosure(of: $0, in: vault)?.value } == ["Zoë", 4])
    }
    let stranger = KeyRing(member: try .generate(random))
    #expect(try stranger.disclosure(of: records[0], in: vault) == nil)
    #expect(try records[0].plainDisclosure() == nil)
  }

  @Test func `what is open to everyone needs no key`() throws {
    let (records, vault) = try seal(["naam": "Zoë"], for: .everyone)
    #expect(vault.keys.isEmpty)
    #expect(try records[0].plainDisclosure()?.value == "Zoë")
  }

  @Test func `one append uses one data key for a stream and circle, the next another`() throws {
    let first = try seal(["a": 1, "b": 2], for: .holders([ann.publicKey]))
    let second = try seal(["a": 1], for: .holders([ann.publicKey]))
    #expect(Set(first.records.map(\.sealing)).count == 1)
    #expect(first.records[0].sealing != second.records[0].sealing)
  }

  @Test func `a member opens through the organisation's key`() throws {
    let organisation = try BoxSecretKey.generate(random)
    var (records, vault) = try seal(["naam": "Zoë"], for: .holders([organisation.publicKey]))
    let ring = KeyRing(member: ann)
    #expect(try ring.disclosure(of: records[0], in: vault) == nil)
    vault.keys.append(
      try Sealer.wrap(organisation.seed, id: organisation.publicKey.name, for: ann.publicKey, random: random))
    #expect(try ring.disclosure(of: records[0], in: vault)?.value == "Zoë")
    #expect(try ring.circleKey(organisation.publicKey, in: vault)?.publicKey == organisation.publicKey)
    #expect(try KeyRing(member: bob).disclosure(of: records[0], in: vault) == nil)
  }

  @Test func `someone admitted later reads what was sealed before`() throws {
    var (records, vault) = try seal(["naam": "Zoë"], for: .holders([ann.publicKey]))
    let id = try #require(records[0].sealing.key)
    let key = try #require(try KeyRing(member: ann).dataKey(id, in: vault))
    vault.keys.append(try Sealer.wrap(key.secret, id: id, for: bob.publicKey, random: random))
    #expect(try KeyRing(member: bob).disclosure(of: records[0], in: vault)?.value == "Zoë")
  }

  @Test func `a key under the organisation's name that is another key is not used`() throws {
    let organisation = try BoxSecretKey.generate(random)
    let other = try BoxSecretKey.generate(random)
    let vault = MemoryVault(keys: [
      try Sealer.wrap(other.seed, id: organisation.publicKey.name, for: ann.publicKey, random: random)
    ])
    #expect(try KeyRing(member: ann).circleKey(organisation.publicKey, in: vault) == nil)
  }

  @Test func `a wrapped key that holds no key is passed over`() throws {
    var (records, vault) = try seal(["naam": "Zoë"], for: .holders([ann.publicKey]))
    let id = try #require(records[0].sealing.key)
    let bogus = try Sealer.wrap(SecretBytes([1, 2, 3]), id: id, for: ann.publicKey, random: random)
    vault.keys.insert(bogus, at: 0)
    #expect(try KeyRing(member: ann).disclosure(of: records[0], in: vault)?.value == "Zoë")
  }

  @Test(arguments: [Circle.everyone, nil])
  func `a value moved to another field is found out`(circle: Circle?) throws {
    let (records, vault) = try seal(["a": 1, "b": 2], for: circle ?? .holders([ann.publicKey]))
    let ring = KeyRing(member: ann)
    let (a, b) = (records[0], records[1])
    let body = SealedRecord(event: a.event, field: a.field, digest: a.digest, sealing: a.sealing, body: b.body)
    let name = SealedRecord(event: a.event, field: "b", digest: a.digest, sealing: a.sealing, body: a.body)
    let digest = SealedRecord(event: a.event, field: a.field, digest: b.digest, sealing: a.sealing, body: a.body)
    for moved in [body, name, digest] {
      #expect(throws: VaultError.altered(event: moved.event, field: moved.field)) {
        try ring.disclosure(of: moved, in: vault)
      }
    }
  }

  @Test func `every changed bit of a sealed value is found out`() throws {
    let (records, vault) = try seal(["a": 1], for: .holders([ann.publicKey]))
    let sound = records[0]
    for index in sound.body.indices {
      var body = sound.body
      body[index] ^= 1
      let altered = SealedRecord(
        event: sound.event, field: sound.field, digest: sound.digest, sealing: sound.sealing, body: body)
      #expect(throws: VaultError.altered(event: sound.event, field: "a")) {
        try KeyRing(member: ann).disclosure(of: altered, in: vault)
      }
    }
  }

  @Test func `a document is opened with its data key and its bytes only`() throws {
    var sealer = Sealer(random: random)
    let bytes = Array("geheim stuk".utf8)
    let (sealing, stored) = try sealer.sealDocument(bytes, stream: stream, for: .holders([ann.publicKey]))
    let vault = MemoryVault(keys: sealer.wrappedKeys)
    let id = try #require(sealing.key)
    let key = try #require(try KeyRing(member: ann).dataKey(id, in: vault))
    let file = SHA256.hash(stored)
    #expect(try Sealer.openDocument(stored, file: file, key: key) == bytes)
    var altered = stored
    altered[altered.count - 1] ^= 1
    #expect(throws: VaultError.documentAltered(file: file.hex)) {
      try Sealer.openDocument(altered, file: file, key: key)
    }
    let (plain, same) = try sealer.sealDocument(bytes, stream: stream, for: .everyone)
    #expect(plain == .plain && same == bytes)
  }
}
