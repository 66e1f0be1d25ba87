import Foundation
import GRDB
import Ledger
import LedgerCrypto

/// What this machine can do at best, with the same libraries and nothing of ours in between.
struct Floor {
  /// Signatures that one thread verifies in a second, over 600 bytes.
  let verify: Double
  /// Entries of 600 bytes that are signed, hashed and inserted in a second, 256 a durable transaction.
  let append: Double

  static func measure(in folder: URL) throws -> Floor {
    let key = try SigningKey.generate(SystemRandom())
    let message = SystemRandom().bytes(600)
    let signature = key.sign(message)
    let count = 20_000
    let verifying = Stopwatch.measure {
      for _ in 0..<count { precondition(key.verifyingKey.isValidSignature(signature, for: message)) }
    }
    return Floor(verify: Double(count) / verifying, append: try append(key, message, folder))
  }

  private static func append(_ key: SigningKey, _ message: [UInt8], _ folder: URL) throws -> Double {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(
      path: folder.appendingPathComponent("floor.sqlite").path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "PRAGMA synchronous = FULL; CREATE TABLE entry (position INTEGER PRIMARY KEY, hash BLOB, leaf BLOB)")
    }
    let batches = 80
    let seconds = try Stopwatch.measure {
      for _ in 0..<batches {
        try queue.write { db in
          let statement = try db.cachedStatement(sql: "INSERT INTO entry (hash, leaf) VALUES (?, ?)")
          for _ in 0..<256 {
            let leaf = message + key.sign(message).bytes
            try statement.execute(arguments: [Data(MerkleTree.leafHash(of: leaf).bytes), Data(leaf)])
          }
        }
      }
    }
    return Double(batches * 256) / seconds
  }
}
