import ArgumentParser
import Console
import Foundation
import Testing

/// The help of a command as a person reads it.
struct HelpPageTests {
  private struct Proef: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "waarborg", abstract: "Doet iets.",
      discussion: """
        Een zin die lang genoeg is om in de bron te worden afgebroken, en die daar
        ook wordt afgebroken.
          waarborg organisatie orgaan 'Raad van Veel Woorden' --als secretariaat --op gisteren --dry-run
          waarborg termijnen --binnen 14d            wat binnen twee weken moet, en wat al te laat is
        Voorbeeld: waarborg log --aantal 20 --json | jq .event
        """)
    @Option(help: "Hoeveel er worden getoond, en dat zijn er soms zoveel dat deze zin breekt.") var aantal: Int?
    @Option(help: "De map.") var ledger: String?
    @Flag(help: "Schrijf JSON; ook deze zin is zo lang dat zij over de rand van de regel gaat.") var json = false
    @Option(help: "Het orgaan.") var orgaan: String?
  }

  private func page(_ width: Int) -> String {
    let about = Proef.configuration
    return HelpPage(
      Proef.helpMessage(columns: width), abstract: about.abstract, discussion: about.discussion, width: width
    ).text
  }

  @Test(arguments: [46, 60, 78, 200]) func `what is to be typed can be pasted, and nothing is wider than it may be`(
    width: Int
  ) {
    let lines = page(width).split(separator: "\n").map(String.init)
    let pasted = lines.joined(separator: "\n").replacing(#/ \\\n */#, with: " ")
    #expect(
      pasted.contains(
        "  waarborg organisatie orgaan 'Raad van Veel Woorden' --als secretariaat --op gisteren --dry-run\n"),
      "\(pasted)")
    #expect(pasted.firstMatch(of: /\n  waarborg termijnen --binnen 14d( {2,}wat|\n)/) != nil, "\(pasted)")
    #expect(pasted.contains("Voorbeeld: waarborg log --aantal 20 --json | jq .event\n"), "\(pasted)")
    for line in lines where !line.hasPrefix("USAGE") { #expect(line.count <= max(width, 48), "\(line)") }
  }

  @Test func `a line that only the source broke is one`() {
    #expect(page(200).contains("afgebroken, en die daar ook wordt afgebroken.\n"))
  }

  @Test func `what every command takes stands below its own, each once and whole`() throws {
    let text = page(60)
    let own = try #require(text.range(of: "\nOPTIONS:\n")), common = try #require(text.range(of: "\nCOMMON OPTIONS:\n"))
    #expect(own.lowerBound < common.lowerBound)
    for (name, isOwn) in [
      ("--aantal", true), ("--orgaan", true), ("--ledger", false), ("--json", false), ("--help", false),
    ] {
      let places = text.ranges(of: name + (name == "--help" || name == "--json" ? " " : " <"))
        .filter { text[..<$0.lowerBound].hasSuffix("  ") || name == "--help" }
      #expect(places.filter { ($0.lowerBound < common.lowerBound) == isOwn }.count == 1, "\(name) in \(text)")
    }
    let words = { (text: String) in
      text.split { " \n".contains($0) }.filter { !["OPTIONS:", "COMMON"].contains($0) }.map(String.init).sorted()
    }
    let usage = { (text: String) in String(text[(text.range(of: "USAGE")?.lowerBound ?? text.startIndex)...]) }
    #expect(words(usage(text)) == words(usage(Proef.helpMessage(columns: 60))))
  }

  @Test func `of a group of commands nothing is folded`() {
    struct Groep: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "groep", abstract: "Een groep.", subcommands: [Proef.self])
    }
    let page = HelpPage(Groep.helpMessage(columns: 80), abstract: "Een groep.", discussion: "", width: 80).text
    #expect(page == Groep.helpMessage(columns: 80))
  }
}
