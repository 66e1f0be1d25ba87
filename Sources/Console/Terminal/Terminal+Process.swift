import Glibc
import Governance
import Synchronization

extension Terminal {
  /// The terminal, files or pipes that this process was started with.
  ///
  /// Ignores SIGPIPE for the whole process: a command that has written to the ledger must reach its end, and not die
  /// halfway because the reader of its report went away. What is written to a closed pipe is dropped.
  public static func process(language: Language, environment: [String: String]) -> Terminal {
    signal(SIGPIPE, SIG_IGN)
    let sinks = [FileSink(STDOUT_FILENO), FileSink(STDERR_FILENO)]
    let pager = isatty(STDOUT_FILENO) == 1 ? Pager(environment: environment) : nil
    let pages = pager.map {
      PagedOutput(
        $0, height: height(environment), output: sinks[0], messages: isatty(STDERR_FILENO) == 1 ? sinks[1] : nil)
    }
    var terminal = Terminal(
      language: language,
      output: .file(STDOUT_FILENO, environment, delivery: { pages?.delivery ?? sinks[0].delivery }) {
        if let pages { pages.write($0, to: .output) } else { sinks[0].write($0) }
      },
      messages: .file(STDERR_FILENO, environment, delivery: { sinks[1].delivery }) {
        if let pages, pages.takesMessages { pages.write($0, to: .messages) } else { sinks[1].write($0) }
      },
      width: columns(environment),
      isInteractive: isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1,
      readLine: { Swift.readLine() })
    terminal.pages = pages
    return terminal
  }

  /// Whether colour is allowed (https://no-color.org and https://bixense.com/clicolors/); NO_COLOR always wins.
  static func allowsColour(isTerminal: Bool, _ environment: [String: String]) -> Bool {
    if let no = environment["NO_COLOR"], !no.isEmpty { return false }
    if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
    return isTerminal && environment["CLICOLOR"] != "0" && understandsCodes(environment)
  }

  /// A terminal that does not say what it is, or says it is dumb, would show codes as text.
  static func understandsCodes(_ environment: [String: String]) -> Bool {
    guard let term = environment["TERM"] else { return false }
    return !term.isEmpty && term != "dumb"
  }

  private static func columns(_ environment: [String: String]) -> Int {
    measure("COLUMNS", environment, \.ws_col) ?? 80
  }

  private static func height(_ environment: [String: String]) -> Int { measure("LINES", environment, \.ws_row) ?? 24 }

  /// What the environment says of the terminal's size, else what the terminal says.
  private static func measure(
    _ name: String, _ environment: [String: String], _ side: KeyPath<winsize, UInt16>
  ) -> Int? {
    if let given = environment[name].flatMap({ Int($0) }), given > 0 { return given }
    var size = winsize()
    for descriptor in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size[keyPath: side] > 0 {
      return Int(size[keyPath: side])
    }
    return nil
  }
}

extension Terminal.Channel {
  fileprivate static func file(
    _ descriptor: Int32, _ environment: [String: String], delivery: @escaping @Sendable () -> Terminal.Delivery,
    write: @escaping @Sendable (String) -> Void
  ) -> Self {
    let isTerminal = isatty(descriptor) == 1
    return Self(
      isTerminal: isTerminal,
      allowsColour: Terminal.allowsColour(isTerminal: isTerminal, environment),
      allowsRedrawing: isTerminal && Terminal.understandsCodes(environment),
      delivery: delivery, write: write)
  }
}

/// Writes to a descriptor at once, so that nothing is lost when the process exits, and remembers the first error.
final class FileSink: Sendable {
  private let descriptor: Int32
  private let state = Mutex(Terminal.Delivery.open)

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  var delivery: Terminal.Delivery { state.withLock { $0 } }

  func write(_ text: String) {
    state.withLock { state in
      guard state == .open else { return }
      var rest = Array(text.utf8)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest, rest.count)
        if count == rest.count { return }
        if count >= 0 {
          rest.removeFirst(count)
        } else if errno == EAGAIN {
          // Another program made the shared descriptor non-blocking: wait until it takes more.
          var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wanted, 1, -1)
        } else if errno != EINTR {
          state = errno == EPIPE ? .readerGone : .failed(errno)
          return
        }
      }
    }
  }
}

/// What the system says about an error number.
enum SystemError {
  static func sentence(_ code: Int32) -> Text {
    let english = String(cString: strerror(code))
    let dutch: String? =
      switch code {
      case EEXIST: "bestaat al"
      case ENOENT: "die plaats bestaat niet"
      case EACCES, EPERM: "geen toegang"
      case ENOTDIR: "daar is geen map"
      case EISDIR: "dat is een map"
      case ENOSPC, EDQUOT: "de schijf is vol"
      case EROFS: "daar kan niet worden geschreven"
      case ENAMETOOLONG: "de naam is te lang"
      case ELOOP: "te veel verwijzingen achter elkaar"
      case EIO: "de schijf geeft een fout"
      case EMFILE, ENFILE: "er staan te veel bestanden open"
      default: nil
      }
    return Text(nl: dutch ?? "fout \(code) van het systeem", en: english)
  }
}
