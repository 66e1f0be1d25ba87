import Governance
import Synchronization

/// Shows on standard error how far a long piece of work is; nothing at all when nobody is watching.
///
/// May be updated from several threads and as often as convenient: it draws at most ten times a second, and only once
/// the work has taken long enough to wonder about.
public final class ProgressBar: Sendable {
  private struct State {
    var latest: ProgressLine
    var lastDrawn: Duration?
    var isFinished = false
  }

  private static let patience = Duration.milliseconds(400)
  private static let interval = Duration.milliseconds(100)
  private static let eraseLine = "\r\u{1B}[K"

  private let terminal: Terminal
  private let isShown: Bool
  private let now: @Sendable () -> Duration
  private let start: Duration
  private let state: Mutex<State>

  /// Starts the clock for a piece of work.
  ///
  /// - Parameters:
  ///   - quiet: Whether to show nothing.
  ///   - now: The time since some fixed moment.
  public init(
    _ title: Text, on terminal: Terminal, quiet: Bool = false,
    now: @escaping @Sendable () -> Duration = ProgressBar.clock()
  ) {
    self.terminal = terminal
    self.now = now
    isShown = !quiet && terminal.messages.allowsRedrawing
    start = now()
    state = Mutex(
      State(latest: ProgressLine(title: title(terminal.language), done: 0, total: 0, elapsed: .zero), lastDrawn: nil))
  }

  /// The time since this call, from a clock that nobody can set.
  public static func clock() -> @Sendable () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// Tells how far the work is; a total of zero means that it is not known.
  public func update(_ done: Int, _ total: Int) {
    guard isShown else { return }
    state.withLock { state in
      let elapsed = now() - start
      state.latest = ProgressLine(title: state.latest.title, done: done, total: total, elapsed: elapsed)
      guard !state.isFinished, elapsed >= Self.patience else { return }
      if let last = state.lastDrawn, elapsed - last < Self.interval { return }
      state.lastDrawn = elapsed
      // One column stays free: some terminals wrap when the last one is filled.
      let line = state.latest.running(terminal.language, width: max(1, terminal.width - 1))
      terminal.messages.write("\r" + line + "\u{1B}[K")
    }
  }

  /// Replaces the bar by one line that stays; says nothing when the bar never showed.
  public func finish() {
    end { latest in latest.finished(terminal.language) + "\n" }
  }

  /// Removes the bar, because the work stopped before its end.
  public func abandon() {
    end { _ in "" }
  }

  /// Tells something above the bar.
  public func note(_ text: StyledText) {
    state.withLock { state in
      if state.lastDrawn != nil, !state.isFinished {
        terminal.messages.write(Self.eraseLine)
        // The next update draws the bar again at once.
        state.lastDrawn = .zero
      }
      terminal.note(text)
    }
  }

  private func end(with lastLine: (ProgressLine) -> String) {
    state.withLock { state in
      guard !state.isFinished else { return }
      state.isFinished = true
      guard state.lastDrawn != nil else { return }
      let latest = state.latest
      let line = ProgressLine(title: latest.title, done: latest.done, total: latest.total, elapsed: now() - start)
      terminal.messages.write(Self.eraseLine + lastLine(line))
    }
  }
}

extension Terminal {
  /// Lends a progress bar to a piece of work, and removes it when the work fails.
  public func withProgress<Result>(
    _ title: Text, quiet: Bool = false, _ work: (ProgressBar) throws -> Result
  ) rethrows -> Result {
    let bar = ProgressBar(title, on: self, quiet: quiet)
    defer { bar.abandon() }
    let result = try work(bar)
    bar.finish()
    return result
  }
}
