import CAgent
import Glibc
import Governance
import LedgerCrypto

/// A command that gives a passphrase as the first line it prints, as `pass show` or `secret-tool lookup` do.
///
/// No shell reads it: its words are taken apart as a shell would, with quotes, and nothing in them is expanded. It runs at this
/// terminal, so that it can ask something itself.
struct PassphraseCommand {
  private let words: [String]
  private let name: String

  /// How much of what it prints is read, beyond which it can hardly be meant.
  private static let mostBytes = 1 << 20

  /// Takes a line apart.
  /// - Throws: ``Governance/Failure`` of kind `badInput` when it has no words, or a quote that does not close.
  init(_ line: String) throws {
    name = Self.name(line)
    guard let words = Self.words(line), !words.isEmpty, words.count <= 64 else {
      throw PassphraseFailure.malformedCommand(name)
    }
    self.words = words
  }

  /// What it is called in a message: its program only, because a secret may be among the other words.
  static func name(_ line: String) -> String { String((words(line)?.first ?? "").prefix(80)).safe() }

  /// Runs it and reads its first line.
  func read() throws -> SecretBytes {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw PassphraseFailure.commandNotStarted(name, errno) }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let block = words.flatMap { Array($0.utf8) + [0] }.map { CChar(bitPattern: $0) }
    let process = waarborg_run(block, block.count, -1, writing)
    let problem = errno
    close(writing)
    defer { close(reading) }
    guard process >= 0 else { throw PassphraseFailure.commandNotStarted(name, problem) }
    var line = firstLine(from: reading)
    defer { SecretBytes.wipe(&line) }
    let status = waarborg_wait(process)
    guard status == 0 else { throw PassphraseFailure.commandFailed(name, status) }
    return try Passphrase.line(line, from: Text(nl: "de uitvoer van \(name)", en: "the output of \(name)"))
  }

  /// The first line; the rest is read as well, or a command that prints more would be cut off and look failed.
  private func firstLine(from descriptor: Int32) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(PassphraseLine.capacity + 8)
    var chunk = [UInt8](repeating: 0, count: 4096)
    defer { SecretBytes.wipe(&chunk) }
    var (isDone, total) = (false, 0)
    while total < Self.mostBytes {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      total += count
      for byte in chunk[..<count] where !isDone {
        isDone = byte == 0x0A
        // One more than fits tells too long from just fitting.
        if !isDone, line.count < PassphraseLine.capacity + 4 { line.append(byte) }
      }
    }
    return line
  }

  /// The words of a line; nil when a quote does not close.
  static func words(_ line: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else { return nil }
    return words + [word].compactMap(\.self)
  }
}
