import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Proefboek
import Publication
import Testing

/// A ledger of more events than fit in one tile, its site, and what readers kept of it on earlier days.
struct BewaardWorld {
  let world: ControleWorld
  let subject: PublishedSubject
  let site: [SiteFile]
  /// The state of today.
  let today: SignedNote
  let size: UInt64

  init() throws {
    world = try ControleWorld(280)
    subject = try world.subject(of: world.opgaven.prefix(12))
    site = try world.site(subject)
    today = try SignedNote(try Self.bytes("controle/checkpoint", of: site))
    size = try Checkpoint(text: today.text).size
  }

  static func bytes(_ path: String, of site: [SiteFile]) throws -> [UInt8] {
    try #require(site.first { $0.path == path }, "\(path)").bytes
  }

  func bytes(_ path: String) throws -> [UInt8] { try Self.bytes(path, of: site) }
  func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// The checkpoint that was signed over so many events.
  func note(_ size: UInt64) throws -> String {
    try world.boek.directory.read { stores in
      let kept = try #require(try stores.log.checkpoints(after: size - 1, limit: 1).first)
      try #require(kept.size == size)
      return kept.note
    }
  }

  /// A checkpoint of somebody's own making, signed by the log's own key.
  func forged(_ size: UInt64, origin: String? = nil, by signer: NoteSigner? = nil) throws -> String {
    let checkpoint = try Checkpoint(origin: origin ?? world.boek.origin, size: size, root: SHA256.hash("anders"))
    return String(decoding: try checkpoint.sign(by: signer ?? world.boek.logKey).bytes, as: UTF8.self)
  }

  /// The receipt of an event under the checkpoint over so many.
  func receipt(_ position: UInt64, under size: UInt64) throws -> String {
    let note = try SignedNote(Array(try note(size).utf8))
    return try world.boek.directory.read { stores in
      let hashes = try TreeReader(LogTiles(log: stores.log)).inclusionProof(of: position, in: size)
      return String(
        decoding: TlogProof(index: position, hashes: hashes, checkpoint: note).bytes, as: UTF8.self)
    }
  }

  /// The signed text of a statement with the values that the site shows of it.
  func presentation(_ number: Int) throws -> String {
    try text("controle/bewijzen/\(world.opgaven[number].stream.id).sd-jwt")
  }

  /// The site of the same ledger after an insider rewrote an early event of it, with every key in hand.
  ///
  /// The list shows what it showed: nothing that a reader sees today is of the event that was rewritten.
  func rewritten() throws -> (site: [SiteFile], position: UInt64) {
    let (boek, position) = (world.boek, world.opgaven[20].position)
    let old = world.opgaven[20].signed.envelope
    let other = Envelope(
      origin: old.origin, id: old.id, signedAt: old.signedAt, stream: old.stream, seq: old.seq, type: old.type,
      version: old.version, effective: old.effective, checkpoint: old.checkpoint,
      facts: [JSON.Member("functie", "Een andere functie")], sealedDigests: old.sealedDigests)
    let event = try SignedEvent(other, signedBy: try boek.key(.secretariaat).signing)
    let site: [SiteFile] = try boek.directory.read { stores in
      let log = try Herschreven(stores.log, at: position, event)
      let note = try log.note(boek)
      let book = boek.book(stores)
      return try book.examine(as: .outside) { reading in
        let controle = try Controle(
          settings: ControleWorld.settings, subjects: [subject], log: log, catalog: book.catalog,
          filter: reading.filter, registry: reading.registry, checkpoint: String(decoding: note.bytes, as: UTF8.self))
        let source = SiteSource(
          settings: ControleWorld.settings, day: boek.today, checkpoint: try Checkpoint(text: note.text),
          note: String(decoding: note.bytes, as: UTF8.self), newest: boek.clock.now, since: boek.today,
          subjects: [subject])
        var files: [SiteFile] = []
        _ = try Site(source, controle: controle) { files.append($0) }
        return files
      }
    }
    return (site, position)
  }
}
