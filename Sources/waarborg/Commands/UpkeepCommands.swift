import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// `waarborg rebuild`: builds every view again from nothing.
struct RebuildCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: Language.ofProcess.choose(
      nl: "Bouw alle overzichten opnieuw op uit het log.", en: "Build all views again from the log."))
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    let directory = try program.directory(shared)
    try program.withLedger(shared) { book in
      try directory.removeViews()
      let size = try program.terminal.withProgress(Text(nl: "Overzichten opbouwen", en: "Building views")) { bar in
        try book.rebuild { bar.update(Int($0), Int($1)) }
      }
      if shared.json {
        program.terminal.outJSON(
          JSON.object([.init("events", .int(Int64(size))), .init("views", .int(Int64(book.catalog.projections.count)))])
            .text)
      } else {
        let count = program.language.number(Int(size))
        program.terminal.note(
          StyledText.verdict(
            .good,
            Text(
              nl: "\(book.catalog.projections.count) overzichten opgebouwd uit \(count) gebeurtenissen",
              en: "\(book.catalog.projections.count) views built from \(count) events")))
      }
    }
  }
}

/// `waarborg backup`: one consistent copy.
struct BackupCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: Language.ofProcess.choose(nl: "Maak een reservekopie.", en: "Make a backup."),
    discussion: Language.ofProcess.choose(
      nl:
        "De kopie bevat log, kluis, documenten en log.key. Bewaar het log voor altijd en de kluis kort: wat is vernietigd, staat nog in oude kopieën.",
      en:
        "The copy holds log, vault, documents and log.key. Keep the log forever and the vault briefly: what was erased is still in old copies."
    ))
  @Argument(help: Language.help(nl: "De nieuwe map.", en: "The new directory.", "map")) var map: String
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    let directory = try program.directory(shared)
    try program.withLedger(shared) { _ in }
    try directory.backUp(to: URL(fileURLWithPath: map))
    var copy = shared
    copy.ledger = map
    let size = try program.withLedger(copy) { try $0.stores.log.size() }
    if shared.json {
      program.terminal.outJSON(JSON.object([.init("backup", .string(map)), .init("events", .int(Int64(size)))]).text)
    } else {
      let count = program.language.number(Int(size))
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(
            nl:
              "Reservekopie van \(count) gebeurtenissen in \(map); controleer hem met waarborg verify --ledger \(map)",
            en: "Backup of \(count) events in \(map); check it with waarborg verify --ledger \(map)")))
    }
  }
}

/// `waarborg vernietig`: erases sealed fields.
struct VernietigCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "vernietig",
    abstract: Language.ofProcess.choose(
      nl: "Vernietig verzegelde velden; het feit blijft, de inhoud niet.",
      en: "Erase sealed fields; the fact stays, the content does not."),
    discussion: Language.ofProcess.choose(
      nl: "Voorbeeld: waarborg vernietig 12 --veld naam --grond \"uit dienst\" --bewaarregel \"Selectielijst 17.5\"",
      en: "Example: waarborg vernietig 12 --veld naam --grond \"left service\" --bewaarregel \"Selectielijst 17.5\""))
  @Argument(help: Language.help(nl: "Nummer of id.", en: "Number or id.", "gebeurtenis")) var gebeurtenis: String
  @Option(
    help: Language.help(
      nl: "Welk veld; mag vaker. Weggelaten: alle verzegelde velden.",
      en: "Which field; may be repeated. Left out: all sealed fields.", "veld"))
  var veld: [String] = []
  @Option(help: Language.help(nl: "De grond.", en: "The ground.", "tekst")) var grond: String
  @Option(help: Language.help(nl: "De bewaarregel.", en: "The retention rule.", "regel")) var bewaarregel: String
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try program.append(options) { context in
      let event = try EventLookup.find(gebeurtenis, in: context.book)
      let fields = try fields(of: event, context)
      var draft = EventDraft(
        StukkenVernietigd.self, stream: context.book.newStream("Vernietiging"), effective: context.effective)
      draft[StukkenVernietigd.stukken] = [ErasedFields(event: event.id, fields: fields)]
      draft[StukkenVernietigd.grond] = grond
      draft[StukkenVernietigd.bewaarregel] = bewaarregel
      return Proposal(
        draft,
        question: Text(
          nl:
            "Van \(event.type.name) (nummer \(event.position)) vernietigen: \(fields.joined(separator: ", ")). Dit kan niet ongedaan worden gemaakt. Doorgaan?",
          en:
            "Erase from \(event.type.name) (number \(event.position)): \(fields.joined(separator: ", ")). This cannot be undone. Go on?"
        ))
    }
  }

  private func fields(of event: RecordedEvent, _ context: AppendContext) throws -> [String] {
    let there = try context.reading.filter.reveal(event).map(\.field.name)
    let wanted = veld.isEmpty ? there : veld
    if let unknown = wanted.first(where: { !there.contains($0) }) {
      throw Failure(
        .notFound,
        Text(
          nl: "\(event.type.name) heeft geen verzegeld veld «\(unknown.safe())»",
          en: "\(event.type.name) has no sealed field “\(unknown.safe())”"),
        remedy: Text(nl: "wel: \(there.joined(separator: ", "))", en: "it has: \(there.joined(separator: ", "))"))
    }
    guard !wanted.isEmpty else {
      throw Failure(
        .notFound,
        Text(nl: "\(event.type.name) heeft geen verzegelde velden", en: "\(event.type.name) has no sealed fields"))
    }
    return wanted
  }
}
