import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie

extension Program {
  /// Lets a restored ledger go on under a new log key, by an event that a registrar signs.
  /// - Parameter seen: The newest checkpoint that was seen, when it is of more than was restored.
  func goOn(
    _ directory: LedgerDirectory, seen: Checkpoint?, signedBy key: UnlockedKey
  ) throws -> KeyRegistry.Restoration {
    try directory.write { stores in
      let book = try grootboek(stores, in: directory)
      let logKey = try NoteSigner(name: book.origin, key: SigningKey.generate(self.random))
      guard let old = try book.logKeys().present, let founding = try stores.log.entry(at: 0)?.event() else {
        throw Failure(
          .foundWanting, Text(nl: "dit grootboek noemt geen sleutel van het log", en: "this ledger names no log key"))
      }
      var draft = EventDraft(
        GrootboekHersteld.self, stream: founding.envelope.stream, effective: ImpreciseDate(book.today))
      draft[GrootboekHersteld.oudeLogsleutel] = old
      draft[GrootboekHersteld.logsleutel] = logKey.verifier.vkey
      draft[GrootboekHersteld.omvang] = Int64(clamping: try stores.log.size())
      draft[GrootboekHersteld.gezienOmvang] = seen.map { Int64(clamping: $0.size) }
      draft[GrootboekHersteld.gezienWortel] = seen?.root
      try replacing(directory.logKey.path, by: logKey) {
        _ = try book.append([draft], signedBy: key, log: logKey, AppendOptions())
      }
      guard let restoration = try book.read({ $0.registry.restorations.last }) else {
        throw Failure(.io, Text(nl: "het herstel is niet teruggelezen", en: "the restoration was not read back"))
      }
      let problem = memory.accept(
        try book.signedHead(), restoredAt: restoration.at, of: try CheckpointMemory.Ledger(book), at: directory.url)
      if let problem { terminal.warnOnce(problem) }
      return restoration
    }
  }

  /// Puts a new log key in its place before something is signed with it; when that fails the old one is there again.
  private func replacing(_ path: String, by key: NoteSigner, _ work: () throws -> Void) throws {
    let old = FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    unlink(path)
    do {
      try PrivateFile.create(path, key.privateForm.withBytes { $0 + [UInt8(ascii: "\n")] })
      try work()
    } catch {
      unlink(path)
      if let old { try PrivateFile.create(path, old) }
      throw error
    }
  }

  /// Takes up an update of a copy in a ledger that is being restored.
  func carryOn(_ directory: LedgerDirectory, from path: String) throws {
    try directory.write { stores in
      let book = try grootboek(stores, in: directory)
      var lines = try CopyLines(at: path)
      let update = try lines.header()
      let size = try stores.log.size()
      guard update.origin == book.origin, update.start <= size else {
        throw Failure(
          .badInput,
          Text(
            nl: "«\(path)» sluit niet aan: zij is van \(update.origin) en begint na \(update.start) gebeurtenissen",
            en: "“\(path)” does not join on: it is of \(update.origin) and begins after \(update.start) events"))
      }
      guard update.end > size else { return }
      try book.takeUp(update, keys: book.logKeys(), known: []) { take in
        while let part = try lines.next() { try take(part) }
      }
    }
  }

  /// Accepts a ledger that was restored under a new log key, of which more was seen here.
  /// - Returns: Its head.
  func acceptRestored(_ shared: SharedOptions, assumeYes: Bool) throws -> Checkpoint {
    let directory = try directory(shared)
    return try withLedger(shared, checkingMemory: false) { book in
      let ledger = try CheckpointMemory.Ledger(book)
      let registry = try book.read { $0.registry }
      guard let last = registry.restorations.last else {
        throw Failure(
          .refused,
          Text(
            nl: "dit grootboek is niet hersteld; er valt niets te aanvaarden",
            en: "this ledger was not restored; there is nothing to accept"))
      }
      guard !last.isPending else {
        throw Failure(
          .refused, last.text,
          remedy: Text(
            nl: "laat een tweede sleutelbeheerder eerst bevestigen: waarborg herstel bevestig",
            en: "let a second registrar confirm first: waarborg herstel bevestig"))
      }
      for seen in memory.seen(ledger) where seen.size <= last.at {
        if let problem = try CheckpointMemory.problem(book.stores.log, since: seen) {
          throw Failure(
            .foundWanting,
            problem
              + Text(
                nl: "; dat was voor het herstel: dit is geen herstel maar een herschrijving",
                en: "; that was before the restoration: this is no restoration but a rewriting"))
        }
      }
      let known = try memory.checkpoint(of: ledger).map(\.size) ?? 0
      let question =
        last.text
        + Text(
          nl: ". Hier waren \(known) gebeurtenissen gezien. De nieuwe sleutel is \(last.logKey). Aanvaarden?",
          en: ". Here \(known) events had been seen. The new key is \(last.logKey). Accept?")
      try terminal.requireYes(question, assumeYes: assumeYes)
      let head = try book.signedHead()
      if let problem = memory.accept(head, restoredAt: last.at, of: ledger, at: directory.url) {
        throw Failure(.io, problem)
      }
      return head.checkpoint
    }
  }
}
