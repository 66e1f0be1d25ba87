import Dispatch
import Synchronization

/// Runs jobs beside each other on a number of threads.
struct Workers: Sendable {
  let count: Int

  /// Runs all jobs, the first ones first, and returns what they return in the order in which they were given.
  func run<Output: Sendable>(_ jobs: [@Sendable () throws -> Output]) throws -> [Output] {
    let next = Mutex(0)
    let results = Mutex<[Int: Result<Output, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: min(count, jobs.count)) { _ in
      while let index = next.withLock({ taken(&$0, of: jobs.count) }) {
        let result = Result { try jobs[index]() }
        results.withLock { $0[index] = result }
      }
    }
    return try results.withLock { results in
      try jobs.indices.compactMap { try results[$0]?.get() }
    }
  }

  private func taken(_ next: inout Int, of count: Int) -> Int? {
    guard next < count else { return nil }
    defer { next += 1 }
    return next
  }
}
