import Foundation
import Ledger
import LedgerCrypto
import Testing

@testable import LedgerSQLite

@Suite struct ConcurrencyTests {
  let scratch: Scratch
  let writer: Writer

  init() throws {
    scratch = try Scratch()
    writer = try Writer()
  }

  @Test func `a second writer waits, and then hears who is writing`() throws {
    let ledger = try scratch.ledger()
    let impatient = LedgerDirectory(ledger.url, waiting: 0.05)
    try ledger.write { _ in
      #expect(throws: StoreError.busy(holder: "pid \(getpid())")) { try impatient.write { _ in } }
      #expect(throws: Never.self) { try impatient.read { _ in } }
    }
    #expect(throws: Never.self) { try impatient.write { _ in } }
  }

  @Test func `a lock is free again when its holder is gone`() throws {
    let ledger = try scratch.ledger(waiting: 0)
    #expect(throws: Interrupted.self) { try ledger.write { _ in throw Interrupted() } }
    try ledger.write { try #expect($0.log.size() == 0) }
  }

  @Test func `whoever waited for a lock whose file was cleared away takes it anew`() async throws {
    let path = scratch.url.appendingPathComponent("x.lock").path
    var first: WriteLock? = try WriteLock(path: path, waiting: 0)
    async let isGuarded = Task.detached {
      let second = try WriteLock(path: path, waiting: 10)
      defer { withExtendedLifetime(second) {} }
      return (try? WriteLock(path: path, waiting: 0)) == nil
    }.value
    // Long enough for the second to have opened the file; were it slower, the test would pass without proving anything.
    try await Task.sleep(for: .milliseconds(50))
    #expect(unlink(path) == 0)
    #expect(first != nil)
    first = nil
    #expect(try await isGuarded)
  }

  @Test func `ten tasks with ten appends each make a hundred entries without a gap, while others read`() async throws {
    let ledger = try scratch.ledger()
    let writer = writer
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<10 {
        group.addTask {
          for number in 0..<10 {
            let event = try writer.event(task * 10 + number, stream: task, seq: Int64(number) + 1)
            try ledger.write { _ = try writer.append([event], to: $0.log) }
            await Task.yield()
          }
        }
      }
      for _ in 0..<3 {
        group.addTask {
          for _ in 0..<60 {
            try ledger.read { stores in
              let size = try stores.log.size()
              #expect(try stores.log.entries(from: 0, limit: Int(size)).count == Int(size))
              #expect(try stores.vault.events(after: nil, limit: 1) == [])
            }
            await Task.yield()
          }
        }
      }
      try await group.waitForAll()
    }
    try ledger.read { stores in
      #expect(try stores.log.entries(from: 0, limit: 1000).map(\.position) == Array(0..<100))
      #expect(try stores.log.checkpoints(after: 0, limit: 1000).map(\.size) == Array(1...100))
      for task in 0..<10 { try #expect(stores.log.positions(in: Writer.stream(task)).count == 10) }
    }
  }

  @Test func `of appends that expect the same head exactly one succeeds`() async throws {
    let ledger = try scratch.ledger()
    let writer = writer
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          let event = try? writer.event(task, stream: task, seq: 1)
          let done = event.map { event in
            (try? ledger.write { try writer.append([event], to: $0.log, expecting: 0) }) != nil
          }
          return done ?? false
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 1)
    try ledger.read { try #expect($0.log.size() == 1) }
  }
}
