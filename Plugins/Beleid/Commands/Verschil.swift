import ArgumentParser
import Console
import Governance
import Ledger

extension BeleidCommand {
  /// `waarborg beleid verschil`
  struct Verschil: ProgramCommand {
    static let configuration = CommandConfiguration(
      "verschil", nl: "Toon wat er tussen twee versies is veranderd.", en: "Show what changed between two versions.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid verschil gedragscode 1 2",
        en: "Example: waarborg beleid verschil gedragscode 1 2"))
    @Argument(help: Language.help(nl: "De regeling.", en: "The rule.", "kenmerk")) var regeling: String
    @Argument(
      help: Language.help(
        nl: "De oude versie (anders de voorlaatste).", en: "The old version (else the last but one).", "van")) var van:
      String?
    @Argument(
      help: Language.help(nl: "De nieuwe versie (anders de laatste).", en: "The new version (else the last).", "tot"))
    var tot: String?
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let found = try Verwijzing.require(regeling, in: reading.views).regeling
        let (old, new) = try versions(found, reading.views)
        let handles = (found.handle(old), found.handle(new))
        let before = try Versietekst.lines(try Versietekst.read(old, of: found, book, reading), handles.0)
        let after = try Versietekst.lines(try Versietekst.read(new, of: found, book, reading), handles.1)
        let difference = LineDifference(from: before, to: after)
        if shared.json {
          program.terminal.outJSON(json(difference, handles).text)
        } else {
          print(difference, handles, program)
        }
      }
    }

    private func versions(_ regeling: Regeling, _ views: ViewReader) throws -> (Versie, Versie) {
      func named(_ text: String?) throws -> Versie? {
        try text.flatMap { try Verwijzing.find($0.contains("@") ? $0 : "\(regeling.kenmerk)@\($0)", in: views)?.versie }
      }
      let texts = regeling.versies.filter { $0.digest != nil && !$0.feiten.isEmpty }
      let new = try named(tot) ?? texts.last
      let old = try named(van) ?? texts.last { $0.nummer < new?.nummer ?? 0 }
      guard let old, let new else {
        throw Failure(
          .notFound,
          Text(
            nl: "\(regeling.kenmerk) heeft geen twee versies met een tekst",
            en: "\(regeling.kenmerk) does not have two versions with a text"))
      }
      return (old, new)
    }

    private func print(_ difference: LineDifference, _ handles: (String, String), _ program: Program) {
      guard !difference.hunks.isEmpty else {
        program.terminal.note(
          Text(
            nl: "\(handles.0) en \(handles.1) zijn regel voor regel gelijk",
            en: "\(handles.0) and \(handles.1) are equal line by line"))
        return
      }
      program.terminal.out(StyledText("--- \(handles.0)", .heading))
      program.terminal.out(StyledText("+++ \(handles.1)", .heading))
      for hunk in difference.hunks {
        program.terminal.out(StyledText(hunk.header, .faint))
        program.terminal.out(
          lines: hunk.lines.map { line in
            switch line.kind {
            case .same: StyledText(" \(line.text)")
            case .removed: StyledText("-\(line.text)", .bad)
            case .added: StyledText("+\(line.text)", .good)
            }
          })
      }
    }

    private func json(_ difference: LineDifference, _ handles: (String, String)) -> JSON {
      [
        "van": .string(handles.0), "tot": .string(handles.1),
        "wijzigingen": .array(
          difference.hunks.map { hunk in
            [
              "oudeRegel": .int(Int64(hunk.oldStart)), "nieuweRegel": .int(Int64(hunk.newStart)),
              "regels": .array(hunk.lines.map { .string("\($0.kind.rawValue)\($0.text)") }),
            ]
          }),
      ]
    }
  }
}
