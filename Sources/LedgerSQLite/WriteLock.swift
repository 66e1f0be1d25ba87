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
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      switch errno {
      case EROFS, EACCES, EPERM: throw StoreError.readOnly(path: path)
      case ENOSPC, EDQUOT: throw StoreError.full(path: path)
      case ENOENT, ENOTDIR: throw StoreError.noLedger(path: path)
      default: throw StoreError.io(path: path, detail: String(cString: strerror(errno)))
      }
    }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, Date() < deadline else {
        let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        close(descriptor)
        throw StoreError.busy(holder: holder.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      usleep(5_000)
    }
    self.descriptor = descriptor
    // Who holds the lock is a courtesy; failing to write it must not fail the work.
    ftruncate(descriptor, 0)
    let holder = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    try? holder.seek(toOffset: 0)
    try? holder.write(contentsOf: Data("pid \(getpid())\n".utf8))
  }

  deinit {
    ftruncate(descriptor, 0)
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
