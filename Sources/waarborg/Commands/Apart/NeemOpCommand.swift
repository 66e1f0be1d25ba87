import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto

/// `waarborg neem-op`: takes up what someone signed elsewhere.
struct NeemOpCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "neem-op",
    abstract: Language.ofProcess.choose(
      nl: "Neem op wat elders is ondertekend, of zeg waarom dat niet kan.",
      en: "Take up what was signed elsewhere, or say why that cannot be."),
    discussion: Language.ofProcess.choose(
      nl: "Voorbeeld: waarborg neem-op antwoord.json --als secretariaat --ontvangst ontvangst.json",
      en: "Example: waarborg neem-op answer.json --als secretariaat --ontvangst receipt.json"))
  @Argument(help: Language.help(nl: "Het antwoord.", en: "The answer.", "bestand")) var bestand: String
  @Option(
    help: Language.help(
      nl: "Waar de ontvangst voor wie tekende komt.", en: "Where the receipt for the signer goes.", "bestand"))
  var ontvangst: String?
  @Flag(
    help: Language.help(nl: "Controleer alles, maar schrijf niets.", en: "Check everything, but write nothing."))
  var dryRun = false
  @OptionGroup var key: KeyOptions
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    let file = try program.file(at: bestand, .antwoord)
    if let ontvangst, FileManager.default.fileExists(atPath: ontvangst) {
      throw Failure(
        .badInput, Text(nl: "«\(ontvangst)» bestaat al", en: "“\(ontvangst)” exists already"),
        remedy: Text(nl: "geef een nieuwe naam", en: "give a new name"))
    }
    let taken = try program.takeUp(file, key, shared, isDryRun: dryRun)
    if let ontvangst, !dryRun { try PrivateFile.create(ontvangst, taken.receipt.bytes) }
    report(taken, program.terminal)
  }

  private func report(_ taken: Program.TakenUp, _ terminal: Terminal) {
    let numbers = taken.positions.map(String.init).joined(separator: ", ")
    if shared.json {
      let json: JSON = [
        "nummers": .array(taken.positions.map { .int(Int64(clamping: $0)) }), "was_er_al": .bool(taken.appended == nil),
        "dry_run": .bool(dryRun), "ontvangst": ontvangst.map { .string($0) } ?? .null,
      ]
      return terminal.outJSON(json.text)
    }
    guard let appended = taken.appended else {
      return terminal.note(
        Text(nl: "dit was al opgenomen als nummer \(numbers)", en: "this was taken up already as number \(numbers)"))
    }
    for (event, authority) in zip(appended.events, appended.authorities).dropFirst() {
      let who = authority.capacity.map { Text(nl: ", ondertekend door ", en: ", signed by the ") + $0.text } ?? Text("")
      let when =
        event.signedOn == event.recordedOn
        ? Text("") : Text(nl: " op \(event.signedOn.text.nl)", en: " on \(event.signedOn.text.en)")
      let what =
        dryRun
        ? Text(
          nl: "proef: \(event.type.name) zou worden opgenomen als nummer \(event.position)",
          en: "dry run: \(event.type.name) would be taken up as number \(event.position)")
        : Text(
          nl: "\(event.type.name) opgenomen als nummer \(event.position)",
          en: "\(event.type.name) taken up as number \(event.position)")
      terminal.note(StyledText.verdict(.good, what + who + when))
    }
    if let ontvangst, !dryRun {
      terminal.note(
        Text(
          nl: "Hierna: stuur \(ontvangst) naar wie tekende; daar: waarborg onderteken --ontvangst \(ontvangst)",
          en: "Next: send \(ontvangst) to the signer; there: waarborg onderteken --ontvangst \(ontvangst)"))
    }
  }
}
