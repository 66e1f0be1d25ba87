import CAgent
import Foundation
import Governance

/// Why the process that keeps keys open is not used: something about where it listens is not as it should be.
struct AgentProblem: Error {
  let text: Text
  var remedy: Text?

  /// As what ends a command.
  var failure: Failure { Failure(.notPermitted, text, remedy: remedy) }
}

/// The private folder of the process that keeps keys open, opened once, so that nothing on the way can be exchanged.
final class AgentFolder: Sendable {
  /// The folder's path.
  let path: String
  /// The opened folder.
  let descriptor: Int32

  static let socket = "sleutels.sock"

  /// Opens the folder; nil when it is not there.
  /// - Parameter isMade: Whether to make it.
  /// - Throws: `AgentProblem` when it is a link, somebody else's, or open to others.
  init?(_ path: String, isMade: Bool = false) throws {
    if isMade { try Self.make(path) }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno != ENOENT else { return nil }
      let isLink = errno == ELOOP || errno == ENOTDIR
      throw AgentProblem(
        text: isLink
          ? Text(nl: "\(path) is een verwijzing of geen map", en: "\(path) is a link or no directory")
          : Text("\(path): ") + SystemError.sentence(errno),
        remedy: isLink ? Text(nl: "haal haar weg: rm \(path)", en: "remove it: rm \(path)") : nil)
    }
    (self.path, self.descriptor) = (path, descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw AgentProblem(text: SystemError.sentence(errno)) }
    guard status.st_uid == geteuid() else {
      throw AgentProblem(
        text: Text(
          nl: "de map \(path) is van een ander (gebruiker \(status.st_uid))",
          en: "the directory \(path) is somebody else's (user \(status.st_uid))"))
    }
    guard status.st_mode & 0o077 == 0 else {
      throw AgentProblem(
        text: Text(
          nl: "de map \(path) is open voor anderen (\(String(status.st_mode & 0o777, radix: 8)))",
          en: "the directory \(path) is open to others (\(String(status.st_mode & 0o777, radix: 8)))"),
        remedy: Text("chmod 700 \(path)"))
    }
  }

  deinit { close(descriptor) }

  /// Makes the folder, and what is above it where that is missing.
  private static func make(_ path: String) throws {
    var status = stat()
    // Also a link that leads nowhere is there.
    if lstat(path, &status) == 0 { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw AgentProblem(text: Text(nl: "\(path) is niet te maken", en: "\(path) cannot be made"))
    }
  }

  /// Which file the socket is, so that it can be told when another takes its place; nil when there is none.
  /// - Throws: `AgentProblem` when what is there is no socket of this user.
  func identity() throws -> [UInt64]? {
    var status = stat()
    guard fstatat(descriptor, Self.socket, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno != ENOENT else { return nil }
      throw AgentProblem(text: SystemError.sentence(errno))
    }
    let remedy = Text(nl: "haal het weg: rm \(path)/\(Self.socket)", en: "remove it: rm \(path)/\(Self.socket)")
    guard status.st_mode & S_IFMT == S_IFSOCK else {
      throw AgentProblem(
        text: Text(
          nl: "\(path)/\(Self.socket) is geen socket, maar een verwijzing of een ander bestand",
          en: "\(path)/\(Self.socket) is no socket, but a link or another file"),
        remedy: remedy)
    }
    guard status.st_uid == geteuid() else {
      throw AgentProblem(
        text: Text(
          nl: "\(path)/\(Self.socket) is van een ander (gebruiker \(status.st_uid))",
          en: "\(path)/\(Self.socket) is somebody else's (user \(status.st_uid))"),
        remedy: remedy)
    }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }

  /// Connects to whoever listens; nil when nobody does.
  /// - Throws: `AgentProblem` when that is not a process of this user.
  func connect() throws -> AgentConnection? {
    guard try identity() != nil else { return nil }
    let connection = waarborg_connect(descriptor, Self.socket, AgentConnection.patience)
    guard connection >= 0 else { return nil }
    let opened = AgentConnection(connection)
    guard opened.isOfThisUser else {
      throw AgentProblem(
        text: Text(
          nl: "achter \(path)/\(Self.socket) zit een proces van een ander",
          en: "behind \(path)/\(Self.socket) is a process of somebody else's"))
    }
    return opened
  }

  /// Begins to listen in the place of a socket that nobody listens at any more.
  func listen() throws -> Int32 {
    if try identity() != nil { unlinkat(descriptor, Self.socket, 0) }
    let listener = waarborg_listen(descriptor, Self.socket)
    // The folder is private already; the socket is so as well, whatever the umask.
    guard listener >= 0, fchmodat(descriptor, Self.socket, 0o600, 0) == 0 else {
      throw AgentProblem(
        text: Text(nl: "er is niet te luisteren in \(path): ", en: "cannot listen in \(path): ")
          + SystemError.sentence(errno))
    }
    return listener
  }

  /// Lends the folder to one at a time who starts a process for it.
  func alone<T>(_ body: () throws -> T) throws -> T {
    var tries = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      tries += 1
      guard errno == EWOULDBLOCK || errno == EINTR, tries < 100 else {
        throw AgentProblem(text: Text(nl: "\(path) is bezet", en: "\(path) is busy"))
      }
      usleep(50_000)
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
}
