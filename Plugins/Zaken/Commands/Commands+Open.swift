import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import Organisatie

extension ZaakCommand {
  /// `waarborg zaak open`
  struct Open: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "open",
      abstract: Language.ofProcess.choose(
        nl: "Open een zaak met de stap waarmee haar procedure begint.",
        en: "Open a case with the step with which its procedure begins."),
      discussion: Language.ofProcess.choose(
        nl: """
          Voorbeeld: waarborg zaak open P-01 --over medewerker --op 2024-06-03 \\
            --veld indiener=werkzaam --veld vorm=email --veld beklaagde=@naam.txt
          """,
        en: """
          Example: waarborg zaak open P-01 --over medewerker --op 2024-06-03 \\
            --veld indiener=werkzaam --veld vorm=email --veld beklaagde=@name.txt
          """))
    @Argument(help: Language.help(nl: "De procedure, zoals P-01.", en: "The procedure, such as P-01.", "procedure"))
    var procedure: String
    @Option(help: Language.help(nl: "De stap, als er meer zijn.", en: "The step, when there are several.", "stap"))
    var stap: String?
    @Option(
      help: Language.help(
        nl: "Over wie de zaak gaat, zoals de procedure het noemt: wie die rol heeft, hoort er niets van.",
        en: "Whom it is about, as the procedure names it: who has that role hears nothing of it.", "wie"))
    var over: String?
    @Option(
      parsing: .singleValue,
      help: Language.help(
        nl: "De sleutel van iemand wie de zaak betreft.", en: "The key of someone whom the case concerns.", "sleutel"))
    var betrokken: [String] = []
    @Option(
      parsing: .singleValue,
      help: Language.help(
        nl: "Wie er nog bij hoort: sleutel=functie.", en: "Who else belongs to it: key=function.", "sleutel=functie"))
    var lid: [String] = []
    @OptionGroup var velden: VeldOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      var kenmerk = ""
      var zaak: (procedure: Procedure, stap: Zaken.Stap)?
      var merken: [Text] = []
      try program.append(options, isSummedUp: true) { context in
        let found = try Procedures(context.reading).geldend(procedure, op: context.day)
        try Eigenregister.check(found.procedure, context.reading.registry)
        let step = try opening(found.procedure)
        let registry = context.reading.registry
        let opened = try context.geopend(
          found, step, over: over,
          betrokken: try betrokken.map { try program.sleutel($0, registry, option: "--betrokken").id },
          leden: try lid.map { try self.lid($0, program, registry) }, try velden.waarden(step))
        kenmerk = opened.zaak.kenmerk
        zaak = (found.procedure, step)
        merken = opened.zaak.merken(
          opened.zaak.klokken(op: context.book.today, try Kalenders(context.reading.views)))
        return opened.proposal
      }
      guard let zaak, !shared.json else { return }
      for merk in merken { program.terminal.warn(merk) }
      guard !options.meldtProef(program.terminal) else { return }
      program.terminal.out(kenmerk)
      program.terminal.note(
        Text(
          nl: "\(zaak.procedure.titel): \(zaak.stap.betekenis). Vervolg: waarborg zaak stap \(kenmerk)",
          en: "\(zaak.procedure.titel): opened. Next: waarborg zaak stap \(kenmerk)"))
    }

    private func opening(_ procedure: Procedure) throws -> Zaken.Stap {
      let steps = procedure.openingen
      if let stap {
        if let found = steps.first(where: { $0.id == stap }) { return found }
      } else if let only = steps.first, steps.count == 1 {
        return only
      }
      let names = steps.map(\.id).joined(separator: ", ")
      throw Failure(
        .badInput,
        Text(
          nl: "--stap: \(procedure.id) begint met een van: \(names)",
          en: "--stap: \(procedure.id) begins with one of: \(names)"))
    }

    private func lid(
      _ text: String, _ program: Program, _ registry: KeyRegistry
    ) throws -> (key: KeyRegistry.RegisteredKey, functie: String) {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw Failure(.badInput, Text(nl: "--lid: verwacht sleutel=functie", en: "--lid: expected key=function"))
      }
      return (try program.sleutel(parts[0], registry, option: "--lid"), parts[1])
    }
  }
}

extension AppendContext {
  /// The first entry of a new case, judged by its procedure and signed in the log with a key made for it.
  func opening(
    _ found: (digest: Digest, procedure: Procedure), _ step: Stap, over: String?, betrokken: [Thumbprint],
    leden: [(key: KeyRegistry.RegisteredKey, functie: String)], _ velden: Veldwaarden
  ) throws -> (proposal: Proposal, stream: StreamID) {
    let opened = try geopend(found, step, over: over, betrokken: betrokken, leden: leden, velden)
    return (opened.proposal, opened.zaak.stream)
  }

  /// The same, with the case as it will be.
  func geopend(
    _ found: (digest: Digest, procedure: Procedure), _ step: Stap, over: String?, betrokken: [Thumbprint],
    leden: [(key: KeyRegistry.RegisteredKey, functie: String)], _ velden: Veldwaarden
  ) throws -> (proposal: Proposal, zaak: Zaak) {
    let opened = try Zaakopener(book: book, reading: reading, key: key).open(
      found, step, over: over, betrokken: betrokken, leden: leden, velden, op: effective)
    var proposal = Proposal(opened.draft)
    proposal.signer = opened.sleutel.signing
    return (proposal, opened.zaak)
  }
}
