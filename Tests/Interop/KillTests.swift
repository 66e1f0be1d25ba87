import Foundation
import TestBench
import Testing

/// The program is killed before each call that writes: what it acknowledged is there, and everything else mends.
struct KillTests {
  /// Kills at one call in so many, which take turns from run to run; `WAARBORG_KILLS=1` kills at every one, for half an hour.
  private static let step = ProcessInfo.processInfo.environment["WAARBORG_KILLS"].flatMap { Int($0) } ?? 120

  private static let cannotTrace: Int32 = 77

  #if os(Linux)
    @Test(.enabled(if: Python.isExpected, Python.reason))
    func `nothing acknowledged is lost, and nothing is left where no erasure reaches`() throws {
      let seed = UInt32.random(in: 0..<100_000)
      let outcome = try Python.run(
        "kills.py", [Executable.waarborg.path, "--stap", "\(Self.step)", "--zaad", "\(seed)"], on: Bench())
      // A container can forbid it; nothing is said of the program then.
      guard outcome.exitCode != Self.cannotTrace else { return print("skipped: \(outcome.output)") }
      #expect(outcome.exitCode == 0 && outcome.output.contains("faults: 0"), "seed \(seed): \(outcome)")
    }
  #endif
}
