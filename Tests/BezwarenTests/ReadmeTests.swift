import ArgumentParser
import Console
import Foundation
import Governance
import Testing

@testable import Bezwaren

/// "A plugin in one sitting" quotes the example; what it quotes and says of it is so.
struct ReadmeTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private let rooms = ["Events", "Rules", "Subjects", "Commands"]

  @Test func `What the README quotes stands in the files`() throws {
    let blocks = try section.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count >= rooms.count)
    let sources = try files.map(\.text)
    for block in blocks { #expect(sources.contains { $0.contains(block) }, "not in the example: \(block)") }
  }

  @Test func `It is complete and small: five events, four rules, a list and a term in under 300 lines`() throws {
    let plugin = BezwarenPlugin()
    #expect(plugin.events.count == 5)
    #expect(plugin.rules.count == 4)
    let (text, lines) = try files.reduce(into: ("", 0)) { sum, file in
      sum.0 += file.text
      sum.1 += file.text.count { $0 == "\n" }
    }
    #expect(text.components(separatedBy: ": PageOptions").count - 1 == 1)
    #expect(text.components(separatedBy: "TermDeclaration(").count - 1 == 1)
    #expect(lines < 300, "\(lines) lines")
    #expect(try section.contains("\(lines) lines"), "the README does not say that it has \(lines) lines")
    #expect(BezwarenPlugin.commands.count == 1)
    #expect(BezwaarCommand.configuration.subcommands.allSatisfy { $0 is any ProgramCommand.Type })
  }

  @Test func `The example and every plugin have the same rooms`() throws {
    let plugins = try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent("Plugins"), includingPropertiesForKeys: [.isDirectoryKey])
    for folder in plugins + [example]
    where try folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true {
      let found = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
      #expect(found.isSuperset(of: rooms + ["\(folder.lastPathComponent).swift"]), "\(folder.lastPathComponent)")
    }
  }

  private var example: URL { root.appendingPathComponent("Tests/Bezwaren") }

  private var section: String {
    get throws {
      let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
      let rest = try #require(readme.components(separatedBy: "### A plugin in one sitting\n").dropFirst().first)
      return rest.components(separatedBy: "\n### ")[0]
    }
  }

  private var files: [(path: String, text: String)] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: example.path).filter { $0.hasSuffix(".swift") }.map {
        ($0, try String(contentsOf: example.appendingPathComponent($0), encoding: .utf8))
      }
    }
  }
}
