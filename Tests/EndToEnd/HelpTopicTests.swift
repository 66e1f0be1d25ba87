import Foundation
import Governance
import TestBench
import Testing

/// What help says besides commands.
struct HelpTopicTests {
  @Test(arguments: [["help", "omgeving"], ["help", "environment", "--taal", "en"]])
  func `U16: the environment variables are told, and each that the program reads is among them`(
    _ arguments: [String]
  ) throws {
    let outcome = try Bench().run(arguments).orThrow()
    #expect(outcome.errors.isEmpty)
    let sources = Executable.repository.appendingPathComponent("Sources")
    let read = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
      .reduce(into: Set<String>()) { names, path in
        let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
        names.formUnion(text.matches(of: /environment\["(WAARBORG_[A-Z_]+)"\]/).map { String($0.output.1) })
      }
    #expect(read.count >= 4)
    for name in read.union(["WAARBORG_WACHTWOORD_OPDRACHT", "WAARBORG_WACHTWOORD_BESTAND"]) {
      #expect(outcome.output.contains(name), "\(name)")
    }
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: [["help", "exitcodes"], ["--taal", "en", "help", "exit-codes"]])
  func `U16: every exit status is told`(_ arguments: [String]) throws {
    let outcome = try Bench().run(arguments).orThrow()
    for kind in Failure.Kind.allCases { #expect(outcome.output.contains("\(kind.exitCode):"), "\(outcome)") }
  }

  @Test func `U16: the commands stand in groups, and the first says where to begin`() throws {
    let dutch = try Bench().run("--help").orThrow().output
    let groups = ["BEGIN HIER:", "ONDERWERPEN:", "SLEUTELS EN TEKENEN:", "CONTROLEREN EN BEWAREN:"]
    let places = groups.map { dutch.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(dutch)")
    let english = try Bench().run("--help", "--taal", "en")
    #expect(english.output.contains("START HERE:") && !english.output.contains("SUBCOMMANDS:"), "\(english)")
    #expect(dutch.contains("waarborg help omgeving"))
  }

  @Test(arguments: [["--taal", "en", "--help"], ["--taal=en", "--help"], ["--help", "--taal", "en"]])
  func `U17: the language can stand before everything`(_ arguments: [String]) throws {
    #expect(try Bench().run(arguments).orThrow().output.contains("START HERE:"))
  }

  @Test func `U17: what is no language is refused before a command as well`() throws {
    let outcome = try Bench().run("--taal", "fr", "status")
    #expect(outcome.exitCode == Exit.usage, "\(outcome)")
  }

  @Test(arguments: [["log"], ["organisatie", "orgaan"], ["verify"], ["key", "list"]])
  func `U16: what every command takes is folded below what is its own`(_ command: [String]) throws {
    let dutch = try Bench().run(command + ["--help"]).orThrow().output
    let common = try #require(dutch.range(of: "\nALGEMENE OPTIES:\n"))
    #expect(dutch[common.upperBound...].contains("  --ledger <map>"), "\(dutch)")
    #expect(!dutch[..<common.lowerBound].contains("  --ledger <map>"), "\(dutch)")
    #expect(try Bench().run(command + ["--help", "--taal", "en"]).orThrow().output.contains("\nCOMMON OPTIONS:\n"))
  }

  @Test func `help of what is neither a topic nor a command is answered as before`() throws {
    let outcome = try Bench().run("help", "beleid").orThrow()
    #expect(outcome.output.contains("beleid"))
  }
}
