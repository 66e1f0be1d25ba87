import Foundation
import GRDB
import TestBench
import Testing

extension Bench {
  /// A founded ledger for which publishing was set up.
  static func publishing() throws -> Bench {
    let bench = try Bench.founded()
    try bench.setUpPublishing().orThrow()
    return bench
  }

  func setUpPublishing(_ changes: [String: String] = [:]) throws -> Outcome {
    let choices = [
      "--adres": "https://register.gemeente.example", "--contact": "register@gemeente.example",
      "--beveiliging": "https://gemeente.example/melden", "--zoekmachines": "toestaan",
      "--licentie": "https://creativecommons.org/publicdomain/zero/1.0/",
    ].merging(changes) { $1 }
    return try inLedger(
      ["publicatie", "instel"] + choices.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }, als: "secretariaat")
  }

  func publish(_ options: String..., to place: String = "site") throws -> Outcome {
    try inLedger(["publiceer", path(place)] + options, als: "secretariaat")
  }

  /// Expects that neither the ledger nor anything in a folder changes.
  func expectUntouched<T>(_ folder: String, _ body: () throws -> T) throws -> T {
    let before = snapshot(folder)
    let result = try expectNothingWritten { try body() }
    let after = snapshot(folder)
    #expect(before == after, "before:\n\(before)\nafter:\n\(after)")
    return result
  }
}

struct PublishTests {
  @Test func `a site is written, checks out with sha256sum, and the event names its manifest`() throws {
    let bench = try Bench.publishing()
    let outcome = try bench.publish("--json")
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    let (event, site) = (try #require(try outcome.json().first), try #require(try outcome.json().last))
    #expect(event["event"] as? String == "PublicatieUitgevoerd")
    #expect(site["message_type"] as? String == "site" && site["nieuw"] as? Int == (site["bestanden"] as? Int ?? 0) - 1)
    let told = try bench.inLedger("publicatie", "lijst", "--json").json()
    #expect(told.count == 1 && told.first?["manifest"] as? String == site["manifest"] as? String)
    #expect(try checksum(bench, "site/v1/manifest") == site["manifest"] as? String)
    let paths = Set(bench.snapshot("site").files.compactMap { $0.value == nil ? nil : $0.key })
    let wanted: Set = [
      "index.html", "404.html", "robots.txt", "sitemap.xml", ".well-known/security.txt", "controle/index.html",
      "v1/openapi.json", "v1/dcat.jsonld", "v1/404.json", "v1/site.json", "v1/manifest", "publicatiebeleid/index.html",
    ]
    #expect(wanted.subtracting(paths).isEmpty)
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
  }

  private func checksum(_ bench: Bench, _ name: String) throws -> String? {
    let program = try #require(Executable.onPath("sha256sum"))
    let check = try RunningProgram(
      program, ["--check", "--strict", "--quiet", "v1/manifest"], environment: [:],
      directory: bench.root.appendingPathComponent("site")
    ).finish()
    #expect(check.exitCode == 0, "\(check)")
    let sum = try RunningProgram(program, [bench.path(name)], environment: [:], directory: bench.root).finish()
    return sum.output.split(separator: " ").first.map { String($0) }
  }

  @Test func `published again, in another zone, language and order of hashing, it is the same byte for byte`() throws {
    let bench = try Bench.publishing()
    let day = try #require(try bench.publish("--json").json().last?["dag"] as? String)
    let first = bench.snapshot("site")
    for (place, variables): (String, [String: String?]) in [
      ("tweede", ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "WAARBORG_TAAL": "en", "LANG": "tr_TR.UTF-8"]),
      ("derde", ["TZ": nil, "LC_ALL": nil, "WAARBORG_TAAL": nil, "SWIFT_DETERMINISTIC_HASHING": "1"]),
    ] {
      let outcome = try bench.run(
        [
          "publiceer", bench.path(place), "--ledger", bench.ledger, "--als", "secretariaat", "--op", day,
        ], environment: variables)
      #expect(outcome.exitCode == Exit.done, "\(outcome)")
      #expect(bench.snapshot(place).files == first.files)
    }
  }

  @Test func `U10: a site that is the same is not recorded again, and that is said; who may not publish still may not`()
    throws
  {
    let bench = try Bench.publishing()
    let day = try #require(try bench.publish("--json").json().last?["dag"] as? String)
    let again = try bench.expectUntouched("site") { try bench.publish("--op", day) }
    #expect(again.exitCode == Exit.done && again.errors.contains("Niets veranderd sinds nummer"), "\(again)")
    // Elsewhere the same site is written, and no second event tells of it.
    _ = try bench.expectNothingWritten { try bench.publish("--op", day, to: "elders").orThrow() }
    #expect(bench.snapshot("elders").files == bench.snapshot("site").files)
    let told = try bench.publish("--op", day, "--json").orThrow().json()
    #expect(told.count == 1 && told.first?["eerder_vastgelegd"] as? Int == 4, "\(told)")
    expectRefusal(
      try bench.expectUntouched("site") {
        try bench.inLedger("publiceer", bench.path("site"), "--op", day, als: "ondernemingsraad")
      }, Exit.notPermitted, saying: "PublicatieUitgevoerd")
    try bench.setUpPublishing(["--zoekmachines": "weigeren"]).orThrow()
    try bench.publish().orThrow()
    #expect(try bench.inLedger("publicatie", "lijst", "--json").json().count == 2)
  }

  @Test func `U10: an earlier day never takes the place of the present site unasked`() throws {
    let bench = try Bench.publishing()
    try bench.publish().orThrow()
    expectRefusal(
      try bench.expectUntouched("site") { try bench.publish("--op", "2026-01-01") }, Exit.usage,
      saying: "een andere map", "--yes", "1 januari 2026")
    let dry = try bench.expectUntouched("site") { try bench.publish("--op", "2026-01-01", "--dry-run") }
    #expect(dry.exitCode == Exit.done && dry.errors.contains("Een oudere"), "\(dry)")
    // Beside it, or with a yes, it may.
    try bench.publish("--op", "2026-01-01", to: "toen").orThrow()
    try bench.publish("--op", "2026-01-01", "--yes").orThrow()
    let marker = try String(contentsOfFile: bench.path("site/v1/site.json"), encoding: .utf8)
    #expect(marker.contains("2026-01-01"))
  }

  @Test func `a dry run checks everything, writes nothing, and says what there would be`() throws {
    let bench = try Bench.publishing()
    let outcome = try bench.expectNothingWritten { try bench.publish("--dry-run", "--json") }
    #expect(outcome.exitCode == Exit.done, "\(outcome)")
    #expect(try outcome.json().allSatisfy { $0["dry_run"] as? Bool == true })
    #expect(!FileManager.default.fileExists(atPath: bench.path("site")))
    expectRefusal(try bench.publish("--dry-run", "--op", "2999-01-01"), Exit.refused, saying: "PUB-DAG")
  }

  @Test func `before publishing was set up, by who may not, or about no day, nothing is published`() throws {
    let bench = try Bench.founded()
    expectRefusal(try bench.publish(), Exit.refused, saying: "PUB-INGESTELD", "waarborg publicatie instel")
    try bench.setUpPublishing().orThrow()
    let site = bench.path("site")
    expectRefusal(
      try bench.expectNothingWritten { try bench.inLedger("publiceer", site, als: "ondernemingsraad") },
      Exit.notPermitted, saying: "PublicatieUitgevoerd")
    expectRefusal(try bench.publish("--op", "2026-02-30"), Exit.badInput, saying: "--op")
    expectRefusal(try bench.publish("--op", "2024"), Exit.badInput, saying: "--op")
    expectRefusal(try bench.publish(to: "geen/site"), Exit.notFound, saying: "geen")
    expectRefusal(try bench.publish(to: "gemeente.ledger/site"), Exit.badInput, saying: "grootboek")
    #expect(!FileManager.default.fileExists(atPath: site))
  }

  @Test(arguments: [
    ["--adres": "https://gemeente.example/?a"], ["--contact": "javascript:alert(1)"],
    ["--beveiliging": "http://gemeente.example"], ["--licentie": "https://a.example/\"onclick=\"x"],
  ])
  func `an address or contact that may not stand on a site is refused by its rule`(choice: [String: String]) throws {
    let bench = try Bench.founded()
    expectRefusal(
      try bench.expectNothingWritten { try bench.setUpPublishing(choice) }, Exit.refused, saying: "PUB-")
  }

  @Test func `choices that are left out stay as they were`() throws {
    let bench = try Bench.publishing()
    try bench.inLedger("publicatie", "instel", "--zoekmachines", "weigeren", als: "college").orThrow()
    let told = try #require(try bench.inLedger("publicatie", "toon", "--json").json().first)
    #expect(told["zoekmachines"] as? String == "weigeren" && told["contact"] as? String == "register@gemeente.example")
    try bench.publish().orThrow()
    #expect(
      try String(contentsOfFile: bench.path("site/robots.txt"), encoding: .utf8) == "User-agent: *\nDisallow: /\n")
  }

  @Test func `a folder with something else in it, a file, a link and an altered site stay as they are`() throws {
    let bench = try Bench.publishing()
    try FileManager.default.createDirectory(atPath: bench.path("www"), withIntermediateDirectories: false)
    try bench.write("van iemand", to: "www/index.html")
    expectRefusal(
      try bench.expectUntouched("www") { try bench.publish(to: "www") }, Exit.badInput, saying: "niet heeft geschreven")
    expectRefusal(try bench.expectUntouched("www") { try bench.publish(to: "www/index.html") }, Exit.badInput)
    try bench.publish().orThrow()
    try FileManager.default.createSymbolicLink(atPath: bench.path("link"), withDestinationPath: bench.path("site"))
    expectRefusal(
      try bench.expectUntouched("site") { try bench.publish(to: "link") }, Exit.badInput, saying: "verwijzing")
    try bench.write("gekaapt", to: "site/robots.txt")
    expectRefusal(
      try bench.expectUntouched("site") { try bench.publish() }, Exit.badInput, saying: "robots.txt")
  }

  @Test func `a full disk leaves the old site, nothing beside it, and no event`() throws {
    let bench = try Bench.publishing()
    guard let disk = SmallDisk(bench.path("schijf"), kilobytes: 600) else { return }
    try bench.publish(to: "schijf/site").orThrow()
    try bench.setUpPublishing(["--zoekmachines": "weigeren"]).orThrow()
    try disk.fill()
    expectRefusal(
      try bench.expectUntouched("schijf") { try bench.publish(to: "schijf/site") }, Exit.io, saying: "vol")
    try disk.makeRoom()
    try bench.publish(to: "schijf/site").orThrow()
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["site"])
  }

  @Test func `a place that cannot be written to leaves the old site and no event`() throws {
    let bench = try Bench.publishing()
    guard let disk = SmallDisk(bench.path("schijf"), kilobytes: 2000) else { return }
    try bench.publish(to: "schijf/site").orThrow()
    try disk.makeReadOnly()
    expectRefusal(
      try bench.expectUntouched("schijf") { try bench.publish(to: "schijf/site") }, Exit.io, saying: "te schrijven")
    expectRefusal(
      try bench.expectUntouched("schijf") { try bench.publish(to: "schijf/nieuw") }, Exit.io, saying: "te schrijven")
  }

  @Test func `when the event cannot be recorded, the old site comes back and nothing is left beside it`() throws {
    let bench = try Bench.publishing()
    try bench.publish().orThrow()
    try bench.setUpPublishing(["--zoekmachines": "weigeren"]).orThrow()
    // Refused by the log itself, which is past every check and past the swap.
    try bench.withDatabase("log.sqlite") { db in
      try db.execute(
        sql: "CREATE TRIGGER geen_plaats BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'geen plaats'); END")
    }
    let before = bench.snapshot("site")
    #expect(try bench.publish().exitCode != Exit.done)
    #expect(bench.snapshot("site") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.root.path).allSatisfy { !$0.contains(".site") })
  }
}
