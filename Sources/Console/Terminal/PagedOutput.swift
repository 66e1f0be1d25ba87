import Synchronization

/// What is written to a screen, of which a list that is longer than the screen goes through a pager.
///
/// A list is held back only until it is longer than the screen; what is said beside it on the same screen keeps its place in it.
final class PagedOutput: Sendable {
  /// The stream that something was written to.
  enum Stream { case output, messages }

  private enum State {
    /// No list: everything is written at once.
    case direct
    /// A list that still fits.
    case held([Piece], lines: Int)
    /// A list in a pager, with what it was given as long as it may turn out that there is no such program.
    case paged(Pager.Running, [Piece]?, bytes: Int)
    /// The pager was left before the end of the list.
    case left
  }

  private typealias Piece = (text: String, stream: Stream)

  /// More than fits in a pipe: whoever has taken this much is there.
  private static let proof = 1 << 20

  private let pager: Pager
  private let height: Int
  private let output: FileSink
  private let messages: FileSink?
  private let state = Mutex(State.direct)

  /// - Parameters:
  ///   - height: How many lines the screen has.
  ///   - messages: Where messages go, when that is the screen as well.
  init(_ pager: Pager, height: Int, output: FileSink, messages: FileSink?) {
    (self.pager, self.height, self.output, self.messages) = (pager, height, output, messages)
  }

  /// Whether messages are on the same screen.
  var takesMessages: Bool { messages != nil }

  /// What became of the data; a pager that was left is a reader that has gone.
  var delivery: Terminal.Delivery {
    state.withLock { if case .left = $0 { .readerGone } else { output.delivery } }
  }

  /// A list begins.
  func begin() {
    state.withLock { if case .direct = $0 { $0 = .held([], lines: 0) } }
  }

  /// Writes what was held back, or waits until it has been read.
  func end() {
    state.withLock { state in
      switch state {
      case .direct: return
      case .held(let pieces, _): print(pieces)
      case .paged(let running, let given, _): if !running.finish() { print(given ?? []) }
      case .left: return
      }
      state = .direct
    }
  }

  func write(_ text: String, to stream: Stream) {
    state.withLock { state in
      switch state {
      case .direct: print([(text, stream)])
      case .left: return
      case .held(var pieces, var lines):
        pieces.append((text, stream))
        lines += text.utf8.count { $0 == UInt8(ascii: "\n") }
        // One line of the screen is left for the prompt that follows.
        guard lines >= height else {
          state = .held(pieces, lines: lines)
          return
        }
        guard let running = pager.start() else {
          print(pieces)
          state = .direct
          return
        }
        state = .paged(running, [], bytes: 0)
        for piece in pieces { page(piece, &state) }
      case .paged: page((text, stream), &state)
      }
    }
  }

  private func page(_ piece: Piece, _ state: inout State) {
    guard case .paged(let running, var given, var bytes) = state else {
      if case .direct = state { print([piece]) }
      return
    }
    given?.append(piece)
    running.input.write(piece.text)
    guard running.input.delivery == .open else {
      state = running.finish() ? .left : .direct
      if case .direct = state { print(given ?? []) }
      return
    }
    bytes += piece.text.utf8.count
    state = .paged(running, bytes > Self.proof ? nil : given, bytes: bytes)
  }

  private func print(_ pieces: [Piece]) {
    for piece in pieces { (piece.stream == .messages ? messages ?? output : output).write(piece.text) }
  }
}
