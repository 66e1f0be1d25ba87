import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// `waarborg herstel`: the ledger again, from backups, as new as any copy is; never a second history.
struct HerstelCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "herstel",
    abstract: Language.ofProcess.choose(
      nl: "Zet het grootboek terug uit een reservekopie, in een nieuwe map.",
      en: "Restore the ledger from a backup, in a new directory."),
    discussion: Language.ofProcess.choose(
      nl: """
        Voorbeeld: waarborg herstel backup-maandag gemeente.ledger --met backup-dinsdag --met /mnt/kopie
        Van alle kopieën die u noemt wordt de nieuwste genomen, als zij de andere voortzet. Daarna wordt alles gecontroleerd, en
        gezegd wat er ontbreekt tegenover het laatste controlepunt dat hier is gezien of dat u met --vertrouw geeft.
        """,
      en: """
        Example: waarborg herstel backup-monday gemeente.ledger --met backup-tuesday --met /mnt/copy
        Of all copies that you name the newest is taken, if it goes on from the others. Then everything is verified, and what is
        missing is told against the newest checkpoint that was seen here or that you give with --vertrouw.
        """))
  @Argument(help: Language.help(nl: "De reservekopie.", en: "The backup.", "kopie")) var kopie: String
  @Argument(help: Language.help(nl: "De nieuwe map.", en: "The new directory.", "map")) var map: String
  @Option(
    help: Language.help(
      nl: "Nog een kopie van hetzelfde grootboek; mag vaker.", en: "Another copy of the same ledger; may be repeated.",
      "kopie"))
  var met: [String] = []
  @Option(
    help: Language.help(
      nl: "Een controlepunt dat u eerder bewaarde; mag vaker.", en: "A checkpoint you kept earlier; may be repeated.",
      "bestand"))
  var vertrouw: [String] = []
  @OptionGroup var shared: SharedOptions

  /// One copy, looked at.
  private struct Source {
    let directory: LedgerDirectory
    let head: SignedHead
    let ledger: CheckpointMemory.Ledger
    let hasVault: Bool
  }

  func run(_ program: Program) throws {
    let sources = try ([kopie] + met).map { try source($0, program) }
    let newest = try newest(of: sources)
    let known = try newestKnown(newest.ledger, program)
    let target = URL(fileURLWithPath: map)
    // An empty directory is no ledger.
    if (try? FileManager.default.contentsOfDirectory(atPath: target.path)) == [] { rmdir(target.path) }
    try newest.directory.backUp(to: target)
    try complete(target, from: sources)
    var shared = shared
    shared.ledger = map
    let report = try program.withLedger(shared, checkingMemory: false) { try $0.verify(VerificationOptions()) }
    tell(newest, sources, known, report, program)
    guard report.ok else {
      throw Failure(
        .foundWanting,
        Text(nl: "wat is teruggezet, is niet in orde", en: "what was restored is not in order"),
        remedy: Text(
          nl: "onderzoek het met waarborg verify --ledger \(map), of neem een andere kopie",
          en: "examine it with waarborg verify --ledger \(map), or take another copy"))
    }
    guard let known, known.size > newest.head.checkpoint.size else { return }
    throw Failure(
      .foundWanting,
      Text(
        nl: "er ontbreekt nog iets: nummer \(newest.head.checkpoint.size) tot en met \(known.size - 1)",
        en: "something is still missing: number \(newest.head.checkpoint.size) up to \(known.size - 1)"),
      remedy: Text(
        nl:
          "zoek een nieuwere kopie en herstel opnieuw, met --met; tot dan is dit grootboek te lezen en wordt er niets aan "
          + "toegevoegd",
        en:
          "look for a newer copy and restore again, with --met; until then this ledger can be read and nothing is added to it"
      ))
  }

  private func source(_ path: String, _ program: Program) throws -> Source {
    let directory = program.directory(at: path, shared)
    return try directory.read { stores in
      let book = try program.grootboek(stores, in: directory)
      return Source(
        directory: directory, head: try book.signedHead(), ledger: try CheckpointMemory.Ledger(book),
        hasVault: !stores.isVaultMissing)
    }
  }

  /// The newest of them, once each of the others was shown to be its beginning.
  private func newest(of sources: [Source]) throws -> Source {
    guard
      let newest = sources.max(by: {
        ($0.head.checkpoint.size, $0.hasVault ? 1 : 0) < ($1.head.checkpoint.size, $1.hasVault ? 1 : 0)
      })
    else { throw Failure(.usage, Text(nl: "noem een kopie", en: "name a copy")) }
    for source in sources {
      guard source.ledger == newest.ledger else {
        throw Failure(
          .badInput,
          Text(
            nl: "\(source.directory.url.path) is van een ander grootboek",
            en: "\(source.directory.url.path) is of another ledger"))
      }
      let known = source.head.checkpoint
      let problem = try newest.directory.read { try CheckpointMemory.problem($0.log, since: known) }
      guard problem == nil else {
        throw Failure(
          .foundWanting,
          Text(
            nl: "deze kopieën zijn geen één geschiedenis: \(source.directory.url.path) en \(newest.directory.url.path)",
            en: "these copies are not one history: \(source.directory.url.path) and \(newest.directory.url.path)"),
          remedy: Text(
            nl: "zoek uit welke is herschreven, voordat u er een herstelt",
            en: "find out which was rewritten before you restore one"))
      }
    }
    return newest
  }

  /// What the newest copy lacks, as one without a vault does, comes from the next that has it.
  private func complete(_ target: URL, from sources: [Source]) throws {
    let files = FileManager.default
    let others = sources.sorted { $0.head.checkpoint.size > $1.head.checkpoint.size }.map(\.directory.url)
    for name in ["vault.sqlite", "documents", "log.key"] {
      let place = target.appendingPathComponent(name)
      guard !files.fileExists(atPath: place.path),
        let other = others.first(where: { files.fileExists(atPath: $0.appendingPathComponent(name).path) })
      else { continue }
      do { try files.copyItem(at: other.appendingPathComponent(name), to: place) } catch {
        throw Failure(.io, Text(nl: "\(place.path) is niet te schrijven", en: "\(place.path) cannot be written"))
      }
    }
  }

  /// The newest checkpoint that anyone here has seen.
  private func newestKnown(_ ledger: CheckpointMemory.Ledger, _ program: Program) throws -> Checkpoint? {
    let given = try vertrouw.map { path in
      try Checkpoint(text: Input.checkpoint(at: path, option: "--vertrouw").text)
    }
    return (given + [try program.memory.checkpoint(of: ledger)].compactMap(\.self)).max { $0.size < $1.size }
  }

  private func tell(
    _ newest: Source, _ sources: [Source], _ known: Checkpoint?, _ report: VerificationReport, _ program: Program
  ) {
    let size = newest.head.checkpoint.size
    let lost = known.map { $0.size > size ? $0.size - size : 0 } ?? 0
    if shared.json {
      let json: JSON = [
        "hersteld": .string(map), "uit": .string(newest.directory.url.path), "omvang": .int(Int64(clamping: size)),
        "verloren": .int(Int64(clamping: lost)), "in_orde": .bool(report.ok),
      ]
      return program.terminal.outJSON(json.text)
    }
    let events = Noun.gebeurtenis.counted(Int(clamping: size))
    program.terminal.note(
      StyledText.verdict(
        lost == 0 && report.ok ? .good : .bad,
        Text(
          nl: "\(events.nl) teruggezet in \(map), uit \(newest.directory.url.path)",
          en: "\(events.en) restored in \(map), from \(newest.directory.url.path)")))
    guard lost == 0, report.ok else { return }
    program.terminal.note(
      known == nil
        ? Text(
          nl:
            "op deze machine is geen controlepunt van dit grootboek bewaard: of dit het nieuwste is, weet u pas met --vertrouw",
          en:
            "no checkpoint of this ledger was kept on this machine: whether this is the newest you know only with --vertrouw"
        )
        : Text(nl: "er is niets verloren; werk hierin verder", en: "nothing was lost; go on in this one"))
  }
}
