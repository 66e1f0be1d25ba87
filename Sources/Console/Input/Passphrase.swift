import Glibc
import Governance
import LedgerCrypto

/// Where a passphrase comes from: a file, an open descriptor, a command, or the person at the terminal.
///
/// Never an argument or the value of an environment variable: other users and child processes can read those.
public enum Passphrase: Sendable, Equatable {
  /// A file that only its owner may read, as in `--wachtwoord-bestand`.
  case file(String)
  /// A descriptor that the caller opened, as in `--wachtwoord-fd`.
  case descriptor(Int32)
  /// A command whose first line it is, as a password manager has one.
  case command(String)
  /// A question on the controlling terminal.
  case prompt

  /// What the passphrase is wanted for.
  public enum Purpose: Sendable {
    /// To open what exists: asked once.
    case opening
    /// To protect something new: asked twice.
    case creating
  }

  /// Chooses by the two options.
  ///
  /// - Throws: ``Governance/Failure`` of kind `usage` when both are given.
  public static func choose(file: String?, descriptor: Int32?) throws -> Passphrase {
    switch (file, descriptor) {
    case (.some, .some): throw PassphraseFailure.twoSources
    case (let path?, nil): return .file(path)
    case (nil, let number?): return .descriptor(number)
    case (nil, nil): return .prompt
    }
  }

  /// Chooses for a key: what was typed, else what is set for this key, else what is set for every key, else the person.
  ///
  /// - Throws: ``Governance/Failure`` of kind `usage` when two of one kind are given.
  public static func choose(
    _ options: KeyOptions, for name: String, _ environment: [String: String]
  ) throws -> Passphrase {
    let typed = try choose(file: options.wachtwoordBestand, descriptor: options.wachtwoordFd)
    guard typed == .prompt else { return typed }
    let own = "_" + name.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
    for suffix in [own, ""] {
      let (file, command) = ("WAARBORG_WACHTWOORD_BESTAND" + suffix, "WAARBORG_WACHTWOORD_OPDRACHT" + suffix)
      switch (environment[file], environment[command]) {
      case (.some, .some): throw PassphraseFailure.twoVariables(file, command)
      case (let path?, nil): return .file(path)
      case (nil, let line?): return .command(line)
      case (nil, nil): continue
      }
    }
    return .prompt
  }

  /// What it is called in a message; nil for the person.
  var origin: String? {
    switch self {
    case .file(let path): path
    case .descriptor(let number): "fd \(number)"
    case .command(let line): PassphraseCommand.name(line)
    case .prompt: nil
    }
  }

  /// Reads the passphrase; one newline at its end does not belong to it.
  ///
  /// - Parameter subject: What it is the passphrase of, as in "sleutel secretaris".
  /// - Throws: ``Governance/Failure`` of kind `badInput` when it is empty, too long or readable by others, `io` when
  ///   it cannot be read, `usage` when there is nobody to ask.
  public func read(_ purpose: Purpose, of subject: Text, language: Language) throws -> SecretBytes {
    try read(purpose, of: subject, language: language, terminalAt: "/dev/tty")
  }

  func read(
    _ purpose: Purpose, of subject: Text, language: Language, terminalAt terminal: String
  ) throws -> SecretBytes {
    switch self {
    case .file(let path): return try Self.read(fileAt: path)
    case .descriptor(let number): return try Self.read(from: number, named: Text("fd \(number)"))
    case .command(let line): return try PassphraseCommand(line).read()
    case .prompt:
      let question = Text(nl: "Wachtwoordzin van ", en: "Passphrase of ") + subject
      do {
        return try HiddenPrompt.with(terminalAt: terminal, language) { prompt in
          switch purpose {
          case .opening: try prompt.ask(question)
          case .creating: try Self.askTwice(question, prompt)
          }
        }
      } catch is HiddenPrompt.Stop {
        throw PassphraseFailure.cancelled
      }
    }
  }

  private static func askTwice(_ question: Text, _ prompt: borrowing HiddenPrompt) throws -> SecretBytes {
    for _ in 1...3 {
      let first = try prompt.ask(question)
      let second = try prompt.ask(Text(nl: "Nog eens, ter controle", en: "Once more, to be sure"))
      if first == second { return first }
      prompt.tell(Text(nl: "Die twee zijn niet gelijk; opnieuw.", en: "Those two are not the same; again."))
    }
    throw PassphraseFailure.notRepeated
  }

  private static func read(fileAt path: String) throws -> SecretBytes {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw PassphraseFailure.unreadable(Text(path), errno) }
    defer { close(descriptor) }
    // The opened file is what is judged, so that it cannot be exchanged in between.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw PassphraseFailure.unreadable(Text(path), errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw PassphraseFailure.unreadable(Text(path), EISDIR) }
    guard status.st_mode & 0o077 == 0 else { throw PassphraseFailure.readableByOthers(path, mode: status.st_mode) }
    return try read(from: descriptor, named: Text(path))
  }

  private static func read(from descriptor: Int32, named name: Text) throws -> SecretBytes {
    // One byte more than allowed plus a mark and a newline tells too long from just fitting; the size is fixed, because
    // growing would leave copies behind.
    let limit = PassphraseLine.capacity + 2 + mark.count
    var collected: [UInt8] = []
    collected.reserveCapacity(limit)
    var chunk = [UInt8](repeating: 0, count: limit)
    defer {
      explicit_bzero(&collected, collected.count)
      explicit_bzero(&chunk, chunk.count)
    }
    while collected.count < limit {
      let count = Glibc.read(descriptor, &chunk, limit - collected.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw PassphraseFailure.unreadable(name, errno) }
      if count == 0 { break }
      collected.append(contentsOf: chunk[..<count])
    }
    return try line(collected, from: name)
  }

  /// A line without its end: what a file or a command gave.
  static func line(_ collected: [UInt8], from name: Text) throws -> SecretBytes {
    // A mark with which some editors begin a file in UTF-8 is no more part of it than the newline at its end.
    let start = collected.starts(with: mark) ? mark.count : 0
    var length = collected.count
    if length > 0, collected[length - 1] == 0x0A { length -= 1 }
    if length > 0, length < collected.count, collected[length - 1] == 0x0D { length -= 1 }
    guard length > start else { throw PassphraseFailure.empty(name) }
    guard length - start <= PassphraseLine.capacity else { throw PassphraseFailure.tooLong }
    return SecretBytes(collected[start..<length])
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
