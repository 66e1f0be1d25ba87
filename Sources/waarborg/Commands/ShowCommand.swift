import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// `waarborg show`: one event, for a person or as an SD-JWT for someone outside.
struct ShowCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Language.ofProcess.choose(nl: "Toon één gebeurtenis.", en: "Show one event."),
    discussion: Language.ofProcess.choose(
      nl: "Voorbeeld: waarborg show 12 --sd-jwt --open naam --als secretariaat",
      en: "Example: waarborg show 12 --sd-jwt --open naam --als secretariaat"))

  @Argument(help: Language.help(nl: "Nummer of id.", en: "Number or id.", "gebeurtenis")) var gebeurtenis: String
  @Flag(
    help: Language.help(
      nl: "Als SD-JWT (RFC 9901), met alleen de velden van --open.",
      en: "As an SD-JWT (RFC 9901), with only the fields of --open."))
  var sdJwt = false
  @Option(
    parsing: .upToNextOption,
    help: Language.help(nl: "Welke verzegelde velden open meegaan.", en: "Which sealed fields go along open.", "veld"))
  var open: [String] = []
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  func validate() throws {
    if !open.isEmpty && !sdJwt {
      throw ValidationError(Language.ofProcess.choose(nl: "--open hoort bij --sd-jwt", en: "--open goes with --sd-jwt"))
    }
  }

  func run(_ program: Program) throws {
    try options.refuseDay()
    try program.read(options, isExamining: true) { book, reading in
      let event = try reading.filter.recorded(EventLookup.find(gebeurtenis, in: book))
      do { _ = try book.inclusion(of: event) } catch let bad as BadEvent {
        // What is handed out is believed by others; what is only looked at is shown, with what is wrong with it.
        if sdJwt { throw bad }
        program.terminal.warnOnce(bad.failure.message)
      }
      if sdJwt {
        let disclosures = try reading.filter.disclosures(open, of: event)
        program.terminal.out(event.signed.presentation(opening: disclosures))
        return
      }
      let report = try EventReport(event, reading)
      if shared.json {
        program.terminal.outJSON(report.json.text)
      } else {
        program.terminal.out(list(report, program.language))
      }
    }
  }

  private func list(_ report: EventReport, _ language: Language) -> KeyValueList {
    let event = report.event
    var list = KeyValueList()
    list.add(Text(nl: "Gebeurtenis", en: "Event"), "\(event.type.name, .heading)")
    list.add(Text(nl: "Nummer", en: "Number"), "\(String(event.position))")
    list.add(Text("id"), "\(event.id.description)")
    list.add(Text(nl: "Stroom", en: "Stream"), "\(event.stream.description), \(String(event.signed.envelope.seq))")
    list.add(Text(nl: "Vastgelegd", en: "Recorded"), "\(event.recordedAt.description)")
    if event.signedOn != event.recordedOn {
      list.add(Text(nl: "Ondertekend op", en: "Signed on"), "\(event.signedAt.description)")
    }
    list.add(Text(nl: "Geldt op", en: "Effective"), "\(event.effective.text)")
    list.add(
      Text(nl: "Ondertekend door", en: "Signed by"),
      "\(report.signer) (\(event.signed.key.description, .faint))")
    for fact in event.facts { list.add(Text(fact.name), StyledText(paragraphs: fact.value.words)) }
    for (field, revealed) in report.revealed {
      guard let text = revealed.text(\.words) else { continue }
      list.add(Text(field.name), StyledText(paragraphs: text(language)))
    }
    return list
  }
}
