import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

@Suite struct ErasureTests {
  let world: KernelWorld
  let canary = "kanarie-in-het-stuk"

  init() throws { world = try KernelWorld() }

  /// A note with a public text, a public document and an internal one.
  func note() throws -> RecordedEvent {
    var draft = try world.note()
    draft[NotitieVastgelegd.publiek] = canary
    draft[NotitieVastgelegd.kantoor] = "blijft"
    for field in [NotitieVastgelegd.bijlage, NotitieVastgelegd.stuk] {
      draft.attach(Document(bytes: Array((canary + field.name).utf8), mediaType: "text/plain"), as: field)
    }
    return try world.append(draft)[0]
  }

  func tracesOfCanary() throws -> [String] {
    try VisibilityTests.spellings(of: canary).flatMap { try world.places(of: $0) }
  }

  @Test func `erased fields and documents are gone from every byte on disk`() throws {
    let event = try note()
    #expect(try !tracesOfCanary().isEmpty)
    #expect(try world.files().keys.filter { $0.hasPrefix("documents/") }.count == 2)
    try world.erase(event, "publiek", "bijlage", "stuk")
    #expect(try tracesOfCanary() == [])
    #expect(try world.files().keys.filter { $0.hasPrefix("documents/") } == [])
    let revealed = try world.revealed(event, to: world.secretaris)
    #expect(revealed == ["publiek": .erased, "kantoor": .value("blijft"), "bijlage": .erased, "stuk": .erased])
    try world.read(as: world.secretaris) { (reading) throws in
      #expect(try reading.filter.document(NotitieVastgelegd.stuk, of: event) == nil)
      let failure = #expect(throws: Failure.self) { try reading.filter.disclosures(["publiek"], of: event) }
      #expect(failure?.kind == .notFound)
    }
    #expect(Revealed.erased.text() != nil && Revealed.absent.text() == nil)
  }

  @Test func `the last field under a data key takes the key along`() throws {
    let event = try note()
    let key = try world.directory.read { stores in
      try stores.vault.sealedFields(of: event.id).first { $0.field == "kantoor" }?.sealing.key
    }
    let id = try #require(key)
    try world.erase(event, "kantoor")
    try world.directory.read { stores in try #expect(stores.vault.wrappedKeys(id).count == 1) }
    try world.erase(event, "stuk")
    try world.directory.read { stores in try #expect(stores.vault.wrappedKeys(id) == []) }
  }

  @Test func `what is erased now is erased in every answer about the past, never empty`() throws {
    let event = try note()
    try world.erase(event, "publiek")
    for known in [KnownMoment.now, .size(2), .moment(world.clock.now)] {
      #expect(try world.revealed(event, known: known)["publiek"] == .erased)
    }
    let reference = event.reference(NotitieVastgelegd.publiek)
    #expect(try world.read(known: .size(2)) { try $0.filter.reveal(reference) } == .erased)
    let never = try world.append(try world.note())[0]
    #expect(try world.read { try $0.filter.reveal(never.reference(NotitieVastgelegd.publiek)) } == .absent)
  }

  @Test func `a field is erased once`() throws {
    let event = try note()
    try world.erase(event, "publiek")
    for fields in [["publiek"], ["stuk", "publiek"], ["stuk", "stuk"]] {
      let failure = #expect(throws: Failure.self) { try world.append(try world.erasure(event, fields)) }
      #expect(failure?.kind == .refused && failure?.rule?.id == "VER-VELD")
    }
    #expect(throws: Never.self) { try world.erase(event, "stuk") }
  }

  @Test func `a document that two events refer to stays until both are erased`() throws {
    let document = Document(bytes: Array("samen".utf8), mediaType: "text/plain")
    let events = try (0..<2).map { _ in
      var draft = try world.note()
      draft.attach(document, as: NotitieVastgelegd.bijlage)
      return try world.append(draft)[0]
    }
    try world.erase(events[0], "bijlage")
    #expect(try world.read { try $0.filter.document(NotitieVastgelegd.bijlage, of: events[1]) } == document)
    try world.erase(events[1], "bijlage")
    #expect(try world.places(of: document.bytes) == [])
  }

  @Test func `an old copy of the vault does not bring back what was erased`() throws {
    let event = try note()
    let copy = world.place.appendingPathComponent("kopie.ledger")
    try world.directory.backUp(to: copy)
    try world.erase(event, "publiek", "bijlage")
    let files = FileManager.default
    for name in ["vault.sqlite", "documents"] {
      let place = world.directory.url.appendingPathComponent(name)
      try files.removeItem(at: place)
      try files.copyItem(at: copy.appendingPathComponent(name), to: place)
    }
    #expect(try !tracesOfCanary().isEmpty)
    #expect(try world.revealed(event)["publiek"] == .erased)
    #expect(try world.read { try $0.filter.document(NotitieVastgelegd.bijlage, of: event) } == nil)
    #expect(try world.directory.write { try world.book($0).reapplyErasures() } == 2)
    #expect(try tracesOfCanary() == [])
    #expect(try world.directory.write { try world.book($0).reapplyErasures() } == 0)
    #expect(try world.revealed(event, to: world.secretaris)["kantoor"] == .value("blijft"))
  }

  @Test func `an erasure that was cut short after the log had it is carried out later`() throws {
    let event = try note()
    let draft = try world.erasure(event, ["publiek", "bijlage"])
    try world.directory.write { stores in
      let broken = LedgerStores(
        log: stores.log, vault: DeadVault(vault: stores.vault), views: stores.views, documents: stores.documents,
        scratch: { try world.directory.scratchTables() })
      // The log has it: what could not be done after that is told with the event, and not as if nothing was written.
      let appended = try world.book(broken).append([draft], signedBy: world.secretaris, log: world.signer)
      #expect(appended.unfinished is PowerCut && appended.events.count == 1)
    }
    #expect(try world.size == 3)
    #expect(try world.revealed(event)["publiek"] == .erased)
    #expect(try world.directory.write { try world.book($0).reapplyErasures() } == 2)
    #expect(try tracesOfCanary() == [])
  }

  @Test func `a document whose file could not be removed is still known and removed later`() throws {
    let event = try note()
    let draft = try world.erasure(event, ["publiek", "bijlage"])
    try world.directory.write { stores in
      let broken = LedgerStores(
        log: stores.log, vault: stores.vault, views: stores.views,
        documents: StuckDocuments(documents: stores.documents), scratch: { try world.directory.scratchTables() })
      // The log has it: what could not be done after that is told with the event, and not as if nothing was written.
      let appended = try world.book(broken).append([draft], signedBy: world.secretaris, log: world.signer)
      #expect(appended.unfinished is PowerCut && appended.events.count == 1)
    }
    #expect(try world.directory.write { try world.book($0).reapplyErasures() } == 2)
    #expect(try tracesOfCanary() == [])
  }

  @Test func `M10 documents that no event refers to are put away, and gone at the next erasure`() throws {
    let event = try note()
    _ = try world.directory.write { try $0.documents.put(Array("wees".utf8)) }
    #expect(try world.directory.write { try world.book($0).sweepDocuments() } == 1)
    #expect(try world.directory.read { try $0.documents.discardedFiles() } == 1)
    #expect(try world.places(of: "wees".utf8).allSatisfy { $0.contains("/.weg/") })
    #expect(try world.read { try $0.filter.document(NotitieVastgelegd.bijlage, of: event) } != nil)
    #expect(try world.directory.write { try world.book($0).sweepDocuments() } == 0)
    try world.append(try world.erasure(event, ["publiek"]))
    #expect(try world.places(of: "wees".utf8) == [])
  }

  @Test func `a document whose row is gone is missing, not shown as it is stored`() throws {
    let event = try note()
    try world.directory.write { stores in
      // The fields' rows stay; only the documents' rows go.
      let rows = try stores.vault.sealedFields(of: event.id)
      try stores.vault.write { vault in
        _ = try vault.eraseField("stuk", of: event.id)
        for row in rows { try vault.put(row) }
      }
    }
    #expect(throws: VaultError.self) {
      try world.read(as: world.secretaris) { try $0.filter.document(NotitieVastgelegd.stuk, of: event) }
    }
  }

  @Test func `a value in the vault that is not the one signed is found out`() throws {
    let events = [try note(), try note()]
    try world.directory.write { stores in
      let other = try stores.vault.sealedFields(of: events[1].id).first { $0.field == "publiek" }
      let record = try #require(other)
      try stores.vault.write { vault in
        try vault.put(
          SealedRecord(
            event: events[0].id.description, field: "publiek", digest: record.digest, sealing: .plain,
            body: record.body))
      }
    }
    #expect(throws: VaultError.altered(event: events[0].id.description, field: "publiek")) {
      try world.revealed(events[0])
    }
  }

  @Test func `a value that the vault lost without an erasure is missing, never absent`() throws {
    let event = try note()
    try world.directory.write { stores in
      try stores.vault.write { vault in _ = try vault.eraseField("publiek", of: event.id) }
    }
    #expect(try world.revealed(event)["publiek"] == .missing)
    let failure = #expect(throws: Failure.self) {
      try world.read { _ = try $0.filter.disclosures(["publiek"], of: event) }
    }
    #expect(failure?.kind == .foundWanting)
  }

  /// What an append leaves in the vault that was cut off before the log had it; returns the event that is nowhere.
  private func cutOff(at size: UInt64? = nil, besides events: [EventID] = []) throws -> EventID {
    let id = EventID(milliseconds: 1, random: world.random)
    let disclosure = Disclosure(name: "publiek", value: .string(canary + "afgebroken"), random: world.random)
    var rows = VaultRows(event: id)
    rows.records = [
      SealedRecord(
        event: id.description, field: "publiek", digest: disclosure.digest, sealing: .plain,
        body: Array(disclosure.encoded.utf8))
    ]
    try world.directory.write { stores in
      let file = try stores.documents.put(Array((canary + "stuk").utf8))
      rows.documents = [DocumentRecord(event: id.description, field: "bijlage", file: file, sealing: .plain)]
      let list = try #require(rows.commitment)
      let size = try size ?? stores.log.size()
      try stores.vault.write { vault in
        try vault.put(rows, listed: list)
        try vault.setBegun(BegunAppend(size: size, events: [id] + events))
      }
    }
    return id
  }

  private func isUnfinished() throws -> Bool { try world.directory.read { try world.book($0).isUnfinished() } }

  /// Who comes by after an append was cut off.
  enum Passer: CaseIterable { case recorder, eraser, doctor }

  @Test(arguments: Passer.allCases)
  func `what an append left that was cut off is taken back by the next one, whatever that does`(passer: Passer) throws {
    let event = try note()
    try world.erase(event, "publiek", "bijlage", "stuk")
    #expect(try tracesOfCanary() == [])
    let left = try cutOff()
    #expect(try !tracesOfCanary().isEmpty)
    #expect(try isUnfinished())
    switch passer {
    case .recorder: _ = try world.append(world.note())
    case .eraser: try world.erase(event, "kantoor")
    case .doctor: _ = try world.directory.write { try world.book($0).reapplyErasures() }
    }
    // A note that seals nothing leaves the vault alone: whoever seals or erases next, or doctor, takes it back.
    if passer == .recorder {
      var draft = try world.note()
      draft[NotitieVastgelegd.publiek] = "iets anders"
      _ = try world.append(draft)
    }
    #expect(try tracesOfCanary() == [])
    let rest = try world.directory.read { try ($0.vault.sealedFields(of: left), $0.vault.commitment(of: left)) }
    #expect(rest.0 == [] && rest.1 == nil)
    #expect(try !isUnfinished())
  }

  @Test func `nothing is taken back of what the log has, nor while the log is shorter than it was`() throws {
    let event = try note()
    _ = try cutOff(besides: [event.id])
    try world.directory.write { stores in _ = try world.book(stores).reapplyErasures() }
    #expect(try world.revealed(event)["publiek"] == .value(.string(canary)))
    _ = try cutOff(at: 99)
    #expect(try !isUnfinished())
    try world.directory.write { stores in _ = try world.book(stores).reapplyErasures() }
    #expect(try !tracesOfCanary().isEmpty)
  }
}
