import Ledger
import LedgerCrypto
import Testing

/// What every log store must do; a new store passes by calling this on an empty one.
struct LogStoreConformance {
  let log: any LogStore
  let writer: Writer

  init(_ log: any LogStore) throws {
    self.log = log
    writer = try Writer()
  }

  func checkEverything() throws {
    try checkEmpty()
    try checkAppendIsWholeOrNothing()
    try checkIdempotency()
    try checkKnownHead()
    try checkRefusals()
    try checkReading()
    try checkTree(size: 256, appends: 1)
    try checkTree(size: 513, appends: 3)
    try checkTiles()
    #expect(try log.structuralFindings() == [])
  }

  func checkEmpty() throws {
    #expect(try log.size() == 0)
    #expect(try log.entry(at: 0) == nil)
    #expect(try log.entries(from: 0, limit: 10) == [])
    #expect(try log.position(of: Writer.id(0)) == nil)
    #expect(try log.version(of: Writer.stream(0)) == 0)
    #expect(try log.positions(in: Writer.stream(0)) == [])
    #expect(try log.latestCheckpoint() == nil)
    #expect(try log.checkpoints(after: 0, limit: 10) == [])
    #expect(try log.tiles(after: nil, limit: 10) == [])
  }

  func checkAppendIsWholeOrNothing() throws {
    #expect(throws: Interrupted.self) {
      try log.write { log in
        try log.insert(LogEntry(position: 0, event: try writer.event(0, seq: 1)))
        try log.insert(StoredCheckpoint(size: 1, note: "x"))
        #expect(try log.size() == 1)
        throw Interrupted()
      }
    }
    try checkEmpty()
    #expect(throws: AppendError.nothingToAppend) { try writer.append([], to: log) }
    let gap = [try writer.event(0, seq: 1), try writer.event(1, seq: 3)]
    let stream = try Writer.stream(0).description
    #expect(throws: AppendError.streamMoved(stream: stream, expected: 2, found: 1)) {
      try writer.append(gap, to: log)
    }
    try checkEmpty()
  }

  func checkIdempotency() throws {
    let events = [try writer.event(0, seq: 1), try writer.event(1, seq: 2)]
    let ids = try (0..<3).map { try Writer.id($0).description }
    let first = try writer.append(events, to: log)
    #expect(first.positions == [0, 1] && !first.wasThere)
    let again = try writer.append(events, to: log, expecting: 0)
    #expect(again.positions == [0, 1] && again.wasThere)
    #expect(again.checkpoint == first.checkpoint)
    #expect(try writer.append([events[1]], to: log, expecting: 99).positions == [1])
    #expect(throws: AppendError.idTaken(id: ids[1], position: 1)) {
      try writer.append([try writer.event(1, seq: 2, text: "y")], to: log)
    }
    #expect(throws: AppendError.partlyAppended(id: ids[1], position: 1)) {
      try writer.append([events[1], try writer.event(2, seq: 3)], to: log)
    }
    #expect(throws: AppendError.idTaken(id: ids[2], position: 2)) {
      try writer.append([try writer.event(2, seq: 3), try writer.event(2, seq: 3)], to: log)
    }
    #expect(try log.size() == 2)
  }

  /// What is known of the log is not looked up again, and still nothing that does not fit gets in.
  func checkKnownHead() throws {
    let appender = LogAppender(store: log, origin: Writer.origin, signer: writer.signer)
    let head = LogHead(versions: [try Writer.stream(0): 2])
    let taken = try writer.event(1, seq: 3, text: "y")
    #expect(throws: (any Error).self) { try appender.append([taken], expecting: 2, knowing: head) }
    let stream = try Writer.stream(0).description
    #expect(throws: AppendError.streamMoved(stream: stream, expected: 3, found: 2)) {
      try appender.append([try writer.event(2, seq: 4)], expecting: 2, knowing: head)
    }
    #expect(throws: AppendError.headMoved(expected: 1, found: 2)) {
      try appender.append([try writer.event(2, seq: 3)], expecting: 1, knowing: head)
    }
    #expect(try log.size() == 2)
  }

  func checkRefusals() throws {
    let next = try writer.event(2, seq: 3)
    for wrong in [UInt64(0), 1, 3, .max] {
      #expect(throws: AppendError.headMoved(expected: wrong, found: 2)) {
        try writer.append([next], to: log, expecting: wrong)
      }
    }
    let streams = try (0..<2).map { try Writer.stream($0).description }
    for seq in [Int64(1), 2, 4] {
      #expect(throws: AppendError.streamMoved(stream: streams[0], expected: seq - 1, found: 2)) {
        try writer.append([try writer.event(2, seq: seq)], to: log)
      }
    }
    #expect(throws: AppendError.streamMoved(stream: streams[1], expected: 1, found: 0)) {
      try writer.append([try writer.event(2, stream: 1, seq: 2)], to: log)
    }
    #expect(throws: AppendError.otherLedger(origin: "elders.example")) {
      try writer.append([try writer.event(2, seq: 3, origin: "elders.example")], to: log)
    }
    #expect(try log.size() == 2)
  }

  func checkReading() throws {
    try writer.append([try writer.event(2, stream: 1, seq: 1), try writer.event(3, seq: 3)], to: log)
    #expect(try log.size() == 4)
    #expect(try log.positions(in: Writer.stream(0)) == [0, 1, 3])
    #expect(try log.positions(in: Writer.stream(1)) == [2])
    #expect(try log.version(of: Writer.stream(0)) == 3)
    #expect(try log.position(of: Writer.id(3)) == 3)
    #expect(try log.entries(from: 1, limit: 2).map(\.position) == [1, 2])
    #expect(try log.entries(from: 4, limit: 2) == [])
    #expect(try log.entry(at: 3) == LogEntry(position: 3, event: writer.event(3, seq: 3)))
    for beyond in [UInt64(4), UInt64(Int64.max), .max] {
      #expect(try log.entry(at: beyond) == nil)
      #expect(try log.checkpoints(after: beyond, limit: 1) == [])
    }
    #expect(try log.checkpoints(after: 0, limit: 10).map(\.size) == [2, 4])
    #expect(try log.checkpoints(after: 2, limit: 10).map(\.size) == [4])
    #expect(try log.checkpoints(after: 0, limit: 1).map(\.size) == [2])
    #expect(try log.latestCheckpoint()?.size == 4)
  }

  /// Grows the log to `size` entries: the checkpoint signs the root of exactly these leaves.
  func checkTree(size: Int, appends: Int) throws {
    for left in (1...appends).reversed() { try writer.fill(log, (size - Int(try log.size())) / left) }
    let entries = try log.entries(from: 0, limit: 1000)
    #expect(entries.map(\.position) == Array(0..<UInt64(size)))
    #expect(entries.allSatisfy { $0.leafHash == MerkleTree.leafHash(of: $0.leaf) })
    var tree = TreeAppender()
    for entry in entries { _ = tree.append(entry.leafHash) }
    let stored = try #require(try log.latestCheckpoint())
    let checkpoint = try Checkpoint(text: SignedNote(Array(stored.note.utf8)).text)
    #expect(checkpoint.root == tree.root())
    #expect(checkpoint.size == UInt64(size) && stored.size == UInt64(size))
  }

  func checkTiles() throws {
    #expect(try log.tiles(after: nil, limit: 10).map { [UInt64($0.level), $0.index] } == [[0, 0], [0, 1]])
    #expect(try log.tiles(after: (level: 0, index: 0), limit: 10).map(\.index) == [1])
    #expect(try log.tiles(after: nil, limit: 1).count == 1)
    let leaves = try log.entries(from: 256, limit: 257).map(\.leafHash)
    #expect(try log.hashes(level: 0, index: 1, width: 256) == Array(leaves.prefix(256)))
    #expect(try log.hashes(level: 0, index: 2, width: 1) == [leaves[256]])
    #expect(try log.hashes(level: 1, index: 0, width: 2) == log.tiles(after: nil, limit: 2).map(\.root))
  }
}
