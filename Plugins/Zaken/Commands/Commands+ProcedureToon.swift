import ArgumentParser
import Console
import Governance
import Ledger
import RuleFiles

extension ProcedureCommand {
  /// `waarborg procedure toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "toon",
      abstract: Language.ofProcess.choose(
        nl: "Toon een procedure als leesbare bladzijde, of als tekening van haar toestanden, stappen en termijnen.",
        en: "Show a procedure as a page to read, or as a drawing of its states, steps and terms."),
      discussion: Language.ofProcess.choose(
        nl: """
          Van een vastgestelde procedure is het de versie die op --op geldt; anders die bij het programma hoort.
          Voorbeeld: waarborg procedure toon P-01 --svg P-01.svg
          """,
        en: """
          Of an adopted procedure it is the version in force on --op; else the one that comes with the program.
          Example: waarborg procedure toon P-01 --svg P-01.svg
          """))
    @Argument(
      help: Language.help(
        nl: "De procedure, zoals P-01 of P-01@2024-05-23, of een bestand.",
        en: "The procedure, such as P-01 or P-01@2024-05-23, or a file.", "procedure")) var procedure: String
    @Option(
      help: Language.help(
        nl: "Schrijf de tekening naar dit bestand; - is standaarduitvoer.",
        en: "Write the drawing to this file; - is standard output.", "bestand")
    )
    var svg: String?
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let (bytes, stand) = try bestand(program)
      let found = try Procedurebestand.procedure(bytes, named: procedure, program)
      if let svg { try program.write(Array(Tekening(found).svg.utf8), to: svg) }
      if shared.json { return program.terminal.outJSON(Procedurepagina.json(found, bytes).text) }
      guard svg == nil else { return }
      let day = try options.day(program.clock.now.date)
      Procedurepagina(procedure: found, vanaf: day, stand: stand).toon(on: program.terminal)
    }

    /// The bytes, and how the version stands.
    private func bestand(_ program: Program) throws -> ([UInt8], Text) {
      if program.heeftGrootboek(shared), let found = try vastgesteld(program) { return found }
      if let bytes = Meegeleverd.bytes(procedure) {
        return (
          bytes,
          Text(nl: "hoort bij het programma; hier niet vastgesteld", en: "comes with the program; not adopted here")
        )
      }
      guard procedure.contains("/") || procedure.hasSuffix(".yaml") || procedure.hasSuffix(".yml") else {
        let known = Meegeleverd.bestanden.map(\.id)
        throw Failure(
          .notFound, Text(nl: "er is geen procedure «\(procedure)»", en: "there is no procedure “\(procedure)”"),
          remedy: Nearest.text(procedure, among: known)
            ?? Text(nl: "zie waarborg procedure lijst", en: "see waarborg procedure lijst"))
      }
      return (
        try Regelbestand.bytes(procedure), Text(nl: "een bestand; niet vastgesteld", en: "a file; not adopted")
      )
    }

    private func vastgesteld(_ program: Program) throws -> ([UInt8], Text)? {
      try program.read(options) { book, reading in
        let (day, views) = (try options.day(book.today), reading.views)
        let version =
          procedure.contains("@")
          ? try Procedureversie.find(procedure, in: views) : try Procedureversie.geldend(procedure, op: day, views)
        guard let version, let event = try reading.filter.event(at: version.vastgesteld.position) else { return nil }
        guard let document = try reading.filter.document(ProcedureVastgesteld.bestand, of: event) else {
          throw Failure(
            .foundWanting,
            Text(nl: "het bestand van \(version.handle) ontbreekt", en: "the file of \(version.handle) is missing"),
            remedy: Text(nl: "controleer met waarborg verify", en: "check with waarborg verify"))
        }
        let since = version.vanaf?.text ?? Text("?")
        return (
          document.bytes,
          Text(nl: "vastgesteld; ingegaan of gaat in op ", en: "adopted; takes or took effect on ") + since
        )
      }
    }
  }
}
