import ArgumentParser
import Console
import Governance
import Ledger

extension InstemmingCommand {
  /// `waarborg instemming vervang`
  struct Vervang: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "vervang",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat de kantonrechter de instemming vervangt.", en: "Record that the court substitutes consent."))
    @Option(
      help: Language.help(
        nl: "Het zaaknummer; leesbaar voor iedereen.", en: "The case number; everyone can read it.", "nummer"))
    var zaaknummer: String
    @Option(help: Language.help(nl: "De ECLI van de uitspraak.", en: "The ECLI of the ruling.", "ecli")) var ecli:
      String?
    @Option(help: Language.help(nl: "De openbare uitspraak.", en: "The public ruling.", "bestand")) var uitspraak:
      String?
    @OptionGroup var answer: AnswerOptions
    var shared: SharedOptions { answer.shared }

    func run(_ program: Program) throws {
      let stands: Set<InstemmingStand> = [.geweigerd, .aangevraagd, .voorwaardelijk, .nietigIngeroepen]
      try answer.append(InstemmingVervangen.self, to: stands, program) { draft in
        draft[InstemmingVervangen.zaaknummer] = zaaknummer
        draft[InstemmingVervangen.ecli] = ecli
        if let uitspraak { draft.attach(try Input.document(at: uitspraak), as: InstemmingVervangen.uitspraak) }
      }
    }
  }

  /// `waarborg instemming niet-vereist`
  struct NietVereist: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "niet-vereist",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat instemming niet nodig is, en waarom.", en: "Record that consent is not needed, and why."))
    @Option(
      help: Language.help(
        nl: "Waarom: caoRegelt, buitenArtikel27, primaatPolitiek of anders (met --toelichting).",
        en: "Why: caoRegelt, buitenArtikel27, primaatPolitiek or anders (with --toelichting).", "reden"))
    var reden: String
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions
    var shared: SharedOptions { answer.shared }

    func run(_ program: Program) throws {
      let reason: NietVereistReden = try Input.code(reden, option: "--reden")
      try answer.append(InstemmingNietVereist.self, program) { draft in
        draft[InstemmingNietVereist.reden] = reason
        try explanation.fill(&draft)
      }
    }
  }

  /// `waarborg instemming roep-nietigheid-in`
  struct RoepNietigheidIn: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "roep-nietigheid-in",
      abstract: Language.ofProcess.choose(
        nl: "Roep de nietigheid in van een besluit zonder instemming.",
        en: "Invoke nullity of a decision taken without consent."),
      discussion: Language.ofProcess.choose(
        nl:
          "Dat kan binnen een maand nadat het besluit is meegedeeld of de uitvoering is gebleken (WOR art. 27 lid 5).",
        en:
          "This can be done within a month after the decision was told or its execution was noticed (WOR art. 27 lid 5)."
      ))
    @Option(
      help: Language.help(
        nl: "De dag waarop het besluit is meegedeeld of de uitvoering is gebleken.",
        en: "The day on which the decision was told or its execution was noticed.", "dag"))
    var bekendOp: String
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions
    var shared: SharedOptions { answer.shared }

    func run(_ program: Program) throws {
      let known = try Input.day(bekendOp, option: "--bekend-op")
      let stands = Set(InstemmingStand.allCases).subtracting([.ontbreekt])
      let appended = try answer.append(NietigheidIngeroepen.self, to: stands, program) { draft in
        draft[NietigheidIngeroepen.bekendOp] = known
        try explanation.fill(&draft)
      }
      let term = NietigheidsTermijn(bekendOp: known)
      if let date = appended.events.first?.effective, let warning = term.warning(date) {
        program.terminal.warn(warning)
      }
    }
  }

  /// `waarborg instemming neem-nietigheid-terug`
  struct NeemNietigheidTerug: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "neem-nietigheid-terug",
      abstract: Language.ofProcess.choose(
        nl: "Neem het beroep op nietigheid terug.", en: "Take the appeal to nullity back."))
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions
    var shared: SharedOptions { answer.shared }

    func run(_ program: Program) throws {
      try answer.append(NietigheidTeruggenomen.self, to: [.nietigIngeroepen], program) { try explanation.fill(&$0) }
    }
  }

  /// `waarborg instemming corrigeer`
  struct Corrigeer: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "corrigeer",
      abstract: Language.ofProcess.choose(
        nl: "Zeg dat een eerdere gebeurtenis een vergissing was.", en: "Say that an earlier event was a mistake."),
      discussion: Language.ofProcess.choose(
        nl: "De gebeurtenis blijft zichtbaar, maar telt niet meer. Leg daarna het juiste feit opnieuw vast.",
        en: "The event stays visible, but counts no more. Record the right fact anew afterwards."))
    @Argument(
      help: Language.help(nl: "Nummer of kenmerk van de gebeurtenis.", en: "Number or id of the event.", "gebeurtenis"))
    var gebeurtenis: String
    @Option(
      help: Language.help(nl: "Waarom het een vergissing is (intern).", en: "Why it is a mistake (internal).", "tekst"))
    var reden: String
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try InstemmingCommand.append(program, options) { context in
        guard let fact = try context.reading.views.fact(gebeurtenis),
          let soort = Procedure.Soort(rawValue: fact.stream.kind)
        else {
          throw Failure(
            .notFound,
            Text(
              nl: "«\(gebeurtenis)» is geen gebeurtenis over instemming, advies of overeenstemming",
              en: "“\(gebeurtenis)” is no event about consent, advice or agreement"),
            remedy: Text(nl: "zie waarborg instemming toon ONDERWERP", en: "see waarborg instemming toon SUBJECT"))
        }
        let type =
          switch soort {
          case .instemming: InstemmingGecorrigeerd.type
          case .advies: AdviesGecorrigeerd.type
          case .overleg: OvereenstemmingGecorrigeerd.type
          }
        var draft = EventDraft(type, stream: fact.stream, effective: context.effective)
        draft[Correction.event] = fact.id
        draft[Correction.reason] = reden
        return draft
      }
    }
  }
}
