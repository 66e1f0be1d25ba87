import ArgumentParser
import Console
import Governance
import Ledger

extension VertrouwenspersoonCommand {
  /// `waarborg vertrouwenspersoon jaaroverzicht`
  struct JaaroverzichtOpdracht: RecordingCommand {
    typealias Event = JaaroverzichtVerstrekt

    static let configuration = CommandConfiguration(
      "jaaroverzicht", nl: "Leg het geanonimiseerde jaaroverzicht vast: alleen totalen, kleine aantallen verhuld.",
      en: "Record the anonymised yearly overview: totals only, small numbers covered.",
      discussion: Text(
        nl: """
          Een aantal onder de drempel komt niet in het grootboek. Is één aantal van een uitsplitsing te klein, dan wordt
          geen ervan vermeld; neem kleine soorten samen. De aantallen bij --afdoening tellen op tot het totaal.
          Hoeveel werknemers raadpleegden, wordt niet vermeld als het weinig scheelt met het aantal meldingen.
          Een gecorrigeerd overzicht blijft leesbaar: wat daar een klein aantal van afwijkt, wordt evenmin vermeld.
          Voorbeeld: waarborg vertrouwenspersoon jaaroverzicht --jaar 2025 --meldingen 23 --afdoening "advies gegeven=15" \
          --afdoening "klacht ingediend=8"
          """,
        en: """
          A number below the threshold does not enter the ledger. When one number of a breakdown is too small, none of it
          is shown; take small kinds together. The numbers of --afdoening add up to the total.
          How many employees consulted is not shown when it differs by few from the number of reports.
          A corrected overview stays readable: what differs from it by a small number is not shown either.
          Example: waarborg vertrouwenspersoon jaaroverzicht --jaar 2025 --meldingen 23 --afdoening "advies gegeven=15" \
          --afdoening "klacht ingediend=8"
          """))
    @Option(help: Language.help(nl: "Het jaar waarover het gaat.", en: "The year it is about.", "jaar")) var jaar: Int64
    @Option(help: Language.help(nl: "Het aantal meldingen.", en: "The number of reports.", "aantal")) var meldingen:
      Int64
    @Option(
      help: Language.help(
        nl: "Hoeveel werknemers een vertrouwenspersoon raadpleegden.",
        en: "How many employees consulted a vertrouwenspersoon.", "aantal"))
    var werknemers: Int64?
    @Option(
      help: Language.help(
        nl: "Van wie het is, waar iedere vertrouwenspersoon een eigen overzicht geeft.",
        en: "Whose it is, where each vertrouwenspersoon gives an overview.", "kenmerk"))
    var van: String?
    @Option(
      help: Language.help(
        nl: "Hoeveel per wijze van afdoening; mag vaker.", en: "How many a way of closing; may be repeated.",
        "wijze=aantal"))
    var afdoening: [String] = []
    @Option(
      help: Language.help(nl: "Hoeveel per thema; mag vaker.", en: "How many a theme; may be repeated.", "thema=aantal")
    )
    var thema: [String] = []
    @OptionGroup var recording: FactOptions

    /// What was counted, before small numbers are covered.
    private func counted() throws -> (
      closed: [(soort: String, aantal: Int64)], themes: [(soort: String, aantal: Int64)]
    ) {
      for (option, number) in [("--meldingen", meldingen), ("--werknemers", werknemers ?? 0)] where number < 0 {
        throw Failure(.badInput, Text(nl: "\(option): verwacht 0 of meer", en: "\(option): expected 0 or more"))
      }
      let closed = try lines(afdoening, option: "--afdoening")
      let themes = try lines(thema, option: "--thema")
      let sum = closed.reduce(0) { $0 + $1.aantal }
      guard closed.isEmpty || sum == meldingen else {
        throw Failure(
          .badInput,
          Text(
            nl: "--afdoening telt op tot \(sum), --meldingen is \(meldingen)",
            en: "--afdoening adds up to \(sum), --meldingen is \(meldingen)"),
          remedy: Text(
            nl: "neem wat nog niet is afgedaan op als «nog open=AANTAL»",
            en: "give what is not closed yet as “nog open=NUMBER”"))
      }
      return (closed, themes)
    }

    func fill(_ fields: inout DraftFields) throws {
      _ = try counted()
      fields[Event.jaar] = jaar
    }

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      let (closed, themes) = try counted()
      let whose = try van.map { try Verwijzing.require($0, in: context.reading).stream }
      let cover = Verhulling(drempel: try context.regels().drempel)
      let numbers = Jaarcijfers(
        meldingen: cover.totaal(meldingen),
        werknemers: werknemers.map { cover.werknemers($0, naast: meldingen) },
        afdoening: cover.onderdelen(closed, totaal: meldingen),
        themas: cover.onderdelen(themes, totaal: meldingen))
      let earlier = try Jaaroverzicht.vergissingen(over: jaar, van: whose, context.views).map(\.cijfers)
      let covered = cover.bedekt(numbers, naast: earlier)
      draft[Event.vertrouwenspersoon] = whose
      draft[Event.drempel] = cover.drempel
      draft[Event.meldingen] = covered.meldingen
      draft[Event.werknemers] = covered.werknemers
      draft[Event.afdoening] = covered.afdoening.isEmpty ? nil : covered.afdoening
      draft[Event.themas] = covered.themas.isEmpty ? nil : covered.themas
    }

    private func lines(_ texts: [String], option: String) throws -> [(soort: String, aantal: Int64)] {
      let lines = try texts.map { try line($0, option: option) }
      for (index, line) in lines.enumerated() {
        guard !lines[..<index].contains(where: { $0.soort == line.soort }) else {
          throw Failure(
            .badInput,
            Text(nl: "\(option): «\(line.soort)» staat er twee keer", en: "\(option): “\(line.soort)” is given twice"))
        }
        guard line.aantal <= meldingen else {
          throw Failure(
            .badInput,
            Text(
              nl: "\(option): \(line.soort) is meer dan --meldingen (\(meldingen))",
              en: "\(option): \(line.soort) is more than --meldingen (\(meldingen))"))
        }
      }
      return lines
    }

    private func line(_ text: String, option: String) throws -> (soort: String, aantal: Int64) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let name = parts.first, !name.isEmpty, let number = parts.last.flatMap({ Int64($0) }),
        (0...1_000_000).contains(number)
      else {
        throw Failure(
          .badInput,
          Text(
            nl: "\(option): verwacht een naam en een aantal, zoals «advies gegeven=15»",
            en: "\(option): expected a name and a number, as in “advies gegeven=15”"))
      }
      return (String(name), number)
    }

    /// Says what was recorded: not what was typed, because the small numbers went no further than this process.
    func followUp(_ appended: Appended, _ found: StreamID, _ program: Program) {
      guard !shared.json, let event = appended.events.first, let threshold = event[Event.drempel] else { return }
      let total = event[Event.meldingen]?.text(drempel: threshold) ?? Text("?")
      if event[Event.meldingen] == .nietGetoond {
        program.terminal.note(
          Text(
            nl:
              "Een eerder overzicht over \(jaar) blijft leesbaar en scheelt minder dan \(threshold): niets wordt getoond.",
            en:
              "An earlier overview of \(jaar) stays readable and differs by fewer than \(threshold): nothing is shown.")
        )
      }
      program.terminal.note(Text(nl: "Meldingen: \(total.nl)", en: "Reports: \(total.en)"))
      if let consulted = event[Event.werknemers]?.text(drempel: threshold) {
        program.terminal.note(Text(nl: "Werknemers: \(consulted.nl)", en: "Employees: \(consulted.en)"))
      }
      for lines in [event[Event.afdoening], event[Event.themas]] {
        for line in lines ?? [] {
          program.terminal.note("  \(line.soort): \(line.aantal.text(drempel: threshold))")
        }
      }
    }
  }

  /// `waarborg vertrouwenspersoon publiceer-jaaroverzicht`
  struct PubliceerJaaroverzicht: RecordingCommand {
    typealias Event = JaaroverzichtGepubliceerd

    static let configuration = CommandConfiguration(
      "publiceer-jaaroverzicht", nl: "Leg vast dat het jaaroverzicht openbaar is gemaakt.",
      en: "Record that the overview was made public.")
    @Option(help: Language.help(nl: "Het jaar.", en: "The year.", "jaar")) var jaar: Int64
    @Option(
      help: Language.help(
        nl: "Van wie, waar iedere vertrouwenspersoon een eigen overzicht geeft.",
        en: "Whose, where each vertrouwenspersoon gives an overview.", "kenmerk"))
    var van: String?
    @Option(help: Language.help(nl: "Waar het staat.", en: "Where it is.", "adres")) var vindplaats: String?
    @OptionGroup var recording: FactOptions

    func fill(_ fields: inout DraftFields) { fields[Event.vindplaats] = vindplaats }

    func find(_ context: AppendContext) throws -> StreamID {
      let whose = try van.map { try Verwijzing.require($0, in: context.reading).stream }
      if let found = try Jaaroverzicht.over(jaar, context.views).first(where: { $0.vertrouwenspersoon == whose }) {
        return found.feit.stream
      }
      throw Failure(
        .notFound,
        Text(nl: "er is geen jaaroverzicht over \(jaar)", en: "there is no overview of \(jaar)"),
        remedy: Text(
          nl: "leg het eerst vast: waarborg vertrouwenspersoon jaaroverzicht --jaar … --meldingen …",
          en: "record it first: waarborg vertrouwenspersoon jaaroverzicht --jaar … --meldingen …"))
    }
  }
}
