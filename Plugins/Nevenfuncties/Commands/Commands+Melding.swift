import ArgumentParser
import Console
import Governance
import Ledger

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie meld`
  struct Meld: HouderCommand {
    typealias Event = NevenwerkzaamheidGemeld

    static let configuration = CommandConfiguration(
      "meld", nl: "Leg een melding vast.", en: "Record a report.",
      discussion: Text(
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
    @Option(help: Language.confidential(nl: "De nevenwerkzaamheid", en: "The activity", "tekst"))
    var activiteit: String
    @Flag(help: Language.help(nl: "Zij moet nog beginnen.", en: "It has yet to start."))
    var voorgenomen = false
    @OptionGroup var inhoud: InhoudOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.voorgenomen] = voorgenomen
      fields[Event.activiteit] = activiteit
      try inhoud.fill(&fields)
    }

    func followUp(_ appended: Appended, _ found: Melder, _ program: Program) throws {
      Gesprek(found.vragen, try inhoud.antwoorden()).note(program)
      guard let handle = try program.name(of: appended, recording.options) else { return }
      program.terminal.note(
        Text(
          nl: "Deze melding heet \(handle). Wat er nu wacht: waarborg nevenfunctie openstaand",
          en: "This report is called \(handle). What waits now: waarborg nevenfunctie openstaand"))
    }
  }

  /// `waarborg nevenfunctie wijzig`
  struct Wijzig: MeldingCommand {
    typealias Event = NevenwerkzaamheidGewijzigd

    static let configuration = CommandConfiguration(
      "wijzig", nl: "Leg vast dat een gemelde nevenwerkzaamheid wijzigt; er wordt opnieuw over beslist.",
      en: "Record that a reported activity changes; it is decided on again.")
    @OptionGroup var melding: MeldingOptions
    @Option(help: Language.confidential(nl: "De nevenwerkzaamheid", en: "The activity", "tekst"))
    var activiteit: String?
    @OptionGroup var inhoud: InhoudOptions
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.activiteit] = activiteit
      try inhoud.fill(&fields)
    }
  }

  /// `waarborg nevenfunctie beeindig`
  struct Beeindig: MeldingCommand {
    typealias Event = NevenwerkzaamheidBeeindigd

    static let configuration = CommandConfiguration(
      "beeindig", nl: "Leg vast dat een nevenwerkzaamheid vanaf --op niet meer wordt verricht.",
      en: "Record that an activity is no longer done from --op on.")
    @OptionGroup var melding: MeldingOptions
    @Option(help: Language.confidential(nl: "Toelichting", en: "Explanation", "tekst"))
    var toelichting: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) { fields[Inhoud.toelichting] = toelichting }
  }

  /// `waarborg nevenfunctie functie-gewijzigd`
  struct MeldFunctiewijziging: ProgramCommand {
    static let configuration = CommandConfiguration(
      "functie-gewijzigd", nl: "Leg vast dat iemands functie wijzigt: wat loopt, wordt opnieuw getoetst.",
      en: "Record that someone's function changes: what runs is judged again.",
      discussion: Text(
        nl: "Zonder --naar blijft de functie en wijzigt haar inhoud.",
        en: "Without --naar the function stays and its content changes."))
    @OptionGroup var houder: HouderOptions
    @Option(help: Language.help(nl: "De nieuwe functie.", en: "The new function.", "functie")) var naar: String?
    @Option(help: Language.confidential(nl: "Toelichting", en: "Explanation", "tekst"))
    var toelichting: String?
    @OptionGroup var recording: FactOptions
    var shared: SharedOptions { recording.options.shared }

    func run(_ program: Program) throws {
      try program.append(recording.options) { context in
        let views = context.views
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
        proposal.drafts = try running.map { activity in
          var draft = try context.draft(FunctieGewijzigd.self, on: activity.stream, recording)
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
  struct Bevestig: HouderCommand {
    typealias Event = NevenwerkzaamhedenBevestigd

    static let configuration = CommandConfiguration(
      "bevestig", nl: "Leg vast dat een houder zijn opgave bevestigt, of met --geen dat er niets is.",
      en: "Record that a holder confirms the statement, or with --geen that there is nothing.")
    @OptionGroup var houder: HouderOptions
    @Flag(help: Language.help(nl: "Er zijn geen nevenwerkzaamheden.", en: "There are no activities."))
    var geen = false
    @Option(
      help: Language.help(
        nl: "De naam voor op de lijst, als de regels namen openbaar maken.",
        en: "The name for the list, if the rules publish names.", "naam"))
    var naam: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) {
      fields[Event.geen] = geen
      fields[Event.naam] = naam
    }
  }
}
