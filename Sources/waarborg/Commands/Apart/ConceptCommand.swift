import ArgumentParser
import Console
import Foundation
import Governance
import Ledger

/// `waarborg concept`: what someone asks you to sign.
struct ConceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concept",
    abstract: Language.ofProcess.choose(
      nl: "Bekijk wat u wordt gevraagd te ondertekenen.", en: "Look at what you are asked to sign."),
    subcommands: [Toon.self])

  /// `waarborg concept toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toon",
      abstract: Language.ofProcess.choose(
        nl: "Toon een concept: wat, als wie, op welke grond, met welke documenten; een grootboek is niet nodig.",
        en: "Show a draft: what, as whom, on what ground, with which documents; no ledger is needed."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg concept toon verzoek.json --stukken verzoek-stukken",
        en: "Example: waarborg concept toon request.json --stukken request-documents"))
    @Argument(help: Language.help(nl: "Het concept.", en: "The draft.", "bestand")) var bestand: String
    @Option(
      help: Language.help(
        nl: "Bewaar de documenten in deze nieuwe map.", en: "Save the documents in this new folder.", "map"))
    var stukken: String?
    @OptionGroup var key: KeyOptions
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let sheet = ConceptSheet(try program.opened(bestand, key))
      if let stukken { try save(sheet.opened.checked, in: stukken, program.terminal) }
      if shared.json { program.terminal.outJSON(sheet.json.text) } else { sheet.show(on: program.terminal) }
    }

    private func save(_ checked: CheckedConcept, in path: String, _ terminal: Terminal) throws {
      guard mkdir(path, 0o700) == 0 else {
        throw Failure(
          .io, Text(nl: "map «\(path)» is niet te maken", en: "folder “\(path)” cannot be made"),
          remedy: Text(nl: "geef een map die er nog niet is", en: "give a folder that is not there yet"))
      }
      var count = 0
      for (label, shown) in checked.earlier.map({ ("nr\($0.event.position)", $0) })
        + checked.events.enumerated().map({ ("concept\($0 + 1)", $1) })
      {
        for (field, document) in shown.documents {
          try PrivateFile.create("\(path)/\(label)-\(field.name).\(document.fileEnding)", document.bytes)
          count += 1
        }
      }
      terminal.note(
        Text(nl: "\(count) documenten in \(path)", en: "\(count) documents in \(path)"))
    }
  }
}
