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

  func code() throws -> InstemmingsBesluit? { try Input.code(besluit, option: "--besluit") }
}

/// A text or a document that only the organisation reads.
struct ExplanationOptions: ParsableArguments {
  @Option(help: Language.confidential(nl: "Toelichting", en: "Explanation", "tekst")) var toelichting: String?
  @Option(help: Language.help(nl: "Een document erbij (intern).", en: "A document with it (internal).", "bestand"))
  var document: String?

  func fill(_ fields: inout DraftFields) throws {
    fields[Motivering.toelichting] = toelichting
    try fields.attach(document, as: Motivering.document)
  }
}

/// When a body decided what it says.
struct VoteOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl: "De dag waarop het orgaan erover besloot, als het bericht later is.",
      en: "The day on which the body decided, when its letter is later.", "dag"))
  var gestemdOp: String?

  func fill(_ fields: inout DraftFields) throws {
    fields[Stemming.gestemdOp] = try Input.day(gestemdOp, option: "--gestemd-op")
  }
}

/// What every answer in a procedure of consent names.
struct AnswerOptions: ParsableArguments {
  @OptionGroup var subject: SubjectOptions
  @OptionGroup var decision: DecisionOptions
  @OptionGroup var recording: FactOptions
}
