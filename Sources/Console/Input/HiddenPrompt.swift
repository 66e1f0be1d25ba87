import Glibc
import Governance
import LedgerCrypto

/// The controlling terminal with echo off, for as long as a closure runs.
struct HiddenPrompt: ~Copyable {
  private let descriptor: Int32
  private let language: Language

  /// Lends the terminal to `body` without echo, and puts it back as it was, also when `body` throws.
  ///
  /// Keys that send signals arrive as bytes meanwhile, so that Ctrl-C cannot end the process with echo still off.
  static func with<Result>(
    terminalAt path: String = "/dev/tty", _ language: Language, _ body: (borrowing HiddenPrompt) throws -> Result
  ) throws -> Result {
    let descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PassphraseFailure.noTerminal }
    defer { close(descriptor) }
    var original = termios()
    guard tcgetattr(descriptor, &original) == 0 else { throw PassphraseFailure.noTerminal }
    var hidden = original
    hidden.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
    guard tcsetattr(descriptor, TCSAFLUSH, &hidden) == 0 else { throw PassphraseFailure.noTerminal }
    let result: Swift.Result<Result, any Error> = Swift.Result {
      try body(HiddenPrompt(descriptor: descriptor, language: language))
    }
    // What was typed beyond the answer may be part of a pasted secret: dropped, or the shell would show it.
    tcsetattr(descriptor, TCSAFLUSH, &original)
    if case .failure(let error) = result, case Stop.interrupted = error {
      // The terminal is as it was: now the key may do what it always does.
      kill(getpid(), SIGINT)
    }
    return try result.get()
  }

  /// Asks once; the answer is never shown.
  func ask(_ question: Text) throws -> SecretBytes {
    show(question(language).safe() + ": ")
    defer { show("\n") }
    var line = PassphraseLine()
    while true {
      var byte: [UInt8] = [0]
      let count = read(descriptor, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { throw Stop.cancelled }
      let step = line.type(byte[0])
      explicit_bzero(&byte, 1)
      switch step {
      case .more: continue
      case .cancelled: throw Stop.cancelled
      case .interrupted: throw Stop.interrupted
      case .done: break
      }
      let secret = line.take()
      if line.hasControlKeys { throw PassphraseFailure.controlKeys }
      if line.isTooLong { throw PassphraseFailure.tooLong }
      if secret.count == 0 { throw PassphraseFailure.empty }
      return secret
    }
  }

  /// Tells something on the terminal between two questions.
  func tell(_ text: Text) { show(text(language).safe() + "\n") }

  private func show(_ text: String) { FileSink(descriptor).write(text) }

  /// No answer was given.
  enum Stop: Error {
    /// Ctrl-D, or a terminal that went away.
    case cancelled
    /// Ctrl-C.
    case interrupted
  }
}
