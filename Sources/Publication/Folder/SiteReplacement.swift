import CRename
import Foundation
import Governance

/// Puts a site where another was, so that a visitor sees the old one or the new one and never something in between.
///
/// The new site is written beside the folder, made durable, and swapped in with one system call. If the process dies
///
/// | before | then |
/// |---|---|
/// | the swap | the old site is as it was; the folder beside it is cleared away by the next publication |
/// | the event is in the log | the new site is there and no event tells of it; the next publication replaces it and does |
/// | the old site is removed | the new site is there and recorded; the next publication clears the old one away |
public final class SiteReplacement {
  private let folder: SiteFolder
  private let beside: URL
  private var isSwapped = false

  /// Prepares to replace what is in a folder.
  public init(_ folder: SiteFolder) {
    self.folder = folder
    beside = folder.url.deletingLastPathComponent().appendingPathComponent(".\(folder.url.lastPathComponent).waarborg")
  }

  /// Writes the site and swaps it in.
  /// - Throws: `Failure` of kind `io`; the folder is as it was and nothing is left beside it.
  public func carryOut(_ site: Site, progress: (Int, Int) throws -> Void = { _, _ in }) throws {
    do {
      try write(site, progress)
      try swap()
      isSwapped = true
      try Self.sync(folder.url.deletingLastPathComponent())
    } catch {
      // What went wrong first is what a person must know.
      try? undo()
      throw error
    }
  }

  /// Puts back what was there before.
  public func undo() throws {
    if isSwapped {
      try swap()
      isSwapped = false
      try Self.sync(folder.url.deletingLastPathComponent())
    }
    try clear()
  }

  /// Clears away what was there before, once the publication has been recorded; what stays is cleared away by the next.
  public func finish() { try? clear() }

  private func clear() throws {
    guard SiteFolder.kind(of: beside.path) != nil else { return }
    do { try FileManager.default.removeItem(at: beside) } catch { throw SystemFailure.failure(beside.path, error) }
  }

  private func write(_ site: Site, _ progress: (Int, Int) throws -> Void) throws {
    try clear()
    try Self.makeFolder(beside)
    // As open as what it replaces: a web server runs under another name than who publishes.
    if let mode = (try? FileManager.default.attributesOfItem(atPath: folder.url.path))?[.posixPermissions] {
      try? FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: beside.path)
    }
    var folders: Set<String> = []
    for (number, file) in site.files.enumerated() {
      try progress(number, site.files.count)
      let names = file.path.split(separator: "/").dropLast()
      for depth in names.indices {
        let path = names[...depth].joined(separator: "/")
        if folders.insert(path).inserted { try Self.makeFolder(beside.appendingPathComponent(path)) }
      }
      try Self.write(file.bytes, to: beside.appendingPathComponent(file.path))
    }
    // A file is durable once its name is: the folders, the innermost first.
    for path in folders.sorted().reversed() { try Self.sync(beside.appendingPathComponent(path)) }
    try Self.sync(beside)
    try progress(site.files.count, site.files.count)
  }

  /// Swaps the new and the old; done twice, everything is as it was.
  private func swap() throws {
    let (new, place) = (beside.path, folder.url.path)
    guard folder.content != .absent else {
      let (from, to) = isSwapped ? (place, new) : (new, place)
      guard rename(from, to) == 0 else { throw SystemFailure.failure(place, code: errno) }
      return
    }
    if waarborg_exchange(new, place) == 0 { return }
    switch errno {
    case ENOSYS, EINVAL, ENOTSUP: try swapInSteps(new, place)
    case let code: throw SystemFailure.failure(place, code: code)
    }
  }

  /// For a file system that cannot swap: three renames, of which a failing one is undone.
  private func swapInSteps(_ new: String, _ place: String) throws {
    let third = new + "-oud"
    guard rename(place, third) == 0 else { throw SystemFailure.failure(place, code: errno) }
    guard rename(new, place) == 0 else {
      let code = errno
      rename(third, place)
      throw SystemFailure.failure(place, code: code)
    }
    guard rename(third, new) == 0 else { throw SystemFailure.failure(third, code: errno) }
  }

  private static func makeFolder(_ url: URL) throws {
    guard mkdir(url.path, 0o755) == 0 else { throw SystemFailure.failure(url.path, code: errno) }
  }

  private static func write(_ bytes: [UInt8], to url: URL) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemFailure.failure(url.path, code: errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    defer { close(descriptor) }
    do { try handle.write(contentsOf: Data(bytes)) } catch { throw SystemFailure.failure(url.path, error) }
    guard fsync(descriptor) == 0 else { throw SystemFailure.failure(url.path, code: errno) }
  }

  private static func sync(_ url: URL) throws {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure.failure(url.path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemFailure.failure(url.path, code: errno) }
  }
}
