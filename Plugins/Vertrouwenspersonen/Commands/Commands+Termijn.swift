import ArgumentParser
import Console
import Governance
import Instemming
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon verleng`
  struct Verleng: BenoemingCommand {
    typealias Event = VertrouwenspersoonVerlengd

    static let configuration = CommandConfiguration(
      "verleng", nl: "Verleng een termijn of contract dat nog loopt; --op is de dag van het besluit.",
      en: "Renew a term or contract that still runs; --op is the day of the decision.")
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
    @Option(help: Language.confidential(nl: "Waar dat stuk ligt", en: "Where that paper is", "tekst"))
    var akkoordVindplaats: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.laatsteDag] = try Input.day(laatsteDag, option: "--laatste-dag")
      fields[Event.beidenAkkoord] = beidenAkkoord
      try Stukkeuze(velden: Event.akkoord, bestand: akkoord, vindplaats: akkoordVindplaats)
        .fill(&fields, option: "--akkoord")
    }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) throws {
      // A contract names its own last day; only a term has a usual length.
      let usual = found.vorm == .intern ? try context.regels().duur : nil
      let end = try termijn.einde(from: found.tot, usual)
      if found.vorm == .intern, end.tot == nil {
        throw Failure(
          .badInput,
          Text(
            nl: "van \(found.handle) is er geen einde, of geen gewone termijn, om mee te rekenen",
            en: "of \(found.handle) there is no end, or no usual term, to count with"),
          remedy: Text(nl: "geef --tot", en: "give --tot"))
      }
      draft[Event.tot] = end.tot
      draft[Event.afwijkend] = end.isAfwijkend ? true : nil
      try draft.berust(op: found.verleend(.verlengen, context.reading), context.reading)
    }
  }

  /// `waarborg vertrouwenspersoon contracteer`
  struct Contracteer: BenoemingCommand {
    typealias Event = ExterneVertrouwenspersoonGecontracteerd

    static let configuration = CommandConfiguration(
      "contracteer", nl: "Contracteer een externe vertrouwenspersoon; --op is de eerste dag.",
      en: "Contract an external vertrouwenspersoon; --op is the first day.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "De laatste dag, als het contract die noemt.", en: "The last day, if any.", "dag"))
    var laatsteDag: String?
    @Option(help: Language.help(nl: "Het contract (intern).", en: "The contract (internal).", "bestand"))
    var contract: String?
    @Option(help: Language.confidential(nl: "Waar het contract ligt", en: "Where it is", "tekst"))
    var contractVindplaats: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.laatsteDag] = try Input.day(laatsteDag, option: "--laatste-dag")
      try Stukkeuze(velden: Event.contract, bestand: contract, vindplaats: contractVindplaats)
        .fill(&fields, option: "--contract")
    }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) throws {
      try draft.berust(op: found.verleend(.benoemen, context.reading), context.reading)
    }
  }

  /// `waarborg vertrouwenspersoon treed-terug`
  struct TreedTerug: BenoemingCommand {
    typealias Event = VertrouwenspersoonBeeindigd

    static let configuration = CommandConfiguration(
      "treed-terug",
      nl: "Leg vast dat iemand de taak neerlegt; --op is de eerste dag zonder. Een reden wordt niet gevraagd.",
      en: "Record that someone lays the task down; --op is the first day without it. A reason is not asked.")
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "De kennisgeving (intern).", en: "The notice (internal).", "bestand"))
    var kennisgeving: String?
    @Option(help: Language.confidential(nl: "Waar de kennisgeving ligt", en: "Where it is", "tekst"))
    var kennisgevingVindplaats: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.wijze] = .neergelegd
      try Stukkeuze(
        document: Event.stuk, plek: Event.vindplaats, bestand: kennisgeving, vindplaats: kennisgevingVindplaats
      ).fill(&fields, option: "--kennisgeving")
    }
  }

  /// `waarborg vertrouwenspersoon verstreken`
  struct Verstreken: BenoemingCommand {
    typealias Event = VertrouwenspersoonBeeindigd

    static let configuration = CommandConfiguration(
      "verstreken", nl: "Leg vast dat een termijn van rechtswege eindigde: door de tijd of door uitdiensttreding.",
      en: "Record that a term ended by law: by time or by leaving service.",
      discussion: Text(
        nl:
          "--op is de eerste dag zonder de functie; bij termijnAfgelopen en certificeringVervallen ligt die vast en mag --op weg.",
        en:
          "--op is the first day without the function; with termijnAfgelopen and certificeringVervallen it is fixed, and --op may be left out."
      ))
    @OptionGroup var benoeming: BenoemingArgument
    @Option(help: Language.help(nl: "\(oorzaken).", en: "\(oorzaken).", "oorzaak"))
    var oorzaak = Eindewijze.termijnAfgelopen.rawValue
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      let wijze: Eindewijze = try Input.code(oorzaak, option: "--oorzaak")
      guard Eindewijze.vanRechtswege.contains(wijze) else {
        throw Failure(
          .badInput,
          Text(
            nl: "--oorzaak: «\(oorzaak)» is geen einde van rechtswege; verwacht: \(Self.oorzaken)",
            en: "--oorzaak: “\(oorzaak)” is no end by law; expected: \(Self.oorzaken)"),
          remedy: Text(
            nl: "gebruik waarborg vertrouwenspersoon treed-terug KENMERK of onthef",
            en: "use waarborg vertrouwenspersoon treed-terug NAME or onthef"))
      }
      fields[Event.wijze] = wijze
    }

    private static var oorzaken: String { Eindewijze.vanRechtswege.map(\.rawValue).joined(separator: ", ") }

    func complete(_ draft: inout EventDraft, _ found: Benoeming, _ context: AppendContext) throws {
      guard recording.options.op == nil else { return }
      let fixed: CalendarDate? =
        switch draft[Event.wijze] {
        case .termijnAfgelopen: found.tot
        case .certificeringVervallen: found.certificeringEinde(try context.regels())
        case .uitDienst, .neergelegd, .ontheven, nil: nil
        }
      if let fixed { draft.effective = ImpreciseDate(fixed) }
    }
  }
}
