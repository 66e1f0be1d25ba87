import Dispatch
import Foundation
import Synchronization

/// Runs jobs beside each other on a number of threads.
struct Workers: Sendable {
  let count: Int

  /// As many as the machine has cores.
  static var all: Workers { Workers(count: ProcessInfo.processInfo.activeProcessorCount) }

  /// Runs all jobs, the first ones first, and returns what they return in the order in which they were given.
  func run<Output: Sendable>(_ jobs: [@Sendable () throws -> Output]) throws -> [Output] {
    let pile = Pile(jobs)
    DispatchQueue.concurrentPerform(iterations: min(count, jobs.count)) { _ in pile.work() }
    return try pile.outputs()
  }

  /// Runs all jobs on the other threads while this one does `body`, which then helps with what is left.
  func run<Output: Sendable>(
    _ jobs: [@Sendable () throws -> Output], while body: () throws -> Void
  ) throws -> [Output] {
    let pile = Pile(jobs)
    let group = DispatchGroup()
    for _ in 0..<min(count - 1, jobs.count) { DispatchQueue.global().async(group: group) { pile.work() } }
    let outcome = Result { try body() }
    // What comes of the jobs matters no more when the body failed.
    if case .failure = outcome { pile.drop() }
    pile.work()
    group.wait()
    try outcome.get()
    return try pile.outputs()
  }

  /// Jobs from which each thread takes the next one.
  private final class Pile<Output: Sendable>: Sendable {
    private let jobs: [@Sendable () throws -> Output]
    private let next = Mutex(0)
    private let results = Mutex<[Int: Result<Output, any Error>]>([:])

    init(_ jobs: [@Sendable () throws -> Output]) { self.jobs = jobs }

    func work() {
      while let index = take() {
        let result = Result { try jobs[index]() }
        results.withLock { $0[index] = result }
      }
    }

    func drop() { next.withLock { $0 = jobs.count } }

    private func take() -> Int? {
      next.withLock { next in
        guard next < jobs.count else { return nil }
        defer { next += 1 }
        return next
      }
    }

    func outputs() throws -> [Output] {
      try results.withLock { results in try jobs.indices.compactMap { try results[$0]?.get() } }
    }
  }
}
