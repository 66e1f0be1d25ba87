import Foundation
import TestBench
import Testing

/// Text that is going to be sealed had better not stand in a command, where others on the machine read it while it runs.
struct ConfidentialTextTests {
  private let name = "Ans Ingebeeld"

  private func bench() throws -> Bench {
    let bench = try Bench.founded()
    try bench.inLedger("organisatie", "functie", "Griffier", "--op", "2024-01-01", als: "secretariaat").orThrow()
    return bench
  }

  private func holds(_ bench: Bench, _ name: String) throws -> Bool {
    try bench.inLedger("organisatie", "lijst", als: "secretariaat").orThrow().output.contains(name)
  }

  @Test(arguments: ["--naam @naam.txt", "--naam=@naam.txt", "--naam -", "--naam=-"])
  func `M21: the name of a person comes from a file or from standard input`(words: String) throws {
    let bench = try bench()
    try bench.write(name + "\n", to: "naam.txt")
    try bench.inLedger(
      ["organisatie", "bekleed", "Griffier", "--op", "2024-01-01"] + words.split(separator: " ").map(String.init),
      als: "secretariaat", input: Array((name + "\n").utf8)
    ).orThrow()
    #expect(try holds(bench, name))
  }

  @Test func `What looks like an option, a day or a file within the text is text`() throws {
    let bench = try bench()
    for (place, text) in ["--nog-een", "vandaag", "@naam", "-"].enumerated() {
      try bench.write(text, to: "naam.txt")
      try bench.inLedger(
        "organisatie", "bekleed", "Griffier", "--op", "2024-0\(place + 1)-01", "--naam", "@naam.txt",
        als: "secretariaat"
      ).orThrow()
      #expect(try holds(bench, text))
    }
  }

  @Test func `A case, a policy step and a correction take it so as well`() throws {
    let bench = try bench()
    try bench.write("twee keer vastgelegd", to: "reden.txt")
    try bench.inLedger("organisatie", "corrigeer", "3", "--reden", "@reden.txt", als: "secretariaat").orThrow()
    let shown = try bench.inLedger("show", "4", als: "secretariaat").orThrow()
    #expect(shown.output.contains("twee keer vastgelegd"), "\(shown)")
  }

  @Test func `A file that is not there or is no text, and two texts from one input, are refused`() throws {
    let bench = try bench()
    try Data([0xff, 0xfe, 0x41]).write(to: URL(fileURLWithPath: bench.path("latijn.txt")))
    func bekleed(_ words: String...) throws -> Outcome {
      try bench.expectNothingWritten {
        try bench.inLedger(["organisatie", "bekleed", "Griffier"] + words, als: "secretariaat")
      }
    }
    expectRefusal(try bekleed("--naam", "@weg.txt"), Exit.notFound, saying: "weg.txt")
    expectRefusal(try bekleed("--naam", "@latijn.txt"), Exit.badInput, saying: "--naam", "UTF-8")
    // Nothing is read while something else is wrong.
    expectRefusal(try bekleed("--naam", "@weg.txt", "--onbekend"), Exit.usage, saying: "--onbekend")
    let twice = try bench.expectNothingWritten {
      try bench.inLedger(
        ["vertrouwenspersoon", "kandidaat", "--naam", "-", "--telefoon", "-", "--email", "a@voorbeeld.nl"],
        als: "secretariaat", input: Array("x".utf8))
    }
    expectRefusal(twice, Exit.usage, saying: "--naam en --telefoon kunnen niet allebei", "@BESTAND")
  }

  @Test func `At a terminal it is asked for, where it was left out or - was typed`() throws {
    let bench = try bench()
    let common = ["--ledger", bench.ledger, "--als", "secretariaat"]
    let left = try bench.typed(["organisatie", "bekleed", "Griffier", "--op", "2024-01-01"] + common)
    #expect(left.answer("--naam: typ de tekst, en sluit af met ctrl-D op een lege regel", name + "\r\u{4}"))
    #expect(left.finish() == Exit.done, "\(left.shown)")
    #expect(try holds(bench, name))
    let typed = try bench.typed(["organisatie", "corrigeer", "3", "--reden", "-"] + common)
    #expect(typed.answer("--reden: typ de tekst", "dubbel\r\u{4}"))
    #expect(typed.finish() == Exit.refused, "\(typed.shown)")
    // Where something else is missing as well, that is told first.
    let more = try bench.typed(["organisatie", "bekleed"] + common)
    #expect(more.finish() == Exit.usage && more.shown.contains("functie"), "\(more.shown)")
  }

  @Test func `Every text that help calls internal or confidential can be given so`() throws {
    var checked = 0
    func check(_ command: [String: Any], _ path: [String]) {
      let path = path + [command["commandName"] as? String ?? ""]
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        let help = argument["abstract"] as? String ?? ""
        let value = argument["valueName"] as? String ?? ""
        guard argument["kind"] as? String == "option", help.contains("(intern)") || help.contains("(vertrouwelijk)"),
          let kind = value.split(separator: "|").first, ["tekst", "naam", "adres", "nummer"].contains(String(kind))
        else { continue }
        checked += 1
        #expect(value.hasSuffix("|@bestand|-"), "\(path.joined(separator: " ")): \(help)")
      }
      for below in command["subcommands"] as? [[String: Any]] ?? [] { check(below, path) }
    }
    check(try ParserTree.command(), [])
    #expect(checked > 40)
  }
}
