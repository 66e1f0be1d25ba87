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
    guard mkdir(partials.path, 0o700) == 0 || errno == EEXIST else { throw Self.error(partials.path) }
    guard let held = try openPartials() else { throw Self.error(partials.path) }
    defer { close(held) }
    do {
      try writeDurably(bytes, to: name.hex, in: held)
      guard renameat(held, name.hex, AT_FDCWD, destination.path) == 0 else { throw Self.error(destination.path) }
      // A new file is durable once its name is, and its folder's, and that of the folder of folders.
      for place in [folder, directory, directory.deletingLastPathComponent()] { try Self.sync(place.path) }
    } catch {
      unlinkat(held, name.hex, 0)
      throw error
    }
    return name
  }

  /// Where a document is written before it has its name.
  private var partials: URL { directory.appendingPathComponent(Self.partialsName) }
  private static let partialsName = ".half"

  func partialFiles() throws -> Int {
    guard let held = try openPartials() else { return 0 }
    defer { close(held) }
    return try mapping(partials) { try FileManager.default.contentsOfDirectory(atPath: partials.path).count }
  }

  func sweepPartial() throws {
    guard let held = try openPartials() else { return }
    defer { close(held) }
    let left = try mapping(partials) { try FileManager.default.contentsOfDirectory(atPath: partials.path) }
    guard !left.isEmpty else { return }
    // By the folder that was opened, not by its path: whoever exchanges it meanwhile must not choose what is removed.
    for name in left where unlinkat(held, name, 0) != 0 && errno != ENOENT {
      let path = partials.appendingPathComponent(name).path
      throw errno == EISDIR || errno == EPERM ? StoreError.notOwnFile(path: path) : Self.error(path)
    }
    guard fsync(held) == 0 else { throw Self.error(partials.path) }
  }

  /// The folder of what is half written, nil when there is none; never through a link, for it is emptied.
  private func openPartials() throws -> Int32? {
    let descriptor = open(partials.path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor < 0 else { return descriptor }
    switch errno {
    case ENOENT: return nil
    case ELOOP, ENOTDIR: throw StoreError.notOwnFile(path: partials.path)
    default: throw Self.error(partials.path)
    }
  }

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
    where folder != Self.partialsName {
      let path = directory.appendingPathComponent(folder).path
      for name in (try? files.contentsOfDirectory(atPath: path))?.sorted() ?? [folder] {
        try body(name == folder ? folder : folder + name)
      }
    }
  }

  private func url(_ name: Digest) -> URL {
    directory.appendingPathComponent(String(name.hex.prefix(2))).appendingPathComponent(String(name.hex.dropFirst(2)))
  }

  private func writeDurably(_ bytes: [UInt8], to name: String, in folder: Int32) throws {
    let path = partials.appendingPathComponent(name).path
    let descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
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
