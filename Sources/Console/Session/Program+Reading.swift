import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

extension Program {
  /// Lends a ledger for reading, after checking that it has not shrunk or forked since it was last seen.
  public func withLedger<T>(
    _ options: SharedOptions, checkingMemory: Bool = true, _ body: (Grootboek) throws -> T
  ) throws -> T {
    let directory = try directory(options)
    return try directory.read { stores in
      let book = try grootboek(stores, in: directory)
      tell(stores)
      let ledger = try CheckpointMemory.Ledger(book)
      if checkingMemory, let text = try memory.standing(book.stores, ledger, at: directory.url).text {
        terminal.warnOnce(text)
      }
      let result = try body(book)
      if checkingMemory { remember(book, ledger, at: directory.url) }
      return result
    }
  }

  /// Says once that there is no vault, or that the views are made for this command only.
  func tell(_ stores: Stores) {
    if stores.isVaultMissing {
      terminal.warnOnce(
        Text(
          nl: "vault.sqlite ontbreekt: wat is verzegeld, leest als ontbrekend; zet de kluis terug uit een reservekopie",
          en: "vault.sqlite is missing: what is sealed reads as missing; put the vault back from a backup"))
    }
    guard case .temporary(_, let reason) = stores.viewPlace else { return }
    let problem = reason.map { Failure($0).message } ?? Text(nl: "er is geen thuismap", en: "there is no home folder")
    terminal.warnOnce(
      Text(nl: "overzichten worden alleen voor deze opdracht gemaakt: ", en: "views are made for this command only: ")
        + problem)
  }

  /// Lends the views that a reading command asks for.
  /// - Parameter isExamining: Whether it only shows what is recorded, also when some event cannot be relied on.
  public func read<T>(
    _ options: ReadingOptions, isExamining: Bool = false, _ body: (Grootboek, Reading) throws -> T
  ) throws -> T {
    let key = try reader(options.key)
    return try read(options, as: key, isExamining: isExamining) { book, reading in
      let result = try body(book, reading)
      if key == nil, reading.filter.hasKeptBack { tellClosed(options.key) }
      return result
    }
  }

  /// Lends the views to who has unlocked a key already: a passphrase is asked once.
  public func read<T>(
    _ options: ReadingOptions, as key: UnlockedKey?, isExamining: Bool = false,
    _ body: (Grootboek, Reading) throws -> T
  ) throws -> T {
    do {
      return try read(options, as: key, isExamining: isExamining, isVaultChecked: !isExamining, body)
    } catch is OlderVault {
      // Erased on the first use after an old copy was put back, by whoever comes first.
      let directory = try directory(options.shared)
      do { try directory.write(mendsCopy: true) { try eraseAgain(grootboek($0, in: directory)) } } catch StoreError
        .readOnly
      {
        terminal.warn(
          Text(
            nl: "de kluis is een oudere kopie en hier niet te wijzigen: waarborg doctor --herstel",
            en: "the vault is an older copy and cannot be changed here: waarborg doctor --herstel"))
      }
      return try read(options, as: key, isExamining: isExamining, isVaultChecked: false, body)
    }
  }

  /// An old copy of the vault was put back.
  private struct OlderVault: Error {}

  /// Erases again what an old copy of the vault brought back.
  func eraseAgain(_ book: Grootboek) throws {
    let count = try book.reapplyErasures()
    guard count > 0 else {
      return terminal.warn(
        Text(
          nl: "wat van ingetrokken sleutels nog in de kluis lag, is weggehaald",
          en: "what was left in the vault of revoked keys was taken away"))
    }
    terminal.warn(
      Text(
        nl: "de kluis was een oudere kopie: \(count) vernietigde velden zijn opnieuw vernietigd",
        en: "the vault was an older copy: \(count) erased fields were erased again"))
  }

  /// The ledger over opened stores, under the name it was founded with.
  public func grootboek(_ stores: Stores, in directory: LedgerDirectory) throws -> Grootboek {
    guard let origin = try Grootboek.origin(of: stores.log) else {
      throw Failure(.notFound, Text(nl: "dit grootboek is leeg", en: "this ledger is empty"))
    }
    return try grootboek(stores, in: directory, origin: origin)
  }

  private func read<T>(
    _ options: ReadingOptions, as key: UnlockedKey?, isExamining: Bool, isVaultChecked: Bool,
    _ body: (Grootboek, Reading) throws -> T
  ) throws -> T {
    let audience = key.map { Audience.member($0.ring) } ?? .outside
    let known = try options.known()
    return try withLedger(options.shared) { book in
      try terminal.withProgress(Text(nl: "Overzichten bijwerken", en: "Updating views")) { bar in
        let progress = { (done: UInt64, all: UInt64) throws in bar.update(Int(clamping: done), Int(clamping: all)) }
        let show = { (reading: Reading) throws in
          bar.finish()
          if isVaultChecked, try book.isVaultOlder(than: reading) { throw OlderVault() }
          try checkIsFounded(reading, known, book)
          let result = try body(book, reading)
          if reading.filter.hasWithheld { tellWithheld() }
          return result
        }
        return isExamining
          ? try book.examine(known: known, as: audience, progress: progress, show)
          : try book.read(known: known, as: audience, progress: progress, show)
      }
    }
  }

  /// Said by a copy to read of what the ledger itself has and this one has not.
  private func tellWithheld() {
    terminal.noteOnce(
      Text(
        nl: "een deel hiervan staat niet in deze kopie: het is voor anderen verzegeld",
        en: "part of this is not in this copy: it is sealed for others"))
  }

  /// Before its founding a ledger knew nothing, and an empty list would look like an answer.
  private func checkIsFounded(_ reading: Reading, _ known: KnownMoment, _ book: Grootboek) throws {
    guard known != .now, reading.size == 0 else { return }
    let founded = try book.stores.log.entry(at: 0).flatMap { try? book.catalog.decode($0) }?.recordedAt.date.text
    throw Failure(
      .notFound,
      Text(
        nl: "--bekend: dit grootboek bestond nog niet; het is geopend op \(founded?.nl ?? "?")",
        en: "--bekend: this ledger did not exist yet; it was founded on \(founded?.en ?? "?")"),
      remedy: Text(nl: "noem een later tijdstip; zie waarborg log", en: "name a later moment; see waarborg log"))
  }

  /// Remembers the newest checkpoint, when it can be believed; else says that it cannot.
  public func remember(_ book: Grootboek, _ ledger: CheckpointMemory.Ledger, at folder: URL) {
    do {
      if let problem = memory.remember(try book.signedHead(), of: ledger, at: folder) { terminal.warnOnce(problem) }
    } catch let bad as BadEvent {
      terminal.warnOnce(
        bad.problem + Text(nl: "; onderzoek het met waarborg verify", en: "; examine it with waarborg verify"))
    } catch {
      // What was recorded or read before this stays so.
      terminal.warnOnce(
        Failure(error).message
          + Text(nl: "; het controlepunt is niet onthouden", en: "; the checkpoint was not remembered"))
    }
  }
}

extension Reading {
  /// What a person means by a handle such as `gedragscode@2` or `Regeling/018f…`.
  /// - Throws: `Failure` when it names nothing.
  public func subject(_ handle: String, _ catalog: Catalog) throws -> Onderwerp {
    for plugin in catalog.plugins {
      if let subject = try plugin.subject(handle, in: views) { return subject }
    }
    let words = try catalog.plugins.flatMap { try $0.words(in: views) }
    throw Failure(
      .notFound, Text(nl: "«\(handle)» is niet bekend in dit grootboek", en: "“\(handle)” is not known in this ledger"),
      remedy: Nearest.question(Nearest.handle(to: handle, among: words))
        + Text(
          nl: "noem een kenmerk zoals de lijsten het tonen (gedragscode, gemeentesecretaris/1, inspectie-1)",
          en: "name a handle as the lists show it (gedragscode, gemeentesecretaris/1, inspectie-1)"))
  }

  /// Every stream in which something about a subject is recorded, its own first.
  public func streams(about subject: Onderwerp, _ catalog: Catalog) throws -> [StreamID] {
    try catalog.plugins.reduce(into: [subject.stream]) { streams, plugin in
      for stream in try plugin.streams(about: subject, in: views) where !streams.contains(stream) {
        streams.append(stream)
      }
    }
  }

  /// How people call a subject, as in `gedragscode@2`; its stream when no plugin has a name for it.
  public func handle(of stream: StreamID, versie: String?, _ catalog: Catalog) throws -> String {
    for plugin in catalog.plugins {
      if let handle = try plugin.handle(of: stream, versie: versie, in: views) { return handle }
    }
    return stream.description
  }

  /// What someone is about to sign for: how people call it, its title as a signed event says it, and the digest of the
  /// version.
  public func about(_ stream: StreamID, versie: String?, _ catalog: Catalog) throws -> Text {
    let title = try catalog.plugins.lazy.compactMap { try $0.title(of: stream, versie: versie, in: self) }.first
    let handle = try handle(of: stream, versie: versie, catalog)
    let digest = versie.map { ", SHA-256 \($0)" } ?? ""
    return Text(
      nl: "Over: \(handle)\(title.map { " «\($0.safe())»" } ?? "")\(digest)",
      en: "About: \(handle)\(title.map { " “\($0.safe())”" } ?? "")\(digest)")
  }
}
