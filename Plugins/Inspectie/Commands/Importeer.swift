import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

extension RieCommand {
  /// `waarborg rie importeer`: the measures of a plan, all of them or none.
  struct Importeer: ProgramCommand {
    static let configuration = CommandConfiguration(
      "importeer", nl: "Neem de maatregelen van een plan van aanpak over uit een CSV-bestand, alle of geen.",
      en: "Take over the measures of a plan from a CSV file, all of them or none.",
      discussion: Text(
        nl: """
          Eerst worden alle regels bekeken; klopt er één niet, dan wordt niets vastgelegd en staat er bij elke fout de \
          regel en de kolom. Wat een maatregel mist (datum, criterium, verantwoordelijke), mag leeg: het staat daarna in \
          waarborg inspectie openstaand.
          Begin met: waarborg rie importeer --sjabloon > plan.csv
          Probeer:   waarborg rie importeer plan.csv --rie rie-1 --op 2025-02-10 --dry-run
          """,
        en: """
          First every line is looked at; when one is not right nothing is recorded, and each error has its line and \
          column. What a measure lacks (date, criterion, who answers for it) may be empty: it is then in \
          waarborg inspectie openstaand.
          Start with: waarborg rie importeer --sjabloon > plan.csv
          Try:        waarborg rie importeer plan.csv --rie rie-1 --op 2025-02-10 --dry-run
          """))
    @Argument(help: Language.help(nl: "Het CSV-bestand.", en: "The CSV file.", "bestand")) var bestand: String?
    @Option(help: Language.help(nl: "De RI&E waarbij het plan hoort.", en: "The inventory the plan belongs to.", "rie"))
    var rie: String?
    @Flag(
      help: Language.help(
        nl: "Schrijf een leeg bestand met alle kolommen.", en: "Print an empty file with all columns."))
    var sjabloon = false
    @OptionGroup var recording: FactOptions
    var shared: SharedOptions { recording.options.shared }

    func validate() throws {
      if sjabloon, bestand != nil {
        throw ValidationError(
          nl: "--sjabloon schrijft een leeg bestand en leest er geen",
          en: "--sjabloon writes an empty file and reads none")
      }
      guard !sjabloon, bestand == nil else { return }
      throw ValidationError(
        nl: "noem het bestand, of vraag met --sjabloon om een leeg bestand",
        en: "name the file, or ask for an empty one with --sjabloon")
    }

    private static func aantal(_ count: Int) -> Text {
      count == 1
        ? Text(nl: "1 maatregel.", en: "1 measure.") : Text(nl: "\(count) maatregelen.", en: "\(count) measures.")
    }

    func run(_ program: Program) throws {
      if sjabloon { return program.printTemplate(PlanKolom.self) }
      guard let bestand else { return }
      do {
        let (rijen, fouten) = try PlanRij.read(bestand, template: "waarborg rie importeer --sjabloon")
        try program.append(importing: recording.options, fouten) { context in
          var plan = try PlanImport(context, rie: try rie.map { try Rie.require($0, context.views) }, recording)
          for rij in rijen { try plan.add(rij) }
          return ImportProposal(drafts: plan.drafts, lines: plan.lines, fouten: plan.fouten)
        }
        if shared.json { return }
        let count = rijen.count
        program.terminal.note(
          recording.options.dryRun
            ? Text(nl: "Het bestand klopt: ", en: "The file is right: ") + Self.aantal(count)
            : Text(nl: "Overgenomen: ", en: "Taken over: ") + Self.aantal(count))
      } catch let wrong as ImportFouten { throw wrong.failure(bestand) }
    }
  }
}

/// What a plan would add to the ledger, judged row by row.
private struct PlanImport {
  private let context: AppendContext
  private let rie: StreamID?
  private let recording: FactOptions
  private var present: [String: Int] = [:]
  /// The measures of this plan that are there already, by what they are.
  private let known: [String: String]
  private(set) var drafts: [EventDraft] = []
  private(set) var lines: [Int] = []
  private(set) var fouten: [ImportFout] = []

  init(_ context: AppendContext, rie: StreamID?, _ recording: FactOptions) throws {
    let gone = Set(try context.views.facts(of: MaatregelVervallen.self).filter(\.counts).map(\.stream))
    let there = try context.views.facts(of: MaatregelVastgelegd.self).filter { fact in
      fact.counts && fact[MaatregelVastgelegd.rie] == rie && !gone.contains(fact.stream)
    }
    known = Dictionary(
      try there.compactMap { fact in
        try fact[MaatregelVastgelegd.omschrijving].map { text in
          (text.comparisonKey, try Maatregel.handle(of: fact.stream, context.views) ?? "nummer \(fact.position)")
        }
      }
    ) { first, _ in first }
    self.context = context
    self.rie = rie
    self.recording = recording
  }

  mutating func add(_ rij: PlanRij) throws {
    if let earlier = present[rij.maatregel.comparisonKey] {
      fouten.append(
        ImportFout(
          line: rij.line, PlanKolom.maatregel.rawValue,
          Text(nl: "dubbel met regel \(earlier)", en: "the same as line \(earlier)")))
      return
    }
    present[rij.maatregel.comparisonKey] = rij.line
    if let same = known[rij.maatregel.comparisonKey] {
      fouten.append(
        ImportFout(
          line: rij.line, PlanKolom.maatregel.rawValue,
          Text(
            nl:
              "dubbel met \(same), die al is vastgelegd: haal de regel weg, of stel haar bij met waarborg rie stel-bij MAATREGEL",
            en:
              "the same as \(same), which is recorded already: take the line out, or adjust it with waarborg rie stel-bij MEASURE"
          )
        ))
      return
    }
    let stream = context.book.newStream("Maatregel")
    var measure = try draft(MaatregelVastgelegd.self, on: stream, rij)
    measure[MaatregelVastgelegd.omschrijving] = rij.maatregel
    measure[MaatregelVastgelegd.soort] = rij.soort
    measure[MaatregelVastgelegd.rie] = rie
    measure[MaatregelVastgelegd.bestond] = rij.bestond == true ? true : nil
    measure[MaatregelVastgelegd.uitvoerenVoor] = rij.uitvoerenVoor
    measure[MaatregelVastgelegd.evaluerenVoor] = rij.evaluerenVoor
    measure[MaatregelVastgelegd.criterium] = rij.criterium
    take(measure, rij)
    if rij.verantwoordelijke != nil || rij.aanduiding != nil {
      var owner = try draft(VerantwoordelijkeAangewezen.self, on: stream, rij)
      owner[VerantwoordelijkeAangewezen.aanduiding] = rij.aanduiding
      do {
        owner[VerantwoordelijkeAangewezen.functie] = try rij.verantwoordelijke.map {
          try Functies.zoek($0, context.views).stream
        }
        take(owner, rij)
      } catch let failure as Failure {
        fouten.append(
          ImportFout(
            line: rij.line, PlanKolom.verantwoordelijke.rawValue,
            failure.message
              + Text(
                nl: "; is het geen functie, zet het dan in de kolom aanduiding",
                en: "; when it is no function, put it in the column aanduiding")))
      }
    }
    if let done = rij.uitgevoerdOp {
      var carriedOut = try draft(MaatregelUitgevoerd.self, on: stream, rij)
      carriedOut.effective = done
      take(carriedOut, rij)
    }
  }

  private func draft(_ type: (some Bewijsgebeurtenis).Type, on stream: StreamID, _ rij: PlanRij) throws -> EventDraft {
    var draft = try context.draft(type, on: stream, recording)
    draft[Bewijs.eisen] = rij.eisen
    draft[Bewijs.verzameldOp] = context.book.today
    return draft
  }

  private mutating func take(_ draft: EventDraft, _ rij: PlanRij) {
    drafts.append(draft)
    lines.append(rij.line)
  }
}
