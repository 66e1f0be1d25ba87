import Foundation
import TestBench
import Testing

@Suite(.enabled(if: Python.isExpected, Python.reason))
struct TlogInteropTests {
  private func vkey(_ bench: Bench) throws -> String {
    try bench.inLedger("checkpoint", "--vkey").orThrow().output.trimmingCharacters(in: .newlines)
  }

  /// The bytes of an event as the tree holds them: the presentation without anything opened.
  private func leaf(_ bench: Bench, _ position: Int) throws -> String {
    let shown = try bench.inLedger("show", String(position), "--sd-jwt").orThrow().output
    return try bench.write(shown.trimmingCharacters(in: .newlines), to: "blad-\(position)")
  }

  @Test func `A checkpoint verifies in another implementation, with the same size and root`() throws {
    let bench = try Bench.withHolder()
    let note = try bench.write(try bench.inLedger("checkpoint").orThrow().output, to: "controlepunt")
    let told = try #require(try bench.inLedger("checkpoint", "--json").json().first)
    let result = try Python.run("tlog_check.py", "checkpoint", try vkey(bench), note, on: bench)
    #expect(result.exitCode == 0, "\(result)")
    #expect(result.output == "\(Bench.origin) \(told["size"] ?? "") \(told["root"] ?? "")\n")
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func `A receipt verifies in another implementation, for its own event and no other`(position: Int) throws {
    let bench = try Bench.withHolder()
    let proof = try bench.write(try bench.inLedger("prove", String(position)).orThrow().output, to: "bewijs")
    let own = try Python.run("tlog_check.py", "proof", try vkey(bench), proof, try leaf(bench, position), on: bench)
    #expect(own.exitCode == 0, "\(own)")
    #expect(own.output == "\(position)\n")
    let other = try Python.run(
      "tlog_check.py", "proof", try vkey(bench), proof, try leaf(bench, (position + 1) % 5), on: bench)
    #expect(other.exitCode != 0, "\(other)")
  }

  @Test func `The site's tiles are those of its checkpoint in another implementation, and continue an earlier one`()
    throws
  {
    let bench = try Bench.gemeente()
    let (key, folder) = (try vkey(bench), bench.path("site/controle"))
    let result = try Python.run("tlog_check.py", "tiles", key, folder + "/checkpoint", folder, on: bench)
    #expect(result.exitCode == 0, "\(result)")
    let size = try String(contentsOfFile: folder + "/checkpoint", encoding: .utf8).split(separator: "\n")[1]
    #expect(result.output == "\(size)\n")
    let log = bench.ledger + "/log.sqlite"
    let earlier = try Python.run("tlog_check.py", "earlier", key, log, folder, on: bench)
    #expect(earlier.exitCode == 0 && (Int(earlier.output.dropLast()) ?? 0) > 20, "\(earlier)")
    let elsewhere = try Bench()
    let copy = elsewhere.path("veranderd")
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    let tile = try #require(try FileManager.default.subpathsOfDirectory(atPath: copy).first { $0.contains(".p/") })
    var bytes = try Data(contentsOf: URL(fileURLWithPath: "\(copy)/\(tile)"))
    bytes[3] ^= 1
    try bytes.write(to: URL(fileURLWithPath: "\(copy)/\(tile)"))
    #expect(try Python.run("tlog_check.py", "tiles", key, copy + "/checkpoint", copy, on: elsewhere).exitCode != 0)
  }

  @Test func `A checkpoint of another size or another log is refused by the other implementation`() throws {
    let bench = try Bench.withHolder()
    let note = try bench.inLedger("checkpoint").orThrow().output
    let larger = try bench.write(note.replacingOccurrences(of: "\n5\n", with: "\n6\n"), to: "groter")
    #expect(try Python.run("tlog_check.py", "checkpoint", try vkey(bench), larger, on: bench).exitCode != 0)
    try bench.run(
      "init", bench.path("ander"), "--origin", Bench.origin, "--organisatie", "Elders", "--als", "secretariaat",
      "--json"
    ).orThrow()
    let other = try bench.run(
      ["checkpoint", "--vkey", "--ledger", bench.path("ander")], environment: ["XDG_STATE_HOME": bench.path("elders")])
    let key = other.output.trimmingCharacters(in: .newlines)
    let whole = try bench.write(note, to: "controlepunt")
    #expect(try Python.run("tlog_check.py", "checkpoint", key, whole, on: bench).exitCode != 0)
  }
}
