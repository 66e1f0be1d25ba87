import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto

/// What a command is about.
struct SubjectOptions: ParsableArguments {
  @Argument(
    help: Language.help(
      nl: "Waar het over gaat: gedragscode@2, Regeling/018f… met --versie, of een procedure zoals Instemming/018f….",
      en: "What it is about: gedragscode@2, Regeling/018f… with --versie, or a procedure such as Instemming/018f….",
      "onderwerp"))
  var onderwerp: String
  @Option(
    help: Language.help(
      nl: "De SHA-256 van precies één versie; niet nodig bij gedragscode@2.",
      en: "The SHA-256 of exactly one version; not needed with gedragscode@2.", "sha256"))
  var versie: String?
}

/// Which decision consent is about, and on which ground.
struct DecisionOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl:
        "Het besluit: vaststellen, intrekken, benoemen, verlengen of ontheffen (anders vaststellen van een versie of benoemen).",
      en:
        "The decision: vaststellen, intrekken, benoemen, verlengen or ontheffen (else vaststellen of a version, or benoemen).",
      "besluit"))
  var besluit: String?
  @Option(
    help: Language.help(
      nl: "De letter van WOR art. 27 lid 1: a tot en met m.", en: "The letter of WOR art. 27 lid 1: a to m.", "letter"))
  var worOnderdeel: String?

  func code() throws -> InstemmingsBesluit? { try besluit.map { try Input.code($0, option: "--besluit") } }
}

/// A text or a document that only the organisation reads.
struct ExplanationOptions: ParsableArguments {
  @Option(help: Language.help(nl: "Toelichting (intern).", en: "Explanation (internal).", "tekst")) var toelichting:
    String?
  @Option(help: Language.help(nl: "Een document erbij (intern).", en: "A document with it (internal).", "bestand"))
  var document: String?

  func fill(_ draft: inout EventDraft) throws {
    draft[Motivering.toelichting] = toelichting
    if let document { draft.attach(try Input.document(at: document), as: Motivering.document) }
  }
}

/// What every answer in a procedure of consent names.
struct AnswerOptions: ParsableArguments {
  @OptionGroup var subject: SubjectOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var herkomst: HerkomstOptions
  @OptionGroup var options: AppendingOptions
  var shared: SharedOptions { options.shared }

  /// Appends an answer to the procedure of consent that is meant: one that still waits for it when there is one.
  /// - Parameter stands: How the procedure stands that the command is looking for.
  @discardableResult
  func append(
    _ definition: any EventDefinition.Type, to stands: Set<InstemmingStand> = [.aangevraagd], _ program: Program,
    _ fill: (inout EventDraft) throws -> Void
  ) throws -> Appended {
    try InstemmingCommand.append(program, options) { context in
      let besluit = try decision.code()
      let target = try Target.find(
        subject, .instemming, context, where: { besluit == nil || $0.besluit == besluit },
        fits: { $0.stand().map { stands.contains($0.stand) } ?? false })
      guard target.procedure != nil || definition.type.opensStream != false else {
        throw Failure(
          .notFound,
          Text(
            nl: "er is geen procedure over «\(subject.onderwerp)»",
            en: "there is no procedure about “\(subject.onderwerp)”"),
          remedy: Text(nl: "zie waarborg instemming lijst", en: "see waarborg instemming lijst"))
      }
      let body = target.procedure?.orgaan ?? .ondernemingsraad
      var draft = try target.draft(definition, context, orgaan: body, decision, herkomst)
      try fill(&draft)
      return draft
    }
  }
}
