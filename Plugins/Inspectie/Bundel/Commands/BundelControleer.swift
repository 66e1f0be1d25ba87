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
        catalog: program.catalog,
        vertrouwd: try vertrouw.map { try Input.checkpoint(at: $0, option: "--vertrouw").bytes },
        logsleutel: try sleutel.map { try Input.logKey($0, option: "--sleutel") })
      let isFolder = try isFolder()
      var found = try check.controleer(URL(fileURLWithPath: pad), isFolder: isFolder)
      if grootboek { try program.withLedger(shared) { try Grootboekvergelijking(book: $0).compare(&found) } }
      tell(found, program)
      guard found.oordeel.ok else {
        throw Failure(.foundWanting, Text(nl: "de bundel is niet in orde", en: "the bundle is not in order"))
      }
    }

    /// Whether what was named is a folder, or else a file; anything else is not opened at all.
    private func isFolder() throws -> Bool {
      var status = stat()
      guard stat(pad, &status) == 0 else {
        throw Failure(.notFound, Text(nl: "«\(pad)» bestaat niet", en: "“\(pad)” does not exist"))
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: return false
      case S_IFDIR:
        let url = URL(fileURLWithPath: pad).standardizedFileURL
        let isInside =
          FileManager.default.fileExists(atPath: url.appendingPathComponent(Bundelindeling.hoofd).path)
          && FileManager.default.fileExists(
            atPath: url.deletingLastPathComponent().appendingPathComponent("bagit.txt").path)
        guard isInside else { return true }
        throw Failure(
          .notFound,
          Text(nl: "«\(pad)» is het binnenste van een bundel", en: "“\(pad)” is the inside of a bundle"),
          remedy: Text(nl: "geef de map erboven", en: "give the directory above it"))
      default:
        throw Failure(
          .badInput,
          Text(
            nl: "«\(pad)» is geen map en geen gewoon bestand", en: "“\(pad)” is neither a directory nor a regular file"),
          remedy: Text(nl: "geef de map of de zip van de bundel", en: "give the directory or the zip of the bundle"))
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
        let events = Noun.gebeurtenis.counted(Int(clamping: point.size))
        program.terminal.out(
          StyledText(
            Text(
              nl: "Controlepunt: \(point.origin), \(events.nl), wortel \(point.root.base64)",
              en: "Checkpoint: \(point.origin), \(events.en), root \(point.root.base64)")))
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
  }
}
