import ArgumentParser
import Console
import Governance
import Instemming
import Ledger
import LedgerCrypto

extension BeleidCommand {
  /// `waarborg beleid maak-bekend`
  struct MaakBekend: VersieCommand {
    typealias Event = RegelingBekendgemaakt
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "maak-bekend", nl: "Leg een bekendmaking vast.", en: "Record an announcement.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid maak-bekend gedragscode --kanaal lokaleRegelgeving --cvdr CVDR91394/1",
        en: "Example: waarborg beleid maak-bekend gedragscode --kanaal lokaleRegelgeving --cvdr CVDR91394/1"))
    @Option(
      help: Language.help(
        nl: "Waar: \(Bekendmakingskanaal.woorden).", en: "Where: \(Bekendmakingskanaal.woorden).", "kanaal"))
    var kanaal: String
    @Option(help: Language.help(nl: "Toelichting.", en: "Explanation.", "tekst")) var toelichting: String?
    @Option(help: Language.help(nl: "Het CVDR-nummer.", en: "The CVDR number.", "nummer")) var cvdr: String?
    @Option(help: Language.help(nl: "Waar zij op het web staat.", en: "Where it is on the web.", "adres")) var link:
      String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.kanaal] = try Input.code(kanaal, option: "--kanaal")
      fields[Event.toelichting] = toelichting
      fields[Event.cvdr] = cvdr
      fields[Event.link] = link
    }
  }

  /// `waarborg beleid treed-in-werking`
  struct TreedInWerking: VersieCommand {
    typealias Event = RegelingInWerkingGetreden
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "treed-in-werking", nl: "Leg de inwerkingtreding vast.", en: "Record the entry into force.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid treed-in-werking ikb --op 2023-02-01 --terugwerkend-tot 2023-01-01",
        en: "Example: waarborg beleid treed-in-werking ikb --op 2023-02-01 --terugwerkend-tot 2023-01-01"))
    @Option(
      help: Language.help(nl: "Tot en met welke dag zij terugwerkt.", en: "The day to which it works back.", "dag"))
    var terugwerkendTot: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      // The rule BEL-INGANG-EXACT says the same; told here it is bad input, with the option that holds it.
      if !recording.herkomst.historisch, let op = recording.options.op, try !Input.date(op, option: "--op").isExact {
        throw Failure(
          .badInput,
          Text(
            nl: "--op: «\(op)» is geen exacte dag, en die is voor inwerkingtreding nodig",
            en: "--op: “\(op)” is not one exact day, which entry into force needs"),
          remedy: Text(
            nl: "geef de dag als JJJJ-MM-DD; is hij van voor het grootboek en niet bekend: --historisch --bron",
            en: "give the day as YYYY-MM-DD; if it is from before the ledger and not known: --historisch --bron"))
      }
      fields[Event.terugwerkendTot] = try Input.day(terugwerkendTot, option: "--terugwerkend-tot")
    }

    func warnings(_ draft: EventDraft, _ found: Betrokken, _ context: AppendContext) throws -> [Text] {
      guard let versie = found.versie,
        let nullity = try Nietigheidsbeeld(versie, of: found.regeling, context.views), nullity.gevolg == .betwist
      else { return [] }
      return [Text(nl: "deze versie is ", en: "this version is ") + nullity.text]
    }
  }

  /// `waarborg beleid evalueer`
  struct Evalueer: VersieCommand {
    typealias Event = RegelingGeevalueerd
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "evalueer", nl: "Leg een evaluatie vast.", en: "Record a review.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid evalueer gedragscode --uitkomst geenWijziging --op 2027-03-01",
        en: "Example: waarborg beleid evalueer gedragscode --uitkomst geenWijziging --op 2027-03-01"))
    @Option(
      help: Language.help(
        nl: "Uitkomst: \(UitkomstEvaluatie.woorden).", en: "Outcome: \(UitkomstEvaluatie.woorden).", "uitkomst"))
    var uitkomst: String
    @Option(help: Language.help(nl: "Toelichting.", en: "Explanation.", "tekst")) var toelichting: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.uitkomst] = try Input.code(uitkomst, option: "--uitkomst")
      fields[Event.toelichting] = toelichting
    }
  }

  /// `waarborg beleid verleng-looptijd`
  struct VerlengLooptijd: VersieCommand {
    typealias Event = LooptijdVerlengd
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "verleng-looptijd", nl: "Leg vast dat een versie na haar looptijd doorloopt.",
      en: "Record that a version goes on after its run time.",
      discussion: Text(
        nl: """
          --op is de dag vanaf welke zij doorloopt; zonder --looptijd-tot zolang partijen onderhandelen.
          Voorbeeld: waarborg beleid verleng-looptijd statuut --grond onderhandelingenGestaakt --op 2020-12-09 --looptijd-tot 2025-12-09
          """,
        en: """
          --op is the day from which it goes on; without --looptijd-tot as long as parties negotiate.
          Example: waarborg beleid verleng-looptijd statuut --grond onderhandelingenGestaakt --op 2020-12-09 --looptijd-tot 2025-12-09
          """))
    @Option(
      help: Language.help(nl: "Waarom: \(Verlengingsgrond.woorden).", en: "Why: \(Verlengingsgrond.woorden).", "grond"))
    var grond: String
    @Option(
      help: Language.help(
        nl: "De eerste dag na de nieuwe looptijd.", en: "The first day after the new run time.", "dag"))
    var looptijdTot: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.grond] = try Input.code(grond, option: "--grond")
      fields[Event.looptijdTot] = try Input.day(looptijdTot, option: "--looptijd-tot")
    }
  }

  /// `waarborg beleid trek-in`
  struct TrekIn: VersieCommand {
    typealias Event = RegelingIngetrokken
    static let meant = Bedoeld.adopted

    static let configuration = CommandConfiguration(
      "trek-in", nl: "Trek een versie in.", en: "Withdraw a version.",
      discussion: Text(
        nl: """
          --op is de eerste dag waarop de versie niet meer geldt.
          Voorbeeld: waarborg beleid trek-in gedragscode@1 --vervangen-door gedragscode@2 --op 2025-07-01
          """,
        en: """
          --op is the first day on which the version no longer holds.
          Example: waarborg beleid trek-in gedragscode@1 --vervangen-door gedragscode@2 --op 2025-07-01
          """))
    @Option(
      help: Language.help(
        nl: "De versie of regeling die ervoor in de plaats komt.", en: "The version or rule that replaces it.",
        "kenmerk[@versie]")) var vervangenDoor: String?
    @Flag(help: Language.zonderInstemming) var zonderInstemming = false
    @Option(help: Language.help(nl: "Waarom.", en: "Why.", "tekst")) var reden: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) {
      fields[Event.reden] = reden
      fields[GenomenZonderInstemming.veld] = zonderInstemming ? true : nil
    }

    func complete(_ draft: inout EventDraft, _ found: Betrokken, _ context: AppendContext) throws {
      guard let successor = try vervangenDoor.map({ try Verwijzing.require($0, in: context.views) }) else { return }
      if successor.regeling.stream == found.stream {
        draft[Event.vervangenDoorVersie] = successor.versie?.digest
      } else {
        draft[Event.vervangenDoorRegeling] = successor.regeling.stream
      }
    }
  }

  /// `waarborg beleid toon-aan`
  struct ToonAan: VersieCommand {
    typealias Event = ContentElementAangetoond
    static let meant = Bedoeld.newest

    static let configuration = CommandConfiguration(
      "toon-aan", nl: "Leg vast waar een verplicht element in de tekst staat.",
      en: "Record where a required element is in the text.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid toon-aan gedragscode@2 --element G-4 --vindplaats \"hoofdstuk 2, blz. 9\"",
        en: "Example: waarborg beleid toon-aan gedragscode@2 --element G-4 --vindplaats \"chapter 2, p. 9\""))
    @Option(
      help: Language.help(
        nl: "G-1 tot en met G-6, K-1 tot en met K-16, of een eigen code.",
        en: "G-1 to G-6, K-1 to K-16, or a code of your own.", "code")) var element: String
    @Option(help: Language.help(nl: "Waar het staat.", en: "Where it is.", "plaats")) var vindplaats: String
    @Option(help: Language.help(nl: "Op welke pagina.", en: "On which page.", "nummer")) var pagina: Int64?
    @Option(
      help: Language.help(
        nl: "Hoeveel pagina's de tekst heeft, als haar bestand dat niet zegt.",
        en: "How many pages the text has, where its file does not tell.", "aantal")) var paginas: Int64?
    @Option(
      help: Language.help(
        nl: "Uw exemplaar van de tekst, om te vergelijken.", en: "Your copy of the text, to compare.", "bestand"))
    var bestand: String?
    @Option(help: Language.help(nl: "Toelichting.", en: "Explanation.", "tekst")) var toelichting: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) {
      fields[Event.element] = element
      fields[Event.vindplaats] = vindplaats
      fields[Event.pagina] = pagina
      fields[Event.toelichting] = toelichting
    }

    func complete(_ draft: inout EventDraft, _ found: Betrokken, _ context: AppendContext) throws {
      if let bestand { try compare(try Input.document(at: bestand), found) }
      guard let page = try bladzijde() else { return }
      draft[Event.pagina] = page
      draft[Event.paginas] = try pages(found, context)
    }

    /// The page: as given, or as the place in words names one; both must be the same.
    private func bladzijde() throws -> Int64? {
      let named = vindplaats.matches(of: /(?i)\b(?:blz\.?|bladzijde|pagina|pag\.?|p\.)\s*([0-9]{1,6})\b/)
        .compactMap { Int64($0.output.1) }
      guard let pagina else { return named.max() }
      guard named.isEmpty || named.contains(pagina) else {
        throw Failure(
          .badInput,
          Text(
            nl: "--vindplaats noemt bladzijde \(named[0]), --pagina \(pagina)",
            en: "--vindplaats names page \(named[0]), --pagina \(pagina)"),
          remedy: Text(nl: "noem één bladzijde", en: "name one page"))
      }
      return pagina
    }

    private func compare(_ own: Document, _ found: Betrokken) throws {
      guard own.digest != found.versie?.digest else { return }
      throw Failure(
        .badInput,
        Text(
          nl: "--bestand: dit is een andere tekst dan die versie; SHA-256 \(own.digest.hex)",
          en: "--bestand: this is another text than that version; SHA-256 \(own.digest.hex)"),
        remedy: Text(nl: "zie waarborg beleid toon \(regeling)", en: "see waarborg beleid toon \(regeling)"))
    }

    private func pages(_ found: Betrokken, _ context: AppendContext) throws -> Int64 {
      guard let versie = found.versie, versie.digest != nil else {
        guard let paginas else { throw unknownPages }
        return paginas
      }
      switch Paginas(try Versietekst.read(versie, of: found.regeling, context.book, context.reading)) {
      case .aantal(let count): return Int64(count)
      case .geen:
        throw Failure(
          .badInput, Text(nl: "--pagina: deze tekst heeft geen pagina's", en: "--pagina: this text has no pages"),
          remedy: Text(nl: "noem de plaats met --vindplaats alleen", en: "name the place with --vindplaats alone"))
      case .onbekend:
        guard let paginas else { throw unknownPages }
        return paginas
      }
    }

    private var unknownPages: Failure {
      Failure(
        .usage,
        Text(
          nl: "--pagina: hoeveel pagina's de tekst heeft, is uit haar bestand niet te lezen",
          en: "--pagina: how many pages the text has cannot be read from its file"),
        remedy: Text(nl: "geef ook --paginas", en: "give --paginas as well"))
    }
  }

  /// `waarborg beleid borg`
  struct Borg: VersieCommand {
    typealias Event = BeleidGeborgd
    static let meant = Bedoeld.named

    static let configuration = CommandConfiguration(
      "borg", nl: "Leg vast dat een thema in een HR-proces is opgenomen.",
      en: "Record that a theme is built into an HR process.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid borg gedragscode --proces onboarding",
        en: "Example: waarborg beleid borg gedragscode --proces onboarding"))
    @Option(help: Language.help(nl: "Proces: \(HrProces.woorden).", en: "Process: \(HrProces.woorden).", "proces"))
    var proces: String
    @Option(help: Language.help(nl: "Hoe.", en: "How.", "tekst")) var toelichting: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.proces] = try Input.code(proces, option: "--proces")
      fields[Event.toelichting] = toelichting
    }
  }

  /// `waarborg beleid corrigeer`
  struct Corrigeer: CorrectingCommand {
    typealias Event = RegelingGecorrigeerd

    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Leg vast dat een eerder feit een vergissing was.",
      en: "Record that an earlier fact was a mistake.",
      discussion: Text(
        nl: """
          Met --juiste-datum blijft het feit staan op die datum; anders vervalt het.
          Voorbeeld: waarborg beleid corrigeer 14 --juiste-datum 2025-05-06 --reden "datum van de brief in plaats van het besluit"
          """,
        en: """
          With --juiste-datum the fact stands on that date; else it lapses.
          Example: waarborg beleid corrigeer 14 --juiste-datum 2025-05-06 --reden "date of the letter instead of the decision"
          """))
    @Argument(
      help: Language.help(
        nl: "Het nummer van het feit, zoals beleid toon het geeft.", en: "The fact's number, as beleid toon gives it.",
        "nummer")) var nummer: UInt64
    @Option(help: Language.help(nl: "De datum die het had moeten zijn.", en: "The date it should have been.", "datum"))
    var juisteDatum: String?
    @Option(help: Language.help(nl: "Wat er niet klopte.", en: "What was wrong.", "tekst")) var reden: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Correction.date] = try Input.date(juisteDatum, option: "--juiste-datum")
    }

    var mistaken: String { String(nummer) }
    var unknown: Failure {
      Failure(
        .notFound,
        Text(nl: "nummer \(nummer) is geen feit van een regeling", en: "number \(nummer) is no fact of a rule"),
        remedy: Text(nl: "zie waarborg beleid toon KENMERK", en: "see waarborg beleid toon NAME"))
    }
  }
}
