import Governance
import Testing

@testable import Publication

/// Files that a subject brings beside its pages.
struct FileStreamTests {
  @Test(arguments: [
    ("text/plain", "txt", "text/plain"), ("text/markdown", "md", "text/markdown"),
    ("application/pdf", "pdf", "application/pdf"), ("text/html", "bin", "application/octet-stream"),
    ("image/svg+xml", "bin", "application/octet-stream"), ("text/javascript", "bin", "application/octet-stream"),
  ])
  func `a file beside a page is of a kind that does nothing in a browser`(given: String, ending: String, type: String)
    throws
  {
    let file = SiteFile(beside: "proeven/een/stuk", [1, 2], mediaType: given)
    #expect(file.path == "proeven/een/stuk.\(ending)" && file.mediaType == type && file.bytes == [1, 2])
    try SitePages.check(file, of: "proeven")
  }

  @Test(arguments: [
    SiteFile("proeven/een.html", "x", mediaType: "text/html"),
    SiteFile("proeven/een.js", "x", mediaType: "text/javascript"),
    SiteFile("proeven/een.html", "x", mediaType: "text/plain"),
    SiteFile("anders/een.txt", "x", mediaType: "text/plain"),
    SiteFile("proevenboek.txt", "x", mediaType: "text/plain"), SiteFile("proeven/een.bin", "x", mediaType: "text/html"),
  ])
  func `a page, a script, or a file elsewhere is none that a subject may bring`(file: SiteFile) {
    let failure = #expect(throws: Failure.self) { try SitePages.check(file, of: "proeven") }
    #expect(failure?.message.nl.contains(file.path) == true)
  }

  @Test func `files are made each time alike, one after another`() throws {
    let stream = FileStream { give in
      for number in 1...3 { try give(SiteFile(beside: "proeven/\(number)", [], mediaType: "text/plain")) }
    }
    for _ in 1...2 {
      var paths: [String] = []
      try stream.forEach { paths.append($0.path) }
      #expect(paths == ["proeven/1.txt", "proeven/2.txt", "proeven/3.txt"])
    }
  }
}
