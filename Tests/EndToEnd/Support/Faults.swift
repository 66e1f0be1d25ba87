import Foundation
import GRDB
import LedgerSQLite
import TestBench

/// A small disk of its own, gone with the value; nil where this process may not mount one.
final class SmallDisk {
  let path: String

  init?(_ path: String, kilobytes: Int) {
    self.path = path
    guard getuid() == 0,
      (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)) != nil,
      Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path)
    else {
      print("not tested: this user may not mount a tmpfs")
      return nil
    }
  }

  deinit { _ = Self.run("umount", "-l", path) }

  /// Takes all the room there is.
  func fill() throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent("vulling")
    try Data().write(to: url)
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    for size in [4096, 512, 1] {
      while (try? handle.write(contentsOf: Data(repeating: 0, count: size))) != nil {}
    }
  }

  /// Gives the room back.
  func makeRoom() throws { try FileManager.default.removeItem(atPath: path + "/vulling") }

  /// From now on nothing can be written, not even by root.
  func makeReadOnly() throws {
    guard Self.run("mount", "-o", "remount,ro", path) else { throw CocoaError(.fileWriteVolumeReadOnly) }
  }

  private static func run(_ program: String, _ arguments: String...) -> Bool {
    guard let url = Executable.onPath(program) else { return false }
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// A lock that this process holds, as another writer would.
final class HeldLock {
  private var descriptor: Int32

  init(_ path: String, saying holder: String = "") throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw CocoaError(.fileLocking) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(holder.utf8))
  }

  func release() {
    guard descriptor >= 0 else { return }
    flock(descriptor, LOCK_UN)
    close(descriptor)
    descriptor = -1
  }

  deinit { release() }
}

extension Bench {
  /// Changes one of the ledger's databases behind the program's back.
  func withDatabase<T>(_ file: String, in ledger: String? = nil, _ body: (Database) throws -> T) throws -> T {
    let place = ledger ?? self.ledger
    let queue = try DatabaseQueue(path: file == "views.sqlite" ? try views(of: place).path : place + "/" + file)
    let result = try queue.writeWithoutTransaction(body)
    try queue.close()
    return result
  }

  /// The file in which this bench's reader keeps the views of a ledger.
  func views(of ledger: String) throws -> URL {
    try LedgerDirectory(
      URL(fileURLWithPath: ledger), cache: URL(fileURLWithPath: path("cache")).appendingPathComponent("waarborg/views")
    ).viewPlace().file
  }

  /// Removes what SQLite keeps beside a database, as copying files back would.
  func removeScratchFiles() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: ledger)
    where name.hasSuffix("-wal") || name.hasSuffix("-shm") {
      try FileManager.default.removeItem(atPath: ledger + "/" + name)
    }
  }
}
