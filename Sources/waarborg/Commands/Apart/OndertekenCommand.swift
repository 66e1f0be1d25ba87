import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg onderteken`: signs a concept where the key is, and checks the receipt for it.
struct OndertekenCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "onderteken",
    abstract: Language.ofProcess.choose(
      nl: "Onderteken een concept, of controleer de ontvangst; een grootboek is niet nodig.",
      en: "Sign a draft, or check the receipt; no ledger is needed."),
    discussion: Language.ofProcess.choose(
      nl: """
        Voorbeelden:
          waarborg onderteken verzoek.json --uit antwoord.json
          waarborg onderteken --ontvangst ontvangst.json
        Wat u ondertekent wordt eerst getoond; daarna wordt gevraagd of u dat wilt.
        """,
      en: """
        Examples:
          waarborg onderteken request.json --uit answer.json
          waarborg onderteken --ontvangst receipt.json
        What you sign is shown first; then you are asked whether you want to.
        """))
  @Argument(help: Language.help(nl: "Het concept.", en: "The draft.", "bestand")) var bestand: String?
  @Option(help: Language.help(nl: "Waar het antwoord komt.", en: "Where the answer goes.", "bestand")) var uit: String?
  @Option(
    help: Language.help(
      nl: "Controleer deze ontvangst van wat u ondertekende.", en: "Check this receipt of what you signed.", "bestand"))
  var ontvangst: String?
  @Flag(help: Language.help(nl: "Vraag niets na.", en: "Ask nothing.")) var yes = false
  @OptionGroup var key: KeyOptions
  @OptionGroup var shared: SharedOptions
  /// A receipt is only looked at.
  var asksPassphrase: Bool { bestand != nil }

  func validate() throws {
    guard (bestand == nil) != (ontvangst == nil) else {
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "geef een concept met --uit, of --ontvangst", en: "give a draft with --uit, or --ontvangst"))
    }
    guard (bestand == nil) == (uit == nil) else {
      throw ValidationError(Language.ofProcess.choose(nl: "bij een concept hoort --uit", en: "a draft needs --uit"))
    }
  }

  func run(_ program: Program) throws {
    if let bestand, let uit {
      try sign(bestand, uit, program)
    } else if let ontvangst {
      try check(ontvangst, program)
    }
  }

  private func sign(_ path: String, _ answer: String, _ program: Program) throws {
    let opened = try program.opened(path, key)
    let sheet = ConceptSheet(opened)
    if !shared.json { sheet.show(on: program.terminal) }
    let count = opened.checked.events.count
    let question = Text(
      nl: count == 1 ? "Dit ondertekenen?" : "Deze \(count) gebeurtenissen ondertekenen?",
      en: count == 1 ? "Sign this?" : "Sign these \(count) events?")
    guard try program.terminal.confirm(question, assumeYes: yes) else {
      throw Failure(.usage, Text(nl: "afgebroken; er is niets ondertekend", en: "stopped; nothing was signed"))
    }
    let signed = try program.sign(opened, to: answer)
    if shared.json {
      let json: JSON = [
        "antwoord": .string(answer), "concept": opened.checked.concept.digest.json,
        "gebeurtenissen": .array(signed.map(\.envelope.id.json)),
      ]
      return program.terminal.outJSON(json.text)
    }
    program.terminal.note(
      StyledText.verdict(
        .good,
        Text(
          nl: "Ondertekend, in \(answer). Hierna: stuur dat terug; het grootboek neemt het op en stuurt een ontvangst",
          en: "Signed, in \(answer). Next: send that back; the ledger takes it up and sends a receipt")))
  }

  private func check(_ path: String, _ program: Program) throws {
    let (receipt, checkpoint) = try program.check(receiptAt: path)
    if shared.json {
      let json: JSON = [
        "grootboek": .string(receipt.origin), "omvang": .int(Int64(clamping: checkpoint.size)),
        "nummers": .array(receipt.entries.map { .int(Int64(clamping: $0.position)) }),
      ]
      return program.terminal.outJSON(json.text)
    }
    let numbers = receipt.entries.map { String($0.position) }.joined(separator: ", ")
    program.terminal.note(
      StyledText.verdict(
        .good,
        Text(
          nl: "Wat u ondertekende staat in het grootboek als nummer \(numbers), en dat bouwt voort op wat u kende",
          en: "What you signed stands in the ledger as number \(numbers), and that goes on from what you knew")))
  }
}
