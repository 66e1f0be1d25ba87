import Foundation
import Ledger
import LedgerCrypto
import LedgerSQLite
import Testing

@testable import Governance

@Suite struct VisibilityTests {
  let world: KernelWorld

  init() throws { world = try KernelWorld() }

  func note(kantoor: String? = nil, geheim: String? = nil, on stream: StreamID? = nil) throws -> EventDraft {
    var draft = try world.note(on: stream)
    draft[NotitieVastgelegd.kantoor] = kantoor
    draft[NotitieVastgelegd.geheim] = geheim
    return draft
  }

  @Test func `everyone sees what is public, members what is internal`() throws {
    var draft = try note(kantoor: "binnen")
    draft[NotitieVastgelegd.publiek] = "buiten"
    let event = try world.append(draft)[0]
    let stranger = try UnlockedKey.generate(world.random)
    for reader in [nil, stranger] {
      #expect(try world.revealed(event, to: reader) == ["publiek": .value("buiten"), "kantoor": .sealed(.intern)])
    }
    let all: [String: Revealed] = ["publiek": .value("buiten"), "kantoor": .value("binnen")]
    #expect(try world.revealed(event, to: world.secretaris) == all)
  }

  @Test func `a member admitted later reads what went before`() throws {
    let event = try world.append(try note(kantoor: "vroeger"))[0]
    let later = try world.member(.irm)
    #expect(try world.revealed(event, to: later)["kantoor"] == .value("vroeger"))
  }

  @Test func `a member who is revoked reads nothing sealed afterwards, even with a copy of the old vault`() throws {
    let griffier = try world.member(.griffier)
    let before = try world.append(try note(kantoor: "toen"))[0]
    try world.revoke(griffier, dismissing: false)
    let after = try world.append(try note(kantoor: "nu"))[0]
    #expect(try world.revealed(before, to: griffier)["kantoor"] == .value("toen"))
    #expect(try world.revealed(after, to: griffier)["kantoor"] == .sealed(.intern))
    #expect(try world.revealed(after, to: world.secretaris)["kantoor"] == .value("nu"))
    let later = try world.member(.irm)
    #expect(try world.revealed(before, to: later)["kantoor"] == .value("toen"))
    #expect(try world.revealed(after, to: later)["kantoor"] == .value("nu"))
  }

  @Test func `the keys of a member who is dismissed leave the vault`() throws {
    let griffier = try world.member(.griffier)
    let event = try world.append(try note(kantoor: "toen"))[0]
    // That the key was registered is a clear fact, which the views hold for ever.
    #expect(try world.places(of: griffier.box.publicKey.name.utf8) == ["vault.sqlite", "views.sqlite"])
    try world.revoke(griffier)
    #expect(try world.revealed(event, to: griffier)["kantoor"] == .sealed(.intern))
    try world.directory.read { try #expect($0.vault.keys(wrappedFor: griffier.box.publicKey.name) == []) }
    // The list of what the registration brought says for whom: it stays, so that anyone can tell that the key is gone.
    #expect(try world.places(of: griffier.box.publicKey.name.utf8) == ["vault.sqlite", "views.sqlite"])
  }

  @Test func `nothing can be sealed for an empty circle`() throws {
    let failure = #expect(throws: Failure.self) { try world.append(try note(geheim: "x")) }
    #expect(failure?.kind == .refused && failure?.rule?.id == "VIS-KRING" && failure?.remedy != nil)
    #expect(try world.size == 1)
  }

  @Test func `only the people of the circle read what is confidential, the writer not among them`() throws {
    let (griffier, irm) = (try world.member(.griffier), try world.member(.irm))
    let stream = try world.stream("Notitie")
    try world.admit(griffier, to: stream, by: griffier)
    let first = try world.append(try note(geheim: "een", on: stream))[0]
    #expect(try world.revealed(first, to: griffier)["geheim"] == .value("een"))
    for reader in [nil, world.secretaris, irm] {
      #expect(try world.revealed(first, to: reader)["geheim"] == .sealed(.vertrouwelijk))
    }
    try world.admit(irm, to: stream, by: griffier)
    #expect(try world.revealed(first, to: irm)["geheim"] == .value("een"))
    let second = try world.append(try note(geheim: "twee", on: stream))[0]
    for reader in [griffier, irm] { #expect(try world.revealed(second, to: reader)["geheim"] == .value("twee")) }
    var leave = EventDraft(ToegangIngetrokken.self, stream: try world.stream("Toegang"), effective: try world.day)
    leave[ToegangIngetrokken.stroom] = stream
    leave[ToegangIngetrokken.sleutel] = irm.id
    try world.append(leave, as: griffier)
    let third = try world.append(try note(geheim: "drie", on: stream))[0]
    #expect(try world.revealed(third, to: griffier)["geheim"] == .value("drie"))
    #expect(try world.revealed(third, to: irm)["geheim"] == .sealed(.vertrouwelijk))
  }

  @Test func `no one admits themselves to a circle that others have opened`() throws {
    let (griffier, irm) = (try world.member(.griffier), try world.member(.irm))
    let stream = try world.stream("Notitie")
    try world.admit(griffier, to: stream, by: griffier)
    let failure = #expect(throws: Failure.self) { try world.admit(irm, to: stream, by: irm) }
    #expect(failure?.kind == .refused && failure?.rule?.id == "KRING-LID")
    #expect(try world.circle(of: stream) == [griffier.id])
  }

  @Test func `someone revoked leaves every circle`() throws {
    let (griffier, irm) = (try world.member(.griffier), try world.member(.irm))
    let stream = try world.stream("Notitie")
    try world.admit(griffier, to: stream, by: griffier)
    try world.admit(irm, to: stream, by: griffier)
    try world.revoke(irm)
    let event = try world.append(try note(geheim: "na", on: stream))[0]
    #expect(try world.revealed(event, to: irm)["geheim"] == .sealed(.vertrouwelijk))
    #expect(throws: Failure.self) { try world.admit(irm, to: stream, by: griffier) }
    #expect(try world.circle(of: stream) == [griffier.id])
  }

  @Test func `the circle of one stream is not that of another`() throws {
    let griffier = try world.member(.griffier)
    try world.admit(griffier, to: try world.stream("Notitie"), by: griffier)
    #expect(throws: Failure.self) { try world.append(try note(geheim: "x")) }
  }

  @Test func `documents follow the visibility of their field`() throws {
    let griffier = try world.member(.griffier)
    let stream = try world.stream("Notitie")
    try world.admit(griffier, to: stream, by: griffier)
    var draft = try world.note(on: stream)
    let fields = [NotitieVastgelegd.bijlage, NotitieVastgelegd.stuk, NotitieVastgelegd.geheimStuk]
    let documents = fields.map { Document(bytes: Array("inhoud van \($0.name)".utf8), mediaType: "text/plain") }
    for (field, document) in zip(fields, documents) { draft.attach(document, as: field) }
    let event = try world.append(draft)[0]
    func seen(_ key: UnlockedKey?) throws -> [Document?] {
      try world.read(as: key) { reading in try fields.map { try reading.filter.document($0, of: event) } }
    }
    #expect(try seen(nil) == [documents[0], nil, nil])
    #expect(try seen(world.secretaris) == [documents[0], documents[1], nil])
    #expect(try seen(griffier) == documents)
  }

  @Test func `disclosures are given only of fields that the reader may see`() throws {
    let event = try world.append(try note(kantoor: "binnen"))[0]
    try world.read(as: world.secretaris) { reading in
      let disclosures = try reading.filter.disclosures(["kantoor"], of: event)
      #expect(disclosures.map(\.value) == ["binnen"])
      #expect(event.signed.envelope.sealedDigests == disclosures.map(\.digest))
    }
    let refusals: [(String, Failure.Kind)] = [
      ("kantoor", .notPermitted), ("publiek", .notFound), ("titel", .notFound), ("niets", .notFound),
    ]
    for (name, kind) in refusals {
      let failure = #expect(throws: Failure.self) { try world.read { try $0.filter.disclosures([name], of: event) } }
      #expect(failure?.kind == kind)
    }
  }

  @Test func `sealed values leave no trace outside the vault, and encrypted ones none at all`() throws {
    let griffier = try world.member(.griffier)
    let stream = try world.stream("Notitie")
    try world.admit(griffier, to: stream, by: griffier)
    let names = ["publiek", "kantoor", "geheim", "bijlage", "stuk", "geheimStuk"]
    let canaries = Dictionary(uniqueKeysWithValues: names.map { ($0, "kanarie-\($0)-é\"\\") })
    var draft = try note(kantoor: canaries["kantoor"], geheim: canaries["geheim"], on: stream)
    draft[NotitieVastgelegd.publiek] = canaries["publiek"]
    for field in [NotitieVastgelegd.bijlage, NotitieVastgelegd.stuk, NotitieVastgelegd.geheimStuk] {
      let text = try #require(canaries[field.name])
      draft.attach(Document(bytes: Array(text.utf8), mediaType: "text/x-\(field.name)-kanarie"), as: field)
    }
    let event = try world.append(draft)[0]
    try world.read(as: griffier) { try #expect($0.filter.reveal(event).count == names.count) }
    for (name, canary) in canaries {
      let found = Set(try Self.spellings(of: canary).flatMap { try world.places(of: $0) })
      switch name {
      case "publiek": #expect(found == ["vault.sqlite"])
      case "bijlage": #expect(found.count == 1 && found.first?.hasPrefix("documents/") == true)
      default: #expect(found == [], "\(name)")
      }
      let kind = Set(try Self.spellings(of: "text/x-\(name)-kanarie").flatMap { try world.places(of: $0) })
      #expect(kind == (name == "bijlage" ? ["vault.sqlite"] : []))
    }
  }

  /// Plain, base64 at each of its three alignments in both alphabets, hexadecimal, and as JSON escapes it.
  static func spellings(of text: String) throws -> [[UInt8]] {
    let bytes = Array(text.utf8)
    var spellings = [bytes, Array(Hex.encode(bytes).utf8), Array(Hex.encode(bytes).uppercased().utf8)]
    spellings.append(Array(JSON.string(text).serialized.dropFirst().dropLast()))
    spellings.append(Array(text.unicodeScalars.map { $0.isASCII ? "\($0)" : "\\u00e9" }.joined().utf8))
    for alphabet in [Base64.standard, .url] {
      for shift in 0..<3 {
        // The characters that depend on what stands before and after are left out.
        let encoded = alphabet.encode([UInt8](repeating: 0, count: shift) + bytes).filter { $0 != "=" }
        spellings.append(Array(encoded.dropFirst(shift == 0 ? 0 : 4).dropLast(4).utf8))
      }
    }
    // Inside a disclosure the text is escaped before it is base64url.
    for shift in 0..<3 {
      let escaped = [UInt8](repeating: 0, count: shift) + JSON.string(text).serialized.dropFirst().dropLast()
      spellings.append(Array(Base64.url.encode(escaped).dropFirst(shift == 0 ? 0 : 4).dropLast(4).utf8))
    }
    return spellings
  }
}
