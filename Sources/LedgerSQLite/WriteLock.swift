import Foundation
import Ledger

/// The lock that makes one process the only writer; the file says who holds it.
///
/// `flock` is released by the system when the process dies, so no stale lock can block anyone.
final class WriteLock {
  private let descriptor: Int32

  /// Takes the lock, waiting at most `seconds`.
  /// - Throws: `StoreError.busy` naming the holder, `StoreError.readOnly`, `StoreError.io`.
  init(path: String, waiting seconds: Double) throws {
    let deadline = Date(timeIntervalSinceNow: seconds)
    var descriptor = try Self.locked(path, until: deadline)
    // Whoever clears a directory away takes the lock file with it; a lock on a removed file guards nothing.
    while !Self.isStill(descriptor, at: path) {
      close(descriptor)
      descriptor = try Self.locked(path, until: deadline)
    }
    self.descriptor = descriptor
    // Who holds the lock is a courtesy; failing to write it must not fail the work.
    ftruncate(descriptor, 0)
    let holder = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    try? holder.seek(toOffset: 0)
    try? holder.write(contentsOf: Data("pid \(getpid())\n".utf8))
  }

  private static func locked(_ path: String, until deadline: Date) throws -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw StoreError.noLedger(path: path)
      case let code: throw StoreError.system(path: path, code: code)
      }
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, Date() < deadline else {
        let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        close(descriptor)
        throw StoreError.busy(holder: holder.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      usleep(5_000)
    }
    return descriptor
  }

  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  deinit {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
