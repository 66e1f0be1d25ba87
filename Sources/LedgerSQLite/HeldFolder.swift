import Foundation
import Ledger

/// A folder that is opened once, never through a link, and worked in by what was opened: whoever exchanges it meanwhile must
/// not choose what is removed or where something is put.
struct HeldFolder: ~Copyable {
  let path: String
  let descriptor: Int32

  /// Opens a folder; nil when there is none.
  /// - Throws: `StoreError.notOwnFile` when something else stands in its place.
  init?(_ url: URL) throws {
    path = url.path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor < 0 else { return }
    switch errno {
    case ENOENT: return nil
    case ELOOP, ENOTDIR: throw StoreError.notOwnFile(path: path)
    default: throw StoreError.system(path: path, code: errno)
    }
  }

  /// Opens a folder, which is made when there is none.
  static func making(_ url: URL) throws -> HeldFolder {
    guard mkdir(url.path, 0o700) == 0 || errno == EEXIST else { throw StoreError.system(path: url.path, code: errno) }
    guard let folder = try HeldFolder(url) else { throw StoreError.system(path: url.path, code: ENOENT) }
    return folder
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What is in it.
  func names() throws -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: path) } catch {
      throw StoreError.system(
        path: path, code: ((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue ?? EIO)
    }
  }

  /// Removes everything that is in it, durably.
  func empty() throws {
    let left = try names()
    guard !left.isEmpty else { return }
    for name in left where unlinkat(descriptor, name, 0) != 0 && errno != ENOENT {
      let path = "\(path)/\(name)"
      throw errno == EISDIR || errno == EPERM ? StoreError.notOwnFile(path: path) : .system(path: path, code: errno)
    }
    try sync()
  }

  /// Makes durable what it holds.
  func sync() throws {
    guard fsync(descriptor) == 0 else { throw StoreError.system(path: path, code: errno) }
  }
}
