import ArgumentParser
import Console
import Governance
import Ledger

/// What the rules say of duties, the overview, and what is open.
struct PlichtregelOptions: ParsableArguments {
  @Option(
    help: Language.help(
      nl: "Een externe naast de internen: \(Vereiste.woorden).",
      en: "An external one beside the internal ones: \(Vereiste.woorden).", "keuze"))
  var externe: String?
  @Option(
    help: Language.help(
      nl: "De opleiding: \(Scholingseis.woorden).", en: "The training: \(Scholingseis.woorden).", "keuze"))
  var scholing: String?
  @Option(
    help: Language.help(
      nl: "Hoe vaak intervisie, zoals P1Y, zonderTermijn of geen.",
      en: "How often intervisie, as P1Y, zonderTermijn or geen.", "duur|geen"))
  var intervisie: String?
  @Option(
    help: Language.help(
      nl: "Hoe vaak bijscholing, zoals P2Y, zonderTermijn of geen.",
      en: "How often refresher training, as P2Y, zonderTermijn or geen.", "duur|geen"))
  var bijscholing: String?
  @Option(
    help: Language.help(
      nl: "Van wie het jaaroverzicht is: \(JaaroverzichtDoor.woorden).",
      en: "Whose the overview is: \(JaaroverzichtDoor.woorden).", "keuze"))
  var jaaroverzichtDoor: String?
  @Option(
    help: Language.help(
      nl: "Jaaroverzicht uiterlijk (V-7): \(JaaroverzichtUiterlijk.woorden).",
      en: "Overview by (V-7): \(JaaroverzichtUiterlijk.woorden).", "keuze"))
  var jaaroverzichtUiterlijk: String?
  @Option(
    help: Language.help(
      nl: "Jaaroverzicht openbaar (V-7): \(JaaroverzichtOpenbaarheid.woorden).",
      en: "Overview public (V-7): \(JaaroverzichtOpenbaarheid.woorden).", "keuze"))
  var jaaroverzichtOpenbaarheid: String?
  @Option(help: Language.help(nl: "Kleinere aantallen worden verhuld.", en: "Smaller numbers are covered.", "aantal"))
  var drempel: Int64?
  @Option(
    help: Language.help(
      nl: "Registratie bij vertrek (V-4): \(RegisterBijVertrek.woorden).",
      en: "Register on leaving (V-4): \(RegisterBijVertrek.woorden).", "keuze"))
  var registerBijVertrek: String?
  @Option(
    help: Language.help(
      nl: "Oud-medewerkers (V-5): \(OudMedewerkers.woorden).", en: "Former employees (V-5): \(OudMedewerkers.woorden).",
      "keuze"))
  var oudMedewerkers: String?
  @Option(
    help: Language.help(
      nl: "Tot hoeveel maanden na vertrek, bij beperkt.", en: "Until how many months after leaving, with beperkt.",
      "maanden"))
  var oudMedewerkersMaanden: Int64?
  @Option(
    help: Language.help(
      nl: "Bemiddelaar (V-6): \(Bemiddeling.woorden).", en: "Mediator (V-6): \(Bemiddeling.woorden).", "keuze"))
  var bemiddeling: String?
  @Option(
    help: Language.help(
      nl: "Klacht over een interne (V-8): \(KlachtBehandelaar.woorden).",
      en: "Complaint about an internal one (V-8): \(KlachtBehandelaar.woorden).", "keuze"))
  var klachtBehandelaar: String?

  func fill(_ fields: inout DraftFields) throws {
    typealias Event = VertrouwenspersonenregelsVastgesteld
    fields[Event.externe] = try Input.code(externe, option: "--externe")
    fields[Event.scholing] = try Input.code(scholing, option: "--scholing")
    fields[Event.intervisie] = try Input.duurkeuze(intervisie, option: "--intervisie")
    fields[Event.bijscholing] = try Input.duurkeuze(bijscholing, option: "--bijscholing")
    fields[Event.jaaroverzichtDoor] = try Input.code(jaaroverzichtDoor, option: "--jaaroverzicht-door")
    fields[Event.jaaroverzichtUiterlijk] = try Input.code(jaaroverzichtUiterlijk, option: "--jaaroverzicht-uiterlijk")
    fields[Event.jaaroverzichtOpenbaarheid] = try Input.code(
      jaaroverzichtOpenbaarheid, option: "--jaaroverzicht-openbaarheid")
    fields[Event.drempel] = drempel
    fields[Event.registerBijVertrek] = try Input.code(registerBijVertrek, option: "--register-bij-vertrek")
    fields[Event.oudMedewerkers] = try Input.code(oudMedewerkers, option: "--oud-medewerkers")
    fields[Event.oudMedewerkersMaanden] = oudMedewerkersMaanden
    fields[Event.bemiddeling] = try Input.code(bemiddeling, option: "--bemiddeling")
    fields[Event.klachtBehandelaar] = try Input.code(klachtBehandelaar, option: "--klacht-behandelaar")
  }
}
