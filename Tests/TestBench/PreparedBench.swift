/// A bench that is made once and only copied from then on: a program that runs in it while it is copied would leave a part.
package struct PreparedBench: Sendable {
  private let made: Result<Bench, any Error>
  private let shared: Result<Bench, any Error>

  /// Makes it.
  package init(_ make: () throws -> Bench) {
    let made = Result {
      let bench = try make()
      Bench.removeAtExit(bench.root)
      return bench
    }
    self.made = made
    shared = Result {
      let bench = try Bench(copyOf: made.get().root)
      Bench.removeAtExit(bench.root)
      return bench
    }
  }

  /// The one that all tests share that only read.
  package func toRead() throws -> Bench { try shared.get() }

  /// One for a test that writes.
  package func copy() throws -> Bench { try Bench(copyOf: made.get().root) }
}
