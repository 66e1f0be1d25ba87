import ArgumentParser
import Console
import Governance
import Instemming
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon verleng`
  struct Verleng: BenoemingCommand {
    typealias Gebeurtenis = VertrouwenspersoonVerlengd

    static let configuration = CommandConfiguration(
      commandName: "verleng",
      abstract: Language.ofProcess.choose(
        nl: "Verleng een termijn of contract dat nog loopt; --op is de dag van het besluit.",
        en: "Renew a term or contract that still runs; --op is the day of the decision."))
    @OptionGroup var benoeming: BenoemingArgument
    @OptionGroup var termijn: TermijnOptions
    @Option(
      help: Language.help(
        nl: "De nieuwe laatste dag van het contract van een externe.",
        en: "The new last day of an external one's contract.", "dag")) var laatsteDag: String?
    @Flag(help: Language.help(nl: "Beide partijen willen het.", en: "Both parties want it.")) var beidenAkkoord = false
    @Option(
      help: Language.help(
        nl: "Het stuk waaruit het akkoord blijkt (intern).", en: "The paper that shows they agree (internal).",
        "bestand")) var akkoord: String?
    @Option(help: Language.help(nl: "Waar dat stuk ligt (intern).", en: "Where that paper is (internal).", "tekst"))
    var akkoordVindplaats: String?
    @OptionGroup var vast: VastlegOptions

    func invulling() throws -> Invulling {
      { draft, found, context in
        // A contract names its own last day; only a term has a usual length.
        let usual = found.vorm == .intern ? try context.regels().duur : nil
        let end = try termijn.einde(from: found.tot, usual)
        if found.vorm == .intern, end.tot == nil {
          throw Failure(
            .badInput,
            Text(
              nl: "\(found.handle) heeft geen einde om vanaf te tellen",
              en: "\(found.handle) has no end to count from"),
            remedy: Text(nl: "geef --tot", en: "give --tot"))
        }
        draft[VertrouwenspersoonVerlengd.tot] = end.tot
        draft[VertrouwenspersoonVerlengd.laatsteDag] = try laatsteDag.map {
          try Input.day($0, option: "--laatste-dag")
        }
        draft[VertrouwenspersoonVerlengd.afwijkend] = end.isAfwijkend ? true : nil
        draft[VertrouwenspersoonVerlengd.beidenAkkoord] = beidenAkkoord
        draft[VertrouwenspersoonVerlengd.instemming] = try found.instemming(.verlengen, context.reading.views)
        try Stuk(velden: VertrouwenspersoonVerlengd.akkoord, bestand: akkoord, vindplaats: akkoordVindplaats)
          .fill(&draft, option: "--akkoord")
      }
    }
  }

  /// `waarborg vertrouwenspersoon contracteer`
  struct Contracteer: BenoemingCommand {
    typealias Gebeurtenis = ExterneVertrouwenspersoonGecontracteerd

    static let configuration = CommandConfiguration(
      commandName: "contracteer",
      abstract: Language.ofProcess.choose(
        nl: "Contracteer een externe vertrouwenspersoon; --op is de eerste dag.",
        en: "Contract an external vertrouwenspersoon; --op is the first day."))
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "De laatste dag, als het contract die noemt.", en: "The last day, if any.", "dag"))
    var laatsteDag: String?
    @Option(help: Language.help(nl: "Het contract (intern).", en: "The contract (internal).", "bestand"))
    var contract: String?
    @Option(help: Language.help(nl: "Waar het contract ligt (intern).", en: "Where it is (internal).", "tekst"))
    var contractVindplaats: String?
    @OptionGroup var vast: VastlegOptions

    func invulling() throws -> Invulling {
      { draft, found, context in
        draft[ExterneVertrouwenspersoonGecontracteerd.laatsteDag] = try laatsteDag.map {
          try Input.day($0, option: "--laatste-dag")
        }
        draft[ExterneVertrouwenspersoonGecontracteerd.instemming] = try found.instemming(
          .benoemen, context.reading.views)
        try Stuk(
          velden: ExterneVertrouwenspersoonGecontracteerd.contract, bestand: contract, vindplaats: contractVindplaats
        ).fill(&draft, option: "--contract")
      }
    }
  }

  /// `waarborg vertrouwenspersoon treed-terug`
  struct TreedTerug: BenoemingCommand {
    typealias Gebeurtenis = VertrouwenspersoonTeruggetreden

    static let configuration = CommandConfiguration(
      commandName: "treed-terug",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat iemand de taak neerlegt; --op is de eerste dag zonder. Een reden wordt niet gevraagd.",
        en: "Record that someone lays the task down; --op is the first day without it. A reason is not asked."))
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "De kennisgeving (intern).", en: "The notice (internal).", "bestand"))
    var kennisgeving: String?
    @Option(help: Language.help(nl: "Waar de kennisgeving ligt (intern).", en: "Where it is (internal).", "tekst"))
    var kennisgevingVindplaats: String?
    @OptionGroup var vast: VastlegOptions

    func invulling() throws -> Invulling {
      { draft, _, _ in
        try Stuk(
          velden: VertrouwenspersoonTeruggetreden.kennisgeving, bestand: kennisgeving,
          vindplaats: kennisgevingVindplaats
        ).fill(&draft, option: "--kennisgeving")
      }
    }
  }

  /// `waarborg vertrouwenspersoon verstreken`
  struct Verstreken: VastlegCommand {
    typealias Gebeurtenis = VertrouwenspersoonTermijnVerstreken

    static let configuration = CommandConfiguration(
      commandName: "verstreken",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat een termijn van rechtswege eindigde: door de tijd of door uitdiensttreding.",
        en: "Record that a term ended by law: by time or by leaving service."),
      discussion: Language.ofProcess.choose(
        nl:
          "--op is de eerste dag zonder de functie; bij termijnAfgelopen en certificeringVervallen ligt die vast en mag --op weg.",
        en:
          "--op is the first day without the function; with termijnAfgelopen and certificeringVervallen it is fixed, and --op may be left out."
      ))
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "\(EindeOorzaak.woorden).", en: "\(EindeOorzaak.woorden).", "oorzaak"))
    var oorzaak = EindeOorzaak.termijnAfgelopen.rawValue
    @OptionGroup var vast: VastlegOptions

    func run(_ program: Program) throws {
      let cause: EindeOorzaak = try Input.code(oorzaak, option: "--oorzaak")
      try program.append(options) { context in
        let found = try benoeming.find(context)
        let fixed: CalendarDate? =
          switch cause {
          case .termijnAfgelopen: found.tot
          case .certificeringVervallen: found.certificeringEinde(try context.regels())
          case .uitDienst: nil
          }
        let day = options.op == nil ? fixed.map { ImpreciseDate($0) } ?? context.effective : context.effective
        var draft = EventDraft(Gebeurtenis.self, stream: found.stream, effective: day)
        draft[Gebeurtenis.persoon] = found.persoon
        draft[Gebeurtenis.oorzaak] = cause
        herkomst.fill(&draft)
        return Proposal(draft)
      }
    }
  }
}
