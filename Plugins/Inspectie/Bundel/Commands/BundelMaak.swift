import ArgumentParser
import Bag
import Console
import Foundation
import Governance
import Ledger
import LedgerCrypto

extension BundelCommand {
  /// `waarborg bundel maak`
  struct Maak: ProgramCommand {
    static let configuration = CommandConfiguration(
      "maak", nl: "Maak een bewijsbundel en leg vast voor wie.", en: "Make a bundle of evidence and record for whom.",
      discussion: Text(
        nl: """
          De map is nieuw of leeg. Er gaat mee wat deze ontvanger mag zien; van een zaak gaat nooit iets mee. Een intern stuk \
          of een interne naam gaat alleen mee als een eis erom vraagt, of als u de gebeurtenis noemt: --met-stuk 12. Met \
          --dry-run ziet u vooraf wat meegaat. Wat verder gesloten blijft, krijgt een grond: \
          --weglaten niet-gevorderd=naam,12.bijlage. Hetzelfde grootboek, dezelfde dag en dezelfde \
          keuzes geven dezelfde bytes. Voorbeeld: waarborg bundel maak /tmp/bundel --eis AI-1.16 --als secretariaat
          """,
        en: """
          The directory is new or empty. What this receiver may see goes along; nothing of a case ever does. An internal \
          paper or name goes along only when a demand asks for it, or when you name its event: --met-stuk 12. With --dry-run \
          you see beforehand what goes along. What else stays closed gets a ground: \
          --weglaten niet-gevorderd=naam,12.bijlage. The same ledger, day and choices give the same \
          bytes. Example: waarborg bundel maak /tmp/bundel --eis AI-1.16 --als secretariaat
          """))
    @Argument(help: Language.help(nl: "De map van de bundel.", en: "The bundle's directory.", "map")) var map: String
    @Option(
      help: Language.help(
        nl: "Een eis, of een deel van de boom zoals AI-1; mag vaker.",
        en: "A demand, or a part of the tree such as AI-1; may be repeated.", "eis"))
    var eis: [String] = []
    @Option(
      help: Language.help(
        nl: "Het nummer van een gebeurtenis die ook mee moet; mag vaker.",
        en: "The number of an event that must go along; may be repeated.", "nummer"))
    var gebeurtenis: [UInt64] = []
    @Option(
      help: Language.help(
        nl: "Het nummer van een gebeurtenis waarvan ook de interne stukken en namen meegaan; mag vaker.",
        en: "The number of an event whose internal papers and names go along as well; may be repeated.", "nummer"))
    var metStuk: [UInt64] = []
    @Option(help: Language.help(nl: "Voor wie.", en: "For whom.", "rol")) var voor = "arbeidsinspectie"
    @Option(
      help: Language.help(
        nl: "Wat gesloten blijft, en waarom: GROND=VELD,SOORT.VELD,NUMMER.VELD; mag vaker.",
        en: "What stays closed, and why: GROUND=FIELD,TYPE.FIELD,NUMBER.FIELD; may be repeated.", "grond=velden"))
    var weglaten: [String] = []
    @Option(
      help: Language.help(
        nl: "Een controlepunt dat de ontvanger bewaarde: de bundel toont dat het log erop verdergaat; mag vaker.",
        en: "A checkpoint that the receiver kept: the bundle shows that the log continues it; may be repeated.",
        "bestand"))
    var sinds: [String] = []
    @Option(
      help: Language.help(
        nl: "Schrijf dezelfde bundel ook als één bestand.", en: "Write the same bundle as one file as well.", "bestand")
    )
    var zip: String?
    @Flag(
      help: Language.help(
        nl: "Maak geen PDF van LEESMIJ.html naast de map.", en: "Make no PDF of LEESMIJ.html beside the directory."))
    var zonderPdf = false
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func validate() throws {
      guard !eis.isEmpty || !gebeurtenis.isEmpty else {
        throw ValidationError(nl: "geef --eis of --gebeurtenis", en: "give --eis or --gebeurtenis")
      }
    }

    func run(_ program: Program) throws {
      var made: Bundelmaker.Bundel?
      var place: Bundelplaats?
      let isVertrouwelijk = try ontvanger() != .publiek
      let afdruk =
        try zonderPdf
        ? nil
        : Afdruk(
          naast: URL(fileURLWithPath: map), isVertrouwelijk: isVertrouwelijk, environment: program.environment)
      do {
        try program.append(options) { context in
          let prepared = try Bundelplaats(
            map: map, zip: zip, origin: context.book.origin, isVertrouwelijk: isVertrouwelijk)
          place = prepared
          let vraag = try vraag(context)
          let maker = Bundelmaker(book: context.book, reading: context.reading, vraag: vraag)
          let bundel = try program.terminal.withProgress(Text(nl: "Bundel schrijven", en: "Writing the bundle")) {
            bar in
            // A dry run makes everything and writes nothing.
            options.dryRun
              ? try maker.make(progress: bar.update) { _, _ in }
              : try prepared.prepare { write in try maker.make(progress: bar.update, write) }
          }
          made = bundel
          return Proposal(
            draft(bundel, vraag, context),
            work: OutsideWork(carryOut: prepared.carryOut, undo: prepared.undo, finish: prepared.finish))
        }
      } catch let fault as BagFault {
        place?.discard()
        throw Failure(
          .badInput, fault.message,
          remedy: fault.check == .size
            ? Text(nl: "maak een bundel per deel van de eisen", en: "make a bundle for each part of the demands") : nil)
      } catch {
        place?.discard()
        throw error
      }
      guard let made, let place else { return }
      let printed = options.dryRun ? nil : afdruk?.maak(van: place.leesmij)
      report(made, place, printed, program.terminal)
    }

    private func vraag(_ context: AppendContext) throws -> Bundelvraag {
      let ontvanger = try ontvanger()
      let dag = try options.day(context.book.today)
      if let beyond = gebeurtenis.first(where: { $0 >= context.reading.size }) {
        throw Failure(
          .notFound,
          Text(nl: "--gebeurtenis: er is geen nummer \(beyond)", en: "--gebeurtenis: there is no number \(beyond)"),
          remedy: Text(nl: "zie waarborg log", en: "see waarborg log"))
      }
      guard let beslisser = context.reading.registry.keys[context.signer]?.rol else {
        throw Failure(.notPermitted, SigningProblem.unknownKey.text, remedy: SigningProblem.unknownKey.remedy)
      }
      return Bundelvraag(
        ontvanger: ontvanger, dag: dag, eisen: eis,
        matrix: try Bundelmatrix(eisen: eis, op: dag, context.book, context.reading), extra: Set(gebeurtenis),
        metStuk: Set(metStuk), weglatingen: try weglaten.map { try Weglating($0, voor: ontvanger) },
        eerder: try eerder(context),
        beslisser: beslisser, maker: try context.key.signing, gemaakt: context.book.today)
    }

    /// Each size once: two files of one checkpoint differ in their cosignatures at most.
    private func eerder(_ context: AppendContext) throws -> [EerderControlepunt] {
      var seen: Set<UInt64> = []
      return try sinds.map { try EerderControlepunt(bestand: $0, context.book, context.reading.registry) }
        .filter { seen.insert($0.checkpoint.size).inserted }
    }

    private func ontvanger() throws -> Ontvanger {
      if let found = Ontvanger(rawValue: voor) { return found }
      let names = Ontvanger.woorden
      guard Rol(rawValue: voor) == nil else {
        throw Failure(
          .badInput,
          Text(
            nl: "--voor: de rol \(voor) mag niets van een bundel zien",
            en: "--voor: the role \(voor) may see nothing of a bundle"),
          remedy: Text(nl: "kies uit: \(names)", en: "choose from: \(names)"))
      }
      throw Failure(
        .badInput, Text(nl: "--voor: «\(voor)» is geen van: \(names)", en: "--voor: “\(voor)” is none of: \(names)"))
    }

    private func draft(_ made: Bundelmaker.Bundel, _ vraag: Bundelvraag, _ context: AppendContext) -> EventDraft {
      var draft = EventDraft(
        BundelGemaakt.self, stream: context.book.newStream("Bundel"), effective: ImpreciseDate(context.book.today))
      draft[BundelGemaakt.ontvanger] = vraag.ontvanger
      draft[BundelGemaakt.eisen] = eis.isEmpty ? nil : eis
      draft[BundelGemaakt.dag] = vraag.dag
      draft[BundelGemaakt.omvang] = Int64(made.checkpoint.size)
      draft[BundelGemaakt.wortel] = made.checkpoint.root
      draft[BundelGemaakt.tagmanifest] = made.digest
      draft[BundelGemaakt.gebeurtenissen] = Int64(made.gebeurtenissen)
      draft[BundelGemaakt.weggelaten] = Int64(made.weggelaten)
      return draft
    }

    /// What would go along and what would not: papers first, then names and texts, each with its event.
    private func overzicht(_ made: Bundelmaker.Bundel) -> Table {
      var table = Table([
        .number(Text(nl: "Nr", en: "No")), .init(Text(nl: "Wat", en: "What")), .init(Text(nl: "Veld", en: "Field")),
        .init(Text(nl: "Is", en: "Is")), .init(Text(nl: "In de bundel", en: "In the bundle"), overflow: .keep),
      ])
      for field in made.velden.filter(\.isStuk) + made.velden.filter({ !$0.isStuk }) {
        table.row(
          "\(String(field.position))", "\(field.wat)", "\(field.veld)",
          "\(field.isStuk ? Text(nl: "stuk, ", en: "paper, ") : Text(""))\(Text(field.zichtbaarheid.rawValue))",
          "\(field.lotText)")
      }
      return table
    }

    private func report(
      _ made: Bundelmaker.Bundel, _ place: Bundelplaats, _ printed: Afdruk.Uitkomst?, _ terminal: Terminal
    ) {
      if shared.json {
        let pdf: JSON? = if case .gemaakt(let url)? = printed { .string(url.path) } else { nil }
        terminal.outJSON(
          ([
            "message_type": "bundel", "map": .string(place.url.path), "zip": zip.map { .string($0) } ?? .null,
            "pdf": pdf ?? .null,
            "gebeurtenissen": .int(Int64(made.gebeurtenissen)), "stukken": .int(Int64(made.stukken)),
            "weggelaten": .int(Int64(made.weggelaten)), "tagmanifest": .string(made.digest.hex),
            "dry_run": .bool(options.dryRun),
            "velden": options.dryRun ? .array(made.velden.map(\.json)) : .null,
          ] as JSON).text)
        return
      }
      if options.dryRun { terminal.out(overzicht(made)) }
      terminal.note(
        Text(
          nl:
            "\(made.gebeurtenissen) gebeurtenissen en \(made.stukken) stukken in \(place.url.path); \(made.weggelaten) velden weggelaten",
          en:
            "\(made.gebeurtenissen) events and \(made.stukken) documents in \(place.url.path); \(made.weggelaten) fields withheld"
        ))
      terminal.note(
        Text(
          nl: "SHA-512 van tagmanifest-sha512.txt: \(made.digest.hex)",
          en: "SHA-512 of tagmanifest-sha512.txt: \(made.digest.hex)"))
      if let printed { terminal.note(printed.text) }
    }
  }
}
