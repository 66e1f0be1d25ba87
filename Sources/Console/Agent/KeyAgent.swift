import CAgent
import Foundation
import Governance
import LedgerCrypto

/// The process that keeps keys of this user open, as a command talks to it; there may be none.
public struct KeyAgent: Sendable {
  private let path: String
  /// Whether the system takes the folder away when the user logs out.
  public let endsAtLogout: Bool

  /// The one that belongs to an environment.
  public init(environment: [String: String]) {
    let folders = UserFolders(environment: environment)
    path = (folders.runtime ?? folders.state.appendingPathComponent("sleutelagent")).path
    endsAtLogout = folders.runtime != nil
  }

  /// It does not answer, or no longer keeps the key open.
  struct Gone: Error {
    let text: Text
  }

  /// How a key is kept.
  enum State: Equatable {
    /// Open, for so many seconds more.
    case open(UInt32)
    /// Not open here.
    case closed
    /// No longer, for its file is another now.
    case changed
  }

  /// Whether a key is open.
  /// - Throws: `AgentProblem` when there is a place to ask that is not to be trusted.
  func state(of key: StoredKey) throws -> State {
    guard let connection = try AgentFolder(path)?.connect() else { return .closed }
    switch ask(.seek(path: key.path, tag: key.tag), over: connection) {
    case .done(let seconds): return .open(seconds)
    case .changed: return .changed
    case .absent: return .closed
    default: throw AgentProblem(text: Self.silent)
    }
  }

  static let silent = Text(nl: "de sleutelagent antwoordt niet", en: "the key agent does not answer")

  /// A signature by a key that is open.
  /// - Throws: `Gone`, `AgentProblem`.
  func sign(_ message: [UInt8], with key: StoredKey) throws -> [UInt8] {
    guard case .bytes(let bytes) = try ask(.sign(message, tag: key.tag)) else { throw Gone(text: Self.silent) }
    return bytes
  }

  /// What is in a box that was sealed for a key that is open.
  /// - Throws: `CryptoError.doesNotOpen`, `Gone`, `AgentProblem`.
  func open(_ box: [UInt8], with key: StoredKey) throws -> SecretBytes {
    switch try ask(.open(box, tag: key.tag)) {
    case .bytes(var bytes):
      defer { SecretBytes.wipe(&bytes) }
      return SecretBytes(bytes)
    case .doesNotOpen: throw CryptoError.doesNotOpen
    default: throw Gone(text: Self.silent)
    }
  }

  /// Keeps a key open; starts the process when there is none.
  /// - Throws: `Failure` when that cannot be.
  func keep(_ pair: KeyPair, of key: StoredKey, seconds: UInt32) throws {
    do {
      guard let folder = try AgentFolder(path, isMade: true) else { throw AgentProblem(text: Self.silent) }
      let connection = try folder.alone { try folder.connect() ?? start(in: folder) }
      guard connection.send(AgentRequest.keep(path: key.path, tag: key.tag, seconds: seconds).bytes),
        pair.seeds.write(to: connection.descriptor), let answer = connection.receive().flatMap({ AgentAnswer($0) }),
        case .done = answer
      else { throw AgentProblem(text: Self.silent) }
    } catch let problem as AgentProblem { throw problem.failure }
  }

  /// Lets go of a key, or of all; how many were open.
  /// - Throws: `Failure` when who should do so cannot be trusted, or does not answer.
  func drop(_ key: StoredKey?) throws -> Int {
    do {
      guard let connection = try AgentFolder(path)?.connect() else { return 0 }
      guard case .done(let count)? = ask(key.map { .drop(path: $0.path) } ?? .dropAll, over: connection) else {
        throw AgentProblem(
          text: Self.silent,
          remedy: Text(
            nl: "haal \(path)/\(AgentFolder.socket) weg: het proces eindigt dan vanzelf",
            en: "remove \(path)/\(AgentFolder.socket): the process then ends by itself"))
      }
      return Int(count)
    } catch let problem as AgentProblem { throw problem.failure }
  }

  private func ask(_ request: AgentRequest) throws -> AgentAnswer {
    guard let connection = try AgentFolder(path)?.connect(), let answer = ask(request, over: connection) else {
      throw Gone(text: Self.silent)
    }
    if answer == .absent {
      throw Gone(text: Text(nl: "de sleutel is niet meer ontgrendeld", en: "the key is no longer unlocked"))
    }
    return answer
  }

  private func ask(_ request: AgentRequest, over connection: AgentConnection) -> AgentAnswer? {
    guard connection.send(request.bytes) else { return nil }
    return connection.receive().flatMap { AgentAnswer($0) }
  }

  /// Starts the process: this same program, away from the terminal, with the socket and nothing else that is open here.
  private func start(in folder: AgentFolder) throws -> AgentConnection {
    let listener = try folder.listen()
    defer { close(listener) }
    let problem = waarborg_start("/proc/self/exe", Self.command, folder.path, listener)
    guard problem == 0, let connection = try folder.connect() else {
      throw AgentProblem(
        text: Text(nl: "de sleutelagent is niet te starten: ", en: "the key agent cannot be started: ")
          + SystemError.sentence(problem))
    }
    return connection
  }

  /// The word with which the program starts as this process.
  public static let command = "sleutelagent"
  /// The descriptor on which the process finds its socket.
  public static let listener: Int32 = 3
}
