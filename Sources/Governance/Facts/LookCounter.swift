import Synchronization

/// Counts how often something recorded is looked at: SQLite's count of steps does not tell what is done in memory.
///
/// Facts that are read while it is the current one count into it.
package final class LookCounter: Sendable {
  /// The one into which facts count that are read now; none but where growth is measured.
  @TaskLocal package static var current: LookCounter?

  private let looks = Atomic<Int>(0)

  /// Nothing was looked at yet.
  package init() {}

  /// How often a part of a fact was asked for.
  package var count: Int { looks.load(ordering: .relaxed) }

  func add() { looks.add(1, ordering: .relaxed) }
}
