import Foundation
import Governance
import Ledger
import LedgerCrypto
import Proefboek
import Publication
import Testing

/// What a reader gets to check with, checked by the ledger's own code.
struct ControleDataTests {
  @Test func `Every event that comes along is in the log of the checkpoint, and signed by a key that came along`()
    throws
  {
    let world = try ControleWorld()
    let checked = try Checked(world)
    #expect(checked.leaves.keys.contains(0))
    for (position, leaf) in checked.leaves {
      let proof = InclusionProof(
        index: position, size: checked.checkpoint.size, hashes: try #require(checked.paths[position]))
      try proof.verify(leafHash: MerkleTree.leafHash(of: leaf), root: checked.checkpoint.root)
      let event = try SignedEvent(leaf: leaf)
      let registration = try #require(checked.registrations[event.key.description])
      let registered = try SignedEvent(leaf: try #require(checked.leaves[registration])).envelope
      let key = try #require(registered.facts.first { $0.name == "sleutel" }?.value.string)
      #expect(event.isSigned(by: try VerifyingKey(try Base64.url.decode(key))))
      #expect(registration < position || position == 0)
    }
  }

  @Test func `The checkpoint is signed by the key beside it, which is the one of the founding event`() throws {
    let world = try ControleWorld()
    let checked = try Checked(world)
    let key = try NoteVerifier(vkey: String(checked.vkey.dropLast()))
    _ = try CheckpointPolicy(log: key).verify(checked.note)
    let founding = try SignedEvent(leaf: try #require(checked.leaves[0])).envelope
    #expect(founding.facts.first { $0.name == "logsleutel" }?.value == .string(key.vkey))
  }

  @Test func `A hash that several proofs share comes along once`() throws {
    for data in try ControleWorld(60).data() {
      let hashes = try #require(data["hashes"]?.array)
      let used = try #require(data["gebeurtenissen"]?.array).flatMap { $0["pad"]?.array ?? [] }
      #expect(Set(hashes).count == hashes.count)
      #expect(hashes.count * 2 < used.count)
    }
  }

  @Test func `The key of an entry comes along with the event that registered it and the one that revoked it`() throws {
    let world = try ControleWorld()
    let checked = try Checked(world)
    let griffier = try world.boek.key(.griffier).id.description
    let revocation = try #require(checked.revocations[griffier])
    let event = try SignedEvent(leaf: try #require(checked.leaves[revocation])).envelope
    #expect(event.type == "SleutelIngetrokken")
    #expect(event.facts.first { $0.name == "kid" }?.value == .string(griffier))
    #expect(checked.revocations.count == 1)
  }

  @Test func `The key of someone who signed nothing that is published does not come along`() throws {
    let world = try ControleWorld()
    let college = try world.boek.key(.college).id.description
    #expect(try Checked(world).registrations[college] == nil)
  }

  @Test func `A revocation after the checkpoint that is published does not come along`() throws {
    let world = try ControleWorld(3)
    let early = try #require(world.opgaven.dropFirst(1).first).position + 1
    let subject = try world.subject(of: world.opgaven.prefix(2))
    let checked = try Checked(world, subject, size: early)
    #expect(checked.checkpoint.size == early)
    #expect(checked.revocations.isEmpty)
  }

  @Test func `Only fields that are public and shown are opened, and each fits its digest`() throws {
    let world = try ControleWorld()
    let checked = try Checked(world)
    let shown = Set(ControleWorld.fields.map(\.0))
    #expect(!checked.disclosures.isEmpty)
    for (position, disclosure) in checked.disclosures {
      let event = try SignedEvent(leaf: try #require(checked.leaves[position]))
      #expect(event.envelope.sealedDigests.contains(disclosure.digest))
      #expect(OpgaveVastgelegd.type.fields.first { $0.name == disclosure.name }?.visibility == .openbaar)
      #expect(shown.contains(disclosure.name))
    }
  }

  @Test func `Each entry has a receipt that verifies its event, and an SD-JWT that opens what is shown`() throws {
    let world = try ControleWorld()
    let checked = try Checked(world)
    let policy = try CheckpointPolicy(log: NoteVerifier(vkey: String(checked.vkey.dropLast())))
    let files = try world.files()
    for event in world.opgaven {
      let name = "controle/bewijzen/\(event.stream.id)"
      let receipt = try TlogProof(try #require(files.first { $0.path == "\(name).tlog-proof" }).bytes)
      _ = try receipt.verify(entry: event.signed.leaf, policy: policy)
      #expect(receipt.index == event.position)
      let parts = try #require(files.first { $0.path == "\(name).sd-jwt" }).bytes
        .split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
      #expect(Array("\(parts[0])~".utf8) == event.signed.leaf)
      #expect(parts.last?.isEmpty == true)
      let opened = try parts.dropFirst().dropLast().map { try Disclosure(encoded: $0).name }
      #expect(opened == ["werkzaamheid", "ingang", "bezoldigd"])
    }
  }

  @Test func `The same ledger gives the same bytes`() throws {
    let world = try ControleWorld()
    #expect(try world.files() == world.files())
  }

  @Test func `The script and the page weigh little, and so does an entry`() throws {
    let world = try ControleWorld(60)
    let files = try world.files()
    let kept = files.filter { ["controle/eerder.js", "controle/bestand.js"].contains($0.path) }.map(\.bytes.count)
    #expect(kept.count == 2 && kept.reduce(0, +) < 16_000, "\(kept) bytes of script that only the index loads")
    let scripts = files.filter { $0.path.hasSuffix(".js") }.map(\.bytes.count).reduce(0, +) - kept.reduce(0, +)
    #expect(scripts < 32_000, "\(scripts) bytes of script")
    let data = files.filter { $0.path.contains("/gegevens") }.map(\.bytes.count)
    #expect(data.reduce(0, +) < 61 * 2_500, "\(data) bytes for 61 entries")
  }

  @Test func `Whoever checks one part fetches little, and the parts have every entry once`() throws {
    let world = try ControleWorld(150)
    let files = try world.files()
    for file in files where file.path.hasPrefix("controle/") { #expect(file.bytes.count < 100_000, "\(file.path)") }
    let parts = try ControleWorld.data(files)
    #expect(parts.count > 2)
    let ids = parts.flatMap { $0["opgaven"]?.array ?? [] }.compactMap { $0["id"]?.string }
    #expect(ids.sorted() == world.opgaven.map(\.stream.id.description).sorted())
    let index = try JSON(parsing: try #require(files.first { $0.path == "controle/delen.json" }).bytes)
    let named = index["onderwerpen"]?.array?.flatMap { $0["delen"]?.array ?? [] } ?? []
    #expect(named.map { $0["bestanden"]?.int ?? 0 }.reduce(0, +) == Int64(parts.count))
    #expect(named.map { $0["aantal"]?.int ?? 0 }.reduce(0, +) == Int64(ids.count))
  }
}
