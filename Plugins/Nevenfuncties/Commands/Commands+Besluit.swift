import ArgumentParser
import Console
import Governance
import Ledger

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie vraag-toestemming`
  struct VraagToestemming: MeldingCommand {
    typealias Event = ToestemmingGevraagd

    static let configuration = CommandConfiguration(
      "vraag-toestemming", nl: "Leg vast dat schriftelijk toestemming is gevraagd.",
      en: "Record that permission was asked in writing.")
    @OptionGroup var melding: MeldingOptions
    @Flag(help: Language.help(nl: "Voor een wijziging, niet voor de start.", en: "For a change, not for the start."))
    var wijziging = false
    @Option(help: Language.confidential(nl: "Toelichting", en: "Explanation", "tekst"))
    var toelichting: String?
    @Option(
      help: Language.help(nl: "Het schriftelijke verzoek (intern).", en: "The written request (internal).", "bestand"))
    var verzoek: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.voor] = wijziging ? .wijziging : .start
      fields[Inhoud.toelichting] = toelichting
      try fields.attach(verzoek, as: Event.verzoek)
    }
  }

  /// `waarborg nevenfunctie verleen`
  struct Verleen: BesluitCommand {
    static let configuration = CommandConfiguration(
      "verleen", nl: "Sta een nevenwerkzaamheid toe; er zijn geen maatregelen nodig.",
      en: "Allow an activity; no measures are needed.")
    @OptionGroup var besluit: BesluitOptions

    func fill(_ fields: inout DraftFields) throws { try besluit.fill(&fields, toegestaan: true) }
  }

  /// `waarborg nevenfunctie verleen-onder-voorwaarden`
  struct VerleenOnderVoorwaarden: BesluitCommand {
    static let configuration = CommandConfiguration(
      "verleen-onder-voorwaarden", nl: "Sta een nevenwerkzaamheid toe onder voorwaarden of met maatregelen.",
      en: "Allow an activity under conditions or with measures.")
    @Option(help: Language.confidential(nl: "De voorwaarden", en: "The conditions", "tekst"))
    var voorwaarden: String
    @OptionGroup var bezwaren: BezwaarOptions
    @OptionGroup var besluit: BesluitOptions

    func fill(_ fields: inout DraftFields) throws {
      try besluit.fill(&fields, toegestaan: true, .voorwaarden)
      fields[Event.voorwaarden] = voorwaarden
      try bezwaren.fill(&fields)
    }
  }

  /// `waarborg nevenfunctie weiger`
  struct Weiger: BesluitCommand {
    static let configuration = CommandConfiguration(
      "weiger", nl: "Sta een nevenwerkzaamheid niet toe.", en: "Do not allow an activity.")
    @OptionGroup var bezwaren: BezwaarOptions
    @OptionGroup var besluit: BesluitOptions

    func fill(_ fields: inout DraftFields) throws {
      try besluit.fill(&fields, toegestaan: false)
      try bezwaren.fill(&fields)
    }
  }

  /// `waarborg nevenfunctie adviseer-niet`
  struct AdviseerNiet: BesluitCommand {
    static let configuration = CommandConfiguration(
      "adviseer-niet", nl: "Adviseer de nevenwerkzaamheid niet met de functie te combineren.",
      en: "Advise not to combine the activity with the function.")
    @OptionGroup var bezwaren: BezwaarOptions
    @OptionGroup var besluit: BesluitOptions

    func fill(_ fields: inout DraftFields) throws {
      try besluit.fill(&fields, toegestaan: true, .afgeraden)
      try bezwaren.fill(&fields)
    }
  }

  /// `waarborg nevenfunctie laat-achterwege`
  struct LaatAchterwege: MeldingCommand {
    typealias Event = PublicatieAchterwegeGelaten

    static let configuration = CommandConfiguration(
      "laat-achterwege", nl: "Leg vast dat een melding niet openbaar wordt, en waarom.",
      en: "Record that a report is not published, and why.")
    @OptionGroup var melding: MeldingOptions
    @Option(
      help: Language.help(
        nl: "De grond: \(Achterwegegrond.woorden).", en: "The ground: \(Achterwegegrond.woorden).", "grond"))
    var grond: String
    @Option(
      help: Language.help(
        nl: "Waar dat staat; openbaar, zonder persoonsgegevens.", en: "Where it says so; public, no personal data.",
        "artikel"))
    var rechtsgrond: String
    @Option(help: Language.confidential(nl: "Waarom", en: "Why", "tekst")) var motivering: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.grond] = try Input.code(grond, option: "--grond")
      fields[Event.rechtsgrond] = rechtsgrond
      fields[Motivering.motivering] = motivering
    }
  }
}
