import ArgumentParser
import Console
import Governance
import Ledger

/// `waarborg bezwaar`
struct BezwaarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bezwaar", abstract: Language.ofProcess.choose(nl: "Bezwaren.", en: "Objections."),
    subcommands: [Lijst.self, Maak.self, Hoor.self, Verdaag.self, Beslis.self, Corrigeer.self])

  struct Lijst: ProgramCommand {
    @Flag(help: Language.help(nl: "Ook waarop is beslist.", en: "Those decided as well.")) var alle = false
    @OptionGroup var page: PageOptions
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      try program.read(options) { book, reading in
        let (day, views) = (try options.day(book.today), reading.views)
        let found = try views.subjects(Bezwaar.self, alle ? [.open, .beslist] : [.open], on: day, page.page(shared))
        let columns = [("Bezwaar", "Objection"), ("Van", "By"), ("Stand", "Status"), ("Uiterlijk", "Due")]
        var table = Table(columns.map { .init(Text(nl: $0, en: $1)) })
        for one in try page.shown(found, shared, on: program.terminal) {
          guard let bezwaar = try views.subject(Bezwaar.self, one.key) else { continue }
          let handle = try reading.handle(of: bezwaar.gemaakt.stream, versie: nil, book.catalog)
          let clocks = [JudgedTerm](try bezwaar.terms(on: day, in: views), today: day, warnBefore: 14)
          let end = clocks.first?.latest?.description ?? "-"
          let who = try reading.filter.reveal(bezwaar.gemaakt.reference(BezwaarGemaakt.bezwaarmaker)).text()
          table.row("\(handle)", "\(who ?? Text("-"))", "\(one.state.rawValue)", "\(end)")
          let row: JSON = ["bezwaar": .string(handle), "stand": .string(one.state.rawValue), "uiterlijk": .string(end)]
          if shared.json { program.terminal.outJSON(row.text) }
        }
        if !shared.json { program.terminal.out(table) }
      }
    }
  }

  struct Maak: RecordingCommand {
    typealias Event = BezwaarGemaakt
    @Option(help: "De laatste dag waarop bezwaar kon worden gemaakt.") var termijnTotEnMet: String
    @Option(help: "Wie bezwaar maakt (intern).") var van: String
    @OptionGroup var recording: AppendingOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.termijnTotEnMet] = try Input.day(termijnTotEnMet, option: "--termijn-tot-en-met")
      fields[Event.bezwaarmaker] = van
    }
  }

  struct Hoor: Vervolg {
    typealias Event = BelanghebbendenGehoord
    @OptionGroup var bezwaar: BezwaarOptions
  }

  struct Verdaag: Vervolg {
    typealias Event = BeslissingVerdaagd
    @Option(help: "Met hoeveel weken, ten hoogste zes.") var weken: Int64
    @OptionGroup var bezwaar: BezwaarOptions

    func fill(_ fields: inout DraftFields) { fields[Event.weken] = weken }
  }

  struct Beslis: Vervolg {
    typealias Event = BeslistOpBezwaar
    @Option(help: "gegrond, ongegrond of nietOntvankelijk.") var beslissing: String
    @Option(help: "Waarom van horen is afgezien: Awb 7:3, a tot en met e.") var nietGehoord: String?
    @OptionGroup var bezwaar: BezwaarOptions

    func fill(_ fields: inout DraftFields) throws {
      fields[Event.beslissing] = try Input.code(beslissing, option: "--beslissing")
      fields[Event.nietGehoord] = nietGehoord
    }
  }

  struct Corrigeer: Vervolg {
    typealias Event = BezwaarGecorrigeerd
    @Option(help: "Nummer of kenmerk van de gebeurtenis.") var gebeurtenis: String
    @Option(help: "Waarom zij een vergissing is (intern).") var reden: String
    @OptionGroup var bezwaar: BezwaarOptions

    func complete(_ draft: inout EventDraft, _ found: StreamID, _ context: AppendContext) throws {
      draft[Correction.event] = try context.views.fact(gebeurtenis)?.id
      draft[Correction.reason] = reden
    }
  }
}

struct BezwaarOptions: ParsableArguments {
  @Argument(help: "Welk bezwaar, zoals bezwaar-1.") var kenmerk: String
  @OptionGroup var options: AppendingOptions
}

/// What is recorded about an objection that is there.
protocol Vervolg: RecordingCommand {
  var bezwaar: BezwaarOptions { get }
}

extension Vervolg {
  var recording: AppendingOptions { bezwaar.options }
  func find(_ context: AppendContext) throws -> StreamID {
    try context.reading.subject(bezwaar.kenmerk, context.book.catalog).stream
  }
}
