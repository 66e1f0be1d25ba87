import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

/// Streams that are recorded in one append for the same holders share a key-encryption key (KEK), and nothing else.
@Suite struct KeyEncryptionTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  /// Notes on streams of their own with one internal field each, recorded in one append.
  func notes(_ count: Int) throws -> [RecordedEvent] {
    try world.directory.write { stores in
      let drafts = try (0..<count).map { number in
        var draft = try world.note("nota \(number)")
        draft[NotitieVastgelegd.kantoor] = "inhoud \(number)"
        return draft
      }
      return try world.book(stores).append(drafts, signedBy: world.secretaris, log: world.signer).events
    }
  }

  func dataKey(_ event: RecordedEvent, _ field: String = "kantoor") throws -> String {
    try world.directory.read { stores in
      let record = try stores.vault.sealedFields(of: event.id).first { $0.field == field }
      return try #require(record?.sealing.key)
    }
  }

  /// The wraps of a data key, and of the KEK they are under.
  func wraps(_ key: String) throws -> [WrappedKey] { try world.directory.read { try $0.vault.wrappedKeys(key) } }

  func kek(of event: RecordedEvent, _ field: String = "kantoor") throws -> String {
    let wraps = try wraps(dataKey(event, field))
    try #require(wraps.count == 1)
    return wraps[0].recipient
  }

  /// The KEK itself, by the way that every member has: own key, organisation's key, KEK.
  func opened(_ kek: String) throws -> SymmetricKey {
    try world.directory.read { stores in
      let copy = try #require(try stores.vault.wrappedKeys(kek).first)
      let name = try #require(BoxPublicKey(name: copy.recipient))
      let organisation = try #require(try world.secretaris.ring.circleKey(name, in: stores.vault))
      return try SymmetricKey(organisation.open(copy.body))
    }
  }

  /// How many pieces of the vault's files, whatever they were written as, still open as this data key under the KEK.
  func recoverable(_ key: String, _ kek: String, _ secret: SymmetricKey) throws -> Int {
    let length = 24 + 32 + 16
    let context = Array("waarborg/v2 key \(key) \(kek)".utf8)
    var found = 0
    for (path, bytes) in try world.files() where path.hasPrefix("vault.sqlite") && bytes.count >= length {
      for start in 0...(bytes.count - length)
      where (try? secret.unwrap(Array(bytes[start..<start + length]), context: context)) != nil { found += 1 }
    }
    return found
  }

  @Test func `erasing some streams of an append leaves no byte that opens them, and every other one readable`() throws {
    let events = try notes(60)
    let keys = try events.map { try dataKey($0) }
    let kek = try kek(of: events[0])
    #expect(try Set(keys.flatMap { try wraps($0).map(\.recipient) }) == [kek])
    let secret = try opened(kek)
    let bodies = try keys.map { try #require(try wraps($0).first).body }
    let sample = [0, 31, 59]
    for index in sample {
      #expect(try recoverable(keys[index], kek, secret) >= 1)
      #expect(try world.places(of: bodies[index]) == ["vault.sqlite"])
    }

    let erased = Set(stride(from: 1, to: 60, by: 2))
    try world.directory.write { stores in
      let book = world.book(stores)
      for index in erased {
        let draft = try world.erasure(events[index], ["kantoor"])
        _ = try book.append([draft], signedBy: world.secretaris, log: world.signer)
        // While the ledger is still open: what is in the WAL counts as well.
        #expect(try world.places(of: bodies[index]) == [])
      }
      for index in [31, 59] { #expect(try recoverable(keys[index], kek, secret) == 0) }
    }
    for index in [31, 59] { #expect(try recoverable(keys[index], kek, secret) == 0) }
    #expect(try recoverable(keys[0], kek, secret) >= 1)
    for (index, event) in events.enumerated() {
      let expected: Revealed = erased.contains(index) ? .erased : .value(.string("inhoud \(index)"))
      #expect(try world.revealed(event, to: world.secretaris)["kantoor"] == expected)
      #expect(try world.places(of: bodies[index]) == (erased.contains(index) ? [] : ["vault.sqlite"]))
    }
  }

  @Test func `a key-encryption key goes with the last data key under it`() throws {
    let events = try notes(2)
    let kek = try kek(of: events[0])
    let body = try #require(try wraps(kek).first).body
    try world.erase(events[0], "kantoor")
    #expect(try wraps(kek).count == 1)
    try world.erase(events[1], "kantoor")
    #expect(try wraps(kek) == [])
    #expect(try world.places(of: body) == [])
  }

  @Test func `a key-encryption key serves one append and one exact set of holders`() throws {
    let (griffier, irm) = (try world.member(.griffier), try world.member(.irm))
    let streams = try (0..<3).map { _ in try world.stream("Notitie") }
    for stream in streams { try world.admit(griffier, to: stream, by: griffier) }
    try world.admit(irm, to: streams[2], by: griffier)
    var appends: [[RecordedEvent]] = []
    for _ in 0..<2 {
      let drafts = try streams.map { stream in
        var draft = try world.note(on: stream)
        draft[NotitieVastgelegd.kantoor] = "kantoor"
        draft[NotitieVastgelegd.geheim] = "geheim"
        return draft
      }
      try world.directory.write { stores in
        appends.append(try world.book(stores).append(drafts, signedBy: world.secretaris, log: world.signer).events)
      }
    }
    let organisation = try world.read { $0.registry.organisationKeys.map(\.name) }
    let circles = [[griffier.box.publicKey.name], [griffier.box.publicKey.name, irm.box.publicKey.name].sorted()]
    var seen: Set<String> = []
    for events in appends {
      let office = try Set(events.map { try kek(of: $0) })
      let small = try Set(events.prefix(2).map { try kek(of: $0, "geheim") })
      let large = try kek(of: events[2], "geheim")
      #expect(office.count == 1 && small.count == 1)
      for (kek, holders) in [(office.first, organisation), (small.first, circles[0]), (large, circles[1])] {
        let kek = try #require(kek)
        #expect(try wraps(kek).map(\.recipient).sorted() == holders)
        #expect(seen.insert(kek).inserted)
      }
    }
  }

  @Test func `who is admitted to one stream opens nothing of another that was recorded beside it`() throws {
    let (griffier, irm) = (try world.member(.griffier), try world.member(.irm))
    let streams = try (0..<2).map { _ in try world.stream("Notitie") }
    for stream in streams { try world.admit(griffier, to: stream, by: griffier) }
    let drafts = try streams.map { stream in
      var draft = try world.note(on: stream)
      draft[NotitieVastgelegd.geheim] = "geheim"
      return draft
    }
    let events = try world.append(drafts[0], drafts[1])
    let kek = try kek(of: events[0], "geheim")
    #expect(try self.kek(of: events[1], "geheim") == kek)
    let copies = try wraps(kek)

    try world.admit(irm, to: streams[0], by: griffier)
    #expect(try wraps(kek) == copies)
    let keys = try events.map { try dataKey($0, "geheim") }
    try world.directory.read { (stores) throws in
      #expect(try stores.vault.wrappedKeys(keys[0]).count == 2)
      #expect(try stores.vault.holders(ofDataKey: keys[1]) == [griffier.box.publicKey.name])
      #expect(try irm.ring.dataKey(keys[0], in: stores.vault) != nil)
      #expect(try irm.ring.dataKey(keys[1], in: stores.vault) == nil)
    }
    #expect(try world.revealed(events[0], to: irm)["geheim"] == .value("geheim"))
    #expect(try world.revealed(events[1], to: irm)["geheim"] == .sealed(.vertrouwelijk))

    // With the key goes what was wrapped for it alone; what the others have stays.
    try world.revoke(irm)
    #expect(try wraps(keys[0]).map(\.recipient) == [kek])
    #expect(try world.revealed(events[0], to: griffier)["geheim"] == .value("geheim"))
  }
}
