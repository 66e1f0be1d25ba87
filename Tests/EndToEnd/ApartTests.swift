import Foundation
import TestBench
import Testing

/// Signing on another machine, by files, as it is typed: nothing is shared but what is carried over.
struct ApartTests {
  /// A code of conduct for which the works council was asked; its key is on another machine.
  private func asked() throws -> Elders { try Elders("ondernemingsraad", from: .instemmingGevraagd()) }

  @Test func `U20: the consent of the works council goes by two files, and the receipt shows that it stands`() throws {
    let elders = try asked()
    let before = elders.here.snapshot()
    let made = try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    #expect(made.errors.contains("er is nog niets vastgelegd"), "\(made)")
    #expect(elders.here.snapshot() == before)

    let shown = try elders.there.run(
      ["concept", "toon", elders.there.path("concept.json"), "--stukken", elders.there.path("stukken")]
    ).orThrow()
    for words in ["InstemmingVerleend", "ondernemingsraad", "WOR art. 27", "Gedragscode", "de SHA-256 klopt"] {
      #expect(shown.output.contains(words), "\(words): \(shown)")
    }
    let saved = try FileManager.default.contentsOfDirectory(atPath: elders.there.path("stukken"))
    let texts = try saved.map { try String(contentsOfFile: elders.there.path("stukken/\($0)"), encoding: .utf8) }
    #expect(texts == ["# Gedragscode\nWij zijn eerlijk.\n"])

    try elders.sign().orThrow()
    let taken = try elders.takeUp(receipt: "ontvangst.json").orThrow()
    #expect(taken.errors.contains("InstemmingVerleend opgenomen als nummer 6"), "\(taken)")
    let received = try elders.there.run(["onderteken", "--ontvangst", elders.there.path("ontvangst.json")]).orThrow()
    #expect(received.errors.contains("nummer 6"), "\(received)")

    try elders.here.type("beleid stel-vast gc", als: "college").orThrow()
    try elders.here.inLedger("verify").orThrow()
    #expect(try elders.here.inLedger("beleid", "lijst").orThrow().output.contains("vastgesteld"))
  }

  @Test func `the ten lines of the README work on two machines, and end with a rule in force`() throws {
    let text = try String(
      contentsOf: Executable.repository.appendingPathComponent("README.md"), encoding: .utf8)
    let block = try #require(
      text.components(separatedBy: "Daarna in tien regels").last?.components(separatedBy: "```")[1])
    let lines = block.split(separator: "\n").dropFirst().map(String.init)
    #expect(lines.count == 10)
    let (here, there) = (try Bench(), try Bench())
    try here.write("# Gedragscode\n", to: "gedragscode.txt")
    // Nobody sits at these machines to say yes.
    let typing =
      "waarborg() { case $1 in key|onderteken) command waarborg \"$@\" --yes;; *) command waarborg \"$@\";; esac; }"
    var exported = "export PATH=\(Executable.waarborg.deletingLastPathComponent().path):$PATH"
    for line in lines {
      let isThere = line.hasSuffix("# bij de ondernemingsraad")
      let bench = isThere ? there : here
      let asked = line.replacingOccurrences(of: "waarborg key new", with: "command waarborg key new")
        .replacingOccurrences(of: "waarborg key show", with: "command waarborg key show")
      if line.hasPrefix("export") { exported += "; " + line }
      try RunningProgram(
        URL(fileURLWithPath: "/bin/sh"), ["-e", "-c", "\(exported); \(typing); \(asked)"],
        environment: bench.environment, directory: bench.root
      ).finish().orThrow()
      // The post.
      for name in ["or.jwk", "verzoek.json", "antwoord.json"] {
        let from = isThere ? there : here
        let to = isThere ? here : there
        guard FileManager.default.fileExists(atPath: from.path(name)),
          !FileManager.default.fileExists(atPath: to.path(name))
        else { continue }
        try FileManager.default.copyItem(atPath: from.path(name), toPath: to.path(name))
      }
    }
    let valid = try here.inLedger("beleid", "geldend", "gedragscode").orThrow()
    #expect(valid.output.contains("ja"), "\(valid)")
    try there.run("onderteken", "--ontvangst", here.path("ontvangst.json")).orThrow()
  }

  @Test func `taking up twice changes nothing and gives the first place`() throws {
    let elders = try asked()
    try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    try elders.sign().orThrow()
    try elders.takeUp().orThrow()
    let before = elders.here.snapshot()
    let again = try elders.takeUp(receipt: "ontvangst.json").orThrow()
    #expect(again.errors.contains("al opgenomen als nummer 6"), "\(again)")
    #expect(elders.here.snapshot() == before)
    try elders.there.run(["onderteken", "--ontvangst", elders.there.path("ontvangst.json")]).orThrow()
  }

  @Test func `signing the same concept twice gives the same signature`() throws {
    let elders = try asked()
    try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    try elders.sign().orThrow()
    let again = try elders.sign(answer: "nogmaals.json").orThrow()
    #expect(again.errors.contains("hetzelfde antwoord"), "\(again)")
    try elders.takeUp().orThrow()
    #expect(try elders.takeUp("nogmaals.json").orThrow().errors.contains("al opgenomen als nummer 6"))
  }
}

/// Files that are not what they should be: each is refused with what is wrong, and nothing is written.
struct BadApartTests {
  /// A concept for a key that is not on the other machine.
  private func elders() throws -> Elders {
    let elders = try Elders("ondernemingsraad")
    try elders.concept("organisatie orgaan Commissie", als: "secretariaat").orThrow()
    return elders
  }

  /// One for the works council's key, which is on the other machine.
  private func consent() throws -> Elders {
    let elders = try Elders("ondernemingsraad", from: .instemmingGevraagd())
    try elders.concept("instemming verleen gc", als: "ondernemingsraad").orThrow()
    return elders
  }

  /// Expects a refusal on the signer's machine, after which there is no answer.
  private func expectRefused(
    _ elders: Elders, _ name: String, _ exit: Int32, _ words: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    for command in [
      ["concept", "toon", elders.there.path(name)],
      ["onderteken", elders.there.path(name), "--uit", elders.there.path("antwoord.json"), "--yes"],
    ] {
      let outcome = try elders.there.run(command)
      #expect(outcome.exitCode == exit, "\(outcome)", sourceLocation: location)
      #expect(outcome.errors.contains(words), "\(outcome)", sourceLocation: location)
    }
    #expect(!FileManager.default.fileExists(atPath: elders.there.path("antwoord.json")), sourceLocation: location)
  }

  @Test func `a concept for another key, damaged, of another kind or of a gigabyte is not signed`() throws {
    let elders = try elders()
    try expectRefused(elders, "concept.json", Exit.notPermitted, "voor geen van uw sleutels")

    let own = try consent()
    let good = try String(contentsOfFile: own.there.path("concept.json"), encoding: .utf8)
    let place = try #require(good.range(of: "\"inhoud\":\"")).upperBound
    var altered = good
    altered.replaceSubrange(place..<altered.index(after: place), with: good[place] == "A" ? "B" : "A")
    try own.there.write(altered, to: "veranderd.json")
    try expectRefused(own, "veranderd.json", Exit.badInput, "beschadigd of gewijzigd")
    try own.there.write(String(good.prefix(good.count / 2)), to: "half.json")
    try expectRefused(own, "half.json", Exit.badInput, "dit is niet een concept")
    try own.there.write(
      good.replacingOccurrences(of: "waarborg-concept-1", with: "waarborg-concept-9"), to: "nieuw.json")
    try expectRefused(own, "nieuw.json", Exit.badInput, "formaat")
    let large = own.there.path("groot.json")
    try own.there.write("", to: "groot.json")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: large))
    try handle.truncate(atOffset: 1 << 30)
    try handle.close()
    try expectRefused(own, "groot.json", Exit.badInput, "256 MiB")
    try expectRefused(own, "niets.json", Exit.notFound, "bestaat niet")
  }

  @Test func `an answer for another ledger, or for another file, is not taken up`() throws {
    let elders = try consent()
    try elders.sign().orThrow()
    let copy = try Bench.founded()
    let other = try Bench()
    try other.run("key", "new", "secretariaat", "--rol", "secretariaat").orThrow()
    try other.run(
      "init", other.ledger, "--origin", "ander.example", "--organisatie", "Gemeente Elders", "--als", "secretariaat"
    ).orThrow()
    for (bench, name, exit, words) in [
      (copy, "antwoord.json", Exit.foundWanting, "een andere geschiedenis"),
      (other, "antwoord.json", Exit.badInput, "voor een ander grootboek"),
      (other, "concept.json", Exit.badInput, "verwacht: een ondertekend antwoord"),
    ] {
      try elders.send(name, from: elders.here, to: bench)
      let before = bench.snapshot()
      let outcome = try bench.inLedger("neem-op", bench.path(name), als: "secretariaat")
      #expect(outcome.exitCode == exit && outcome.errors.contains(words), "\(outcome)")
      #expect(bench.snapshot() == before)
    }
  }

  @Test func `what needs the key itself, or nobody may sign, has no concept`() throws {
    let bench = try Bench.founded()
    for (command, als, exit, words) in [
      ("key revoke college --reden verloren", "secretariaat", Exit.refused, "kan niet met een concept"),
      (
        "organisatie orgaan Commissie", "griffier", Exit.notFound, "er tekenen: college, ondernemingsraad, secretariaat"
      ),
      ("organisatie orgaan Commissie", "ondernemingsraad", Exit.notPermitted, "mag OrgaanVastgelegd niet ondertekenen"),
    ] {
      let before = bench.snapshot()
      let outcome = try bench.run(
        command.split(separator: " ").map(String.init) + [
          "--ledger", bench.ledger, "--als", als, "--concept", bench.path("x.json"),
        ], environment: ["WAARBORG_SLEUTEL": "secretariaat"])
      #expect(outcome.exitCode == exit && outcome.errors.contains(words), "\(outcome)")
      #expect(bench.snapshot() == before && !FileManager.default.fileExists(atPath: bench.path("x.json")))
    }
  }

  @Test func `a receipt of what was not signed here is told as that`() throws {
    let elders = try consent()
    try elders.sign().orThrow()
    try elders.takeUp(receipt: "ontvangst.json").orThrow()
    let stranger = try Bench()
    try elders.send("ontvangst.json", from: elders.here, to: stranger)
    let outcome = try stranger.run("onderteken", "--ontvangst", stranger.path("ontvangst.json"))
    #expect(outcome.exitCode == Exit.notFound && outcome.errors.contains("niets ondertekend"), "\(outcome)")
  }
}
