import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// `waarborg herstel KOPIE MAP`: the ledger again, from backups, as new as any copy is; never a second history.
struct HerstelUit: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "uit",
    abstract: Language.ofProcess.choose(
      nl: "Zet het grootboek terug uit een reservekopie, in een nieuwe map.",
      en: "Restore the ledger from a backup, in a new directory."),
    discussion: Language.ofProcess.choose(
      nl: """
        Voorbeeld: waarborg herstel backup-maandag gemeente.ledger --met backup-dinsdag --met /mnt/kopie
        Van alle kopieën die u noemt wordt de nieuwste genomen, als zij de andere voortzet. Daarna wordt alles gecontroleerd, en
        gezegd wat er ontbreekt tegenover het laatste controlepunt dat hier is gezien of dat u met --vertrouw geeft.
        Blijft er iets verloren, of is log.key weg, dan gaat het grootboek met --verder verder onder een nieuwe sleutel.
        """,
      en: """
        Example: waarborg herstel backup-monday gemeente.ledger --met backup-tuesday --met /mnt/copy
        Of all copies that you name the newest is taken, if it goes on from the others. Then everything is verified, and what is
        missing is told against the newest checkpoint that was seen here or that you give with --vertrouw.
        If something stays lost, or log.key is gone, --verder lets the ledger go on under a new key.
        """))
  @Argument(help: Language.help(nl: "De reservekopie.", en: "The backup.", "kopie")) var kopie: String
  @Argument(help: Language.help(nl: "De nieuwe map.", en: "The new directory.", "map")) var map: String
  @Option(
    help: Language.help(
      nl: "Nog een kopie van hetzelfde grootboek, of een bijwerking daarvan; mag vaker.",
      en: "Another copy of the same ledger, or an update of one; may be repeated.", "kopie"))
  var met: [String] = []
  @Option(
    help: Language.help(
      nl: "Een controlepunt dat u eerder bewaarde; mag vaker.", en: "A checkpoint you kept earlier; may be repeated.",
      "bestand"))
  var vertrouw: [String] = []
  @Flag(
    help: Language.help(
      nl: "Ga verder onder een nieuwe sleutel van het log; een tweede sleutelbeheerder bevestigt dat.",
      en: "Go on under a new log key; a second registrar confirms it."))
  var verder = false
  @OptionGroup var key: KeyOptions
  @OptionGroup var shared: SharedOptions

  /// One copy, looked at.
  private struct Source {
    let directory: LedgerDirectory
    let head: SignedHead
    let ledger: CheckpointMemory.Ledger
    let hasVault: Bool
    /// For whom a copy to read was made; nil of a backup.
    let scope: CopyScope?
  }

  func run(_ program: Program) throws {
    // What is asked of a person comes before what takes long.
    let signer = try verder ? program.signer(key).key : nil
    let updates = met.filter { !Self.isFolder($0) }
    let sources = try ([kopie] + met.filter { Self.isFolder($0) }).map { try source($0, program) }
    let newest = try newest(of: sources)
    let known = try newestKnown(newest.ledger, program)
    let target = URL(fileURLWithPath: map)
    // An empty directory is no ledger.
    if (try? FileManager.default.contentsOfDirectory(atPath: target.path)) == [] { rmdir(target.path) }
    try newest.directory.backUp(to: target)
    try complete(target, from: sources)
    var shared = shared
    shared.ledger = map
    let directory = program.directory(at: map, shared)
    // Views kept of a ledger that stood here before may be further than this one is.
    try directory.removeViews()
    for source in sources.sorted(by: { $0.head.checkpoint.size < $1.head.checkpoint.size }) where source.scope != nil {
      try takeUp(source, in: directory, program)
    }
    for path in updates { try program.carryOn(directory, from: path) }
    let report = try program.withLedger(shared, checkingMemory: false) { try $0.verify(VerificationOptions()) }
    let lost = known.map { $0.size > report.events ? $0.size - report.events : 0 } ?? 0
    tell(newest, report, known, lost, program)
    // What a copy to read did not have stays missing; what is restored of the log has to be right.
    guard verder ? report[.log].ok && report[.events].ok : report.ok else {
      throw Failure(
        .foundWanting,
        Text(nl: "wat is teruggezet, is niet in orde", en: "what was restored is not in order"),
        remedy: Text(
          nl: "onderzoek het met waarborg verify --ledger \(map), of neem een andere kopie",
          en: "examine it with waarborg verify --ledger \(map), or take another copy"))
    }
    if let signer { return try goOn(in: directory, lost > 0 ? known : nil, signedBy: signer, program) }
    guard lost > 0 else { return }
    throw Failure(
      .foundWanting,
      Text(
        nl: "er ontbreekt nog iets: nummer \(report.events) tot en met \(report.events + lost - 1)",
        en: "something is still missing: number \(report.events) up to \(report.events + lost - 1)"),
      remedy: Text(
        nl:
          "zoek een nieuwere kopie en herstel opnieuw, met --met; is er geen, ga dan verder met --verder --als SLEUTEL; tot "
          + "dan wordt er niets aan toegevoegd",
        en:
          "look for a newer copy and restore again, with --met; if there is none, go on with --verder --als KEY; until then "
          + "nothing is added to it"))
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) || isDirectory.boolValue
  }

  /// Takes up what a copy to read has and the backup has not.
  private func takeUp(_ source: Source, in target: LedgerDirectory, _ program: Program) throws {
    guard let scope = source.scope else { return }
    try source.directory.read { stores in
      let copy = try program.grootboek(stores, in: source.directory)
      try target.write { stores in
        let book = try program.grootboek(stores, in: target)
        let (start, end) = (try stores.log.size(), source.head.checkpoint.size)
        guard start < end else { return }
        let update = CopyUpdate(origin: book.origin, scope: scope, start: start, end: end)
        try book.takeUp(update, keys: book.logKeys(), known: []) { take in
          _ = try copy.copy(for: scope, from: start) { try take($0) }
        }
      }
    }
  }

  /// Goes on under a new log key, as an event says that a registrar signs.
  private func goOn(
    in directory: LedgerDirectory, _ seen: Checkpoint?, signedBy key: UnlockedKey, _ program: Program
  ) throws {
    guard seen != nil || !FileManager.default.fileExists(atPath: directory.logKey.path) else {
      throw Failure(
        .refused,
        Text(
          nl: "--verder: er is niets verloren en log.key is er; het grootboek in \(map) gaat zo verder",
          en: "--verder: nothing was lost and log.key is there; the ledger in \(map) goes on as it is"),
        remedy: Text(nl: "laat --verder weg", en: "leave out --verder"))
    }
    let restoration = try program.goOn(directory, seen: seen, signedBy: key)
    program.terminal.note(
      StyledText.verdict(.good, Text(nl: "Vastgelegd: ", en: "Recorded: ") + restoration.text))
    program.terminal.note(
      Text(
        nl: "De nieuwe sleutel van het log; geef haar langs een andere weg aan wie controleert:",
        en: "The log's new key; give it by another way to whoever verifies:"))
    program.terminal.out(restoration.logKey)
    if restoration.isPending {
      program.terminal.note(
        Text(
          nl: "Hierna: een tweede sleutelbeheerder bevestigt het: waarborg herstel bevestig --ledger \(map)",
          en: "Next: a second registrar confirms it: waarborg herstel bevestig --ledger \(map)"))
    }
  }

  private func source(_ path: String, _ program: Program) throws -> Source {
    let directory = program.directory(at: path, shared)
    return try directory.read { stores in
      let book = try program.grootboek(stores, in: directory)
      return Source(
        directory: directory, head: try book.signedHead(), ledger: try CheckpointMemory.Ledger(book),
        hasVault: !stores.isVaultMissing, scope: book.stores.scope)
    }
  }

  /// The newest of them, once each of the others was shown to be its beginning.
  private func newest(of sources: [Source]) throws -> Source {
    guard
      let newest = sources.filter({ $0.scope == nil }).max(by: {
        ($0.head.checkpoint.size, $0.hasVault ? 1 : 0) < ($1.head.checkpoint.size, $1.hasVault ? 1 : 0)
      })
    else {
      throw Failure(
        .badInput,
        Text(
          nl: "geen van deze is een reservekopie: in een kopie om te lezen ontbreekt wat voor anderen is verzegeld",
          en: "none of these is a backup: a copy to read lacks what is sealed for others"),
        remedy: Text(
          nl: "noem een reservekopie als eerste, en de kopie met --met",
          en: "name a backup first, and the copy with --met"))
    }
    // Those to read go on from it, and are looked at when they are taken up.
    for source in sources where source.scope == nil || source.head.checkpoint.size <= newest.head.checkpoint.size {
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
    let others = sources.filter { $0.scope == nil }.sorted { $0.head.checkpoint.size > $1.head.checkpoint.size }.map(
      \.directory.url)
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
    _ newest: Source, _ report: VerificationReport, _ known: Checkpoint?, _ lost: UInt64, _ program: Program
  ) {
    let size = report.events
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
