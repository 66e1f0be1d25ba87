import TestBench
import Testing

/// The exit statuses of the program, as tabled.
enum Exit {
  static let done: Int32 = 0
  static let foundWanting: Int32 = 1
  static let usage: Int32 = 64
  static let badInput: Int32 = 65
  static let notFound: Int32 = 66
  static let busy: Int32 = 69
  static let refused: Int32 = 73
  static let io: Int32 = 74
  static let notPermitted: Int32 = 77
}

/// Expects a command to be refused: this status, these words on standard error, nothing on standard output.
func expectRefusal(
  _ outcome: Outcome, _ code: Int32, saying words: String..., sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(outcome.exitCode == code, "\(outcome)", sourceLocation: sourceLocation)
  for word in words {
    #expect(outcome.errors.contains(word), "\(word) is missing in:\n\(outcome)", sourceLocation: sourceLocation)
  }
  #expect(outcome.outputBytes.isEmpty, "\(outcome)", sourceLocation: sourceLocation)
}

extension Bench {
  /// Expects that `body` leaves the ledger's log, vault and documents as they were, byte for byte.
  func expectNothingWritten<T>(
    in directory: String = "gemeente.ledger", sourceLocation: SourceLocation = #_sourceLocation, by body: () throws -> T
  ) rethrows -> T {
    let before = snapshot(directory)
    let result = try body()
    let after = snapshot(directory)
    #expect(before == after, "before:\n\(before)\nafter:\n\(after)", sourceLocation: sourceLocation)
    return result
  }
}
