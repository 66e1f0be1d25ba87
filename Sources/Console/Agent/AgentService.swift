import CAgent
import Foundation
import Governance
import LedgerCrypto

/// The process that keeps keys open: answers one question after another, until nothing is left to keep.
///
/// It ends when the last key has been let go, when the machine has slept, and when its socket is gone or is another one.
public struct AgentService {
  private let listener: Int32
  private let folder: AgentFolder
  private let socket: [UInt64]
  private var keys: HeldKeys
  private let began: AgentTime

  /// How long it waits for its first key.
  private static let firstKey = 10 * AgentTime.second
  /// How often it looks whether it should end, in milliseconds.
  private static let pause: Int32 = 1_000

  /// Takes over a socket that was made in a folder.
  /// - Throws: `Failure` when there is none, or this process cannot be kept private.
  public init(listener: Int32, folder path: String) throws {
    var status = stat()
    umask(0o077)
    guard waarborg_keep_private() == 0, chdir("/") == 0, fstat(listener, &status) == 0,
      status.st_mode & S_IFMT == S_IFSOCK, let folder = try AgentFolder(path), let socket = try folder.identity()
    else {
      throw Failure(
        .usage,
        Text(
          nl: "dit proces wordt door waarborg ontgrendel gestart",
          en: "this process is started by waarborg ontgrendel"))
    }
    (self.listener, self.folder, self.socket) = (listener, folder, socket)
    began = .now
    keys = HeldKeys(at: began)
    signal(SIGPIPE, SIG_IGN)
  }

  /// Serves until it is over.
  public mutating func run() {
    while isWanted {
      var wanted = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
      guard poll(&wanted, 1, Self.pause) > 0 else { continue }
      let descriptor = waarborg_accept(listener, AgentConnection.patience)
      // A listener that is none would be asked without end.
      guard descriptor >= 0 else { break }
      // Looked at once more: while it waited the machine may have slept, or the key have been let go.
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      if isWanted { serve(AgentConnection(descriptor)) } else { close(descriptor) }
    }
    keys.letGoOfAll()
    if (try? folder.identity()) == socket { unlinkat(folder.descriptor, AgentFolder.socket, 0) }
  }

  private var isWanted: Bool {
    mutating get {
      let now = AgentTime.now
      keys.letGo(at: now)
      guard (try? folder.identity()) == socket else { return false }
      return !keys.isEmpty || (!hasKept && now.sinceStart - began.sinceStart < Self.firstKey)
    }
  }
  private var hasKept = false

  private mutating func serve(_ connection: AgentConnection) {
    guard connection.isOfThisUser, let request = connection.receive().flatMap({ AgentRequest($0) }) else { return }
    var answer = answer(request, connection)
    var bytes = answer.bytes
    _ = connection.send(bytes)
    SecretBytes.wipe(&bytes)
    // What was in a box can be a key of a circle: the only copy is wiped, and no other is left.
    if case .bytes(var opened) = answer {
      answer = .absent
      SecretBytes.wipe(&opened)
    }
  }

  private mutating func answer(_ request: AgentRequest, _ connection: AgentConnection) -> AgentAnswer {
    guard case .keep(let path, let tag, let seconds) = request else { return keys.answer(request, at: .now) }
    guard let seeds = SecretBytes(guarding: KeyPair.seedsLength, from: connection.descriptor),
      let pair = try? KeyPair(seeds: seeds)
    else { return .refused }
    hasKept = true
    return keys.keep(pair, path: path, tag: tag, seconds: seconds, at: .now)
  }
}
