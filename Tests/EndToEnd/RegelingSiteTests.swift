import Foundation
import TestBench
import Testing

/// Rules on the public site, from outside: as the secretariat types it, and as a reader finds it.
struct RegelingSiteTests {
  private func type(_ bench: Bench, _ command: String, als key: String) throws {
    try bench.type(command, als: key).orThrow()
  }

  /// A gedragscode adopted with consent, a draft after it, and a rule that is only a draft; with a canary in everything
  /// that is not public.
  private func bench() throws -> Bench {
    let bench = try Bench.publishing()
    _ = try bench.write("# Gedragscode\n\nWees <eerlijk> & open.\n", to: "code.md")
    _ = try bench.write("Kanarie-Ontwerptekst-Kievit\n", to: "ontwerp.md")
    _ = try bench.write("Kanarie-Ontwerptekst-Grutto\n", to: "ander.md")
    for (command, key) in [
      (
        "beleid ontwerp code.md --kenmerk gedragscode --titel Gedragscode --soort gedragscode --instemming vereist"
          + " --wor d --reden Kanarie-Grond-Tureluur --aanleiding Kanarie-Aanleiding-Wulp --op 2026-01-05",
        "secretariaat"
      ),
      (
        "beleid raadpleeg gedragscode@1 --vorm werkgroep --toelichting Kanarie-Raad-Scholekster --op 2026-01-20",
        "secretariaat"
      ),
      (
        "instemming vraag gedragscode@1 --wor-onderdeel d --beweegredenen Kanarie-Beweegreden-Plevier"
          + " --gevolgen Kanarie-Gevolg-Kluut --op 2026-02-03", "college"
      ),
      ("instemming verleen gedragscode@1 --op 2026-03-02", "ondernemingsraad"),
      ("beleid stel-vast gedragscode@1 --op 2026-03-10 --besluitnummer 2026-12 --evaluatie-iedere P2Y", "college"),
      (
        "beleid maak-bekend gedragscode@1 --kanaal website --toelichting Kanarie-Kanaal-Oeverloper --op 2026-03-12",
        "secretariaat"
      ),
      ("beleid treed-in-werking gedragscode@1 --op 2026-04-01", "college"),
      (
        "beleid ontwerp ontwerp.md --kenmerk gedragscode --titel Kanarie-Titel-Watersnip --versie Kanarie-Naam-Kemphaan"
          + " --aanleiding Kanarie-Aanleiding-Bokje --op 2026-05-04", "secretariaat"
      ),
      (
        "beleid ontwerp ander.md --kenmerk kanarie-kenmerk --titel Kanarie-Titel-Houtsnip --soort regeling"
          + " --instemming nietVereist --niet-vereist anders --reden Kanarie-Grond-Strandloper --op 2026-05-04",
        "secretariaat"
      ),
    ] { try type(bench, command, als: key) }
    return bench
  }

  private func page(_ bench: Bench, _ path: String) throws -> String {
    try String(contentsOfFile: bench.path("site/regelingen/\(path)index.html"), encoding: .utf8)
  }

  @Test func `An adopted code is on the site with its consent, and its text once that was decided`() throws {
    let bench = try bench()
    try bench.publish().orThrow()
    let list = try page(bench, "")
    #expect(list.contains("Gedragscode") && list.contains("Geldt sinds <time datetime=\"2026-04-01\">"), "\(list)")
    #expect(list.contains("Verleend <small>op <time datetime=\"2026-03-02\">"))
    #expect(list.contains("Uiterlijk <time datetime=\"2028-03-10\">"))
    let digest = try bench.sha256(of: "code.md")
    #expect(try page(bench, "gedragscode/versies/1/").contains(digest))
    #expect(try page(bench, "status/geldt/").contains("Gedragscode"))
    #expect(!FileManager.default.fileExists(atPath: bench.path("site/regelingen/gedragscode/versies/1/\(digest).md")))

    try type(bench, "beleid maak-openbaar gedragscode@1", als: "secretariaat")
    try bench.publish().orThrow()
    let file = bench.path("site/regelingen/gedragscode/versies/1/\(digest).md")
    #expect(FileManager.default.contents(atPath: file) == FileManager.default.contents(atPath: bench.path("code.md")))
    #expect(try page(bench, "gedragscode/versies/1/tekst/").contains("Wees &lt;eerlijk&gt; &amp; open."))
    let manifest = try String(contentsOfFile: bench.path("site/v1/manifest"), encoding: .utf8)
    #expect(manifest.contains("\(digest)  regelingen/gedragscode/versies/1/\(digest).md"))
    let feed = try String(contentsOfFile: bench.path("site/regelingen/wijzigingen.atom"), encoding: .utf8)
    #expect(feed.contains("Gedragscode, versie 1: tekst openbaargemaakt"))

    try type(bench, "beleid haal-van-site gedragscode@1", als: "secretariaat")
    try bench.publish().orThrow()
    #expect(!FileManager.default.fileExists(atPath: file))
    try Needles(["Wees <eerlijk>", "Wees &lt;eerlijk"]).expectNone(inFolder: bench.path("site"))
    try bench.expectClean()
  }

  @Test func `Two texts stand beside each other on the site, and once one is taken off their addresses say so`() throws
  {
    let bench = try bench()
    _ = try bench.write("# Gedragscode\n\nWees eerlijk & open.\n\nVraag raad.\n", to: "nieuw.md")
    for (command, key) in [
      (
        "beleid ontwerp nieuw.md --kenmerk gedragscode --titel Gedragscode --instemming vereist --wor d --op 2026-05-05",
        "secretariaat"
      ),
      ("instemming vraag gedragscode@3 --wor-onderdeel d --beweegredenen b --gevolgen g --op 2026-05-06", "college"),
      ("instemming verleen gedragscode@3 --op 2026-05-07", "ondernemingsraad"),
      ("beleid stel-vast gedragscode@3 --op 2026-05-08", "college"),
      ("beleid maak-openbaar gedragscode@1", "secretariaat"), ("beleid maak-openbaar gedragscode@3", "secretariaat"),
    ] { try type(bench, command, als: key) }
    try bench.publish().orThrow()
    // The draft between them is nobody's business.
    let difference = try page(bench, "gedragscode/versies/3/verschil/")
    #expect(difference.contains("<del>&lt;eerlijk&gt;</del>") && difference.contains("<ins>eerlijk</ins>"))
    #expect(difference.contains("Was, in versie 1") && difference.contains("<ins>Vraag raad.</ins>"))
    try Needles(["Kanarie"]).expectNone(inFolder: bench.path("site"))

    try type(bench, "beleid haal-van-site gedragscode@1", als: "secretariaat")
    try bench.publish().orThrow()
    try Needles(["&lt;eerlijk"]).expectNone(inFolder: bench.path("site"))
    let gone = try String(contentsOfFile: bench.path("site/nginx-http.conf"), encoding: .utf8)
    for path in ["1/tekst/", "3/verschil/"] {
      #expect(try page(bench, "gedragscode/versies/\(path)").contains("staat niet meer op de site"))
      #expect(gone.contains("/regelingen/gedragscode/versies/\(path)\" 1;"))
    }
    try bench.expectClean()
  }

  @Test func `Nothing of a draft, its text or what was typed as an explanation is in any byte of the site`() throws {
    let bench = try bench()
    try type(bench, "beleid maak-openbaar gedragscode@1", als: "secretariaat")
    try bench.publish().orThrow()
    let drafts = try ["ontwerp.md", "ander.md"].map { try bench.sha256(of: $0) }
    try Needles(["Kanarie", "kanarie"] + drafts).expectNone(inFolder: bench.path("site"))
  }

  @Test func `A text that was destroyed leaves the site, which says so`() throws {
    let bench = try bench()
    try type(bench, "beleid maak-openbaar gedragscode@1", als: "secretariaat")
    try bench.publish().orThrow()
    let adopted = try bench.inLedger("log", "--json").json().first { $0["event"] as? String == "RegelingVastgesteld" }
    let number = try #require(adopted?["position"] as? Int)
    try type(
      bench, "vernietig \(number) --veld tekst --grond Archiefwet --bewaarregel proef --yes", als: "secretariaat")
    try bench.publish().orThrow()
    try Needles(["Wees <eerlijk>", "Wees &lt;eerlijk"]).expectNone(inFolder: bench.path("site"))
    #expect(try page(bench, "gedragscode/versies/1/").contains("De tekst is vernietigd."))
    let again = try bench.expectNothingWritten { try bench.type("beleid haal-van-site gedragscode@1", als: nil) }
    #expect(again.exitCode != Exit.done)
    try type(bench, "beleid haal-van-site gedragscode@1", als: "secretariaat")
    expectRefusal(
      try bench.expectNothingWritten { try bench.type("beleid maak-openbaar gedragscode@1", als: "secretariaat") },
      Exit.notFound, saying: "vernietigd")
  }

  @Test(arguments: [
    ("beleid maak-openbaar gedragscode@2", Exit.refused, "niet vastgesteld"),
    ("beleid maak-openbaar kanarie-kenmerk", Exit.refused, "BEL-OPENBAAR"),
    ("beleid maak-openbaar gedragscode@9", Exit.notFound, "gedragscode@1"),
    ("beleid maak-openbaar gedragscod", Exit.notFound, "gedragscode"),
    ("beleid maak-openbaar", Exit.usage, "kenmerk"),
    ("beleid maak-openbaar gedragscode --historisch", Exit.usage, "--historisch"),
    ("beleid maak-openbaar gedragscode --op 2099-01-01", Exit.usage, "2099"),
    ("beleid haal-van-site gedragscode", Exit.refused, "niet openbaargemaakt"),
    ("beleid haal-van-site niets", Exit.notFound, "niets"),
  ])
  func `What cannot be is refused with why, and nothing is written`(command: String, code: Int32, saying: String) throws
  {
    let bench = try bench()
    let outcome = try bench.expectNothingWritten { try bench.type(command, als: "secretariaat") }
    #expect(outcome.exitCode == code && outcome.errors.contains(saying), "\(outcome)")
  }

  @Test func `Twice is refused, and so is who may not`() throws {
    let bench = try bench()
    expectRefusal(
      try bench.expectNothingWritten { try bench.type("beleid maak-openbaar gedragscode@1", als: "ondernemingsraad") },
      Exit.notPermitted, saying: "RegelingstekstOpenbaargemaakt")
    try type(bench, "beleid maak-openbaar gedragscode", als: "secretariaat")
    expectRefusal(
      try bench.expectNothingWritten { try bench.type("beleid maak-openbaar gedragscode@1", als: "secretariaat") },
      Exit.refused, saying: "BEL-OPENBAAR-EENMAAL", "al openbaargemaakt")
  }
}

extension Bench {
  /// The SHA-256 of a file, as `sha256sum` has it.
  fileprivate func sha256(of name: String) throws -> String {
    let program = try #require(Executable.onPath("sha256sum"))
    let sum = try RunningProgram(program, [path(name)], environment: [:], directory: root).finish()
    return try #require(sum.output.split(separator: " ").first.map { String($0) })
  }
}
