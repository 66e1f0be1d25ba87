import ArgumentParser
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto

/// `waarborg prove`: a receipt that an event is in the log, and the check of one.
struct ProveCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: Language.ofProcess.choose(
      nl: "Maak of controleer een ontvangstbewijs (tlog-proof) voor een gebeurtenis.",
      en: "Make or check a receipt (tlog-proof) for an event."),
    discussion: Language.ofProcess.choose(
      nl: """
        Maken: waarborg prove 12 > besluit.tlog-proof, met waarborg show 12 --sd-jwt > besluit.sd-jwt erbij.
        Controleren kan zonder grootboek: waarborg prove --controleer besluit.tlog-proof --sd-jwt besluit.sd-jwt
        --sleutel log.vkey --ondertekenaar college.jwk. De sleutel van het log is die van waarborg checkpoint --vkey.
        """,
      en: """
        Make: waarborg prove 12 > decision.tlog-proof, with waarborg show 12 --sd-jwt > decision.sd-jwt.
        Checking needs no ledger: waarborg prove --controleer decision.tlog-proof --sd-jwt decision.sd-jwt
        --sleutel log.vkey --ondertekenaar college.jwk. The log's key is that of waarborg checkpoint --vkey.
        """))
  @Argument(help: Language.help(nl: "Nummer of id.", en: "Number or id.", "gebeurtenis")) var gebeurtenis: String?
  @Option(help: Language.help(nl: "Controleer dit bewijs.", en: "Check this receipt.", "bestand")) var controleer:
    String?
  @Option(
    help: Language.help(
      nl: "Bij --controleer: de gebeurtenis, van show --sd-jwt.", en: "With --controleer: the event, of show --sd-jwt.",
      "bestand"))
  var sdJwt: String?
  @Option(
    help: Language.help(
      nl: "Bij --controleer: de sleutel van het log, of een bestand ermee.",
      en: "With --controleer: the log's key, or a file that holds it.", "vkey"))
  var sleutel: String?
  @Option(
    help: Language.help(
      nl: "Bij --controleer: wie getekend moet hebben (JWK); mag vaker.",
      en: "With --controleer: who must have signed (JWK); may be repeated.", "bestand"))
  var ondertekenaar: [String] = []
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (gebeurtenis == nil) != (controleer == nil) else {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "geef een gebeurtenis, of --controleer met een bewijs",
          en: "give an event, or --controleer with a receipt"))
    }
    let isWhole = sdJwt != nil && sleutel != nil
    guard controleer == nil || isWhole else {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "bij --controleer horen --sd-jwt en --sleutel", en: "--controleer needs --sd-jwt and --sleutel"))
    }
    guard controleer != nil || (sdJwt == nil && sleutel == nil && ondertekenaar.isEmpty) else {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "--sd-jwt, --sleutel en --ondertekenaar horen bij --controleer",
          en: "--sd-jwt, --sleutel and --ondertekenaar go with --controleer"))
    }
  }

  func run(_ program: Program) throws {
    if let controleer, let sdJwt, let sleutel {
      try check(controleer, sdJwt, sleutel, program)
    } else if let gebeurtenis {
      try make(gebeurtenis, program)
    }
  }

  private func make(_ gebeurtenis: String, _ program: Program) throws {
    try program.withLedger(shared) { book in
      let event = try EventLookup.find(gebeurtenis, in: book)
      let (head, hashes) = try book.inclusion(of: event)
      let note = try SignedNote(Array(head.note.utf8))
      let proof = TlogProof(index: event.position, hashes: hashes, checkpoint: note)
      let text = String(decoding: proof.bytes, as: UTF8.self)
      if shared.json {
        let json: JSON = ["position": .int(Int64(event.position)), "id": event.id.json, "proof": .string(text)]
        program.terminal.outJSON(json.text)
      } else {
        program.terminal.outExactly(text)
      }
    }
  }

  private func check(_ proof: String, _ sdJwt: String, _ sleutel: String, _ program: Program) throws {
    let check = try ReceiptCheck(
      logKey: Input.logKey(sleutel, option: "--sleutel"), signers: try ondertekenaar.map(signer))
    let report = check.check(
      proof: try Input.document(at: proof).bytes, presentation: try Input.document(at: sdJwt).bytes)
    if shared.json {
      program.terminal.outJSON(report.json(in: program.language).text)
    } else {
      for check in report.checks { program.show(check, summary(check), isJudged: check.notJudged == 0) }
      program.show(report.checkpoint)
    }
    guard report.ok else {
      throw Failure(.foundWanting, Text(nl: "het bewijs is niet in orde", en: "the receipt is not in order"))
    }
  }

  private func summary(_ check: CheckReport) -> Text {
    switch check.name {
    case .log where check.notJudged > 0:
      Text(nl: "log: de plaats in het log is niet te beoordelen", en: "log: the place in the log cannot be judged")
    case .log:
      Text(nl: "log: de plaats in het log en het controlepunt", en: "log: the place in the log and the checkpoint")
    case .events where check.notJudged > 0:
      Text(
        nl: "gebeurtenis: wie ondertekende is niet beoordeeld zonder --ondertekenaar",
        en: "event: who signed was not judged without --ondertekenaar")
    case .events: Text(nl: "gebeurtenis: vorm en handtekening", en: "event: form and signature")
    default: Text(nl: "onthullingen: \(check.checked)", en: "disclosures: \(check.checked)")
    }
  }

  private func signer(_ path: String) throws -> VerifyingKey {
    let bytes = try Input.document(at: path).bytes
    let json = try? JSON(parsing: bytes)
    guard let json, json["kty"] == "OKP", json["crv"] == "Ed25519",
      let key = json["x"].flatMap({ VerifyingKey(json: $0) })
    else {
      throw Failure(
        .badInput,
        Text(nl: "«\(path)» is geen Ed25519-sleutel (JWK)", en: "“\(path)” is not an Ed25519 key (JWK)"),
        remedy: Text(
          nl: "de publieke helft van een sleutel toont waarborg key show NAAM --jwk",
          en: "waarborg key show NAME --jwk shows the public half of a key"))
    }
    return key
  }
}
