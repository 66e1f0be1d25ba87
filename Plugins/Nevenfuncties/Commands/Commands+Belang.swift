import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// `waarborg nevenfunctie belang`: financial interests, for their own circle alone.
struct BelangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "belang", nl: "Financiële belangen: vertrouwelijk, en nooit openbaar.",
    en: "Financial interests: confidential, and never public.",
    subcommands: [Meld.self, Corrigeer.self])

  /// `waarborg nevenfunctie belang meld`
  struct Meld: ProgramCommand {
    static let configuration = CommandConfiguration(
      "meld",
      nl: "Leg een financieel belang vast; alleen wie ondertekent en wie met --ook-voor is genoemd, kan het lezen.",
      en: "Record a financial interest; only the signer and who is named with --ook-voor can read it.")
    @Option(
      help: Language.help(
        nl: "De functie van wie het belang heeft: haar naam of woord.",
        en: "The function of who has the interest: its name or word.", "functie"))
    var functie: String?
    @Option(
      help: Language.help(
        nl: "De naam of het pseudoniem; weglaten kan met --functie, als één persoon haar bekleedt.",
        en: "The name or pseudonym; may be left out with --functie, if one person holds it.",
        "naam|Persoon/…"))
    var persoon: String?
    @Option(
      help: Language.help(
        nl: "Wat voor belang: \(SoortBelang.woorden).", en: "What kind: \(SoortBelang.woorden).", "soort"))
    var soort: String
    @Option(
      help: Language.confidential(
        nl: "In of bij wie, en wat het inhoudt", en: "In or with whom, and what", "tekst", isForCircle: true))
    var omschrijving: String
    @Flag(help: Language.help(nl: "Het is van partner of familie.", en: "It is of a partner or family."))
    var vanNaaste = false
    @Option(
      help: Language.help(
        nl: "Een sleutel die het ook mag lezen, mag vaker: zie waarborg key list.",
        en: "A key that may read it as well, may be repeated: see waarborg key list.", "kid"))
    var ookVoor: [String] = []
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func validate() throws {
      guard functie == nil, persoon == nil else { return }
      throw ValidationError(
        Language.ofProcess.choose(
          nl: "van wie is het belang? Geef --functie of --persoon",
          en: "whose is the interest? Give --functie or --persoon"))
    }

    func run(_ program: Program) throws {
      let kind: SoortBelang = try Input.code(soort, option: "--soort")
      try program.append(options) { context in
        let person = try houder(context)
        let stream = context.book.newStream("VertrouwelijkeMelding")
        let readers = try [context.signer] + ookVoor.map { try Self.reader($0, context.reading.registry) }
        // The circle first: what is sealed afterwards is sealed for everyone in it.
        let access = context.book.newStream("Toegang")
        let admissions = readers.map { reader in
          var draft = EventDraft(
            ToegangVerleend.self, stream: access, effective: ImpreciseDate(context.book.today))
          draft[ToegangVerleend.stroom] = stream
          draft[ToegangVerleend.sleutel] = reader
          return draft
        }
        var draft = EventDraft(VertrouwelijkeMeldingGedaan.self, stream: stream, effective: context.effective)
        draft[VertrouwelijkeMeldingGedaan.onderwerp] = .financieelBelang
        draft[VertrouwelijkeMeldingGedaan.betrokkene] = person
        draft[VertrouwelijkeMeldingGedaan.soort] = kind
        draft[VertrouwelijkeMeldingGedaan.omschrijving] = omschrijving
        draft[VertrouwelijkeMeldingGedaan.vanNaaste] = vanNaaste
        var proposal = Proposal()
        proposal.drafts = admissions + [draft]
        return proposal
      }
    }

    private func houder(_ context: AppendContext) throws -> StreamID {
      guard let functie else { return try Functies.persoon(persoon ?? "", context.reading) }
      return try HouderOptions.houder(persoon, of: HouderOptions.functie(functie, context.views), context)
    }

    private static func reader(_ text: String, _ registry: KeyRegistry) throws -> Thumbprint {
      guard let id = Thumbprint(text), registry.keys[id] != nil else {
        throw Failure(
          .notFound,
          Text(
            nl: "--ook-voor: sleutel «\(text)» is niet geregistreerd", en: "--ook-voor: key “\(text)” is not registered"
          ),
          remedy: Text(nl: "zie waarborg key list", en: "see waarborg key list"))
      }
      return id
    }
  }

  /// `waarborg nevenfunctie belang corrigeer`
  struct Corrigeer: RecordingCommand {
    typealias Event = VertrouwelijkeMeldingGecorrigeerd

    static let configuration = CommandConfiguration(
      "corrigeer", nl: "Leg vast dat een melding van een belang een vergissing was; alleen haar kring leest waarom.",
      en: "Record that a report of an interest was a mistake; only its circle reads why.",
      discussion: Text(
        nl: "Voorbeeld: waarborg nevenfunctie belang corrigeer 14 --reden \"dubbel gemeld\"",
        en: "Example: waarborg nevenfunctie belang corrigeer 14 --reden \"reported twice\""))
    @Argument(
      help: Language.help(
        nl: "Het nummer dat de melding kreeg.", en: "The number that the report got.", "nummer"))
    var nummer: UInt64
    @Option(help: Language.confidential(nl: "Wat er niet klopte", en: "What was wrong", "tekst", isForCircle: true))
    var reden: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) { fields[Event.reden] = reden }

    func find(_ context: AppendContext) throws -> Belangmelding {
      if let report = try Belangmelding.at(nummer, context.views) { return report }
      throw Failure(
        .notFound,
        Text(
          nl: "nummer \(nummer) is geen melding van een financieel belang",
          en: "number \(nummer) is no report of a financial interest"),
        remedy: Text(
          nl: "het nummer stond bij het vastleggen; anders: waarborg log",
          en: "the number was told when it was recorded; else: waarborg log"))
    }

    func identify(_ found: Belangmelding, in draft: inout EventDraft) { draft[Correction.event] = found.id }
  }
}

extension Belangmelding: Streamed {}
