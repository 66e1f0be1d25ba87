import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// `waarborg beleid`: rules and policies, their versions, and what was in force when.
struct BeleidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beleid",
    abstract: Language.ofProcess.choose(
      nl: "Regelingen, gedragscodes en protocollen: van ontwerp tot intrekking.",
      en: "Rules, codes of conduct and protocols: from draft to withdrawal."),
    discussion: Language.ofProcess.choose(
      nl: """
        Een regeling heet naar haar kenmerk, een versie daarvan gedragscode@2. Wat van voor het grootboek is, legt u vast
        met --historisch --bron; wat niet bekend is, blijft onbekend.
        """,
      en: """
        A rule goes by its name, a version of it by gedragscode@2. What is from before the ledger is recorded with
        --historisch --bron; what is not known stays unknown.
        """),
    subcommands: [
      Lijst.self, Toon.self, Geldt.self, Verschil.self, Stuk.self, Ontwerp.self, Raadpleeg.self, StelVast.self,
      MaakBekend.self, TreedInWerking.self, Evalueer.self, TrekIn.self, ToonAan.self, Borg.self, Corrigeer.self,
    ])
}

extension BeleidCommand {
  /// `waarborg beleid ontwerp`
  struct Ontwerp: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "ontwerp",
      abstract: Language.ofProcess.choose(
        nl: "Leg een ontwerp van een versie vast.", en: "Record a draft of a version."),
      discussion: Language.ofProcess.choose(
        nl: """
          Het document blijft intern; in het grootboek staat alleen zijn digest.
          Voorbeeld: waarborg beleid ontwerp gedragscode.md --kenmerk gedragscode --titel "Gedragscode" \
          --soort gedragscode --instemming vereist --wor "WOR 27 lid 1 d"
          """,
        en: """
          The document stays internal; the ledger holds its digest only.
          Example: waarborg beleid ontwerp code.md --kenmerk gedragscode --titel "Gedragscode" \
          --soort gedragscode --instemming vereist --wor "WOR 27 lid 1 d"
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
    @Option(help: Language.help(nl: "Waarop de instemmingsplicht berust.", en: "The ground for consent.", "onderdeel"))
    var wor: String?
    @Option(
      help: Language.help(
        nl: "Waarom instemming wel of niet vereist is.", en: "Why consent is or is not required.", "tekst")) var reden:
      String?
    @Option(help: Language.help(nl: "De aanleiding.", en: "What led to it.", "tekst")) var aanleiding: String?
    @Option(help: Language.help(nl: "Het CVDR-nummer.", en: "The CVDR number.", "nummer")) var cvdr: String?
    @Option(help: Language.help(nl: "Waar zij op het web staat.", en: "Where it is on the web.", "adres")) var link:
      String?
    @Option(
      help: Language.help(
        nl: "Hoe de versie heet, zoals 2.0 of 2019.", en: "What the version is called, as 2.0 or 2019.", "naam"))
    var versie: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let document = try bestand.map { try Input.document(at: $0) }
      guard document != nil || herkomst.historisch else {
        throw Failure(
          .usage, Text(nl: "het document van het ontwerp ontbreekt", en: "the draft's document is missing"),
          remedy: Text(
            nl: "geef het bestand; is de tekst niet meer te vinden: --historisch --bron",
            en: "give the file; if the text cannot be found any more: --historisch --bron"))
      }
      let kind: SoortRegeling? = try soort.map { try Input.code($0, option: "--soort") }
      let consent: Instemmingsplicht? = try instemming.map { try Input.code($0, option: "--instemming") }
      try program.append(options) { context in
        let known = try Regeling.named(kenmerk, context.reading.views)
        var draft = context.draft(
          RegelingOntworpen.self, on: known?.stream ?? context.book.newStream("Regeling"), herkomst)
        draft[RegelingOntworpen.versie] = document?.digest
        draft[RegelingOntworpen.aanduiding] = versie
        draft[RegelingOntworpen.kenmerk] = known == nil ? kenmerk : nil
        draft[RegelingOntworpen.titel] = titel
        draft[RegelingOntworpen.soort] = kind
        draft[RegelingOntworpen.instemming] = consent
        draft[RegelingOntworpen.worOnderdeel] = wor
        draft[RegelingOntworpen.instemmingReden] = reden
        draft[RegelingOntworpen.aanleiding] = aanleiding
        draft[RegelingOntworpen.cvdr] = cvdr
        draft[RegelingOntworpen.link] = link
        if let document { draft.attach(document, as: RegelingOntworpen.concept) }
        return Proposal(draft)
      }
    }
  }

  /// `waarborg beleid raadpleeg`
  struct Raadpleeg: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "raadpleeg",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat werknemers meededen.", en: "Record that employees took part."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg beleid raadpleeg gedragscode@1 --vorm bijeenkomst --aantal 40 --op 2025-03-12",
        en: "Example: waarborg beleid raadpleeg gedragscode@1 --vorm bijeenkomst --aantal 40 --op 2025-03-12"))
    @Option(
      help: Language.help(nl: "Hoe: \(VormVanRaadpleging.woorden).", en: "How: \(VormVanRaadpleging.woorden).", "vorm"))
    var vorm: String
    @Option(help: Language.help(nl: "Hoeveel werknemers.", en: "How many employees.", "aantal")) var aantal: Int64?
    @Option(help: Language.help(nl: "Toelichting, zonder namen.", en: "Explanation, without names.", "tekst"))
    var toelichting: String?
    @OptionGroup var about: VersieOptions
    var shared: SharedOptions { about.shared }

    func run(_ program: Program) throws {
      let vorm: VormVanRaadpleging = try Input.code(vorm, option: "--vorm")
      try about.append(
        WerknemersGeraadpleegd.self, .named, program
      ) { draft, _, _ in
        draft[WerknemersGeraadpleegd.vorm] = vorm
        draft[WerknemersGeraadpleegd.aantal] = aantal
        draft[WerknemersGeraadpleegd.toelichting] = toelichting
      }
    }
  }
}

extension CodeValue {
  /// The words, for help.
  static var woorden: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The word as people write it: `lokaleRegelgeving` becomes "lokale regelgeving".
  var leesbaar: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}

extension Language {
  /// Help for the argument that names a rule or a version.
  static var regeling: ArgumentHelp {
    help(
      nl: "De regeling of versie: gedragscode, gedragscode@2.", en: "The rule or version: gedragscode, gedragscode@2.",
      "kenmerk[@versie]")
  }
}
