import ArgumentParser
import Console
import Governance
import Ledger

/// What a command is about, by its handle.
struct Over<Soort: Genoemd>: ParsableArguments {
  @Argument(
    help: Language.help(
      nl: "Waarover het gaat: \(Soort.kind)-1, of \(Soort.streamKind)/018f….",
      en: "What it is about: \(Soort.kind)-1, or \(Soort.streamKind)/018f….", Soort.kind))
  var kenmerk: String

  init() {}
  init(_ kenmerk: String) { self.kenmerk = kenmerk }
}

/// A command that records one fact about something that is there.
protocol OverCommand: RecordingCommand where Found == StreamID {
  associatedtype Soort: Genoemd
  var over: Over<Soort> { get }
}

extension OverCommand {
  func find(_ context: AppendContext) throws -> StreamID { try Soort.require(over.kenmerk, context.views) }
}

/// What is recorded with every letter.
struct BriefOptions: Recording {
  @Option(help: Language.help(nl: "Het kenmerk van de brief.", en: "The reference of the letter.", "tekst"))
  var kenmerk: String?
  @Option(help: Language.help(nl: "De brief; blijft intern.", en: "The letter; stays internal.", "bestand"))
  var brief: String?
  @Option(
    help: Language.confidential(
      nl: "Waar de brief ligt, als u hem niet bijvoegt", en: "Where the letter is kept, when you do not attach it",
      "tekst"))
  var briefVindplaats: String?
  @OptionGroup var feit: FactOptions
  var options: AppendingOptions { feit.options }

  func mark(_ fields: inout DraftFields, today: CalendarDate) throws {
    fields[EisOpgelegd.kenmerk] = kenmerk
    try Stukkeuze(velden: EisOpgelegd.brief, bestand: brief, vindplaats: briefVindplaats)
      .fill(&fields, option: "--brief")
    feit.mark(&fields, today: today)
  }
}

/// What is recorded with every piece of evidence.
struct BewijsOptions: Recording {
  @Option(
    name: .customLong("eis"),
    help: Language.help(
      nl: "Welke eis het dient, zoals AI-1.16; mag vaker.",
      en: "Which demand it serves, such as AI-1.16; may be repeated.",
      "eis"))
  var eisen: [String] = []
  @Option(
    help: Language.help(
      nl: "Wanneer het bewijs is verzameld (anders vandaag).", en: "When the evidence was collected (else today).",
      "dag"))
  var verzameldOp: String?
  @Option(
    help: Language.help(
      nl: "De eerste dag van de periode waarover het gaat.", en: "The first day of the period it is about.", "dag"))
  var van: String?
  @Option(help: Language.help(nl: "De laatste dag van die periode.", en: "The last day of that period.", "dag"))
  var totEnMet: String?
  @Option(
    help: Language.help(
      nl: "Wat erover te zeggen is; leesbaar voor iedereen, zonder namen.",
      en: "What there is to say; everyone can read it, without names.", "tekst"))
  var toelichting: String?
  @Option(
    help: Language.help(
      nl: "Het stuk waaruit het blijkt; blijft intern.", en: "The paper that shows it; stays internal.", "bestand"))
  var stuk: String?
  @Option(
    help: Language.confidential(
      nl: "Waar het stuk ligt, als u het niet bijvoegt", en: "Where the paper is kept, when you do not attach it",
      "tekst"))
  var stukVindplaats: String?
  @OptionGroup var feit: FactOptions
  var options: AppendingOptions { feit.options }

  func mark(_ fields: inout DraftFields, today: CalendarDate) throws {
    fields[Bewijs.eisen] = eisen.isEmpty ? nil : eisen
    fields[Bewijs.verzameldOp] = try Input.day(verzameldOp, option: "--verzameld-op") ?? today
    fields[Bewijs.van] = try Input.day(van, option: "--van")
    fields[Bewijs.tot] = try Input.day(totEnMet, option: "--tot-en-met")
    fields[Bewijs.toelichting] = toelichting
    try Stukkeuze(velden: Bewijs.stuk, bestand: stuk, vindplaats: stukVindplaats).fill(&fields, option: "--stuk")
    feit.mark(&fields, today: today)
  }
}

/// How many of a group were reached, and about what.
struct DekkingOptions: ParsableArguments {
  @Option(
    help: Language.help(nl: "Voor wie: \(Doelgroep.woorden).", en: "For whom: \(Doelgroep.woorden).", "groep"))
  var doelgroep: String
  @Option(
    help: Language.help(
      nl: "Welke eenheid, bij --doelgroep eenheid.", en: "Which unit, with --doelgroep eenheid.", "naam"))
  var eenheid: String?
  @Option(help: Language.help(nl: "Hoeveel van hen.", en: "How many of them.", "aantal")) var bereikt: Int64
  @Option(
    help: Language.help(
      nl: "Hoeveel er die dag in de groep waren.", en: "How many were in the group that day.", "aantal"))
  var omvang: Int64
  @Option(
    help: Language.help(
      nl: "Waarover, met komma's ertussen: \(Onderwerpskeuze.woorden).",
      en: "About what, with commas in between: \(Onderwerpskeuze.woorden).", "onderwerpen"))
  var onderwerpen: String
  @Option(
    help: Language.help(
      nl:
        "De reeks waarvan dit een bijeenkomst is: de stand telt haar bijeenkomsten op. Tel wie er al was niet opnieuw.",
      en: "The series of which this is a meeting: the state adds its meetings up. Do not count anyone again.", "naam"))
  var reeks: String?

  func fill(_ fields: inout DraftFields) throws {
    fields[VoorlichtingOntvangen.reeks] = reeks
    fields[VoorlichtingOntvangen.doelgroep] = try Input.code(doelgroep, option: "--doelgroep")
    fields[VoorlichtingOntvangen.eenheid] = eenheid
    fields[VoorlichtingOntvangen.bereikt] = bereikt
    fields[VoorlichtingOntvangen.omvang] = omvang
    fields[VoorlichtingOntvangen.onderwerpen] = try Input.codes(onderwerpen, option: "--onderwerpen")
  }
}
