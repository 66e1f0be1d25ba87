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
  private static let mark = "Tijdelijke map van waarborg publiceer; mag weg als er geen publicatie loopt.\n"
  private var markPath: String { workplace.appendingPathComponent("LEESMIJ").path }

  /// Prepares to replace what is in a folder.
  public init(_ folder: SiteFolder) {
    self.folder = folder
    workplace = folder.url.deletingLastPathComponent()
      .appendingPathComponent(".\(folder.url.lastPathComponent).waarborg")
    beside = workplace.appendingPathComponent("site")
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

  private func write(_ site: Site, _ progress: (Int, Int) throws -> Void) throws {
    try clear()
    try Self.makeFolder(workplace)
    try Self.write(Array(Self.mark.utf8), to: URL(fileURLWithPath: markPath))
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
    let third = workplace.appendingPathComponent("oud").path
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
