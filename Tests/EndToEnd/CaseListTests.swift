import Foundation
import TestBench
import Testing

/// What a reader remembers of the own cases makes a list quick, and is never believed.
struct CaseListTests {
  private static let open =
    "zaak open P-01 --over medewerker --veld indiener=werkzaam --veld vorm=email --veld beklaagde=Iemand --op {-100}"

  private static let prepared = PreparedBench {
    let bench = try Bench.founded()
    for (name, role) in [("directeur", "algemeenDirecteur"), ("burgemeester", "burgemeester")] {
      try bench.run("key", "new", name, "--rol", role).orThrow()
      try bench.inLedger("key", "register", name, als: "secretariaat").orThrow()
    }
    try bench.adopt("P-01")
    for _ in 1...3 { try bench.type(open, als: "directeur").orThrow() }
    return bench
  }

  private func list(_ bench: Bench, als key: String = "directeur") throws -> [String] {
    try bench.type("zaak lijst --json", als: key).orThrow().json().compactMap { $0["zaak"] as? String }
  }

  /// The files in which something is remembered of cases.
  private func remembered(_ bench: Bench) throws -> [URL] {
    let folder = bench.root.appendingPathComponent("cache/waarborg/zaken")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
  }

  @Test func `what is remembered changes no list, and what came since is found`() throws {
    let bench = try Self.prepared.copy()
    let first = try list(bench)
    #expect(first.count == 3)
    #expect(try list(bench) == first)
    let new = try bench.type(Self.open, als: "directeur").orThrow().output.trimmingCharacters(
      in: .whitespacesAndNewlines)
    #expect(try list(bench) == first + [new])
  }

  @Test(arguments: ["damaged", "gone", "of another reader", "cut short"])
  func `a memory that is no good is not believed`(_ how: String) throws {
    let bench = try Self.prepared.copy()
    let before = try list(bench)
    _ = try list(bench, als: "burgemeester")
    let files = try remembered(bench)
    #expect(files.count == 2)
    let others = try files.reversed().map { try Data(contentsOf: $0) }
    for (file, bytes) in zip(files, others) {
      switch how {
      case "damaged": try Data(bytes.map { $0 ^ 1 }).write(to: file)
      case "gone": try FileManager.default.removeItem(at: file)
      case "cut short": try bytes.prefix(100).write(to: file)
      default: try bytes.write(to: file)
      }
    }
    #expect(try list(bench) == before)
    #expect(try list(bench, als: "burgemeester").isEmpty)
  }

  @Test func `what is remembered tells neither how many cases there are nor which`() throws {
    let bench = try Self.prepared.copy()
    let cases = try list(bench)
    _ = try list(bench, als: "burgemeester")
    let files = try remembered(bench).map { try Data(contentsOf: $0) }
    #expect(Set(files.map(\.count)).count == 1)
    for file in files {
      for name in cases { #expect(file.range(of: Data(name.dropFirst(5).utf8)) == nil) }
      #expect(file.range(of: Data("Zaak/".utf8)) == nil)
    }
  }
}
