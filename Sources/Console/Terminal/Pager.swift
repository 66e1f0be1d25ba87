import CAgent
import Glibc

/// The program of the person's own in which a long list is read, as git chooses and starts it.
///
/// What it is called comes from the environment only, and what is listed reaches it on its standard input only.
struct Pager {
  private let words: [String]

  /// The one that was chosen; nil when a list is to be printed as it is.
  init?(environment: [String: String]) {
    guard let chosen = environment["WAARBORG_PAGER"] ?? environment["PAGER"] else {
      // On a terminal that can do nothing, a pager complains and waits.
      guard Terminal.understandsCodes(environment) else { return nil }
      words = ["less", "-FRX"]
      return
    }
    guard !chosen.allSatisfy(\.isWhitespace), chosen != "cat" else { return nil }
    // Also a `less` that is called without options shows colour, and leaves what fits on the screen.
    words = (environment["LESS"] == nil ? ["env", "LESS=FRX"] : []) + ["sh", "-c", chosen]
  }

  /// One that was started.
  struct Running {
    private let process: Int32
    private let descriptor: Int32
    private let formerInterrupt: sighandler_t?
    /// What it reads.
    let input: FileSink

    fileprivate init(process: Int32, descriptor: Int32) {
      (self.process, self.descriptor, input) = (process, descriptor, FileSink(descriptor))
      // An interrupt is a key of the pager's, and would leave it alone with the terminal.
      formerInterrupt = signal(SIGINT, SIG_IGN)
    }

    /// Says that this is all, and waits until it has been read.
    /// - Returns: Whether the program was there at all: a shell ends with 126 or 127 when it could not start it.
    func finish() -> Bool {
      close(descriptor)
      defer { signal(SIGINT, formerInterrupt) }
      return ![126, 127].contains(waarborg_wait(process))
    }
  }

  /// Starts it at this terminal; nil when there is no such program.
  func start() -> Running? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let block = words.flatMap { Array($0.utf8) + [0] }.map { CChar(bitPattern: $0) }
    let process = waarborg_run(block, block.count, reading, -1)
    close(reading)
    guard process >= 0 else {
      close(writing)
      return nil
    }
    return Running(process: process, descriptor: writing)
  }
}
