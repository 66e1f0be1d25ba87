import Foundation
import GRDB
import TestBench
import Testing

/// A ledger that cannot be founded, opened or trusted.
struct BadLedgerTests {
  @Test func `A directory that already holds a ledger is not founded again`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.run(
        "init", bench.ledger, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat")
    }
    expectRefusal(outcome, Exit.badInput, saying: "niet leeg", "nieuwe map")
  }

  @Test func `A ledger path that is a file is refused, to found and to read`() throws {
    let bench = try Bench.founded()
    let file = try bench.write("geen grootboek", to: "bestand")
    let founding = try bench.run(
      "init", file, "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat")
    expectRefusal(founding, Exit.badInput, saying: "is een bestand")
    expectRefusal(try bench.run("status", "--ledger", file), Exit.badInput, saying: "is een bestand")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "geen grootboek")
  }

  @Test func `A directory without a ledger, or none at all, is said to hold none`() throws {
    let bench = try Bench.founded()
    try FileManager.default.createDirectory(atPath: bench.path("leeg"), withIntermediateDirectories: false)
    for name in ["leeg", "er-is-niets"] {
      let outcome = try bench.expectNothingWritten(in: name) { try bench.run("status", "--ledger", bench.path(name)) }
      expectRefusal(outcome, Exit.notFound, saying: "geen grootboek", "waarborg init")
    }
  }

  @Test(arguments: ["ledger voorbeeld.example", "ledger+voorbeeld.example", "", "lédger.example", "a\nb"])
  func `An origin that a signed note cannot name is refused`(origin: String) throws {
    let bench = try Bench.founded()
    let outcome = try bench.run(
      "init", bench.path("nieuw"), "--origin", origin, "--organisatie", "Gemeente Voorbeeld", "--als", "secretariaat")
    expectRefusal(outcome, Exit.badInput, saying: "--origin", "bijvoorbeeld")
    #expect(!FileManager.default.fileExists(atPath: bench.path("nieuw")))
  }

  @Test func `A log that shrank is refused for reading and for writing`() throws {
    let bench = try Bench.founded()
    let log = bench.root.appendingPathComponent("gemeente.ledger/log.sqlite")
    let yesterday = try Data(contentsOf: log)
    try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat").orThrow()
    try bench.removeScratchFiles()
    try yesterday.write(to: log)
    try bench.expectNothingWritten {
      expectRefusal(try bench.inLedger("status"), Exit.foundWanting, saying: "telde er eerder 4", "teruggezet")
      let append = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
      expectRefusal(append, Exit.foundWanting, saying: "telde er eerder 4", "teruggezet")
    }
  }

  @Test func `A log that was rolled back and grew another way is refused`() throws {
    let bench = try Bench.founded()
    let log = bench.root.appendingPathComponent("gemeente.ledger/log.sqlite")
    let yesterday = try Data(contentsOf: log)
    try bench.inLedger("organisatie", "orgaan", "Commissie", als: "secretariaat").orThrow()
    try bench.removeScratchFiles()
    try yesterday.write(to: log)
    // Someone whose memory is another writes on, and makes the log longer than it was.
    for name in ["Een", "Twee"] {
      try bench.run(
        ["organisatie", "orgaan", name, "--ledger", bench.ledger, "--als", "secretariaat"],
        environment: ["XDG_STATE_HOME": bench.path("elders")]
      ).orThrow()
    }
    try bench.expectNothingWritten {
      expectRefusal(try bench.inLedger("status"), Exit.foundWanting, saying: "herschreven")
      let append = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
      expectRefusal(append, Exit.foundWanting, saying: "herschreven")
    }
  }

  @Test(arguments: ["log.sqlite", "vault.sqlite"])
  func `A ledger of a newer version of the program is left alone`(file: String) throws {
    let bench = try Bench.founded()
    try bench.withDatabase(file) { try $0.execute(sql: "PRAGMA user_version = 99") }
    try bench.expectNothingWritten {
      let append = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
      expectRefusal(append, Exit.badInput, saying: file, "nieuwere versie", "formaat 99")
      expectRefusal(try bench.inLedger("status"), Exit.badInput, saying: file, "nieuwere versie")
    }
  }

  @Test func `A file that is no database of ours is called damaged`() throws {
    let bench = try Bench.founded()
    try Data(repeating: 0x41, count: 8192).write(to: bench.root.appendingPathComponent("gemeente.ledger/log.sqlite"))
    try bench.expectNothingWritten {
      let append = try bench.inLedger("organisatie", "orgaan", "Raad", als: "secretariaat")
      expectRefusal(append, Exit.io, saying: "log.sqlite", "beschadigd")
    }
  }

  @Test func `A full disk loses nothing, and with room again the work goes on`() throws {
    let bench = try Bench.founded()
    guard let disk = SmallDisk(bench.path("schijf"), kilobytes: 2048) else { return }
    let ledger = disk.path + "/gemeente.ledger"
    try FileManager.default.copyItem(atPath: bench.ledger, toPath: ledger)
    let append = ["organisatie", "orgaan", "Commissie", "--ledger", ledger, "--als", "secretariaat"]
    try disk.fill()
    try bench.expectNothingWritten(in: "schijf/gemeente.ledger") {
      expectRefusal(try bench.run(append), Exit.io, saying: "vol", "niets")
    }
    try disk.makeRoom()
    let after = try bench.run(append)
    #expect(after.exitCode == Exit.done, "\(after)")
    #expect(try bench.run("log", "--json", "--ledger", ledger).lines.count == 4)
  }

  @Test func `No ledger is founded on a disk without room, and nothing is left of the attempt`() throws {
    let bench = try Bench.founded()
    guard let disk = SmallDisk(bench.path("schijf"), kilobytes: 64) else { return }
    let outcome = try bench.run(
      "init", disk.path + "/nieuw", "--origin", Bench.origin, "--organisatie", "Gemeente Voorbeeld", "--als",
      "secretariaat")
    expectRefusal(outcome, Exit.io, saying: "vol")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == [])
  }

  @Test func `A read-only ledger can be read but not written`() throws {
    let bench = try Bench.founded()
    guard let disk = SmallDisk(bench.path("schijf"), kilobytes: 2048) else { return }
    let ledger = disk.path + "/gemeente.ledger"
    try FileManager.default.copyItem(atPath: bench.ledger, toPath: ledger)
    try disk.makeReadOnly()
    let append = try bench.run("organisatie", "orgaan", "Commissie", "--ledger", ledger, "--als", "secretariaat")
    expectRefusal(append, Exit.io, saying: "niet beschrijfbaar", "niets geschreven")
    let reading = try bench.run("log", "--json", "--ledger", ledger)
    #expect(reading.exitCode == Exit.done, "\(reading)")
    #expect(reading.lines.count == 3)
  }

  @Test func `A second writer waits until the first is done`() throws {
    let bench = try Bench.founded()
    let lock = try HeldLock(bench.ledger + "/ledger.lock")
    let running = try bench.start([
      "organisatie", "orgaan", "Commissie", "--ledger", bench.ledger, "--als", "secretariaat", "--wacht", "20",
    ])
    usleep(600_000)
    lock.release()
    let outcome = try running.finish()
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(outcome.seconds >= 0.5)
  }

  @Test func `A second writer that waits in vain says who holds the lock`() throws {
    let bench = try Bench.founded()
    let lock = try HeldLock(bench.ledger + "/ledger.lock", saying: "pid 4711")
    defer { lock.release() }
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("organisatie", "orgaan", "Commissie", "--wacht", "0.3", als: "secretariaat")
    }
    expectRefusal(outcome, Exit.busy, saying: "pid 4711", "niets geschreven", "--wacht")
    #expect(outcome.seconds < 10)
  }

  @Test func `Reading does not wait for a writer`() throws {
    let bench = try Bench.founded()
    let lock = try HeldLock(bench.ledger + "/ledger.lock")
    defer { lock.release() }
    let outcome = try bench.inLedger("log", "--json", "--wacht", "0.3")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
  }

  @Test func `A backup is not written over something that is there`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("backup", bench.path("kopie")).orThrow()
    let outcome = try bench.expectNothingWritten(in: "kopie") { try bench.inLedger("backup", bench.path("kopie")) }
    expectRefusal(outcome, Exit.badInput, saying: "niet leeg")
  }
}
