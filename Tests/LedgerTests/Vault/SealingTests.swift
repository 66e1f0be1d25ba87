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
    return (records, MemoryVault(keys: sealer.takeWrappedKeys()))
  }

  @Test func `every holder opens what is sealed for the circle, and no one else does`() throws {
    let (records, vault) = try seal(["naam": "Zoë", "reden": 4], for: .holders([ann.publicKey, bob.publicKey]))
    for member in [ann, bob] {
      let ring = KeyRing(member: member)
      #expect(try records.map { try ring.disclosure(of: $0, in: vault)?.value } == ["Zoë", 4])
    }
    let stranger = KeyRing(member: try BoxSecretKey.generate(random))
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
      try .sealed(organisation.seed, id: organisation.publicKey.name, for: ann.publicKey, random: random))
    #expect(try ring.disclosure(of: records[0], in: vault)?.value == "Zoë")
    #expect(try ring.circleKey(organisation.publicKey, in: vault)?.publicKey == organisation.publicKey)
    #expect(try KeyRing(member: bob).disclosure(of: records[0], in: vault) == nil)
  }

  @Test func `someone admitted later reads what was sealed before`() throws {
    var (records, vault) = try seal(["naam": "Zoë"], for: .holders([ann.publicKey]))
    let id = try #require(records[0].sealing.key)
    let key = try #require(try KeyRing(member: ann).dataKey(id, in: vault))
    var wrapper = KeyWrapper(random: random)
    try wrapper.wrap(key, id: id, for: [bob.publicKey])
    vault.keys += wrapper.takeWrappedKeys()
    #expect(try KeyRing(member: bob).disclosure(of: records[0], in: vault)?.value == "Zoë")
  }

  @Test func `a key under the organisation's name that is another key is not used`() throws {
    let organisation = try BoxSecretKey.generate(random)
    let other = try BoxSecretKey.generate(random)
    let vault = MemoryVault(keys: [
      try .sealed(other.seed, id: organisation.publicKey.name, for: ann.publicKey, random: random)
    ])
    let name = organisation.publicKey.name
    #expect(throws: VaultError.keyAltered(key: name)) {
      try KeyRing(member: ann).circleKey(organisation.publicKey, in: vault)
    }
    #expect(try KeyRing(member: ann).alteredKeys(in: vault) == [name])
  }

  @Test func `a wrapped key that holds no key is passed over`() throws {
    var (records, vault) = try seal(["naam": "Zoë"], for: .holders([ann.publicKey]))
    let id = try #require(records[0].sealing.key)
    let kek = try #require(try vault.wrappedKeys(id).first).recipient
    let bogus = [
      try WrappedKey.sealed(SecretBytes([1, 2, 3]), id: kek, for: ann.publicKey, random: random),
      try .sealed(SecretBytes([UInt8](repeating: 7, count: 32)), id: id, for: ann.publicKey, random: random),
      WrappedKey(key: id, recipient: "nowhere", body: [1]),
    ]
    vault.keys.insert(contentsOf: bogus, at: 0)
    #expect(try KeyRing(member: ann).disclosure(of: records[0], in: vault)?.value == "Zoë")
  }

  @Test func `an append seals one key for each holder, however many streams it seals`() throws {
    var sealer = Sealer(random: random)
    let holders = [ann.publicKey, bob.publicKey]
    for number in 0..<5 {
      let stream = StreamID(kind: "Proef", id: UUIDv7(milliseconds: Int64(number), random: random))
      let circle = Circle.holders(number.isMultiple(of: 2) ? holders : holders.reversed())
      _ = try sealer.seal(Disclosure(name: "a", value: 1, random: random), event: event, stream: stream, for: circle)
    }
    let keys = sealer.takeWrappedKeys()
    let sealed = keys.filter { BoxPublicKey(name: $0.recipient) != nil }
    #expect(Set(sealed.map(\.key)).count == 1)
    #expect(sealed.map(\.recipient) == holders.map(\.name).sorted())
    let wrapped = keys.filter { BoxPublicKey(name: $0.recipient) == nil }
    #expect(Set(wrapped.map(\.key)).count == 5 && Set(wrapped.map(\.recipient)) == Set(sealed.map(\.key)))
  }

  @Test func `a data key passed off as another, or moved under another key, is not used`() throws {
    var wrapper = KeyWrapper(random: random)
    let key = try SymmetricKey.generate(random)
    try wrapper.wrap(key, id: "een", for: [ann.publicKey])
    try wrapper.wrap(key, id: "twee", for: [ann.publicKey, bob.publicKey])
    let vault = MemoryVault(keys: wrapper.takeWrappedKeys())
    let ring = KeyRing(member: ann)
    for id in ["een", "twee"] {
      let opened = try #require(try ring.dataKey(id, in: vault))
      #expect(opened.secret == key.secret)
    }
    let (one, two) = (try vault.wrappedKeys("een")[0], try vault.wrappedKeys("twee")[0])
    for moved in [
      WrappedKey(key: "drie", recipient: one.recipient, body: one.body),
      WrappedKey(key: "drie", recipient: two.recipient, body: one.body),
    ] {
      var vault = vault
      vault.keys.append(moved)
      #expect(throws: VaultError.keyAltered(key: "drie")) { try ring.dataKey("drie", in: vault) }
    }
  }

  @Test func `a key that the vault no longer has is not opened from memory`() throws {
    var (records, vault) = try seal(["naam": "Zoë"], for: .holders([ann.publicKey]))
    let ring = KeyRing(member: ann)
    #expect(try ring.disclosure(of: records[0], in: vault)?.value == "Zoë")
    let id = try #require(records[0].sealing.key)
    for key in [id, try #require(try vault.wrappedKeys(id).first).recipient] {
      let whole = vault.keys
      vault.keys.removeAll { $0.key == key }
      #expect(try ring.disclosure(of: records[0], in: vault) == nil)
      vault.keys = whole
    }
    #expect(try ring.disclosure(of: records[0], in: vault)?.value == "Zoë")
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
    let vault = MemoryVault(keys: sealer.takeWrappedKeys())
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

  // MARK: Length (M21)

  @Test func `what is sealed has a length that does not tell one code from another`() throws {
    let (records, _) = try seal(
      ["ja": true, "nee": false, "lang": .string(String(repeating: "x", count: 100))], for: .holders([ann.publicKey]))
    #expect(Set(records.map(\.body.count)) == [256 + SymmetricKey.overhead])
    let (long, vault) = try seal(["a": .string(String(repeating: "x", count: 400))], for: .holders([ann.publicKey]))
    #expect((long[0].body.count - SymmetricKey.overhead).isMultiple(of: Padding.step))
    #expect(try KeyRing(member: ann).disclosure(of: long[0], in: vault)?.value.string?.count == 400)
  }

  /// The lengths that the paper gives: at most 12 % more, and no length that a shorter one has not.
  @Test func `a document is filled up as Padme does`() throws {
    #expect([0, 1, 2, 9, 100, 1000, 1_048_577].map(Padding.padme) == [0, 1, 2, 10, 104, 1024, 1_081_344])
    var last = 0
    for count in 1..<70_000 {
      let length = Padding.padme(count)
      #expect(length >= count && length >= last && Double(length) <= Double(count) * 1.12 + 1)
      last = length
    }
  }

  @Test(arguments: [0, 1, 7, 100, 1000, 65_537]) func `a filled document gives back what it was`(count: Int) throws {
    let bytes = random.bytes(count)
    let filled = Padding.document(bytes)
    #expect(Padding.stripDocument(filled) == bytes)
    #expect(Padding.stripDocument(filled + [0]) == nil)
    #expect(Padding.stripDocument(Array(filled.dropLast())) == nil)
    var longer = filled
    longer[0] = 0xFF
    #expect(Padding.stripDocument(longer) == nil)
  }
}
