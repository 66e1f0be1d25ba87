import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto
import Publication

extension BundelCommand {
  /// `waarborg bundel controleer`
  struct Controleer: ProgramCommand {
    static let configuration = CommandConfiguration(
      "controleer", nl: "Controleer een bundel, als iets wat van een vreemde komt.",
      en: "Check a bundle, as something that comes from a stranger.",
      discussion: Text(
        nl: """
          Een grootboek is niet nodig; met --grootboek wordt de bundel ermee vergeleken. Haal de sleutel van het log \
          (--sleutel) langs een andere weg dan de bundel. Voorbeeld: waarborg bundel controleer bundel.zip --sleutel log.vkey
          """,
        en: """
          No ledger is needed; with --grootboek the bundle is compared with it. Get the log's key (--sleutel) by another way \
          than the bundle. Example: waarborg bundel controleer bundel.zip --sleutel log.vkey
          """))
    @Argument(help: Language.help(nl: "De map of de zip.", en: "The directory or the zip.", "map|zip")) var pad: String
    @Flag(
      help: Language.help(
        nl: "Vergelijk met het grootboek (--ledger): of het deze bundel kent.",
        en: "Compare with the ledger (--ledger): whether it knows this bundle."))
    var grootboek = false
    @Option(
      help: Language.help(
        nl: "Een controlepunt dat u eerder bewaarde; mag vaker.", en: "A checkpoint you kept before; may be repeated.",
        "bestand"))
    var vertrouw: [String] = []
    @Option(
      help: Language.help(
        nl: "De sleutel van het log, of een bestand ermee.", en: "The log's key, or a file that holds it.", "vkey"))
    var sleutel: String?
    @OptionGroup var shared: SharedOptions

    func run(_ program: Program) throws {
      let check = Bundelcontrole(
        catalog: program.catalog, vertrouwd: try vertrouw.map { try Input.document(at: $0).bytes },
        logsleutel: try sleutel.map(logKey))
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: pad, isDirectory: &isFolder) else {
        throw Failure(.notFound, Text(nl: "«\(pad)» bestaat niet", en: "“\(pad)” does not exist"))
      }
      var found = try check.controleer(URL(fileURLWithPath: pad), isFolder: isFolder.boolValue)
      if grootboek { try program.withLedger(shared) { try Grootboekvergelijking(book: $0).compare(&found) } }
      tell(found, program)
      guard found.oordeel.ok else {
        throw Failure(.foundWanting, Text(nl: "de bundel is niet in orde", en: "the bundle is not in order"))
      }
    }

    private func tell(_ found: Bundelcontrole.Uitkomst, _ program: Program) {
      let oordeel = found.oordeel
      if shared.json { return program.terminal.outJSON(oordeel.json(in: program.language).text) }
      for vraag in Bundeloordeel.Vraag.allCases {
        let findings = oordeel.over(vraag)
        // What was not judged is not good.
        let verdict: Verdict = !findings.isEmpty ? .bad : isBeoordeeld(vraag, oordeel) ? .good : .warning
        program.terminal.out(StyledText.verdict(verdict, summary(vraag, oordeel)))
        for finding in findings {
          let place = finding.position.map { Text(nl: "nummer \($0)  ", en: "number \($0)  ") } ?? Text("")
          program.terminal.out("    \(finding.check, .emphasis)  \(place)\(finding.message)" as StyledText)
        }
        if let more = oordeel.meer[vraag] {
          program.terminal.out(StyledText(Text(nl: "    en nog \(more)", en: "    and \(more) more")))
        }
      }
      for remark in oordeel.opmerkingen { program.terminal.out(StyledText(Text("  ") + remark, .faint)) }
      if let point = oordeel.checkpoint {
        program.terminal.out(
          StyledText(
            Text(
              nl: "Controlepunt: \(point.origin), \(point.size) gebeurtenissen, wortel \(point.root.base64)",
              en: "Checkpoint: \(point.origin), \(point.size) events, root \(point.root.base64)")))
      }
    }

    private func isBeoordeeld(_ vraag: Bundeloordeel.Vraag, _ oordeel: Bundeloordeel) -> Bool {
      oordeel.gecontroleerd[vraag] ?? 0 > 0 || oordeel.nietBeoordeeld[vraag] ?? 0 == 0
    }

    private func summary(_ vraag: Bundeloordeel.Vraag, _ oordeel: Bundeloordeel) -> Text {
      let count = oordeel.gecontroleerd[vraag] ?? 0
      guard isBeoordeeld(vraag, oordeel) else {
        return Text(nl: "\(name(vraag).nl): niet beoordeeld", en: "\(name(vraag).en): not judged")
      }
      return Text(nl: "\(name(vraag).nl): \(count) gecontroleerd", en: "\(name(vraag).en): \(count) checked")
    }

    private func name(_ vraag: Bundeloordeel.Vraag) -> Text {
      switch vraag {
      case .bag: Text(nl: "verpakking", en: "container")
      case .log: Text(nl: "plaats in het log", en: "place in the log")
      case .events: Text(nl: "gebeurtenissen", en: "events")
      case .vault: Text(nl: "onthullingen en stukken", en: "disclosures and documents")
      }
    }

    private func logKey(_ typed: String) throws -> NoteVerifier {
      let isKey = (try? NoteVerifier(vkey: typed)) != nil
      let text = isKey ? typed : String(decoding: try Input.document(at: typed).bytes, as: UTF8.self)
      guard let key = try? NoteVerifier(vkey: text.trimmingCharacters(in: .whitespacesAndNewlines)),
        key.type == .ed25519
      else {
        throw Failure(
          .badInput, Text(nl: "--sleutel: dit is geen vkey", en: "--sleutel: this is not a vkey"),
          remedy: Text(
            nl: "de sleutel van het log toont waarborg checkpoint --vkey",
            en: "waarborg checkpoint --vkey shows the log's key"))
      }
      return key
    }
  }
}

/// Compares a bundle with the ledger that it says it is of.
struct Grootboekvergelijking {
  let book: Grootboek

  /// Whether the ledger made this bundle, has the same events, and knows the same keys.
  func compare(_ found: inout Bundelcontrole.Uitkomst) throws {
    guard let point = found.checkpoint, let registry = found.registry, let digest = found.digest else { return }
    guard point.origin.utf8.elementsEqual(book.origin.utf8) else {
      return found.oordeel.vind(
        .log, "ledger-origin", nl: "de bundel is van een ander grootboek", en: "the bundle is of another ledger")
    }
    if try CheckpointMemory.problem(book.stores.log, since: point) != nil {
      found.oordeel.vind(
        .log, "ledger-root", nl: "het grootboek heeft niet de gebeurtenissen waarover dit controlepunt gaat",
        en: "the ledger has not the events that this checkpoint is about")
    }
    try book.read { reading in
      let made = try reading.views.facts(where: BundelGemaakt.tagmanifest, is: digest, of: BundelGemaakt.self)
      if !made.contains(where: { $0[BundelGemaakt.wortel] == point.root }) {
        found.oordeel.vind(
          .bag, "ledger-bundle", nl: "het grootboek weet niet van deze bundel",
          en: "the ledger does not know of this bundle")
      }
      if !isSame(registry, reading.registry, below: point.size) {
        found.oordeel.vind(
          .events, "ledger-keys", nl: "het grootboek kent andere sleutels, intrekkingen of mandaten dan de bundel",
          en: "the ledger knows other keys, revocations or mandates than the bundle")
      }
    }
  }

  /// Whether a bundle has every key, revocation and mandate that the ledger had then: one left out would not show in it.
  private func isSame(_ bundle: KeyRegistry, _ ledger: KeyRegistry, below size: UInt64) -> Bool {
    let keys = ledger.keysInOrder.filter { $0.registeredAt < size }
    return keys == bundle.keysInOrder
      && keys.allSatisfy { key in
        let revoked = key.revoked.flatMap { $0.at < size ? $0.at : nil }
        return bundle.keys[key.id]?.revoked?.at == revoked
      } && bundle.mandates.allSatisfy { mandate in ledger.mandates.contains { $0.stream == mandate.stream } }
  }
}
