import ArgumentParser
import Console
import Governance
import Ledger

/// What the rules say of appointing, contracting and relieving.
struct BenoemingsregelOptions: ParsableArguments {
  @Option(
    help: Language.help(nl: "Wie benoemt, contracteert en ontheft.", en: "Who appoints, contracts and relieves.", "rol")
  )
  var benoemer: String?
  @Option(
    help: Language.help(
      nl: "De gewone termijn, zoals P4Y, of geen.", en: "The usual term, as P4Y, or geen.", "duur|geen"))
  var duur: String?
  @Option(
    help: Language.help(
      nl: "Hoogste aantal verlengingen (V-3): \(HoogsteVerlengingen.woorden).",
      en: "Most renewals (V-3): \(HoogsteVerlengingen.woorden).", "keuze")
  )
  var verlengingen: String?
  @Option(
    help: Language.help(
      nl: "Instemming van de OR bij een benoeming: \(Vereiste.woorden).",
      en: "Consent of the works council to an appointment: \(Vereiste.woorden).", "keuze"))
  var instemmingBenoeming: String?
  @Option(
    help: Language.help(
      nl: "Instemming bij een verlenging (V-1): \(Vereiste.woorden).",
      en: "Consent to a renewal (V-1): \(Vereiste.woorden).", "keuze"))
  var instemmingVerlenging: String?
  @Option(
    help: Language.help(
      nl: "Instemming bij een externe (V-1): \(Vereiste.woorden).",
      en: "Consent to an external one (V-1): \(Vereiste.woorden).", "keuze"))
  var instemmingExtern: String?
  @Option(
    help: Language.help(
      nl: "Instemming van de OR bij een ontheffing: \(Vereiste.woorden).",
      en: "Consent of the works council to relief: \(Vereiste.woorden).", "keuze"))
  var instemmingOntheffing: String?
  @Option(
    help: Language.help(
      nl: "Certificering als lid van de LVV: \(Certificeringseis.woorden).",
      en: "Certification as a member of the LVV: \(Certificeringseis.woorden).", "keuze"))
  var certificering: String?
  @Option(
    help: Language.help(
      nl: "Gevolg van verlies van certificering (V-2): \(VerliesCertificering.woorden).",
      en: "What losing certification does (V-2): \(VerliesCertificering.woorden).", "keuze"))
  var verliesCertificering: String?
  @Option(
    help: Language.help(
      nl: "Een aanstellingsbrief: \(Vereiste.woorden).", en: "A letter of appointment: \(Vereiste.woorden).", "keuze"))
  var aanstellingsbrief: String?
  @Option(
    help: Language.help(
      nl: "Een ondertekende verklaring over de gedragscode: \(Vereiste.woorden).",
      en: "A signed declaration on the code of conduct: \(Vereiste.woorden).", "keuze"))
  var verklaring: String?
  @Option(
    help: Language.help(
      nl: "De taak schriftelijk neerleggen: \(Vereiste.woorden).",
      en: "Laying the task down in writing: \(Vereiste.woorden).", "keuze"))
  var kennisgeving: String?
  @Option(
    help: Language.help(
      nl: "Een onafhankelijke vaststelling voor een ontheffing om verzuim: \(Vereiste.woorden).",
      en: "An independent finding before relief for neglect: \(Vereiste.woorden).", "keuze"))
  var vaststelling: String?
  @Option(
    help: Language.help(
      nl: "Een gemotiveerde brief bij een ontheffing: \(Vereiste.woorden).",
      en: "A letter with reasons at relief: \(Vereiste.woorden).", "keuze"))
  var motivering: String?

  func fill(_ fields: inout DraftFields) throws {
    typealias Event = VertrouwenspersonenregelsVastgesteld
    fields[Event.benoemer] = try Input.code(benoemer, option: "--benoemer")
    fields[Event.duur] = try Input.duurkeuze(duur, option: "--duur", kanZonderTermijn: false)
    fields[Event.hoogsteVerlengingen] = try Input.code(verlengingen, option: "--verlengingen")
    fields[Event.instemmingBenoeming] = try Input.code(instemmingBenoeming, option: "--instemming-benoeming")
    fields[Event.instemmingVerlenging] = try Input.code(instemmingVerlenging, option: "--instemming-verlenging")
    fields[Event.instemmingExtern] = try Input.code(instemmingExtern, option: "--instemming-extern")
    fields[Event.instemmingOntheffing] = try Input.code(instemmingOntheffing, option: "--instemming-ontheffing")
    fields[Event.certificering] = try Input.code(certificering, option: "--certificering")
    fields[Event.verliesCertificering] = try Input.code(verliesCertificering, option: "--verlies-certificering")
    fields[Event.aanstellingsbrief] = try Input.code(aanstellingsbrief, option: "--aanstellingsbrief")
    fields[Event.verklaring] = try Input.code(verklaring, option: "--verklaring")
    fields[Event.kennisgeving] = try Input.code(kennisgeving, option: "--kennisgeving")
    fields[Event.vaststelling] = try Input.code(vaststelling, option: "--vaststelling")
    fields[Event.motivering] = try Input.code(motivering, option: "--motivering")
  }
}

extension Input {
  /// A length of time, or the word for none; nil when nothing was typed.
  static func duurkeuze(_ text: String?, option: String, kanZonderTermijn: Bool = true) throws -> Duurkeuze? {
    guard let text else { return nil }
    if let keuze = Duurkeuze(text), kanZonderTermijn || keuze != .zonderTermijn { return keuze }
    let words = kanZonderTermijn ? "P4Y, P6M, P8W, P14D, zonderTermijn, geen" : "P4Y, P6M, P8W, P14D, geen"
    throw Failure(
      .badInput,
      Text(nl: "\(option): «\(text)» is geen van: \(words)", en: "\(option): “\(text)” is none of: \(words)"))
  }
}
