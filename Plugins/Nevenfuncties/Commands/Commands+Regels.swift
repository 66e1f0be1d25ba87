import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie stel-in`
  struct StelIn: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "stel-in",
      abstract: Language.ofProcess.choose(
        nl: "Leg regels vast die vanaf een dag gelden.", en: "Lay down rules that govern from a day on."),
      discussion: Language.ofProcess.choose(
        nl: """
          Een model vult in wat de bronnen van die gemeente zeggen, en noemt een standaard waar zij zwijgen; elke optie
          gaat daarboven. Zonder model geldt verder wat al gold. Zie daarna: waarborg nevenfunctie regels.
          Voorbeeld: waarborg nevenfunctie stel-in --model lelystad --op 2020-01-01 --historisch
          """,
        en: """
          A model fills in what that municipality's sources say, and names a default where they are silent; every option
          goes above it. Without a model what was in force goes on. See afterwards: waarborg nevenfunctie regels.
          Example: waarborg nevenfunctie stel-in --model lelystad --op 2020-01-01 --historisch
          """))
    @Option(
      help: Language.help(
        nl: "Het uitgangspunt: \(Modelregels.woorden).", en: "The starting point: \(Modelregels.woorden).", "model"))
    var model: String?
    @OptionGroup var instellingen: InstellingOptions
    @Flag(
      help: Language.help(
        nl: "De regels zijn van voor de opening van het grootboek.",
        en: "The rules are from before the founding of the ledger."))
    var historisch = false
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let preset: Modelregels? = try model.map { try Input.code($0, option: "--model") }
      try program.append(options) { context in
        let all = try Regels.all(context.reading.views)
        let base = try Uitgangspunt(preset, all, on: context.effective, today: context.book.today)
        let (choices, chosen) = try instellingen.apply(to: base.instellingen)
        var draft = EventDraft(
          NevenfunctieregelsVastgesteld.self,
          stream: all.first?.feit.stream ?? context.book.newStream("Nevenfunctieregels"), effective: context.effective)
        draft[NevenfunctieregelsVastgesteld.titel] = instellingen.titel ?? base.titel
        draft[NevenfunctieregelsVastgesteld.bron] = instellingen.bron ?? base.bron
        draft[NevenfunctieregelsVastgesteld.grondslag] = instellingen.grondslag(of: base)
        draft[NevenfunctieregelsVastgesteld.model] = base.model
        draft[NevenfunctieregelsVastgesteld.regeling] =
          try instellingen.regeling.map { try context.reading.subject($0, context.book.catalog).stream }
          ?? base.regeling
        choices.fill(&draft)
        let origins = base.herkomst.filter { !chosen.contains($0.instelling) }
        draft[NevenfunctieregelsVastgesteld.herkomst] = origins.isEmpty ? nil : origins
        draft[HistoricalFact.historisch] = historisch ? true : nil
        return Proposal(draft)
      }
      if let preset { note(Model.van(preset), program) }
    }

    /// The functions that the model's sources publish; they are designated one by one.
    private func note(_ model: Model, _ program: Program) {
      let functions = model.functies.isEmpty ? "-" : model.functies.joined(separator: "; ")
      program.terminal.note(
        Text(
          nl:
            "Wijs nu de functies aan (waarborg nevenfunctie wijs-aan). De bron noemt: \(functions) (\(model.functiesBron)).",
          en:
            "Now designate the functions (waarborg nevenfunctie wijs-aan). The source names: \(functions) (\(model.functiesBron))."
        ))
      if let letOp = model.letOp { program.terminal.note(StyledText(letOp, .warning)) }
    }
  }

  /// `waarborg nevenfunctie wijs-aan`
  struct WijsAan: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "wijs-aan",
      abstract: Language.ofProcess.choose(
        nl: "Wijs een functie aan waarvan de nevenwerkzaamheden openbaar worden.",
        en: "Designate a function of which the activities become public."),
      discussion: Language.ofProcess.choose(
        nl: """
          Met --houder-rol weet het grootboek wie niet over de eigen opgave gaat.
          Voorbeeld: waarborg nevenfunctie wijs-aan Griffier --verantwoordelijke werkgeverscommissie --houder-rol griffier
          """,
        en: """
          With --houder-rol the ledger knows who does not decide on their own statement.
          Example: waarborg nevenfunctie wijs-aan Griffier --verantwoordelijke werkgeverscommissie --houder-rol griffier
          """))
    @Argument(help: Language.help(nl: "Naam of kenmerk van de functie.", en: "Name or id of the function.", "functie"))
    var functie: String
    @Option(
      help: Language.help(
        nl: "Wie de opgave openbaar maakt, als dat een ander is dan de regels noemen.",
        en: "Who publishes the statement, if another than the rules name.", "rol"))
    var verantwoordelijke: String?
    @Option(
      help: Language.help(
        nl: "De rol waarin de houder zelf ondertekent, als die er een heeft.",
        en: "The role in which the holder signs, if any.", "rol"))
    var houderRol: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let responsible: Rol? = try verantwoordelijke.map { try Input.code($0, option: "--verantwoordelijke") }
      let holder: Rol? = try houderRol.map { try Input.code($0, option: "--houder-rol") }
      try program.append(options) { context in
        guard let rules = try Regels.all(context.reading.views).first else {
          throw Failure(
            .notFound, Text(nl: "er zijn nog geen regels", en: "there are no rules yet"),
            remedy: Text(
              nl: "leg ze vast: waarborg nevenfunctie stel-in --model lelystad",
              en: "lay them down: waarborg nevenfunctie stel-in --model lelystad"))
        }
        var draft = context.draft(FunctieAangewezen.self, on: context.book.newStream("Functieaanwijzing"), herkomst)
        draft[Houderschap.functie] = try HouderOptions.functie(functie, context.reading.views)
        draft[FunctieAangewezen.regels] = rules.feit.stream
        draft[FunctieAangewezen.verantwoordelijke] = responsible
        draft[FunctieAangewezen.houderRol] = holder
        return Proposal(draft)
      }
    }
  }

  /// `waarborg nevenfunctie trek-aanwijzing-in`
  struct TrekAanwijzingIn: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "trek-aanwijzing-in",
      abstract: Language.ofProcess.choose(
        nl: "Trek de aanwijzing van een functie in.", en: "Withdraw the designation of a function."))
    @Argument(help: Language.help(nl: "De functie.", en: "The function.", "functie")) var functie: String
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let stream = try HouderOptions.functie(functie, context.reading.views)
        guard let designation = try Aanwijzing.of(stream, context.reading.views).last else {
          throw Failure(
            .notFound, Text(nl: "«\(functie)» is niet aangewezen", en: "“\(functie)” is not designated"),
            remedy: Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
        }
        let draft = context.draft(FunctieaanwijzingIngetrokken.self, on: designation.feit.stream, herkomst)
        return Proposal(draft)
      }
    }
  }
}
