import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import LedgerSQLite

/// `waarborg init`: founds a ledger.
struct InitCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    "init", nl: "Open een grootboek.", en: "Found a ledger.",
    discussion: Text(
      nl: """
        Voorbeeld:
          waarborg key new secretariaat --rol secretariaat
          waarborg init gemeente.ledger --origin ledger.gemeente.example --organisatie "Gemeente Voorbeeld" --als secretariaat
        """,
      en: """
        Example:
          waarborg key new secretariaat --rol secretariaat
          waarborg init town.ledger --origin ledger.town.example --organisatie "Town of Example" --als secretariaat
        """))

  @Argument(help: Language.help(nl: "De nieuwe map.", en: "The new directory.", "map"))
  var map: String
  @Option(
    help: Language.help(
      nl: "De naam van het grootboek in elk bewijs, als een adres zonder https://.",
      en: "The ledger's name in every proof, like an address without https://.", "origin"))
  var origin: String
  @Option(help: Language.help(nl: "Van wie het grootboek is.", en: "Whose ledger it is.", "naam"))
  var organisatie: String
  @OptionGroup var options: AppendingOptions

  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try Self.check(origin)
    let (name, key) = try program.signer(options.key)
    let rol = try program.keys.key(named: name).rol
    let directory = program.directory(at: map, shared)
    let logKey = try NoteSigner(name: origin, key: SigningKey.generate(program.random))
    do {
      try found(program, in: directory, key, rol, logKey)
    } catch is DryRun {
      program.terminal.note(
        Text(
          nl: "proef: \(map) zou worden geopend als \(origin); er is niets geschreven",
          en: "dry run: \(map) would be founded as \(origin); nothing was written"))
      return
    }
    report(program, logKey.verifier)
    // The founder's is the first and only key.
    program.terminal.warn(KeyRegistry.loneRegistrar(rol))
  }

  /// Thrown once everything was judged, so that the new directory is taken away again.
  private struct DryRun: Error {}

  private func found(
    _ program: Program, in directory: LedgerDirectory, _ key: UnlockedKey, _ rol: Rol, _ logKey: NoteSigner
  ) throws {
    try directory.create { stores in
      let book = try program.grootboek(stores, in: directory, origin: origin)
      let organisation = try book.newOrganisationKey(for: [key.box.publicKey])
      let draft = Founding.draft(
        book, organisatie: organisatie, logKey: logKey.verifier, organisationKey: organisation.key, key: key, rol: rol,
        effective: try options.effective(book.today))
      if !options.dryRun {
        let privateForm = logKey.privateForm.withBytes { $0 + [UInt8(ascii: "\n")] }
        try PrivateFile.create(directory.logKey.path, privateForm)
      }
      _ = try book.append(
        [draft], signedBy: key, log: logKey,
        AppendOptions(isDryRun: options.dryRun, wrappedKeys: organisation.wrapped))
      if options.dryRun { throw DryRun() }
      program.remember(book, try CheckpointMemory.Ledger(book), at: directory.url)
    }
  }

  private func report(_ program: Program, _ verifier: NoteVerifier) {
    if shared.json {
      let json: JSON = ["origin": .string(origin), "vkey": .string(verifier.vkey), "ledger": .string(map)]
      program.terminal.outJSON(json.text)
      return
    }
    program.terminal.note(
      StyledText.verdict(
        .good,
        Text(
          nl: "Grootboek \(origin) van \(organisatie) is geopend in \(map)",
          en: "Ledger \(origin) of \(organisatie) was founded in \(map)")))
    program.terminal.note(
      Text(
        nl: "Bewaar deze publieke sleutel op een tweede plaats; wie controleert heeft hem nodig:",
        en: "Keep this public key in a second place; whoever verifies needs it:"))
    program.terminal.out(verifier.vkey)
  }

  /// Signed notes allow no white space and no plus in a key name (signed-note, "Signatures"), and it equals the origin.
  private static func check(_ origin: String) throws {
    let allowed =
      !origin.isEmpty && origin.utf8.count <= 200
      && origin.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F && $0 != "+" }
    guard allowed else {
      throw Failure(
        .badInput,
        Text(
          nl: "--origin: «\(origin.safe())» mag geen spatie, plus of ander teken dan ASCII bevatten (1 tot 200 tekens)",
          en: "--origin: “\(origin.safe())” may not contain a space, a plus or anything but ASCII (1 to 200 characters)"
        ),
        remedy: Text(nl: "bijvoorbeeld ledger.gemeente.example", en: "for example ledger.town.example"))
    }
  }
}
