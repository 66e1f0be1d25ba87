import Foundation
import TestBench
import Testing

/// A bundle as other people's software sees it.
@Suite(.enabled(if: Python.isExpected, Python.reason))
struct BundelInteropTests {
  /// A bundle with a document and a sealed name, as a folder and as one file; made once.
  private static let made = PreparedBench {
    let bench = try Bench.withHolder()
    let text = try bench.write("De gedragscode van Voorbeeld.\n", to: "gedragscode.txt")
    try bench.inLedger(
      "beleid", "ontwerp", text, "--kenmerk", "gedragscode", "--titel", "Gedragscode", "--soort", "gedragscode",
      "--instemming", "nietVereist", "--niet-vereist", "anders", "--reden", "geen personeel", als: "secretariaat"
    ).orThrow()
    try bench.inLedger(
      "bundel", "maak", bench.path("bundel"), "--zip", bench.path("bundel.zip"), "--gebeurtenis", "4", "--gebeurtenis",
      "5",
      "--weglaten", "niet-gevorderd=FunctieBekleed.naam", als: "secretariaat"
    ).orThrow()
    return bench
  }

  @Test(arguments: [
    ("bagit", "bundel"), ("sd-jwt", "bundel"), ("jws", "bundel"), ("zip", "bundel.zip"), ("mdto", "bundel"),
  ])
  func `Other software reads it and finds nothing wrong`(check: String, place: String) throws {
    let bench = try Self.made.toRead()
    let result = try Python.run("bundel_check.py", check, bench.path(place), on: bench)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test(.enabled(if: Browser.isExpected, Browser.reason))
  func `The PDF beside it says what the page says, and nothing that was withheld`() throws {
    let bench = try Self.made.toRead()
    let result = try Python.run(
      "bundel_check.py", "pdf", bench.path("bundel.pdf"), "Bewijsbundel voor", "Wat is weggelaten", "niet-gevorderd",
      "-G. Verzonnen", "-Verzonnen", on: bench)
    #expect(result.exitCode == 0, "\(result)")
    #expect(
      try !FileManager.default.subpathsOfDirectory(atPath: bench.path("bundel")).contains { $0.hasSuffix(".pdf") })
    // The search finds what is there.
    let open = bench.path("open")
    try bench.inLedger("bundel", "maak", open, "--gebeurtenis", "4", als: "secretariaat").orThrow()
    let found = try Python.run("bundel_check.py", "pdf", open + ".pdf", "-Bewijsbundel voor", on: bench)
    #expect(found.exitCode == 1 && found.output.contains("has Bewijsbundel voor"), "\(found)")
  }

  @Test(.enabled(if: Browser.isExpected, Browser.reason))
  func `What opens first has no script and passes axe-core, wide and narrow`() throws {
    let bench = try Self.made.toRead()
    let result = try Python.run("bundel_check.py", "axe", bench.path("bundel"), on: bench)
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test(arguments: ["bundel", "bundel.zip"])
  func `Both check it, and so does the program inside it without a network and in another home`(place: String) throws {
    let bench = try Self.made.toRead()
    let program = try bench.run("bundel", "controleer", bench.path(place), "--json")
    let verifier = try Python.run("../../Tools/verify", bench.path(place), "--json", on: bench)
    #expect(Controleuitkomst(program) == Controleuitkomst(verifier) && program.exitCode == 0, "\(program)\(verifier)")
    let inside = bench.path("bundel/data/verify.py")
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: inside))
        == Data(contentsOf: Executable.repository.appendingPathComponent("Tools/verify")))
    guard let unshare = Executable.onPath("unshare") else { return }
    let alone = try RunningProgram(
      unshare, ["-rn", Python.interpreter, inside, bench.path(place)],
      environment: bench.environment.merging(["HOME": "/nonexistent", "TZ": "Asia/Tokyo"]) { $1 }, directory: bench.root
    ).finish()
    // A machine that gives no namespaces says so, and then there is nothing to see.
    if alone.errors.contains("unshare") { return }
    #expect(alone.exitCode == 0, "\(alone)")
  }
}
