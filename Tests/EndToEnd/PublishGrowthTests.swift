import Foundation
import TestBench
import Testing

/// The site of a register that grows, written by the built program: counted, not timed.
struct PublishGrowthTests {
  /// A ledger with rules and one function for each holder, and publishing set up.
  private static func bench(functions: Int) throws -> Bench {
    let bench = try Bench.publishing()
    try bench.run("key", "new", "gemeentesecretaris", "--rol", "algemeenDirecteur").orThrow()
    try bench.type("key register gemeentesecretaris", als: "secretariaat").orThrow()
    try bench.type("nevenfunctie stel-in --model maastricht --op 2020-01-01", als: "gemeentesecretaris").orThrow()
    for number in 1...functions {
      try bench.inLedger("organisatie", "functie", "Directeur \(number)", "--op", "2020-01-01", als: "secretariaat")
        .orThrow()
      try bench.inLedger(
        "nevenfunctie", "wijs-aan", "Directeur \(number)", "--houder-rol", "geen", "--op", "2020-01-01",
        als: "gemeentesecretaris"
      ).orThrow()
    }
    return bench
  }

  /// Adds statements that are on the list, beside the holders in turn.
  private static func add(_ numbers: Range<Int>, functions: Int, to bench: Bench) throws {
    let header =
      "functie;naam;functie sinds;nevenwerkzaamheid;organisatie;ingang;bezoldigd;uren per maand;gemeld op;besluit;besluit op;openbaar sinds\r\n"
    let rows = numbers.map { number in
      let holder = number % functions + 1
      return
        "Directeur \(holder);Houder Nummer \(holder);1-1-2020;Lid raad van toezicht;Stichting \(number);1-3-2022;nee;4;1-4-2024;toegestaan;2-4-2024;\(number % 28 + 1)-\(number % 12 + 1)-2025\r\n"
    }
    try bench.write(header + rows.joined(), to: "register.csv")
    try bench.inLedger(
      "nevenfunctie", "importeer", bench.path("register.csv"), "--bron", "Register \(numbers)", "--houders",
      als: "gemeentesecretaris"
    ).orThrow()
  }

  private struct Count {
    var files = 0
    var bytes = 0
    var heaviestPage = (bytes: 0, path: "")
  }

  private static func count(_ bench: Bench, _ folder: String = "site") throws -> Count {
    let root = bench.path(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root).reduce(into: Count()) { count, path in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { return }
      let bytes = attributes[.size] as? Int ?? 0
      count.files += 1
      count.bytes += bytes
      let isPart = path.hasPrefix("controle/") && path.hasSuffix(".json") && !path.hasSuffix("delen.json")
      if path.hasSuffix(".html") || isPart, bytes > count.heaviestPage.bytes { count.heaviestPage = (bytes, path) }
    }
  }

  @Test func `files and bytes grow in a straight line with statements`() throws {
    let bench = try Self.bench(functions: 10)
    var counts: [Count] = []
    var made = 0
    for size in [25, 50, 100, 200] {
      try Self.add(made..<size, functions: 10, to: bench)
      made = size
      try bench.publish().orThrow()
      counts.append(try Self.count(bench))
    }
    for count in counts { #expect(count.heaviestPage.bytes < 100_000, "\(count.heaviestPage)") }
    for kind in [\Count.files, \Count.bytes] {
      let steps = zip(counts, counts.dropFirst()).map { $1[keyPath: kind] - $0[keyPath: kind] }
      // Each size is twice the one before, so that each step is.
      for (before, after) in zip(steps, steps.dropFirst()) {
        #expect(Double(after) <= 2.15 * Double(before), "\(counts.map { $0[keyPath: kind] })")
      }
    }
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
  }

  @Test func `B01: a hundred and sixty statements beside one holder are published, on pages that stay light`() throws {
    let bench = try Self.bench(functions: 1)
    try Self.add(0..<160, functions: 1, to: bench)
    try bench.publish().orThrow()
    let count = try Self.count(bench)
    #expect(count.heaviestPage.bytes < 100_000, "\(count.heaviestPage)")
    for page in ["nevenfuncties/functies/directeur-1/pagina/2", "nevenfuncties/pagina/2", "controle/nevenfuncties/2"] {
      #expect(FileManager.default.fileExists(atPath: bench.path("site/\(page)/index.html")), "\(page)")
    }
  }
}
