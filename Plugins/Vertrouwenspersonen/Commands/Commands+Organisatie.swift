import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon formatie`
  struct Formatie: GeheelCommand {
    typealias Event = FormatieVastgesteld

    static let configuration = CommandConfiguration(
      "formatie", nl: "Stel vast hoeveel plaatsen er zijn; zie daarna vacatures.",
      en: "Settle how many posts there are; see vacatures then.")
    @Option(help: Language.help(nl: "Het aantal interne plaatsen.", en: "The number of internal posts.", "aantal"))
    var intern: Int64
    @Option(help: Language.help(nl: "Het aantal externe plaatsen.", en: "The number of external posts.", "aantal"))
    var extern: Int64
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.intern] = intern
      fields[Event.extern] = extern
    }
  }

  /// `waarborg vertrouwenspersoon geef-op`
  struct GeefOp: GeheelCommand {
    typealias Event = AantalVertrouwenspersonenOpgegeven

    static let configuration = CommandConfiguration(
      "geef-op", nl: "Leg vast hoeveel vertrouwenspersonen de organisatie zegt te hebben, zonder personen.",
      en: "Record how many vertrouwenspersonen the organisation says it has, without persons.",
      discussion: Text(
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
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      let aspects: [SpreidingsAspect] = try spreiding.map { try Input.code($0, option: "--spreiding") }
      fields[Event.intern] = intern
      fields[Event.extern] = extern
      fields[Event.internEerder] = internEerder
      fields[Event.externBij] = externBij
      fields[Event.locaties] = locaties
      fields[Event.spreiding] = aspects.isEmpty ? nil : aspects
    }
  }

  /// `waarborg vertrouwenspersoon stel-regels-vast`
  struct StelRegelsVast: GeheelCommand {
    typealias Event = VertrouwenspersonenregelsVastgesteld

    static let configuration = CommandConfiguration(
      "stel-regels-vast", nl: "Regel punten die de regeling openlaat; wat u niet noemt, blijft zoals het was.",
      en: "Settle points that the rule leaves open; what you do not name stays as it was.",
      discussion: Text(
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
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.duur] = try Input.duration(duur, option: "--duur")
      fields[Event.instemmingVerlenging] = try Input.code(instemmingVerlenging, option: "--instemming-verlenging")
      fields[Event.instemmingExtern] = try Input.code(instemmingExtern, option: "--instemming-extern")
      fields[Event.verliesCertificering] = try Input.code(verliesCertificering, option: "--verlies-certificering")
      fields[Event.hoogsteVerlengingen] = try Input.code(verlengingen, option: "--verlengingen")
      fields[Event.registerBijVertrek] = try Input.code(registerBijVertrek, option: "--register-bij-vertrek")
      fields[Event.oudMedewerkers] = try Input.code(oudMedewerkers, option: "--oud-medewerkers")
      fields[Event.oudMedewerkersMaanden] = oudMedewerkersMaanden
      fields[Event.bemiddeling] = try Input.code(bemiddeling, option: "--bemiddeling")
      fields[Event.jaaroverzichtUiterlijk] = try Input.code(jaaroverzichtUiterlijk, option: "--jaaroverzicht-uiterlijk")
      fields[Event.jaaroverzichtOpenbaarheid] = try Input.code(
        jaaroverzichtOpenbaarheid, option: "--jaaroverzicht-openbaarheid")
      fields[Event.klachtBehandelaar] = try Input.code(klachtBehandelaar, option: "--klacht-behandelaar")
      fields[Event.drempel] = drempel
      fields[Event.bijscholing] = try Input.duration(bijscholing, option: "--bijscholing")
    }
  }
}
