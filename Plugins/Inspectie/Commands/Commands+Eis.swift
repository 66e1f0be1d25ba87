import ArgumentParser
import Console
import Governance
import Ledger

extension InspectieCommand {
  /// `waarborg inspectie leg-eis-op`
  struct LegEisOp: OverCommand {
    typealias Event = EisOpgelegd

    static let configuration = CommandConfiguration(
      "leg-eis-op", nl: "Leg een eis tot naleving vast; --op is de dagtekening.",
      en: "Record an order to comply; --op is the date on the letter.",
      discussion: Text(
        nl: """
          De termijn telt vanaf de dagtekening en schuift niet op; bezwaar telt vanaf de verzending, met de Algemene \
          termijnenwet. Zonder --regel gelden alle eisen van de boom, met de nummers van de boom.
          Voorbeeld: waarborg inspectie leg-eis-op inspectie-1 --op 2024-11-13 --kenmerk 2428456/05 \
          --verzonden-op 2024-11-13 --boom AI --grondslag "Arbowet art. 27"
          """,
        en: """
          The term counts from the date on the letter and does not move; objecting counts from the sending, under the \
          General Extension of Time Limits Act. Without --regel every demand of the tree holds, by the tree's numbers.
          Example: waarborg inspectie leg-eis-op inspectie-1 --op 2024-11-13 --kenmerk 2428456/05 \
          --verzonden-op 2024-11-13 --boom AI --grondslag "Arbowet art. 27"
          """))
    @OptionGroup var over: Over<Inspectiezaak>
    @Option(help: Language.help(nl: "De dag van verzending.", en: "The day of sending.", "dag")) var verzondenOp:
      String?
    @Option(help: Language.help(nl: "De eisenboom, zoals AI.", en: "The requirement tree, such as AI.", "boom"))
    var boom: String
    @Option(
      help: Language.help(
        nl: "Welk nummer de brief aan een eis geeft: NUMMER=EIS, zoals 1.b=AI-1.16; mag vaker.",
        en: "Which number the letter gives a demand: NUMBER=DEMAND, such as 1.b=AI-1.16; may be repeated.", "regel"))
    var regel: [String] = []
    @Option(
      help: Language.help(
        nl: "Hoe lang er is om te voldoen (anders P6M).", en: "How long there is to comply (else P6M).", "duur"))
    var termijn: String?
    @Option(
      help: Language.help(
        nl: "Of de laatste dag, als de brief die noemt.", en: "Or the last day, when the letter names it.", "dag"))
    var uiterlijk: String?
    @Option(
      help: Language.help(
        nl: "Om de hoeveel tijd na de termijn opnieuw bewijs wordt verzameld.",
        en: "How often proof is gathered anew after the term.", "duur"))
    var herbewijsIedere = "P1Y"
    @Option(help: Language.help(nl: "Waarop de eis berust.", en: "What the order rests on.", "tekst"))
    var grondslag: String?
    @OptionGroup var recording: BriefOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.verzondenOp] = try Input.day(verzondenOp, option: "--verzonden-op")
      fields[Event.boom] = boom
      fields[Event.nummering] = regel.isEmpty ? nil : try regel.map { try Self.line($0) }
      fields[Event.uiterlijk] = try Input.day(uiterlijk, option: "--uiterlijk")
      let length = termijn ?? (uiterlijk == nil ? "P6M" : nil)
      fields[Event.termijn] = try length.map { try Input.duration($0, option: "--termijn", expected: Self.expected) }
      fields[Event.herbewijsIedere] = try Input.duration(
        herbewijsIedere, option: "--herbewijs-iedere", expected: Self.expected)
      fields[Event.grondslag] = grondslag
    }

    /// Whose letter the tree was read from is not asked, and not left unsaid.
    func followUp(_ appended: Appended, _ found: StreamID, _ program: Program) throws {
      guard !shared.json, !recording.options.recordsNothing else { return }
      let origin = try program.withLedger(shared) { book in
        try book.read { reading in
          let tree = try Eisenbomen(op: book.today, reading.views, reading.filter).boom(boom)?.boom
          return tree.flatMap { tree in
            tree.briefAan(naast: reading.registry.founding?.organisatie).map { tree.herkomst(briefAan: $0) }
          }
        }
      }
      guard let origin else { return }
      program.terminal.warn(origin)
      program.terminal.note(
        Text(
          nl: "vraagt uw brief iets anders, stel dan een eigen boom vast: waarborg inspectie eisen stel-vast BESTAND",
          en: "when your letter asks otherwise, adopt a tree of its own: waarborg inspectie eisen stel-vast FILE"))
    }

    private static let expected = Text(
      nl: "is geen duur; verwacht: P6M, P8W of P90D", en: "is no length of time; expected: P6M, P8W or P90D")

    private static func line(_ text: String) throws -> Eisregel {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw Failure(
          .badInput,
          Text(
            nl: "--regel: «\(text)»; verwacht: NUMMER=EIS, zoals 1.b=AI-1.16",
            en: "--regel: “\(text)”; expected: NUMBER=DEMAND, such as 1.b=AI-1.16"))
      }
      return Eisregel(nummer: String(parts[0]), eis: String(parts[1]))
    }
  }

  /// `waarborg inspectie afschrift`
  struct Afschrift: OverCommand {
    typealias Event = AfschriftAanMedezeggenschap

    static let configuration = CommandConfiguration(
      "afschrift", nl: "Leg vast dat de medezeggenschap een afschrift van de eis kreeg.",
      en: "Record that the works council received a copy of the order.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: FactOptions
  }

  /// `waarborg inspectie maak-bezwaar`
  struct MaakBezwaar: OverCommand {
    typealias Event = BezwaarIngediend

    static let configuration = CommandConfiguration(
      "maak-bezwaar", nl: "Leg een bezwaar tegen de eis vast; --op is de dag van verzending.",
      en: "Record an objection to the order; --op is the day of sending.")
    @OptionGroup var over: Over<Inspectiezaak>
    @Option(
      help: Language.help(
        nl: "Wanneer het is ontvangen, als het per post ging.", en: "When it was received, when sent by post.", "dag"))
    var ontvangenOp: String?
    @OptionGroup var recording: BriefOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.ontvangenOp] = try Input.day(ontvangenOp, option: "--ontvangen-op")
    }
  }

  /// `waarborg inspectie vraag-voorziening`
  struct VraagVoorziening: OverCommand {
    typealias Event = VoorlopigeVoorzieningGevraagd

    static let configuration = CommandConfiguration(
      "vraag-voorziening", nl: "Leg vast dat een voorlopige voorziening is gevraagd.",
      en: "Record that a temporary measure was asked for.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BriefOptions
  }

  /// `waarborg inspectie ontvang-beslissing`
  struct OntvangBeslissing: OverCommand {
    typealias Event = BeslissingOpBezwaarOntvangen

    static let configuration = CommandConfiguration(
      "ontvang-beslissing", nl: "Leg de beslissing op het bezwaar vast.", en: "Record the decision on the objection.")
    @OptionGroup var over: Over<Inspectiezaak>
    @Option(help: Language.help(nl: "\(UitkomstBezwaar.woorden).", en: "\(UitkomstBezwaar.woorden).", "uitkomst"))
    var uitkomst: String
    @OptionGroup var recording: BriefOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.uitkomst] = try Input.code(uitkomst, option: "--uitkomst")
    }
  }

  /// `waarborg inspectie leg-alternatief-vast`
  struct LegAlternatiefVast: OverCommand {
    typealias Event = AlternatieveMaatregelVastgelegd

    static let configuration = CommandConfiguration(
      "leg-alternatief-vast", nl: "Leg een andere maatregel vast die vergelijkbaar beschermt, en waarom.",
      en: "Record another measure that protects comparably, and why.")
    @OptionGroup var over: Over<Inspectiezaak>
    @Option(help: Language.help(nl: "Wat er wordt gedaan.", en: "What is done.", "tekst")) var maatregel: String
    @Option(
      help: Language.help(
        nl: "Waarom de bescherming vergelijkbaar is.", en: "Why its protection is comparable.", "tekst"))
    var vergelijking: String
    @Option(
      help: Language.help(
        nl: "Wie dat heeft beoordeeld, als rol of organisatie.", en: "Who judged that, as a role or organisation.",
        "tekst"))
    var deskundige: String?
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) {
      fields[Event.maatregel] = maatregel
      fields[Event.vergelijking] = vergelijking
      fields[Event.deskundige] = deskundige
    }
  }

  /// `waarborg inspectie verklaar-voldaan`
  struct VerklaarVoldaan: OverCommand {
    typealias Event = EisVoldaanVerklaard

    static let configuration = CommandConfiguration(
      "verklaar-voldaan", nl: "Verklaar dat aan eisen is voldaan: die u noemt, of alle.",
      en: "Declare that demands are fulfilled: those you name, or all of them.")
    @OptionGroup var over: Over<Inspectiezaak>
    @Flag(help: Language.help(nl: "Aan alle eisen van de brief.", en: "Every demand of the letter.")) var volledig =
      false
    @Option(help: Language.help(nl: "\(VerklaardDoor.woorden).", en: "\(VerklaardDoor.woorden).", "wie"))
    var door = VerklaardDoor.werkgever.rawValue
    @OptionGroup var recording: BewijsOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.door] = try Input.code(door, option: "--door")
      fields[Event.volledig] = volledig
    }
  }

  /// `waarborg inspectie herhaal-bewijs`
  struct HerhaalBewijs: OverCommand {
    typealias Event = BewijsHerhaald

    static let configuration = CommandConfiguration(
      "herhaal-bewijs", nl: "Leg vast dat na de termijn opnieuw is nagegaan of nog aan eisen wordt voldaan.",
      en: "Record that after the term it was looked at anew whether demands are still met.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BewijsOptions
  }

  /// `waarborg inspectie kom-terug`
  struct KomTerug: OverCommand {
    typealias Event = HerinspectieUitgevoerd

    static let configuration = CommandConfiguration(
      "kom-terug", nl: "Leg een herinspectie vast; wie is gehoord alleen als groep.",
      en: "Record a revisit; who was heard as groups only.")
    @OptionGroup var over: Over<Inspectiezaak>
    @Option(
      help: Language.help(
        nl: "Wie is gehoord, met komma's ertussen: \(GehoordeGroep.woorden).",
        en: "Who was heard, with commas in between: \(GehoordeGroep.woorden).", "groepen"))
    var gehoord: String
    @Option(
      help: Language.help(nl: "\(UitkomstHerinspectie.woorden).", en: "\(UitkomstHerinspectie.woorden).", "uitkomst"))
    var uitkomst = UitkomstHerinspectie.nogNietBekend.rawValue
    @OptionGroup var recording: BriefOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.gehoord] = try Input.codes(gehoord, option: "--gehoord")
      fields[Event.uitkomst] = try Input.code(uitkomst, option: "--uitkomst")
    }
  }

  /// `waarborg inspectie ontvang-boeterapport`
  struct OntvangBoeterapport: OverCommand {
    typealias Event = BoeterapportOpgemaakt

    static let configuration = CommandConfiguration(
      "ontvang-boeterapport", nl: "Leg een boeterapport vast.", en: "Record a report of fine.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BriefOptions
  }

  /// `waarborg inspectie ontvang-proces-verbaal`
  struct OntvangProcesVerbaal: OverCommand {
    typealias Event = ProcesVerbaalOpgemaakt

    static let configuration = CommandConfiguration(
      "ontvang-proces-verbaal", nl: "Leg een proces-verbaal vast.", en: "Record an official record of an offence.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BriefOptions
  }

  /// `waarborg inspectie ondergaat-bestuursdwang`
  struct OndergaatBestuursdwang: OverCommand {
    typealias Event = BestuursdwangToegepast

    static let configuration = CommandConfiguration(
      "ondergaat-bestuursdwang", nl: "Leg vast dat bestuursdwang is toegepast.",
      en: "Record that the authority enforced the order itself.")
    @OptionGroup var over: Over<Inspectiezaak>
    @OptionGroup var recording: BriefOptions
  }
}
