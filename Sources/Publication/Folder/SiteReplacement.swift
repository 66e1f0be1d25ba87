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
  /// The folder beside the site's that holds the new site before the swap, and the old one after it.
  private let workplace: URL
  private let beside: URL
  private var isSwapped = false

  /// Stands in the workplace before anything else, so that it can be recognised as ours and cleared away.
  private static let mark = "Tijdelijke map van een publicatie van waarborg; mag weg als er geen loopt.\n"
  private var markPath: String { workplace.appendingPathComponent("LEESMIJ").path }

  /// Prepares to replace what is in a folder.
  public init(_ folder: SiteFolder) {
    self.folder = folder
    workplace = folder.url.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.url.lastPathComponent).waarborg")
    beside = workplace.appendingPathComponent("site")
  }

  /// Writes a new site beside the folder, file after file as it is made.
  /// - Throws: what `make` throws, and `Failure` of kind `io`; nothing is left beside the folder.
  public func prepare<Made>(_ make: (_ write: (SiteFile) throws -> Void) throws -> Made) throws -> Made {
    do {
      try begin()
      var folders: Set<String> = []
      let made = try make { try write($0, &folders) }
      try Self.syncFileSystem(of: beside)
      return made
    } catch {
      // What went wrong first is what a person must know.
      try? clear()
      throw error
    }
  }

  /// Swaps in the site that was prepared.
  /// - Throws: `Failure` of kind `io`; the folder is as it was and nothing is left beside it.
  public func carryOut() throws {
    do {
      try swap()
      isSwapped = true
      try Self.sync(folder.url.deletingLastPathComponent())
    } catch {
      try? undo()
      throw error
    }
  }

  /// Clears away a site that was prepared and never swapped in.
  public func discard() { if !isSwapped { try? clear() } }

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
    guard let kind = SiteFolder.kind(of: workplace.path) else { return }
    guard kind == .typeDirectory, isOurs else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(workplace.path) is niet van waarborg, en daar moet de nieuwe site worden klaargezet",
          en: "\(workplace.path) is not waarborg's, and the new site must be prepared there"),
        remedy: Text(nl: "geef het een andere naam", en: "give it another name"))
    }
    do {
      // The mark goes last: whatever interrupts this, what is left can still be recognised.
      if SiteFolder.kind(of: beside.path) != nil { try FileManager.default.removeItem(at: beside) }
      try FileManager.default.removeItem(at: workplace)
    } catch { throw SystemFailure.failure(workplace.path, error) }
  }

  /// Whether the workplace holds the mark, or was left before that could be written.
  private var isOurs: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: workplace.path)) ?? []
    let found = FileManager.default.contents(atPath: markPath) ?? Data()
    return found == Data(Self.mark.utf8)
      || names.allSatisfy { $0 == "LEESMIJ" } && Self.mark.utf8.starts(with: found)
  }

  private func begin() throws {
    try clear()
    try Self.makeFolder(workplace.path)
    try Self.write(Array(Self.mark.utf8), to: markPath)
    try Self.makeFolder(beside.path)
    // As open as what it replaces: a web server runs under another name than who publishes.
    if let mode = (try? FileManager.default.attributesOfItem(atPath: folder.url.path))?[.posixPermissions] {
      try? FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: beside.path)
    }
  }

  private func write(_ file: SiteFile, _ folders: inout Set<String>) throws {
    let root = beside.path
    var slash = file.path.startIndex
    while let next = file.path[slash...].firstIndex(of: "/") {
      let path = String(file.path[..<next])
      if folders.insert(path).inserted { try Self.makeFolder("\(root)/\(path)") }
      slash = file.path.index(after: next)
    }
    try Self.write(file.bytes, to: "\(root)/\(file.path)")
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
    let third = workplace.appendingPathComponent("oud").path
    guard rename(place, third) == 0 else { throw SystemFailure.failure(place, code: errno) }
    guard rename(new, place) == 0 else {
      let code = errno
      rename(third, place)
      throw SystemFailure.failure(place, code: code)
    }
    guard rename(third, new) == 0 else { throw SystemFailure.failure(third, code: errno) }
  }

  private static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o755) == 0 else { throw SystemFailure.failure(path, code: errno) }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemFailure.failure(path, code: errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    defer { close(descriptor) }
    do { try handle.write(contentsOf: Data(bytes)) } catch { throw SystemFailure.failure(path, error) }
  }

  /// Makes every file durable at once: one by one takes as many turns of the disk as there are files.
  private static func syncFileSystem(of url: URL) throws {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure.failure(url.path, code: errno) }
    defer { close(descriptor) }
    guard waarborg_sync_file_system(descriptor) == 0 else { throw SystemFailure.failure(url.path, code: errno) }
  }

  private static func sync(_ url: URL) throws {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure.failure(url.path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemFailure.failure(url.path, code: errno) }
  }
}
