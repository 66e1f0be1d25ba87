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
    // In place, so that whoever reads meanwhile reads on; only a file that is damaged is thrown away.
    if try !directory.viewPlace().areSound(waiting: shared.wacht) { try directory.removeViews() }
    try program.withLedger(shared) { book in
      let size = try program.terminal.withProgress(Text(nl: "Overzichten opbouwen", en: "Building views")) { bar in
        try book.rebuild { bar.update(Int(clamping: $0), Int(clamping: $1)) }
      }
      if shared.json {
        program.terminal.outJSON(
          JSON.object([
            .init("events", .int(Int64(clamping: size))), .init("views", .int(Int64(book.catalog.projections.count))),
          ])
          .text)
      } else {
        let events = Noun.gebeurtenis.counted(Int(clamping: size))
        program.terminal.note(
          StyledText.verdict(
            .good,
            Text(
              nl: "\(book.catalog.projections.count) overzichten opgebouwd uit \(events.nl)",
              en: "\(book.catalog.projections.count) views built from \(events.en)")))
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
    let size = try program.withLedger(copy) { book in
      let size = try book.stores.log.size()
      KeptMemory(.reservekopie, program.memory, try CheckpointMemory.Ledger(book))
        .remember(KeptMemory.Made(at: book.now, size: size))
      return size
    }
    if shared.json {
      program.terminal.outJSON(
        JSON.object([.init("backup", .string(map)), .init("events", .int(Int64(clamping: size)))]).text)
    } else {
      let events = Noun.gebeurtenis.counted(Int(clamping: size))
      program.terminal.note(
        StyledText.verdict(
          .good,
          Text(
            nl:
              "Reservekopie van \(events.nl) in \(map); controleer hem met waarborg verify --ledger \(map)",
            en: "Backup of \(events.en) in \(map); check it with waarborg verify --ledger \(map)")))
      program.terminal.note(
        Text(
          nl: "Oefen het terugzetten: waarborg herstel \(map) \(map)-proef, en verwijder die proef daarna",
          en: "Rehearse restoring: waarborg herstel \(map) \(map)-proef, and remove that trial afterwards"))
    }
  }
}
