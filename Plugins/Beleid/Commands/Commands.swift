import ArgumentParser
import Console
import Governance
import Instemming
import Ledger
import LedgerCrypto

/// `waarborg beleid`: rules and policies, their versions, and what was in force when.
struct BeleidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "beleid", nl: "Regelingen, gedragscodes en protocollen: van ontwerp tot intrekking.",
    en: "Rules, codes of conduct and protocols: from draft to withdrawal.",
    discussion: Text(
      nl: """
        Een regeling heet naar haar kenmerk, een versie daarvan gedragscode@2. Wat van voor het grootboek is, legt u vast
        met --historisch --bron; wat niet bekend is, blijft onbekend.
        """,
      en: """
        A rule goes by its name, a version of it by gedragscode@2. What is from before the ledger is recorded with
        --historisch --bron; what is not known stays unknown.
        """),
    subcommands: [
      Lijst.self, Toon.self, Geldt.self, ZonderInstemming.self, Verschil.self, Stuk.self, Ontwerp.self, Raadpleeg.self,
      StelVast.self,
      MaakBekend.self, TreedInWerking.self, Evalueer.self, VerlengLooptijd.self, TrekIn.self, ToonAan.self, Borg.self,
      MaakOpenbaar.self, HaalVanSite.self, Corrigeer.self,
    ])
}

extension BeleidCommand {
  /// `waarborg beleid ontwerp`
  struct Ontwerp: RecordingCommand {
    typealias Event = RegelingOntworpen

    static let configuration = CommandConfiguration(
      "ontwerp", nl: "Leg een ontwerp van een versie vast.", en: "Record a draft of a version.",
      discussion: Text(
        nl: """
          Het document blijft intern; in het grootboek staat alleen zijn digest.
          Voorbeeld: waarborg beleid ontwerp gedragscode.md --kenmerk gedragscode --titel "Gedragscode" \
          --soort gedragscode --instemming vereist --wor d
          """,
        en: """
          The document stays internal; the ledger holds its digest only.
          Example: waarborg beleid ontwerp code.md --kenmerk gedragscode --titel "Gedragscode" \
          --soort gedragscode --instemming vereist --wor d
          """))
    @Argument(
      help: Language.help(
        nl: "Het document; kan ontbreken bij --historisch.", en: "The document; may be left out with --historisch.",
        "bestand"))
    var bestand: String?
    @Option(
      help: Language.help(nl: "Hoe de regeling heet: a-z, 0-9 en -.", en: "The rule's name: a-z, 0-9 and -.", "kenmerk")
    ) var kenmerk: String
    @Option(help: Language.help(nl: "De citeertitel.", en: "The title.", "tekst")) var titel: String?
    @Option(
      help: Language.help(
        nl: "Wat voor regeling: \(SoortRegeling.woorden).", en: "What kind: \(SoortRegeling.woorden).", "soort"))
    var soort: String?
    @Option(
      help: Language.help(
        nl: "Of instemming nodig is: \(Instemmingsplicht.woorden).",
        en: "Whether consent is needed: \(Instemmingsplicht.woorden).", "plicht")) var instemming: String?
    @Option(
      help: Language.help(
        nl: "Bij vereist: de letter van WOR art. 27 lid 1, a tot en met m.",
        en: "With vereist: the letter of WOR art. 27 lid 1, a to m.", "letter"))
    var wor: String?
    @Option(
      help: Language.help(
        nl: "Bij nietVereist: de grond, \(NietVereistReden.woorden).",
        en: "With nietVereist: the ground, \(NietVereistReden.woorden).", "grond")) var nietVereist: String?
    @Option(
      help: Language.help(nl: "Toelichting bij de grond.", en: "Explanation of the ground.", "tekst")) var reden:
      String?
    @Option(help: Language.help(nl: "De aanleiding.", en: "What led to it.", "tekst")) var aanleiding: String?
    @Option(help: Language.help(nl: "Het CVDR-nummer.", en: "The CVDR number.", "nummer")) var cvdr: String?
    @Option(help: Language.help(nl: "Waar zij op het web staat.", en: "Where it is on the web.", "adres")) var link:
      String?
    @Option(
      help: Language.help(
        nl: "Hoe de versie heet, zoals 2.0 of 2019.", en: "What the version is called, as 2.0 or 2019.", "naam"))
    var versie: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      let document = try bestand.map { try Input.document(at: $0) }
      guard document != nil || recording.herkomst.historisch else {
        throw Failure(
          .usage, Text(nl: "het document van het ontwerp ontbreekt", en: "the draft's document is missing"),
          remedy: Text(
            nl: "geef het bestand; is de tekst niet meer te vinden: --historisch --bron",
            en: "give the file; if the text cannot be found any more: --historisch --bron"))
      }
      if let document { fields.attach(document, as: Event.concept) }
      fields[Event.versie] = document?.digest
      fields[Event.aanduiding] = versie
      fields[Event.titel] = titel
      var problems = TypedProblems()
      fields[Event.soort] = try problems.read { try Input.code(soort, option: "--soort") }
      fields[Event.instemming] = try problems.read { try Input.code(instemming, option: "--instemming") }
      fields[Event.worOnderdeel] = try problems.read { try Input.code(wor, option: "--wor") }
      fields[Event.nietVereist] = try problems.read { try Input.code(nietVereist, option: "--niet-vereist") }
      if !Regeling.isKenmerk(kenmerk) {
        problems.add(
          Failure(.badInput, Text("--kenmerk: ") + Regeling.geenKenmerk(kenmerk), remedy: Regeling.vormKenmerk))
        // No rule has this name, so this is a first version.
        needFirst(&problems)
      }
      try problems.check(Self.firstVersion)
      fields[Event.instemmingReden] = reden
      fields[Event.aanleiding] = aanleiding
      fields[Event.cvdr] = cvdr
      fields[Event.link] = link
    }

    /// The first version opens the stream of the rule.
    func find(_ context: AppendContext) throws -> StreamID {
      try Regeling.named(kenmerk, context.views)?.stream ?? context.book.newStream(Event.type.streamKind)
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      guard try Regeling.of(found, context.views) == nil else { return }
      draft[Event.kenmerk] = kenmerk
      var problems = TypedProblems()
      needFirst(&problems)
      try problems.check(Self.firstVersion)
    }

    private static let firstVersion = Text(
      nl: "bij de eerste versie van een regeling ontbreekt", en: "the first version of a rule lacks")

    /// What the rules ask of a first version, told before them and all at once.
    private func needFirst(_ problems: inout TypedProblems) {
      problems.need(titel, "--titel")
      problems.need(soort, "--soort")
      problems.need(instemming, "--instemming")
      let plicht: Instemmingsplicht? = instemming.flatMap { try? Input.code($0, option: "--instemming") }
      if instemming == nil || plicht == .vereist {
        problems.need(wor ?? reden ?? nietVereist, "--wor")
      } else if plicht == .nietVereist, !recording.herkomst.historisch {
        problems.need(nietVereist, "--niet-vereist")
      }
    }
  }

  /// `waarborg beleid raadpleeg`
  struct Raadpleeg: VersieCommand {
    typealias Event = WerknemersGeraadpleegd
    static let meant = Bedoeld.named

    static let configuration = CommandConfiguration(
      "raadpleeg", nl: "Leg vast dat werknemers meededen.", en: "Record that employees took part.",
      discussion: Text(
        nl: "Voorbeeld: waarborg beleid raadpleeg gedragscode@1 --vorm bijeenkomst --aantal 40 --op 2025-03-12",
        en: "Example: waarborg beleid raadpleeg gedragscode@1 --vorm bijeenkomst --aantal 40 --op 2025-03-12"))
    @Option(
      help: Language.help(nl: "Hoe: \(VormVanRaadpleging.woorden).", en: "How: \(VormVanRaadpleging.woorden).", "vorm"))
    var vorm: String
    @Option(help: Language.help(nl: "Hoeveel werknemers.", en: "How many employees.", "aantal")) var aantal: Int64?
    @Option(help: Language.help(nl: "Toelichting, zonder namen.", en: "Explanation, without names.", "tekst"))
    var toelichting: String?
    @Argument(help: Language.regeling) var regeling: String
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.vorm] = try Input.code(vorm, option: "--vorm")
      fields[Event.aantal] = aantal
      fields[Event.toelichting] = toelichting
    }
  }
}

extension Language {
  /// Help for the flag of a decision that was taken without consent.
  static var zonderInstemming: ArgumentHelp {
    help(
      nl:
        "Het besluit is genomen zonder de instemming die het nodig heeft; de ondernemingsraad kan nietigheid inroepen.",
      en: "The decision was taken without the consent it needs; the works council can invoke nullity.")
  }

  /// Help for the argument that names a rule or a version.
  static var regeling: ArgumentHelp {
    help(
      nl: "De regeling of versie: gedragscode, gedragscode@2.", en: "The rule or version: gedragscode, gedragscode@2.",
      "kenmerk[@versie]")
  }
}
