import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// `waarborg instemming`: consent, advice and agreement.
struct InstemmingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "instemming",
    abstract: Language.ofProcess.choose(
      nl: "Instemming van de ondernemingsraad, adviezen en overeenstemming.",
      en: "Consent of the works council, advice and agreement."),
    discussion: Language.ofProcess.choose(
      nl: """
        Voorbeeld:
          waarborg instemming vraag gedragscode@2 --wor-onderdeel d --als directeur
          waarborg instemming verleen gedragscode@2 --als or
          waarborg instemming toon gedragscode@2
        """,
      en: """
        Example:
          waarborg instemming vraag gedragscode@2 --wor-onderdeel d --als director
          waarborg instemming verleen gedragscode@2 --als council
          waarborg instemming toon gedragscode@2
        """),
    subcommands: [
      Lijst.self, Toon.self, Vraag.self, Verleen.self, Onthoud.self, Vervang.self, NietVereist.self,
      RoepNietigheidIn.self, NeemNietigheidTerug.self, VraagAdvies.self, BrengAdviesUit.self,
      BereikOvereenstemming.self, Corrigeer.self,
    ])

  /// Appends one event and says what it is about, because a handle may leave the version out and consent binds to one.
  @discardableResult
  static func append(
    _ program: Program, _ options: AppendingOptions, _ body: (AppendContext) throws -> EventDraft
  ) throws -> Appended {
    var about: Text?
    let appended = try program.append(options) { context in
      let draft = try body(context)
      if let subject = draft[Betreft.onderwerp] {
        let versie = draft[Betreft.versie]?.hex
        let handle = try context.reading.handle(of: subject, versie: versie, context.book.catalog)
        let digest = versie.map { ", SHA-256 \($0.prefix(12))…" } ?? ""
        about = Text(nl: "Over: \(handle)\(digest)", en: "About: \(handle)\(digest)")
      }
      return Proposal(draft)
    }
    if let about, !options.shared.json { program.terminal.note(about) }
    return appended
  }
}

extension InstemmingCommand {
  /// `waarborg instemming vraag`
  struct Vraag: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "vraag",
      abstract: Language.ofProcess.choose(
        nl: "Leg een besluit ter instemming voor.", en: "Put a decision forward for consent."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg instemming vraag gedragscode@2 --wor-onderdeel d --als directeur",
        en: "Example: waarborg instemming vraag gedragscode@2 --wor-onderdeel d --als director"))
    @OptionGroup var subject: SubjectOptions
    @Option(help: Language.help(nl: "Het orgaan dat instemt.", en: "The body that consents.", "rol")) var orgaan = Rol
      .ondernemingsraad.rawValue
    @OptionGroup var decision: DecisionOptions
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let body: Rol = try Input.code(orgaan, option: "--orgaan")
      try InstemmingCommand.append(program, options) { context in
        let target = try Target.new(subject, .instemming, context)
        var draft = try target.draft(InstemmingGevraagd.self, context, orgaan: body, decision, herkomst)
        try explanation.fill(&draft)
        return draft
      }
    }
  }

  /// `waarborg instemming verleen`
  struct Verleen: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "verleen",
      abstract: Language.ofProcess.choose(
        nl: "Verleen instemming, zo nodig onder voorwaarden.", en: "Consent, on conditions if need be."),
      discussion: Language.ofProcess.choose(
        nl: """
          Voorbeelden:
            waarborg instemming verleen gedragscode@2 --als or
            waarborg instemming verleen gedragscode@1 --historisch --bron "raadsbrief van 2019" --op 2019 --als secretariaat
          """,
        en: """
          Examples:
            waarborg instemming verleen gedragscode@2 --als council
            waarborg instemming verleen gedragscode@1 --historisch --bron "council letter of 2019" --op 2019 --als secretariat
          """))
    @Option(
      help: Language.help(nl: "De voorwaarden, als tekst (intern).", en: "The conditions, as text (internal).", "tekst")
    ) var onderVoorwaarden: String?
    @Option(
      help: Language.help(
        nl: "De voorwaarden, als document (intern).", en: "The conditions, as a document (internal).", "bestand"))
    var voorwaardenDocument: String?
    @OptionGroup var explanation: ExplanationOptions
    @OptionGroup var answer: AnswerOptions
    var shared: SharedOptions { answer.shared }

    private var isConditional: Bool { onderVoorwaarden != nil || voorwaardenDocument != nil }

    func validate() throws {
      guard isConditional, explanation.toelichting != nil || explanation.document != nil else { return }
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "zet de toelichting bij de voorwaarden: gebruik --onder-voorwaarden of --voorwaarden-document alleen",
          en: "put the explanation with the conditions: use --onder-voorwaarden or --voorwaarden-document alone"))
    }

    func run(_ program: Program) throws {
      let type: any EventDefinition.Type =
        isConditional ? InstemmingOnderVoorwaardenVerleend.self : InstemmingVerleend.self
      try answer.append(type, program) { draft in
        try explanation.fill(&draft)
        if let onderVoorwaarden { draft[Motivering.toelichting] = onderVoorwaarden }
        if let voorwaardenDocument {
          draft.attach(try Input.document(at: voorwaardenDocument), as: Motivering.document)
        }
      }
    }
  }

  /// `waarborg instemming onthoud`
  struct Onthoud: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "onthoud",
      abstract: Language.ofProcess.choose(
        nl: "Onthoud instemming, met de reden.", en: "Withhold consent, with the reason."))
    @Option(help: Language.help(nl: "De reden (intern).", en: "The reason (internal).", "tekst")) var reden: String?
    @Option(
      help: Language.help(
        nl: "De reden, als document (intern).", en: "The reason, as a document (internal).", "bestand")) var document:
      String?
    @OptionGroup var answer: AnswerOptions
    var shared: SharedOptions { answer.shared }

    func run(_ program: Program) throws {
      try answer.append(InstemmingOnthouden.self, program) { draft in
        draft[Motivering.toelichting] = reden
        if let document { draft.attach(try Input.document(at: document), as: Motivering.document) }
      }
    }
  }
}
