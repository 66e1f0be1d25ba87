import ArgumentParser
import Console
import Governance
import Testing

/// Compares with what swift-argument-parser really says, so that a new wording in a new version is noticed.
struct ParserMessagesTests {
  private static func message(_ arguments: [String], _ language: Language = .dutch) -> String {
    do {
      var command = try Register.parseAsRoot(arguments)
      try command.run()
      return ""
    } catch {
      return ParserMessages.translate(Register.fullMessage(for: error), language)
    }
  }

  @Test(arguments: [
    (["meld"], "fout: Er ontbreekt een argument: '<naam>'"),
    (["meld", "x", "--datm", "1"], "fout: Onbekende optie '--datm'. Bedoelt u '--datum'?"),
    (["meld", "x", "--volslagen-anders"], "fout: Onbekende optie '--volslagen-anders'"),
    (["meld", "x", "-q"], "fout: Onbekende optie '-q'"),
    (["meld", "x", "y"], "fout: Onverwacht argument 'y'"),
    (["meld", "x", "y", "z"], "fout: 2 onverwachte argumenten: 'y', 'z'"),
    (["meld", "x", "--datum"], "fout: Er ontbreekt een waarde voor '--datum <datum>'"),
    (["meld", "x", "--uren", "veel"], "fout: De waarde 'veel' is ongeldig voor '--uren <uren>'"),
    (["meld", "x", "--open=ja"], "fout: De optie '--open' neemt geen waarde, maar kreeg 'ja'."),
    (["meld", "x", "--soort", "q"], "fout: De waarde 'q' is ongeldig voor '--soort <soort>'. Kies 'a', 'b' of 'c'."),
    (["meld", "x", "--keus", "q"], "fout: De waarde 'q' is ongeldig voor '--keus <keus>'. Kies 'j' of 'n'."),
    (["meld", "x", "--dag", "q"], "fout: De waarde 'q' is ongeldig voor '--dag <dag>'. Kies een van deze:"),
    (["meld", "x", "--code", "q"], "fout: De waarde 'q' is ongeldig voor '--code <code>': geen code"),
    (["meld", "x", "--aan", "--uit"], "fout: De vlag '--uit' gaat niet samen met de eerdere vlag '--aan'"),
    (["meld", "x", "-uz"], "fout: Onbekende optie '-uz'. Bedoelt u '--uit'?"),
    (["sluit"], "fout: Er ontbreekt een van: '--aan', '--uit'"),
    (["--generate-completion-script", "tcl"], "fout: Er is geen aanvulscript voor 'tcl'."),
    (["meld", "x", "---"], "fout: Ongeldige optie: ---"),
    (["weiger"], "fout: dit mag niet"),
  ])
  func `An error is told in Dutch`(arguments: [String], expected: String) {
    let lines = Self.message(arguments).split(separator: "\n").map(String.init)
    #expect(lines.first == expected)
  }

  @Test func `After an error come the explanation, the usage and where to read more`() {
    #expect(
      Self.message(["meld", "x", "--datum"]) == """
        fout: Er ontbreekt een waarde voor '--datum <datum>'
        Uitleg:  --datum <datum>  De dag.
        Gebruik: register meld <naam> \
        [--datum <datum>] [--uren <uren>] [--soort <soort>] [--keus <keus>] [--dag <dag>] [--code <code>] [--open] \
        [--aan] [--uit]
          Zie 'register meld --help' voor meer informatie.
        """)
  }

  @Test func `Help of a command is Dutch`() {
    #expect(
      ParserMessages.translate(Register.Meld.helpMessage(columns: 100), .dutch) == """
        UITLEG: Meld iets.

        GEBRUIK: meld <naam> \
        [--datum <datum>] [--uren <uren>] [--soort <soort>] [--keus <keus>] [--dag <dag>] [--code <code>] [--open] \
        [--aan] [--uit]

        ARGUMENTEN:
          <naam>                  De naam.

        OPTIES:
          --datum <datum>         De dag. (standaard: vandaag)
          --uren <uren>           Het aantal.
          --soort <soort>         De soort. (keuze: a, b, c; standaard: b)
          --keus <keus>           (keuze: j, n)
          --dag <dag>             (keuze: ma, di, wo, do, vr, za)
          --code <code>
          --open
          --aan/--uit
          -h, --help              Toon deze uitleg.

        """)
  }

  @Test func `Help of the program is Dutch and its columns stay in line`() {
    #expect(
      ParserMessages.translate(Register.helpMessage(columns: 100), .dutch) == """
        UITLEG: Een register.

        GEBRUIK: register <opdracht>

        OPTIES:
          --version               Toon de versie.
          -h, --help              Toon deze uitleg.

        OPDRACHTEN:
          meld (standaard)        Meld iets.
          weiger                  Weiger alles.
          veel

        BEHEER:
          sluit                   Sluit het register.

          Zie 'register help <opdracht>' voor de volledige uitleg.
        """)
  }

  @Test func `A usage of several lines stays in line`() {
    let text = ParserMessages.translate(Register.Weiger.helpMessage(columns: 100), .dutch)
    #expect(text.contains("GEBRUIK: register weiger alles\n         register weiger <opdracht>\n\n"))
  }

  @Test func `A usage with more options than fit is shortened in Dutch`() {
    #expect(
      ParserMessages.translate(Veel.helpMessage(columns: 100), .dutch).contains("GEBRUIK: veel [<opties>] <naam>"))
    #expect(ParserMessages.translate(Alles.helpMessage(columns: 100), .dutch).contains("GEBRUIK: alles <opties>"))
  }

  @Test func `Every line of an error of several lines is told in Dutch`() {
    #expect(
      Self.message(["veel", "x", "-ab"]).hasPrefix(
        "fout: Onbekende optie '-ab'\n   of: er ontbreekt een waarde voor '-b <b>' in '-ab'\n"))
    #expect(
      Self.message(["--generate-completion-script", "tcl"]).contains(
        "\nGebruik --generate-completion-script=<shell> met een van:\n    zsh bash fish\n"))
    #expect(Self.message(["meld", "x", "--dag", "q"]).contains("Kies een van deze:\n  - ma\n  - di\n"))
  }

  @Test func `In English only the first word changes, and the heading of a group of commands`() {
    let text = Self.message(["meld", "x", "-q"], .english)
    #expect(text.hasPrefix("error: Unknown option '-q'\nUsage: register meld <naam> [--datum <datum>]"))
    let help = Register.helpMessage(columns: 80)
    #expect(help.contains("\nBEHEER SUBCOMMANDS:\n"))
    #expect(ParserMessages.translate(help, .english) == help.replacing("BEHEER SUBCOMMANDS:", with: "BEHEER:"))
  }

  @Test(arguments: ["", "iets anders", "Unknown option", "The value '", "USAGE:", "Missing value for ''"])
  func `What is not known stays readable`(text: String) {
    let translated = ParserMessages.translate(text, .dutch)
    #expect(text.isEmpty == translated.isEmpty)
  }
}

private struct Register: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Een register.", version: "1.0",
    subcommands: [Meld.self, Weiger.self, Veel.self],
    groupedSubcommands: [.init(name: "Beheer", subcommands: [Sluit.self])],
    defaultSubcommand: Meld.self)

  enum Soort: String, ExpressibleByArgument, CaseIterable { case a, b, c }
  enum Keus: String, ExpressibleByArgument, CaseIterable { case j, n }
  enum Dag: String, ExpressibleByArgument, CaseIterable { case ma, di, wo, `do`, vr, za }
  enum Stand: String, EnumerableFlag { case aan, uit }

  struct Meld: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Meld iets.")
    @Argument(help: "De naam.") var naam: String
    @Option(help: "De dag.") var datum = "vandaag"
    @Option(help: "Het aantal.") var uren: Int?
    @Option(help: "De soort.") var soort = Soort.b
    @Option var keus: Keus?
    @Option var dag: Dag?
    @Option(transform: { _ in throw ValidationError("geen code") }) var code: String?
    @Flag var open = false
    @Flag(exclusivity: .exclusive) var stand: Stand?
  }

  struct Weiger: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Weiger alles.", usage: "register weiger alles\nregister weiger <subcommand>")
    func run() throws { throw ValidationError("dit mag niet") }
  }

  struct Sluit: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Sluit het register.")
    @Flag(exclusivity: .exclusive) var stand: Stand
  }
}

private struct Alles: ParsableCommand {
  @OptionGroup var opties: Opties
}

private struct Veel: ParsableCommand {
  @Argument var naam: String
  @OptionGroup var opties: Opties
}

private struct Opties: ParsableArguments {
  @Flag(name: .short) var a = false
  @Option(name: .short) var b: String?
  @Flag(name: .short) var c = false
  @Flag(name: .short) var d = false
  @Flag(name: .short) var e = false
  @Flag(name: .short) var f = false
  @Flag(name: .short) var g = false
  @Flag(name: .short) var i = false
  @Flag(name: .short) var j = false
  @Flag(name: .short) var k = false
  @Flag(name: .short) var l = false
  @Flag(name: .short) var m = false
  @Flag(name: .short) var n = false
}
