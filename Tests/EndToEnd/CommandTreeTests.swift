import Foundation
import TestBench
import Testing

/// What the parser itself checks of a command line, and only in a debug build: names that occur twice, and positional
/// arguments that can never be reached.
struct CommandTreeTests {
  private struct Command {
    let path: String
    let arguments: [[String: Any]]
    let subcommands: [Command]

    init?(_ json: [String: Any], under parent: String = "") {
      guard let name = json["commandName"] as? String else { return nil }
      let path = parent.isEmpty ? name : "\(parent) \(name)"
      self.path = path
      arguments = json["arguments"] as? [[String: Any]] ?? []
      subcommands = (json["subcommands"] as? [[String: Any]] ?? []).compactMap { Command($0, under: path) }
    }

    var all: [Command] { [self] + subcommands.flatMap(\.all) }

    /// Every spelling of an option.
    var names: [String] {
      arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }.compactMap { name in
        (name["kind"] as? String).flatMap { kind in (name["name"] as? String).map { "\(kind) \($0)" } }
      }
    }

    /// Whether each positional argument takes all that is left.
    var takesAll: [Bool] {
      arguments.filter { $0["kind"] as? String == "positional" }.map { $0["isRepeating"] as? Bool == true }
    }
  }

  @Test func `no command has an option twice, nor an argument behind one that takes all`() throws {
    let root = try #require(Command(try ParserTree.command()))
    #expect(root.all.count > 100)
    for command in root.all {
      #expect(Set(command.names).count == command.names.count, "\(command.path)")
      #expect(!command.takesAll.dropLast().contains(true), "\(command.path)")
      #expect(
        Set(command.subcommands.map(\.path)).count == command.subcommands.count, "\(command.path) has one name twice")
    }
  }
}
