import ArgumentParser
import Console
import Governance
import Ledger

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie meld`
  struct Meld: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "meld",
      abstract: Language.ofProcess.choose(nl: "Leg een melding vast.", en: "Record a report."),
      discussion: Language.ofProcess.choose(
        nl: """
          Wat de werkzaamheid is en waar, blijft intern.
          Voorbeeld: waarborg nevenfunctie meld gemeentesecretaris --activiteit penningmeester \
          --organisatie "Stichting Verzonnen" --ingang 2026-12-01 --voorgenomen --vraag zelfdeNetwerk=nee
          """,
        en: """
          What the activity is and where, stays internal.
          Example: waarborg nevenfunctie meld gemeentesecretaris --activiteit penningmeester \
          --organisatie "Stichting Verzonnen" --ingang 2026-12-01 --voorgenomen --vraag zelfdeNetwerk=nee
          """))
    @OptionGroup var houder: HouderOptions
    @Option(help: Language.help(nl: "De nevenwerkzaamheid (intern).", en: "The activity (internal).", "tekst"))
    var activiteit: String
    @Flag(help: Language.help(nl: "Zij moet nog beginnen.", en: "It has yet to start."))
    var voorgenomen = false
    @OptionGroup var inhoud: InhoudOptions
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      var questions: [Vraag] = []
      let appended = try program.append(options) { context in
        let (functie, persoon) = try houder.find(context)
        let day = context.effective.latest ?? context.book.today
        questions = try Regels.geldend(op: day, context.reading.views)?.instellingen.vragen ?? []
        var draft = context.draft(
          NevenwerkzaamheidGemeld.self, on: context.book.newStream("Nevenwerkzaamheid"), herkomst)
        draft[Houderschap.functie] = functie
        draft[Houderschap.persoon] = persoon
        draft[NevenwerkzaamheidGemeld.voorgenomen] = voorgenomen
        draft[NevenwerkzaamheidGemeld.activiteit] = activiteit
        try inhoud.fill(&draft)
        return Proposal(draft)
      }
      try Gesprek(questions, try inhoud.antwoorden()).note(program)
      try Vervolg.note(appended, options, program)
    }
  }

  /// `waarborg nevenfunctie wijzig`
  struct Wijzig: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "wijzig",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat een gemelde nevenwerkzaamheid wijzigt; er wordt opnieuw over beslist.",
        en: "Record that a reported activity changes; it is decided on again."))
    @OptionGroup var melding: MeldingOptions
    @Option(help: Language.help(nl: "De nevenwerkzaamheid (intern).", en: "The activity (internal).", "tekst"))
    var activiteit: String?
    @OptionGroup var inhoud: InhoudOptions
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let report = try melding.find(context.reading.views)
        var draft = context.draft(NevenwerkzaamheidGewijzigd.self, on: report.stream, herkomst)
        draft[NevenwerkzaamheidGewijzigd.activiteit] = activiteit
        try inhoud.fill(&draft)
        return Proposal(draft)
      }
    }
  }

  /// `waarborg nevenfunctie beeindig`
  struct Beeindig: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "beeindig",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat een nevenwerkzaamheid vanaf --op niet meer wordt verricht.",
        en: "Record that an activity is no longer done from --op on."))
    @OptionGroup var melding: MeldingOptions
    @Option(help: Language.help(nl: "Toelichting (intern).", en: "Explanation (internal).", "tekst"))
    var toelichting: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let report = try melding.find(context.reading.views)
        var draft = context.draft(NevenwerkzaamheidBeeindigd.self, on: report.stream, herkomst)
        draft[Inhoud.toelichting] = toelichting
        return Proposal(draft)
      }
    }
  }

  /// `waarborg nevenfunctie functie-gewijzigd`
  struct MeldFunctiewijziging: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "functie-gewijzigd",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat iemands functie wijzigt: wat loopt, wordt opnieuw getoetst.",
        en: "Record that someone's function changes: what runs is judged again."),
      discussion: Language.ofProcess.choose(
        nl: "Zonder --naar blijft de functie en wijzigt haar inhoud.",
        en: "Without --naar the function stays and its content changes."))
    @OptionGroup var houder: HouderOptions
    @Option(help: Language.help(nl: "De nieuwe functie.", en: "The new function.", "functie")) var naar: String?
    @Option(help: Language.help(nl: "Toelichting (intern).", en: "Explanation (internal).", "tekst"))
    var toelichting: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let views = context.reading.views
        let (functie, persoon) = try houder.find(context)
        let target = try naar.map { try HouderOptions.functie($0, views) } ?? functie
        let running = try Werkzaamheid.of(persoon, beside: functie, views).filter { activity in
          guard let stand = activity.stand() else { return false }
          return stand != .beeindigd && activity.functie() == functie
        }
        guard !running.isEmpty else {
          throw Failure(
            .notFound,
            Text(nl: "bij deze functie loopt geen melding", en: "no report runs beside this function"),
            remedy: Text(nl: "er is niets te toetsen", en: "there is nothing to judge"))
        }
        var proposal = Proposal()
        proposal.drafts = running.map { activity in
          var draft = context.draft(FunctieGewijzigd.self, on: activity.stream, herkomst)
          draft[Houderschap.functie] = target
          draft[Houderschap.persoon] = persoon
          draft[Inhoud.toelichting] = toelichting
          return draft
        }
        return proposal
      }
    }
  }

  /// `waarborg nevenfunctie bevestig`
  struct Bevestig: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "bevestig",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat een houder zijn opgave bevestigt, of met --geen dat er niets is.",
        en: "Record that a holder confirms the statement, or with --geen that there is nothing."))
    @OptionGroup var houder: HouderOptions
    @Flag(help: Language.help(nl: "Er zijn geen nevenwerkzaamheden.", en: "There are no activities."))
    var geen = false
    @Option(
      help: Language.help(
        nl: "De naam voor op de lijst, als de regels namen openbaar maken.",
        en: "The name for the list, if the rules publish names.", "naam"))
    var naam: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let (functie, persoon) = try houder.find(context)
        var draft = context.draft(NevenwerkzaamhedenBevestigd.self, on: context.book.newStream("Bevestiging"), herkomst)
        draft[Houderschap.functie] = functie
        draft[Houderschap.persoon] = persoon
        draft[NevenwerkzaamhedenBevestigd.geen] = geen
        draft[NevenwerkzaamhedenBevestigd.naam] = naam
        return Proposal(draft)
      }
    }
  }
}
