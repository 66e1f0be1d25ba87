import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto

/// `waarborg checkpoint`: the signed tree head.
struct CheckpointCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: Language.ofProcess.choose(
      nl: "Toon het laatste ondertekende controlepunt.", en: "Print the latest signed checkpoint."),
    discussion: Language.ofProcess.choose(
      nl: "Bewaar het buiten het grootboek: wie het heeft, merkt elke latere herschrijving (verify --vertrouw).",
      en: "Keep it outside the ledger: whoever has it notices any later rewriting (verify --vertrouw)."))
  @Flag(help: Language.help(nl: "Toon de publieke sleutel van het log.", en: "Print the log's public key.")) var vkey =
    false
  @OptionGroup var shared: SharedOptions

  func run(_ program: Program) throws {
    try program.withLedger(shared) { book in
      let key = try book.logKeys().present ?? ""
      let head = try book.signedHead()
      if shared.json {
        let checkpoint = head.checkpoint
        let json: JSON = [
          "origin": .string(checkpoint.origin), "size": .int(Int64(clamping: checkpoint.size)),
          "root": .string(checkpoint.root.base64),
          "note": .string(head.note), "vkey": .string(key),
        ]
        program.terminal.outJSON(json.text)
      } else if vkey {
        program.terminal.out(key)
      } else {
        program.terminal.outExactly(head.note)
      }
      guard !vkey else { return }
      KeptMemory(.controlepunt, program.memory, try CheckpointMemory.Ledger(book))
        .remember(KeptMemory.Made(at: book.now, size: head.checkpoint.size))
    }
  }
}
