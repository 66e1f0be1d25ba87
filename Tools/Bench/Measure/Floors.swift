import Console
import Foundation
import GRDB
import Governance
import Ledger
import LedgerCrypto

/// What this machine can do at best, with the same libraries and nothing of ours in between.
final class Floors {
  let place: Place
  let spawner: Spawner
  let program: String
  let cores = ProcessInfo.processInfo.activeProcessorCount
  private let random = SystemRandom()

  init(_ place: Place, _ spawner: Spawner, _ program: String) {
    self.place = place
    self.spawner = spawner
    self.program = program
  }

  /// Signatures that all cores together check in a second, over as many bytes as an event of the mix has.
  var signatureChecks: Double { checks.rate }
  /// Seconds of processor time that checking one signature takes.
  var signatureProcessor: Double { checks.processor }

  private lazy var checks: (rate: Double, processor: Double) = {
    guard let key = try? SigningKey.generate(random) else { return (.nan, .nan) }
    let message = random.bytes(900)
    let signature = key.sign(message)
    let verifier = key.verifyingKey
    let (count, cores) = (10_000, cores)
    let runs = (0..<3).map { _ in
      let before = clock()
      let seconds = Stopwatch.measure {
        DispatchQueue.concurrentPerform(iterations: cores) { _ in
          for _ in 0..<count { precondition(verifier.isValidSignature(signature, for: message)) }
        }
      }
      return (
        rate: Double(count * cores) / seconds,
        processor: Double(clock() - before) / Double(CLOCKS_PER_SEC) / Double(count * cores)
      )
    }
    return (Spread(runs.map(\.rate)).median, Spread(runs.map(\.processor)).least)
  }()

  /// From the shell until the program has ended, without a ledger and without a key.
  var start: Double { starting.seconds }
  /// Unlocking a key as its file asks (Argon2id).
  var unlock: Double { unlocking.seconds }
  /// Processor time of starting, and of starting and unlocking.
  var startProcessor: Double { starting.processor }
  var unlockProcessor: Double { starting.processor + unlocking.processor }

  private lazy var starting: (seconds: Double, processor: Double) = {
    let runs = (0..<9).compactMap { _ in try? spawner.run(program, ["--version"]) }
    return (Spread(runs.map(\.seconds)).median, Spread(runs.map(\.processor)).median)
  }()

  private lazy var unlocking: (seconds: Double, processor: Double) = {
    let passphrase = SecretBytes(Array(Place.passphrase.utf8))
    guard let key = try? KeyPair.generate(random),
      let file = try? KeyFile(key, rol: .secretariaat, passphrase: passphrase, random: random)
    else { return (.nan, .nan) }
    let runs = (0..<7).map { _ in
      let before = clock()
      let seconds = Stopwatch.measure { _ = try? file.unlock(passphrase) }
      return (seconds: seconds, processor: Double(clock() - before) / Double(CLOCKS_PER_SEC))
    }
    return (Spread(runs.map(\.seconds)).median, Spread(runs.map(\.processor)).median)
  }()

  /// The same work as appends did, batch for batch: signing, hashing, sealing, inserting, and durable commits.
  func append(_ batches: [Work]) throws -> Double {
    place.clear("floor")
    let folder = place.root.appendingPathComponent("floor")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { place.clear("floor") }
    let log = try database(
      folder, "log",
      "CREATE TABLE event (position INTEGER PRIMARY KEY, id TEXT UNIQUE, stream TEXT, seq INTEGER, hash BLOB, leaf BLOB, UNIQUE (stream, seq))"
    )
    let vault = try database(
      folder, "vault", "CREATE TABLE sealed (event TEXT, field TEXT, body BLOB, PRIMARY KEY (event, field))")
    let signer = try SigningKey.generate(random)
    let circle = try BoxSecretKey.generate(random).publicKey
    var number = 0
    return try Stopwatch.measure {
      for work in batches {
        for document in work.documents { try store(document, in: folder, number: &number) }
        if work.seals { try seal(work, circle, in: vault) }
        try log.write { db in
          let insert = try db.cachedStatement(
            sql: "INSERT INTO event (id, stream, seq, hash, leaf) VALUES (?, ?, ?, ?, ?)")
          for leaf in work.leaves {
            number += 1
            _ = signer.sign(leaf)
            let hash = MerkleTree.leafHash(of: leaf)
            try insert.execute(arguments: [
              UUID().uuidString, "stream-\(number / 4)", number % 4, Data(hash.bytes), Data(leaf),
            ])
          }
          // The checkpoint over them.
          _ = signer.sign(random.bytes(150))
        }
      }
    }
  }

  /// One event from the shell: signed and committed, and its values sealed and committed where it has any.
  func one(seals: Bool) throws -> Double {
    var work = Work()
    work.leaves = [random.bytes(seals ? 900 : 600)]
    if seals {
      work.encrypted = (0..<4).map { _ in random.bytes(256) }
      work.keys = 1
    }
    let times = 20
    return try append(Array(repeating: work, count: times)) / Double(times)
  }

  private func seal(_ work: Work, _ circle: BoxPublicKey, in vault: DatabaseQueue) throws {
    let master = try SymmetricKey.generate(random)
    _ = try master.secret.withBytes { try circle.seal($0, random: random) }
    let key = try SymmetricKey.generate(random)
    try vault.write { db in
      let insert = try db.cachedStatement(sql: "INSERT INTO sealed (event, field, body) VALUES (?, ?, ?)")
      for _ in 0..<work.keys {
        let wrapped = key.secret.withBytes { master.seal($0, context: [], random: random) }
        try insert.execute(arguments: [UUID().uuidString, "key", Data(wrapped)])
      }
      for (value, isEncrypted) in work.encrypted.map({ ($0, true) }) + work.plain.map({ ($0, false) }) {
        // The digest that stands in the signed bytes.
        _ = SHA256.hash(value)
        let body = isEncrypted ? key.seal(value, context: [], random: random) : value
        try insert.execute(arguments: [UUID().uuidString, "field", Data(body)])
      }
    }
  }

  private func database(_ folder: URL, _ name: String, _ table: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(
      path: folder.appendingPathComponent("\(name).sqlite").path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL; \(table)") }
    return queue
  }

  private func store(_ document: [UInt8], in folder: URL, number: inout Int) throws {
    number += 1
    _ = SHA256.hash(document)
    try Self.writeDurably(Data(document), to: folder.appendingPathComponent("document-\(number)"))
  }

  private static func writeDurably(_ data: Data, to url: URL) throws {
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    let handle = try FileHandle(forWritingTo: url)
    try handle.write(contentsOf: data)
    try handle.synchronize()
    try handle.close()
  }

  /// Writing the files of a site again, hashed and durable.
  func files(of name: String) throws -> Double {
    place.clear("floor")
    let target = place.root.appendingPathComponent("floor")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    defer { place.clear("floor") }
    let source = place.root.appendingPathComponent(name)
    var urls: [URL] = []
    let walk = FileManager.default.enumerator(at: source, includingPropertiesForKeys: [.isRegularFileKey])
    while let url = walk?.nextObject() as? URL {
      if (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true { urls.append(url) }
    }
    let contents = try urls.map { try Data(contentsOf: $0) }
    return try Stopwatch.measure {
      for (index, data) in contents.enumerated() {
        _ = SHA256.hash([UInt8](data))
        try Self.writeDurably(data, to: target.appendingPathComponent("\(index)"))
      }
    }
  }
}
