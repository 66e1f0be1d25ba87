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
    let text = Data("pid \(getpid())\n".utf8)
    let holder = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    try? holder.seek(toOffset: 0)
    try? holder.write(contentsOf: text)
    ftruncate(descriptor, off_t(text.count))
  }

  private static func locked(_ path: String, until deadline: Date) throws -> Int32 {
    // Never through a link: whoever can write in this folder must not choose which file is emptied.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: throw StoreError.noLedger(path: path)
      case ELOOP, EISDIR, ENXIO: throw StoreError.notOwnFile(path: path)
      case let code: throw StoreError.system(path: path, code: code)
      }
    }
    guard isOwn(descriptor, at: path) else {
      close(descriptor)
      throw StoreError.notOwnFile(path: path)
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, Date() < deadline else {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        let holder = String(decoding: (try? file.read(upToCount: 100)) ?? Data(), as: UTF8.self)
        close(descriptor)
        throw StoreError.busy(holder: holder.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      usleep(5_000)
    }
    return descriptor
  }

  /// Whether it is a regular file with this one name, of whoever runs the program or owns the folder.
  private static func isOwn(_ descriptor: Int32, at path: String) -> Bool {
    var (file, folder) = (stat(), stat())
    guard fstat(descriptor, &file) == 0, stat((path as NSString).deletingLastPathComponent, &folder) == 0 else {
      return false
    }
    return file.st_mode & S_IFMT == S_IFREG && file.st_nlink <= 1
      && (file.st_uid == geteuid() || file.st_uid == folder.st_uid)
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
