import TestBench
import Testing

/// Parts of lists that are not there, and moments of which nothing is known.
struct BadPageTests {
  private static let lists = [
    ["organisatie", "lijst"], ["beleid", "lijst"], ["instemming", "lijst"], ["vertrouwenspersoon", "lijst"],
    ["nevenfunctie", "lijst"], ["nevenfunctie", "openstaand"], ["termijnen"],
  ]

  private func refused(_ bench: Bench, _ arguments: [String], _ code: Int32, saying words: String...) throws {
    let outcome = try bench.expectNothingWritten { try bench.inLedger(arguments) }
    expectRefusal(outcome, code)
    for word in words { #expect(outcome.errors.contains(word), "\(outcome)") }
  }

  @Test(arguments: lists) func `A page beyond the end of a list is refused`(list: [String]) throws {
    let bench = try Bench.gemeente()
    for more in [[], ["--json"]] {
      try refused(
        bench, list + more + ["--vanaf", "5000"], Exit.badInput, saying: "--vanaf 5000", "zo lang is de lijst niet",
        "begin eerder")
    }
  }

  @Test(arguments: lists) func `A page of no rows, or from before the first one, is refused`(list: [String]) throws {
    let bench = try Bench.gemeente()
    try refused(bench, list + ["--aantal", "0"], Exit.badInput, saying: "--aantal", "0 is geen aantal vanaf 1")
    try refused(bench, list + ["--vanaf", "0"], Exit.badInput, saying: "--vanaf", "0 is geen aantal vanaf 1")
    try refused(bench, list + ["--aantal=-3"], Exit.badInput, saying: "--aantal", "-3 is geen aantal vanaf 1")
  }

  @Test(arguments: lists) func `What was known before the founding is not found`(list: [String]) throws {
    let bench = try Bench.gemeente()
    for moment in ["1999-12-31", "1999-12-31T23:59:59Z", "0"] {
      try refused(
        bench, list + ["--bekend", moment], Exit.notFound, saying: "bestond nog niet", "waarborg log")
    }
  }
}
