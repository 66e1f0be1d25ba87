import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie
import Proefboek

/// What no command would append, and someone who can write to the disk can: past the rules, straight into the log.
enum Vervalsing: String, CaseIterable {
  /// A statement by a key that was revoked before.
  case ingetrokken
  /// A statement by a key that was registered by someone who may not register keys.
  case onbevoegd
  /// A statement by a key that nobody registered.
  case onbekend

  /// What the page has to say of the statement; nil when there is no site to begin with.
  var says: String? {
    switch self {
    case .ingetrokken: "die was al ingetrokken"
    case .onbevoegd: "door wie dat niet mag"
    case .onbekend: nil
    }
  }

  /// Appends it and returns the statement.
  func append(to boek: Proefboek) throws -> RecordedEvent {
    let other = try UnlockedKey.generate(boek.random)
    if self == .onbevoegd {
      let facts: [JSON.Member] = [
        JSON.Member("sleutel", .string(Base64.url.encode(other.signing.verifyingKey.bytes))),
        JSON.Member("verzegelsleutel", .string(Base64.url.encode(other.box.publicKey.bytes))),
        JSON.Member("rol", .string(Rol.griffier.rawValue)),
      ]
      _ = try append("SleutelGeregistreerd", boek.stream("Sleutel"), facts, by: try boek.key(.college), to: boek)
    }
    return try append(
      "OpgaveVastgelegd", boek.stream("Opgave"), [JSON.Member("functie", "Verzonnen functie")],
      by: self == .ingetrokken ? try boek.key(.griffier) : other, to: boek)
  }

  private func append(
    _ type: String, _ stream: StreamID, _ facts: [JSON.Member], by key: UnlockedKey, to boek: Proefboek
  ) throws -> RecordedEvent {
    let newest = try boek.directory.read { try $0.log.latestCheckpoint().map { SHA256.hash(Array($0.note.utf8)) } }
    let envelope = Envelope(
      origin: boek.origin, id: stream.id, signedAt: boek.clock.now.secondsSince1970, stream: stream, seq: 1,
      type: type, version: 1, effective: boek.today.description, checkpoint: newest, facts: facts, sealedDigests: [])
    let event = try SignedEvent(envelope, signedBy: key.signing)
    return try boek.directory.write { stores in
      let size = try stores.log.size()
      _ = try LogAppender(store: stores.log, origin: boek.origin, signer: boek.logKey).append([event], expecting: size)
      return try boek.catalog.decode(event, at: size, leafHash: MerkleTree.leafHash(of: event.leaf))
    }
  }
}
