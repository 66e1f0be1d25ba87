import Ledger
import Synchronization

/// What one append read of the views, for the next: who appends batch after batch folds what they are about once.
///
/// It is believed only at the very event at which it was left; views follow from the log alone, so what was read there is
/// so there, whoever wrote in between.
final class AppendMemory: Sendable {
  private let state: Mutex<State>

  /// What was read, and up to which event.
  struct State {
    let pass: ViewPass
    /// How many events it has seen; nil while it may not be used.
    var size: UInt64?
    /// The last of them.
    var last: String?

    init(_ pass: ViewPass) { self.pass = pass }
  }

  init(_ catalog: Catalog) { state = Mutex(State(catalog.pass())) }

  /// Lends what was read up to the present end of a log, or nothing yet where the log went on otherwise; what `body`
  /// leaves is used again when it says at which event that is.
  func lending<T: Sendable>(
    at head: (size: UInt64, last: String?), _ catalog: Catalog,
    _ body: (ViewPass) throws -> (result: T, size: UInt64, last: String?)
  ) throws -> T {
    try state.withLock { state in
      if state.size != head.size || state.last != head.last { state = State(catalog.pass()) }
      state.size = nil
      let left = try body(state.pass)
      (state.size, state.last) = (left.size, left.last)
      return left.result
    }
  }
}
