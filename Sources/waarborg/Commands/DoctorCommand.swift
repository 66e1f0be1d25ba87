import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite
import Organisatie

/// `waarborg doctor`: whether ledger, keys and machine are as they should be.
struct DoctorCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: Language.ofProcess.choose(
      nl: "Onderzoek grootboek, sleutels en machine, en herstel wat kan.",
      en: "Examine ledger, keys and machine, and mend what can be mended."))
  @Flag(
    help: Language.help(
      nl: "Voer vernietigingen opnieuw uit en ruim wezen op.", en: "Carry erasures out again and sweep orphans."))
  var herstel = false
  @Flag(
    help: Language.help(
      nl: "Begin een lege kluis voor een grootboek waarvan de kluis voorgoed weg is.",
      en: "Begin an empty vault for a ledger whose vault is gone for good."))
  var nieuweKluis = false
  @OptionGroup var shared: SharedOptions

  private struct Finding {
    let id: String
    let verdict: Verdict
    let text: Text
  }

  func run(_ program: Program) throws {
    let directory = try program.directory(shared)
    if nieuweKluis { try beginVault(directory) }
    var findings = try settings(directory)
    findings += keyFiles(program, directory)
    // Mended first: what is told is how it stands then.
    let erased = herstel ? try eraseAgain(program, directory) : nil
    let (vault, left) = try vault(program)
    findings += try ledger(program, left) + [vault]
    if let erased { findings.append(try sweep(program, directory, erased, vault)) }
    for finding in findings {
      if shared.json {
        let verdict = finding.verdict == .good ? "good" : finding.verdict == .warning ? "warning" : "bad"
        program.terminal.outJSON(
          JSON.object([
            .init("check", .string(finding.id)), .init("verdict", .string(verdict)),
            .init("message", .string(finding.text(program.language))),
          ]).text)
      } else {
        program.terminal.out(StyledText.verdict(finding.verdict, finding.text))
      }
    }
    guard !findings.contains(where: { $0.verdict == .bad }) else {
      throw Failure(.foundWanting, Text(nl: "niet alles is in orde", en: "not everything is in order"))
    }
  }

  private func beginVault(_ directory: LedgerDirectory) throws {
    do { try directory.beginVault() } catch StoreError.notEmpty {
      throw Failure(
        .badInput,
        Text(
          nl: "dit grootboek heeft een kluis; er is niets geschreven",
          en: "this ledger has a vault; nothing was written"),
        remedy: Text(
          nl: "laat --nieuwe-kluis weg; een lege kluis begint alleen waar er geen is",
          en: "leave --nieuwe-kluis out; an empty vault is begun only where there is none"))
    }
  }

  /// SQLite 3.7.0 to 3.51.2 can lose pages when two connections write at once; the write lock prevents that here.
  private func settings(_ directory: LedgerDirectory) throws -> [Finding] {
    let settings = Dictionary(
      try directory.settings().map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let durable = settings["journal_mode"] == "wal" && settings["synchronous"] == "2"
    return [
      Finding(
        id: "sqlite", verdict: durable ? .good : .bad,
        text: Text(
          nl:
            "SQLite \(settings["sqlite"] ?? "?"), journal \(settings["journal_mode"] ?? "?"), synchronous \(settings["synchronous"] ?? "?"); één schrijver tegelijk door ledger.lock",
          en:
            "SQLite \(settings["sqlite"] ?? "?"), journal \(settings["journal_mode"] ?? "?"), synchronous \(settings["synchronous"] ?? "?"); one writer at a time through ledger.lock"
        )),
      Finding(id: "libsodium", verdict: .good, text: Text("libsodium \(sodiumVersion)")),
    ]
  }

  private func keyFiles(_ program: Program, _ directory: LedgerDirectory) -> [Finding] {
    let logKey = check(
      "log.key",
      Text(
        nl: "log.key is heel en alleen voor de eigenaar leesbaar", en: "log.key is whole and readable by its owner only"
      )
    ) {
      _ = try program.logSigner(directory)
    }
    return [logKey]
      + program.keys.names().map { name in
        check(
          "key",
          Text(
            nl: "sleutel \(name) is heel en alleen voor de eigenaar leesbaar",
            en: "key \(name) is whole and readable by its owner only")
        ) {
          _ = try program.keys.key(named: name)
        }
      }
  }

  private func standing(_ book: Grootboek, _ program: Program) throws -> Finding {
    let ledger = try CheckpointMemory.Ledger(book)
    do {
      let place = try program.directory(shared).url
      let earlier = try program.memory.standing(book.stores, ledger, at: place).text
      return Finding(
        id: "memory", verdict: earlier == nil ? .good : .warning,
        text: earlier
          ?? Text(
            nl: "het grootboek is een voortzetting van wat hier eerder is gezien",
            en: "the ledger continues what was seen here before"))
    } catch let failure as Failure { return Finding(id: "memory", verdict: .bad, text: failure.message) }
  }

  /// How old the last backup is that was made on this machine.
  private func backup(_ book: Grootboek, _ program: Program) throws -> Finding {
    guard let last = KeptMemory(.reservekopie, program.memory, try CheckpointMemory.Ledger(book)).last else {
      return Finding(
        id: "backup", verdict: .warning,
        text: Text(
          nl: "op deze machine is nog geen reservekopie gemaakt: waarborg backup MAP",
          en: "no backup was made on this machine yet: waarborg backup DIR"))
    }
    let days = book.today.daysSinceEpoch - last.at.date.daysSinceEpoch
    let since = try book.stores.log.size() - min(last.size, try book.stores.log.size())
    return Finding(
      id: "backup", verdict: since == 0 || days < Self.oldBackup ? .good : .warning,
      text: Text(
        nl:
          "de laatste reservekopie is van \(last.at.date.text.nl); sindsdien \(Noun.gebeurtenis.counted(Int(clamping: since)).nl)",
        en: "the last backup is of \(last.at.date.text.en); \(Noun.gebeurtenis.counted(Int(clamping: since)).en) since")
    )
  }

  /// From so many days on a backup that lacks something is told as old.
  private static let oldBackup = 7

  private func ledger(_ program: Program, _ left: Int) throws -> [Finding] {
    try program.withLedger(shared, checkingMemory: false) { book in
      var findings = [
        try standing(book, program), try backup(book, program),
      ]
      if let last = try? book.examine({ try $0.recordedAt() }) {
        let ahead = last.secondsSince1970 - book.now.secondsSince1970
        findings.append(
          Finding(
            id: "clock", verdict: ahead <= 0 ? .good : ahead <= Grootboek.clockTolerance ? .warning : .bad,
            text: ahead <= 0
              ? Text(nl: "de klok loopt niet achter op het grootboek", en: "the clock is not behind the ledger")
              : Text(
                nl:
                  "de klok loopt \(ahead) seconden achter op de laatste gebeurtenis: zet haar gelijk, of zie waarborg klok toon",
                en: "the clock is \(ahead) seconds behind the last event: set it right, or see waarborg klok toon")))
      }
      do {
        let lone = try book.read { $0.registry.loneRegistrar(at: book.now) }
        findings.append(
          Finding(
            id: "registrars", verdict: lone == nil ? .good : .warning,
            text: lone
              ?? Text(nl: "meer dan één sleutel registreert andere", en: "more than one key registers others")))
      } catch let bad as BadEvent {
        findings.append(Finding(id: "events", verdict: .bad, text: bad.failure.message))
      }
      let partial = try book.stores.documents.partialFiles()
      findings.append(
        Finding(
          id: "partial", verdict: partial == 0 ? .good : .bad,
          text: partial == 0
            ? Text(nl: "er is niets half geschreven", en: "nothing is half written")
            : Text(
              nl: "\(partial) half geschreven documenten zijn achtergebleven: waarborg doctor --herstel",
              en: "\(partial) half written documents were left behind: waarborg doctor --herstel")))
      let discarded = try book.stores.documents.discardedFiles()
      if discarded > 0 {
        findings.append(
          Finding(
            id: "trash", verdict: .good,
            text: Text(
              nl:
                "\(discarded) documenten waar niets naar verwijst, liggen in documents/.weg tot de eerste vernietiging",
              en: "\(discarded) documents that nothing refers to lie in documents/.weg until the next erasure")))
      }
      if try book.isUnfinished() {
        findings.append(
          Finding(
            id: "unfinished", verdict: .bad,
            text: Text(
              nl: "een vastlegging die werd afgebroken, liet iets achter in de kluis: waarborg doctor --herstel",
              en: "an append that was cut off left something in the vault: waarborg doctor --herstel")))
      }
      if left > 0 {
        findings.append(
          Finding(
            id: "revocations", verdict: .bad,
            text: Text(
              nl: "van een ingetrokken sleutel ligt er nog iets in de kluis: waarborg doctor --herstel",
              en: "something of a revoked key is still in the vault: waarborg doctor --herstel")))
      }
      let pending = try book.pendingErasures().count
      let traces = try book.stores.vault.isScrubPending()
      findings.append(
        Finding(
          id: "erasures", verdict: pending == 0 && !traces ? .good : .bad,
          text: pending == 0 && !traces
            ? Text(nl: "alles wat is vernietigd, is weg", en: "everything that was erased is gone")
            : pending == 0
              ? Text(
                nl: "van wat is vernietigd, kan nog iets in de bestanden van de kluis staan: waarborg doctor --herstel",
                en: "something of what was erased can still be in the vault's files: waarborg doctor --herstel")
              : Text(
                nl: "\(pending) vernietigde velden staan nog of weer in de kluis: waarborg doctor --herstel",
                en: "\(pending) erased fields are still or again in the vault: waarborg doctor --herstel")))
      return findings
    }
  }

  /// Whether the vault has everything that no erasure took away: what is lost is not seen by who does not ask for it.
  private func vault(_ program: Program) throws -> (finding: Finding, left: Int) {
    let report = try program.withLedger(shared, checkingMemory: false) { book in
      try program.terminal.withProgress(Text(nl: "Kluis nakijken", en: "Looking at the vault")) { bar in
        try book.verify { bar.update(Int(clamping: $0), Int(clamping: $1)) }
      }[.vault]
    }
    // What is there again although it was erased, and traces of it, are told apart, and mended.
    let halfErased = Set(report.findings.filter { $0.check == "erased-but-present" }.map(\.position))
    let lost = report.findings.filter { found in
      switch found.check {
      case "erased-but-present", "scrub-pending", "wrapped-key-left": false
      // An erasure takes the file before the row that names it.
      case "document-missing": !halfErased.contains(found.position)
      default: true
      }
    }
    let count = lost.count + Int(clamping: report.more)
    let finding = Finding(
      id: "vault", verdict: count == 0 ? .good : .bad,
      text: count == 0
        ? Text(nl: "er ontbreekt niets in de kluis", en: "nothing is missing from the vault")
        : Text(
          nl:
            "in de kluis ontbreekt iets of klopt iets niet (\(Noun.bevinding.counted(count).nl); zie waarborg verify): er wordt niets "
            + "opgeruimd voor een nieuwere kluis is teruggezet",
          en:
            "something is missing from the vault or not right in it (\(Noun.bevinding.counted(count).en); see waarborg verify): nothing is "
            + "swept before a newer vault is put back"))
    return (finding, report.findings.count { $0.check == "wrapped-key-left" })
  }

  /// Carries erasures out again; nil while someone's reading keeps that from being finished, as the findings then say.
  private func eraseAgain(_ program: Program, _ directory: LedgerDirectory) throws -> Int? {
    try directory.write { stores in
      try stores.documents.sweepPartial()
      do { return try program.grootboek(stores, in: directory).reapplyErasures() } catch StoreError.busy { return nil }
    }
  }

  /// Sweeps what nothing refers to. An older vault does not know which documents are needed: nothing is deleted on its word.
  private func sweep(
    _ program: Program, _ directory: LedgerDirectory, _ erased: Int, _ vault: Finding
  ) throws -> Finding {
    let swept =
      vault.verdict == .good
      ? try directory.write { try program.grootboek($0, in: directory).sweepDocuments() } : 0
    return Finding(
      id: "mended", verdict: .good,
      text: Text(
        nl: "\(erased) velden opnieuw vernietigd, \(swept) losse documenten weggelegd",
        en: "\(erased) fields erased again, \(swept) stray documents put away"))
  }

  private func check(_ id: String, _ good: Text, _ body: () throws -> Void) -> Finding {
    do {
      try body()
      return Finding(id: id, verdict: .good, text: good)
    } catch { return Finding(id: id, verdict: .bad, text: Failure(error).message) }
  }
}
