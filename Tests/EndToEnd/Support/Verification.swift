import Foundation
import TestBench
import Testing

/// What `waarborg verify --json` found.
struct Verification {
  struct Finding {
    let question: String
    let check: String
    let position: Int?
    let event: String?
    let message: String
  }

  let outcome: Outcome
  let findings: [Finding]

  init(_ outcome: Outcome) {
    self.outcome = outcome
    let report = (try? outcome.json())?.first
    let checks = report?["checks"] as? [String: [String: Any]] ?? [:]
    findings = checks.sorted { $0.key < $1.key }.flatMap { question, check in
      (check["findings"] as? [[String: Any]] ?? []).map { finding in
        Finding(
          question: question, check: finding["check"] as? String ?? "?", position: finding["position"] as? Int,
          event: finding["event"] as? String, message: finding["message"] as? String ?? "")
      }
    }
  }

  /// Whether something was found, or the ledger could not even be opened.
  var isFound: Bool {
    switch outcome.exitCode {
    case Exit.foundWanting: !findings.isEmpty || !outcome.errors.isEmpty
    case Exit.io, Exit.badInput, Exit.notFound: !outcome.errors.isEmpty
    default: false
    }
  }

  func names(position: Int) -> Bool { findings.contains { $0.position == position } }
}

extension Bench {
  /// Verifies this bench's ledger, or another.
  func verify(_ ledger: String? = nil, _ more: String...) throws -> Verification {
    Verification(try run(["verify", "--json", "--ledger", ledger ?? self.ledger] + more))
  }

  /// Expects the ledger to be in order.
  func expectClean(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let result = try verify()
    #expect(result.outcome.exitCode == Exit.done, "\(result.outcome)", sourceLocation: sourceLocation)
    #expect(result.findings.isEmpty, sourceLocation: sourceLocation)
  }
}
