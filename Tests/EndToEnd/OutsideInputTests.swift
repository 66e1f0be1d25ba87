import Foundation
import GRDB
import TestBench
import Testing

/// What comes from outside: arguments, variables, files, dates and waiting, as the built program takes them.
struct OutsideInputTests {
  /// Runs a line of shell, in which `"$0"` is the program: only so can an argument be bytes that are no text.
  private func shell(_ line: String, on bench: Bench) throws -> Outcome {
    try RunningProgram(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line, Executable.waarborg.path],
      environment: bench.environment.merging(["WAARBORG_LEDGER": bench.ledger, "WAARBORG_SLEUTEL": "secretariaat"]) {
        $1
      },
      directory: bench.root
    ).finish()
  }

  @Test(arguments: [
    (
      #""$0" organisatie functie "$(printf 'Co\366rdinator')""#, "argument 3 is geen UTF-8: byte F6 op regel 1, teken 3"
    ),
    (#""$0" log --ledger "$(printf 'g\351.ledger')""#, "argument 3 is geen UTF-8: byte E9"),
    (#"WAARBORG_LEDGER="$(printf 'g\351.ledger')" "$0" log"#, "WAARBORG_LEDGER is geen UTF-8: byte E9"),
    (
      #"WAARBORG_WACHTWOORD_BESTAND="$(printf '\377')" "$0" organisatie functie X"#,
      "WAARBORG_WACHTWOORD_BESTAND is geen UTF-8"
    ),
  ])
  func `B02: bytes that are no text are refused with their place`(line: String, says: String) throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten { try shell(line, on: bench) }
    expectRefusal(outcome, Exit.badInput, saying: says, "Wat te doen: zet de terminal op UTF-8")
    let json = try bench.expectNothingWritten { try shell(line + " --json", on: bench) }
    #expect(
      json.exitCode == Exit.badInput && json.errors.hasPrefix(#"{"message_type":"exit_error","code":65"#), "\(json)")
  }

  @Test func `B02: confidential text on standard input and in a file is UTF-8, or nothing is written`() throws {
    let bench = try Bench.gemeenteToChange()
    try Data([0x43, 0x61, 0x66, 0xE9]).write(to: bench.root.appendingPathComponent("latijn"))
    let person = try bench.holder(of: "Griffier")
    for (typed, input) in [("-", "<latijn"), ("@latijn", "")] {
      let line =
        #""$0" nevenfunctie belang meld --persoon \#(person) --soort aandelen --omschrijving \#(typed) \#(input)"#
      let outcome = try bench.expectNothingWritten { try shell(line, on: bench) }
      expectRefusal(outcome, Exit.badInput, saying: "geen UTF-8: byte E9 op regel 1, teken 4")
    }
  }

  @Test(arguments: ["Co\u{FFFD}rdinator", "\u{AD}\u{AD}", "\u{3164}", "\u{200D}", "a\u{F0B7}b"])
  func `B02, B07: a name that lost a letter, or of which nothing is seen, is refused`(name: String) throws {
    let bench = try Bench.founded()
    let outcome = try bench.expectNothingWritten {
      try bench.inLedger("organisatie", "functie", name, als: "secretariaat")
    }
    expectRefusal(outcome, Exit.badInput, saying: "naam: de tekst ")
  }

  @Test func `B03: --wacht is how long another program that holds the file is waited for, shorter and longer`() throws {
    let bench = try Bench.founded()
    let queue = try DatabaseQueue(path: bench.ledger + "/log.sqlite")
    defer { try? queue.close() }
    func append(_ seconds: String) throws -> RunningProgram {
      try bench.start([
        "organisatie", "orgaan", "Commissie", "--ledger", bench.ledger, "--als", "secretariaat", "--wacht", seconds,
      ])
    }
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let impatient = try append("1").finish()
      expectRefusal(impatient, Exit.busy, saying: "(log.sqlite)", "niets geschreven", "--wacht")
      #expect((1..<6).contains(impatient.seconds), "\(impatient.seconds)")
      // Longer than the ten seconds that once were waited whatever was asked.
      let patient = try append("40")
      Thread.sleep(forTimeInterval: 12)
      try db.execute(sql: "ROLLBACK")
      let outcome = try patient.finish()
      #expect(outcome.exitCode == Exit.done && outcome.seconds > 11, "\(outcome)")
    }
  }

  @Test(arguments: ["-1", "nan", "inf", "1e300", "86401"])
  func `B03: a time that nobody can wait is refused`(seconds: String) throws {
    let bench = try Bench.founded()
    expectRefusal(try bench.inLedger("log", "--wacht=\(seconds)"), Exit.usage, saying: "--wacht")
  }

  @Test func `B04: a checkpoint that a mail program changed is wrong input, and no finding on the ledger`() throws {
    let bench = try Bench.founded()
    let good = try bench.inLedger("checkpoint").orThrow().output
    try bench.write(good, to: "goed")
    try bench.inLedger("verify", "--vertrouw", bench.path("goed")).orThrow()
    for (name, text, says) in [
      ("crlf", good.replacingOccurrences(of: "\n", with: "\r\n"), "regeleinden van Windows"),
      ("afgekapt", String(good.dropLast()), "een handtekening (de 1e)"),
      ("merk", "\u{FEFF}" + good, "kenmerk (U+FEFF)"),
      ("brief", "Beste mensen,\n", "geen handtekening"),
    ] {
      try bench.write(text, to: name)
      let outcome = try bench.inLedger("verify", "--vertrouw", bench.path(name))
      expectRefusal(outcome, Exit.badInput, saying: "--vertrouw: «\(bench.path(name))»", says, "Wat te doen:")
      #expect(!outcome.errors.contains("niet in orde"), "\(outcome)")
    }
  }

  @Test func `B06, B15: a calendar is written through a link, keeps its rights, and each day is a later revision`()
    throws
  {
    let bench = try Bench.gemeenteToChange()
    try bench.write("oud", to: "doel.ics", mode: 0o600)
    try FileManager.default.createSymbolicLink(atPath: bench.path("agenda.ics"), withDestinationPath: "doel.ics")
    var last: (stamp: String, sequence: Int)?
    for day in ["2026-11-26", "2028-11-26", "2028-11-27"] {
      try bench.inLedger("termijnen", "--alle", "--ics", bench.path("agenda.ics"), "--op", day, als: "secretariaat")
        .orThrow()
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: bench.path("agenda.ics")) == "doel.ics")
      let rights = try FileManager.default.attributesOfItem(atPath: bench.path("doel.ics"))[.posixPermissions] as? Int
      #expect(rights == 0o600)
      let lines = try String(contentsOfFile: bench.path("doel.ics"), encoding: .utf8).components(separatedBy: "\r\n")
      func value(_ name: String) throws -> String {
        String(try #require(lines.first { $0.hasPrefix(name + ":") }).dropFirst(name.count + 1))
      }
      let (stamp, sequence) = (try value("DTSTAMP"), try #require(Int(try value("SEQUENCE"))))
      #expect(try value("LAST-MODIFIED") == stamp)
      if let last { #expect(stamp >= last.stamp && sequence > last.sequence, "\(day)") }
      last = (stamp, sequence)
    }
  }

  /// A published register with one function, whose holder does something at each of these bodies.
  private func published(_ bodies: [String], locale: String) throws -> (bench: Bench, page: String) {
    let bench = try Bench.publishing()
    try bench.inLedger("organisatie", "functie", "Directeur Ĳsselmeer", "--op", "2020-01-01", als: "college").orThrow()
    try bench.inLedger("nevenfunctie", "stel-in", "--model", "lelystad", "--op", "2020-01-01", als: "college").orThrow()
    try bench.inLedger(
      "nevenfunctie", "wijs-aan", "Directeur Ĳsselmeer", "--houder-rol", "geen", "--op", "2020-01-01", als: "college"
    )
    .orThrow()
    let header =
      "functie;naam;functie sinds;nevenwerkzaamheid;organisatie;ingang;bezoldigd;uren per maand;besluit;openbaar sinds\n"
    let rows =
      bodies.enumerated().map { number, body in
        // Without its last cells, as Excel writes a row of which these are empty, where there is nothing public about it.
        "directeur ijsselmeer;Karin Voorbeeld;2020-01-01;Lid \(number);\(body);1-3-2021;nee;4;toegestaan;2021-04-03\n"
      } + ["directeur ijsselmeer;Karin Voorbeeld;2020-01-01;Niet openbaar\n"]
    let file = try bench.write(header + rows.joined(), to: "register.csv")
    let taken = try bench.inLedger(
      "nevenfunctie", "importeer", file, "--bron", "Register", "--houders", als: "secretariaat"
    ).orThrow()
    #expect(
      taken.errors.contains("\(bodies.count + 1) meldingen, \(bodies.count) besluiten")
        && taken.errors.contains("1 nieuwe houder."), "\(taken)")
    try bench.run(
      ["publiceer", bench.path("site"), "--ledger", bench.ledger, "--als", "secretariaat"],
      environment: ["LC_ALL": locale]
    ).orThrow()
    return (
      bench, try String(contentsOfFile: bench.path("site/nevenfuncties/organisaties/index.html"), encoding: .utf8)
    )
  }

  @Test(arguments: ["C.UTF-8", "sv_SE.UTF-8"])
  func `B07, B08, B10, B14: one heading for one body, in Dutch order, whatever the machine's language`(locale: String)
    throws
  {
    let bodies = [
      "Zorggroep", "Élan Zorg", "elan zorg b", "Ĳsclub", "IJsclub", "Stichting Café", "Stichting Cafe\u{301}",
      "Stichting  Café", "Stichting\u{A0}Café", "stichting ca\u{AD}fé", "Aardvark", "Ångström", "Izet",
    ]
    let (bench, page) = try published(bodies, locale: locale)
    let headings = page.components(separatedBy: "</bdi></h2>").dropLast().compactMap {
      $0.components(separatedBy: "<bdi>").last
    }
    #expect(
      headings == [
        "Aardvark", "Ångström", "Élan Zorg", "elan zorg b", "Ĳsclub", "Izet", "Stichting Café", "Zorggroep",
      ],
      "\(headings)")
    #expect(page.components(separatedBy: "directeur-ijsselmeer").count > 1 || page.contains("opgaven/"))
    #expect(
      FileManager.default.fileExists(atPath: bench.path("site/nevenfuncties/functies/directeur-ijsselmeer/index.html")))
    try bench.expectClean()
  }

  @Test func `B13: the list of a day has what was there by then, and says what comes later`() throws {
    let bench = try Bench.founded()
    for (name, day) in [("Bode", "2020-01-01"), ("Later", "2999-01-01"), ("Ooit", "XXXX")] {
      try bench.inLedger("organisatie", "functie", name, "--op", day, als: "secretariaat").orThrow()
    }
    func names(_ options: String...) throws -> [String?] {
      try bench.inLedger(["organisatie", "lijst", "--json"] + options).orThrow().json().map { $0["naam"] as? String }
    }
    #expect(try names("--op", "2019-06-01") == ["Ooit"])
    #expect(try names() == ["Bode", "Ooit"])
    #expect(try names("--op", "2999-01-01") == ["Bode", "Later", "Ooit"])
    #expect(try names("--op", "2999-01-01", "--aantal", "1", "--vanaf", "2") == ["Later"])
    let shown = try bench.inLedger("organisatie", "lijst")
    #expect(shown.errors.contains("Eén orgaan of functie bestaat op"), "\(shown)")
    #expect(try !bench.inLedger("organisatie", "lijst", "--op", "2999-01-01").errors.contains("nog niet"))
  }

  @Test(arguments: [
    ["log"], ["show", "0"], ["status"], ["key", "list"], ["klok", "toon"], ["publicatie", "lijst"],
    ["publicatie", "toon"],
  ])
  func `B13: where a day changes nothing, --op is refused and --bekend named`(command: [String]) throws {
    let bench = try Bench.publishing()
    try bench.inLedger(command).orThrow()
    expectRefusal(try bench.inLedger(command + ["--op", "2026-01-01"]), Exit.usage, saying: "--op", "--bekend")
  }

  @Test func `B14: another language than the two is refused, as an option and as a variable`() throws {
    let bench = try Bench.founded()
    expectRefusal(try bench.inLedger("log", "--taal", "xx"), Exit.usage, saying: "--taal: «xx»", "nl of en")
    let variable = try bench.run(["log", "--ledger", bench.ledger], environment: ["WAARBORG_TAAL": "xx"])
    expectRefusal(variable, Exit.usage, saying: "WAARBORG_TAAL: «xx»", "kies nl of en")
  }

  @Test func `B14: without HOME the keys are sought in the account's own folder, never in the root`() throws {
    let bench = try Bench.founded()
    let outcome = try bench.run(
      ["key", "list", "--json"],
      environment: ["HOME": nil, "XDG_CONFIG_HOME": nil, "XDG_STATE_HOME": nil, "XDG_CACHE_HOME": nil])
    #expect([Exit.done, Exit.usage].contains(outcome.exitCode), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: "/.config/waarborg"))
    #expect(!FileManager.default.fileExists(atPath: "/.local/state/waarborg"))
  }

  @Test func `B14: a passphrase file may begin with a mark`() throws {
    let bench = try Bench.founded()
    let words = try String(contentsOfFile: bench.path("wachtwoord"), encoding: .utf8)
    try bench.write("\u{FEFF}" + words, to: "merk", mode: 0o600)
    try bench.inLedger("organisatie", "functie", "X", "--wachtwoord-bestand", bench.path("merk"), als: "secretariaat")
      .orThrow()
    try bench.write("\u{FEFF}\n", to: "leeg", mode: 0o600)
    let empty = try bench.inLedger(
      "organisatie", "functie", "X", "--wachtwoord-bestand", bench.path("leeg"), als: "secretariaat")
    expectRefusal(empty, Exit.badInput, saying: "is leeg")
  }

  @Test func `B14: views that are damaged are made again, and no backup is asked for`() throws {
    let bench = try Bench.founded()
    try bench.inLedger("status").orThrow()
    let views = try bench.views(of: bench.ledger)
    try Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 31) }).write(to: views)
    let outcome = try bench.inLedger("status")
    expectRefusal(outcome, Exit.io, saying: "views.sqlite is beschadigd", "waarborg rebuild")
    #expect(!outcome.errors.contains("reservekopie"), "\(outcome)")
    try bench.inLedger("rebuild").orThrow()
    try bench.inLedger("verify").orThrow()
  }

  @Test func `B14: an offset that no clock shows is told as that, and a field asked for twice is given once`() throws {
    let bench = try Bench.gemeenteToChange()
    let moment = try bench.inLedger("log", "--bekend", "2026-11-26T13:33:17+25:00")
    expectRefusal(moment, Exit.badInput, saying: "--bekend", "noemt een tijd die niet bestaat")
    let number = try #require(
      try bench.events("NevenwerkzaamheidGemeld").first?["position"] as? Int)
    let shown = try bench.inLedger(
      "show", "\(number)", "--sd-jwt", "--open", "activiteit", "--open", "activiteit", als: "secretariaat"
    ).orThrow()
    let parts = shown.output.components(separatedBy: "~").dropFirst().filter { $0.count > 5 }
    #expect(parts.count == 1, "\(shown)")
  }
}
