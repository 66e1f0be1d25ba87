import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import Organisatie

extension ZaakCommand {
  /// `waarborg zaak stap-over`
  struct StapOver: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "stap-over",
      abstract: Language.ofProcess.choose(
        nl: "Laat een zaak verder lopen onder een andere versie van haar procedure; toont eerst wat dat verandert.",
        en: "Let a case go on under another version of its procedure; shows first what that changes."),
      discussion: Language.ofProcess.choose(
        nl: """
          Een zaak houdt de versie waaronder zij is geopend, tenzij een artikel anders bepaalt: noem dat met --grondslag.
          Wat gehaald is blijft gehaald, wat gemist is blijft gemist; alleen wat nog loopt wordt opnieuw berekend.
          Voorbeeld: waarborg zaak stap-over zaak-3f9a2c --grond "nieuwe regeling" \\
            --grondslag "Klachtenregeling 2027 art. 12" --dry-run
          """,
        en: """
          A case keeps the version under which it was opened, unless an article provides otherwise: name that by --grondslag.
          What was met stays met, what was missed stays missed; only what still runs is computed anew.
          Example: waarborg zaak stap-over zaak-3f9a2c --grond "new rules" \\
            --grondslag "Complaints regulation 2027 art. 12" --dry-run
          """))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.confidential(nl: "Waarom", en: "Why", "tekst", isForCircle: true)) var grond: String
    @Option(
      help: Language.help(
        nl: "Het artikel dat het bepaalt of toelaat.", en: "The article that demands or allows it.", "artikel"))
    var grondslag: String
    @Flag(
      help: Language.help(
        nl: "Terug naar de versie waaronder zij is geopend.", en: "Back to the version under which it was opened."))
    var terug = false
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      // What is proposed is made again when it is recorded; it is shown once, before the question.
      var isGetoond = false
      try program.append(options, isSummedUp: true) { context in
        let found = try context.zaken.zaak(zaak.zaak)
        let procedures = Procedures(context.reading)
        let (digest, versie) =
          terug
          ? (found.opening.digest, try procedures.procedure(found.opening))
          : try procedures.geldend(found.procedure.id, op: context.day)
        let overstap = Overstap(digest: digest, grond: grond, grondslag: grondslag)
        var proposal = try context.voorstel(
          .init(gebeurtenis: .overgestapt(overstap), op: context.effective), found, versie: versie)
        let na = found.overgestapt(
          overstap, naar: versie, op: context.effective, nu: context.book.now, door: context.signer)
        let verschil = Overstapverschil(
          found, na: na, op: context.effective.exact ?? context.book.today, try Kalenders(context.reading.views))
        if !isGetoond { toon(verschil, found, versie, program) }
        isGetoond = true
        proposal.question = Text(
          nl: "\(found.kenmerk) verder onder versie \(versie.versie) van \(versie.id)?",
          en: "Let \(found.kenmerk) go on under version \(versie.versie) of \(versie.id)?")
        return proposal
      }
      guard !shared.json, !options.meldtProef(program.terminal) else { return }
      program.terminal.note(StyledText.verdict(.good, Text(nl: "vastgelegd in de zaak", en: "recorded in the case")))
    }

    private func toon(_ verschil: Overstapverschil, _ zaak: Zaak, _ versie: Procedure, _ program: Program) {
      if shared.json {
        program.terminal.outJSON(verschil.json(van: zaak.procedure.versie, naar: versie.versie).text)
        return
      }
      program.terminal.out(
        StyledText(
          Text(
            nl: "\(versie.id): van versie \(zaak.procedure.versie) naar \(versie.versie)",
            en: "\(versie.id): from version \(zaak.procedure.versie) to \(versie.versie)"), .emphasis))
      var table = Table([
        .init(Text(nl: "Termijn", en: "Term")), .init(Text(nl: "Was", en: "Was")),
        .init(Text(nl: "Wordt", en: "Becomes")), .init(Text(nl: "Gevolg", en: "Effect")),
      ])
      for regel in verschil.regels {
        // What has not begun and stays so tells nothing.
        guard let klok = regel.klok, regel.gevolg != .gelijk || klok.begin != nil else { continue }
        let style: Style? =
          switch regel.gevolg {
          case .wordt, .vervalt, .nieuw: .warning
          case .blijft, .gelijk: nil
          }
        table.row(
          "\(klok.termijn.id) \(klok.naam)", "\(Self.stand(regel.was))", "\(Self.stand(regel.wordt))",
          StyledText(regel.gevolg.text, style))
      }
      program.terminal.out(table)
    }

    private static func stand(_ klok: Klok?) -> Text {
      guard let klok else { return Text("–") }
      guard klok.begin != nil else { return Text(nl: "niet begonnen", en: "not started") }
      let status = klok.status?.text ?? Text(nl: "niet te zeggen", en: "cannot be said")
      return klok.laatste.map { status + Text(nl: ", uiterlijk ", en: ", by ") + $0.text } ?? status
    }
  }
}

extension Overstapverschil {
  /// Under stable names.
  func json(van: String, naar: String) -> JSON {
    [
      "van": .string(van), "naar": .string(naar),
      "klokken": .array(
        regels.map { regel in
          [
            "was": regel.was?.json ?? .null, "wordt": regel.wordt?.json ?? .null,
            "gevolg": .string(regel.gevolg.text.nl),
          ]
        }),
    ]
  }
}
