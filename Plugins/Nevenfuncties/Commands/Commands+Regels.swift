import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie stel-in`
  struct StelIn: RecordingCommand {
    typealias Event = NevenfunctieregelsVastgesteld

    static let configuration = CommandConfiguration(
      "stel-in", nl: "Leg regels vast die vanaf een dag gelden.", en: "Lay down rules that govern from a day on.",
      discussion: Text(
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
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.model] = try Input.code(model, option: "--model")
      fields[HistoricalFact.historisch] = historisch ? true : nil
    }

    /// All versions of the rules are in one stream.
    func find(_ context: AppendContext) throws -> StreamID {
      try Regels.all(context.views).first?.feit.stream ?? context.book.newStream(Event.type.streamKind)
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      let base = try Uitgangspunt(
        draft[Event.model], Regels.all(context.views), on: context.effective, today: context.book.today)
      let (choices, chosen) = try instellingen.apply(to: base.instellingen)
      choices.fill(&draft)
      draft[Event.titel] = instellingen.titel ?? base.titel
      draft[Event.bron] = instellingen.bron ?? base.bron
      draft[Event.grondslag] = instellingen.grondslag(of: base)
      draft[Event.model] = base.model
      draft[Event.regeling] =
        try instellingen.regeling.map { try context.reading.subject($0, context.book.catalog).stream } ?? base.regeling
      let origins = base.herkomst.filter { !chosen.contains($0.punt) }
      draft[Event.herkomst] = origins.isEmpty ? nil : origins
    }

    /// The functions that the model's sources publish; they are designated one by one.
    func followUp(_ appended: Appended, _ found: StreamID, _ program: Program) throws {
      let preset: Modelregels? = try Input.code(model, option: "--model")
      guard let model = preset.map({ Model.van($0) }) else { return }
      let functions = model.functies.isEmpty ? "-" : model.functies.joined(separator: "; ")
      program.terminal.note(
        Text(
          nl:
            "Wijs nu de functies aan (waarborg nevenfunctie wijs-aan FUNCTIE). De bron noemt: \(functions) (\(model.functiesBron)).",
          en:
            "Now designate the functions (waarborg nevenfunctie wijs-aan FUNCTION). The source names: \(functions) (\(model.functiesBron))."
        ))
      if let letOp = model.letOp { program.terminal.note(StyledText(letOp, .warning)) }
    }
  }

  /// `waarborg nevenfunctie wijs-aan`
  struct WijsAan: RecordingCommand {
    typealias Event = FunctieAangewezen

    static let configuration = CommandConfiguration(
      "wijs-aan", nl: "Wijs een functie aan waarvan de nevenwerkzaamheden openbaar worden.",
      en: "Designate a function of which the activities become public.",
      discussion: Text(
        nl: """
          Met --houder-rol weet het grootboek wie niet over de eigen opgave gaat; tekent de houder niet: --houder-rol geen.
          Wat u weglaat, is zoals de regels zeggen.
          Voorbeeld: waarborg nevenfunctie wijs-aan Griffier --houder-rol griffier --verantwoordelijke werkgeverscommissie \
          --beslissers werkgeverscommissie --grens alle --grondslag "Gedragscode, hoofdstuk 3"
          """,
        en: """
          With --houder-rol the ledger knows who does not decide on their own statement; if the holder does not sign:
          --houder-rol geen. What you leave out is as the rules say.
          Example: waarborg nevenfunctie wijs-aan Griffier --houder-rol griffier --verantwoordelijke werkgeverscommissie \
          --beslissers werkgeverscommissie --grens alle --grondslag "Code of conduct, chapter 3"
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
        nl: "De rol waarin de houder zelf ondertekent, of geen.",
        en: "The role in which the holder signs, or geen (none).", "rol|geen"))
    var houderRol: String?
    @Option(
      help: Language.help(
        nl: "Wie beslist over wat de houder meldt, met komma's (anders wie de regels noemen).",
        en: "Who decides on what the holder reports, with commas (else who the rules name).", "rollen"))
    var beslissers: String?
    @Option(
      help: Language.help(
        nl: "Wat openbaar wordt: \(Openbaarmakingsgrens.woorden) (anders zoals de regels).",
        en: "What is published: \(Openbaarmakingsgrens.woorden) (else as the rules).", "grens"))
    var grens: String?
    @Option(
      help: Language.help(
        nl: "De openbare velden, met komma's (anders die van de regels).",
        en: "The public fields, with commas (else those of the rules).", "velden"))
    var velden: String?
    @Option(
      help: Language.help(
        nl: "De regeling die haar aanwijst.", en: "The rule that designates it.", "kenmerk"))
    var regeling: String?
    @Option(
      help: Language.help(
        nl: "De plaats die haar aanwijst, voor de openbare site.",
        en: "The place that designates it, for the public site.",
        "tekst"))
    var grondslag: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.verantwoordelijke] = try Input.code(verantwoordelijke, option: "--verantwoordelijke")
      if houderRol == "geen" {
        fields[Event.houderTekentNiet] = true
      } else {
        fields[Event.houderRol] = try Input.code(houderRol, option: "--houder-rol")
      }
      fields[Event.beslissers] = try beslissers.map { try Input.codes($0, option: "--beslissers") }
      fields[Event.grens] = try Input.code(grens, option: "--grens")
      fields[Event.velden] = try velden.map { try Input.codes($0, option: "--velden") }
      fields[Event.grondslag] = grondslag
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      guard let rules = try Regels.all(context.views).first else {
        throw Failure(
          .notFound, Text(nl: "er zijn nog geen regels", en: "there are no rules yet"),
          remedy: Text(
            nl: "leg ze vast: waarborg nevenfunctie stel-in --model lelystad",
            en: "lay them down: waarborg nevenfunctie stel-in --model lelystad"))
      }
      draft[Houderschap.functie] = try HouderOptions.functie(functie, context.views)
      draft[Event.regels] = rules.feit.stream
      draft[Event.regeling] = try regeling.map { try context.reading.subject($0, context.book.catalog).stream }
    }
  }

  /// `waarborg nevenfunctie trek-aanwijzing-in`
  struct TrekAanwijzingIn: RecordingCommand {
    typealias Event = FunctieaanwijzingIngetrokken

    static let configuration = CommandConfiguration(
      "trek-aanwijzing-in", nl: "Trek de aanwijzing van een functie in.", en: "Withdraw the designation of a function.")
    @Argument(help: Language.help(nl: "De functie.", en: "The function.", "functie")) var functie: String
    @OptionGroup var recording: FactOptions

    func find(_ context: AppendContext) throws -> StreamID {
      let stream = try HouderOptions.functie(functie, context.views)
      if let designation = try Aanwijzing.of(stream, context.views).last { return designation.feit.stream }
      throw Failure(
        .notFound, Text(nl: "«\(functie)» is niet aangewezen", en: "“\(functie)” is not designated"),
        remedy: Text(nl: "zie waarborg nevenfunctie lijst", en: "see waarborg nevenfunctie lijst"))
    }
  }
}
