import Console
import Governance
import Ledger
import LedgerCrypto

extension Program {
  /// Tells the answer to one question, and below it what is wrong and where.
  /// - Parameter isJudged: Whether what the summary speaks of was judged: what was not has no tick.
  func show(_ check: CheckReport, _ summary: Text, isJudged: Bool = true) {
    terminal.out(StyledText.verdict(!check.ok ? .bad : isJudged ? .good : .warning, summary))
    for finding in check.findings {
      let place = finding.position.map { Text(nl: "nummer \($0)", en: "number \($0)") } ?? Text("")
      let event = finding.event.map { " \($0)" } ?? ""
      terminal.out("    \(finding.check, .emphasis)  \(place)\(event, .faint)  \(finding.message)" as StyledText)
    }
    if check.more > 0 {
      terminal.out(StyledText(Text(nl: "    en nog \(check.more)", en: "    and \(check.more) more")))
    }
  }

  /// Tells of which log something was, and how large it was then.
  func show(_ checkpoint: Checkpoint?) {
    guard let checkpoint else { return }
    let events = Noun.gebeurtenis.counted(Int(clamping: checkpoint.size))
    terminal.out(
      StyledText(
        Text(
          nl: "Controlepunt: \(checkpoint.origin), \(events.nl), wortel \(checkpoint.root.base64)",
          en: "Checkpoint: \(checkpoint.origin), \(events.en), root \(checkpoint.root.base64)")))
  }
}
