import Foundation
import Governance

/// A file that is written anew each time, such as a calendar that others subscribed to.
///
/// What stands at a path is someone's choice: a link stays a link and its target is written, a pipe or a device gets the
/// bytes, and a file keeps its rights. Whoever reads a file meanwhile sees the old or the new one, never half of it.
public enum RewrittenFile {
  /// Writes the bytes.
  /// - Throws: `Failure` when they cannot be written; what was there is then as it was, unless it is no regular file.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    var there = stat()
    guard stat(path, &there) == 0 else { return try create(bytes, path) }
    switch there.st_mode & S_IFMT {
    case S_IFREG where there.st_nlink == 1:
      try replace(bytes, URL(fileURLWithPath: path).resolvingSymlinksInPath().path, there)
    // Another name of the same file would keep the old bytes.
    case S_IFREG: try overwrite(bytes, path, O_TRUNC)
    case S_IFDIR:
      throw Failure(
        .badInput,
        Text(nl: "«\(path)» is een map, verwacht een bestand", en: "“\(path)” is a directory; expected a file"),
        remedy: Text(nl: "geef de naam van een bestand", en: "give the name of a file"))
    default: try overwrite(bytes, path, 0)
    }
  }

  /// Nothing stands there, or a link that leads nowhere yet: what it names is made.
  private static func create(_ bytes: [UInt8], _ path: String) throws {
    try write(bytes, path, open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644))
  }

  private static func overwrite(_ bytes: [UInt8], _ path: String, _ flags: Int32) throws {
    // A pipe that nobody reads would keep one waiting.
    try write(bytes, path, open(path, O_WRONLY | O_CLOEXEC | O_NONBLOCK | flags))
  }

  /// Puts a new file of the same owner and rights in the place of a regular one.
  private static func replace(_ bytes: [UInt8], _ path: String, _ there: stat) throws {
    guard access(path, W_OK) == 0 else { throw failure(path, errno) }
    let beside = "\(path).\(UUID().uuidString.prefix(8)).nieuw"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    // In a folder where nothing may be made, the file itself may still be written.
    guard descriptor >= 0 else { return try overwrite(bytes, path, O_TRUNC) }
    do {
      try write(bytes, path, descriptor) {
        // Only root may give a file away; without that it would be someone else's.
        let isOwn = there.st_uid == geteuid() || fchown(descriptor, there.st_uid, there.st_gid) == 0
        return isOwn && fchmod(descriptor, there.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
          && rename(beside, path) == 0
      }
    } catch {
      unlink(beside)
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], _ path: String, _ descriptor: Int32, then finish: () -> Bool = { true }
  ) throws {
    guard descriptor >= 0 else { throw failure(path, errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do { try handle.write(contentsOf: Data(bytes)) } catch { throw failure(path, errno) }
    guard finish() else { throw failure(path, errno) }
  }

  private static func failure(_ path: String, _ code: Int32) -> Failure {
    Failure(
      .io,
      Text(nl: "«\(path.safe())» is niet te schrijven: ", en: "“\(path.safe())” cannot be written: ")
        + SystemError.sentence(code),
      remedy: Text(
        nl: "kies een ander bestand, of kijk wie daar mag schrijven",
        en: "choose another file, or see who may write there"))
  }
}
