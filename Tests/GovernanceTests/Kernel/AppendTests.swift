import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

@Suite struct AppendTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  /// Appending is refused with this kind, and nothing was written.
  @discardableResult
  func expectRefusal(
    _ kind: Failure.Kind, _ drafts: EventDraft..., as key: UnlockedKey? = nil,
    location: SourceLocation = #_sourceLocation
  ) throws -> Failure? {
    let before = try world.size
    let failure = #expect(throws: Failure.self, sourceLocation: location) {
      try world.directory.write { stores in
        try world.book(stores).append(drafts, signedBy: key ?? world.secretaris, log: world.signer)
      }
    }
    #expect(failure?.kind == kind, sourceLocation: location)
    #expect(try world.size == before, sourceLocation: location)
    return failure
  }

  @Test func `what is appended is recorded with its type, time, stream and capacity`() throws {
    let stream = try world.stream("Notitie")
    world.clock.move(by: 60)
    let events = try world.append(try world.note("een", on: stream), try world.note("twee", on: stream))
    #expect(events.map(\.position) == [1, 2])
    #expect(events.map(\.signed.envelope.seq) == [1, 2])
    #expect(events.map(\.recordedAt.secondsSince1970) == [KernelWorld.start + 60, KernelWorld.start + 60])
    #expect(events.allSatisfy { $0.signed.isSigned(by: world.secretaris.signing.verifyingKey) })
    #expect(events[0][NotitieVastgelegd.titel] == "een" && events[0].is(NotitieVastgelegd.self))
    #expect(events[0][NotitieVastgelegd.aantal] == nil)
    try world.read { (reading) throws in
      #expect(try world.titles(reading) == ["een", "twee"])
      #expect(reading.size == 3)
      #expect(reading.registry.founding?.organisatie == "Proef")
    }
  }

  @Test(arguments: [
    "", " ", "\u{3000}", "a\u{0}b", "a\nb", "a\tb", "a\u{7F}b", "a\u{85}b", "a\u{202E}b", "a\u{2066}b", "a\u{200F}b",
    "a\u{2028}b", "a\u{FEFF}b", "a\u{200B}b", "a\u{E000}b", "a\u{E0001}b",
    String(repeating: "x", count: 41), "e" + String(repeating: "\u{301}", count: 40),
  ])
  func `text that shows something else than was signed is refused, and so is empty or long text`(text: String) throws {
    let failure = try expectRefusal(.badInput, try world.note(text))
    #expect(failure?.message.nl.hasPrefix("NotitieVastgelegd, titel: ") == true)
  }

  @Test(arguments: ["a", "Zoë “é” 😀", "👩‍👩‍👧", String(repeating: "é", count: 40)])
  func `ordinary text is accepted`(text: String) throws {
    #expect(try world.append(try world.note(text))[0][NotitieVastgelegd.titel] == text)
  }

  @Test func `a missing, an unknown and an ill-shaped field are refused by name`() throws {
    var draft = try world.note()
    draft[NotitieVastgelegd.titel] = nil
    #expect(try expectRefusal(.badInput, draft)?.message.en == "NotitieVastgelegd, titel: is missing")
    draft = try world.note()
    draft[Field<String>("ander", .clear, "-")] = "x"
    #expect(try expectRefusal(.badInput, draft)?.message.en.hasPrefix("NotitieVastgelegd, ander: ") == true)
    draft = try world.note()
    draft[NotitieVastgelegd.aantal] = -1
    #expect(try expectRefusal(.badInput, draft)?.message.en.hasPrefix("NotitieVastgelegd, aantal: ") == true)
    draft = try world.note()
    draft[Field<Bool>("aantal", .clear, "-")] = true
    try expectRefusal(.badInput, draft)
  }

  @Test func `another kind of stream, a stream that is there or is not, and an imprecise day are refused`() throws {
    let griffier = try world.member(.griffier)
    try expectRefusal(.badInput, try world.note(on: try world.stream("Besluit")))
    var decision = EventDraft(BesluitGenomen.self, stream: try world.stream("Besluit"), effective: try world.day)
    decision[BesluitGenomen.wat] = "ja"
    try world.append(decision, as: griffier)
    try expectRefusal(.badInput, decision, as: griffier)
    var vague = EventDraft(
      BesluitGenomen.self, stream: try world.stream("Besluit"), effective: try ImpreciseDate("2026-11"))
    vague[BesluitGenomen.wat] = "ja"
    try expectRefusal(.badInput, vague, as: griffier)
    var end = EventDraft(MandaatBeeindigd.self, stream: try world.stream("Proefmandaat"), effective: try world.day)
    end[MandaatBeeindigd.vanaf] = try CalendarDate("2026-11-22")
    try expectRefusal(.notFound, end, as: griffier)
  }

  @Test func `an event that would be too large is refused before anything is written`() throws {
    let plugin = ProefPlugin(
      notitie: EventType(
        "NotitieVastgelegd", stream: "Notitie", opens: nil, meaning: "-", source: "-", signers: [.secretariaat]
      ) { Field<String>("titel", .clear, "-", shape: .prose(most: 100_000)) })
    var draft = EventDraft(plugin.notitie, stream: try world.stream("Notitie"), effective: try world.day)
    draft[NotitieVastgelegd.titel] = String(repeating: "x", count: 50_000)
    let failure = #expect(throws: Failure.self) { try world.append(draft, plugin: plugin) }
    #expect(failure?.kind == .badInput && failure?.remedy != nil)
    #expect(try world.size == 1)
  }

  @Test func `documents that would be lost or unreadable are refused`() throws {
    let sound = Document(bytes: [1], mediaType: "text/plain")
    let cases: [(Field<DocumentReference>, [Document])] = [
      (Field("ander", .intern, "-"), [sound]), (Field("titel", .clear, "-"), [sound]),
      (Field("kantoor", .intern, "-"), [sound]), (NotitieVastgelegd.stuk, [sound, sound]),
      (NotitieVastgelegd.stuk, [Document(bytes: [], mediaType: "text/plain")]),
      (NotitieVastgelegd.stuk, [Document(bytes: [1], mediaType: "")]),
      (NotitieVastgelegd.stuk, [Document(bytes: [1], mediaType: "text/\u{1B}plain")]),
    ]
    for (field, documents) in cases {
      var draft = try world.note()
      for document in documents { draft.attach(document, as: field) }
      #expect(try expectRefusal(.badInput, draft)?.message.nl.contains(field.name) == true)
    }
    #expect(try world.files().keys.allSatisfy { !$0.hasPrefix("documents/") })
  }

  @Test func `a rule that refuses is cited, with what would make it acceptable`() throws {
    try world.append(try world.note("uniek a"))
    let failure = try expectRefusal(.refused, try world.note("uniek a"))
    #expect(failure?.rule == RuleCitation(id: "PRF-EENMAAL", source: "proef art. 1"))
    #expect(failure?.remedy == Text("kies een andere titel"))
  }

  @Test func `a batch is appended whole or not at all, and a rule sees what comes before it in the batch`() throws {
    try expectRefusal(.refused, try world.note("uniek b"), try world.note("anders"), try world.note("uniek b"))
    try expectRefusal(.badInput, try world.note("c"), try world.note(""))
    try world.read { try #expect(world.titles($0) == []) }
    try world.append(try world.note("uniek b"), try world.note("anders"))
    try world.read { try #expect(world.titles($0) == ["uniek b", "anders"]) }
  }

  @Test func `a dry run judges like an append and changes no byte of any file`() throws {
    try world.append(try world.note("uniek d"))
    try world.read { try #expect(world.titles($0) == ["uniek d"]) }
    var draft = try world.note("uniek e")
    draft[NotitieVastgelegd.kantoor] = "kantoor"
    draft.attach(Document(bytes: [1], mediaType: "text/plain"), as: NotitieVastgelegd.stuk)
    let before = try world.files()
    let events = try world.append(draft, options: AppendOptions(isDryRun: true))
    #expect(events.map(\.position) == [2])
    #expect(try world.changes(since: before).joined(separator: " ") == "")
    #expect(throws: Failure.self) {
      try world.append(try world.note("uniek d"), options: AppendOptions(isDryRun: true))
    }
    #expect(try world.changes(since: before).joined(separator: " ") == "")
  }

  @Test func `a clock a little behind records the time of the last event, one far behind is refused`() throws {
    world.clock.move(by: -120)
    #expect(try world.append(try world.note())[0].recordedAt.secondsSince1970 == KernelWorld.start)
    world.clock.move(by: -1)
    try expectRefusal(.io, try world.note())
    world.clock.move(by: 122)
    #expect(try world.append(try world.note())[0].recordedAt.secondsSince1970 == KernelWorld.start + 1)
  }

  @Test func `what the log has taken is appended, even when the views cannot be kept`() throws {
    try world.directory.write { stores in
      let broken = LedgerStores(
        log: stores.log, vault: stores.vault, views: FullViews(views: stores.views), documents: stores.documents,
        scratch: { try world.directory.scratchTables() })
      let appended = try world.book(broken).append(
        [try world.note("een")], signedBy: world.secretaris, log: world.signer)
      #expect(appended.events.map(\.position) == [1])
      #expect(!appended.checkpoint.isEmpty)
    }
    try world.read { try #expect(world.titles($0) == ["een"]) }
  }

  @Test func `nothing is appended when the vault cannot be written`() throws {
    var draft = try world.note()
    draft[NotitieVastgelegd.kantoor] = "x"
    try world.directory.write { stores in
      let broken = LedgerStores(
        log: stores.log, vault: DeadVault(vault: stores.vault), views: stores.views, documents: stores.documents,
        scratch: { try world.directory.scratchTables() })
      #expect(throws: PowerCut.self) {
        try world.book(broken).append([draft], signedBy: world.secretaris, log: world.signer)
      }
    }
    #expect(try world.size == 1)
    try world.read { try #expect(world.titles($0) == []) }
  }

  @Test func `a first event that founds nothing is refused in words`() throws {
    let empty = LedgerDirectory(world.place.appendingPathComponent("leeg.ledger"))
    try empty.create { stores in
      let book = world.book(LedgerStores(stores, empty))
      var draft = EventDraft(ToegangVerleend.self, stream: try world.stream("Toegang"), effective: try world.day)
      draft[ToegangVerleend.stroom] = try world.stream("Notitie")
      draft[ToegangVerleend.sleutel] = world.secretaris.id
      for first in [draft, try world.note()] {
        #expect(throws: Failure.self) { try book.append([first], signedBy: world.secretaris, log: world.signer) }
      }
      #expect(try stores.log.size() == 0)
    }
  }
}
