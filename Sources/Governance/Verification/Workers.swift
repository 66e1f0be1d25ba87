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
  ///
  /// A thread that has nothing else to do takes jobs of the backlog, as long as others are busy or the backlog is full:
  /// what must go in order never waits for them.
  /// - Parameter isLast: Whether nothing of the backlog is left afterwards.
  func run<Output: Sendable, Later: Sendable>(
    _ jobs: [@Sendable () throws -> Output], and backlog: Backlog<Later>, isLast: Bool,
    while body: () throws -> Void = {}
  ) throws -> [Output] {
    let pile = Pile(jobs)
    let isBusy = Mutex(true)
    let help: @Sendable () -> Void = {
      pile.work()
      while isLast || backlog.isFull || !pile.isDone || isBusy.withLock({ $0 }) {
        guard backlog.work() else { return }
      }
    }
    let group = DispatchGroup()
    for _ in 0..<max(0, count - 1) { DispatchQueue.global().async(group: group, execute: help) }
    let outcome = Result { try body() }
    // What comes of the jobs matters no more when the body failed.
    if case .failure = outcome { pile.drop() }
    isBusy.withLock { $0 = false }
    help()
    group.wait()
    try outcome.get()
    return try pile.outputs()
  }

  /// Jobs from which each thread takes the next one.
  private final class Pile<Output: Sendable>: Sendable {
    private let jobs: [@Sendable () throws -> Output]
    private let next = Mutex(0)
    private let results = Mutex<[Int: Result<Output, any Error>]>([:])

    /// Whether every job has been done.
    var isDone: Bool { results.withLock { $0.count } == jobs.count }

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

/// Jobs that nothing waits for: they are done when there is time, and their outputs are taken in the order of the jobs.
final class Backlog<Output: Sendable>: Sendable {
  private typealias Job = @Sendable () throws -> Output

  private struct State {
    /// By their number, as are the outputs.
    var waiting: [Int: Job] = [:]
    /// How many were added, how many were taken by a thread, and of how many the output was taken.
    var (added, started, taken) = (0, 0, 0)
    var done: [Int: Result<Output, any Error>] = [:]
  }

  private let most: Int
  private let state = Mutex(State())

  /// - Parameter most: How many may wait before everyone helps.
  init(most: Int) { self.most = most }

  /// Whether so many wait that nothing else is begun before some are done.
  var isFull: Bool { state.withLock { $0.waiting.count > most } }

  /// Adds jobs after those that wait.
  func add(_ jobs: [@Sendable () throws -> Output]) {
    state.withLock { state in
      for job in jobs {
        state.waiting[state.added] = job
        state.added += 1
      }
    }
  }

  /// Does the job that waits longest.
  /// - Returns: False when none waits.
  func work() -> Bool {
    let next = state.withLock { state -> (Int, Job)? in
      guard let job = state.waiting.removeValue(forKey: state.started) else { return nil }
      defer { state.started += 1 }
      return (state.started, job)
    }
    guard let (index, job) = next else { return false }
    let result = Result { try job() }
    state.withLock { $0.done[index] = result }
    return true
  }

  /// The outputs that are there, in the order of the jobs, up to the first that is not.
  func outputs() throws -> [Output] {
    try state.withLock { state in
      var outputs: [Output] = []
      while let result = state.done.removeValue(forKey: state.taken) {
        state.taken += 1
        outputs.append(try result.get())
      }
      return outputs
    }
  }
}
