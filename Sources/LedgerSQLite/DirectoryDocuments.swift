import Foundation
import Ledger
import LedgerCrypto

/// Documents as files in `documents/ab/cdef…`, named by the SHA-256 of their bytes.
struct DirectoryDocuments: DocumentStore {
  let directory: URL

  func put(_ bytes: [UInt8]) throws -> Digest {
    let name = SHA256.hash(bytes)
    let destination = url(name)
    // A file that is there but damaged is written anew: its name says what it must contain.
    if let present = try self.bytes(of: name), SHA256.hash(present) == name { return name }
    let folder = destination.deletingLastPathComponent()
    try mapping(folder) {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    // Under the lock nobody else is writing: what is left here is of an append that did not finish, and of text that was
    // perhaps erased since.
    try sweepPartial()
    let held = try HeldFolder.making(partials)
    do {
      try writeDurably(bytes, to: name.hex, in: held)
      guard renameat(held.descriptor, name.hex, AT_FDCWD, destination.path) == 0 else {
        throw Self.error(destination.path)
      }
      // A new file is durable once its name is, and its folder's, and that of the folder of folders.
      for place in [folder, directory, directory.deletingLastPathComponent()] { try Self.sync(place.path) }
    } catch {
      unlinkat(held.descriptor, name.hex, 0)
      throw error
    }
    return name
  }

  /// Where a document is written before it has its name.
  private var partials: URL { directory.appendingPathComponent(".half") }
  /// Where a document that nothing refers to is put away.
  private var trash: URL { directory.appendingPathComponent(".weg") }

  func partialFiles() throws -> Int { try HeldFolder(partials)?.names().count ?? 0 }

  func sweepPartial() throws { try HeldFolder(partials)?.empty() }

  func discard(_ file: Digest) throws {
    let source = url(file)
    let held = try HeldFolder.making(trash)
    guard renameat(AT_FDCWD, source.path, held.descriptor, file.hex) == 0 || errno == ENOENT else {
      throw Self.error(source.path)
    }
    for place in [trash, source.deletingLastPathComponent()] { try Self.sync(place.path) }
  }

  func discardedFiles() throws -> Int { try HeldFolder(trash)?.names().count ?? 0 }

  func emptyTrash() throws { try HeldFolder(trash)?.empty() }

  func bytes(of file: Digest) throws -> [UInt8]? {
    let url = url(file)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return try mapping(url) { [UInt8](try Data(contentsOf: url)) }
  }

  func contains(_ file: Digest) throws -> Bool { FileManager.default.fileExists(atPath: url(file).path) }

  func remove(_ file: Digest) throws {
    let url = url(file)
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    try mapping(url) { try FileManager.default.removeItem(at: url) }
    try Self.sync(url.deletingLastPathComponent().path)
  }

  func forEachFile(_ body: (String) throws -> Void) throws {
    let files = FileManager.default
    for folder in (try? files.contentsOfDirectory(atPath: directory.path))?.sorted() ?? []
    where ![partials, trash].map(\.lastPathComponent).contains(folder) {
      let path = directory.appendingPathComponent(folder).path
      for name in (try? files.contentsOfDirectory(atPath: path))?.sorted() ?? [folder] {
        try body(name == folder ? folder : folder + name)
      }
    }
  }

  private func url(_ name: Digest) -> URL {
    directory.appendingPathComponent(String(name.hex.prefix(2))).appendingPathComponent(String(name.hex.dropFirst(2)))
  }

  private func writeDurably(_ bytes: [UInt8], to name: String, in folder: borrowing HeldFolder) throws {
    let path = "\(folder.path)/\(name)"
    let descriptor = openat(folder.descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.error(path) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    defer { try? handle.close() }
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
    } catch { throw Self.error(path) }
  }

  private static func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { throw error(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw error(folder) }
  }

  private func mapping<T>(_ url: URL, _ body: () throws -> T) throws -> T {
    do { return try body() } catch { throw Self.error(url.path, underlying: error) }
  }

  private static func error(_ path: String, underlying: (any Error)? = nil) -> StoreError {
    let code = ((underlying as? CocoaError)?.underlying as? POSIXError)?.code.rawValue ?? errno
    return StoreError.system(path: path, code: code)
  }
}

extension StoreError {
  /// The error that belongs to a system call's `errno`.
  static func system(path: String, code: Int32) -> StoreError {
    switch code {
    case EROFS, EACCES, EPERM: .readOnly(path: path)
    case ENOSPC, EDQUOT: .full(path: path)
    default: .io(path: path, detail: String(cString: strerror(code)))
    }
  }
}
