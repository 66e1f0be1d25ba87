import ArgumentParser
import Console
import Governance
import Ledger

/// What every decision shares.
struct BesluitOptions: ParsableArguments {
  @OptionGroup var melding: MeldingOptions
  @Option(
    help: Language.help(
      nl: "Of zij de belangen van de dienst kan raken.", en: "Whether it can touch the interests of the service.",
      "ja|nee"))
  var kanRaken: String?
  @Option(help: Language.help(nl: "Waarom (intern).", en: "Why (internal).", "tekst")) var motivering: String?
  @OptionGroup var herkomst: HerkomstOptions
  @OptionGroup var options: AppendingOptions

  func append(
    _ type: any EventDefinition.Type, _ program: Program, _ change: (inout EventDraft) -> Void = { _ in }
  ) throws {
    let touches = try JaNee.parse(kanRaken, "--kan-raken")
    try program.append(options) { context in
      let report = try melding.find(context.reading.views)
      var draft = context.draft(type.type, on: report.stream, herkomst)
      draft[Besluit.kanRaken] = touches
      draft[Motivering.motivering] = motivering
      change(&draft)
      return Proposal(draft)
    }
  }
}

extension NevenfunctieCommand {
  /// `waarborg nevenfunctie vraag-toestemming`
  struct VraagToestemming: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "vraag-toestemming",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat schriftelijk toestemming is gevraagd.",
        en: "Record that permission was asked in writing."))
    @OptionGroup var melding: MeldingOptions
    @Flag(help: Language.help(nl: "Voor een wijziging, niet voor de start.", en: "For a change, not for the start."))
    var wijziging = false
    @Option(help: Language.help(nl: "Toelichting (intern).", en: "Explanation (internal).", "tekst"))
    var toelichting: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.append(options) { context in
        let report = try melding.find(context.reading.views)
        var draft = context.draft(ToestemmingGevraagd.self, on: report.stream, herkomst)
        draft[ToestemmingGevraagd.voor] = wijziging ? .wijziging : .start
        draft[Inhoud.toelichting] = toelichting
        return Proposal(draft)
      }
    }
  }

  /// `waarborg nevenfunctie verleen`
  struct Verleen: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "verleen",
      abstract: Language.ofProcess.choose(
        nl: "Sta een nevenwerkzaamheid toe; er zijn geen maatregelen nodig.",
        en: "Allow an activity; no measures are needed."))
    @OptionGroup var besluit: BesluitOptions
    var shared: SharedOptions { besluit.options.shared }

    func run(_ program: Program) throws { try besluit.append(ToestemmingVerleend.self, program) }
  }

  /// `waarborg nevenfunctie verleen-onder-voorwaarden`
  struct VerleenOnderVoorwaarden: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "verleen-onder-voorwaarden",
      abstract: Language.ofProcess.choose(
        nl: "Sta een nevenwerkzaamheid toe onder voorwaarden of met maatregelen.",
        en: "Allow an activity under conditions or with measures."))
    @Option(help: Language.help(nl: "De voorwaarden (intern).", en: "The conditions (internal).", "tekst"))
    var voorwaarden: String
    @OptionGroup var besluit: BesluitOptions
    var shared: SharedOptions { besluit.options.shared }

    func run(_ program: Program) throws {
      try besluit.append(ToestemmingOnderVoorwaardenVerleend.self, program) {
        $0[ToestemmingOnderVoorwaardenVerleend.voorwaarden] = voorwaarden
      }
    }
  }

  /// `waarborg nevenfunctie weiger`
  struct Weiger: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "weiger",
      abstract: Language.ofProcess.choose(nl: "Sta een nevenwerkzaamheid niet toe.", en: "Do not allow an activity."))
    @OptionGroup var besluit: BesluitOptions
    var shared: SharedOptions { besluit.options.shared }

    func run(_ program: Program) throws { try besluit.append(ToestemmingGeweigerd.self, program) }
  }

  /// `waarborg nevenfunctie adviseer-niet`
  struct AdviseerNiet: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "adviseer-niet",
      abstract: Language.ofProcess.choose(
        nl: "Adviseer de nevenwerkzaamheid niet met de functie te combineren.",
        en: "Advise not to combine the activity with the function."))
    @OptionGroup var besluit: BesluitOptions
    var shared: SharedOptions { besluit.options.shared }

    func run(_ program: Program) throws { try besluit.append(NietCombinerenGeadviseerd.self, program) }
  }

  /// `waarborg nevenfunctie laat-achterwege`
  struct LaatAchterwege: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "laat-achterwege",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast dat een melding niet openbaar wordt, en waarom.",
        en: "Record that a report is not published, and why."))
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
    @Option(help: Language.help(nl: "Waarom (intern).", en: "Why (internal).", "tekst")) var motivering: String?
    @OptionGroup var herkomst: HerkomstOptions
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let ground: Achterwegegrond = try Input.code(grond, option: "--grond")
      try program.append(options) { context in
        let report = try melding.find(context.reading.views)
        var draft = context.draft(PublicatieAchterwegeGelaten.self, on: report.stream, herkomst)
        draft[PublicatieAchterwegeGelaten.grond] = ground
        draft[PublicatieAchterwegeGelaten.rechtsgrond] = rechtsgrond
        draft[Motivering.motivering] = motivering
        return Proposal(draft)
      }
    }
  }
}
