import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon formatie`
  struct Formatie: GeheelCommand {
    typealias Gebeurtenis = FormatieVastgesteld

    static let configuration = CommandConfiguration(
      commandName: "formatie",
      abstract: Language.ofProcess.choose(
        nl: "Stel vast hoeveel plaatsen er zijn; zie daarna vacatures.",
        en: "Settle how many posts there are; see vacatures then."))
    @Option(help: Language.help(nl: "Het aantal interne plaatsen.", en: "The number of internal posts.", "aantal"))
    var intern: Int64
    @Option(help: Language.help(nl: "Het aantal externe plaatsen.", en: "The number of external posts.", "aantal"))
    var extern: Int64
    @OptionGroup var vast: VastlegOptions

    func invulling() throws -> (inout EventDraft) throws -> Void {
      { draft in
        draft[FormatieVastgesteld.intern] = intern
        draft[FormatieVastgesteld.extern] = extern
      }
    }
  }

  /// `waarborg vertrouwenspersoon geef-op`
  struct GeefOp: GeheelCommand {
    typealias Gebeurtenis = AantalVertrouwenspersonenOpgegeven

    static let configuration = CommandConfiguration(
      commandName: "geef-op",
      abstract: Language.ofProcess.choose(
        nl: "Leg vast hoeveel vertrouwenspersonen de organisatie zegt te hebben, zonder personen.",
        en: "Record how many vertrouwenspersonen the organisation says it has, without persons."),
      discussion: Language.ofProcess.choose(
        nl: """
          Voorbeeld: waarborg vertrouwenspersoon geef-op --intern 5 --extern 1 --intern-eerder 1 --extern-bij Arbodienst \
          --op 2022-10/2023-03 --historisch --bron "raadsbrief, 000:31-32"
          """,
        en: """
          Example: waarborg vertrouwenspersoon geef-op --intern 5 --extern 1 --intern-eerder 1 --extern-bij Arbodienst \
          --op 2022-10/2023-03 --historisch --bron "council letter, 000:31-32"
          """))
    @Option(help: Language.help(nl: "Het aantal internen.", en: "The number of internal ones.", "aantal"))
    var intern: Int64
    @Option(help: Language.help(nl: "Het aantal externen.", en: "The number of external ones.", "aantal"))
    var extern: Int64
    @Option(
      help: Language.help(nl: "Het aantal internen daarvoor.", en: "The number of internal ones before.", "aantal"))
    var internEerder: Int64?
    @Option(
      help: Language.help(nl: "Bij welke organisatie de externe werkt.", en: "Where the external one works.", "naam"))
    var externBij: String?
    @Option(help: Language.help(nl: "Op hoeveel locaties.", en: "On how many locations.", "aantal")) var locaties:
      Int64?
    @Option(
      help: Language.help(
        nl: "Waarop bij de samenstelling is gelet; mag vaker: \(SpreidingsAspect.woorden).",
        en: "What the composition was looked at for; may be repeated: \(SpreidingsAspect.woorden).", "aspect"))
    var spreiding: [String] = []
    @OptionGroup var vast: VastlegOptions

    func invulling() throws -> (inout EventDraft) throws -> Void {
      let aspects: [SpreidingsAspect] = try spreiding.map { try Input.code($0, option: "--spreiding") }
      return { draft in
        draft[Gebeurtenis.intern] = intern
        draft[Gebeurtenis.extern] = extern
        draft[Gebeurtenis.internEerder] = internEerder
        draft[Gebeurtenis.externBij] = externBij
        draft[Gebeurtenis.locaties] = locaties
        draft[Gebeurtenis.spreiding] = aspects.isEmpty ? nil : aspects
      }
    }
  }

  /// `waarborg vertrouwenspersoon stel-regels-vast`
  struct StelRegelsVast: GeheelCommand {
    typealias Gebeurtenis = VertrouwenspersonenregelsVastgesteld

    static let configuration = CommandConfiguration(
      commandName: "stel-regels-vast",
      abstract: Language.ofProcess.choose(
        nl: "Regel punten die de regeling openlaat; wat u niet noemt, blijft zoals het was.",
        en: "Settle points that the rule leaves open; what you do not name stays as it was."),
      discussion: Language.ofProcess.choose(
        nl: "De punten, de keuze en de standaard: waarborg vertrouwenspersoon regels.",
        en: "The points, the choice and the default: waarborg vertrouwenspersoon regels."))
    @Option(help: Language.help(nl: "De gewone termijn, zoals P4Y.", en: "The usual term, as P4Y.", "duur"))
    var duur: String?
    @Option(help: Language.help(nl: "V-1: \(InstemmingsEis.woorden).", en: "V-1: \(InstemmingsEis.woorden).", "keuze"))
    var instemmingVerlenging: String?
    @Option(help: Language.help(nl: "V-1: \(InstemmingsEis.woorden).", en: "V-1: \(InstemmingsEis.woorden).", "keuze"))
    var instemmingExtern: String?
    @Option(
      help: Language.help(
        nl: "V-2: \(VerliesCertificering.woorden).", en: "V-2: \(VerliesCertificering.woorden).", "keuze"))
    var verliesCertificering: String?
    @Option(
      help: Language.help(
        nl: "V-3: \(HoogsteVerlengingen.woorden).", en: "V-3: \(HoogsteVerlengingen.woorden).", "keuze"))
    var verlengingen: String?
    @Option(
      help: Language.help(nl: "V-4: \(RegisterBijVertrek.woorden).", en: "V-4: \(RegisterBijVertrek.woorden).", "keuze")
    )
    var registerBijVertrek: String?
    @Option(help: Language.help(nl: "V-5: \(OudMedewerkers.woorden).", en: "V-5: \(OudMedewerkers.woorden).", "keuze"))
    var oudMedewerkers: String?
    @Option(help: Language.help(nl: "V-5: bij beperkt.", en: "V-5: with beperkt.", "maanden"))
    var oudMedewerkersMaanden: Int64?
    @Option(help: Language.help(nl: "V-6: \(Bemiddeling.woorden).", en: "V-6: \(Bemiddeling.woorden).", "keuze"))
    var bemiddeling: String?
    @Option(
      help: Language.help(
        nl: "V-7: \(JaaroverzichtUiterlijk.woorden).", en: "V-7: \(JaaroverzichtUiterlijk.woorden).", "keuze"))
    var jaaroverzichtUiterlijk: String?
    @Option(
      help: Language.help(
        nl: "V-7: \(JaaroverzichtOpenbaarheid.woorden).", en: "V-7: \(JaaroverzichtOpenbaarheid.woorden).", "keuze"))
    var jaaroverzichtOpenbaarheid: String?
    @Option(
      help: Language.help(nl: "V-8: \(KlachtBehandelaar.woorden).", en: "V-8: \(KlachtBehandelaar.woorden).", "keuze"))
    var klachtBehandelaar: String?
    @Option(
      help: Language.help(
        nl: "Kleinere aantallen worden verhuld.", en: "Smaller numbers are covered.", "aantal")) var drempel: Int64?
    @Option(help: Language.help(nl: "Hoe vaak bijscholing, zoals P2Y.", en: "How often, as P2Y.", "duur"))
    var bijscholing: String?
    @OptionGroup var vast: VastlegOptions

    func invulling() throws -> (inout EventDraft) throws -> Void {
      { draft in
        draft[Gebeurtenis.duur] = try duur.map { try Input.duration($0, option: "--duur") }
        draft[Gebeurtenis.instemmingVerlenging] = try code(instemmingVerlenging, "--instemming-verlenging")
        draft[Gebeurtenis.instemmingExtern] = try code(instemmingExtern, "--instemming-extern")
        draft[Gebeurtenis.verliesCertificering] = try code(verliesCertificering, "--verlies-certificering")
        draft[Gebeurtenis.hoogsteVerlengingen] = try code(verlengingen, "--verlengingen")
        draft[Gebeurtenis.registerBijVertrek] = try code(registerBijVertrek, "--register-bij-vertrek")
        draft[Gebeurtenis.oudMedewerkers] = try code(oudMedewerkers, "--oud-medewerkers")
        draft[Gebeurtenis.oudMedewerkersMaanden] = oudMedewerkersMaanden
        draft[Gebeurtenis.bemiddeling] = try code(bemiddeling, "--bemiddeling")
        draft[Gebeurtenis.jaaroverzichtUiterlijk] = try code(jaaroverzichtUiterlijk, "--jaaroverzicht-uiterlijk")
        draft[Gebeurtenis.jaaroverzichtOpenbaarheid] = try code(
          jaaroverzichtOpenbaarheid, "--jaaroverzicht-openbaarheid")
        draft[Gebeurtenis.klachtBehandelaar] = try code(klachtBehandelaar, "--klacht-behandelaar")
        draft[Gebeurtenis.drempel] = drempel
        draft[Gebeurtenis.bijscholing] = try bijscholing.map { try Input.duration($0, option: "--bijscholing") }
      }
    }

    private func code<Code: CodeValue>(_ text: String?, _ option: String) throws -> Code? {
      try text.map { try Input.code($0, option: option) }
    }
  }
}
