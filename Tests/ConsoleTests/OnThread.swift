import Foundation

/// Runs blocking work on a thread of its own: on the two or three threads that tasks share it could wait for itself.
func onThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}
