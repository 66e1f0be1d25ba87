import Foundation
import TestBench
import Testing

/// `Tools/verify` and the program: two implementations of one format, on the same ledgers and proofs.
@Suite(.enabled(if: Python.isExpected, Python.reason))
struct VerifierTests {
  @Test(arguments: Controlegeval.all)
  func `Both find exactly what is wrong, and name the same event`(fixture: Controlegeval) throws {
    let (verifier, program) = (try fixture.verifier(), try fixture.program())
    #expect(verifier.exitCode == fixture.exitCode, "\(verifier)")
    #expect(verifier.findings == fixture.findings, "\(verifier)")
    #expect(program.exitCode == fixture.exitCode, "\(program)")
    #expect(program.findings == fixture.findings, "\(program)")
    #expect(verifier == program)
  }

  @Test func `There are at least sixty bad fixtures, and good ones of each kind`() {
    #expect(Controlegeval.all.count { $0.exitCode != 0 } >= 60)
    #expect(Set(Controlegeval.all.map(\.name)).count == Controlegeval.all.count)
    for kind in ["goed", "bewijs-goed"] {
      #expect(Controlegeval.all.contains { $0.name == kind && $0.exitCode == 0 })
    }
  }

  @Test(arguments: 1...3)
  func `What was altered at random is for both an event, or the same kind of none`(seed: Int) throws {
    let bench = try Bench()
    let ledger = bench.path("willekeur")
    try Python.run("../Fixtures/verify/willekeur.py", ledger, "\(seed)", on: bench).orThrow()
    let verifier = Controleuitkomst(try Python.run("../../Tools/verify", ledger, "--json", on: bench))
    let program = Controleuitkomst(try bench.run("verify", "--ledger", ledger, "--json"))
    #expect(verifier.findings.count > 200)
    #expect(verifier.named == program.named, "seed \(seed)")
  }

  /// Offsets spread over the files of a ledger. With `WAARBORG_TEST_VOL` thirty times as many.
  static let spread: [(file: String, part: Int, of: Int)] = {
    let count = ProcessInfo.processInfo.environment["WAARBORG_TEST_VOL"] == nil ? 10 : 300
    return ["log.sqlite", "vault.sqlite"].flatMap { file in (0..<count).map { (file, $0, count) } }
  }()

  @Test(arguments: spread)
  func `With one byte changed anywhere both say the same of whether it is in order`(
    place: (file: String, part: Int, of: Int)
  ) throws {
    let bench = try Bench.withHolder()
    let url = URL(fileURLWithPath: bench.ledger + "/" + place.file)
    var bytes = try Data(contentsOf: url)
    // A prime keeps the offsets from falling on the same place of each page.
    let offset = (bytes.count * place.part / place.of + 7919 * place.part) % bytes.count
    bytes[offset] ^= 0x10
    try bytes.write(to: url)
    let verifier = Controleuitkomst(try Python.run("../../Tools/verify", bench.ledger, "--json", on: bench))
    let program = Controleuitkomst(try bench.run("verify", "--ledger", bench.ledger, "--json"))
    #expect((verifier.exitCode == 0) == (program.exitCode == 0), "offset \(offset)\n\(verifier)\n\(program)")
    #expect([0, 1, 65, 74].contains(verifier.exitCode) && !verifier.description.contains("Traceback"), "\(verifier)")
  }

  @Test func `The log's key that somebody kept shows a ledger that was founded anew`() throws {
    let bench = try Bench.founded()
    let key = try bench.inLedger("checkpoint", "--vkey").orThrow().output.trimmingCharacters(in: .newlines)
    #expect(try Python.run("../../Tools/verify", bench.ledger, "--sleutel", key, on: bench).exitCode == 0)
    try bench.run(
      "init", bench.path("anders"), "--origin", Bench.origin, "--organisatie", "Elders", "--als", "secretariaat"
    ).orThrow()
    let other = try Python.run("../../Tools/verify", bench.path("anders"), "--sleutel", key, on: bench)
    #expect(other.exitCode == 1 && other.output.contains("log-key-other"), "\(other)")
  }

  @Test func `A municipality with something of everything is in order for both, and so are a backup and a copy of it`()
    throws
  {
    let bench = try Bench.gemeente()
    let copy = bench.path("kopie-\(UUID().uuidString)")
    let forOne = bench.path("kopie-\(UUID().uuidString)")
    try bench.inLedger("backup", copy).orThrow()
    try bench.inLedger("kopie", forOne, "--voor", "ondernemingsraad").orThrow()
    for ledger in [bench.ledger, copy, forOne] {
      let own = try Python.run("../../Tools/verify", ledger, "--json", on: bench)
      #expect(own.exitCode == 0, "\(own)")
      let (mine, its) = (try own.json().first, try bench.run("verify", "--json", "--ledger", ledger).json().first)
      #expect(mine?["events"] as? Int == its?["events"] as? Int)
      #expect((mine?["checkpoint"] as? NSDictionary) == (its?["checkpoint"] as? NSDictionary))
      for question in ["log", "events", "vault"] { #expect(count(mine, question) == count(its, question)) }
    }
  }

  /// How many were checked, erased and not to be opened.
  private func count(_ report: [String: Any]?, _ question: String) -> [Int] {
    let check = (report?["checks"] as? [String: [String: Any]])?[question]
    return ["checked", "erased", "unreadable", "withheld", "orphans"].map { check?[$0] as? Int ?? 0 }
  }

  @Test func `After an erasure the ledger is in order for both`() throws {
    let bench = try Bench.gemeenteAfterErasure()
    let own = try Python.run("../../Tools/verify", bench.ledger, "--json", on: bench)
    #expect(own.exitCode == 0, "\(own)")
    #expect(count(try own.json().first, "vault")[1] > 0)
  }

  @Test func `A proof of the program verifies with what the program hands out beside it`() throws {
    let bench = try Bench.withHolder()
    let proof = try bench.write(try bench.inLedger("prove", "4").orThrow().output, to: "bewijs")
    let shown = try bench.inLedger("show", "4", "--sd-jwt", "--open", "naam", als: "secretariaat").orThrow().output
    let key = try bench.write(try bench.inLedger("checkpoint", "--vkey").orThrow().output, to: "sleutel")
    let arguments = [
      proof, "--sd-jwt", try bench.write(shown, to: "gebeurtenis"), "--sleutel", key, "--ondertekenaar",
      try bench.card("secretariaat"),
    ]
    let own = try Python.run("../../Tools/verify", arguments, on: bench)
    #expect(own.exitCode == 0, "\(own)")
    let program = try bench.run(["prove", "--controleer"] + arguments)
    #expect(program.exitCode == 0, "\(program)")
    #expect(program.output.contains("Controlepunt: \(Bench.origin), 5 gebeurtenissen"))
    // Without who must have signed, that is not judged, and both say so.
    let without = Array(arguments.dropLast(2))
    #expect(try Python.run("../../Tools/verify", without, on: bench).output.contains("1 niet te beoordelen"))
    #expect(try bench.run(["prove", "--controleer"] + without).output.contains("niet beoordeeld"))
  }

  @Test func `Without the catalogue it checks what it can, and says what it cannot`() throws {
    let bench = try Bench.founded()
    let script = try bench.write(try String(contentsOf: Self.script, encoding: .utf8), to: "verify.py")
    let folder = Executable.repository.appendingPathComponent("Tests/Interop")
    let alone = Array(repeating: "..", count: folder.pathComponents.count - 1).joined(separator: "/") + script
    let result = try Python.run(alone, bench.ledger, on: bench)
    #expect(result.exitCode == 0, "\(result)")
    #expect(result.output.contains("zonder catalogus"))
  }

  @Test func `It uses neither network nor clock, and leaves the ledger as it is`() throws {
    let source = try String(contentsOf: Self.script, encoding: .utf8)
    for word in ["socket", "urllib", "http.client", "subprocess", "import time", "now(", "today("] {
      #expect(!source.contains(word), "\(word)")
    }
    let bench = try Bench.founded()
    let before = bench.snapshot()
    try Python.run("../../Tools/verify", bench.ledger, on: bench).orThrow()
    #expect(bench.snapshot() == before)
  }

  @Test(.enabled(if: Self.canCutOff, "no network namespaces on this machine"))
  func `It verifies in a network namespace without network, with another home`() throws {
    let bench = try Bench.founded()
    let home = bench.path("elders")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    let python = Executable.repository.appendingPathComponent(".build-python/bin/python3").path
    let unshare = try #require(Executable.onPath("unshare"))
    let result = try RunningProgram(
      unshare, ["-rn", python, "-I", Self.script.path, bench.ledger], environment: ["HOME": home, "TZ": "Asia/Tokyo"],
      directory: bench.root
    ).finish()
    #expect(result.exitCode == 0, "\(result)")
  }

  private static let script = Executable.repository.appendingPathComponent("Tools/verify")

  private static let canCutOff: Bool = {
    guard let unshare = Executable.onPath("unshare"), let bench = try? Bench() else { return false }
    let run = try? RunningProgram(unshare, ["-rn", "true"], environment: [:], directory: bench.root).finish()
    return run?.exitCode == 0
  }()

  @Test(arguments: [
    [], ["bewijs"], ["bewijs", "--sd-jwt", "x"], ["bewijs", "--sleutel", "x"], ["--onbekend"],
  ])
  func `What is typed wrongly is told with 64, or with 66 where nothing is there`(arguments: [String]) throws {
    let bench = try Bench()
    let there = try bench.write("c2sp.org/tlog-proof@v1\n", to: "bewijs")
    let typed = arguments.map { $0 == "bewijs" ? there : $0 }
    #expect(try Python.run("../../Tools/verify", typed, on: bench).exitCode == 64)
    #expect(try Python.run("../../Tools/verify", bench.path("niets"), on: bench).exitCode == 66)
  }
}
