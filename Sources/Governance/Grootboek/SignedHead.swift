import Ledger
import LedgerCrypto

/// The newest checkpoint of a log, believed only once its signature holds under the key that signs the log by then, and its size and root are those of the tree: it can be handed out, remembered, and gone on from.
public struct SignedHead: Sendable {
  /// The signed note.
  public let note: String
  /// What it says.
  public let checkpoint: Checkpoint
  /// By which later events name it.
  var digest: Digest { SHA256.hash(Array(note.utf8)) }

  /// Checks the checkpoint over the first `size` entries.
  /// - Parameters:
  ///   - root: What the events give; the root of the stored tree when left out.
  ///   - keys: Which key signs; where the ledger names none, only size and root are compared.
  /// - Throws: `BadEvent` for the last entry that is under it.
  init(
    of log: any LogReader, size: UInt64, root: Digest? = nil, origin: String, _ keys: LogKeys
  ) throws {
    func bad(_ problem: Text) -> BadEvent { BadEvent(size == 0 ? 0 : size - 1, problem) }
    guard size > 0, let stored = try log.checkpoints(after: size - 1, limit: 1).first, stored.size == size else {
      throw bad(
        Text(
          nl: "er is geen controlepunt over \(size) gebeurtenissen", en: "there is no checkpoint over \(size) events"))
    }
    let checkpoint: Checkpoint
    do {
      let note = try SignedNote(Array(stored.note.utf8))
      checkpoint = keys.keys.isEmpty ? try Checkpoint(text: note.text) : try keys.verify(note, origin: origin)
    } catch {
      throw bad(
        Text(
          nl: "het controlepunt over \(size) gebeurtenissen is niet ondertekend met de sleutel van dit logboek",
          en: "the checkpoint over \(size) events is not signed by this log's key"))
    }
    guard checkpoint.extensions.isEmpty, checkpoint.size == size else {
      throw bad(
        Text(
          nl: "het controlepunt over \(size) gebeurtenissen zegt iets anders",
          en: "the checkpoint over \(size) events says something else"))
    }
    let given = try root ?? TreeReader(LogTiles(log: log)).root(at: size)
    guard checkpoint.root == given else {
      throw bad(
        Text(
          nl: "de gebeurtenissen zijn niet die waarover het controlepunt is ondertekend: het logboek is herschreven",
          en: "the events are not those over which the checkpoint was signed: the log was rewritten"))
    }
    (note, self.checkpoint) = (stored.note, checkpoint)
  }
}

extension Grootboek {
  /// The checkpoint over so many entries, checked; the newest one when left out.
  /// - Throws: `BadEvent`; `Failure` (66) for a log without events.
  public func signedHead(over known: UInt64? = nil) throws -> SignedHead {
    let size = try known ?? stores.log.size()
    guard size > 0 else {
      throw Failure(.notFound, Text(nl: "er is nog geen controlepunt", en: "there is no checkpoint yet"))
    }
    return try SignedHead(of: stores.log, size: size, origin: origin, try logKeys())
  }

  /// The newest checkpoint, and the hashes that lead from the bytes of an event to its root; checked, for the stored hashes may
  /// be those of other bytes.
  /// - Throws: `BadEvent` when the checkpoint does not hold, or the bytes do not stand in its tree at their place.
  public func inclusion(of event: RecordedEvent) throws -> (head: SignedHead, hashes: [Digest]) {
    let head = try signedHead()
    let (position, size) = (event.position, head.checkpoint.size)
    let hashes = try TreeReader(LogTiles(log: stores.log)).inclusionProof(of: position, in: size)
    do {
      try InclusionProof(index: position, size: size, hashes: hashes)
        .verify(leafHash: MerkleTree.leafHash(of: event.signed.leaf), root: head.checkpoint.root)
    } catch { throw BadEvent.notInTree(position) }
    return (head, hashes)
  }

  /// What the founding event says, read from the log itself; nil when it cannot be read.
  ///
  /// Whoever can write the log can found another: the first log key is trusted on first use, unless it is given.
  public func founding() throws -> KeyRegistry.Founding? {
    guard let entry = try stores.log.entry(at: 0), let event = try? catalog.decode(entry) else { return nil }
    var registry = KeyRegistry()
    try? event.type.changesAuthority?(event, &registry)
    return registry.founding
  }
}
