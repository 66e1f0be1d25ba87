import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto

/// `waarborg catalogus`: writes or checks the published event catalogue.
struct CatalogusCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogus",
    abstract: Language.ofProcess.choose(
      nl: "Schrijf of controleer de gepubliceerde catalogus van gebeurtenissen.",
      en: "Write or check the published event catalogue."))
  @Argument(help: Language.help(nl: "De map van de catalogus.", en: "The catalogue's directory.", "map")) var map:
    String
  @Flag(
    help: Language.help(
      nl: "Schrijf niets; zeg of de map bijgewerkt is.", en: "Write nothing; say whether the directory is up to date."))
  var controleer = false
  @Flag(
    help: Language.help(
      nl: "Geef de schema's vrij: daarna veranderen ze nooit meer.",
      en: "Release the schemas: they never change after that."))
  var vrijgeven = false
  @OptionGroup var shared: SharedOptions

  private static let releasedName = "released.sha256"

  func run(_ program: Program) throws {
    let folder = URL(fileURLWithPath: map)
    let files = try EventCatalogue(program.catalog).files()
    let released = try released(in: folder)
    for file in files {
      if let digest = released[file.path], digest != SHA256.hash(file.content).hex {
        throw Failure(
          .foundWanting,
          Text(
            nl: "\(file.path) is vrijgegeven en mag niet meer veranderen",
            en: "\(file.path) was released and may not change any more"),
          remedy: Text(
            nl: "geef de gebeurtenis een nieuwe versie met een upcaster",
            en: "give the event a new version with an upcaster"))
      }
    }
    if controleer {
      try check(files, in: folder)
    } else {
      for file in files { try write(file.content, to: folder.appendingPathComponent(file.path)) }
      if vrijgeven {
        let lines = files.filter { $0.path.hasSuffix(".schema.json") }.map {
          "\(SHA256.hash($0.content).hex)  \($0.path)\n"
        }
        try write(lines.sorted().joined(), to: folder.appendingPathComponent(Self.releasedName))
      }
    }
    program.terminal.note(
      StyledText.verdict(.good, Text(nl: "\(files.count) bestanden in orde", en: "\(files.count) files in order")))
  }

  private func check(_ files: [EventCatalogue.File], in folder: URL) throws {
    for file in files {
      let found = FileManager.default.contents(atPath: folder.appendingPathComponent(file.path).path)
      guard found == Data(file.content.utf8) else {
        throw Failure(
          .foundWanting, Text(nl: "\(file.path) is niet bijgewerkt", en: "\(file.path) is out of date"),
          remedy: Text("waarborg catalogus \(map)"))
      }
    }
  }

  /// The digests of released schemas, by path, as `sha256sum` prints them.
  private func released(in folder: URL) throws -> [String: String] {
    let path = folder.appendingPathComponent(Self.releasedName).path
    let text = try FileManager.default.contents(atPath: path).map { try StrictText.decode($0, Text(path)) } ?? ""
    var released: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", omittingEmptySubsequences: true)
      guard parts.count == 2 else {
        throw Failure(.badInput, Text(nl: "\(path): onleesbare regel", en: "\(path): unreadable line"))
      }
      released[String(parts[1])] = String(parts[0])
    }
    return released
  }

  private func write(_ text: String, to url: URL) throws {
    do {
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try RewrittenFile.write(Array(text.utf8), to: url.path)
    } catch let failure as Failure { throw failure } catch {
      throw Failure(.io, Text(nl: "\(url.path) is niet te schrijven", en: "\(url.path) cannot be written"))
    }
  }
}
