import Foundation
import TestBench
import Testing

/// The checks of the public site are themselves checked: each finds what is wrong, and nothing where nothing is.
@Suite(.enabled(if: Browser.isExpected, Browser.reason))
struct BrowserTests {
  @Test func `A site in order passes every check`() throws {
    let walk = try Self.example.get()
    let good = walk.findings.filter { $0.site == "goed" }
    for finding in good { #expect(finding.findings.isEmpty, "\(finding.page) \(finding.check): \(finding.findings)") }
    #expect(walk.counted.axe.compare("4.8", options: .numeric) != .orderedAscending, "axe knows WCAG 2.2 from 4.8 on")
    #expect(walk.counted.pages == walk.counted.opened)
  }

  @Test(arguments: BrowserFault.all)
  func `What is wrong is found`(fault: BrowserFault) throws {
    let found = try Self.example.get().findings.filter { $0.site == fault.folder && $0.check == fault.check }
    #expect(found.count == 1)
    #expect(found.flatMap(\.findings).contains { $0.contains(fault.says) }, "\(found.flatMap(\.findings))")
  }

  @Test func `A page no link leads to, and a title used twice, are found`() throws {
    let found = try Self.example.get().findings.filter { $0.site == "los" && $0.check == "site" }.flatMap(\.findings)
    #expect(found.contains("no link leads to /los/"))
    #expect(found.contains { $0.hasPrefix("one title,") && $0.hasSuffix("for /los/ /opgaven/1/") }, "\(found)")
  }

  @Test func `Every check has been seen to find something`() throws {
    let checks = Set(try Self.example.get().findings.map(\.check))
    #expect(checks == Set(BrowserFault.all.map(\.check)).union(["site"]))
  }

  /// The example site, and that site with each fault, in one session of the browser.
  private static let example: Result<Browser.Walk, any Error> = Result {
    let bench = try Bench()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("browser/site")
    func copy(_ name: String) throws -> String {
      try FileManager.default.copyItem(at: source, to: bench.root.appendingPathComponent(name))
      return bench.path(name)
    }
    var sites = [try copy("goed")]
    for fault in BrowserFault.all {
      let folder = try copy(fault.folder)
      for change in fault.changes {
        let text = try String(contentsOfFile: "\(folder)/\(change.file)", encoding: .utf8)
        try #require(text.contains(change.old), "\(fault.name): \(change.old)")
        try bench.write(
          text.replacingOccurrences(of: change.old, with: change.new), to: "\(fault.folder)/\(change.file)")
      }
      sites.append("\(folder)#/")
    }
    let loose = try copy("los")
    try FileManager.default.createDirectory(atPath: "\(loose)/los", withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: "\(loose)/opgaven/1/index.html", toPath: "\(loose)/los/index.html")
    sites.append(loose)
    return try Browser.walk(
      sites, "--public", "https://register.voorbeeld.example", "--printed", "Controlepunt 12", "--single", "/*",
      on: bench)
  }
}
