import Foundation
import TestBench
import Testing

@Suite(.enabled(if: Python.isExpected, Python.reason))
struct CatalogueInteropTests {
  @Test func `Every sample fits its schema and every signed sample opens to it`() throws {
    let bench = try Bench()
    try bench.run("catalogus", bench.path("Events")).orThrow()
    let schemas = try FileManager.default.subpathsOfDirectory(atPath: bench.path("Events")).filter {
      $0.hasSuffix(".schema.json")
    }
    let result = try Python.run("catalogue_check.py", bench.path("Events"), on: bench)
    #expect(result.exitCode == 0, "\(result)")
    #expect(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) == schemas.count)
    #expect(schemas.count > 10)
  }

  @Test func `The published catalogue is what the program describes, and it checks out too`() throws {
    let published = Executable.repository.appendingPathComponent("Events").path
    guard FileManager.default.fileExists(atPath: published) else {
      print("not tested: the catalogue has not been published yet")
      return
    }
    let bench = try Bench()
    let current = try bench.run("catalogus", published, "--controleer")
    #expect(current.exitCode == 0, "\(current)")
    let result = try Python.run("catalogue_check.py", published, on: bench)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test func `A sample that does not fit is found`() throws {
    let bench = try Bench()
    try bench.run("catalogus", bench.path("Events")).orThrow()
    let path = "Events/OrgaanVastgelegd/v1.sample.json"
    let sample = try String(contentsOfFile: bench.path(path), encoding: .utf8)
    try bench.write(sample.replacingOccurrences(of: "\"naam\"", with: "\"naem\""), to: path)
    let result = try Python.run("catalogue_check.py", bench.path("Events"), on: bench)
    #expect(result.exitCode != 0, "\(result)")
  }
}
