import Foundation
import TestBench
import Testing

/// A year of a municipality, typed from a file into the built program; what the law answers stands under each command.
struct JarenTests {
  @Test(arguments: Jaar.Gemeente.allCases)
  func `A year of a municipality goes as its sources and the law say`(_ gemeente: Jaar.Gemeente) throws {
    try Jaar(gemeente).play(on: try Bench())
  }

  @Test(arguments: [
    ("", "nothing is expected"), ("# niets\n$ verify\n", "nothing is expected"), ("? verify\n> log\n", "unknown"),
    ("$ verify\n>\n", "unknown"), ("$ verify\n>log\n", "unknown"), ("$ verify\n! veel\n", "unknown"),
    ("> log\n$ verify\n", "typed or opened"), ("$ toon 'een\n> log\n", "quotation"),
  ])
  func `A file that expects nothing, or says what is not known, is no year`(text: String, says: String) throws {
    let error = try #require(throws: Jaar.Malformed.self) { try Jaar(text, at: "verzonnen.txt") }
    #expect(error.reason.contains(says), "\(error)")
  }

  @Test(arguments: [
    "> een jaar", "- 0.", "~ let op", "! 73 BEL-INSTEMMING", "# goed\n@ site/index.html\n> Actueel",
  ])
  func `What is not as a file says is told with the file and the line`(expectation: String) throws {
    let jaar = try Jaar("# Niets dan de versie.\n$ --version\n\(expectation)\n", at: "verzonnen.txt")
    let line = expectation.hasPrefix("#") ? 4 : 3
    try withKnownIssue {
      try jaar.play(on: try Bench())
    } matching: { issue in
      issue.sourceLocation?.fileID == "EndToEnd/verzonnen.txt" && issue.sourceLocation?.line == line
    }
  }
}
