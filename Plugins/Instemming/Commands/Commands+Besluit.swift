import ArgumentParser
import Console
import Governance
import Ledger

extension InstemmingCommand {
  /// `waarborg instemming houd-overlegvergadering`
  struct HoudOverlegvergadering: AnswerCommand {
    typealias Event = OverlegvergaderingGehouden

    static let configuration = CommandConfiguration(
      "houd-overlegvergadering", nl: "Leg vast dat erover is overlegd met de ondernemingsraad.",
      en: "Record that it was discussed with the works council.",
      discussion: Text(
        nl: "De ondernemingsraad besluit niet voordat er overleg is geweest (WOR art. 27 lid 2).",
        en: "The works council does not decide before there was a meeting (WOR art. 27 lid 2)."))
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws { try explanation.fill(&fields) }
  }

  /// `waarborg instemming aanvaard-voorwaarden`
  struct AanvaardVoorwaarden: AnswerCommand {
    typealias Event = VoorwaardenAanvaard
    static let stands: Set<InstemmingStand> = [.voorwaardelijk]

    static let configuration = CommandConfiguration(
      "aanvaard-voorwaarden", nl: "Aanvaard als werkgever de voorwaarden waaronder is ingestemd.",
      en: "Accept, as employer, the conditions of the consent.")
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws { try explanation.fill(&fields) }
  }

  /// `waarborg instemming deel-besluit-mee`
  struct DeelBesluitMee: AnswerCommand {
    typealias Event = BesluitMeegedeeld
    static let stands = Set(InstemmingStand.allCases)

    static let configuration = CommandConfiguration(
      "deel-besluit-mee", nl: "Leg vast dat de ondernemingsraad schriftelijk is meegedeeld welk besluit is genomen.",
      en: "Record that the works council was told in writing which decision was taken.",
      discussion: Text(
        nl: "Is het besluit zonder instemming genomen, dan begint op deze dag de maand om de nietigheid in te roepen.",
        en: "If the decision was taken without consent, the month to invoke nullity begins on this day."))
    @Option(
      help: Language.help(
        nl: "Met ingang van welke dag het wordt uitgevoerd.", en: "From which day it is carried out.", "dag"))
    var uitvoeringVanaf: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.uitvoeringVanaf] = try Input.day(uitvoeringVanaf, option: "--uitvoering-vanaf")
      try explanation.fill(&fields)
    }
  }

  /// `waarborg instemming bemerk-uitvoering`
  struct BemerkUitvoering: AnswerCommand {
    typealias Event = UitvoeringGebleken
    static let stands = Set(InstemmingStand.allCases)

    static let configuration = CommandConfiguration(
      "bemerk-uitvoering", nl: "Leg vast dat de ondernemingsraad is gebleken dat een besluit wordt uitgevoerd.",
      en: "Record that the works council noticed that a decision is carried out.",
      discussion: Text(
        nl:
          "Is er niets meegedeeld, dan begint op deze dag de maand om de nietigheid in te roepen (WOR art. 27 lid 5).",
        en: "Where nothing was told, the month to invoke nullity begins on this day (WOR art. 27 lid 5)."))
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws { try explanation.fill(&fields) }
  }

  /// `waarborg instemming roep-nietigheid-in`
  struct RoepNietigheidIn: AnswerCommand {
    typealias Event = NietigheidIngeroepen
    static let stands: Set<InstemmingStand> = Set(InstemmingStand.allCases).subtracting([.ontbreekt])

    static let configuration = CommandConfiguration(
      "roep-nietigheid-in", nl: "Roep de nietigheid in van een besluit zonder instemming.",
      en: "Invoke nullity of a decision taken without consent.",
      discussion: Text(
        nl: """
          Dat kan binnen een maand nadat het besluit is meegedeeld of de uitvoering is gebleken (WOR art. 27 lid 5).
          De dag waarop de werkgever de brief ontvangt, beslist of dat op tijd was; --op is de dag van de brief.
          """,
        en: """
          This can be done within a month after the decision was told or its execution was noticed (WOR art. 27 lid 5).
          The day on which the employer receives the letter decides whether that was in time; --op is the day of the letter.
          """))
    @Option(
      help: Language.help(
        nl: "De dag waarop het besluit is meegedeeld of de uitvoering is gebleken (anders zoals vastgelegd).",
        en: "The day on which the decision was told or its execution was noticed (else as recorded).", "dag"))
    var bekendOp: String?
    @Option(
      help: Language.help(
        nl: "De dag waarop de werkgever de brief ontving (anders die van de brief).",
        en: "The day on which the employer received the letter (else that of the letter).", "dag"))
    var ontvangenOp: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var vote: VoteOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.bekendOp] = try Input.day(bekendOp, option: "--bekend-op")
      fields[Event.ontvangenOp] = try Input.day(ontvangenOp, option: "--ontvangen-op")
      try vote.fill(&fields)
      try explanation.fill(&fields)
    }

    func complete(_ draft: inout EventDraft, _ found: Target, _ context: AppendContext) throws {
      guard draft[Event.bekendOp] == nil else { return }
      guard let recorded = found.bekendOp else {
        throw Failure(
          .usage,
          Text(
            nl: "--bekend-op ontbreekt, en er is niet vastgelegd dat het besluit is meegedeeld of uitgevoerd",
            en: "--bekend-op is missing, and it is not recorded that the decision was told or carried out"),
          remedy: Text(nl: "geef --bekend-op JJJJ-MM-DD", en: "give --bekend-op YYYY-MM-DD"))
      }
      draft[Event.bekendOp] = recorded
    }

    func warnings(_ draft: EventDraft, _ found: Target, _ context: AppendContext) throws -> [Text] {
      guard let known = draft[Event.bekendOp] else { return [] }
      let received = draft[Event.ontvangenOp].map { ImpreciseDate($0) } ?? draft.effective
      let late = try NietigheidsTermijn(bekendOp: known, in: context.reading.views).warning(received)
      guard let recorded = found.bekendOp, recorded != known else { return [late].compactMap(\.self) }
      let other = Text(
        nl: "vastgelegd is dat het besluit op \(recorded.text.nl) bekend werd, niet op \(known.text.nl)",
        en: "it is recorded that the decision became known on \(recorded.text.en), not on \(known.text.en)")
      return [late, other].compactMap(\.self)
    }
  }

  /// `waarborg instemming neem-nietigheid-terug`
  struct NeemNietigheidTerug: AnswerCommand {
    typealias Event = NietigheidTeruggenomen
    static let stands: Set<InstemmingStand> = [.nietigIngeroepen]

    static let configuration = CommandConfiguration(
      "neem-nietigheid-terug", nl: "Neem het beroep op nietigheid terug.", en: "Take the appeal to nullity back.")
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions

    func fill(_ fields: inout DraftFields) throws { try explanation.fill(&fields) }

    /// Taken back after the month it leaves no time to invoke it again; that is told, not refused.
    func warnings(_ draft: EventDraft, _ found: Target, _ context: AppendContext) throws -> [Text] {
      guard let known = found.procedure.flatMap({ Verloop($0.geldend()).nietigheid })?[NietigheidIngeroepen.bekendOp],
        let last = try NietigheidsTermijn(bekendOp: known, in: context.reading.views).einde,
        draft.effective.isAfter(last) == .yes
      else { return [] }
      return [
        Text(
          nl: "de maand om nietigheid in te roepen eindigde op \(last.text.nl): opnieuw inroepen kan niet meer",
          en: "the month to invoke nullity ended on \(last.text.en): it cannot be invoked again")
      ]
    }
  }
}

extension Target {
  /// The day on which the works council learned of the decision, as it is recorded.
  fileprivate var bekendOp: CalendarDate? {
    procedure?.geldend().first { $0.is(BesluitMeegedeeld.self, UitvoeringGebleken.self) }?.effective.exact
  }
}
